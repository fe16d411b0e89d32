//! No status is kept under a name that tells people to leave it alone.

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
            let success = channel.success.iter().flat_map(|list| &list.items);
            let as_success: Vec<_> = success.collect();
            let counts = as_success.iter().find(|item| item.value == status.value);
            let message = match (counts, as_success.len()) {
                (Some(_), 1) => format!(
                    "`{}` must not be used, and it is the only success of this channel.",
                    shown(status.value)
                ),
                (Some(_), _) => format!("`{}` must not be used, and it counts as a success.", shown(status.value)),
                (None, _) => format!("`{}` must not be used, and can be chosen.", shown(status.value)),
            };
            report
                .find(
                    status.node,
                    message,
                    "Take it out, or hide it in the platform where members still have it.",
                )
                .because_of(counts.map(|item| item.node), "counts as a success");
        }
    }
}
