//! What has begun is not ready any more, what has ended is not live, and what is done is not to come.

use crate::checks::Context;
use crate::checks::program::plausible;
use crate::diagnostics::Reporter;
use crate::model::values::DateValue;
use crate::model::{Campaign, Status};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(status) = campaign.status else { return };
    let today = context.today();
    let start = plausible(campaign.start, today);
    let event = plausible(campaign.event, today);
    let end = plausible(campaign.end, today);
    // What contradicts itself can't be compared with a status.
    let in_order = |one: Option<DateValue<'_>>, other: Option<DateValue<'_>>| match (one, other) {
        (Some(one), Some(other)) => one.date <= other.date,
        _ => true,
    };
    if !in_order(start, end) || !in_order(start, event) || !in_order(event, end) {
        return;
    }
    let grace = context.whole_number("grace") as i32;
    let is_over = |date: &DateValue<'_>| (today - date.date).get_days() > grace;
    let is_ahead = |date: &DateValue<'_>| date.date > today;
    let first = start.or(event).or(end);
    let last = end.or(event);
    let (date, message, help) = match status {
        // Before its event a campaign runs all the same: it invites.
        Status::Live => match (last.filter(is_over), start.filter(is_ahead)) {
            (Some(last), _) => (
                last,
                format!("This campaign is `live`, but it was over on {}.", last.date),
                "Say `done`, or correct the date.",
            ),
            (None, Some(first)) => (
                first,
                format!("This campaign is `live`, but it begins on {}.", first.date),
                "Say `ready` until then, or correct the date.",
            ),
            _ => return,
        },
        Status::Done => match event.or(first).filter(is_ahead) {
            Some(date) => (
                date,
                format!("This campaign is `done`, but it is to take place on {}.", date.date),
                "Correct the status or the date; what was given up is `aborted`.",
            ),
            None => return,
        },
        Status::Ready => match (last.filter(is_over), first.filter(is_over)) {
            (Some(last), _) => (
                last,
                format!("This campaign is still `ready`, but it was over on {}.", last.date),
                "Say `done` or `aborted`, or correct the date.",
            ),
            (None, Some(first)) => (
                first,
                format!("This campaign is still `ready`, but it began on {}.", first.date),
                "Say `live`, or correct the date.",
            ),
            _ => return,
        },
        Status::Draft => match last.filter(is_over) {
            Some(last) => (
                last,
                format!("This campaign is still a `draft`, but it was over on {}.", last.date),
                "Say `done` or `aborted`, or correct the date.",
            ),
            None => return,
        },
        Status::Aborted => return,
    };
    let Some(node) = campaign.node.get("status") else { return };
    report.find(node.resolved(), message, help).because(date.node, "its date");
}
