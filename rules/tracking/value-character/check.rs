//! Values hold only the characters of the policy's spelling.

use std::ops::Range;

use crate::checks::{Context, LinkSubject, TagUse};
use crate::diagnostics::Reporter;
use crate::links::{Part, email_shape, is_placeholder, is_reserved};
use crate::model::Spelling;
use crate::model::characters::invisible;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else {
        return;
    };
    let Some(spelling) = policy.keys.spelling else {
        return;
    };
    for tag in link.tags() {
        let value = &*tag.value;
        if value.chars().all(|letter| is_usual(letter, &spelling)) {
            continue;
        }
        let judged = link.is_written(tag) && !link.is_templated(tag);
        // Another rule names these as what they are.
        let other = is_placeholder(value) || is_reserved(value) || email_shape(value).is_some();
        if !judged || other {
            continue;
        }
        let runs = runs(link, tag, &spelling);
        let Some(first) = runs.first().cloned() else {
            continue;
        };
        let name = link.name_of(tag);
        let letters = letters(value, &runs);
        let allowed = spelling.node.value().unwrap_or_default();
        let finding = report.find(
            link.part_of_value(tag, first),
            format!("The value of `{name}` has {letters} in it, which the spelling leaves out."),
            format!("Keep to the spelling of the policy: {allowed}."),
        );
        finding.because(spelling.node, "values are spelt so");
        // Letters of other alphabets have no replacement that would be sure to be meant.
        let has_letters = runs
            .iter()
            .any(|run| value[run.clone()].chars().any(char::is_alphanumeric));
        if has_letters {
            continue;
        }
        let separator = link.word_separator(Some(&spelling));
        let changes: Vec<_> = runs
            .into_iter()
            .map(|run| replacement(value, run, separator))
            .collect();
        if let Some(edits) = link.change_value(tag, &changes) {
            finding.unsafe_fix("replace or remove the characters", edits);
        }
    }
}

/// Spaces are for `value-whitespace`, what was no UTF-8 for `value-encoding`.
fn is_usual(letter: char, spelling: &Spelling<'_>) -> bool {
    letter.is_ascii_alphanumeric()
        || letter.is_whitespace()
        || letter == char::REPLACEMENT_CHARACTER
        || spelling.allows(letter)
}

/// The runs of unusual characters, as bytes of the decoded value. What another rule says about the
/// address is left out: broken escapes, misplaced `&amp;`, punctuation stuck to its end.
fn runs(link: &LinkSubject<'_>, tag: &TagUse<'_>, spelling: &Spelling<'_>) -> Vec<Range<usize>> {
    let parameter = link.parameter(tag);
    let mut taken: Vec<Part> = Vec::new();
    if let Some(parameter) = parameter {
        let escapes = link.url.escapes_in(parameter.value_part());
        taken.extend(escapes.iter().map(|escape| escape.part));
        taken.extend(link.url.misplaced_entities().map(|entity| entity.part));
        // In a list each flaw counts: a quotation mark that stuck to the end is sent with the value.
        let stuck = link.url.trailing_punctuation();
        if !link.is_in_list() || stuck.of(link.url.text()).is_ascii() {
            taken.push(stuck);
        }
    }
    let decoded = parameter.map(|parameter| parameter.decoded());
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in tag.value.char_indices() {
        if is_usual(letter, spelling) {
            continue;
        }
        let end = at + letter.len_utf8();
        let source = decoded.as_ref().map(|decoded| decoded.source(at..end));
        if source.is_some_and(|source| taken.iter().any(|part| part.overlaps(source))) {
            continue;
        }
        // Written as it is, `yaml/suspicious-character` points at it.
        let raw = source.is_none_or(|source| source.len() == letter.len_utf8());
        if raw && !link.is_in_list() && invisible(letter).is_some() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}

/// The characters as a reader can recognise them, each once.
fn letters(value: &str, runs: &[Range<usize>]) -> String {
    const MOST: usize = 4;
    let mut names: Vec<String> = Vec::new();
    let mut more = false;
    for letter in runs.iter().flat_map(|run| value[run.clone()].chars()) {
        let name = match letter {
            _ if is_hidden(letter) => {
                format!("an invisible character (U+{:04X})", u32::from(letter))
            }
            '`' => "a backtick".to_string(),
            _ => format!("`{letter}`"),
        };
        if !names.contains(&name) {
            more |= names.len() == MOST;
            names.push(name);
        }
    }
    if more {
        return format!("{} and others", names[..MOST].join(", "));
    }
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

/// Whether a reader can't see a character.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || invisible(letter).is_some()
}

/// A separator between words; nothing at the ends, for what quotes or is hidden, and beside a separator or
/// a space, of which then only one stays.
fn replacement(value: &str, run: Range<usize>, separator: &str) -> (Range<usize>, String) {
    let is_gap = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '_');
    let before = value[..run.start].chars().next_back();
    let behind = value[run.end..].chars().next();
    let dropped = value[run.clone()].chars().all(|letter| {
        is_hidden(letter) || matches!(letter, '"' | '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»')
    });
    match (before, behind) {
        (Some(before), Some(behind)) if is_gap(before) && is_gap(behind) => {
            (run.start..run.end + behind.len_utf8(), String::new())
        }
        (Some(before), Some(behind)) if !dropped && !is_gap(before) && !is_gap(behind) => {
            (run, separator.to_string())
        }
        _ => (run, String::new()),
    }
}
