//! Every medium, and every pair of source and medium, lands where the policy says.

use crate::analytics::ChannelGroup;
use crate::checks::Context;
use crate::checks::mediums::{PolicyMedium, because_words, mediums_of, same};
use crate::diagnostics::{Reporter, list_words, suggest};
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    let group = context.channel_group();
    for medium in mediums_of(tracking) {
        if let Some(wanted) = medium.wanted(group) {
            judge(&medium, wanted, group, report);
        }
    }
}

fn judge(medium: &PolicyMedium<'_>, wanted: &str, group: &ChannelGroup, report: &mut Reporter) {
    if let Some(channel) = medium.channel
        && !group.channels().iter().any(|known| same(known, wanted))
    {
        let meant = suggest(wanted, group.channels());
        let help = match meant {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("Use {}.", list_words(group.channels(), 30)),
        };
        let message =
            format!("`{}` is not a channel of the {}.", shown(wanted), group_name(group));
        report.find(channel.node, message, help);
        return;
    }
    // Where the medium lands nowhere, medium-unassigned speaks.
    if !medium.nowhere_on_purpose && medium.lands_nowhere(group) {
        return;
    }
    let name = medium.name.value;
    let possible = group.channels_of_medium(name);
    let lands = |source: &str| same(group.classify(source, name, "").channel, wanted);
    // The medium is right when it leads there by itself. What a source by itself does to it is
    // told at the pair.
    let alone = possible.first().is_some_and(|channel| same(channel, wanted));
    let is_right = alone
        || match medium.pairs.as_slice() {
            [] => possible.iter().any(|channel| same(channel, wanted)),
            pairs => pairs.iter().any(|(source, _)| lands(source.value)),
        };
    if !is_right {
        let source = medium.pairs.first().map_or("", |(source, _)| source.value);
        let decision = group.classify(source, name, "");
        let because = because_words(group, &decision, source, name, "");
        let place = medium.channel.map_or(medium.name.node, |channel| channel.node);
        let message = format!(
            "Visits with the medium `{}` land in `{}`, not in `{}`{because}.",
            shown(name),
            decision.channel,
            shown(wanted),
        );
        report.find(
            place,
            message,
            format!(
                "Write `{}`, or use a medium that lands in `{}`.",
                decision.channel,
                shown(wanted)
            ),
        );
        return;
    }
    for (source, used) in &medium.pairs {
        if lands(source.value) {
            continue;
        }
        let decision = group.classify(source.value, name, "");
        let because = because_words(group, &decision, source.value, name, "");
        let message = format!(
            "Visits from `{}` with the medium `{}` land in `{}`, not in `{}`{because}.",
            shown(source.value),
            shown(name),
            decision.channel,
            shown(wanted),
        );
        report
            .find(
                used.node,
                message,
                "Give the source another medium, or another name.",
            )
            .because_of(
                medium.channel.map(|channel| channel.node),
                "the channel in which this medium must land",
            );
    }
}

fn group_name(group: &ChannelGroup) -> &str {
    if group.name().is_empty() { "channel group" } else { group.name() }
}
