//! When an e-mail goes out: `2026-11-17 10:00 Europe/Berlin`.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::dates::parse_date;
use super::mail_address::is_filled_in;
use super::reader::{Read, Reader, ValueType, shown};
use super::values::Text;
use super::zones::{Abbreviation, abbreviation, city_of, time_zone, zone_names, zone_of_city};
use crate::diagnostics::{Place, suggest};
use crate::syntax::{Edit, Node};

/// A day, a time and a time zone. What is left out is told by [`SendMoment::doubt`].
#[derive(Clone, Debug)]
pub struct SendMoment<'a> {
    /// As it is written.
    pub text: Text<'a>,
    /// The day; none for a time of day alone, and where a platform fills it in.
    pub date: Option<Date>,
    /// The time, by the clocks of the zone.
    pub time: Option<Time>,
    /// Whose clocks.
    pub zone: SendZone,
    date_part: Range<usize>,
    time_part: Range<usize>,
    zone_part: Range<usize>,
}

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

impl SendMoment<'_> {
    /// Where the day stands.
    pub fn date_place(&self) -> Place {
        Place::part(self.text.node, self.date_part.clone())
    }

    /// Where the time stands.
    pub fn time_place(&self) -> Place {
        Place::part(self.text.node, self.time_part.clone())
    }

    /// Where the zone stands.
    pub fn zone_place(&self) -> Place {
        Place::part(self.text.node, self.zone_part.clone())
    }

    /// Whether a platform fills it in.
    pub fn is_filled_in(&self) -> bool {
        is_filled_in(self.text.value)
    }

    /// What can't be told for sure, where times without a zone are read from the clocks of `usual`.
    pub fn doubt(&self, usual: Option<&TimeZone>) -> Option<Doubt> {
        if self.is_filled_in() {
            return None;
        }
        let Some(time) = self.time else {
            return Some(Doubt::NoTime);
        };
        match &self.zone {
            SendZone::Unsaid => match usual {
                Some(zone) => clocks(zone, self.date?, time),
                None => Some(Doubt::NoZone),
            },
            SendZone::Place(name) => clocks(&time_zone(name)?, self.date?, time),
            SendZone::Abbreviation(short) => short_zone(short, self.date?, time, usual),
            SendZone::Offset(_) | SendZone::EachPerson => None,
        }
    }
}

/// What the clocks of a zone make of a time.
fn clocks(zone: &TimeZone, date: Date, time: Time) -> Option<Doubt> {
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

fn short_zone(
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

/// The usual time of a send: `10:00 Europe/Berlin`.
#[derive(Clone, Debug)]
pub struct UsualTime<'a> {
    /// As it is written.
    pub text: Text<'a>,
    /// The time.
    pub time: Time,
    /// Whose clocks.
    pub zone: SendZone,
    zone_part: Range<usize>,
}

impl UsualTime<'_> {
    /// Where the zone stands.
    pub fn zone_place(&self) -> Place {
        Place::part(self.text.node, self.zone_part.clone())
    }

    /// The abbreviation of its zone, where that counts for a part of the year only: the other part,
    /// the clocks there show something else.
    pub fn part_of_the_year(&self, usual: Option<&TimeZone>) -> Option<&'static Abbreviation> {
        let SendZone::Abbreviation(short) = self.zone else {
            return None;
        };
        let day = |month| jiff::civil::date(2026, month, 15);
        [day(1), day(7)].into_iter().find_map(|day| {
            match short_zone(short, day, self.time, usual) {
                Some(Doubt::NotThatDay(short, _)) => Some(short),
                _ => None,
            }
        })
    }
}

impl<'a> Read<'a> for UsualTime<'a> {
    fn expected() -> String {
        "a time such as `10:00 Europe/Berlin`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        let text = Text { value, node };
        let length = value
            .find(|c: char| !(c.is_ascii_digit() || c == ':'))
            .unwrap_or(value.len());
        let said = value[length..].trim();
        let start = value.len() - value[length..].trim_start().len();
        let zone_part = start..start + said.len();
        let zone = match said {
            "" => Ok(SendZone::Unsaid),
            said => zone(said).ok_or_else(|| no_zone(said, zone_part.clone())),
        };
        match (clock(&value[..length]), zone) {
            (Some(time), Ok(zone)) => Some(UsualTime {
                text,
                time,
                zone,
                zone_part,
            }),
            (None, _) => {
                reader.invalid(
                    node,
                    format!("`{}` is not a time of day.", shown(value)),
                    "Write time and time zone, such as `10:00 Europe/Berlin`.",
                );
                None
            }
            (_, Err(problem)) => {
                reader.invalid(node, problem.message, problem.help);
                None
            }
        }
    }
}

impl JsonSchema for UsualTime<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "time of day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // A schema can't know the names of zones.
        json_schema!({
            "type": "string",
            "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?( *[^ 0-9].*)?$"
        })
    }
}

/// What is wrong with a text, so that nothing can be read from it.
struct Unreadable {
    message: String,
    help: String,
    /// The words to replace, and by what.
    instead: Option<(Range<usize>, String)>,
}

impl Unreadable {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Unreadable {
        Unreadable {
            message: message.into(),
            help: help.into(),
            instead: None,
        }
    }
}

const EXAMPLE: &str = "Write day, time and time zone, such as `2026-11-17 10:00 Europe/Berlin`.";

