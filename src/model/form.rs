//! `form`: a form: its fields, its notice and its permission boxes.

use super::shape::document;
use super::target::{Field as FieldTarget, Language as LanguageTarget};
use super::values::{Any, OneOrMany, Reference, Text};

document! {
    /// A form: its fields, its notice and its permission boxes.
    pub struct Form<'a> {
        /// The fields that must be filled.
        required: OneOrMany<'a, Reference<'a, FieldTarget>>,
        /// The fields that may be filled.
        optional: OneOrMany<'a, Reference<'a, FieldTarget>>,
        /// The UTM parameters it captures.
        captures: OneOrMany<'a, Text<'a>>,
        /// The address of the privacy notice.
        notice: Text<'a>,
        /// The permission boxes and their wording.
        permission: Any<'a>,
        /// What happens once it is sent.
        then: Any<'a>,
        /// The languages it exists in.
        speaks: OneOrMany<'a, Reference<'a, LanguageTarget>>,
    }
}
