//! `list`: a file of people to be loaded.

use super::shape::document;
use super::target::Campaign as CampaignTarget;
use super::values::{Any, OneOrMany, Reference, Text};

document! {
    /// A file of people to be loaded.
    pub struct PeopleList<'a> {
        /// The campaign it is loaded into.
        ("for") campaign: Reference<'a, CampaignTarget>,
        /// Its columns, each with the field it fills.
        columns: Any<'a>,
        /// Where it comes from, and the proof.
        from: Any<'a>,
        /// The rows that are left out.
        unless: OneOrMany<'a, Text<'a>>,
    }
}
