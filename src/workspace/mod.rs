//! A workspace: its files, its configuration, and the index of what is defined where.

mod calendar;
mod campaigns;
mod channel_group;
mod configuration;
mod discover;
mod extensions;
mod index;
mod link_marks;
mod load;
mod mail;
pub mod naming;
mod platforms;
mod read;
mod references;
mod regions;
mod tag_reader;
mod token_values;
mod tracking;
mod whole;

pub use calendar::{
    CalendarInForce, EVERYWHERE, FiscalQuarter, Holiday, before_without_calendar,
    business_days_without_calendar,
};
pub use campaigns::{CampaignMark, Campaigns, ChannelInForce, FormInForce, fiscal_part, folders};
pub use channel_group::ChannelGroupInUse;
pub use configuration::{
    CONFIGURATION_FILE, Configuration, Override, Patterns, Preset, RuleSetting, SHIPPED_POLICIES,
    SettingWord, configuration_schema,
};
pub(crate) use discover::in_words;
pub use discover::{Discovered, discover, find_root};
pub use extensions::Extensions;
pub use extensions::to_json;
pub use index::{Index, Read, Reads};
pub use link_marks::{IdMark, LinkMark, hash_of};
pub use load::{Input, Loaded, load, load_texts};
pub use mail::{AudienceFacts, EmailMark, Mail, Readers, SenderUse};
pub use naming::Names;
pub use platforms::{PLATFORMS, Platforms};
pub use read::{DocumentRead, FileRead};
pub use regions::Regions;
pub use tag_reader::{DimensionPart, TagReader, TagReaders};
pub use token_values::{Asked, DATE_FORMATS, Said, key_of_campaign};
pub use tracking::TrackingPolicy;
pub use whole::Workspace;

/// Whether a path is that of a policy that comes with the program.
pub(crate) fn is_shipped(path: &str) -> bool {
    path.starts_with(SHIPPED_PREFIX)
}

/// What the path of a shipped policy begins with where it is shown.
pub(crate) const SHIPPED_PREFIX: &str = "campaignlint:policies/";
