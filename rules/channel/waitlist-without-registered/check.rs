//! A waiting list leads somewhere.

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;

/// What people become who are let in.
const LET_IN: [&str; 7] = ["registered", "approved", "confirmed", "accepted", "booked", "signed up", "attended"];

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        let statuses = || channel.all_statuses().map(|status| (status, plain(status.value)));
        let waiting = statuses().find(|(_, plain)| plain == "waitlisted");
        let Some((status, _)) = waiting else { continue };
        if statuses().any(|(_, plain)| LET_IN.iter().any(|word| plain.contains(word))) {
            continue;
        }
        report.find(
            status.node,
            format!("`{}` leads nowhere: this channel has no status such as `Registered`.", shown(status.value)),
            "Add the status of those who are let in, or leave this one out.",
        );
    }
}
