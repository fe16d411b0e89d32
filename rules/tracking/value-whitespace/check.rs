//! Values have no spaces.

use std::ops::Range;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{is_placeholder, is_reserved};

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        let value = &*tag.value;
        let plain = |byte: u8| byte > b' ' && byte < 0x7f;
        if value.bytes().all(plain) || !value.contains(char::is_whitespace) {
            continue;
        }
        let judged = link.is_written(tag) && !link.is_templated(tag);
        let other = value.trim().is_empty() || is_placeholder(value) || is_reserved(value);
        if !judged || other {
            continue;
        }
        let spelling = context.tracking().and_then(|policy| policy.keys.spelling);
        let separator = link.word_separator(spelling.as_ref());
        let runs = runs(value);
        let Some(first) = runs.first().cloned() else {
            continue;
        };
        let name = link.name_of(tag);
        let at_end = runs
            .iter()
            .all(|run| run.start == 0 || run.end == value.len());
        let (message, help) = if at_end {
            (
                format!("The value of `{name}` has a space at its end."),
                "Remove the space.".to_string(),
            )
        } else {
            let help = match separator {
                "" => "Write the value without spaces.".to_string(),
                sign => format!("Separate words with `{sign}`."),
            };
            (format!("The value of `{name}` has a space in it."), help)
        };
        let finding = report.find(link.part_of_value(tag, first), message, help);
        if separator.is_empty() && !at_end {
            continue;
        }
        let changes: Vec<_> = runs
            .into_iter()
            .map(|run| {
                let new = instead(value, &run, separator);
                (run, new.to_string())
            })
            .collect();
        if let Some(edits) = link.change_value(tag, &changes) {
            let title = if at_end {
                "remove the space"
            } else {
                "change spaces to separators"
            };
            finding.safe_fix(title, edits);
        }
    }
}

/// What replaces a run of spaces: nothing at the ends and beside a separator.
fn instead<'s>(value: &str, run: &Range<usize>, separator: &'s str) -> &'s str {
    let before = value[..run.start].chars().next_back();
    let behind = value[run.end..].chars().next();
    match (before, behind) {
        (None, _) | (_, None) | (Some('-' | '_'), _) | (_, Some('-' | '_')) => "",
        _ => separator,
    }
}

fn runs(value: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in value
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace())
    {
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}
