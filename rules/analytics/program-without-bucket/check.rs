//! What programs give offline is counted by the mapping.

use crate::checks::Context;
use crate::checks::attribution::{gives_offline, is_named, program_channels};
use crate::diagnostics::Reporter;
use crate::model::reader::{opening, shown};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let programs = program_channels(context);
    for mapping in context.attributions() {
        let Some(offline) = &mapping.offline else { continue };
        for program in programs.iter().filter(|program| gives_offline(program)) {
            if offline.items.iter().any(|channel| is_named(channel.value, program)) {
                continue;
            }
            let place = program.attribution.map_or(program.label.node, |text| text.node);
            report
                .find(
                    place,
                    format!(
                        "`{}` gives offline touchpoints, but the mapping has no offline channel for it.",
                        shown(program.label.value)
                    ),
                    "Add it to `offline:` and to a bucket, or say what it gives.",
                )
                .because(opening(offline.node), "what counts offline");
        }
    }
}
