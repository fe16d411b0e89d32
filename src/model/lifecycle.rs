//! `lifecycle`: the stages of a person and the moves between them.

use super::shape::document;
use super::target::Field as FieldTarget;
use super::values::{Any, OneOrMany, Reference, Text};

document! {
    /// The stages of a person and the moves between them.
    pub struct Lifecycle<'a> {
        /// The field that holds the stage.
        field: Reference<'a, FieldTarget>,
        /// The first stage.
        starts_at: Text<'a>,
        /// The stages that nobody leaves by themselves.
        ends_at: OneOrMany<'a, Text<'a>>,
        /// The stages.
        stages: Any<'a>,
        /// The moves between them.
        moves: Any<'a>,
        /// Example leads with the stage they must reach.
        examples: Any<'a>,
    }
}
