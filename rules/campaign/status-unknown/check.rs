//! What a form makes of people is a status of the channel of each campaign that uses it.

use crate::checks::Context;
use crate::checks::program::is_closed;
use crate::diagnostics::{Reporter, list_words, suggest};
use crate::model::Campaign;
use crate::model::reader::{opening, shown};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if is_closed(campaign) {
        return;
    }
    let Some(channel) = context.channel_of(campaign) else { return };
    let known: Vec<&str> = channel.keys.all_statuses().map(|status| status.value).collect();
    if known.is_empty() {
        return;
    }
    for form in campaign.forms.iter().flat_map(|list| &list.items) {
        let Some(status) = context.form(form.text.value).and_then(|form| form.status) else { continue };
        // Statuses are compared as they are written: `No show` is not `No Show` to a platform.
        if known.contains(&status.value) {
            continue;
        }
        let help = match suggest(status.value, known.iter().copied()) {
            Some(name) => format!("Did you mean `{name}`?"),
            None => format!("Its statuses are {}.", list_words(known.iter().copied(), 12)),
        };
        let finding = report.find(
            form.text.node,
            format!(
                "The form `{}` makes people `{}`, which the channel `{}` doesn't have.",
                shown(form.text.value),
                shown(status.value),
                channel.id.value
            ),
            help,
        );
        finding.because(status.node, "the status that the form gives");
        if let Some(list) = &channel.keys.statuses {
            finding.because(opening(list.node), "the statuses of the channel");
        }
    }
}
