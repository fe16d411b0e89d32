//! Member statuses fit into Salesforce.

use crate::checks::Context;
use crate::checks::platforms::{STATUS_LABEL, too_long_from};
use crate::diagnostics::{Place, Reporter};
use crate::model::Channels;

pub(crate) fn check(channels: &Channels<'_>, context: &Context<'_>, report: &mut Reporter) {
    let most = STATUS_LABEL.most(context);
    for (_, channel) in &channels.entries {
        for status in channel.all_statuses() {
            let Some(from) = too_long_from(status.value, most) else { continue };
            let Some(in_use) = context.platform(STATUS_LABEL.platform) else { return };
            report
                .find(
                    Place::part(status.node, from..status.value.len()),
                    format!(
                        "This member status has {} characters; the status of a campaign member in Salesforce takes {most}.",
                        status.value.chars().count()
                    ),
                    "Shorten it before the first member has it.",
                )
                .because(in_use, "Salesforce is in use");
        }
    }
}
