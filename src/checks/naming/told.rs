//! What is wrong with a name, in words.

use std::ops::Range;

use crate::diagnostics::suggest;
use crate::model::reader::shown;
use crate::template::{Fault, FaultKind};
use crate::workspace::naming::{Pattern, TokenValue, TroubleKind};

/// What keeps a name from following a template, told to a person.
#[derive(Debug)]
pub(crate) struct Told {
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
    /// The bytes of the name to point at.
    pub(crate) range: Range<usize>,
    /// What to write in their place, where that is known.
    pub(crate) better: Option<String>,
}

/// The name of a token for a sentence: `business unit`, `event date`.
pub(crate) fn token_name(pattern: &Pattern<'_>, token: usize) -> String {
    let name = pattern
        .template
        .tokens()
        .nth(token)
        .map_or("", |token| &token.name);
    let is_date = pattern
        .shapes
        .get(token)
        .is_some_and(|shape| !shape.dates().is_empty());
    let name = name.replace(['-', '_'], " ");
    match is_date && matches!(name.as_str(), "event" | "start" | "end") {
        true => format!("{name} date"),
        false => name,
    }
}

/// Tells a fault. `value` is what a campaign says of the token, where there is one.
pub(crate) fn tell(
    pattern: &Pattern<'_>,
    fault: &Fault,
    name: &str,
    value: Option<&TokenValue>,
) -> Told {
    let part = name.get(fault.range.clone()).unwrap_or_default();
    let mut expected = fault
        .token
        .and_then(|token| pattern.shapes.get(token))
        .map(|shape| shape.describe().into_owned())
        .unwrap_or_default();
    let word_before = fault
        .token
        .and_then(|token| pattern.template.word_before(token));
    if let Some(word) = word_before
        && !name[..fault.range.start].ends_with(word)
    {
        expected = format!("`{word}`, then {expected}");
    }
    let place = place_in(name, fault.range.start);
    let wanted = match value {
        Some(TokenValue::Texts(texts)) => texts.first().cloned(),
        Some(TokenValue::Free(text)) => Some(text.clone()),
        _ => None,
    };
    let token = fault
        .token
        .map(|token| token_name(pattern, token))
        .unwrap_or_default();
    let (message, help, better) = match &fault.kind {
        FaultKind::Wrong => wrong(pattern, fault, part, &token, &expected, wanted),
        FaultKind::Missing => (
            format!("This name lacks the {token}."),
            match &wanted {
                Some(wanted) => format!("Put `{wanted}` {place}."),
                None => format!("Put it {place}: {expected}."),
            },
            None,
        ),
        FaultKind::Sign(right) => sign(part, right, &behind(name, fault.range.end, &token)),
        FaultKind::Word(right) if part.is_empty() => (
            match word_before == Some(right) {
                true => format!("Before the {token} of this name `{right}` is missing."),
                false => format!("`{right}` is missing in this name."),
            },
            format!("Put `{right}` {place}."),
            None,
        ),
        FaultKind::Word(right) => (
            format!(
                "This name has `{}` where the template has `{right}`.",
                shown(part)
            ),
            format!("Change it to `{right}`."),
            Some(right.to_string()),
        ),
        FaultKind::Extra => (
            format!(
                "`{}` is more than the template of this name has.",
                shown(part)
            ),
            format!("Take it out; the template is `{}`.", pattern.text.value),
            Some(String::new()),
        ),
        FaultKind::TooLong => (
            format!(
                "This name has {} characters: too many to be one.",
                name.chars().count()
            ),
            "Shorten it.".to_string(),
            None,
        ),
    };
    Told {
        message,
        help,
        range: pointed_at(name, &fault.range),
        better: better
            .filter(|_| !fault.range.is_empty() || matches!(fault.kind, FaultKind::Sign(_))),
    }
}

/// What stands behind a sign: the token's name, else the word itself.
fn behind(name: &str, at: usize, token: &str) -> String {
    if !token.is_empty() {
        return format!("the {token}");
    }
    let rest = &name[at..];
    let word = &rest[..rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len())];
    format!("`{}`", shown(word))
}

fn sign(part: &str, right: &str, behind: &str) -> (String, String, Option<String>) {
    let better = Some(right.to_string());
    if right.is_empty() {
        let message =
            format!("Before {behind} of this name stands `{part}`, where nothing belongs.");
        return (message, "Take it out.".to_string(), better);
    }
    if part.is_empty() {
        let message = format!("Before {behind} of this name `{right}` is missing.");
        return (message, format!("Put `{right}` here."), better);
    }
    let message = format!("Before {behind} of this name stands `{part}` instead of `{right}`.");
    (message, format!("Change it to `{right}`."), better)
}

