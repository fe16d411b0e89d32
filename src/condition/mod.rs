//! Conditions: what must be true of a person, a campaign or any other record.
//!
//! Plain words and a part of CEL become one typed tree ([`Expression`]). Everything that asks
//! conditions works on that tree: evaluation on a record, printing back in words, and exact
//! reasoning. `docs/conditions.md` tells users what they may write; three decisions run through
//! all of it:
//!
//! * A comparison with an empty field (missing, null, `""`) is false. Only `not` and `empty` take
//!   empty fields.
//! * Text ignores case unless its field says otherwise.
//! * A written value is read by the type of its field, never by the look of it.

mod calendar;
mod cel;
mod constant;
mod decimal;
mod evaluate;
mod event;
mod expression;
mod field;
mod print;
mod problem;
mod term;
mod text;
mod value;
mod words;

#[cfg(test)]
mod tests;

use std::fmt;

use jiff::civil::Date;

pub use self::cel::{MAX_CEL_BYTES, MAX_DEPTH};
pub use self::decimal::{Decimal, DecimalError};
pub use self::evaluate::{Explanation, LimitReached, MAX_STEPS};
pub use self::expression::{
    About, Comparison, Detail, EventTest, Expression, Kind, Members, Part, Pattern, Period,
};
pub use self::field::{EventType, FieldTable, FieldType, Fields, ValueKind};
pub use self::problem::Problem;
pub use self::term::{Computation, Constant, Field, Operator, Term};
pub use self::text::Text;
pub use self::value::{Event, Record, Value};
pub use self::words::{KEYS, MAX_CLAUSES, MAX_NESTING};

use crate::syntax::{Entry, Node, Span};

/// A condition that was understood, at least in part.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    expression: Expression,
    complete: bool,
}

/// Reads a mapping of plain words: fields with phrases, `who`, `did`, `any`, `not`, `cel`; all of
/// it must hold. Clauses with a mistake are left out ([`Condition::is_complete`]); where nothing is
/// left there is no condition.
pub fn from_words(node: Node<'_>, fields: &dyn Fields) -> (Option<Condition>, Vec<Problem>) {
    let mut reader = words::Reader::new(fields);
    let expression = reader.mapping(node, "", 0);
    finished(reader, expression)
}

/// Reads some entries of a mapping that has other keys too, such as an audience with its `who:` and
/// `not:`; all of them must hold. `span` is where the whole stands.
pub fn from_entries<'t>(
    entries: impl IntoIterator<Item = Entry<'t>>,
    span: Span,
    fields: &dyn Fields,
) -> (Option<Condition>, Vec<Problem>) {
    let mut reader = words::Reader::new(fields);
    let parts = reader.entries(entries.into_iter(), "", 0);
    let expression = (!parts.is_empty()).then(|| expression::all(parts, span));
    finished(reader, expression)
}

/// Reads a scalar with CEL. A text with a mistake gives no condition.
pub fn from_cel(text: Node<'_>, fields: &dyn Fields) -> (Option<Condition>, Vec<Problem>) {
    let mut reader = words::Reader::new(fields);
    let expression = reader.cel(text);
    finished(reader, expression)
}

/// Reads CEL that stands in no file: the spans are those of the text.
pub fn from_cel_text(text: &str, fields: &dyn Fields) -> Result<Condition, Vec<Problem>> {
    let place = |part: std::ops::Range<usize>| Span::new(part.start as u32, part.end as u32);
    let expression = cel::read(text, fields, &place)?;
    Ok(Condition {
        expression,
        complete: true,
    })
}

fn finished(
    reader: words::Reader<'_>,
    expression: Option<Expression>,
) -> (Option<Condition>, Vec<Problem>) {
    let complete = reader.complete;
    let condition = expression.map(|expression| Condition {
        expression,
        complete,
    });
    (condition, reader.problems)
}

impl Condition {
    /// The tree.
    pub fn expression(&self) -> &Expression {
        &self.expression
    }

    /// Whether every clause was understood. Where not, the condition asks less than was meant, and
    /// nothing should be proved of it.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Where the condition is written.
    pub fn span(&self) -> Span {
        self.expression.span
    }

    /// Whether the condition holds for a record on a day.
    pub fn holds(&self, record: &dyn Record, today: Date) -> Result<bool, LimitReached> {
        evaluate::Evaluation::new(record, today).holds(&self.expression)
    }

    /// Whether the condition holds, and which clauses decided that. Slower than
    /// [`Condition::holds`]: a finding asks it, a simulation does not.
    pub fn explain(
        &self,
        record: &dyn Record,
        today: Date,
    ) -> Result<Explanation<'_>, LimitReached> {
        evaluate::Evaluation::new(record, today).explain(&self.expression)
    }

    /// The condition as a sentence: "person_country is DE or AT and score is at least 100".
    pub fn words(&self) -> String {
        self.expression.words()
    }

    /// The condition in CEL. Reading it again gives the same tree, unless written out it is longer
    /// than [`MAX_CEL_BYTES`] or deeper than [`MAX_DEPTH`].
    pub fn cel(&self) -> String {
        self.expression.cel()
    }

    /// The condition as a YAML mapping in one line. Reading it again asks the same.
    pub fn yaml(&self) -> String {
        print::phrase::mapping(&self.expression)
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl Expression {
    /// The expression as a sentence.
    pub fn words(&self) -> String {
        print::sentence::print(self)
    }

    /// The expression in CEL.
    pub fn cel(&self) -> String {
        print::cel::print(self)
    }
}
