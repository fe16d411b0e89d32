//! The kinds of documents: one file per kind, each a Rust type whose keys are written down once.
//!
//! From that one declaration come the lenient reader, the JSON Schema and the documentation of the
//! keys. Reading never fails as a whole: every problem of a file is reported in one run.

mod approvals;
mod attribution;
mod audience;
mod by_dimension;
mod calendar;
mod campaign;
mod channels;
pub(crate) mod characters;
mod collections;
mod consent;
mod costs;
mod dates;
pub mod days;
mod definitions;
mod fields;
mod form;
mod implicit;
mod kind;
mod lifecycle;
mod links;
mod list;
pub mod mail_address;
mod metric;
mod moment;
mod naming;
mod people;
pub mod reader;
mod routing;
mod rule;
mod schema;
mod scoring;
mod send_zone;
mod senders;
pub(crate) mod shape;
pub mod target;
mod taxonomy;
mod tracking;
mod usual_time;
pub mod values;
pub mod zones;

pub use approvals::Approvals;
pub use attribution::{Attribution, AttributionResult, AttributionRule};
pub use audience::Audience;
pub use by_dimension::ByDimension;
pub use calendar::{
    Calendar, Cap, Exempt, FiscalYear, HourSpan, LargeSend, NamedAfter, NoSend, QuarterFormat,
    Weekday,
};
pub use campaign::{Asset, Budget, Campaign, CampaignUtm, Email, Status};
pub use channels::{Channel, Channels, ChannelsHeader, ReadyNeeds, StatusStep, TokenType};
pub use consent::Consent;
pub use costs::{AmountLimit, Anchor, AssetExpiry, Costs, ParentCosts};
pub use definitions::{Definitions, PlainHeader};
pub use fields::{Field, Fields};
pub use form::Form;
pub use kind::{Body, Kind, kind_of, near_kind, read_document};
pub use lifecycle::Lifecycle;
pub use links::{LinkEntry, Links, Platform};
pub use list::PeopleList;
pub use mail_address::MailAddress;
pub use metric::Metric;
pub use moment::SendMoment;
pub use naming::{
    AfterFirstSync, By, CampaignsWith, EndingWhen, InCase, NamesOf, Naming, PhraseOrWords,
    TokenKeys, TokenSource, TokenText, WhichCampaigns, WrittenAs, WrongNames,
};
pub use people::{People, Person};
pub use routing::Routing;
pub use rule::{FixSafety, RuleDocument, RulePreset, RuleSeverity, RuleSource, Subject};
pub use schema::{schema_of, schemas};
pub use scoring::Scoring;
pub use send_zone::{Doubt, SendZone};
pub use senders::{Dmarc, Sender, Senders, Unsubscribe};
pub use taxonomy::{Dimension, Taxonomy, TaxonomyValue};
pub use tracking::{GoogleAds, Landing, OurSite, SiteKeys, Spelling, Tracking, TrailingSlash};
pub use usual_time::UsualTime;

use target::Owner;
use values::{DateValue, Period, Reference};

/// What every document may carry.
#[derive(Debug, Clone, Copy)]
pub struct Header<'d, 'a> {
    /// Who answers for it.
    pub owner: Option<&'d Reference<'a, Owner>>,
    /// When somebody last looked at it.
    pub reviewed: Option<&'d DateValue<'a>>,
    /// How often it must be looked at.
    pub review_every: Option<&'d Period<'a>>,
    /// The last day on which it counts.
    pub until: Option<&'d DateValue<'a>>,
}

/// A document of any kind.
pub trait Document<'a> {
    /// What every document may carry.
    fn header(&self) -> Header<'_, 'a>;
}

/// The keys that a document has of its own, definitions by id left out.
pub trait DocumentKeys<'a> {
    /// The keys.
    const DOCUMENT_KEYS: &'static [reader::Key];
}

impl<'a, T: reader::ReadKeys<'a>> DocumentKeys<'a> for T {
    const DOCUMENT_KEYS: &'static [reader::Key] = T::KEYS;
}

impl<'a, H: reader::ReadKeys<'a>, T> DocumentKeys<'a> for Definitions<'a, H, T> {
    const DOCUMENT_KEYS: &'static [reader::Key] = H::KEYS;
}
