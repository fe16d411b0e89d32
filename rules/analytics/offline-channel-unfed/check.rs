//! Every offline channel of the mapping is that of a program channel.

use crate::checks::Context;
use crate::checks::attribution::{gives_offline, is_named, program_channels};
use crate::diagnostics::Reporter;
use crate::model::reader::{opening, shown};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let programs = program_channels(context);
    // Where no channel says what it gives, nothing can be judged.
    if !programs.iter().any(|program| gives_offline(program)) {
        return;
    }
    for mapping in context.attributions() {
        for channel in mapping.offline.iter().flat_map(|list| &list.items) {
            if programs.iter().any(|program| is_named(channel.value, program)) {
                continue;
            }
            let finding = report.find(
                channel.node,
                format!("There is no program channel for `{}`.", shown(channel.value)),
                "Name the channel after a program channel, add that one, or take this one out.",
            );
            if let Some(program) = programs.first() {
                finding.because(opening(program.channels), "the program channels");
            }
        }
    }
}
