//! `routing`: who gets which lead; first match wins.

use super::shape::document;
use super::values::Any;

document! {
    /// Who gets which lead; first match wins.
    pub struct Routing<'a> {
        /// When a lead is routed.
        starts_when: Any<'a>,
        /// The rules, from the top.
        rules: Any<'a>,
        /// What happens to leads that no rule takes.
        otherwise: Any<'a>,
        /// Example leads with the owner they must get.
        examples: Any<'a>,
    }
}
