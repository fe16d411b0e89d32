//! A campaign starts before it ends, its event lies between, and its pages are still there then.

use crate::checks::Context;
use crate::checks::program::{is_closed, plausible};
use crate::diagnostics::Reporter;
use crate::model::Campaign;
use crate::model::values::DateValue;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    // About a year that can't be meant another rule speaks.
    let today = context.today();
    let start = plausible(campaign.start, today);
    let event = plausible(campaign.event, today);
    let end = plausible(campaign.end, today);
    let mut in_order = |first: Option<DateValue<'_>>, then: Option<DateValue<'_>>, what: [&str; 3]| {
        let (Some(first), Some(then)) = (first, then) else { return true };
        if first.date <= then.date {
            return true;
        }
        let [wrong, other, help] = what;
        report
            .find(then.node, format!("{wrong} {}, {other} {}.", then.date, first.date), help)
            .because(first.node, "the other date");
        false
    };
    let ends = [
        "The campaign ends on",
        "before it starts on",
        "Correct one of the two; `start` is the first day, and `end` the last.",
    ];
    if in_order(start, end, ends) {
        let starts = [
            "The event is on",
            "before the campaign starts on",
            "Correct one of the two; `start` is the first day on which the campaign does anything.",
        ];
        let ends = [
            "The campaign ends on",
            "before its event on",
            "Correct one of the two; `end` is the last day on which the campaign does anything.",
        ];
        let _ = in_order(start, event, starts) && in_order(event, end, ends);
    }
    if is_closed(campaign) {
        return;
    }
    let (Some(begins), what) = (event.or(start), if event.is_some() { "the event" } else { "the start" }) else {
        return;
    };
    for asset in campaign.assets.iter().flat_map(|list| &list.items) {
        let Some(expires) = plausible(asset.expires, today).filter(|expires| expires.date < begins.date) else {
            continue;
        };
        let id = asset.id.map_or("this asset", |id| id.0.value);
        report
            .find(
                expires.node,
                format!("`{id}` expires on {}, before {what} on {}.", expires.date, begins.date),
                "Let it expire later, or leave `expires` out.",
            )
            .because(begins.node, what);
    }
}
