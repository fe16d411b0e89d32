//! Reading a written value by the type of its field: `NO` is Norway for a country and "no" for a
//! yes/no field, whatever YAML thinks of it.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime, Time};

use super::decimal::{Decimal, DecimalError};
use super::field::{FieldType, ValueKind};
use super::problem::{list_of, nearest};
use super::term::Constant;
use super::text::{self, Text};
use super::value::Value;

/// What is wrong with a written value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    pub(super) message: String,
    pub(super) help: String,
    pub(super) suggestion: Option<String>,
}

impl Complaint {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Complaint {
        Complaint {
            message: message.into(),
            help: help.into(),
            suggestion: None,
        }
    }

    fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Complaint {
        self.suggestion = suggestion.map(Into::into);
        self
    }
}

impl FieldType {
    /// Reads one value of this type from text, as a record stores it: no text is
    /// [`Value::Empty`], and `None` is text that is no value of this type. A list is read as one
    /// item.
    pub fn read<'t>(&self, text: &'t str) -> Option<Value<'t>> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Some(Value::Empty);
        }
        match self.item() {
            FieldType::Text { .. } | FieldType::Choice { .. } => {
                Some(Value::Text(Cow::Borrowed(text)))
            }
            other => match constant(trimmed, other).ok()? {
                Constant::Number(number) => Some(Value::Number(number)),
                Constant::Date(date) => Some(Value::Date(date)),
                Constant::DateTime(at) => Some(Value::DateTime(at)),
                Constant::YesNo(yes) => Some(Value::YesNo(yes)),
                Constant::Text(_) => None,
            },
        }
    }
}

/// Reads a value that a condition compares with.
pub(super) fn constant(text: &str, field_type: &FieldType) -> Result<Constant, Complaint> {
    match field_type.item() {
        FieldType::Choice { values, exact } => choice(text, values, *exact),
        FieldType::WholeNumber { min, max } => {
            let number = number(text, true)?;
            let millionths = |bound: i64| i128::from(bound) * 1_000_000;
            let outside = min.is_some_and(|min| number.millionths() < millionths(min))
                || max.is_some_and(|max| number.millionths() > millionths(max));
            if !outside {
                return Ok(Constant::Number(number));
            }
            let range = match (min, max) {
                (Some(min), Some(max)) => format!("from {min} to {max}"),
                (Some(min), None) => format!("from {min} upwards"),
                (_, max) => format!("up to {}", max.unwrap_or(i64::MAX)),
            };
            Err(Complaint::new(
                format!("{number} can never be a value of this field."),
                format!("Its values go {range}."),
            ))
        }
        FieldType::Number => Ok(Constant::Number(number(text, false)?)),
        FieldType::Date => date(text).map(Constant::Date),
        FieldType::DateTime => date_or_time(text),
        FieldType::YesNo => yes_no(text).map(Constant::YesNo),
        other => Ok(Constant::Text(Text::new(text, other.is_exact()))),
    }
}

/// One of the listed values, as the list spells it.
pub(super) fn choice(text: &str, values: &[String], exact: bool) -> Result<Constant, Complaint> {
    match values.iter().find(|value| text::same(value, text, exact)) {
        Some(value) => Ok(Constant::Text(Text::new(value, exact))),
        None => {
            let known = values.iter().map(String::as_str);
            Err(Complaint::new(
                format!("`{text}` is no value of this field."),
                format!("Its values are {}.", list_of(known.clone())),
            )
            .suggest(nearest(text, known)))
        }
    }
}

fn yes_no(text: &str) -> Result<bool, Complaint> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" | "on" => Ok(true),
        "no" | "false" | "off" => Ok(false),
        other => Err(Complaint::new(
            format!("This field is yes or no, and `{text}` is neither."),
            "Write yes or no.",
        )
        .suggest(match other {
            "y" | "1" | "ja" | "oui" => Some("yes"),
            "n" | "0" | "nein" | "non" => Some("no"),
            _ => None,
        })),
    }
}

