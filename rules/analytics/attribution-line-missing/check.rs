//! The parts of a channel are recognised in the same ways: by tags, and by the site that sent the visitor.

use std::collections::BTreeMap;

use crate::checks::Context;
use crate::checks::attribution::{conditions, lines, parts_of};
use crate::diagnostics::Reporter;
use crate::model::Attribution;
use crate::model::reader::shown;
use crate::model::values::Text;

/// With fewer parts there is no custom to speak of.
const FEWEST: usize = 4;

/// How a part of a channel is recognised.
struct Ways<'a> {
    channel: Text<'a>,
    by: [bool; 2],
}

pub(crate) fn check(mapping: &Attribution<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut channels: BTreeMap<&str, BTreeMap<&str, Ways<'_>>> = BTreeMap::new();
    for line in lines(mapping) {
        let Some(channel) = line.channel else { continue };
        let mut parts = parts_of(channel.value);
        let (Some(whole), Some(part)) = (parts.next(), parts.next()) else { continue };
        let ways = channels.entry(whole).or_default();
        let ways = ways.entry(part).or_insert(Ways { channel, by: [false; 2] });
        let [_, medium, source, _, referrer] = conditions(line);
        ways.by[0] |= medium.is_some() || source.is_some();
        ways.by[1] |= referrer.is_some();
    }
    for parts in channels.values().filter(|parts| parts.len() >= FEWEST) {
        for (way, what) in ["by its tags", "by the site that sent the visitor"].into_iter().enumerate() {
            let mut without = parts.values().filter(|ways| !ways.by[way]);
            let (Some(odd), None) = (without.next(), without.next()) else { continue };
            let Some(usual) = parts.values().find(|ways| ways.by[way]) else { continue };
            // What is left over has no site of its own.
            if parts_of(odd.channel.value).nth(1).is_some_and(|part| part.eq_ignore_ascii_case("other")) {
                continue;
            }
            report
                .find(
                    odd.channel.node,
                    format!(
                        "No line recognises `{}` {what}; the {} others of its kind are recognised so.",
                        shown(odd.channel.value),
                        parts.len() - 1
                    ),
                    "Add such a line, next to those of the others.",
                )
                .because(usual.channel.node, "one of the others");
        }
    }
}
