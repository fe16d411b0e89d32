//! Between the request and the campaign lies the notice that its channel asks for.

use crate::checks::Context;
use crate::checks::program::is_plausible;
use crate::diagnostics::Reporter;
use crate::model::values::{Period, PeriodUnit};
use crate::model::{Campaign, Status};
use crate::workspace::{before_without_calendar, business_days_without_calendar};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let today = context.today();
    if !matches!(campaign.status, None | Some(Status::Draft | Status::Ready)) {
        return;
    }
    // Without the day of the request, only a draft is known to have been asked for too late: what is
    // ready was.
    let is_draft = campaign.status == Some(Status::Draft);
    let (asked, requested) = match campaign.requested {
        Some(requested) => (requested.date, Some(requested)),
        None if is_draft => (today, None),
        None => return,
    };
    let Some(date) = campaign.event.or(campaign.start) else { return };
    // What is over can't be asked for earlier; status-date-disagree speaks of it.
    if date.date <= asked || date.date < today || !is_plausible(date.date, today) {
        return;
    }
    let Some(notice) = notice_of(campaign, context) else { return };
    // Far more than enough needs no counting.
    if notice.unit == PeriodUnit::BusinessDays
        && i64::from((date.date - asked).get_days()) > i64::from(notice.count) * 3 + 30
    {
        return;
    }
    let calendar = context.calendar();
    let (left, unit, is_enough) = if notice.unit == PeriodUnit::BusinessDays {
        let left = match calendar {
            Some(calendar) => calendar.business_days_between(asked, date.date),
            None => business_days_without_calendar(asked, date.date),
        };
        (left, "business days", left >= notice.count)
    } else {
        let last_day = match calendar {
            Some(calendar) => calendar.before(date.date, notice),
            None => before_without_calendar(date.date, notice),
        };
        let left = (date.date - asked).get_days().unsigned_abs();
        (left, "days", last_day.is_none_or(|last_day| asked <= last_day))
    };
    if is_enough {
        return;
    }
    let unit = if left == 1 { unit.trim_end_matches('s') } else { unit };
    let when = match requested {
        Some(_) => format!("{left} {unit} after it was asked for"),
        None => format!("{left} {unit} from today"),
    };
    let finding = report.find(
        date.node,
        format!("This is {when}, and the channel needs {}.", notice.words()),
        "Choose a later day, or agree with the people who build it.",
    );
    finding.because(notice.node, "the notice of this channel");
    if let Some(requested) = requested {
        finding.because(requested.node, "asked for on this day");
    }
}

/// The notice of the campaign's channel: its own, else that of the calendar under its id or label.
fn notice_of<'c>(campaign: &Campaign<'_>, context: &Context<'c>) -> Option<&'c Period<'c>> {
    let channel = context.channel_of(campaign);
    if let Some(own) = channel.and_then(|channel| channel.keys.notice.as_ref()) {
        return Some(own);
    }
    let id = channel.map(|channel| channel.id.value).or(campaign.channel.map(|id| id.text.value))?;
    let label = channel.and_then(|channel| channel.keys.label).map(|label| label.value);
    let notices = context.calendar()?.keys.notice.as_ref()?;
    let is_it = |name: &str| name.eq_ignore_ascii_case(id) || label.is_some_and(|label| label.eq_ignore_ascii_case(name));
    notices.entries.iter().find(|(name, _)| is_it(name.value)).map(|(_, notice)| notice)
}