/// A number; a whole one where the field says so.
pub(super) fn number(text: &str, whole: bool) -> Result<Decimal, Complaint> {
    let ungrouped: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '.' | '\'' | '’' | '_') && !c.is_whitespace())
        .collect();
    let parsed: Result<Decimal, DecimalError> = text.parse();
    // `1.000` is a thousand in half of Europe and one in the other half.
    let grouped = is_grouped(text) && (parsed.is_err() || whole);
    match parsed {
        _ if grouped => Err(Complaint::new(
            format!("`{text}` has separators between its thousands."),
            "Write a number with its digits only, and a point before the fraction.",
        )
        .suggest(ungrouped.parse::<Decimal>().is_ok().then_some(ungrouped))),
        Ok(number) if whole && !number.is_whole() => Err(Complaint::new(
            format!("This field holds whole numbers, and {number} is none."),
            "Round it up or down.",
        )),
        Ok(number) => Ok(number),
        Err(DecimalError::TooLarge) => Err(Complaint::new(
            format!("`{text}` is too large."),
            "Numbers go up to 1000000000000.",
        )),
        Err(DecimalError::TooManyDigits) => Err(Complaint::new(
            format!("`{text}` has more than six digits behind the point."),
            "Round it to six digits.",
        )),
        Err(DecimalError::NotANumber) => {
            let point = text.replace(',', ".");
            Err(Complaint::new(
                format!("This field is a number, and `{text}` is none."),
                "Write digits, such as 100 or 12.5, or a phrase such as: at least 100.",
            )
            .suggest(point.parse::<Decimal>().is_ok().then_some(point)))
        }
    }
}

/// Whether digits stand in groups of three: `1,000`, `1.000.000`, `1 000`, `1'000`, `1_000`.
fn is_grouped(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_separator = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '_') || c.is_whitespace();
    let mut groups = text.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut later = 0;
    let fits = groups.all(|group| {
        later += 1;
        group.len() == 3 && digits(group)
    });
    fits && later > 0 && (1..=3).contains(&first.len()) && digits(first)
}

/// A day.
pub(super) fn date(text: &str) -> Result<Date, Complaint> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
    };
    let numbers = match parts.as_slice() {
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            (year.parse::<i16>(), month.parse::<i8>(), day.parse::<i8>())
        }
        _ => return Err(no_date(text)),
    };
    let (Ok(year), Ok(month), Ok(day)) = numbers else {
        return Err(no_date(text));
    };
    if let Ok(date) = Date::new(year, month, day) {
        return Ok(date);
    }
    let message = format!("{text} is no day of the calendar.");
    Err(match Date::new(year, month, 1) {
        Ok(first) => {
            let last = first.last_of_month();
            let help = format!("That month has {} days.", last.day());
            Complaint::new(message, help).suggest((day > 28).then(|| last.to_string()))
        }
        Err(_) => Complaint::new(message, "Months go from 01 to 12, days from 01 to 31."),
    })
}

fn no_date(text: &str) -> Complaint {
    let help = "Write year-month-day, such as 2026-12-01.";
    let complaint = Complaint::new(format!("`{text}` is no date."), help);
    complaint.suggest(as_date(text))
}

/// What a date in another order was meant to be, where only one reading is possible.
fn as_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let made = |year: &str, month: &str, day: &str| {
        if year.len() != 4 {
            return None;
        }
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some(date.to_string())
    };
    if let Some(date) = made(a, b, c) {
        return Some(date);
    }
    // With points the day stands first; with strokes that depends on the country.
    let (day_first, month_first) = (made(c, b, a), made(c, a, b));
    match (day_first, month_first) {
        (Some(date), _) if text.contains('.') => Some(date),
        (Some(date), None) | (None, Some(date)) => Some(date),
        _ => None,
    }
}

/// A day, or a day with a time: `2026-12-01 10:00`, `2026-12-01T10:00:00`.
pub(super) fn date_or_time(text: &str) -> Result<Constant, Complaint> {
    let Some((day, time)) = text.split_once(['T', ' ']) else {
        return date(text).map(Constant::Date);
    };
    let day = date(day)?;
    match clock(time.trim()) {
        Some(time) => Ok(Constant::DateTime(DateTime::from_parts(day, time))),
        None => Err(Complaint::new(
            format!("`{}` is no time of the day.", time.trim()),
            "Write hours and minutes, such as 2026-12-01 10:00.",
        )),
    }
}

fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split(':').map(|part| {
        let is_two_digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        is_two_digits.then(|| part.parse::<i8>().ok()).flatten()
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        Some(second) => second?,
        None => 0,
    };
    if parts.next().is_some() {
        return None;
    }
    Time::new(hour, minute, second, 0).ok()
}

/// What a value of a kind is called where another is expected.
pub(super) fn wrong_kind(found: ValueKind, expected: ValueKind) -> String {
    format!(
        "This is {}, compared with {}.",
        found.described(),
        expected.described()
    )
}
