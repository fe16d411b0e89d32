//! What the mapping counts offline comes from programs that give it.

use crate::checks::Context;
use crate::checks::attribution::{gives_offline, is_named, program_channels};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let programs = program_channels(context);
    for mapping in context.attributions() {
        for channel in mapping.offline.iter().flat_map(|list| &list.items) {
            let mut named = programs.iter().filter(|program| is_named(channel.value, program));
            let Some(program) = named.next() else { continue };
            let Some(gives) = program.attribution else { continue };
            if gives_offline(program) {
                continue;
            }
            report
                .find(
                    channel.node,
                    format!(
                        "The mapping counts `{}` offline, but the program channel gives touchpoints of the kind `{}`.",
                        shown(program.label.value),
                        shown(gives.value)
                    ),
                    "Say the same in both: count it by its visits, or let the channel give offline touchpoints.",
                )
                .because(gives.node, "what the channel gives");
        }
    }
}
