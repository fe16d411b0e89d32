//! Templates of names and tags: `{date}_{region}_{topic}_{language?}`.
//!
//! The language:
//!
//! - Everything outside braces stands as it is.
//! - `{region}` is a token. What it means is the caller's business: this room knows text only.
//! - `{language?}` may be left out; the signs in front of it (`_`) go with it. Where nothing stands
//!   before it, the signs behind it go.
//! - `{event:YYYYMMDD}` says how a date is written: `YYYY`, `YY`, `MM` and `DD` with any signs between
//!   them. A format may hold the very sign that separates tokens: `{date:YYYY_MM_DD}_{region}`.
//! - `{event:YYYYMMDD?}` is both.
//!
//! A template is used both ways: [`Template::build`] writes a text, and [`Template::read`] says which
//! part of a text stands for which token and which of them are wrong. A text that can be divided in
//! two ways that are equally good gets no verdict.

mod build;
mod date_format;
mod division;
mod follow;
mod parse;
mod phrase;
mod read;
mod separators;
mod shape;

use std::ops::Range;

pub use build::Value;
pub use date_format::{DateFormat, DateReading, FiscalQuarter, MONTHS};
pub use follow::{Division, Fault, FaultKind, Following};
pub use parse::Problem;
pub(crate) use phrase::alternatives;
pub use read::{Reading, Segment};
pub use separators::Separators;
pub use shape::{Fit, Joined, Letters, Run, Shape, Sort, Words};

/// A template, taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    pub(in crate::template) steps: Vec<Step>,
    /// What stands behind the last token.
    pub(in crate::template) end: Box<str>,
    pub(in crate::template) separators: Separators,
}

/// A token with what stands in front of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::template) struct Step {
    /// Letters and digits that are always written, with what is before them.
    pub(in crate::template) words: Box<str>,
    /// The signs right in front of the token; they go with it.
    pub(in crate::template) signs: Box<str>,
    pub(in crate::template) token: Token,
}

/// One token of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its name: `region`.
    pub name: Box<str>,
    /// How its date is written, where the template says so.
    pub format: Option<DateFormat>,
    /// Whether it may be left out.
    pub optional: bool,
    /// Where it stands in the template's text, with its braces.
    pub range: Range<usize>,
}

/// Whether letter case counts when texts are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// `EMEA` is not `emea`.
    Counts,
    /// It is.
    Ignored,
}

impl Case {
    /// Whether two texts are the same.
    pub fn same(self, one: &str, other: &str) -> bool {
        match self {
            Case::Counts => one == other,
            Case::Ignored => one.eq_ignore_ascii_case(other),
        }
    }
}

impl Template {
    /// Takes a template apart.
    ///
    /// # Errors
    /// When its braces don't match, or what stands in them can't be a token.
    pub fn parse(text: &str) -> Result<Template, Problem> {
        parse::template(text)
    }

    /// Its tokens, in order.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.steps.iter().map(|step| &step.token)
    }

    /// Whether a character separates tokens: such a one should not stand in a token's text.
    pub fn separates(&self, c: char) -> bool {
        self.steps
            .iter()
            .any(|step| step.signs.contains(c) || step.words.contains(c))
            && !c.is_alphanumeric()
    }

    /// The word that touches a token from the front: the `v` of `v{version}`.
    pub fn word_before(&self, token: usize) -> Option<&str> {
        let step = self.steps.get(token).filter(|step| step.signs.is_empty())?;
        let word = step.words.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        (!word.is_empty()).then_some(word)
    }

    /// The signs between its tokens.
    pub fn separators(&self) -> &Separators {
        &self.separators
    }

    /// Writes the text.
    ///
    /// # Errors
    /// The first token that must be there and has no value.
    pub fn build<'t, 'v>(
        &'t self,
        value: impl FnMut(&'t Token) -> Value<'v>,
    ) -> Result<String, &'t Token> {
        build::build(self, value)
    }

    /// Which part of a text stands for which token, in the division of the text in which the fewest
    /// tokens are wrong. `None` when the text can't be divided, or in several ways that are equally
    /// good. `values` are those of [`Self::tokens`], in their order; `case` says whether letter case
    /// counts.
    pub fn read(&self, text: &str, values: &[Value<'_>], case: Case) -> Option<Reading> {
        read::read(self, text, values, case)
    }
}
