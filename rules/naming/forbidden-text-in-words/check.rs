//! What is forbidden anywhere in a name is no part of ordinary words.

use crate::checks::Context;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Naming;
use crate::model::reader::shown;

/// Words that stand in names of campaigns and hold shorter ones that teams forbid.
const WORDS: [&str; 23] = [
    "latest", "contest", "fastest", "greatest", "attestation", "testimonial", "transparent", "apparent", "draftsman",
    "demonstration", "democracy", "copyright", "photocopy", "golden", "household", "threshold",
    "contemporary", "temperature", "attempt", "deleted", "completed", "abandon", "interim",
];

pub(crate) fn check(naming: &Naming<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for text in naming.forbidden_text.iter().flat_map(|list| &list.items) {
        let forbidden = text.value.trim().to_lowercase();
        if forbidden.is_empty() || !forbidden.chars().all(char::is_alphabetic) {
            continue;
        }
        let held = WORDS.iter().filter(|word| word.contains(&forbidden) && **word != forbidden);
        let held: Vec<&str> = held.copied().take(3).collect();
        if held.is_empty() {
            continue;
        }
        report.find(
            text.node,
            format!(
                "`{}` is a part of words such as {}.",
                shown(text.value),
                list_words(held.into_iter(), 3).replace(" or ", " and ")
            ),
            "Move it to `forbidden-words`, which looks at whole words, unless a report really filters by \"contains\".",
        );
    }
}
