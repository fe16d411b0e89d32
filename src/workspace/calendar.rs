//! The calendar in force: working days, holidays, the fiscal year, days without sends.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::read::FileRead;
use crate::diagnostics::Sources;
use crate::model::days::{DaySet, Days};
use crate::model::values::{Period, PeriodUnit, Text};
use crate::model::{Body, Calendar, FiscalYear, NamedAfter, NoSend};

/// The name under which holidays count for every country.
pub const EVERYWHERE: &str = "everywhere";

/// The most days that are walked one by one; what lies further away needs no exact answer.
const FARTHEST: i32 = 4_000;

/// A fiscal quarter: `FY27-Q4` is the year 2027 and quarter 4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FiscalQuarter {
    /// The number of the fiscal year.
    pub year: i16,
    /// From 1 to 4.
    pub quarter: i8,
}

/// A line of the calendar that makes a day a holiday.
#[derive(Clone, Copy, Debug)]
pub struct Holiday<'a> {
    /// The day as it stands there.
    pub day: Text<'a>,
    /// What it is called.
    pub name: Text<'a>,
}

/// The calendar of a workspace. Where it has none, Monday to Friday are working days.
#[derive(Debug, Clone)]
pub struct CalendarInForce<'a> {
    /// The document.
    pub keys: Calendar<'a>,
    /// Whether a day of the week is a working day, Monday first.
    business: [bool; 7],
    /// Holidays by country.
    holidays: HashMap<&'a str, Holidays<'a>>,
    /// The working days of each year from [`FIRST_YEAR`] on, once somebody asks for one of that year.
    years: Vec<OnceLock<Vec<bool>>>,
}

/// The first of the years whose working days are kept.
const FIRST_YEAR: i16 = 2010;

/// How many they are.
const YEARS: usize = 40;

/// The holidays of one country.
#[derive(Debug, Clone, Default)]
struct Holidays<'a> {
    by_date: HashMap<Date, Holiday<'a>>,
    /// Few: those of every year.
    every_year: Vec<(DaySet, Holiday<'a>)>,
}

impl<'a> Holidays<'a> {
    fn add(&mut self, holiday: Holiday<'a>) {
        // What is no day is calendar/holiday-invalid.
        let Ok(set) = DaySet::parse(holiday.day.value) else {
            return;
        };
        match set {
            DaySet::Dates(first, last) => {
                for date in first.series(jiff::Span::new().days(1)) {
                    if date > last {
                        break;
                    }
                    self.by_date.entry(date).or_insert(holiday);
                }
            }
            DaySet::EveryYear(..) => self.every_year.push((set, holiday)),
            DaySet::Weekday(_) => {}
        }
    }

    fn on(&self, date: Date) -> Option<&Holiday<'a>> {
        self.by_date.get(&date).or_else(|| {
            let mut every = self.every_year.iter();
            every
                .find(|(set, _)| set.contains(date))
                .map(|(_, holiday)| holiday)
        })
    }
}