impl<'a> Read<'a> for SendMoment<'a> {
    fn value_type() -> ValueType {
        ValueType::Text
    }

    fn expected() -> String {
        "a day and a time such as `2026-11-17 10:00 Europe/Berlin`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        let text = Text { value, node };
        match parse(text) {
            Ok(moment) => Some(moment),
            Err(_) if reader.is_quiet() => None,
            Err(problem) => {
                let finding = reader.reporter.find_as(
                    "workspace/invalid-value",
                    node,
                    problem.message,
                    problem.help,
                );
                if let Some((range, instead)) = problem.instead {
                    finding.unsafe_fix(
                        format!("change to `{}`", instead.trim()),
                        Edit {
                            span: node.source_span(range),
                            text: instead,
                        },
                    );
                }
                None
            }
        }
    }
}

fn parse(text: Text<'_>) -> Result<SendMoment<'_>, Unreadable> {
    let value = text.value;
    let mut moment = SendMoment {
        text,
        date: None,
        time: None,
        zone: SendZone::Unsaid,
        date_part: 0..value.len(),
        time_part: 0..value.len(),
        zone_part: 0..value.len(),
    };
    if is_filled_in(value) {
        return Ok(moment);
    }
    let day = value.get(..10).filter(|day| {
        let shape = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        day.bytes().enumerate().all(shape)
    });
    let mut at = 0;
    if let Some(day) = day {
        moment.date = Some(parse_date(day).map_err(|problem| Unreadable::new(problem, EXAMPLE))?);
        moment.date_part = 0..10;
        at = 10;
        let rest = &value[at..];
        let stripped = rest
            .strip_prefix('T')
            .filter(|rest| starts_with_digit(rest));
        at = value.len() - stripped.unwrap_or(rest).trim_start().len();
    } else if !starts_with_digit(value) {
        return Err(not_a_moment(value));
    }
    let length = value[at..]
        .find(|c: char| !(c.is_ascii_digit() || c == ':'))
        .unwrap_or(value.len() - at);
    let zone_at = at + length;
    let said = value[zone_at..].trim();
    let start = value.len() - value[zone_at..].trim_start().len();
    if length > 0 {
        moment.time_part = at..zone_at;
        if let Some(afternoon) = half_of_the_day(said) {
            return Err(twelve_hours(
                &value[at..zone_at],
                afternoon,
                at..start + said.find(' ').unwrap_or(said.len()),
            ));
        }
        moment.time = Some(clock(&value[at..zone_at]).ok_or_else(|| match moment.date {
            None => not_a_moment(value),
            Some(_) => Unreadable::new(
                format!("There is no time {}.", shown(&value[at..zone_at])),
                "Write hours and minutes of a day of 24 hours, such as 10:00 or 16:30.",
            ),
        })?);
    }
    if !said.is_empty() {
        moment.zone_part = start..start + said.len();
        moment.zone = zone(said).ok_or_else(|| no_zone(said, moment.zone_part.clone()))?;
    }
    if moment.date.is_none() && moment.zone != SendZone::EachPerson {
        return Err(not_a_moment(value));
    }
    Ok(moment)
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn not_a_moment(value: &str) -> Unreadable {
    Unreadable::new(
        format!("`{}` is not a day and a time.", shown(value)),
        format!("{EXAMPLE} An e-mail that something else sets off has no `send`."),
    )
}

/// `10:00`, `9:05`, `10:00:30`.
fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let mut number = |least: usize| {
        let part = parts.next()?;
        (part.len() >= least && part.len() <= 2).then(|| part.parse::<i8>().ok())?
    };
    let (hour, minute) = (number(1)?, number(2)?);
    let second = number(2);
    let rest = text.bytes().filter(|byte| *byte == b':').count();
    if rest > 2 || (rest == 2) != second.is_some() {
        return None;
    }
    Time::new(hour, minute, second.unwrap_or(0), 0).ok()
}

/// Whether a zone begins with `am` or `pm`: whether it is the second.
fn half_of_the_day(said: &str) -> Option<bool> {
    let word = said
        .split(' ')
        .next()
        .unwrap_or(said)
        .replace('.', "")
        .to_ascii_lowercase();
    match word.as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    }
}

fn twelve_hours(time: &str, afternoon: bool, words: Range<usize>) -> Unreadable {
    let time = if time.contains(':') {
        time.to_string()
    } else {
        format!("{time}:00")
    };
    let written = clock(&time).filter(|time| (1..=12).contains(&time.hour()));
    let mut problem = Unreadable::new(
        "Hours are counted from 0 to 23 here, without am and pm.",
        EXAMPLE,
    );
    if let Some(written) = written {
        let hour = written.hour() % 12 + if afternoon { 12 } else { 0 };
        let instead = format!("{hour:02}:{:02}", written.minute());
        problem.help = format!("Write `{instead}`.");
        problem.instead = Some((words, instead));
    }
    problem
}

fn zone(said: &str) -> Option<SendZone> {
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

fn no_zone(said: &str, words: Range<usize>) -> Unreadable {
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

impl JsonSchema for SendMoment<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "send moment".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // A schema can't know the names of zones.
        json_schema!({
            "type": "string",
            "pattern": "[{][{]|%%|^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T(?=[0-9])| *)(([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)?( *[^ 0-9].*)?|([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])? in each person['’]s time zone)$"
        })
    }
}
