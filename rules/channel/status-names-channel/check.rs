//! A status says what a member did, not in which channel.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (id, channel) in &channels.entries {
        let label = channel.label.unwrap_or(*id);
        for status in channel.all_statuses() {
            let name = status.value.trim();
            let rest = name
                .get(..label.value.len())
                .filter(|start| start.eq_ignore_ascii_case(label.value))
                .and_then(|start| name.get(start.len()..));
            let Some(rest) = rest else { continue };
            let own = rest.trim_start().trim_start_matches(['>', '-', ':', '/', '–']).trim();
            // `Trial Started` is a status; `Trial > Started` is a path.
            if own.is_empty() || own.len() == rest.trim().len() {
                continue;
            }
            report
                .find(
                    status.node,
                    format!("`{}` holds the name of the channel.", shown(name)),
                    format!("Write `{}`.", shown(own)),
                )
                .because(label.node, "the channel");
        }
    }
}
