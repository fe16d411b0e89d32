//! `calendar`: fiscal year, working days, holidays, blocked days and caps.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::days::{Days, MonthDay};
use super::reader::{Read, Reader, describe};
use super::shape::{document, shape, words};
use super::target::{Region, Target};
use super::usual_time::UsualTime;
use super::values::{List, Map, Named, OneOrMany, Period, Reference, Text, Whole, value_schema};
use crate::syntax::Node;

document! {
    /// Fiscal year, working days, holidays, blocked days and caps. A workspace has one calendar.
    pub struct Calendar<'a> {
        /// The day on which the fiscal year begins, and how a quarter of it is written.
        fiscal_year: FiscalYear<'a>,
        /// The working days of the week. Left out, Monday to Friday.
        business_days: OneOrMany<'a, Weekday>,
        /// Days off, by country, each with its name: `DE: { 2026-12-25: Christmas Day }`. `everywhere`
        /// stands for all countries. A day is a date, a range such as `2026-12-24 to 2026-12-26`, or a
        /// day of every year such as `December 25`.
        holidays: Map<'a, Map<'a, Text<'a>>>,
        /// Days on which nothing is sent.
        no_send: List<'a, NoSend<'a>>,
        /// The hours of the day in which nobody is written to, such as `20:00 to 07:00`.
        quiet_hours: HourSpan<'a>,
        /// The usual time of day of a send, by region: `emea: 10:00 Europe/Berlin`. An e-mail that names a
        /// day and no time goes out then.
        send_times: Map<'a, UsualTime<'a>>,
        /// How many e-mails a person gets at most: under `everybody`, or under the id of an audience.
        /// Operational e-mails don't count unless the cap says `operational included`.
        caps: Map<'a, OneOrMany<'a, Cap<'a>>>,
        /// What a send to many people needs besides, by their number.
        large_sends: List<'a, LargeSend<'a>>,
        /// How long before each kind of request must come in. The id or the label of a channel says it
        /// for that channel's campaigns, unless the channel has a `notice:` of its own.
        notice: Map<'a, Period<'a>>,
    }
}

shape! {
    /// When the fiscal year begins, and how it is written.
    pub struct FiscalYear<'a> {
        /// Its first day, such as `February 1`.
        starts: MonthDay = required,
        /// How a quarter is written, by an example: `FY27-Q4`, `2027 Q4`.
        written: QuarterFormat<'a>,
        /// The calendar year that gives a fiscal year its number. Left out, it is the one in which the
        /// fiscal year ends.
        named_after: NamedAfter,
    }
}

impl Named for FiscalYear<'_> {
    const NAME: &'static str = "a fiscal year";
}

words! {
    /// The calendar year that gives a fiscal year its number.
    pub enum NamedAfter {
        /// The year in which the fiscal year ends: FY27 that ends on 2027-01-31.
        LastDay = "last day",
        /// The year in which the fiscal year begins.
        FirstDay = "first day",
    }
}

words! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "Monday",
        /// Tuesday.
        Tuesday = "Tuesday",
        /// Wednesday.
        Wednesday = "Wednesday",
        /// Thursday.
        Thursday = "Thursday",
        /// Friday.
        Friday = "Friday",
        /// Saturday.
        Saturday = "Saturday",
        /// Sunday.
        Sunday = "Sunday",
    }
}

shape! {
    /// Days on which nothing is sent.
    pub struct NoSend<'a> {
        /// Dates, ranges such as `2026-12-24 to 2027-01-03`, days of the week, or days of every year such
        /// as `December 24 to January 1`.
        days: OneOrMany<'a, Days<'a>> = required,
        /// What may be sent all the same: `operational` e-mails, or those of a channel.
        except: OneOrMany<'a, Exempt<'a>>,
        /// The regions for which this counts. Left out, for all.
        region: OneOrMany<'a, Reference<'a, Region>>,
        /// Why.
        because: Text<'a>,
    }
}

impl Named for NoSend<'_> {
    const NAME: &'static str = "days without sends";
}

