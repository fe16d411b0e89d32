//! The date that a token prints is the date of the campaign, on the day of the week that it says.

use jiff::civil::Date;

use crate::checks::Context;
use crate::checks::program::{bare_token, is_closed};
use crate::diagnostics::{Place, Reporter};
use crate::model::Campaign;
use crate::model::days::{WEEKDAYS, name_of};
use crate::model::reader::shown;
use crate::model::values::{dates_meant, in_words, parse_date};

pub(crate) fn check(campaign: &Campaign<'_>, _context: &Context<'_>, report: &mut Reporter) {
    if is_closed(campaign) {
        return;
    }
    for (name, value) in campaign.tokens.iter().flat_map(|map| &map.entries) {
        if !value.value.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let meant = match parse_date(value.value.trim()) {
            Ok(date) => vec![date],
            Err(_) => dates_meant(value.value),
        };
        if let [date] = meant.as_slice()
            && let Some((at, said)) = weekday_in(value.value)
            && said != name_of(date.weekday())
        {
            report.find(
                Place::part(value.node, at..at + said.len()),
                format!("{} is a {}, not a {said}.", in_words(*date), name_of(date.weekday())),
                "Correct the day or the date.",
            );
            continue;
        }
        let Some(role) = role_of(name.value) else { continue };
        let right = match role {
            Role::End => campaign.end,
            Role::Event => campaign.event.or(campaign.start),
        };
        let Some(right) = right else { continue };
        if meant.is_empty() || meant.contains(&right.date) || runs_on(campaign, &meant) {
            continue;
        }
        report
            .find(
                value.node,
                format!(
                    "The token `{}` says {}, but the campaign {} {}.",
                    shown(bare_token(name.value)),
                    in_words(meant[0]),
                    match role {
                        Role::End => "ends on",
                        Role::Event if campaign.event.is_some() => "takes place on",
                        Role::Event => "begins on",
                    },
                    in_words(right.date)
                ),
                "Correct the one that is wrong; a campaign that was copied often keeps the old token.",
            )
            .because(right.node, "the date of the campaign");
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Event,
    End,
}

/// Which date of the campaign a token prints, as its name says.
fn role_of(token: &str) -> Option<Role> {
    let mut words: Vec<String> = vec![String::new()];
    let mut last_lower = false;
    for c in bare_token(token).chars() {
        let starts = !c.is_alphanumeric() || (c.is_uppercase() && last_lower);
        last_lower = c.is_lowercase();
        if starts {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    if words.last().map(String::as_str) != Some("date") {
        return None;
    }
    let before: Vec<&str> = words[..words.len() - 1].iter().map(String::as_str).collect();
    match before.as_slice() {
        [] | ["event" | "webcast" | "webinar" | "workshop" | "conference" | "program"] => Some(Role::Event),
        ["end"] | ["event" | "webcast" | "webinar", "end"] => Some(Role::End),
        _ => None,
    }
}

/// Whether an event of several days runs on one of these. One that has no `event`, or begins with the
/// campaign, runs until its end.
fn runs_on(campaign: &Campaign<'_>, meant: &[Date]) -> bool {
    let Some(start) = campaign.start else { return false };
    campaign.event.is_none_or(|event| event.date == start.date)
        && campaign.end.is_some_and(|end| meant.iter().any(|date| (start.date..=end.date).contains(date)))
}

/// A day of the week that a text names, and where.
fn weekday_in(text: &str) -> Option<(usize, &'static str)> {
    let lower = text.to_ascii_lowercase();
    WEEKDAYS.into_iter().find_map(|name| Some((lower.find(&name.to_ascii_lowercase())?, name)))
}
