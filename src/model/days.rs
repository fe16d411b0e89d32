//! Days of a calendar as people write them: a date, a range, a day of the week, a day of every year.

use std::borrow::Cow;

use jiff::civil::{Date, Weekday as WeekdayName};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

pub use crate::template::MONTHS;

use super::dates::parse_date;
use super::reader::{Read, Reader, describe, shown};
use super::values::Text;
use crate::diagnostics::suggest;
use crate::syntax::Node;

/// The days of the week, Monday first, as they are written.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The most days that a range may have: a longer one is a slip in the year.
const LONGEST_RANGE: i32 = 370;

/// A day of every year: `February 1`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MonthDay {
    /// From 1.
    pub month: i8,
    /// From 1.
    pub day: i8,
}

impl MonthDay {
    /// Reads `February 1`; `None` for anything that is no such day.
    pub fn parse(text: &str) -> Option<MonthDay> {
        let (month, day) = text.split_once(' ')?;
        let month = MONTHS
            .iter()
            .position(|name| name.eq_ignore_ascii_case(month))?;
        let digits = (1..=2).contains(&day.len()) && day.bytes().all(|b| b.is_ascii_digit());
        let day: i8 = day.parse().ok().filter(|_| digits)?;
        let month = month as i8 + 1;
        // A leap year has every day that there is.
        Date::new(2024, month, day).ok()?;
        Some(MonthDay { month, day })
    }

    /// This day in a year; February 29 becomes 28 where there is none.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day)
            .or_else(|_| Date::new(year, self.month, 28))
            .ok()
    }
}

impl std::fmt::Display for MonthDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let month = MONTHS.get((self.month - 1) as usize).unwrap_or(&"");
        write!(f, "{month} {}", self.day)
    }
}

/// Days of a calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DaySet {
    /// From a date to another, both included; often one day.
    Dates(Date, Date),
    /// From a day to another of every year, both included; the second may lie in the next year.
    EveryYear(MonthDay, MonthDay),
    /// A day of every week.
    Weekday(WeekdayName),
}

impl DaySet {
    /// Whether a date is among them.
    pub fn contains(self, date: Date) -> bool {
        match self {
            DaySet::Dates(first, last) => (first..=last).contains(&date),
            DaySet::EveryYear(first, last) => {
                let day = MonthDay {
                    month: date.month(),
                    day: date.day(),
                };
                if first <= last {
                    (first..=last).contains(&day)
                } else {
                    day >= first || day <= last
                }
            }
            DaySet::Weekday(weekday) => date.weekday() == weekday,
        }
    }

    /// Reads the days; the error says in one sentence what is wrong with them.
    pub fn parse(text: &str) -> Result<DaySet, String> {
        let text = text.trim();
        if let Some(number) = position_of(text, &WEEKDAYS) {
            return Ok(DaySet::Weekday(weekday(number)));
        }
        let (first, last) = match text.split_once(" to ") {
            Some((first, last)) => (first.trim(), last.trim()),
            None => (text, text),
        };
        if let (Some(first), Some(last)) = (MonthDay::parse(first), MonthDay::parse(last)) {
            return Ok(DaySet::EveryYear(first, last));
        }
        if let Some(problem) = [first, last].into_iter().find_map(no_such_day) {
            return Err(problem);
        }
        let looks_like_dates = first.starts_with(|c: char| c.is_ascii_digit())
            && last.starts_with(|c: char| c.is_ascii_digit());
        if !looks_like_dates {
            return Err(match suggest(text, WEEKDAYS) {
                Some(name) => format!("`{}` is not a day. Did you mean `{name}`?", shown(text)),
                None => format!("`{}` is not a day.", shown(text)),
            });
        }
        let (from, to) = (parse_date(first)?, parse_date(last)?);
        if to < from {
            return Err(format!("{last} lies before {first}."));
        }
        if (to - from).get_days() >= LONGEST_RANGE {
            return Err(format!("{first} to {last} is more than a year."));
        }
        Ok(DaySet::Dates(from, to))
    }
}

/// What is wrong with `February 30` or `Febuary 3`; nothing for what is no such day at all.
fn no_such_day(text: &str) -> Option<String> {
    let (month, day) = text.split_once(' ')?;
    let is_number = day.bytes().all(|b| b.is_ascii_digit());
    if !is_number || MonthDay::parse(text).is_some() {
        return None;
    }
    Some(match position_of(month, &MONTHS) {
        Some(number) => format!("{} has no day {day}.", MONTHS[number]),
        None => match suggest(month, MONTHS) {
            Some(name) => format!("`{}` is not a month. Did you mean `{name}`?", shown(month)),
            None => format!("`{}` is not a month.", shown(month)),
        },
    })
}

fn position_of(text: &str, names: &[&str]) -> Option<usize> {
    names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text))
}

