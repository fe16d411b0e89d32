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
                not_a_date(node, text, problem, reader);
                None
            }
        }
    }
}

/// Reports what is no date, with the date that is meant where that can be seen.
fn not_a_date<'a>(node: Node<'a>, text: &str, problem: String, reader: &mut Reader<'a>) {
    if reader.is_quiet() {
        return;
    }
    let rule = "workspace/invalid-value";
    let meant = dates_meant(text);
    let (message, help) = match meant.as_slice() {
        [one] => (problem, format!("Write year-month-day: {one}.")),
        [one, other] => (
            format!(
                "`{}` can be {} or {}.",
                super::reader::shown(text),
                in_words(*one),
                in_words(*other)
            ),
            format!("Write the one that is meant, as {one} or {other}."),
        ),
        _ => (
            problem,
            "Write year-month-day, such as 2026-12-03.".to_string(),
        ),
    };
    let finding = reader.reporter.find_as(rule, node, message, help);
    if let [one] = meant.as_slice() {
        finding.unsafe_fix(
            format!("change to {one}"),
            crate::syntax::edit::set_value(node.resolved(), &one.to_string()),
        );
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

/// A day as a person says it: `3 December 2026`.
pub fn in_words(date: jiff::civil::Date) -> String {
    let month = super::days::MONTHS
        .get((date.month() - 1) as usize)
        .unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// The dates that a text may mean that is not written year-month-day: `3.12.2026` is two,
/// `13/12/2026` and `Dec 3, 2026` are one. Empty where nobody can tell.
pub fn dates_meant(text: &str) -> Vec<jiff::civil::Date> {
    // A time of day behind a date says nothing of the day.
    let text = text.trim();
    let text = match text.find(['T', ' ']) {
        Some(at) if text[..at].len() >= 8 && text[at + 1..].contains(':') => &text[..at],
        _ => text,
    };
    if text.len() > 30 || !text.is_ascii() {
        return Vec::new();
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let date = |year: i16, month: i16, day: i16| {
        let is_plausible = (1990..=2099).contains(&year);
        let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        date.ok().filter(|_| is_plausible)
    };
    let number = |part: &str| {
        let part = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
        part.parse::<i16>().ok().filter(|number| *number >= 0)
    };
    let month = |part: &str| {
        let names = super::days::MONTHS.iter();
        let is_it = |name: &&str| {
            part.len() >= 3
                && part.len() <= name.len()
                && name[..part.len()].eq_ignore_ascii_case(part)
        };
        names.clone().position(is_it).map(|at| at as i16 + 1)
    };
    let found = match parts.as_slice() {
        [one] if one.len() == 8 && one.bytes().all(|b| b.is_ascii_digit()) => {
            let (year, rest) = one.split_at(4);
            let (month, day) = rest.split_at(2);
            let numbers = (number(year), number(month), number(day));
            let (Some(year), Some(month), Some(day)) = numbers else {
                return Vec::new();
            };
            vec![date(year, month, day)]
        }
        [weekday, rest @ ..] if rest.len() == 3 && is_weekday(weekday) => {
            return dates_meant(&rest.join(" "));
        }
        [one, two, three] => match (number(one), number(two), number(three)) {
            (Some(year), Some(month), Some(day)) if one.len() == 4 => vec![date(year, month, day)],
            (Some(first), Some(second), Some(year)) if three.len() == 4 => {
                let both = [date(year, second, first), date(year, first, second)];
                both.into_iter().filter(Option::is_some).collect()
            }
            (Some(day), None, Some(year)) => {
                vec![month(two).and_then(|month| date(year, month, day))]
            }
            (None, Some(day), Some(year)) => {
                vec![month(one).and_then(|month| date(year, month, day))]
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    found.dedup();
    found
}

fn is_weekday(text: &str) -> bool {
    super::days::WEEKDAYS.iter().any(|name| {
        text.len() >= 3 && text.len() <= name.len() && name[..text.len()].eq_ignore_ascii_case(text)
    })
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
        match Period::parse(text) {
            Some((count, unit)) => Some(Period {
                count,
                unit,
                node: node.resolved(),
            }),
            None => {
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
    /// Reads `45 business days`.
    pub(super) fn parse(text: &str) -> Option<(u32, PeriodUnit)> {
        let (count, unit) = text.trim().split_once(' ')?;
        let unit = match unit.trim() {
            "hour" | "hours" => PeriodUnit::Hours,
            "business hour" | "business hours" => PeriodUnit::BusinessHours,
            "day" | "days" => PeriodUnit::Days,
            "business day" | "business days" => PeriodUnit::BusinessDays,
            "week" | "weeks" => PeriodUnit::Weeks,
            "month" | "months" => PeriodUnit::Months,
            "year" | "years" => PeriodUnit::Years,
            _ => return None,
        };
        let digits = count.len() <= 9 && count.bytes().all(|b| b.is_ascii_digit());
        Some((count.parse().ok().filter(|_| digits)?, unit))
    }

    /// In words, as it is written: `45 business days`.
    pub fn words(&self) -> String {
        let (one, many) = match self.unit {
            PeriodUnit::Hours => ("hour", "hours"),
            PeriodUnit::BusinessHours => ("business hour", "business hours"),
            PeriodUnit::Days => ("day", "days"),
            PeriodUnit::BusinessDays => ("business day", "business days"),
            PeriodUnit::Weeks => ("week", "weeks"),
            PeriodUnit::Months => ("month", "months"),
            PeriodUnit::Years => ("year", "years"),
        };
        let word = if self.count == 1 { one } else { many };
        format!("{} {word}", self.count)
    }

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

#[cfg(test)]
mod tests {
    use super::dates_meant;

    fn meant(text: &str) -> String {
        let dates: Vec<String> = dates_meant(text).iter().map(ToString::to_string).collect();
        dates.join(" or ")
    }

    #[test]
    fn a_date_that_is_written_otherwise_is_understood() {
        for text in [
            "2026/12/03",
            "20261203",
            "2026-12-3",
            "3 December 2026",
            "Dec 3, 2026",
            "December 3rd, 2026",
            "Thursday, December 3, 2026",
            "2026-12-03T10:00",
            "2026-12-03 10:00",
        ] {
            assert_eq!(meant(text), "2026-12-03", "{text}");
        }
        assert_eq!(meant("13/2/2026"), "2026-02-13");
        assert_eq!(meant("5.5.2026"), "2026-05-05");
    }

    #[test]
    fn day_and_month_that_can_be_swapped_are_not_guessed() {
        assert_eq!(meant("3/2/2026"), "2026-02-03 or 2026-03-02");
    }

    #[test]
    fn what_is_no_date_means_none() {
        for text in [
            "",
            "soon",
            "Q4 2026",
            "31/31/2026",
            "12-03",
            "3/2/26",
            "0226-12-03",
            "é3/2/2026",
            "2026-02-30",
        ] {
            assert_eq!(meant(text), "", "{text}");
        }
    }
}
