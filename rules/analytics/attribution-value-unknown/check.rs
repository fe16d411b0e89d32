//! Sources and mediums that lines ask for are in the tracking policy.

use crate::checks::Context;
use crate::checks::attribution::{conditions, lines, matches};
use crate::checks::mediums::mediums_of;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Attribution;
use crate::model::reader::shown;
use crate::model::values::{OneOrMany, Text};

pub(crate) fn check(mapping: &Attribution<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else { return };
    let Some(sources) = &policy.keys.sources else { return };
    let sources: Vec<&str> = sources.entries.iter().map(|(source, _)| source.value).collect();
    let mediums = mediums_of(&policy.keys);
    let mediums: Vec<&str> = mediums.iter().map(|medium| medium.name.value).collect();
    for line in lines(mapping) {
        // About both together attribution-pair-not-allowed speaks.
        match conditions(line) {
            [_, Some(medium), None, _, _] => unknown(medium, "medium", &mediums, report),
            [_, None, Some(source), _, _] => unknown(source, "source", &sources, report),
            _ => {}
        }
    }
}

fn unknown(asked: &OneOrMany<'_, Text<'_>>, what: &str, known: &[&str], report: &mut Reporter) {
    let is_unknown = |text: &&Text<'_>| {
        !text.is_blank() && !known.iter().any(|known| matches(text.value, known))
    };
    let unknown: Vec<&Text<'_>> = asked.items.iter().filter(is_unknown).collect();
    let Some(first) = unknown.first() else { return };
    let names = list_words(unknown.iter().map(|text| text.value), 6);
    let message = match unknown.as_slice() {
        [one] => format!("`{}` is not a {what} of the tracking policy.", shown(one.value)),
        _ => format!("The tracking policy has no {what} called {names}."),
    };
    report.find(
        first.node,
        message,
        "Take it out once no old link carries it any more, or add it to the policy.",
    );
}
