//! What stands on either side of a comparison: constants, fields, and what is computed from them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::decimal::Decimal;
use super::field::{FieldType, ValueKind};
use super::text::Text;

/// A value that a condition was written with, of a known type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    /// Text.
    Text(Text),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A day with a time.
    DateTime(DateTime),
    /// Yes or no.
    YesNo(bool),
}

impl Constant {
    /// What kind of value it is.
    pub fn kind(&self) -> ValueKind {
        match self {
            Constant::Text(_) => ValueKind::Text,
            Constant::Number(_) => ValueKind::Number,
            Constant::Date(_) => ValueKind::Date,
            Constant::DateTime(_) => ValueKind::DateTime,
            Constant::YesNo(_) => ValueKind::YesNo,
        }
    }
}

/// A constant hashes as it is compared, so that lists can be made free of doubles quickly.
impl Hash for Constant {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Constant::Text(text) => text.compared().hash(state),
            Constant::Number(number) => number.hash(state),
            Constant::Date(date) => date.hash(state),
            Constant::DateTime(at) => at.hash(state),
            Constant::YesNo(yes) => yes.hash(state),
        }
    }
}

/// A field that a condition looks at.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its full name: `budget.amount`.
    pub name: Arc<str>,
    /// What its values are; of a list, what its items are.
    pub kind: ValueKind,
    /// Whether it holds several values.
    pub is_list: bool,
    /// Whether case counts in it.
    pub exact: bool,
    /// Where records keep it, if that is known.
    pub position: Option<u32>,
}

impl Field {
    pub(super) fn new(name: &str, field_type: &FieldType, position: Option<u32>) -> Field {
        Field {
            name: name.into(),
            kind: field_type.kind(),
            is_list: matches!(field_type, FieldType::List(_)),
            exact: field_type.is_exact(),
            position,
        }
    }
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.name, self.kind)?;
        f.write_str(if self.is_list { " list" } else { "" })?;
        f.write_str(if self.exact { " exact" } else { "" })
    }
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A value as written.
    Constant(Constant),
    /// The value of a field.
    Field(Field),
    /// The day for which the condition is asked.
    Today,
    /// The day that many months before today (the last of the month where there is no such day).
    MonthsAgo(u32),
    /// How many days ago the date in the field is; negative where it lies ahead.
    DaysSince(Field),
    /// How many characters a text has, or how many values a list; 0 where the field is empty.
    Size(Field),
    /// What follows the last `@` of a text.
    Domain(Field),
    /// The text in lower case, for fields where case counts.
    Lower(Field),
    /// A computed number.
    Computed(Box<Computation>),
}

/// A number computed of two others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computation {
    /// The first number.
    pub left: Term,
    /// What is done.
    pub operator: Operator,
    /// The second number.
    pub right: Term,
}

/// What can be done with numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
}

impl Operator {
    /// The sign.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::Plus => "+",
            Operator::Minus => "-",
            Operator::Times => "*",
        }
    }
}

impl Term {
    /// What kind of value the term has.
    pub fn kind(&self) -> ValueKind {
        match self {
            Term::Constant(constant) => constant.kind(),
            Term::Field(field) => field.kind,
            Term::Today | Term::MonthsAgo(_) => ValueKind::Date,
            Term::DaysSince(_) | Term::Size(_) | Term::Computed(_) => ValueKind::Number,
            Term::Domain(_) | Term::Lower(_) => ValueKind::Text,
        }
    }

    /// Whether texts are compared with case.
    pub fn is_exact(&self) -> bool {
        match self {
            Term::Field(field) => field.exact,
            Term::Lower(_) => true,
            _ => false,
        }
    }

    /// The field of a term that looks at exactly one.
    pub fn field(&self) -> Option<&Field> {
        match self {
            Term::Field(field)
            | Term::DaysSince(field)
            | Term::Size(field)
            | Term::Domain(field)
            | Term::Lower(field) => Some(field),
            Term::Constant(_) | Term::Today | Term::MonthsAgo(_) | Term::Computed(_) => None,
        }
    }

    /// Calls `found` for every field the term looks at.
    pub fn each_field<'t>(&'t self, found: &mut dyn FnMut(&'t Field)) {
        match self {
            Term::Computed(computation) => {
                computation.left.each_field(found);
                computation.right.each_field(found);
            }
            other => {
                if let Some(field) = other.field() {
                    found(field);
                }
            }
        }
    }
}
