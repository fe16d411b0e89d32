//! Times before a day are all counted in the same kind of days.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Calendar;
use crate::model::values::PeriodUnit;
use crate::model::reader::shown;

/// More business hours than this are days to most people, and nobody knows how many.
const A_DAY: u32 = 12;

pub(crate) fn check(calendar: &Calendar<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(notice) = &calendar.notice else { return };
    let in_unit = |unit: PeriodUnit| notice.entries.iter().filter(move |(_, period)| period.unit == unit);
    let usual = in_unit(PeriodUnit::BusinessDays).collect::<Vec<_>>();
    for (what, period) in &notice.entries {
        match period.unit {
            PeriodUnit::Days | PeriodUnit::Weeks if usual.len() > 1 => {
                report
                    .find(
                        period.node,
                        format!(
                            "`{}` is given in calendar days or weeks, and {} others in business days.",
                            shown(what.value),
                            usual.len()
                        ),
                        "Give it in business days as well.",
                    )
                    .because_of(usual.first().map(|(_, period)| period.node), "one of the others");
            }
            PeriodUnit::BusinessHours if period.count > A_DAY => {
                report.find(
                    period.node,
                    format!("{} business hours are about {} days of work, not one day.", period.count, period.count / 8),
                    "Say it in business days, or in hours if the clock is meant.",
                );
            }
            _ => {}
        }
    }
}
