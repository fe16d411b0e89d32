//! No success has a name that tells people to leave it alone.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

/// How people mark what they can't take out.
const MARKS: [&str; 9] = [
    "do not use", "don't use", "dont use", "donotuse", "dontuse", "deprecated", "obsolete", "retired", "old -",
];

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        for status in channel.all_statuses() {
            let name = status.value.to_lowercase();
            if !MARKS.iter().any(|mark| name.contains(mark)) {
                continue;
            }
            let successes = channel.success.as_ref().map_or(&[][..], |list| &list.items);
            let Some(counts) = successes.iter().find(|item| item.value == status.value) else {
                continue;
            };
            let only = match successes.len() {
                1 => "is the only success of this channel",
                _ => "counts as a success",
            };
            report
                .find(
                    counts.node,
                    format!("`{}` must not be used, and {only}.", shown(status.value)),
                    "Name the status that people reach when the program worked.",
                )
                .because(status.node, "the status");
        }
    }
}