/// What a blocked day lets through: `operational`, or the id of a channel.
#[derive(Clone, Copy, Debug)]
pub struct Exempt<'a>(pub Text<'a>);

impl Exempt<'_> {
    /// Whether operational e-mails are meant. A channel of that name may be meant as well.
    pub fn is_operational(&self) -> bool {
        self.0.value == "operational"
    }
}

impl<'a> Read<'a> for Exempt<'a> {
    fn expected() -> String {
        "`operational`, or the id of a channel".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = Text::read(node, reader)?;
        let exempt = Exempt(text);
        if !exempt.is_operational() {
            reader.refer(Target::Channel, text, false);
        }
        Some(exempt)
    }
}

shape! {
    /// What a send to many people needs.
    pub struct LargeSend<'a> {
        /// The number of people from which this counts.
        over: Whole<'a> = required,
        /// What it needs, in the words that e-mails use.
        needs: OneOrMany<'a, Text<'a>> = required,
        /// Why.
        because: Text<'a>,
    }
}

impl Named for LargeSend<'_> {
    const NAME: &'static str = "a rule for large sends";
}

/// A cap on e-mails: `at most 2 e-mails in 7 days`.
#[derive(Clone, Copy, Debug)]
pub struct Cap<'a> {
    /// How many at most.
    pub count: u32,
    /// In how many days.
    pub days: u32,
    /// Whether operational e-mails count too.
    pub operational_included: bool,
    /// Where it stands.
    pub node: Node<'a>,
}

impl Cap<'_> {
    /// Reads a cap: count, days, and whether operational e-mails count.
    fn parse(text: &str) -> Option<(u32, u32, bool)> {
        let number = |digits: &str| -> Option<u32> {
            let fits =
                (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            digits
                .parse()
                .ok()
                .filter(|_| fits && !digits.starts_with('0'))
        };
        let (text, operational) = match text.strip_suffix(", operational included") {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let words: Vec<&str> = text.split(' ').collect();
        let [at, most, count, mails, span @ ..] = words.as_slice() else {
            return None;
        };
        let mails = matches!(*mails, "e-mail" | "e-mails" | "email" | "emails");
        if *at != "at" || *most != "most" || !mails {
            return None;
        }
        let days = match span {
            ["a", "day"] => 1,
            ["a", "week"] => 7,
            ["a", "month"] => 30,
            ["in", days, "days"] => number(days)?,
            ["in", weeks, "weeks"] => number(weeks)?.checked_mul(7)?,
            _ => return None,
        };
        Some((number(count)?, days, operational))
    }
}

impl<'a> Read<'a> for Cap<'a> {
    fn expected() -> String {
        "a cap such as `at most 2 e-mails in 7 days`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        match Cap::parse(text) {
            Some((count, days, operational_included)) => Some(Cap {
                count,
                days,
                operational_included,
                node: node.resolved(),
            }),
            None => {
                reader.invalid(
                    node,
                    format!("{} is not a cap.", describe(node)),
                    "Write `at most 2 e-mails in 7 days`, or `a day`, `a week`, `a month`.",
                );
                None
            }
        }
    }
}

/// Hours of the day: `20:00 to 07:00`. The second may lie in the next day.
#[derive(Clone, Copy, Debug)]
pub struct HourSpan<'a> {
    /// The first minute.
    pub from: jiff::civil::Time,
    /// The first minute after it.
    pub to: jiff::civil::Time,
    /// Where it stands.
    pub node: Node<'a>,
}

impl HourSpan<'_> {
    /// Whether a time of day lies in it.
    pub fn contains(&self, time: jiff::civil::Time) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&time)
        } else {
            time >= self.from || time < self.to
        }
    }
}

/// Reads `09:30`.
pub(crate) fn parse_time(text: &str) -> Option<jiff::civil::Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    jiff::civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

impl<'a> Read<'a> for HourSpan<'a> {
    fn expected() -> String {
        "hours of the day such as `20:00 to 07:00`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        let span = text.split_once(" to ");
        let span = span.and_then(|(from, to)| Some((parse_time(from)?, parse_time(to)?)));
        let Some((from, to)) = span else {
            reader.invalid(
                node,
                format!("{} are no hours of the day.", describe(node)),
                "Write from when to when: `20:00 to 07:00`.",
            );
            return None;
        };
        Some(HourSpan {
            from,
            to,
            node: node.resolved(),
        })
    }
}

