//! The days of a calendar exist, stand there once, and are the day of the week that they say.

use std::collections::HashMap;

use jiff::civil::{Date, Weekday};

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Calendar;
use crate::model::days::{DaySet, Days, WEEKDAYS, name_of};
use crate::model::reader::shown;
use crate::model::values::{Text, dates_meant, in_words};
use crate::syntax::Node;

pub(crate) fn check(calendar: &Calendar<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, days) in calendar.holidays.iter().flat_map(|map| &map.entries) {
        let mut first_of: HashMap<Date, Node<'_>> = HashMap::new();
        for (day, name) in &days.entries {
            match DaySet::parse(day.value) {
                Err(problem) => no_day(day.node, day.value, problem, report),
                Ok(DaySet::Weekday(_)) => {
                    report.find(
                        day.node,
                        format!("`{}` comes every week, so it is no holiday.", day.value),
                        "Write its date, or take the day out of `business-days`.",
                    );
                }
                Ok(set @ DaySet::Dates(first, last)) => {
                    twice(*day, set, &mut first_of, report);
                    if first == last {
                        right_weekday(first, *day, *name, report);
                    }
                }
                Ok(DaySet::EveryYear(..)) => moves(*day, *name, report),
            }
        }
    }
    for line in calendar.no_send.iter().flat_map(|list| &list.items) {
        for days in line.days.iter().flat_map(|days| &days.items) {
            if let Days { text, set: Err(problem) } = days {
                no_day(text.node, text.value, problem.clone(), report);
            }
        }
    }
}

fn no_day(node: Node<'_>, text: &str, problem: String, report: &mut Reporter) {
    let help = match dates_meant(text).as_slice() {
        [date] => format!("Write year-month-day: {date}."),
        [one, other] => format!("Write the one that is meant, as {one} or {other}."),
        _ => "Write a date (`2026-12-24`), a range (`2026-12-24 to 2027-01-03`) or a day of every year (`December 24`)."
            .to_string(),
    };
    report.find(node, problem, help);
}

/// Reports a date that an earlier line of the country has already.
fn twice<'a>(day: Text<'a>, set: DaySet, first_of: &mut HashMap<Date, Node<'a>>, report: &mut Reporter) {
    let DaySet::Dates(first, last) = set else { return };
    let mut told = false;
    for date in first.series(jiff::Span::new().days(1)).take_while(|date| *date <= last) {
        let known = first_of.get(&date).copied();
        match known {
            // The same words twice are yaml/duplicate-key.
            Some(known) if !told && known != day.node => {
                told = true;
                report
                    .find(day.node, format!("{} stands there already.", in_words(date)), "Remove one of the two.")
                    .because(known, "here");
            }
            Some(_) => {}
            None => {
                first_of.insert(date, day.node);
            }
        }
    }
}

/// Holidays that are always on one day of the week.
const ALWAYS_ON: &[(&str, Weekday)] = &[
    ("good friday", Weekday::Friday),
    ("karfreitag", Weekday::Friday),
    ("easter monday", Weekday::Monday),
    ("ostermontag", Weekday::Monday),
    ("whit monday", Weekday::Monday),
    ("pentecost monday", Weekday::Monday),
    ("pfingstmontag", Weekday::Monday),
    ("easter sunday", Weekday::Sunday),
    ("ostersonntag", Weekday::Sunday),
    ("ascension day", Weekday::Thursday),
    ("christi himmelfahrt", Weekday::Thursday),
    ("corpus christi", Weekday::Thursday),
    ("fronleichnam", Weekday::Thursday),
];

/// Holidays that lie a number of days after Easter.
const AFTER_EASTER: &[(&str, i32)] = &[
    ("good friday", -2),
    ("karfreitag", -2),
    ("easter sunday", 0),
    ("easter monday", 1),
    ("ostermontag", 1),
    ("ascension day", 39),
    ("christi himmelfahrt", 39),
    ("whit monday", 50),
    ("pentecost monday", 50),
    ("pfingstmontag", 50),
    ("fronleichnam", 60),
];

fn right_weekday(date: Date, day: Text<'_>, name: Text<'_>, report: &mut Reporter) {
    let called = name.value.trim().to_lowercase();
    // A substitute day lies elsewhere on purpose.
    if ["observed", "substitute", "in lieu", "bridge"].iter().any(|word| called.contains(word)) {
        return;
    }
    // `Christmas Day (Friday)`: what the name says of the day.
    let in_brackets = called.split_once('(').map(|(_, rest)| rest.trim_end_matches([')', ' ']));
    let said = in_brackets.and_then(|said| WEEKDAYS.iter().find(|name| name.eq_ignore_ascii_case(said)));
    let always = ALWAYS_ON.iter().find(|(holiday, _)| *holiday == called).map(|(_, weekday)| name_of(*weekday));
    if let Some(right) = said.copied().or(always)
        && right != name_of(date.weekday())
    {
        report
            .find(
                day.node,
                format!("`{}` is a {right}, but {} is a {}.", shown(name.value), in_words(date), name_of(date.weekday())),
                "Correct the date.",
            )
            .because(Place::from(name.node), "its name");
        return;
    }
    let Some((_, offset)) = AFTER_EASTER.iter().find(|(holiday, _)| *holiday == called) else { return };
    let right = |easter: Option<Date>| easter?.checked_add(jiff::Span::new().days(*offset)).ok();
    let (western, eastern) = (right(easter(date.year())), right(orthodox_easter(date.year())));
    let (Some(western), Some(eastern)) = (western, eastern) else { return };
    if date == western || date == eastern {
        return;
    }
    report
        .find(
            day.node,
            format!("In {} `{}` is on {}.", date.year(), shown(name.value), in_words(western)),
            "Correct the date; it moves from year to year.",
        )
        .because(Place::from(name.node), "its name");
}

/// Reports a holiday that moves and is written as a day of every year.
fn moves(day: Text<'_>, name: Text<'_>, report: &mut Reporter) {
    let called = name.value.trim().to_lowercase();
    if ALWAYS_ON.iter().any(|(holiday, _)| *holiday == called) {
        report
            .find(
                day.node,
                format!("`{}` is on another day each year.", shown(name.value)),
                "Write it with its year, once for each year.",
            )
            .because(Place::from(name.node), "its name");
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm in J. Meeus, Astronomical Algorithms.
fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year as i16, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()
}

/// Easter Sunday of the Orthodox churches, as a date of the Gregorian calendar; right from 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let sum = d + e + 114;
    let julian = Date::new(year, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()?;
    julian.checked_add(jiff::Span::new().days(13)).ok()
}

#[cfg(test)]
mod tests {
    use super::{easter, orthodox_easter};
    use jiff::civil::date;

    #[test]
    fn easter_is_where_the_churches_keep_it() {
        for (western, eastern) in [
            (date(2024, 3, 31), date(2024, 5, 5)),
            (date(2025, 4, 20), date(2025, 4, 20)),
            (date(2026, 4, 5), date(2026, 4, 12)),
            (date(2027, 3, 28), date(2027, 5, 2)),
        ] {
            assert_eq!(easter(western.year()), Some(western));
            assert_eq!(orthodox_easter(eastern.year()), Some(eastern));
        }
    }
}
