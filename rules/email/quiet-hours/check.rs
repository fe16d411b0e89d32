//! Nobody is written to at night.

use crate::checks::Context;
use crate::checks::email::is_gone;
use crate::diagnostics::Reporter;
use crate::model::{Campaign, SendZone};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(emails) = &campaign.emails else { return };
    let declared = context.calendar().and_then(|calendar| calendar.keys.quiet_hours.as_ref());
    let usual = usual(context.text("hours"));
    for email in emails.items.iter().filter(|email| !email.is_operational()) {
        let Some(send) = &email.send else { continue };
        let Some(time) = send.time.filter(|_| has_own_clocks(&send.zone)) else { continue };
        if send.date.is_some_and(|date| is_gone(campaign.status, date, context.today())) {
            continue;
        }
        let is_quiet = match declared {
            Some(hours) => hours.contains(time),
            None => usual.is_some_and(|(from, to)| {
                if from <= to { (from..to).contains(&time) } else { time >= from || time < to }
            }),
        };
        if !is_quiet {
            continue;
        }
        let finding = report.find(
            send.time_place(),
            format!("At {} this e-mail arrives in quiet hours.", time.strftime("%H:%M")),
            "Choose a time of the day, or `in each person's time zone`.",
        );
        finding.because_of(declared.map(|hours| hours.node), "the quiet hours of the calendar");
    }
}

/// Whether somebody's clocks show a time, and not those of machines.
fn has_own_clocks(zone: &SendZone) -> bool {
    match zone {
        SendZone::Offset(_) => false,
        SendZone::Abbreviation(short) => short.offset != Some(0),
        SendZone::Place(name) => !name.starts_with("Etc/") && name != "UTC",
        SendZone::Unsaid | SendZone::EachPerson => true,
    }
}

fn usual(hours: &str) -> Option<(jiff::civil::Time, jiff::civil::Time)> {
    let (from, to) = hours.split_once(" to ")?;
    let clock = |text: &str| jiff::civil::Time::strptime("%H:%M", text.trim()).ok();
    Some((clock(from)?, clock(to)?))
}