/// How a fiscal quarter is written, by an example: `FY27-Q4`.
#[derive(Clone, Copy, Debug)]
pub struct QuarterFormat<'a> {
    /// The example.
    pub text: Text<'a>,
    /// Where its year stands: two or four digits.
    year: (usize, usize),
    /// Where the digit of its quarter stands.
    quarter: usize,
}

impl<'a> QuarterFormat<'a> {
    fn parse(text: Text<'a>) -> Option<QuarterFormat<'a>> {
        let bytes = text.value.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let quarter = (1..bytes.len()).find(|&at| {
            matches!(bytes[at - 1], b'Q' | b'q')
                && matches!(bytes[at], b'1'..=b'4')
                && !is_digit(at + 1)
        })?;
        let mut runs = (0..bytes.len())
            .filter(|&at| is_digit(at) && at != quarter && (at == 0 || !is_digit(at - 1)));
        let start = runs.next()?;
        let length = (start..bytes.len()).take_while(|&at| is_digit(at)).count();
        let is_year = matches!(length, 2 | 4) && runs.next().is_none();
        is_year.then_some(QuarterFormat {
            text,
            year: (start, start + length),
            quarter,
        })
    }

    /// A quarter as this format writes it.
    pub fn write(&self, year: i16, quarter: i8) -> String {
        let mut written = String::with_capacity(self.text.value.len());
        let (start, end) = self.year;
        for (at, c) in self.text.value.char_indices() {
            if at == start {
                written += &match end - start {
                    2 => format!("{:02}", year.rem_euclid(100)),
                    _ => format!("{year:04}"),
                };
            } else if at == self.quarter {
                written += &quarter.to_string();
            } else if !(start..end).contains(&at) {
                written.push(c);
            }
        }
        written
    }

    /// Whether a text is written like this: the year, as it stands there, and the quarter.
    pub fn read(&self, text: &str) -> Option<(i16, i8)> {
        if text.len() != self.text.value.len() {
            return None;
        }
        let (start, end) = self.year;
        let year = text.get(start..end)?;
        let quarter = text.get(self.quarter..=self.quarter)?;
        let digits = year.bytes().all(|b| b.is_ascii_digit());
        let year = year.parse::<i16>().ok().filter(|_| digits)?;
        let quarter = quarter.parse::<i8>().ok().filter(|q| (1..=4).contains(q))?;
        let year = if end - start == 2 { 2000 + year } else { year };
        self.write(year, quarter)
            .eq_ignore_ascii_case(text)
            .then_some((year, quarter))
    }
}

impl<'a> Read<'a> for QuarterFormat<'a> {
    fn expected() -> String {
        "an example of a quarter such as `FY27-Q4`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = Text::read(node, reader)?;
        let format = QuarterFormat::parse(text);
        if format.is_none() {
            reader.invalid(
                node,
                format!("{} is no example of a fiscal quarter.", describe(node)),
                "Write one with its year and its quarter: `FY27-Q4`, `2027 Q4`.",
            );
        }
        format
    }
}

value_schema! {
    Cap<'_>, "cap", {"type": "string", "pattern": "^at most [1-9][0-9]{0,5} e-?mails? (a day|a week|a month|in [1-9][0-9]{0,5} (days|weeks))(, operational included)?$"};
    HourSpan<'_>, "hours of the day", {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9] to ([01][0-9]|2[0-3]):[0-5][0-9]$"};
    QuarterFormat<'_>, "example of a quarter", {"type": "string", "pattern": "^([^0-9]*([0-9]{2}|[0-9]{4})[^0-9]*[Qq][1-4][^0-9]*|[^0-9]*[Qq][1-4][^0-9]+([0-9]{2}|[0-9]{4})[^0-9]*)$"};
    Exempt<'_>, "operational or a channel", {"type": "string", "pattern": ".*"};
}
