//! What programs give online is counted by the mapping.

use crate::checks::Context;
use crate::checks::attribution::{Program, gives_offline, in_buckets, is_named, lines, program_channels};
use crate::diagnostics::Reporter;
use crate::model::Attribution;
use crate::model::reader::shown;
use crate::model::values::Text;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let programs = program_channels(context);
    for mapping in context.attributions() {
        // Where nothing is told apart, online is all there is.
        let Some(offline) = &mapping.offline else { continue };
        for program in programs.iter().filter(|program| gives_online(program)) {
            // Programs are mostly counted offline alone, or by visits of all kinds. One that is named
            // for the one half was forgotten for the other.
            let Some(counted) = offline.items.iter().find(|channel| is_named(channel.value, program)) else {
                continue;
            };
            if !gives_offline(program) || online(mapping).any(|channel| is_named(channel.value, program)) {
                continue;
            }
            let place = program.attribution.map_or(program.label.node, |text| text.node);
            report
                .find(
                    place,
                    format!(
                        "`{}` gives online touchpoints too, but the mapping counts it offline only.",
                        shown(program.label.value)
                    ),
                    "Add a line for its pages to the mapping, or say what it gives.",
                )
                .because(counted.node, "counted offline");
        }
    }
}

fn gives_online(program: &Program<'_>) -> bool {
    let gives = program.attribution.map(|gives| gives.value.to_lowercase());
    gives.is_some_and(|gives| gives.split(|c: char| !c.is_alphabetic()).any(|word| word == "online"))
}

/// The channels that lines and buckets name and that don't count offline.
fn online<'m, 'a>(mapping: &'m Attribution<'a>) -> impl Iterator<Item = Text<'a>> + 'm {
    let of_lines = lines(mapping).filter_map(|line| line.channel);
    let of_buckets = in_buckets(mapping).map(|(channel, _)| channel);
    let is_offline = |channel: &Text<'a>| {
        let mut offline = mapping.offline.iter().flat_map(|list| &list.items);
        offline.any(|offline| offline.value.eq_ignore_ascii_case(channel.value))
    };
    of_lines.chain(of_buckets).filter(move |channel| !is_offline(channel))
}
