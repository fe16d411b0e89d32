//! The kinds of a list are all called in the singular.

use crate::checks::Context;
use crate::checks::vocabulary::{Entry, vocabularies};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;

/// With fewer values there is no custom to speak of.
const FEWEST: usize = 5;

/// Lists of kinds. Names of places or teams (`Americas`, `Sales`) are what they are.
const OF_KINDS: [&str; 5] = ["type", "kind", "format", "asset", "offer"];

/// Endings of words in the singular.
const SINGULAR: [&str; 6] = ["ss", "us", "is", "ws", "ics", "ries"];

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for vocabulary in vocabularies(context.workspace()) {
        if !OF_KINDS.iter().any(|kind| vocabulary.name.contains(kind)) {
            continue;
        }
        let entries: Vec<&Entry<'_>> = vocabulary.entries.iter().filter(|entry| !entry.retired).collect();
        let mut plural = entries.iter().filter(|entry| is_plural(entry.text.value));
        let (Some(odd), None, true) = (plural.next(), plural.next(), entries.len() >= FEWEST) else { continue };
        let Some(usual) = entries.iter().find(|entry| entry.text.value != odd.text.value) else { continue };
        report
            .find(
                odd.text.node,
                format!("`{}` is plural, and all other {} are singular.", shown(odd.text.value), vocabulary.members),
                "Use the singular, with this spelling as an alias.",
            )
            .because(usual.text.node, "one of the others");
    }
}

fn is_plural(value: &str) -> bool {
    let value = value.trim().to_lowercase();
    let is_word = !value.contains(|c: char| c.is_whitespace() || c == '-' || c == '_');
    is_word && value.len() > 4 && value.ends_with('s') && !SINGULAR.iter().any(|ending| value.ends_with(ending))
}
