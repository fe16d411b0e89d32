//! Days and periods.

use super::reader::{Read, Reader, ValueType, describe};
use crate::syntax::Node;

/// A day: `2026-12-03`.
#[derive(Clone, Copy, Debug)]
pub struct DateValue<'a> {
    /// The day.
    pub date: jiff::civil::Date,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for DateValue<'a> {
    fn value_type() -> ValueType {
        ValueType::Date
    }

    fn expected() -> String {
        "a date such as 2026-12-03".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        match parse_date(text) {
            Ok(date) => Some(DateValue {
                date,
                node: node.resolved(),
            }),
            Err(problem) => {
                reader.invalid(node, problem, "Write year-month-day, such as 2026-12-03.");
                None
            }
        }
    }
}

/// Reads `2026-12-03`; the error says what is wrong with it.
pub fn parse_date(text: &str) -> Result<jiff::civil::Date, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str, length: usize| {
        part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
    };
    let well_formed =
        parts.len() == 3 && digits(&parts[0], 4) && digits(&parts[1], 2) && digits(&parts[2], 2);
    if !well_formed {
        return Err(format!("`{}` is not a date.", super::reader::shown(text)));
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or_default();
    let (year, month, day) = (number(parts[0]), number(parts[1]), number(parts[2]));
    if !(1..=12).contains(&month) {
        return Err(format!("There is no month {}.", parts[1]));
    }
    jiff::civil::Date::new(year, month as i8, day as i8)
        .map_err(|_| format!("There is no day {} in {}-{}.", parts[2], parts[0], parts[1]))
}

/// A span of time: `6 months`, `45 business days`.
#[derive(Clone, Copy, Debug)]
pub struct Period<'a> {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: PeriodUnit,
    /// Where it stands.
    pub node: Node<'a>,
}

/// The unit of a [`Period`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeriodUnit {
    /// Hours.
    Hours,
    /// Hours within working hours.
    BusinessHours,
    /// Calendar days.
    Days,
    /// Working days.
    BusinessDays,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

impl<'a> Read<'a> for Period<'a> {
    fn expected() -> String {
        "a period such as `6 months` or `45 business days`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        let (count, unit) = text.trim().split_once(' ').unwrap_or((text, ""));
        let unit = match unit.trim() {
            "hour" | "hours" => Some(PeriodUnit::Hours),
            "business hour" | "business hours" => Some(PeriodUnit::BusinessHours),
            "day" | "days" => Some(PeriodUnit::Days),
            "business day" | "business days" => Some(PeriodUnit::BusinessDays),
            "week" | "weeks" => Some(PeriodUnit::Weeks),
            "month" | "months" => Some(PeriodUnit::Months),
            "year" | "years" => Some(PeriodUnit::Years),
            _ => None,
        };
        let digits = count.len() <= 9 && count.bytes().all(|b| b.is_ascii_digit());
        match (count.parse().ok().filter(|_| digits), unit) {
            (Some(count), Some(unit)) => Some(Period {
                count,
                unit,
                node: node.resolved(),
            }),
            _ => {
                reader.invalid(
                    node,
                    format!("{} is not a period.", describe(node)),
                    "Write a number and days, business days, weeks, months or years: `6 months`.",
                );
                None
            }
        }
    }
}

impl Period<'_> {
    /// The day that lies this period after another; working days don't know holidays here.
    pub fn after(&self, date: jiff::civil::Date) -> Option<jiff::civil::Date> {
        let count = i64::from(self.count);
        let span = match self.unit {
            PeriodUnit::Hours | PeriodUnit::BusinessHours => return Some(date),
            PeriodUnit::Days => jiff::Span::new().try_days(count),
            // Five working days make a week.
            PeriodUnit::BusinessDays => jiff::Span::new().try_days(count * 7 / 5),
            PeriodUnit::Weeks => jiff::Span::new().try_weeks(count),
            PeriodUnit::Months => jiff::Span::new().try_months(count),
            PeriodUnit::Years => jiff::Span::new().try_years(count),
        };
        date.checked_add(span.ok()?).ok()
    }
}
