//! The part of CEL (Common Expression Language) that conditions may use: text to words ([`lexer`]),
//! words to a raw tree ([`parser`]), and the raw tree to the typed one ([`check`],
//! [`compare`], [`calls`], [`event`]).
//!
//! Nothing here recurses deeper than [`MAX_DEPTH`], whatever the text.

mod calls;
mod check;
mod compare;
mod event;
mod lexer;
mod parser;

use std::ops::Range;

use super::expression::Expression;
use super::field::Fields;
use super::problem::Problem;
use crate::syntax::Span;

/// The longest text, in bytes.
pub const MAX_CEL_BYTES: usize = 8 * 1024;

/// How deep brackets, `!`, `? :` and calculations may be nested.
pub const MAX_DEPTH: usize = 64;

/// Something wrong with a range of the text.
struct Mistake {
    at: Range<usize>,
    message: String,
    help: String,
    suggestion: Option<String>,
}

impl Mistake {
    fn new(at: &Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Mistake {
        Mistake {
            at: at.clone(),
            message: message.into(),
            help: help.into(),
            suggestion: None,
        }
    }

    fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Mistake {
        self.suggestion = suggestion.map(Into::into);
        self
    }
}

/// Reads a text; `place` tells where a part of it stands in the file. Nothing is returned where
/// anything is wrong: an expert's line with a hole in it would be another line.
pub(super) fn read(
    text: &str,
    fields: &dyn Fields,
    place: &dyn Fn(Range<usize>) -> Span,
) -> Result<Expression, Vec<Problem>> {
    let in_file = |mistakes: Vec<Mistake>| {
        let problem = |mistake: Mistake| {
            Problem::new(place(mistake.at), mistake.message, mistake.help)
                .suggest(mistake.suggestion)
        };
        mistakes.into_iter().map(problem).collect::<Vec<_>>()
    };
    if text.len() > MAX_CEL_BYTES {
        return Err(in_file(vec![Mistake::new(
            &(0..text.len()),
            format!("This condition is longer than {MAX_CEL_BYTES} bytes."),
            "Split it, or give long lists of values a group name in the taxonomy.",
        )]));
    }
    let raw = parser::parse(text).map_err(|mistake| in_file(vec![mistake]))?;
    check::check(&raw, fields, place).map_err(in_file)
}
