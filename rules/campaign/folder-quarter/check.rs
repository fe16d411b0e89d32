//! The fiscal quarter in the name of a folder is one in which the campaign runs.

use crate::checks::Context;
use crate::checks::program::{is_closed, plausible};
use crate::diagnostics::{Place, Reporter};
use crate::model::Campaign;
use crate::workspace::folders;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if is_closed(campaign) {
        return;
    }
    let Some(calendar) = context.calendar() else { return };
    let Some(format) = calendar.keys.fiscal_year.as_ref().and_then(|year| year.written) else { return };
    let today = context.today();
    let dates = [campaign.start, campaign.event, campaign.end, campaign.requested];
    let mut quarters: Vec<_> = dates
        .into_iter()
        .filter_map(|date| calendar.fiscal_quarter(plausible(date, today)?.date))
        .collect();
    quarters.sort_unstable();
    let (Some(first), Some(last)) = (quarters.first(), quarters.last()) else { return };
    let Some(main) = campaign.event.or(campaign.start).or(campaign.end) else { return };
    for folder in folders(campaign) {
        let mut at = 0;
        for segment in folder.value.split('/') {
            let range = at..at + segment.len();
            at = range.end + 1;
            let Some((year, quarter)) = format.read(segment.trim()) else { continue };
            let said = crate::workspace::FiscalQuarter { year, quarter };
            if (*first..=*last).contains(&said) {
                continue;
            }
            let right = calendar.fiscal_quarter(main.date).map(|quarter| calendar.written(quarter));
            let Some(right) = right else { continue };
            report
                .find(
                    Place::part(folder.node, range),
                    format!("This folder is that of {}, but {} lies in {right}.", segment.trim(), main.date),
                    format!("Put it into the folder of {right}, or correct the date."),
                )
                .because(main.node, "the date of the campaign")
                .because(format.text.node, "how the calendar writes a quarter");
        }
    }
}
