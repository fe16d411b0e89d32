//! Values that were never meant to be chosen: instructions, stand-ins, names cut off, one-off lists.

use std::ops::Range;

/// What is left over in a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Leftover {
    /// It tells somebody what to do: `select one`.
    Instruction,
    /// It says that it is not to be used.
    NotForUse,
    /// Nothing follows its last sign: `Gated Content -`.
    CutOff,
    /// It stands in for a value that somebody still owes: `TBD`.
    StandIn,
}

/// What in a value was never meant to be chosen, and which part of it.
pub(crate) fn leftover(text: &str) -> Option<(Leftover, Range<usize>)> {
    const INSTRUCTIONS: &[&str] = &[
        "select one",
        "please select",
        "select from",
        "please choose",
        "choose one",
        "choose from",
        "pick one",
        "you may not",
        "you must",
        "fill in",
        "insert here",
        "enter here",
    ];
    const NOT_FOR_USE: &[&str] = &[
        "do not use",
        "don't use",
        "don’t use",
        "dontuse",
        "donotuse",
        "do-not-use",
        "do_not_use",
        "deprecated",
        "obsolete",
    ];
    let trimmed = text.trim();
    let whole = text.len() - text.trim_start().len()..text.trim_end().len();
    if trimmed.is_empty() {
        return None;
    }
    for (words, leftover) in [
        (INSTRUCTIONS, Leftover::Instruction),
        (NOT_FOR_USE, Leftover::NotForUse),
    ] {
        if let Some(found) = words.iter().find_map(|words| find(text, words)) {
            return Some((leftover, found));
        }
    }
    if is_stand_in(trimmed) {
        return Some((Leftover::StandIn, whole));
    }
    cut_off(text).map(|sign| (Leftover::CutOff, sign))
}

/// Where words stand in a text as whole words, ignoring letter case.
fn find(text: &str, words: &str) -> Option<Range<usize>> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let is_letter = |at: Option<&u8>| at.is_some_and(u8::is_ascii_alphanumeric);
    let mut starts = 0..(text.len() + 1).saturating_sub(words.len());
    let start = starts.find(|start| {
        let end = start + words.len();
        text[*start..end].eq_ignore_ascii_case(words)
            && !is_letter(start.checked_sub(1).and_then(|before| text.get(before)))
            && !is_letter(text.get(end))
    })?;
    Some(start..start + words.len())
}

fn is_stand_in(text: &str) -> bool {
    const STAND_INS: &[&str] = &[
        "n/a", "#n/a", "#ref!", "#name?", "#value!", "asdf", "untitled",
    ];
    let is_one_of = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(text));
    let between_dashes = text.len() > 2 && text.starts_with('-') && text.ends_with('-');
    let only_signs = text
        .chars()
        .all(|c| matches!(c, '?' | '-' | '_' | '.' | '*'));
    is_one_of(STAND_INS)
        || between_dashes
        || only_signs
        || text.contains("{{")
        || text.contains("${")
        || crate::links::is_placeholder(text)
}

/// The sign at the end behind which something is missing. `A-` is a grade and `50+` a range: short
/// texts are what they are.
fn cut_off(text: &str) -> Option<Range<usize>> {
    const SHORTEST: usize = 4;
    let end = text.trim_end().len();
    let before = text[..end].trim_end_matches(['-', '–', '—', ':', '/', '|', '_', ',', '&', '>']);
    let letters = before.chars().filter(|c| c.is_alphanumeric()).count();
    (before.len() < end && letters >= SHORTEST)
        .then_some(before.trim_end().len()..end)
        .map(|range| {
            let signs = text[range.clone()].len() - text[range.clone()].trim_start().len();
            range.start + signs..range.end
        })
}

/// The date or list name in a value that was made for one occasion.
pub(crate) fn one_off(text: &str) -> Option<Range<usize>> {
    date(text).or_else(|| list_name(text))
}

/// `List - DB - Upload`: the word and a separating sign. A `List Purchase` is a source like others.
fn list_name(text: &str) -> Option<Range<usize>> {
    const WORD: &str = "list";
    let rest = text.get(WORD.len()..)?;
    let begins = text[..WORD.len()].eq_ignore_ascii_case(WORD);
    (begins && rest.trim_start().starts_with(['-', '–', '_', ':'])).then_some(0..text.len())
}

/// A day (`20200706`, `2020.08.19`, `19/08/2020`) or a quarter of a year (`Q4-2020`).
fn date(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if matches!(bytes[at], b'Q' | b'q')
            && let Some(end) = quarter(bytes, at)
        {
            return Some(at..end);
        }
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let first = digits(bytes, at);
        if let Some(end) = day(bytes, at, first) {
            return Some(at..end);
        }
        at = first;
    }
    None
}

