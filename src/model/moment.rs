//! When an e-mail goes out: `2026-11-17 10:00 Europe/Berlin`.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::dates::parse_date;
use super::mail_address::is_filled_in;
use super::reader::{Read, Reader, ValueType, shown};
use super::send_zone::{Doubt, SendZone, Unreadable, clocks, no_zone, short_zone, zone};
use super::values::Text;
use super::zones::time_zone;
use crate::diagnostics::Place;
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
pub(super) fn clock(text: &str) -> Option<Time> {
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
    if !said.starts_with(['a', 'A', 'p', 'P']) {
        return None;
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Tree;
    use jiff::civil::{date, time};

    /// Reads a text as a send, and gives it to a question.
    fn read<T>(text: &str, ask: impl FnOnce(Result<SendMoment<'_>, Unreadable>) -> T) -> T {
        let tree = Tree::parse(format!("send: \"{text}\"\n"));
        let node = tree.documents().next().and_then(|root| root.get("send"));
        let text = node.and_then(Text::of).unwrap_or_else(|| panic!("{text}"));
        ask(parse(text))
    }

    fn zone_of(text: &str) -> String {
        read(text, |moment| match moment {
            Ok(moment) => format!("{:?}", moment.zone),
            Err(problem) => problem.message,
        })
    }

    fn corrected(text: &str) -> Option<String> {
        read(text, |moment| {
            let (range, instead) = moment.err()?.instead?;
            Some(format!(
                "{}{instead}{}",
                &text[..range.start],
                &text[range.end..]
            ))
        })
    }

    #[test]
    fn a_city_is_as_good_as_the_name_of_its_zone() {
        let zone = "Place(\"Europe/Berlin\")";
        for text in [
            "2026-11-17 10:00 Europe/Berlin",
            "2026-11-17 10:00 berlin",
            "2026-11-17T10:00[Europe/Berlin]",
            "2026-11-17T10:00:00+01:00[Europe/Berlin]",
            "2026-11-17 Berlin",
        ] {
            assert_eq!(zone_of(text), zone, "{text}");
        }
        assert_eq!(
            zone_of("2026-11-17 10:00 New York"),
            "Place(\"America/New_York\")"
        );
        assert_eq!(zone_of("2026-11-17 10:00 UTC+1"), "Offset(01:00:00)");
        assert_eq!(zone_of("2026-11-17 10:00"), "Unsaid");
    }

    #[test]
    fn day_and_time_are_read_by_the_clocks_of_the_zone() {
        read("2026-11-17 9:05 in each person's time zone", |moment| {
            let moment = moment.ok();
            assert_eq!(
                moment.as_ref().and_then(|m| m.date),
                Some(date(2026, 11, 17))
            );
            assert_eq!(moment.as_ref().and_then(|m| m.time), Some(time(9, 5, 0, 0)));
            assert_eq!(moment.map(|m| m.zone), Some(SendZone::EachPerson));
        });
    }

    #[test]
    fn a_slip_is_corrected() {
        let right = |text: &str| corrected(text).unwrap_or_default();
        assert_eq!(
            right("2026-11-17 10:00 Europe/Berln"),
            "2026-11-17 10:00 Europe/Berlin"
        );
        assert_eq!(right("2026-11-17 10:00 Berln"), "2026-11-17 10:00 Berlin");
        assert_eq!(right("2026-11-17 2:30 PM ET"), "2026-11-17 14:30 ET");
        assert_eq!(right("2026-11-17 12am"), "2026-11-17 00:00");
        assert_eq!(corrected("2026-11-17 13:00 PM"), None);
    }

    #[test]
    fn hostile_texts_are_refused_in_words() {
        for text in [
            "",
            "é",
            "2026-11-1é",
            "2026-02-30 10:00",
            "10:00",
            "2026-11-17 ::",
            "2026-11-17 10:00 ][",
        ] {
            assert!(read(text, |moment| moment.is_err()), "{text}");
        }
    }
}
