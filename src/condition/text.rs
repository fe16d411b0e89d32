//! Text that ignores case without allocating: the comparison every clause ends in.
//!
//! Letters are compared by their lower case, one by one. That is the same in every language and
//! place; it does not know that `ß` may be written `SS`, and two spellings of one accent differ.

use std::borrow::Cow;

/// A text that values are compared with: as written, and as it is compared.
#[derive(Clone, Debug)]
pub struct Text {
    written: Box<str>,
    /// `None` where case counts or the text is lower case as it stands.
    lowered: Option<Box<str>>,
    /// Whether case counts.
    exact: bool,
}

/// Two spellings of what is compared alike are one text.
impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.exact == other.exact && self.compared() == other.compared()
    }
}

impl Eq for Text {}

impl Text {
    /// A text; `exact` says that case counts.
    pub fn new(written: &str, exact: bool) -> Text {
        let lowered = match exact {
            true => None,
            false => match lower(written) {
                Cow::Borrowed(_) => None,
                Cow::Owned(text) => Some(text.into_boxed_str()),
            },
        };
        Text {
            written: written.into(),
            lowered,
            exact,
        }
    }

    /// The text as somebody typed it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The text as it is compared: in lower case unless case counts.
    pub fn compared(&self) -> &str {
        self.lowered.as_deref().unwrap_or(&self.written)
    }

    /// Whether case counts.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Whether a value is this text.
    pub fn equals(&self, value: &str) -> bool {
        if self.exact {
            return *self.written == *value;
        }
        after_prefix(value, self.compared()) == Some("")
    }

    /// Whether a value begins with this text.
    pub fn begins(&self, value: &str) -> bool {
        if self.exact {
            return value.starts_with(&*self.written);
        }
        after_prefix(value, self.compared()).is_some()
    }

    /// Whether a value ends with this text.
    pub fn ends(&self, value: &str) -> bool {
        if self.exact {
            return value.ends_with(&*self.written);
        }
        let wanted = self.compared();
        if value.is_ascii() {
            let start = value.len().wrapping_sub(wanted.len());
            return value
                .as_bytes()
                .get(start..)
                .is_some_and(|tail| tail.eq_ignore_ascii_case(wanted.as_bytes()));
        }
        lower(value).ends_with(wanted)
    }

    /// Whether this text stands somewhere in a value.
    pub fn is_in(&self, value: &str) -> bool {
        /// Up to this length, looking at every place is faster than making a copy.
        const SHORT: usize = 128;
        if self.exact {
            return value.contains(&*self.written);
        }
        let wanted = self.compared().as_bytes();
        let Some(first) = wanted.first() else {
            return true;
        };
        if value.len() > SHORT || !value.is_ascii() {
            return lower(value).contains(self.compared());
        }
        let value = value.as_bytes();
        let Some(last) = value.len().checked_sub(wanted.len()) else {
            return false;
        };
        memchr::memchr2_iter(*first, first.to_ascii_uppercase(), &value[..=last])
            .any(|at| value[at..at + wanted.len()].eq_ignore_ascii_case(wanted))
    }
}

/// Whether two values are the same text.
pub(super) fn same(left: &str, right: &str, exact: bool) -> bool {
    if exact || left == right {
        return left == right;
    }
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    letters(left).eq(letters(right))
}

/// A text in lower case, letter by letter.
pub(super) fn lower(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        if text.bytes().any(|b| b.is_ascii_uppercase()) {
            return Cow::Owned(text.to_ascii_lowercase());
        }
        return Cow::Borrowed(text);
    }
    let lowered: String = letters(text).collect();
    if lowered == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(lowered)
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// What follows in `value` behind a prefix that is in lower case.
fn after_prefix<'v>(value: &'v str, prefix: &str) -> Option<&'v str> {
    if value.is_ascii() {
        let head = value.as_bytes().get(..prefix.len())?;
        return head
            .eq_ignore_ascii_case(prefix.as_bytes())
            .then(|| &value[prefix.len()..]);
    }
    let mut wanted = prefix.chars();
    let mut rest = value;
    while let Some(mut expected) = wanted.next() {
        let mut characters = rest.chars();
        // One character may have several in lower case; all of them must be there.
        for (number, letter) in characters.next()?.to_lowercase().enumerate() {
            if number > 0 {
                expected = wanted.next()?;
            }
            if letter != expected {
                return None;
            }
        }
        rest = characters.as_str();
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_ignored_in_every_script() {
        for (written, value) in [
            ("vp", "VP"),
            ("Zürich", "ZÜRICH"),
            ("Москва", "МОСКВА"),
            ("K", "\u{212a}"),
        ] {
            let text = Text::new(written, false);
            assert!(
                text.equals(value) && text.begins(value) && text.ends(value),
                "{written}"
            );
            assert!(text.is_in(&format!("x {value} y")), "{written}");
            assert!(same(written, value, false));
            assert!(!same(written, value, true));
        }
    }

    #[test]
    fn where_case_counts_it_counts() {
        let text = Text::new("VP", true);
        assert!(text.equals("VP") && !text.equals("vp") && !text.is_in("a vp"));
    }

    #[test]
    fn parts_are_found_at_their_place_only() {
        let text = Text::new("Edu", false);
        assert!(text.begins("EDUCATION") && !text.ends("education") && text.is_in("reeducate"));
        assert!(text.ends("someone@x.edu") && !text.begins("ed") && !text.ends("u"));
        assert!(text.is_in(&"x".repeat(1000).replace("xxxxxxxxx", "xxx EDU ")));
        assert!(Text::new("", false).is_in("abc"));
    }
}
