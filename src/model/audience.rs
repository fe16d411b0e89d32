//! `audience`: people who are addressed together.

use super::shape::document;
use super::values::{Any, OneOrMany, Text};

document! {
    /// People who are addressed together.
    pub struct Audience<'a> {
        /// A promise: nobody outside of this is in it.
        only: OneOrMany<'a, Text<'a>>,
        /// What is true of the people in it; all must hold.
        who: Any<'a>,
        /// What they did.
        did: Any<'a>,
        /// At least one of these holds.
        any: Any<'a>,
        /// None of these holds.
        not: Any<'a>,
        /// How many people it should hold: `8000 to 15000 people`.
        expect: Text<'a>,
        /// Where it lives, by platform.
        lives_in: Any<'a>,
    }
}
