//! Nearly all channels start alike; the others are pointed out.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::statuses::{plain, start_of};
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

/// With fewer channels there is no custom to speak of.
const FEWEST: usize = 5;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let starts = || channels.entries.iter().filter_map(|(_, channel)| start_of(channel));
    let mut counts: HashMap<String, usize> = HashMap::new();
    for start in starts() {
        *counts.entry(plain(start.value)).or_default() += 1;
    }
    let total = starts().count();
    let usual = counts.into_iter().find(|(_, count)| *count * 4 >= total * 3);
    let Some((usual, count)) = usual.filter(|_| total >= FEWEST) else { return };
    let Some(example) = starts().find(|start| plain(start.value) == usual) else { return };
    let unmarked = channels.entries.iter().filter(|(_, channel)| channel.starts_at.is_none());
    let unmarked = unmarked.filter_map(|(_, channel)| start_of(channel));
    for start in unmarked.filter(|start| plain(start.value) != usual) {
        report
            .find(
                start.node,
                format!(
                    "This channel starts at `{}`; {count} of {total} start at `{}`.",
                    shown(start.value),
                    shown(example.value)
                ),
                format!("Begin with `{}`, or say `starts-at:`, if this one differs on purpose.", shown(example.value)),
            )
            .because(example.node, "where another channel starts");
    }
}
