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
    /// Any test of the named list at this index holds.
    Like(usize),
}

/// A condition on a visit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Condition {
    /// Any of the tests holds for the field.
    Text(Field, Vec<TextTest>),
    /// The source is in the list at this index.
    Category(usize),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// A named list of tests.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Texts {
    pub(super) name: Box<str>,
    pub(super) tests: Vec<TextTest>,
}

impl TextTest {
    /// Whether it holds for `text`, which is in lower case.
    fn holds(&self, text: &str, texts: &[Texts]) -> bool {
        match self {
            TextTest::Equals(wanted) => text == &**wanted,
            TextTest::StartsWith(wanted) => text.starts_with(&**wanted),
            TextTest::EndsWith(wanted) => text.ends_with(&**wanted),
            TextTest::Contains {
                text: wanted,
                not_after,
            } => contains(text, wanted, not_after).is_some(),
            TextTest::Like(named) => texts.get(*named).is_some_and(|named| {
                named
                    .tests
                    .iter()
                    .any(|test| !matches!(test, TextTest::Like(_)) && test.holds(text, texts))
            }),
        }
    }

    /// The simple test that holds for `text`: named lists are looked into.
    pub(super) fn taken<'t>(&'t self, text: &str, texts: &'t [Texts]) -> Option<&'t TextTest> {
        match self {
            TextTest::Like(named) => texts
                .get(*named)?
                .tests
                .iter()
                .find(|test| !matches!(test, TextTest::Like(_)) && test.holds(text, texts)),
            other => other.holds(text, texts).then_some(other),
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

/// A visit in lower case, with what was already found out about it.
pub(super) struct Visit<'v> {
    pub(super) source: &'v str,
    pub(super) medium: &'v str,
    pub(super) campaign: &'v str,
    pub(super) category: Option<usize>,
    /// Two bits for each field and named list: asked, and the answer.
    known: u128,
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
            known: 0,
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

    pub(super) fn holds(&mut self, condition: &Condition, texts: &[Texts]) -> bool {
        match condition {
            Condition::Text(field, tests) => {
                let held = tests.iter().any(|test| self.test(*field, test, texts));
                self.campaign_held |= held && *field == Field::Campaign;
                held
            }
            Condition::Category(category) => self.category == Some(*category),
            Condition::All(all) => all.iter().all(|condition| self.holds(condition, texts)),
            Condition::Any(any) => any.iter().any(|condition| self.holds(condition, texts)),
        }
    }

    fn test(&mut self, field: Field, test: &TextTest, texts: &[Texts]) -> bool {
        let text = self.field(field);
        let TextTest::Like(named) = test else {
            return test.holds(text, texts);
        };
        let place = (named * 3 + field as usize) * 2;
        if place >= 128 {
            return test.holds(text, texts);
        }
        if self.known >> place & 1 == 0 {
            let held = test.holds(text, texts);
            self.known |= (1 | u128::from(held) << 1) << place;
        }
        self.known >> (place + 1) & 1 == 1
    }
}