/// The day of the week with this number, Monday being 0.
pub fn weekday(number: usize) -> WeekdayName {
    const DAYS: [WeekdayName; 7] = [
        WeekdayName::Monday,
        WeekdayName::Tuesday,
        WeekdayName::Wednesday,
        WeekdayName::Thursday,
        WeekdayName::Friday,
        WeekdayName::Saturday,
        WeekdayName::Sunday,
    ];
    DAYS[number % 7]
}

/// The English name of a day of the week.
pub fn name_of(weekday: WeekdayName) -> &'static str {
    WEEKDAYS[weekday.to_monday_zero_offset() as usize]
}

/// A date, a range, a day of the week, or a day of every year. What can't be one is told by
/// calendar/holiday-invalid, with everything else about these days.
#[derive(Clone, Debug)]
pub struct Days<'a> {
    /// As it was written.
    pub text: Text<'a>,
    /// The days, or what is wrong with them.
    pub set: Result<DaySet, String>,
}

impl<'a> Days<'a> {
    /// The days that a text names.
    pub fn of(text: Text<'a>) -> Days<'a> {
        Days {
            text,
            set: DaySet::parse(text.value),
        }
    }

    /// Whether a date is among them.
    pub fn contains(&self, date: Date) -> bool {
        matches!(&self.set, Ok(set) if set.contains(date))
    }
}

impl<'a> Read<'a> for Days<'a> {
    fn expected() -> String {
        "a date, a range such as `2026-12-24 to 2027-01-03`, a day of the week, or a day of every year such as \
         `December 24`"
            .to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        Some(Days::of(Text { value, node }))
    }
}

impl<'a> Read<'a> for MonthDay {
    fn expected() -> String {
        "a day of the year such as `February 1`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        let day = MonthDay::parse(text);
        if day.is_none() {
            let problem = no_such_day(text)
                .unwrap_or_else(|| format!("{} is not a day of the year.", describe(node)));
            reader.invalid(node, problem, "Write the month and the day: `February 1`.");
        }
        day
    }
}

impl JsonSchema for Days<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "days".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number", "boolean"], "title": "days"})
    }
}

impl JsonSchema for MonthDay {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "day of the year".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let letters = |name: &str| -> String {
            name.chars()
                .map(|c| format!("[{}{}]", c.to_ascii_uppercase(), c.to_ascii_lowercase()))
                .collect()
        };
        let any_of = |days: i8| {
            let months = MONTHS.iter().enumerate().filter(|(number, _)| {
                let last = Date::new(2024, *number as i8 + 1, 1).map_or(0, Date::days_in_month);
                last >= days
            });
            months
                .map(|(_, name)| letters(name))
                .collect::<Vec<_>>()
                .join("|")
        };
        let pattern = format!(
            "^(({all}) (0?[1-9]|[12][0-9])|({thirty}) 30|({thirty_one}) 31)$",
            all = any_of(28),
            thirty = any_of(30),
            thirty_one = any_of(31),
        );
        json_schema!({"type": "string", "pattern": pattern})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_people_write_them() {
        let december = |day| date(2026, 12, day);
        assert_eq!(
            DaySet::parse("2026-12-24"),
            Ok(DaySet::Dates(december(24), december(24)))
        );
        assert_eq!(
            DaySet::parse("2026-12-24 to 2026-12-26"),
            Ok(DaySet::Dates(december(24), december(26)))
        );
        assert_eq!(DaySet::parse("friday"), Ok(DaySet::Weekday(weekday(4))));
        let turn = DaySet::parse("December 24 to January 2");
        assert!(turn.clone().is_ok_and(|days| days.contains(december(31))));
        assert!(
            turn.clone()
                .is_ok_and(|days| days.contains(date(2027, 1, 2)))
        );
        assert!(turn.is_ok_and(|days| !days.contains(date(2027, 1, 3))));
    }

    #[test]
    fn what_is_no_day_says_why() {
        let problem = |text: &str| DaySet::parse(text).err().unwrap_or_default();
        assert_eq!(problem("2026-11-31"), "There is no day 31 in 2026-11.");
        assert_eq!(
            problem("2027-01-03 to 2026-12-24"),
            "2026-12-24 lies before 2027-01-03."
        );
        assert_eq!(
            problem("2026-12-24 to 2028-01-03"),
            "2026-12-24 to 2028-01-03 is more than a year."
        );
        assert_eq!(
            problem("Satuday"),
            "`Satuday` is not a day. Did you mean `Saturday`?"
        );
        assert_eq!(
            problem("Febuary 3"),
            "`Febuary` is not a month. Did you mean `February`?"
        );
        assert_eq!(problem("February 30"), "February has no day 30.");
        assert_eq!(problem("24.12.2026"), "`24.12.2026` is not a date.");
    }
}
