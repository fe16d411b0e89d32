//! The one tree that plain words and CEL become, and that evaluation, printing and proofs share.
//!
//! It is small on purpose: every phrase and every CEL form is put into the same few shapes by the
//! functions at the end of this file, and nothing else builds trees. Two trees are equal when they
//! ask the same, wherever they stand in a file.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use regex::{Regex, RegexBuilder};

use super::term::{Constant, Field, Term};
use super::text::Text;
use crate::syntax::Span;

/// A condition or a part of one, and where it is written.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it asks.
    pub kind: Kind,
    /// The characters it was written with.
    pub span: Span,
}

/// Where something is written does not make it another condition.
impl PartialEq for Expression {
    fn eq(&self, other: &Expression) -> bool {
        self.kind == other.kind
    }
}

/// What a condition asks. Every part is either true or false: a comparison with an empty field is
/// false, so only [`Kind::Not`] and [`Kind::Empty`] are true of empty fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// True or false whatever the record says.
    Always(bool),
    /// All of at least two hold; none of them is an `All`.
    All(Vec<Expression>),
    /// At least one of at least two holds; none of them is an `Any`.
    Any(Vec<Expression>),
    /// The part does not hold; it is no `Not`.
    Not(Box<Expression>),
    /// The field is missing, null or `""`.
    Empty(Field),
    /// One value compared with another of the same kind.
    Compare(Term, Comparison, Term),
    /// The value is one of these.
    OneOf(Term, Members),
    /// The text has these parts.
    Part(Term, Part),
    /// The person did something.
    Did(Box<EventTest>),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`: both are known and differ; of a list, no item is equal.
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Comparison {
    /// The sign in CEL.
    pub fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => "==",
            Comparison::NotEqual => "!=",
            Comparison::Less => "<",
            Comparison::AtMost => "<=",
            Comparison::More => ">",
            Comparison::AtLeast => ">=",
        }
    }

    /// Whether it holds for two values that stand in this order.
    pub fn allows(self, order: Ordering) -> bool {
        match self {
            Comparison::Equal => order == Ordering::Equal,
            Comparison::NotEqual => order != Ordering::Equal,
            Comparison::Less => order == Ordering::Less,
            Comparison::AtMost => order != Ordering::Greater,
            Comparison::More => order == Ordering::Greater,
            Comparison::AtLeast => order != Ordering::Less,
        }
    }

    /// The comparison that says the same with its sides exchanged.
    #[must_use]
    pub fn turned(self) -> Comparison {
        match self {
            Comparison::Less => Comparison::More,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::More => Comparison::Less,
            Comparison::AtLeast => Comparison::AtMost,
            same => same,
        }
    }
}

/// The values of a membership, free of doubles, and the words that stood for them.
#[derive(Clone, Debug)]
pub struct Members {
    values: Vec<Constant>,
    shown: Vec<String>,
    /// Of long lists of text where case does not count: what is compared, in order, and its first
    /// letters.
    sorted: Vec<(u64, Box<str>)>,
}

/// How a list was put into words does not make it another list.
impl PartialEq for Members {
    fn eq(&self, other: &Members) -> bool {
        self.values == other.values
    }
}

impl Members {
    pub(super) fn new(values: Vec<Constant>, shown: Vec<String>) -> Members {
        /// Up to this many, asking one after the other is as fast as any order.
        const FEW: usize = 6;
        let mut seen = HashSet::new();
        let keep: Vec<bool> = values.iter().map(|value| seen.insert(value)).collect();
        drop(seen);
        let mut keep = keep.into_iter();
        let mut values = values;
        values.retain(|_| keep.next().unwrap_or(true));
        let mut sorted: Vec<(u64, Box<str>)> = Vec::new();
        if values.len() > FEW {
            let texts = values.iter().map_while(|value| match value {
                Constant::Text(text) if !text.is_exact() => {
                    let compared = text.compared();
                    Some((first_letters(compared.as_bytes()), compared.into()))
                }
                _ => None,
            });
            sorted = texts.collect();
            if sorted.len() < values.len() {
                sorted.clear();
            }
            sorted.sort_unstable();
        }
        Members {
            values,
            shown,
            sorted,
        }
    }

    /// The values in the order in which they were written, each once.
    pub fn values(&self) -> &[Constant] {
        &self.values
    }

    /// The values and group names as they were typed.
    pub fn shown(&self) -> &[String] {
        &self.shown
    }

    /// Whether a long list is held in order, so that [`Members::has_lowered`] can be asked.
    pub(super) fn is_sorted(&self) -> bool {
        !self.sorted.is_empty()
    }

    /// Whether a long list holds a text, given in lower case.
    pub(super) fn has_lowered(&self, text: &[u8]) -> bool {
        let first = first_letters(text);
        self.sorted
            .binary_search_by(|(letters, each)| {
                letters.cmp(&first).then_with(|| each.as_bytes().cmp(text))
            })
            .is_ok()
    }
}

/// The first eight bytes as a number that sorts as they do: codes of countries and languages are
/// compared by it alone.
fn first_letters(text: &[u8]) -> u64 {
    let mut letters = [0; 8];
    for (letter, byte) in letters.iter_mut().zip(text) {
        *letter = *byte;
    }
    u64::from_be_bytes(letters)
}

/// A question about a part of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// At least one of these stands in it.
    Contains(Vec<Text>),
    /// It begins with this.
    StartsWith(Text),
    /// It ends with this.
    EndsWith(Text),
    /// A regular expression finds something in it. Proofs can not look into it.
    Matches(Pattern),
}

/// A regular expression, compiled once and limited in size.
#[derive(Clone, Debug)]
pub struct Pattern {
    written: Arc<str>,
    compiled: Regex,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.written == other.written
    }
}

impl Pattern {
    /// Compiles a pattern; `exact` says that case counts.
    pub(super) fn new(written: &str, exact: bool) -> Result<Pattern, regex::Error> {
        const LARGEST: usize = 256 * 1024;
        let compiled = RegexBuilder::new(written)
            .case_insensitive(!exact)
            .size_limit(LARGEST)
            .dfa_size_limit(LARGEST)
            .nest_limit(50)
            .build()?;
        Ok(Pattern {
            written: written.into(),
            compiled,
        })
    }

    /// The pattern as typed.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The compiled pattern.
    pub fn regex(&self) -> &Regex {
        &self.compiled
    }
}

/// What a person must have done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTest {
    /// The id of a channel, `form`, `visit` or `email`; `None` is anything at all.
    pub kind: Option<Box<str>>,
    /// What must be true of the event, all of it.
    pub details: Vec<Detail>,
    /// How long ago at most.
    pub within: Option<Period>,
    /// How often at least.
    pub at_least: u32,
}

/// A question about one property of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The property.
    pub about: About,
    /// Whether it must be none of the values; true as well where the event does not say.
    pub not: bool,
    /// At least one of these; a page matches those below it too.
    pub values: Vec<Text>,
}

/// The properties of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// The status that was reached.
    Status,
    /// The campaign it belongs to.
    Campaign,
    /// The form or e-mail.
    Asset,
    /// The sort of e-mail or form: `operational`.
    Sort,
    /// The page.
    Url,
}

/// A length of time that ends today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// That many days.
    Days(u32),
    /// That many months of the calendar.
    Months(u32),
}

impl Expression {
    pub(super) fn new(kind: Kind, span: Span) -> Expression {
        Expression { kind, span }
    }

    /// The parts of a boolean operator; nothing for a clause.
    pub fn children(&self) -> &[Expression] {
        match &self.kind {
            Kind::All(parts) | Kind::Any(parts) => parts,
            Kind::Not(part) => std::slice::from_ref(part),
            _ => &[],
        }
    }

    /// Calls `found` for the expression and everything in it, from the top.
    pub fn each<'e>(&'e self, found: &mut dyn FnMut(&'e Expression)) {
        found(self);
        for child in self.children() {
            child.each(found);
        }
    }

    /// How many expressions it is made of.
    pub fn size(&self) -> usize {
        let mut size = 0;
        self.each(&mut |_| size += 1);
        size
    }

    /// Calls `found` for every field the expression looks at, as often as it does.
    pub fn each_field<'e>(&'e self, found: &mut dyn FnMut(&'e Field)) {
        self.each(&mut |expression| match &expression.kind {
            Kind::Empty(field) => found(field),
            Kind::Compare(left, _, right) => {
                left.each_field(found);
                right.each_field(found);
            }
            Kind::OneOf(term, _) | Kind::Part(term, _) => term.each_field(found),
            Kind::Always(_) | Kind::All(_) | Kind::Any(_) | Kind::Not(_) | Kind::Did(_) => {}
        });
    }

    /// Whether proofs can not look into some part of it: a regular expression.
    pub fn is_opaque(&self) -> bool {
        let mut opaque = false;
        self.each(&mut |expression| {
            opaque |= matches!(expression.kind, Kind::Part(_, Part::Matches(_)));
        });
        opaque
    }
}

/// All of these, as one flat list without repetitions side by side.
pub(super) fn all(parts: Vec<Expression>, span: Span) -> Expression {
    join(parts, span, Kind::All, true)
}

/// At least one of these, as one flat list without repetitions side by side.
pub(super) fn any(parts: Vec<Expression>, span: Span) -> Expression {
    join(parts, span, Kind::Any, false)
}

/// `neutral` is what an empty list means, and what changes nothing in a longer one.
fn join(
    parts: Vec<Expression>,
    span: Span,
    make: fn(Vec<Expression>) -> Kind,
    neutral: bool,
) -> Expression {
    let several = parts.len() > 1;
    let mut flat: Vec<Expression> = Vec::with_capacity(parts.len());
    for part in parts {
        match part.kind {
            Kind::All(inner) if neutral => inner.into_iter().for_each(|each| add(&mut flat, each)),
            Kind::Any(inner) if !neutral => inner.into_iter().for_each(|each| add(&mut flat, each)),
            Kind::Always(value) if value == neutral => {}
            _ => add(&mut flat, part),
        }
    }
    match flat.len() {
        0 => Expression::new(Kind::Always(neutral), span),
        1 if several => flat.remove(0).spanning(span),
        1 => flat.remove(0),
        _ => Expression::new(make(flat), span),
    }
}

/// `x != null && x != ""` says one thing twice.
fn add(parts: &mut Vec<Expression>, part: Expression) {
    if parts.last() != Some(&part) {
        parts.push(part);
    }
}

/// The opposite.
pub(super) fn not(part: Expression, span: Span) -> Expression {
    match part.kind {
        Kind::Always(value) => Expression::new(Kind::Always(!value), span),
        Kind::Not(inner) => inner.spanning(span),
        _ => Expression::new(Kind::Not(Box::new(part)), span),
    }
}

/// The value is one of these: one value is a comparison, no value is never.
pub(super) fn one_of(term: Term, members: Members, span: Span) -> Expression {
    match members.values() {
        [] => Expression::new(Kind::Always(false), span),
        [only] => Expression::new(
            Kind::Compare(term, Comparison::Equal, Term::Constant(only.clone())),
            span,
        ),
        _ => Expression::new(Kind::OneOf(term, members), span),
    }
}

impl Expression {
    /// The same expression for a wider stretch of text: brackets, a `not` that was undone.
    fn spanning(mut self, span: Span) -> Expression {
        self.span = span;
        self
    }
}
