//! Secrets and personal data, made unreadable before anybody sees them.
//!
//! A report is mailed, pasted and kept for years by the pipeline, so a password or an address that
//! a finding points at must not be in it: not in the message, not in the quoted line, and not in
//! the message of another finding on the same line. A rule says that it points at something of the
//! kind with [`Finding::sensitive`]; every format then collects these places first ([`Masks`]).

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use regex::{Captures, Regex, RegexBuilder};

use super::{FileId, Finding, Place};
use crate::syntax::Span;

/// What stands for the hidden part.
pub const HIDDEN: &str = "***";

/// Shorter texts are not searched for in messages: they would hide harmless words.
const SHORTEST_SEARCHED: usize = 4;

/// A secret as it may be shown: enough of its beginning to recognise it, never enough to use it.
///
/// Of a short one nothing is shown, since two characters would be much of it.
pub fn secret(text: &str) -> String {
    format!("{}{HIDDEN}", &text[..shown_bytes(text)])
}

/// How many bytes at the beginning of a secret may be shown.
pub fn shown_bytes(text: &str) -> usize {
    let long_enough = text.chars().nth(7).is_some();
    if !long_enough {
        return 0;
    }
    text.char_indices().nth(2).map_or(0, |(at, _)| at)
}

/// An e-mail address as it may be shown: `ja***@***.example`. Its end tells which country or kind
/// of organisation, which helps to find the leak, and not who the person is.
pub fn email(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return secret(address);
    };
    let shown = if local.chars().nth(3).is_some() {
        local.char_indices().nth(2).map_or(0, |(at, _)| at)
    } else {
        0
    };
    let ending = match domain.rsplit_once('.') {
        Some((_, ending)) if !ending.is_empty() => format!(".{ending}"),
        _ => String::new(),
    };
    format!("{}{HIDDEN}@{HIDDEN}{ending}", &local[..shown])
}

/// The places of the findings that point at something sensitive.
pub fn sensitive_places(findings: &[Finding]) -> impl Iterator<Item = Place> {
    findings
        .iter()
        .filter(|finding| finding.sensitive)
        .map(|finding| finding.place)
}

/// The places of a run that no report may show, and the texts that stand there.
#[derive(Debug, Default)]
pub struct Masks {
    spans: HashMap<FileId, Vec<Span>>,
    /// Finds the hidden texts wherever else they are quoted. One search for all of them, since a
    /// file may hold thousands.
    texts: Option<Regex>,
}

impl Masks {
    /// Collects what stands at these places. `text_of` gives a file's text.
    pub fn collect<'t>(
        places: impl IntoIterator<Item = Place>,
        mut text_of: impl FnMut(FileId) -> &'t str,
    ) -> Masks {
        let mut masks = Masks::default();
        let mut texts = Vec::new();
        for place in places {
            let text = text_of(place.file);
            let span = widened(place.span, text);
            masks.spans.entry(place.file).or_default().push(span);
            if let Some(text) = text.get(span.start as usize..span.end as usize) {
                let bare = text.trim_matches(['"', '\'']);
                texts.extend([bare.to_owned(), percent_decoded(bare)]);
            }
        }
        for spans in masks.spans.values_mut() {
            join(spans);
        }
        masks.texts = pattern(texts);
        masks
    }

    /// Whether nothing is to be hidden.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// What must not be shown of a range of a file's text: in order, without overlaps. Spans that
    /// a finding points at are whole even when they reach out of the range.
    pub fn hidden_in(&self, file: FileId, text: &str, range: Range<usize>) -> Vec<Range<usize>> {
        let spans = self.spans.get(&file).map_or(&[][..], Vec::as_slice);
        let first = spans.partition_point(|span| (span.end as usize) <= range.start);
        let mut hidden: Vec<Range<usize>> = spans[first..]
            .iter()
            .map(|span| span.start as usize..span.end as usize)
            .take_while(|span| span.start < range.end)
            .collect();
        // The same secret may stand there a second time, without a finding of its own.
        if let (Some(texts), Some(part)) = (&self.texts, text.get(range.clone())) {
            for found in texts.find_iter(part) {
                let found = range.start + found.start()..range.start + found.end();
                if !hidden
                    .iter()
                    .any(|span| span.start < found.end && found.start < span.end)
                {
                    hidden.push(found);
                }
            }
            hidden.sort_unstable_by_key(|span| span.start);
        }
        hidden
    }

    /// Whether a text holds something that must not be shown.
    pub fn touches(&self, text: &str) -> bool {
        self.texts
            .as_ref()
            .is_some_and(|texts| texts.is_match(text))
    }

    /// A text with everything hidden that must not be shown: for messages, helps and labels.
    pub fn apply<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match &self.texts {
            Some(texts) => texts.replace_all(text, |found: &Captures<'_>| masked(&found[0])),
            None => Cow::Borrowed(text),
        }
    }

    /// The whole text of a small file, or a link, with what is sensitive hidden.
    pub fn apply_to_file(&self, file: FileId, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut done = 0;
        for span in self.hidden_in(file, text, 0..text.len()) {
            let (Some(before), Some(hidden)) = (text.get(done..span.start), text.get(span.clone()))
            else {
                continue;
            };
            shown.push_str(before);
            shown.push_str(&masked(hidden));
            done = span.end;
        }
        shown.push_str(text.get(done..).unwrap_or_default());
        shown
    }
}

