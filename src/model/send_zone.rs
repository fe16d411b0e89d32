//! Whose clocks a time is read from, and what they make of it.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

use super::reader::shown;
use super::zones::{Abbreviation, abbreviation, city_of, time_zone, zone_names, zone_of_city};
use crate::diagnostics::suggest;

/// Whose clocks a time is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendZone {
    /// Nothing is said: those of the workspace's `timezone:`.
    Unsaid,
    /// Those of a place, by the name of its zone: `Europe/Berlin`.
    Place(Cow<'static, str>),
    /// Those of whoever uses an abbreviation: `CET`.
    Abbreviation(&'static Abbreviation),
    /// Those this far from UTC: `+01:00`.
    Offset(Offset),
    /// Those of each person who gets it.
    EachPerson,
}

/// Why nobody can tell for sure when an e-mail goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A day without a time.
    NoTime,
    /// A time without a zone.
    NoZone,
    /// The clocks leave this time out; the first one after it.
    LeftOut(Time),
    /// The clocks show this time twice that day, at these distances from UTC.
    Twice(Offset, Offset),
    /// The place that uses this abbreviation doesn't use it on that day; what its clocks show.
    NotThatDay(&'static Abbreviation, Time),
    /// The abbreviation has several meanings.
    SeveralMeanings(&'static Abbreviation),
}

/// The words for the clocks of whoever gets the e-mail.
const EACH_PERSON: [&str; 2] = [
    "in each person's time zone",
    "in each person\u{2019}s time zone",
];

/// What the clocks of a zone make of a time.
pub(super) fn clocks(zone: &TimeZone, date: Date, time: Time) -> Option<Doubt> {
    match zone.to_ambiguous_timestamp(date.to_datetime(time)).offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { before, after } => {
            let jump = i64::from(after.seconds()) - i64::from(before.seconds());
            let later = date
                .to_datetime(time)
                .checked_add(jiff::SignedDuration::from_secs(jump));
            Some(Doubt::LeftOut(later.ok()?.time()))
        }
        AmbiguousOffset::Fold { before, after } => Some(Doubt::Twice(before, after)),
    }
}

pub(super) fn short_zone(
    short: &'static Abbreviation,
    date: Date,
    time: Time,
    usual: Option<&TimeZone>,
) -> Option<Doubt> {
    let zone = time_zone(short.zone)?;
    let Some(minutes) = short.offset else {
        return clocks(&zone, date, time);
    };
    let offset = Offset::from_seconds(minutes * 60).ok()?;
    let moment = date.to_datetime(time);
    let instant = offset.to_timestamp(moment).ok()?;
    // Who lives where it is used all year knows what it means: Arizona's MST, Queensland's AEST.
    let is_own = usual.is_some_and(|usual| {
        usual
            .to_offset_info(instant)
            .abbreviation()
            .eq_ignore_ascii_case(short.name)
    });
    if is_own {
        return None;
    }
    if short.also.is_some() {
        return Some(Doubt::SeveralMeanings(short));
    }
    let there: DateTime = zone.to_datetime(instant);
    (there != moment).then(|| Doubt::NotThatDay(short, there.time()))
}

/// What is wrong with a text, so that nothing can be read from it.
pub(super) struct Unreadable {
    pub(super) message: String,
    pub(super) help: String,
    /// The words to replace, and by what.
    pub(super) instead: Option<(Range<usize>, String)>,
}

impl Unreadable {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Unreadable {
        Unreadable {
            message: message.into(),
            help: help.into(),
            instead: None,
        }
    }
}

pub(super) fn zone(said: &str) -> Option<SendZone> {
    if EACH_PERSON
        .iter()
        .any(|words| said.eq_ignore_ascii_case(words))
    {
        return Some(SendZone::EachPerson);
    }
    // `+01:00[Europe/Berlin]` and `[Europe/Berlin]` are how programs write it.
    if let Some((before, name)) = said.strip_suffix(']').and_then(|said| said.split_once('[')) {
        let before = before.trim();
        if !before.is_empty() && offset(before).is_none() {
            return None;
        }
        return place(name);
    }
    if let Some(short) = abbreviation(said) {
        return Some(SendZone::Abbreviation(short));
    }
    match offset(said) {
        Some(offset) => Some(SendZone::Offset(offset)),
        None => place(said),
    }
}

fn place(name: &str) -> Option<SendZone> {
    let name = name.trim();
    if let Some(zone) = time_zone(name) {
        let name = zone.iana_name().unwrap_or(name).to_string();
        return Some(SendZone::Place(Cow::Owned(name)));
    }
    zone_of_city(name).map(|zone| SendZone::Place(Cow::Borrowed(zone)))
}

/// `+01:00`, `-0500`, `UTC+1`.
fn offset(said: &str) -> Option<Offset> {
    let bare = ["UTC", "GMT"]
        .iter()
        .find_map(|name| said.strip_prefix(name))
        .unwrap_or(said);
    let (sign, digits) = match bare.as_bytes().first()? {
        b'+' => (1, &bare[1..]),
        b'-' => (-1, &bare[1..]),
        _ => return None,
    };
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 4) => digits.split_at_checked(2)?,
        (None, _) => (digits, "00"),
    };
    let number = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<i32>().ok().filter(|_| digits)
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()
}

pub(super) fn no_zone(said: &str, words: Range<usize>) -> Unreadable {
    let meant = suggest(said, zone_names().chain([EACH_PERSON[0]]));
    let mut problem = Unreadable::new(
        format!("There is no time zone `{}`.", shown(said)),
        "Write a city or a name of the IANA time-zone database, such as `Berlin` or \
         `Europe/Berlin`, or `in each person's time zone`.",
    );
    if let Some(meant) = meant {
        let meant = if meant.contains('/') {
            meant.to_string()
        } else {
            city_or_words(meant)
        };
        problem.help = format!("Did you mean `{meant}`?");
        problem.instead = Some((words, meant));
    }
    problem
}

fn city_or_words(name: &str) -> String {
    if name.contains(' ') {
        name.to_string()
    } else {
        city_of(name)
    }
}
