//! `approvals`: who must approve which change.

use super::shape::document;
use super::values::{Any, OneOrMany, Text};

document! {
    /// Who must approve which change.
    pub struct Approvals<'a> {
        /// Which change needs whose approval.
        needs: Any<'a>,
        /// Whether an author may approve.
        own_change: Text<'a>,
        /// The days on which routing and scoring are synced.
        sync_on: OneOrMany<'a, Text<'a>>,
        /// Days on which nothing is synced.
        no_sync: OneOrMany<'a, Text<'a>>,
        /// Who watches, and how long.
        watch_after_sync: Any<'a>,
        /// The way around in an emergency.
        emergency: Any<'a>,
    }
}
