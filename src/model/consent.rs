//! `consent`: for which purposes and reasons people may be written to, by country and channel.

use super::shape::document;
use super::values::{Any, OneOrMany, Text};

document! {
    /// For which purposes and reasons people may be written to, by country and channel.
    pub struct Consent<'a> {
        /// The shipped policy that this adds to.
        pack: Any<'a>,
        /// The purposes, each with the field that holds the permission.
        purposes: Any<'a>,
        /// The reasons for which we may write to a person.
        allowed_because: Any<'a>,
        /// Which reasons count in which country; first match wins.
        rules: Any<'a>,
        /// Yes/no fields of people who are never addressed.
        never: OneOrMany<'a, Text<'a>>,
        /// How people can leave.
        unsubscribe: Any<'a>,
        /// How long data is kept.
        retention: Any<'a>,
    }
}
