//! The conditions a channel group is made of, and what it takes to decide them quickly.
//!
//! Google writes some of them as regular expressions; all of them are of the form "equals, begins with,
//! ends with, contains", so no expression engine runs.

use super::decision::Field;

/// A test of one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum TextTest {
    Equals(Box<str>),
    StartsWith(Box<str>),
    EndsWith(Box<str>),
    /// The text stands somewhere, not right behind one of these characters.
    Contains {
        text: Box<str>,
        not_after: Box<str>,
    },
}

/// A condition on a visit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Condition {
    /// Any of the tests holds for the field.
    Text(Field, Tests),
    /// The source is in the list at this index.
    Category(usize),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// Tests any of which may hold, with the lengths of text for which one can.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Tests {
    list: Vec<TextTest>,
    /// Bit n is set when a text of n bytes may pass; the last bit is for all longer ones. One look at it
    /// spares most comparisons.
    lengths: u64,
}

impl Tests {
    pub(super) fn new(list: Vec<TextTest>) -> Tests {
        let lengths = list
            .iter()
            .fold(0, |lengths, test| lengths | test.lengths());
        Tests { list, lengths }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn list(&self) -> &[TextTest] {
        &self.list
    }

    /// The first test that holds for `text`, which is in lower case.
    pub(super) fn taken(&self, text: &str) -> Option<&TextTest> {
        if self.lengths >> text.len().min(63) & 1 == 0 {
            return None;
        }
        self.list.iter().find(|test| test.holds(text))
    }
}

impl Condition {
    /// Adds the tests of a campaign's name that a list lacks.
    pub(super) fn add_tests_of_campaign(&self, list: &mut Vec<Tests>) {
        match self {
            Condition::Text(Field::Campaign, tests) if !list.contains(tests) => {
                list.push(tests.clone());
            }
            Condition::Text(..) | Condition::Category(_) => {}
            Condition::All(each) | Condition::Any(each) => {
                each.iter()
                    .for_each(|condition| condition.add_tests_of_campaign(list));
            }
        }
    }
}

impl TextTest {
    fn holds(&self, text: &str) -> bool {
        match self {
            TextTest::Equals(wanted) => text == &**wanted,
            TextTest::StartsWith(wanted) => text.starts_with(&**wanted),
            TextTest::EndsWith(wanted) => text.ends_with(&**wanted),
            TextTest::Contains {
                text: wanted,
                not_after,
            } => contains(text, wanted, not_after).is_some(),
        }
    }

    fn lengths(&self) -> u64 {
        let from = |wanted: &str| u64::MAX << wanted.len().min(63);
        match self {
            TextTest::Equals(wanted) => 1 << wanted.len().min(63),
            TextTest::StartsWith(wanted) | TextTest::EndsWith(wanted) => from(wanted),
            TextTest::Contains { text: wanted, .. } => from(wanted),
        }
    }
}

/// Where `wanted` first stands in `text`, not right behind one of the characters in `not_after`.
pub(super) fn contains(text: &str, wanted: &str, not_after: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(offset) = find(text.as_bytes().get(from..)?, wanted.as_bytes()) {
        let at = from + offset;
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if !before.is_some_and(|before| not_after.contains(before)) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Names are short, and so is what is looked for: comparing at each first byte takes a third of the time
/// that preparing a proper search does. Long texts get the proper search, which stays linear.
fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    const SHORT: usize = 200;
    let last = text.len().checked_sub(wanted.len())?;
    let Some(first) = wanted.first() else {
        return Some(0);
    };
    if text.len() > SHORT {
        return memchr::memmem::find(text, wanted);
    }
    memchr::memchr_iter(*first, &text[..=last]).find(|at| text[*at..].starts_with(wanted))
}

/// A visit in lower case.
pub(super) struct Visit<'v> {
    pub(super) source: &'v str,
    pub(super) medium: &'v str,
    pub(super) campaign: &'v str,
    /// Index of the list its source is in.
    pub(super) category: Option<usize>,
    /// Whether a test of the campaign's name held.
    pub(super) campaign_held: bool,
}

impl<'v> Visit<'v> {
    pub(super) fn new(
        source: &'v str,
        medium: &'v str,
        campaign: &'v str,
        category: Option<usize>,
    ) -> Visit<'v> {
        Visit {
            source,
            medium,
            campaign,
            category,
            campaign_held: false,
        }
    }

    pub(super) fn field(&self, field: Field) -> &'v str {
        match field {
            Field::Source => self.source,
            Field::Medium => self.medium,
            Field::Campaign => self.campaign,
        }
    }

    pub(super) fn holds(&mut self, condition: &Condition) -> bool {
        match condition {
            Condition::Text(field, tests) => {
                let held = tests.taken(self.field(*field)).is_some();
                self.campaign_held |= held && *field == Field::Campaign;
                held
            }
            Condition::Category(category) => self.category == Some(*category),
            Condition::All(all) => all.iter().all(|condition| self.holds(condition)),
            Condition::Any(any) => any.iter().any(|condition| self.holds(condition)),
        }
    }
}
