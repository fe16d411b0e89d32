//! No status of a channel is another one with a word that adds nothing.

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

/// Words that add nothing to what happened: every invitation, event or form of a program is its own.
const FILLERS: [&str; 11] = [
    "invitation", "invite", "event", "program", "campaign", "status", "for", "to", "the", "form", "email",
];

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        let statuses: Vec<_> = channel
            .all_statuses()
            .map(|status| (words(status.value), plain(status.value), status))
            .collect();
        for (number, (meaning, spelling, status)) in statuses.iter().enumerate() {
            let same = statuses[..number]
                .iter()
                .find(|(other, other_spelling, _)| other == meaning && other_spelling != spelling);
            let Some((_, _, other)) = same.filter(|_| !meaning.is_empty()) else { continue };
            report
                .find(
                    status.node,
                    format!("`{}` and `{}` say the same.", shown(other.value), shown(status.value)),
                    "Keep one of the two.",
                )
                .because(other.node, "the other status");
        }
    }
}

fn words(status: &str) -> String {
    let plain = plain(status);
    let words = plain.split(' ').filter(|word| !FILLERS.contains(word));
    words.collect::<Vec<_>>().join(" ")
}
