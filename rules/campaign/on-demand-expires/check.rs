//! Where watching later counts as success, the recording stays.

use jiff::civil::date;

use crate::checks::program::is_closed;
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::Reporter;
use crate::model::values::Text;
use crate::model::{Body, Campaign, Channel};

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    match document.body {
        Body::Channels(channels) => {
            for (_, channel) in &channels.entries {
                channel_expires(channel, context, report);
            }
        }
        Body::Campaign(campaign) => recording_expires(campaign, context, report),
        _ => {}
    }
}

/// The success status that people reach by watching later.
fn on_demand<'a>(channel: &Channel<'a>) -> Option<Text<'a>> {
    let success = channel.success.iter().flat_map(|list| &list.items);
    success.copied().find(|status| names_on_demand(status.value))
}

fn names_on_demand(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.contains("ondemand")
}

fn channel_expires(channel: &Channel<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(status) = on_demand(channel) else { return };
    let Some(expiry) = channel.assets_expire else { return };
    let Some((period, anchor)) = expiry.after else { return };
    let event = date(2026, 1, 1);
    let shortest = context.whole_number("shortest") as i32;
    if period.after(event).is_none_or(|last| (last - event).get_days() >= shortest) {
        return;
    }
    report
        .find(
            expiry.text.node,
            format!(
                "`{}` counts as success here, but the pages expire {} after {}.",
                status.value,
                period.words(),
                anchor.words()
            ),
            "Let them stay (`assets-expire: never`), or take the status out of `success` where nothing is shown on demand.",
        )
        .because(status.node, "people may watch later");
}

fn recording_expires(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(event) = campaign.event.or(campaign.start).filter(|_| !is_closed(campaign)) else { return };
    let Some(channel) = context.channel_of(campaign) else { return };
    // What the channel says of expiry is compared elsewhere.
    let (Some(status), None) = (on_demand(&channel.keys), channel.keys.assets_expire) else { return };
    let shortest = context.whole_number("shortest") as i32;
    for asset in campaign.assets.iter().flat_map(|list| &list.items) {
        let Some(expires) = asset.expires else { continue };
        let texts = [asset.kind, asset.id.map(|id| id.0)];
        let is_recording = texts.into_iter().flatten().any(|text| {
            let lower = text.value.to_ascii_lowercase();
            names_on_demand(text.value) || ["recording", "replay"].iter().any(|word| lower.contains(word))
        });
        let days = (expires.date - event.date).get_days();
        if !is_recording || !(0..shortest).contains(&days) {
            continue;
        }
        report
            .find(
                expires.node,
                format!("The recording expires {days} days after the event, but `{}` counts as success.", status.value),
                "Let it stay, or expire later.",
            )
            .because(status.node, "people may watch later");
    }
}
