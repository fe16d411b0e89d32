//! Channels with registrations say how long their pages stay, where nearly all of them do.

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Channel, Channels};

/// With fewer channels there is no custom to speak of.
const FEWEST: usize = 5;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let events = || {
        let entries = channels.entries.iter();
        entries.filter(|(_, channel)| registered(channel).is_some())
    };
    // A value that can't be read is a finding of its own.
    let says = |channel: &Channel<'_>| channel.node.get("assets-expire").is_some();
    let (total, saying) = (events().count(), events().filter(|(_, channel)| says(channel)).count());
    if total < FEWEST || saying * 4 < total * 3 {
        return;
    }
    let example = events().find_map(|(_, channel)| channel.node.get("assets-expire"));
    for (id, channel) in events().filter(|(_, channel)| !says(channel)) {
        let label = channel.label.unwrap_or(*id);
        report
            .find(
                id.node,
                format!(
                    "Nothing says when the pages of `{}` expire; {saying} of {total} channels with registrations say it.",
                    shown(label.value)
                ),
                "Add `assets-expire:`, such as `4 weeks after the event` or `never`.",
            )
            .because_of(example, "said for another channel");
    }
}

fn registered<'a>(channel: &Channel<'a>) -> Option<Text<'a>> {
    channel.all_statuses().copied().find(|status| plain(status.value) == "registered")
}