/// The end of the digits that begin at a place.
fn digits(bytes: &[u8], from: usize) -> usize {
    from + bytes[from..]
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count()
}

fn number(digits: &[u8]) -> u32 {
    digits
        .iter()
        .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
}

/// The end of a day whose first digits stand at `from..first`.
fn day(bytes: &[u8], from: usize, first: usize) -> Option<usize> {
    let real = |year: &[u8], month: &[u8], day: &[u8]| {
        (2000..2100).contains(&number(year))
            && (1..=12).contains(&number(month))
            && (1..=31).contains(&number(day))
    };
    match first - from {
        8 => {
            let digits = &bytes[from..first];
            real(&digits[..4], &digits[4..6], &digits[6..]).then_some(first)
        }
        length @ (1 | 2 | 4) => {
            let sign = *bytes.get(first)?;
            if !matches!(sign, b'-' | b'.' | b'/' | b'_') {
                return None;
            }
            let second = digits(bytes, first + 1);
            if bytes.get(second) != Some(&sign) {
                return None;
            }
            let third = digits(bytes, second + 1);
            let middle = &bytes[first + 1..second];
            let last = &bytes[second + 1..third];
            if !(1..=2).contains(&middle.len()) {
                return None;
            }
            let parts = (&bytes[from..first], middle, last);
            let is_day = match (length, last.len()) {
                (4, 1 | 2) => real(parts.0, parts.1, parts.2),
                (1 | 2, 4) => real(parts.2, parts.1, parts.0) || real(parts.2, parts.0, parts.1),
                _ => false,
            };
            is_day.then_some(third)
        }
        _ => None,
    }
}

/// The end of `Q4-2020`, `Q4 2020` or `Q42020`.
fn quarter(bytes: &[u8], from: usize) -> Option<usize> {
    if !matches!(bytes.get(from + 1)?, b'1'..=b'4') {
        return None;
    }
    let year = match bytes.get(from + 2)? {
        b'-' | b'_' | b' ' | b'.' | b'/' => from + 3,
        _ => from + 2,
    };
    let end = digits(bytes, year);
    (end - year == 4 && bytes[year..].starts_with(b"20")).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_was_meant_to_choose() {
        let is = |text: &str| {
            leftover(text).map(|(leftover, range)| (leftover, text[range].to_string()))
        };
        let some = |leftover, part: &str| Some((leftover, part.to_string()));
        assert_eq!(is("Gated Content -"), some(Leftover::CutOff, "-"));
        assert_eq!(is("Prospecting:"), some(Leftover::CutOff, ":"));
        assert_eq!(
            is("Content - select one (you may NOT choose others): report,video"),
            some(Leftover::Instruction, "select one")
        );
        assert_eq!(
            is("Do Not Use (Responded)"),
            some(Leftover::NotForUse, "Do Not Use")
        );
        for text in [
            "TBD",
            "N/A",
            "--None--",
            "???",
            "{{my.type}}",
            "xxx",
            "<region>",
        ] {
            assert_eq!(is(text), some(Leftover::StandIn, text), "{text}");
        }
        for text in [
            "A-",
            "50+",
            "1,000+",
            "C++",
            "None",
            "Unknown",
            "Other",
            "Default",
            "Other (please specify)",
            "Selected Accounts",
            "Not applicable",
            "EMEA",
            "Web - Direct",
            "User Signal > Signal Detected",
            "Choosing Wisely",
            "Obsoletes",
            "No Action",
            "",
        ] {
            assert_eq!(is(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_made_for_one_occasion() {
        let is = |text: &str| one_off(text).map(|range| text[range].to_string());
        let some = |part: &str| Some(part.to_string());
        assert_eq!(is("ZI-EMEA-MM-OutboundQ4-2020.08.19"), some("Q4-2020"));
        assert_eq!(is("DB - GACoreUpsert - 20200706"), some("20200706"));
        assert_eq!(is("Upload 19/08/2020"), some("19/08/2020"));
        assert_eq!(is("Trade show 2026-11-03"), some("2026-11-03"));
        assert_eq!(is("List - DB - Upsert"), some("List - DB - Upsert"));
        for text in [
            "List Purchase",
            "Purchased List",
            "Listening",
            "re:Invent 2026",
            "10.0.0.1",
            "1-50-100",
            "12345678",
            "20201301",
            "2020",
            "IPv4 1.2.3",
            "Q4",
            "Q4 pipeline",
            "Q42020000",
            "",
        ] {
            assert_eq!(is(text), None, "{text}");
        }
    }
}
