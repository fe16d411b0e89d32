//! What a condition is asked about: a record with typed values and the things a person did.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};

use super::decimal::Decimal;

/// One value of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Missing, null and `""` are one thing.
    Empty,
    /// Text; an empty one counts as [`Value::Empty`].
    Text(Cow<'a, str>),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A day with a time.
    DateTime(DateTime),
    /// Yes or no.
    YesNo(bool),
    /// Several values; an empty list counts as [`Value::Empty`]. Lists in lists are never looked at.
    List(Vec<Value<'a>>),
}

impl<'a> Value<'a> {
    /// A text, borrowed or owned.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Value<'a> {
        Value::Text(text.into())
    }

    /// Whether the value says nothing: [`Value::Empty`], `""`, or a list of such values.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(text) => text.is_empty(),
            Value::List(items) => items.iter().all(|item| match item {
                Value::Empty => true,
                Value::Text(text) => text.is_empty(),
                _ => false,
            }),
            _ => false,
        }
    }
}

/// Something with fields: a person, a campaign, any node of a document.
pub trait Record {
    /// The value of a field, by its full name: `budget.amount`.
    fn value(&self, field: &str) -> Value<'_>;

    /// The value of a field that has a position (see [`Fields::position`]): a place in a row is
    /// found faster than a name.
    ///
    /// [`Fields::position`]: super::Fields::position
    fn value_at(&self, position: u32, field: &str) -> Value<'_> {
        let _ = position;
        self.value(field)
    }

    /// What was done, in any order.
    fn events(&self) -> &[Event] {
        &[]
    }
}

/// One thing that a person did.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The id of a channel, or `form`, `visit`, `email`.
    pub kind: String,
    /// When.
    pub at: DateTime,
    /// The campaign it belongs to.
    pub campaign: Option<String>,
    /// The form or e-mail it was done with.
    pub asset: Option<String>,
    /// What sort of e-mail or form: `operational`.
    pub sort: Option<String>,
    /// The status that was reached: `Attended`, `clicked`.
    pub status: Option<String>,
    /// The page.
    pub url: Option<String>,
}

impl Event {
    /// An event of which only kind and time are known.
    pub fn new(kind: impl Into<String>, at: DateTime) -> Event {
        Event {
            kind: kind.into(),
            at,
            campaign: None,
            asset: None,
            sort: None,
            status: None,
            url: None,
        }
    }
}
