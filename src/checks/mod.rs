//! The rule engine: which rules look at which nodes, how they are set, what is suppressed.
//!
//! A rule exists because its folder exists: `rules/<family>/<name>/` holds everything about the rule
//! `family/name`. `registry.rs` is generated from those folders.

pub(crate) mod attribution;
mod campaign_tag;
mod cases;
mod clock;
mod context;
mod declared;
pub(crate) mod email;
mod engine;
mod finished;
mod fix;
pub(crate) mod free_values;
mod generate;
mod link;
mod list;
pub(crate) mod mapping;
pub(crate) mod mediums;
pub(crate) mod naming;
mod needs;
pub(crate) mod platforms;
pub(crate) mod program;
#[rustfmt::skip]
mod registry;
mod rule;
mod run;
mod settings;
pub(crate) mod statuses;
mod subject;
mod suppression;
mod team;
pub(crate) mod templates;
mod utm_tokens;
pub(crate) mod vocabulary;

pub use campaign_tag::{CampaignTag, Gap, Verdict, WrongToken};
pub use cases::{CaseReport, TODAY, examples, run_cases};
pub use clock::RuleTime;
pub use context::Context;
pub use engine::{Checked, Selection, check};
pub use finished::{finished, in_order_of_policy};
pub use fix::{Fixed, apply_fixes};
pub use generate::registry_source;
pub use link::{LinkSubject, Origin, TagUse};
pub use list::{CheckedLink, ListChecker, Worker};
pub use needs::{Need, NeedKind, email_of_role, needs};
pub use rule::{Check, Rule, RuleSet, family_of};
pub use settings::{Settings, Value as OptionValue};
pub use subject::{DocumentSubject, FileSubject, ReferenceSubject};
