//! The years of a campaign's dates can be meant, and lie near each other.

use jiff::civil::Date;

use crate::checks::Context;
use crate::checks::program::{is_closed, is_plausible};
use crate::diagnostics::Reporter;
use crate::model::Campaign;
use crate::model::values::DateValue;
use crate::syntax::edit;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let today = context.today();
    let mut dates: Vec<DateValue<'_>> =
        [campaign.event, campaign.start, campaign.end, campaign.requested].into_iter().flatten().collect();
    if !is_closed(campaign) {
        let assets = campaign.assets.iter().flat_map(|list| &list.items);
        dates.extend(assets.filter_map(|asset| asset.expires));
    }
    let right = dates.iter().find(|date| is_plausible(date.date, today)).copied();
    let mut all_plausible = true;
    for date in dates {
        if is_plausible(date.date, today) {
            continue;
        }
        all_plausible = false;
        let year = date.date.year();
        let message = if date.date < today {
            format!("{} lies in the year {year}.", date.date)
        } else {
            format!("{} is {} years away.", date.date, year - today.year())
        };
        find(date, message, right, report);
    }
    if all_plausible {
        far_apart(campaign, context, report);
    }
}

/// Reports a date, with the day that is meant where another date of the campaign tells the year.
fn find(date: DateValue<'_>, message: String, right: Option<DateValue<'_>>, report: &mut Reporter) {
    let meant = right.and_then(|right| nearest(date.date, right.date));
    let help = match meant {
        Some(meant) => format!("Did you mean {meant}?"),
        None => "Correct the year.".to_string(),
    };
    let finding = report.find(date.node, message, help);
    if let Some(right) = right {
        finding.because(right.node, "the other date of this campaign");
    }
    if let Some(meant) = meant {
        finding.unsafe_fix(
            format!("change to {meant}"),
            edit::set_value(date.node, &meant.to_string()),
        );
    }
}

/// The same day of the year, as near to another date as it gets.
fn nearest(date: Date, right: Date) -> Option<Date> {
    let years = [right.year(), right.year() - 1, right.year() + 1];
    let same_day = years.into_iter().filter_map(|year| Date::new(year, date.month(), date.day()).ok());
    same_day.min_by_key(|meant| (*meant - right).get_days().abs())
}

fn far_apart(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let days = |one: DateValue<'_>, other: DateValue<'_>| i64::from((other.date - one.date).get_days());
    let farthest = context.whole_number("farthest") as i64;
    let (start, event, end) = (campaign.start, campaign.event, campaign.end);
    if let Some(event) = event {
        for (date, what) in [(start, "starts"), (end, "ends")] {
            let Some(date) = date else { continue };
            let away = days(event, date).abs();
            if away > farthest {
                let message = format!("The campaign {what} {away} days away from its event on {}.", event.date);
                find(date, message, Some(event), report);
            }
        }
        return;
    }
    let (Some(start), Some(end)) = (start, end) else { return };
    let statuses = context.channel_of(campaign).into_iter().flat_map(|channel| channel.keys.all_statuses());
    let statuses: Vec<String> = statuses.map(|status| status.value.to_lowercase().replace('-', " ")).collect();
    let has = |word: &str| statuses.iter().any(|status| status.contains(word));
    let option = match (has("attended"), has("on demand")) {
        // A recording is shown for a while.
        (true, true) => "farthest",
        (true, false) => "longest-event",
        (false, _) => "longest",
    };
    let length = days(start, end);
    if length > context.whole_number(option) as i64 {
        let message = format!("The campaign lasts {length} days, from {} on.", start.date);
        find(end, message, Some(start), report);
    }
}
