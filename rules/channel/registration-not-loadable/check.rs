//! Where lists load no-shows, they may load registrations.

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        let in_list = |list: &Option<crate::model::values::OneOrMany<'_, _>>, name: &str| {
            list.iter()
                .flat_map(|list| &list.items)
                .any(|item: &crate::model::values::Text<'_>| plain(item.value) == name)
        };
        let loads = |name: &str| in_list(&channel.lists_may_load, name);
        let status = |name: &str| channel.all_statuses().find(|status| plain(status.value) == name);
        let (Some(registered), true) = (status("registered"), loads("no show")) else { continue };
        if loads("registered") {
            continue;
        }
        let Some(no_show) = channel
            .lists_may_load
            .iter()
            .flat_map(|list| &list.items)
            .find(|item| plain(item.value) == "no show")
        else {
            continue;
        };
        // Whoever asks first may load both.
        if in_list(&channel.lists_ask_first, "registered") || in_list(&channel.lists_operations_only, "registered") {
            continue;
        }
        report
            .find(
                no_show.node,
                format!(
                    "Lists may load `{}`, but not `{}`, which comes first.",
                    shown(no_show.value),
                    shown(registered.value)
                ),
                "Let lists load both, or neither.",
            )
            .because(registered.node, "the status that comes first");
    }
}
