//! Days and months between dates, counted without the detours that a general library must make:
//! this runs for every record of an export.

use jiff::ToSpan;
use jiff::civil::Date;

/// The day that many months earlier; the last of the month where it has no such day.
pub(super) fn months_before(date: Date, months: u32) -> Date {
    date.saturating_sub(i64::from(months).months())
}

/// How many days lie from one day to another.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// Days since the first of March of the year 0, counted on the calendar of leap years: years that
/// begin in March have their leap day at the end.
fn day_number(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let months = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (months * 153 + 2) / 5 + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_are_counted_as_the_calendar_counts_them(from in -200_000_i32..200_000, by in -200_000_i32..200_000) {
            let start = date(2026, 12, 1).saturating_add(from.days());
            let end = start.saturating_add(by.days());
            prop_assert_eq!(days_between(start, end), by);
        }
    }

    #[test]
    fn a_month_before_the_last_of_march_is_the_last_of_february() {
        assert_eq!(months_before(date(2026, 3, 31), 1), date(2026, 2, 28));
    }
}
