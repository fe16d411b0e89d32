//! A value of a list is made to be used again.

use crate::checks::Context;
use crate::checks::vocabulary::leftover::one_off;
use crate::checks::vocabulary::{Vocabulary, vocabularies};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for vocabulary in vocabularies(context.workspace()) {
        if is_about_time(vocabulary.name) {
            continue;
        }
        let found: Vec<_> = vocabulary
            .entries
            .iter()
            .filter(|entry| !entry.retired)
            .filter_map(|entry| Some((entry.text, one_off(entry.text.value)?)))
            .collect();
        if are_the_habit(found.len(), &vocabulary) {
            continue;
        }
        for (text, part) in found {
            report.find(
                Place::part(text.node, part),
                format!(
                    "`{}` was made for one occasion, but stands among the {}.",
                    shown(text.value),
                    vocabulary.members
                ),
                "Use a value that says what it was, and put the list or the day into the campaign.",
            );
        }
    }
}

/// Whether the values of a list are days or what happens on one.
fn is_about_time(name: &str) -> bool {
    const TIMES: &[&str] = &[
        "date", "day", "week", "month", "quarter", "year", "fiscal", "cohort", "version", "release", "event",
        "list", "campaign", "program", "wave", "season", "period",
    ];
    name.split(|c: char| !c.is_alphanumeric())
        .any(|word| TIMES.iter().any(|time| word.eq_ignore_ascii_case(time)))
        && !name.eq_ignore_ascii_case("event-type")
}

/// Whether dates are how this list is written, and no slips.
fn are_the_habit(found: usize, vocabulary: &Vocabulary<'_>) -> bool {
    const SOME: usize = 3;
    found >= SOME && found * 3 >= vocabulary.entries.len()
}
