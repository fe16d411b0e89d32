//! What the fields of a record are, so that every value can be read by the type of its field and
//! every unknown name can be answered with a known one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::text;

/// What the values of a field are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Any text.
    Text {
        /// Whether case counts (`case: exact`).
        exact: bool,
    },
    /// One of the listed texts.
    Choice {
        /// All values, as they are spelt.
        values: Arc<[String]>,
        /// Whether case counts (`case: exact`).
        exact: bool,
    },
    /// A number without a fraction.
    WholeNumber {
        /// The least value.
        min: Option<i64>,
        /// The greatest value.
        max: Option<i64>,
    },
    /// A number with at most six digits behind the point.
    Number,
    /// A day.
    Date,
    /// A day with a time.
    DateTime,
    /// Yes or no.
    YesNo,
    /// Several values of one type. A comparison holds when it holds for at least one of them.
    List(Box<FieldType>),
}

impl FieldType {
    /// Text that ignores case.
    pub const TEXT: FieldType = FieldType::Text { exact: false };
    /// A whole number of any size.
    pub const WHOLE: FieldType = FieldType::WholeNumber {
        min: None,
        max: None,
    };

    /// One of these texts, ignoring case.
    pub fn choice<T: Into<String>>(values: impl IntoIterator<Item = T>) -> FieldType {
        FieldType::Choice {
            values: values.into_iter().map(Into::into).collect(),
            exact: false,
        }
    }

    /// Several values of a type.
    pub fn list(of: FieldType) -> FieldType {
        FieldType::List(Box::new(of))
    }

    /// The type of one value: of a list, that of its items.
    pub fn item(&self) -> &FieldType {
        match self {
            FieldType::List(item) => item.item(),
            other => other,
        }
    }

    /// What conditions need to know of the type.
    pub fn kind(&self) -> ValueKind {
        match self {
            FieldType::Text { .. } | FieldType::Choice { .. } => ValueKind::Text,
            FieldType::WholeNumber { .. } | FieldType::Number => ValueKind::Number,
            FieldType::Date => ValueKind::Date,
            FieldType::DateTime => ValueKind::DateTime,
            FieldType::YesNo => ValueKind::YesNo,
            FieldType::List(item) => item.kind(),
        }
    }

    /// Whether texts of this type are compared with case.
    pub fn is_exact(&self) -> bool {
        match self {
            FieldType::Text { exact } | FieldType::Choice { exact, .. } => *exact,
            FieldType::List(item) => item.is_exact(),
            _ => false,
        }
    }

    /// The values to choose from, where they are listed.
    pub fn choices(&self) -> &[String] {
        match self.item() {
            FieldType::Choice { values, .. } => values,
            _ => &[],
        }
    }
}

/// The five kinds of value that comparisons tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A day with a time.
    DateTime,
    /// Yes or no.
    YesNo,
}

impl ValueKind {
    /// With its article, for messages.
    pub fn described(self) -> &'static str {
        match self {
            ValueKind::Text => "a text",
            ValueKind::Number => "a number",
            ValueKind::Date => "a date",
            ValueKind::DateTime => "a date with a time",
            ValueKind::YesNo => "yes or no",
        }
    }

    /// Whether values of both kinds can be compared: a day can be compared with a time of a day.
    pub fn fits(self, other: ValueKind) -> bool {
        self == other || (self.is_date() && other.is_date())
    }

    /// Whether this is a day, with or without a time.
    pub fn is_date(self) -> bool {
        matches!(self, ValueKind::Date | ValueKind::DateTime)
    }
}

/// What a person can have done with one kind of event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventType {
    /// The statuses it knows, in their order; empty where any word may be one.
    pub statuses: Vec<String>,
    /// Names for several statuses: `success`.
    pub groups: Vec<(String, Vec<String>)>,
}

/// The fields that conditions may use.
pub trait Fields {
    /// The type of a field by its full name, `None` where there is no such field.
    fn field(&self, name: &str) -> Option<FieldType>;

    /// All names, for did-you-mean.
    fn names(&self) -> Vec<String>;