/// One pattern for all texts, the longest first, so that one inside another does not leave the
/// rest to be seen.
fn pattern(mut texts: Vec<String>) -> Option<Regex> {
    texts.retain(|text| text.len() >= SHORTEST_SEARCHED);
    texts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    texts.dedup();
    if texts.is_empty() {
        return None;
    }
    let alternatives: Vec<String> = texts.iter().map(|text| regex::escape(text)).collect();
    // The limit is far above what a run can hold; without one a build could be refused.
    RegexBuilder::new(&alternatives.join("|"))
        .size_limit(usize::MAX)
        .build()
        .ok()
}

/// The right mask for a text: that of an address if it looks like one.
pub fn masked(text: &str) -> String {
    let looks_like_address = text.bytes().filter(|byte| *byte == b'@').count() == 1
        && !text
            .chars()
            .any(|character| character.is_whitespace() || "&=/?".contains(character));
    if looks_like_address {
        email(text)
    } else {
        secret(text)
    }
}

/// A span within a text and around whole characters.
fn widened(span: Span, text: &str) -> Span {
    let mut start = (span.start as usize).min(text.len());
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start as u32, end as u32)
}

/// Sorts spans and joins those that overlap.
fn join(spans: &mut Vec<Span>) {
    spans.sort_unstable();
    spans.dedup_by(|next, kept| {
        let overlaps = next.start < kept.end;
        if overlaps {
            kept.end = kept.end.max(next.end);
        }
        overlaps || *next == *kept
    });
}

/// `%40` as `@` and `+` as a space; what is not UTF-8 afterwards is left as it was.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (first, escaped) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = tail;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileId = FileId(0);

    fn sensitive(start: u32, end: u32) -> Place {
        Place::new(FILE, Span::new(start, end))
    }

    #[test]
    fn a_long_secret_shows_two_characters_and_a_short_one_none() {
        assert_eq!(secret("glpat-abcdefgh"), "gl***");
        assert_eq!(secret("hunter2"), "***");
        assert_eq!(secret("ключ-секрет"), "кл***");
        assert_eq!(secret(""), "***");
    }

    #[test]
    fn an_address_shows_neither_the_person_nor_the_company() {
        assert_eq!(email("jane.doe@acme.example"), "ja***@***.example");
        assert_eq!(email("bo@acme.example"), "***@***.example");
        assert_eq!(email("@"), "***@***");
        assert_eq!(email("no address"), "no***");
    }

    #[test]
    fn overlapping_places_are_hidden_once() {
        let text = "token: abcdefghijkl # end";
        let places = [sensitive(7, 15), sensitive(10, 19), sensitive(7, 15)];
        let masks = Masks::collect(places, |_| text);
        assert_eq!(
            masks.hidden_in(FILE, text, 0..text.len()),
            vec![Range { start: 7, end: 19 }]
        );
        assert_eq!(masks.apply_to_file(FILE, text), "token: ab*** # end");
    }

    #[test]
    fn another_finding_does_not_tell_the_secret_either() {
        let text = "url: https://x.example/?e=jane.doe%40acme.example";
        let places = [sensitive(26, 49)];
        let masks = Masks::collect(places, |_| text);
        assert_eq!(
            masks.apply("the value \"jane.doe@acme.example\" of e (jane.doe%40acme.example)"),
            "the value \"ja***@***.example\" of e (ja***)"
        );
        assert!(masks.touches("x jane.doe@acme.example"));
        assert!(!masks.touches("x"));
    }

    #[test]
    fn a_secret_that_is_repeated_is_hidden_everywhere() {
        let text = "a: secret-token\nb: secret-token\n";
        let masks = Masks::collect([sensitive(3, 15)], |_| text);
        assert_eq!(masks.apply_to_file(FILE, text), "a: se***\nb: se***\n");
    }

    #[test]
    fn thousands_of_secrets_are_one_search() {
        let text: String = (0..20_000)
            .map(|number| format!("secret-{number:07}\n"))
            .collect();
        let places: Vec<_> = (0..20_000)
            .map(|row| sensitive(row * 15, row * 15 + 14))
            .collect();
        let masks = Masks::collect(places, |_| text.as_str());
        assert_eq!(masks.apply("see secret-0019999"), "see se***");
    }

    #[test]
    fn a_place_outside_the_text_does_no_harm() {
        let places = [sensitive(90, 99)];
        let masks = Masks::collect(places, |_| "short");
        assert_eq!(masks.apply_to_file(FILE, "short"), "short");
    }
}
