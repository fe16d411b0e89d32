//! `scoring`: how people are scored by what they do and who they are.

use super::shape::document;
use super::values::Any;

document! {
    /// How people are scored by what they do and who they are.
    pub struct Scoring<'a> {
        /// The fields that hold the scores.
        writes: Any<'a>,
        /// The score at which a person becomes an MQL.
        mql_at: Any<'a>,
        /// Rules for what people do.
        behavior: Any<'a>,
        /// Rules for who people are.
        fit: Any<'a>,
        /// How scores fade.
        decay: Any<'a>,
        /// People who are never scored.
        never_score: Any<'a>,
        /// Example leads with the score they must get.
        examples: Any<'a>,
    }
}
