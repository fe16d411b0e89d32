//! Everybody can tell when an e-mail goes out.

use crate::checks::email::{Around, around, is_complete, is_gone, is_over, regions_of};
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;
use crate::model::zones::{Abbreviation, city_of};
use crate::model::{Body, Campaign, Doubt, Email, SendMoment, UsualTime};
use crate::syntax::Edit;

pub(crate) fn check(
    document: &DocumentSubject<'_, '_>,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    match document.body {
        Body::Campaign(campaign) => sends(campaign, context, report),
        Body::Calendar(calendar) => {
            for (_, time) in calendar.send_times.iter().flat_map(|map| &map.entries) {
                usual_time(time, context, report);
            }
        }
        _ => {}
    }
}

fn sends(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(emails) = &campaign.emails else { return };
    if is_over(campaign) {
        return;
    }
    let some_have_one = emails.items.iter().any(|email| email.send.is_some());
    let mut zone_is_said = false;
    for email in &emails.items {
        let Some(send) = &email.send else {
            if some_have_one && is_complete(campaign) {
                unsaid(email, report);
            }
            continue;
        };
        if send.date.is_some_and(|date| is_gone(campaign.status, date, context.today())) {
            continue;
        }
        let Some(doubt) = send.doubt(context.timezone()) else { continue };
        match doubt {
            Doubt::NoTime => {
                if is_complete(campaign) && !has_usual_time(email, campaign, context) {
                    report.find(
                        send.date_place(),
                        "This e-mail has a day, but no time.",
                        "Add the time and whose clocks show it, such as `10:00 Berlin`.",
                    );
                }
            }
            Doubt::NoZone => {
                if is_complete(campaign) && !std::mem::replace(&mut zone_is_said, true) {
                    report.find(
                        send.time_place(),
                        "Nothing says whose clocks show this time.",
                        "Add a city such as `Berlin`, or give the whole workspace a `timezone:`.",
                    );
                }
            }
            // Told once, at the usual time of the calendar from which the e-mails take it.
            Doubt::NotThatDay(short, _) if is_usual(short, context) => {}
            doubt => on_that_day(send, doubt, report),
        }
    }
}

/// An invitation or a reminder that something else hardly sets off.
fn unsaid(email: &Email<'_>, report: &mut Reporter) {
    let is_broken = email.node.get("send").is_some_and(|node| !node.is_null());
    let (Some(id), Some((Around::Invitation | Around::Reminder, _))) = (email.id, around(email))
    else {
        return;
    };
    if email.is_operational() || is_broken {
        return;
    }
    report.find(
        id.0.node,
        format!("Nothing says when `{}` goes out.", shown(id.0.value)),
        "Add `send:` with day, time and time zone, such as `2026-11-17 10:00 Berlin`.",
    );
}

/// Whether the calendar has a usual time for every region of an e-mail.
fn has_usual_time(email: &Email<'_>, campaign: &Campaign<'_>, context: &Context<'_>) -> bool {
    let Some(times) = context.calendar().and_then(|calendar| calendar.keys.send_times.as_ref())
    else {
        return false;
    };
    let regions = regions_of(email, campaign, context);
    !regions.is_empty()
        && regions.iter().all(|region| {
            times.entries.iter().any(|(name, _)| name.value.eq_ignore_ascii_case(region))
        })
}

/// Whether the calendar's usual times use an abbreviation all year, and are told so.
fn is_usual(short: &Abbreviation, context: &Context<'_>) -> bool {
    let times = context.calendar().and_then(|calendar| calendar.keys.send_times.as_ref());
    times.into_iter().flat_map(|times| &times.entries).any(|(_, time)| {
        time.part_of_the_year(context.timezone()).is_some_and(|usual| usual == short)
    })
}

fn on_that_day(send: &SendMoment<'_>, doubt: Doubt, report: &mut Reporter) {
    let Some((date, time)) = send.date.zip(send.time) else { return };
    let time = time.strftime("%H:%M").to_string();
    match doubt {
        Doubt::LeftOut(next) => {
            report.find(
                send.time_place(),
                format!("There is no {time} on {date}: the clocks leave it out for summer time."),
                format!("Write {}, or another time of that day.", next.strftime("%H:%M")),
            );
        }
        Doubt::Twice(first, second) => {
            report.find(
                send.time_place(),
                format!("On {date} the clocks show {time} twice: summer time ends."),
                format!("Choose another time, or say which with `{first}` or `{second}` in the place of the zone."),
            );
        }
        Doubt::NotThatDay(short, there) => {
            let city = city_of(short.zone);
            let there = there.strftime("%H:%M");
            let message = format!(
                "{city} doesn't use {} on {date}: {time} {} is {there} there.",
                short.name, short.name
            );
            instead(send.zone_place(), message, short, report);
        }
        Doubt::SeveralMeanings(short) => {
            let message = format!(
                "{} means the clocks of {}, but also those of {}.",
                short.name,
                city_of(short.zone),
                short.also.unwrap_or("others")
            );
            report.find(
                send.zone_place(),
                message,
                format!("Write the city that you mean, such as `{}`.", city_of(short.zone)),
            );
        }
        Doubt::NoTime | Doubt::NoZone => {}
    }
}

fn instead(place: Place, message: String, short: &Abbreviation, report: &mut Reporter) {
    let help = format!("Write `{}`, whatever the season.", city_of(short.zone));
    report.find(place, message, help).unsafe_fix(
        format!("change to `{}`", city_of(short.zone)),
        Edit { span: place.span, text: city_of(short.zone) },
    );
}

fn usual_time(time: &UsualTime<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(short) = time.part_of_the_year(context.timezone()) else { return };
    let message = format!(
        "{} uses {} for a part of the year only; for the rest, this is another hour.",
        city_of(short.zone),
        short.name
    );
    instead(time.zone_place(), message, short, report);
}