    /// The members of a group name, which may stand wherever a value of the field stands.
    fn group(&self, field: &str, name: &str) -> Option<Vec<String>> {
        let _ = (field, name);
        None
    }

    /// The group names that a field knows, for did-you-mean.
    fn group_names(&self, field: &str) -> Vec<String> {
        let _ = field;
        Vec::new()
    }

    /// Where records keep the field, handed on to [`Record::value_at`].
    ///
    /// [`Record::value_at`]: super::Record::value_at
    fn position(&self, name: &str) -> Option<u32> {
        let _ = name;
        None
    }

    /// A kind of event: the id of a channel, or `form`, `visit`, `email`.
    fn event(&self, kind: &str) -> Option<Cow<'_, EventType>> {
        let _ = kind;
        None
    }

    /// All kinds of event, for did-you-mean.
    fn event_kinds(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Fields, groups and events put together by hand.
#[derive(Clone, Debug, Default)]
pub struct FieldTable {
    fields: Vec<(String, FieldType)>,
    positions: HashMap<String, u32>,
    /// By field and lower-case name.
    groups: HashMap<(String, String), (String, Vec<String>)>,
    events: Vec<(String, EventType)>,
}

impl FieldTable {
    /// No fields at all.
    pub fn new() -> FieldTable {
        FieldTable::default()
    }

    /// No fields, and the events that need no channel: `form`, `visit` and `email`.
    pub fn of_person() -> FieldTable {
        ["form", "visit", "email"]
            .into_iter()
            .fold(FieldTable::new(), |table, kind| {
                table.with_event(kind, EventType::default())
            })
    }

    /// Adds a field; a later one of the same name takes the place of the first.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, field_type: FieldType) -> FieldTable {
        let name = name.into();
        if let Some(position) = self.positions.get(&name) {
            self.fields[*position as usize].1 = field_type;
        } else {
            self.positions
                .insert(name.clone(), self.fields.len() as u32);
            self.fields.push((name, field_type));
        }
        self
    }

    /// Adds a group name of a field.
    #[must_use]
    pub fn with_group<T: Into<String>>(
        mut self,
        field: &str,
        name: &str,
        members: impl IntoIterator<Item = T>,
    ) -> FieldTable {
        let members = members.into_iter().map(Into::into).collect();
        let key = (field.to_owned(), text::lower(name).into_owned());
        self.groups.insert(key, (name.to_owned(), members));
        self
    }

    /// Adds a kind of event: a channel with its statuses.
    #[must_use]
    pub fn with_event(mut self, kind: impl Into<String>, event: EventType) -> FieldTable {
        let kind = kind.into();
        self.events.retain(|(known, _)| *known != kind);
        self.events.push((kind, event));
        self
    }

    /// The fields in the order in which they were added; a field's position is its place here.
    pub fn fields(&self) -> &[(String, FieldType)] {
        &self.fields
    }
}

impl Fields for FieldTable {
    fn field(&self, name: &str) -> Option<FieldType> {
        let position = *self.positions.get(name)?;
        Some(self.fields[position as usize].1.clone())
    }

    fn names(&self) -> Vec<String> {
        self.fields.iter().map(|(name, _)| name.clone()).collect()
    }

    fn group(&self, field: &str, name: &str) -> Option<Vec<String>> {
        if self.groups.is_empty() {
            return None;
        }
        let key = (field.to_owned(), text::lower(name).into_owned());
        self.groups.get(&key).map(|(_, members)| members.clone())
    }

    fn group_names(&self, field: &str) -> Vec<String> {
        let mut names: Vec<String> = self
            .groups
            .iter()
            .filter(|((of, _), _)| of == field)
            .map(|(_, (name, _))| name.clone())
            .collect();
        names.sort();
        names
    }

    fn position(&self, name: &str) -> Option<u32> {
        self.positions.get(name).copied()
    }

    fn event(&self, kind: &str) -> Option<Cow<'_, EventType>> {
        self.events
            .iter()
            .find(|(known, _)| known == kind)
            .map(|(_, event)| Cow::Borrowed(event))
    }

    fn event_kinds(&self) -> Vec<String> {
        self.events.iter().map(|(kind, _)| kind.clone()).collect()
    }
}
