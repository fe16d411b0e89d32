//! A pair counts for the channel that is named after its source, where the mapping has one beside the
//! channel that gets it.

use crate::checks::Context;
use crate::checks::attribution::{can_take, conditions, is_catch_all, lines, parts_of, same_channel};
use crate::checks::mediums::{SENDERS, same};
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    for mapping in context.attributions() {
        let sources = tracking.sources.iter().flat_map(|sources| &sources.entries);
        let pairs = sources.flat_map(|(source, list)| list.items.iter().map(move |m| (source, m)));
        for (source, medium) in pairs {
            let takes = |line: &&_| {
                let [campaign, _, _, page, referrer] = conditions(line);
                let always = campaign.is_none() && page.is_none() && referrer.is_none();
                always && can_take(line, source.value, medium.value)
            };
            let Some(line) = lines(mapping).find(takes).filter(|line| !is_catch_all(line)) else {
                continue;
            };
            let Some(channel) = line.channel else { continue };
            let mut parts = parts_of(channel.value);
            let (Some(parent), Some(own)) = (parts.next(), parts.next()) else { continue };
            let is_source = |part: &str| same_channel(part, source.value) || is_sender(part, source.value);
            if is_source(own) {
                continue;
            }
            let named = lines(mapping).filter_map(|line| line.channel).find(|other| {
                let mut parts = parts_of(other.value);
                parts.next().is_some_and(|other| same_channel(other, parent))
                    && parts.next().is_some_and(is_source)
            });
            let Some(named) = named else { continue };
            report
                .find(
                    medium.node,
                    format!(
                        "Visits from `{}` with the medium `{}` count for `{}`, not for `{}`.",
                        shown(source.value),
                        shown(medium.value),
                        shown(channel.value),
                        shown(named.value)
                    ),
                    format!("Add a line for this pair to the mapping, above the one for `{}`.", shown(channel.value)),
                )
                .because(channel.node, "the line that takes them")
                .because(named.node, "the channel named after the source");
        }
    }
}

/// Whether two names are those of one sender: `AdWords` and `google`.
fn is_sender(one: &str, other: &str) -> bool {
    let is_among = |names: &[&str], text: &str| names.iter().any(|name| same(name, text));
    SENDERS.iter().any(|names| is_among(names, one) && is_among(names, other))
}
