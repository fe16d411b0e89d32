//! There is one status for people who have done nothing yet.

use crate::checks::Context;
use crate::checks::statuses::{means_nothing, start_of};
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        let Some(start) = start_of(channel).filter(|start| means_nothing(start.value)) else {
            continue;
        };
        let second = channel
            .all_statuses()
            .find(|status| status.value != start.value && means_nothing(status.value));
        let Some(second) = second else { continue };
        report
            .find(
                second.node,
                format!(
                    "`{}` says as little of a member as `{}`, in which they start.",
                    shown(second.value),
                    shown(start.value)
                ),
                "Keep one of the two.",
            )
            .because(start.node, "where members start");
    }
}
