//! Which characters of a tag's value make trouble in reports, and what looks like a person.
//!
//! Letters, digits, `_`, `-` and `.` are usual: that is what published policies allow
//! (<https://docs.data-community.publishing.service.gov.uk/processes/utm-usage>), and `.` stands in
//! domain names that are sources. Everything else is told apart by what has to be done about it.

use std::ops::Range;

/// Why a character is unusual.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnusualKind {
    /// A space of any kind, or a tab or line break.
    Space,
    /// Not ASCII: `é`, `—`, `”`, an emoji.
    NonAscii,
    /// Another ASCII sign: `/ : | % ( ) + ~`.
    Special,
    /// A control character, or one that is invisible.
    Control,
}

/// A run of unusual characters of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unusual {
    /// Bytes of the decoded value; [`super::Decoded::source`] gives them in the link.
    pub range: Range<usize>,
    /// Why they are unusual.
    pub kind: UnusualKind,
}

/// What is unusual about one character; `None` for letters, digits, `_`, `-` and `.`.
fn kind(character: char) -> Option<UnusualKind> {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' | '.' => None,
        _ if character.is_whitespace() => Some(UnusualKind::Space),
        _ if character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}') =>
        {
            Some(UnusualKind::Control)
        }
        _ if character.is_ascii() => Some(UnusualKind::Special),
        _ => Some(UnusualKind::NonAscii),
    }
}

/// The unusual characters of a decoded value, as runs, in order.
pub fn unusual_characters(value: &str) -> impl Iterator<Item = Unusual> {
    let mut rest = value.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, character) = rest.next()?;
            let Some(of_kind) = kind(character) else {
                continue;
            };
            let mut end = start + character.len_utf8();
            while let Some((_, next)) = rest.next_if(|(_, next)| kind(*next) == Some(of_kind)) {
                end += next.len_utf8();
            }
            return Some(Unusual {
                range: start..end,
                kind: of_kind,
            });
        }
    })
}

/// The first part of a decoded text that has the shape of an e-mail address: `jane.doe@acme.example`.
/// Digits alone are never taken for a person. A path of a social profile (`/@name`) has no local part.
pub fn email_shape(value: &str) -> Option<Range<usize>> {
    let bytes = value.as_bytes();
    let local = |byte: &u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'\'')
            || !byte.is_ascii()
    };
    let domain =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-') || !byte.is_ascii();
    memchr::memchr_iter(b'@', bytes).find_map(|at| {
        let start = at
            - bytes[..at]
                .iter()
                .rev()
                .take_while(|byte| local(byte))
                .count();
        let mut end = at
            + 1
            + bytes[at + 1..]
                .iter()
                .take_while(|byte| domain(byte))
                .count();
        while bytes[..end].ends_with(b".") || bytes[..end].ends_with(b"-") {
            end -= 1;
        }
        let name = value
            .get(start..at)?
            .trim_start_matches(['.', '-', '_', '+', '\'']);
        let host = value.get(at + 1..end)?;
        let (label, ending) = host.rsplit_once('.')?;
        let shaped = !name.is_empty()
            && !label.is_empty()
            && !label.starts_with(['.', '-'])
            && ending.chars().count() >= 2
            && ending.chars().all(char::is_alphabetic);
        shaped.then_some(at - name.len()..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unusual_characters_come_in_runs_of_one_kind() {
        let read = |value: &str| {
            unusual_characters(value)
                .map(|found| (value[found.range].to_owned(), found.kind))
                .collect::<Vec<_>>()
        };
        assert_eq!(read("a_b-c.9"), []);
        assert_eq!(
            read("Feed: a  é(b)\u{200b}"),
            [
                (":".into(), UnusualKind::Special),
                (" ".into(), UnusualKind::Space),
                ("  ".into(), UnusualKind::Space),
                ("é".into(), UnusualKind::NonAscii),
                ("(".into(), UnusualKind::Special),
                (")".into(), UnusualKind::Special),
                ("\u{200b}".into(), UnusualKind::Control),
            ]
        );
    }

    #[test]
    fn addresses_are_found_and_digits_are_not() {
        let found = |value: &'static str| email_shape(value).map(|range| &value[range]);
        assert_eq!(
            found("x,jane.doe+a@acme.example."),
            Some("jane.doe+a@acme.example")
        );
        assert_eq!(found("jörg@münchen.example"), Some("jörg@münchen.example"));
        for value in [
            "4915112345678",
            "@acme",
            "a@b",
            "a@b.1",
            "name@",
            "2x@3x.4",
            "/@user.name",
        ] {
            assert_eq!(found(value), None, "{value}");
        }
    }
}
