//! Nothing goes out on days that the calendar keeps free.

use jiff::civil::Date;

use crate::checks::Context;
use crate::checks::email::{is_gone, regions_of};
use crate::diagnostics::Reporter;
use crate::model::days::name_of;
use crate::model::reader::shown;
use crate::model::{Campaign, Email, NoSend, SendMoment};
use crate::workspace::{CalendarInForce, Holiday};

/// A region of more countries is not on holiday because one of them is.
const FEW_COUNTRIES: usize = 5;
/// How many regions of an e-mail are looked at: there are not that many.
const MOST_REGIONS: usize = 50;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(emails) = &campaign.emails else { return };
    let Some(calendar) = context.calendar() else { return };
    for email in &emails.items {
        let Some((send, date)) = email.send.as_ref().and_then(|send| Some((send, send.date?)))
        else {
            continue;
        };
        if is_gone(campaign.status, date, context.today()) {
            continue;
        }
        let mut regions = regions_of(email, campaign, context);
        regions.truncate(MOST_REGIONS);
        let mut blocked = calendar.no_send(date);
        let line = blocked.find(|(line, _)| counts(line, email, campaign, &regions, context));
        if let Some((line, days)) = line {
            let reason = line.because.map_or_else(String::new, |why| format!(": {}", shown(why.value)));
            report
                .find(
                    send.date_place(),
                    format!("The calendar keeps {} free of e-mails{reason}.", day(date)),
                    "Move the e-mail to another day.",
                )
                .because(days.text.node, "no e-mails on these days");
        } else if !email.is_operational() {
            on_holiday(send, date, &regions, calendar, context, report);
        }
    }
}

fn day(date: Date) -> String {
    format!("{}, {date},", name_of(date.weekday()))
}

/// Whether a line of the calendar counts for an e-mail.
fn counts(
    line: &NoSend<'_>,
    email: &Email<'_>,
    campaign: &Campaign<'_>,
    regions: &[&str],
    context: &Context<'_>,
) -> bool {
    let channel = campaign.channel.as_ref().map(|channel| channel.text.value);
    let excepted = line.except.iter().flat_map(|list| &list.items).any(|exempt| {
        (exempt.is_operational() && email.is_operational()) || channel == Some(exempt.0.value)
    });
    if excepted {
        return false;
    }
    let only_for = line.region.iter().flat_map(|list| &list.items);
    let mut only_for = only_for.map(|region| region.text.value).peekable();
    only_for.peek().is_none()
        || only_for.any(|own| {
            regions.iter().any(|region| !context.regions().are_apart(own, region))
        })
}

fn on_holiday(
    send: &SendMoment<'_>,
    date: Date,
    regions: &[&str],
    calendar: &CalendarInForce<'_>,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let found = match calendar.holiday_in(crate::workspace::EVERYWHERE, date) {
        Some(holiday) => Some((*holiday, String::new())),
        None => regions.iter().find_map(|region| of_region(region, date, calendar, context)),
    };
    let Some((holiday, country)) = found else { return };
    report
        .find(
            send.date_place(),
            format!("{} is {}{country}.", day(date).trim_end_matches(','), shown(holiday.name.value)),
            "Move the e-mail to a working day.",
        )
        .because(holiday.day.node, "a day off");
}

/// The holiday of a region on a day, and the country that has it.
fn of_region<'c>(
    region: &str,
    date: Date,
    calendar: &'c CalendarInForce<'c>,
    context: &Context<'c>,
) -> Option<(Holiday<'c>, String)> {
    let mut countries: Vec<&str> = context.regions().countries(region).collect();
    let is_country = region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase());
    if countries.is_empty() && is_country {
        countries.push(region);
    }
    let on = |country: &str| calendar.holiday_in(country, date).copied();
    let (first, holiday) = countries.iter().find_map(|country| Some((*country, on(country)?)))?;
    if countries.len() > FEW_COUNTRIES {
        let known = countries.iter().filter(|country| calendar.knows_holidays_of(country));
        let (mut count, mut all) = (0, true);
        for country in known {
            count += 1;
            all &= on(country).is_some();
        }
        if count < 2 || !all {
            return None;
        }
    }
    Some((holiday, format!(" in {first}")))
}