fn wrong(
    pattern: &Pattern<'_>,
    fault: &Fault,
    part: &str,
    token: &str,
    expected: &str,
    wanted: Option<String>,
) -> (String, String, Option<String>) {
    let shown_part = shown(part);
    let separators = pattern.template.separators();
    let other = pattern.shapes.iter().enumerate().find(|(number, shape)| {
        Some(*number) != fault.token && shape.is_closed() && shape.fits(part, separators)
    });
    let message = match other {
        Some((number, _)) => format!(
            "`{shown_part}` stands where the {token} belongs; it looks like the {}.",
            token_name(pattern, number)
        ),
        None => format!("The {token} in this name is `{shown_part}`, but it should be {expected}."),
    };
    let texts: Vec<&str> = fault
        .token
        .and_then(|token| pattern.shapes.get(token))
        .map(|shape| shape.texts())
        .unwrap_or_default();
    let meant = texts
        .iter()
        .find(|text| text.to_lowercase() == part.to_lowercase())
        .copied()
        .or_else(|| suggest(part, texts.iter().copied()));
    let shape = fault.token.and_then(|token| pattern.shapes.get(token));
    let dates = shape.map(|shape| shape.dates()).unwrap_or_default();
    let same_day = || dates.iter().find_map(|format| format.rewritten(part));
    let better = meant.map(str::to_string).or(wanted).or_else(same_day);
    let help = match (&better, other) {
        (Some(better), _) if meant.is_some() => format!("Did you mean `{better}`?"),
        (Some(better), _) => format!("Change it to `{better}`."),
        (None, Some(_)) => format!("Here comes the {token}: {expected}."),
        (None, None) => {
            format!("Change it, or take the {token} up in the convention if it is new.")
        }
    };
    (message, help, better)
}

/// The bytes to point at: where something is missing, the word that stands in its place; the last one,
/// where it is missing at the end.
fn pointed_at(name: &str, range: &Range<usize>) -> Range<usize> {
    if !range.is_empty() {
        return range.clone();
    }
    let words = words_of(name);
    let next = words.iter().find(|word| word.end > range.start);
    next.or(words.last()).cloned().unwrap_or(0..name.len())
}

/// Where something that is missing belongs, in words.
fn place_in(name: &str, at: usize) -> String {
    let words = words_of(name);
    let shown_word = |word: &Range<usize>| shown(&name[word.clone()]).into_owned();
    match (words.iter().find(|word| word.end > at), words.last()) {
        (Some(next), _) => format!("before `{}`", shown_word(next)),
        (None, Some(last)) => format!("after `{}`", shown_word(last)),
        (None, None) => "here".to_string(),
    }
}

/// The runs of letters and digits of a name.
fn words_of(name: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in name.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match words.last_mut() {
            Some(word) if word.end == at => word.end = at + c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

/// A trouble of a name that keeps it from following its convention: what the rules about patterns say.
pub(crate) fn tell_trouble(
    kind: &TroubleKind<'_, '_>,
    range: &Range<usize>,
    name: &str,
    value: Option<&TokenValue>,
) -> Told {
    let plain = |message: String, help: String, better: Option<String>| Told {
        message,
        help,
        range: pointed_at(name, range),
        better,
    };
    let part = name.get(range.clone()).unwrap_or_default();
    match kind {
        TroubleKind::Pattern(pattern, fault) => tell(pattern, fault, name, value),
        TroubleKind::Space(better) if part.starts_with(char::is_whitespace) => plain(
            match (range.start, range.end == name.len(), better.as_str()) {
                (0, ..) => "This name begins with a space.".to_string(),
                (_, true, _) => "This name ends with a space.".to_string(),
                (_, _, "") => {
                    "This name has a stray space beside a sign that joins its parts.".to_string()
                }
                _ if part.chars().count() > 1 => {
                    "This name has several spaces in a row.".to_string()
                }
                _ => "This name has a space that is no ordinary one.".to_string(),
            },
            match better.as_str() {
                "" => "Remove it.".to_string(),
                _ => "Leave one ordinary space.".to_string(),
            },
            Some(better.clone()),
        ),
        TroubleKind::Space(better) => plain(
            format!("The dash `{part}` in this name is not the `-` of a keyboard."),
            "Change it to `-`.".to_string(),
            Some(better.clone()),
        ),
        TroubleKind::ForbiddenWord(_) => plain(
            format!("No name may hold the word `{part}`."),
            "Take it out, or find another word.".to_string(),
            None,
        ),
        TroubleKind::ForbiddenText(text) => plain(
            format!("No name may hold `{}`, in no part of it.", text.value),
            "Find another word.".to_string(),
            None,
        ),
        TroubleKind::TooLong(_, most) => plain(
            format!(
                "This name has {} characters, but the convention allows {most}.",
                name.chars().count()
            ),
            "Shorten it.".to_string(),
            None,
        ),
        TroubleKind::Spelling(c) if c.is_alphabetic() => plain(
            format!(
                "The capital `{c}` is none of the letters that the convention allows in names."
            ),
            "Write the name in lower case.".to_string(),
            Some(part.to_lowercase()),
        ),
        TroubleKind::Spelling(' ') => plain(
            "The convention allows no spaces in names.".to_string(),
            "Write it without the space.".to_string(),
            None,
        ),
        TroubleKind::Spelling(c) => plain(
            format!("The convention doesn't allow `{c}` in names."),
            "Take it out.".to_string(),
            None,
        ),
        TroubleKind::NoSuchDay(pattern, token, problem) => plain(
            format!(
                "The {} in this name doesn't exist: {}",
                token_name(pattern, *token),
                lower_first(problem)
            ),
            match value {
                Some(TokenValue::Texts(texts)) if !texts.is_empty() => {
                    format!("Change it to `{}`.", texts[0])
                }
                _ => format!("Write it as {}.", pattern.shapes[*token].describe()),
            },
            match value {
                Some(TokenValue::Texts(texts)) => texts.first().cloned(),
                _ => None,
            },
        ),
        TroubleKind::DateOrder(_) => plain(
            "The last day in this name lies before the first.".to_string(),
            "Put the earlier day first.".to_string(),
            None,
        ),
    }
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