impl<'a> CalendarInForce<'a> {
    pub(super) fn new(files: &[FileRead<'a>], sources: &Sources) -> Option<CalendarInForce<'a>> {
        let own = files
            .iter()
            .filter(|file| !super::is_shipped(sources.path(file.file)));
        let mut documents = own.flat_map(|file| &file.documents);
        // A second calendar is reported as workspace/duplicate-id; the first counts.
        let keys = documents.find_map(|document| match &document.body {
            Some(Body::Calendar(calendar)) => Some(calendar.as_ref().clone()),
            _ => None,
        })?;
        Some(CalendarInForce::of(keys))
    }

    fn of(keys: Calendar<'a>) -> CalendarInForce<'a> {
        let mut business = [true, true, true, true, true, false, false];
        if let Some(days) = keys
            .business_days
            .as_ref()
            .filter(|days| !days.items.is_empty())
        {
            business = [false; 7];
            for day in &days.items {
                business[*day as usize] = true;
            }
        }
        let mut holidays: HashMap<&'a str, Holidays<'a>> = HashMap::new();
        for (country, days) in keys.holidays.iter().flat_map(|map| &map.entries) {
            let own = holidays.entry(country.value).or_default();
            for (day, name) in &days.entries {
                own.add(Holiday {
                    day: *day,
                    name: *name,
                });
            }
        }
        CalendarInForce {
            keys,
            business,
            holidays,
            years: vec![OnceLock::new(); YEARS],
        }
    }

    /// Whether the calendar lists holidays of a country by its name.
    pub fn knows_holidays_of(&self, country: &str) -> bool {
        self.holidays.contains_key(country)
    }

    /// The holiday of a country on a day, be it named for that country or for everywhere.
    pub fn holiday_in(&self, country: &str, date: Date) -> Option<&Holiday<'a>> {
        [country, EVERYWHERE]
            .into_iter()
            .find_map(|name| self.holidays.get(name)?.on(date))
    }

    /// The holiday that a day is in every country of the calendar. Somebody works on all others.
    pub fn holiday(&self, date: Date) -> Option<&Holiday<'a>> {
        if let Some(holiday) = self.holidays.get(EVERYWHERE).and_then(|days| days.on(date)) {
            return Some(holiday);
        }
        let mut found = None;
        for (name, days) in &self.holidays {
            if *name != EVERYWHERE {
                found = Some(days.on(date)?);
            }
        }
        found
    }

    /// Whether a day is a working day where the calendar's countries don't differ.
    pub fn is_business_day(&self, date: Date) -> bool {
        let ask = |date: Date| self.is_business_weekday(date) && self.holiday(date).is_none();
        let number = usize::try_from(date.year() - FIRST_YEAR).ok();
        let Some(year) = number.and_then(|number| self.years.get(number)) else {
            return ask(date);
        };
        let days = year.get_or_init(|| {
            let first = date.first_of_year();
            let days = first.series(jiff::Span::new().days(1));
            days.take(first.days_in_year() as usize).map(ask).collect()
        });
        days.get(date.day_of_year() as usize - 1)
            .copied()
            .unwrap_or(false)
    }

    /// Whether a day is a working day in a country.
    pub fn is_business_day_in(&self, country: &str, date: Date) -> bool {
        self.is_business_weekday(date) && self.holiday_in(country, date).is_none()
    }

    fn is_business_weekday(&self, date: Date) -> bool {
        self.business[date.weekday().to_monday_zero_offset() as usize]
    }

    /// The line that blocks a day for sends, whatever it lets through; see [`NoSend::except`].
    pub fn no_send(&self, date: Date) -> impl Iterator<Item = (&NoSend<'a>, &Days<'a>)> {
        let lines = self.keys.no_send.iter().flat_map(|list| &list.items);
        lines.flat_map(move |line| {
            let days = line.days.iter().flat_map(|days| &days.items);
            days.filter(move |days| days.contains(date))
                .map(move |days| (line, days))
        })
    }

    /// The fiscal quarter of a day, where the calendar says when its year begins.
    pub fn fiscal_quarter(&self, date: Date) -> Option<FiscalQuarter> {
        fiscal_quarter(self.keys.fiscal_year.as_ref()?, date)
    }

    /// A fiscal quarter as this team writes it.
    pub fn written(&self, quarter: FiscalQuarter) -> String {
        let fiscal_year = self.keys.fiscal_year.as_ref();
        match fiscal_year.and_then(|year| year.written) {
            Some(format) => format.write(quarter.year, quarter.quarter),
            None => format!("FY{:02}-Q{}", quarter.year.rem_euclid(100), quarter.quarter),
        }
    }

    /// How many whole working days lie between two days: from Monday to Tuesday it is one. None
    /// where the second day is not after the first.
    pub fn business_days_between(&self, from: Date, to: Date) -> u32 {
        business_days(from, to, |date| self.is_business_day(date))
    }

    /// The last day on which something may be asked for that takes a period until `date`.
    pub fn before(&self, date: Date, period: &Period<'_>) -> Option<Date> {
        before(date, period, |date| self.is_business_day(date))
    }
}

/// The working days between two days where no calendar says otherwise.
pub fn business_days_without_calendar(from: Date, to: Date) -> u32 {
    business_days(from, to, is_ordinary_business_day)
}

/// Like [`CalendarInForce::before`], where no calendar says otherwise.
pub fn before_without_calendar(date: Date, period: &Period<'_>) -> Option<Date> {
    before(date, period, is_ordinary_business_day)
}

fn is_ordinary_business_day(date: Date) -> bool {
    date.weekday().to_monday_zero_offset() < 5
}

fn business_days(from: Date, to: Date, is_business_day: impl Fn(Date) -> bool) -> u32 {
    let days = (to - from).get_days();
    if days > FARTHEST {
        return (days / 7 * 5) as u32;
    }
    let mut count = 0;
    let mut date = from;
    while date < to {
        let Ok(next) = date.tomorrow() else { break };
        date = next;
        count += u32::from(is_business_day(date));
    }
    count
}

fn before(date: Date, period: &Period<'_>, is_business_day: impl Fn(Date) -> bool) -> Option<Date> {
    let count = i64::from(period.count);
    let span = match period.unit {
        PeriodUnit::BusinessDays => {
            if count > i64::from(FARTHEST) {
                return None;
            }
            let mut left = count;
            let mut day = date;
            let mut walked = 0;
            while left > 0 && walked < FARTHEST * 2 {
                day = day.yesterday().ok()?;
                walked += 1;
                left -= i64::from(is_business_day(day));
            }
            return Some(day);
        }
        PeriodUnit::Hours | PeriodUnit::BusinessHours => jiff::Span::new().try_days(count / 24),
        PeriodUnit::Days => jiff::Span::new().try_days(count),
        PeriodUnit::Weeks => jiff::Span::new().try_weeks(count),
        PeriodUnit::Months => jiff::Span::new().try_months(count),
        PeriodUnit::Years => jiff::Span::new().try_years(count),
    };
    date.checked_sub(span.ok()?).ok()
}

/// The fiscal quarter of a day.
pub(super) fn fiscal_quarter(fiscal_year: &FiscalYear<'_>, date: Date) -> Option<FiscalQuarter> {
    let starts = fiscal_year.starts?;
    let this_year = starts.in_year(date.year())?;
    let begun = if date >= this_year {
        date.year()
    } else {
        date.year() - 1
    };
    let first_day = starts.in_year(begun)?;
    let months = (date.year() - first_day.year()) * 12
        + i16::from(date.month() - first_day.month())
        - i16::from(date.day() < first_day.day());
    let ends_next_year = starts.month > 1 || starts.day > 1;
    let named_after_end = fiscal_year.named_after != Some(NamedAfter::FirstDay);
    Some(FiscalQuarter {
        year: begun + i16::from(ends_next_year && named_after_end),
        quarter: (months / 3) as i8 + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reader::Reader;
    use crate::syntax::Tree;
    use jiff::civil::date;

    /// Asks the calendar that a document is.
    fn with_calendar<T>(text: &str, ask: impl FnOnce(&CalendarInForce<'_>) -> T) -> Option<T> {
        let tree = Tree::parse(format!("kind: calendar\n{text}"));
        let root = tree.documents().next()?;
        let mut reader = Reader::new();
        let calendar: Calendar<'_> = reader.read_mapping(root, "a calendar")?;
        assert!(reader.reporter.is_empty(), "{:?}", reader.reporter.take());
        Some(ask(&CalendarInForce::of(calendar)))
    }

    #[test]
    fn a_fiscal_year_is_named_after_its_last_day_or_its_first() {
        let quarter = |line: &str, day| {
            let text = format!("fiscal-year: {{ {line} }}");
            with_calendar(&text, |calendar| {
                calendar.fiscal_quarter(day).map(|q| calendar.written(q))
            })
            .flatten()
        };
        let february = "starts: February 1, written: FY27-Q4";
        assert_eq!(
            quarter(february, date(2027, 1, 31)).as_deref(),
            Some("FY27-Q4")
        );
        assert_eq!(
            quarter(february, date(2027, 2, 1)).as_deref(),
            Some("FY28-Q1")
        );
        let april = "starts: April 6, written: 2026 Q1, named-after: first day";
        assert_eq!(quarter(april, date(2026, 4, 5)).as_deref(), Some("2025 Q4"));
        assert_eq!(quarter(april, date(2026, 4, 6)).as_deref(), Some("2026 Q1"));
        assert_eq!(
            quarter("starts: January 1", date(2026, 12, 31)).as_deref(),
            Some("FY26-Q4")
        );
    }

    #[test]
    fn holidays_are_no_working_days_where_they_are_kept() {
        let text = "holidays: { DE: { December 25: Christmas, 2026-10-05: Bridge }, US: { 2026-12-25: Christmas } }";
        let asked = with_calendar(text, |calendar| {
            let day = |month, day| date(2026, month, day);
            assert!(!calendar.is_business_day(day(12, 25)));
            assert!(calendar.is_business_day(day(10, 5)));
            assert!(!calendar.is_business_day_in("DE", day(10, 5)));
            assert!(calendar.is_business_day_in("US", day(10, 5)));
            assert!(!calendar.is_business_day(day(11, 22)));
            // Wednesday to Tuesday over Christmas and a weekend.
            assert_eq!(calendar.business_days_between(day(12, 23), day(12, 29)), 3);
            assert_eq!(calendar.business_days_between(day(12, 29), day(12, 23)), 0);
        });
        assert!(asked.is_some());
    }

    #[test]
    fn days_far_away_are_counted_without_walking_there() {
        let days = business_days_without_calendar(date(2026, 12, 1), date(9999, 1, 1));
        assert!((2_070_000..2_090_000).contains(&days), "{days}");
    }
}
