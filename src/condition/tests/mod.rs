//! Stories about conditions, and properties that hold for all of them.

mod cel;
mod evaluate;
mod events;
mod mistakes;
mod properties;
mod random;
mod rules;
mod words;

use std::collections::HashMap;

use jiff::civil::{Date, date};

use super::*;
use crate::syntax::{Node, Tree};

/// The day on which all stories play.
pub(super) const TODAY: Date = date(2026, 11, 22);

/// The fields of a person, of all types.
pub(super) fn person() -> FieldTable {
    let webcast = EventType {
        statuses: [
            "Invited",
            "Registered",
            "No Show",
            "Attended",
            "Attended On-demand",
        ]
        .map(str::to_owned)
        .into(),
        groups: vec![(
            "success".to_owned(),
            vec!["Attended".to_owned(), "Attended On-demand".to_owned()],
        )],
    };
    FieldTable::of_person()
        .with(
            "person_country",
            FieldType::choice(["DE", "AT", "CH", "FR", "NO", "US"]),
        )
        .with("company", FieldType::TEXT)
        .with("title", FieldType::TEXT)
        .with("email", FieldType::TEXT)
        .with("code", FieldType::Text { exact: true })
        .with(
            "source",
            FieldType::choice(["Purchased List", "Web", "Partner"]),
        )
        .with(
            "score",
            FieldType::WholeNumber {
                min: Some(0),
                max: Some(999),
            },
        )
        .with("employees", FieldType::WHOLE)
        .with("budget.amount", FieldType::Number)
        .with("budget.spent", FieldType::Number)
        .with("last_visit", FieldType::Date)
        .with("contract_end", FieldType::Date)
        .with("seen_at", FieldType::DateTime)
        .with("opted_in", FieldType::YesNo)
        .with("topics", FieldType::list(FieldType::TEXT))
        .with("review-every", FieldType::TEXT)
        .with_group("person_country", "dach", ["DE", "AT", "CH"])
        .with_event("webcast", webcast)
}

/// A record written as pairs of field and value.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) values: HashMap<String, Value<'static>>,
    pub(super) events: Vec<Event>,
}

impl Record for Person {
    fn value(&self, field: &str) -> Value<'_> {
        self.values.get(field).cloned().unwrap_or(Value::Empty)
    }

    fn events(&self) -> &[Event] {
        &self.events
    }
}

/// A person from `field: value` pairs, read by the types of the fields; `[a, b]` is a list.
pub(super) fn someone(pairs: &[(&str, &str)]) -> Person {
    let fields = person();
    let mut someone = Person::default();
    for (field, text) in pairs {
        let field_type = fields.field(field).unwrap();
        let text = text.to_string();
        let value = match text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            Some(items) => Value::List(
                items
                    .split(", ")
                    .map(|item| Value::text(item.to_owned()))
                    .collect(),
            ),
            None => match field_type.read(&text).unwrap() {
                Value::Text(text) => Value::text(text.into_owned()),
                Value::Number(number) => Value::Number(number),
                Value::Date(date) => Value::Date(date),
                Value::DateTime(at) => Value::DateTime(at),
                Value::YesNo(yes) => Value::YesNo(yes),
                _ => Value::Empty,
            },
        };
        someone.values.insert((*field).to_owned(), value);
    }
    someone
}

pub(super) fn tree(text: &str) -> Tree {
    let tree = Tree::parse(text.to_owned());
    assert!(tree.errors().is_empty(), "{text}: {:?}", tree.errors());
    tree
}

pub(super) fn root(tree: &Tree) -> Node<'_> {
    tree.documents().next().unwrap()
}

/// A condition in words that must be understood.
pub(super) fn words(text: &str) -> Condition {
    let tree = tree(text);
    let (condition, problems) = from_words(root(&tree), &person());
    assert!(problems.is_empty(), "{text}: {problems:#?}");
    condition.unwrap()
}

/// A condition in CEL that must be understood.
pub(super) fn cel(text: &str) -> Condition {
    from_cel_text(text, &person()).unwrap_or_else(|problems| panic!("{text}: {problems:#?}"))
}

#[track_caller]
pub(super) fn holds(condition: &Condition, person: &Person) -> bool {
    condition.holds(person, TODAY).unwrap()
}

/// Asserts for whom a condition holds and for whom not.
#[track_caller]
pub(super) fn takes(text: &str, field: &str, yes: &[&str], no: &[&str]) {
    let condition = words(text);
    for value in yes {
        assert!(
            holds(&condition, &someone(&[(field, value)])),
            "{text} takes {value}"
        );
    }
    for value in no {
        assert!(
            !holds(&condition, &someone(&[(field, value)])),
            "{text} leaves {value}"
        );
    }
}
