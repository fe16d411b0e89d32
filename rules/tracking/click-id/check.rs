//! Ids that were made for one click.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Parameter, click_id};

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(first) = link.url.parameters().iter().find(|found| was_pasted(found)) else {
        return;
    };
    let name = first.raw_name();
    let finding = report.find(
        link.at(first.part()),
        format!("`{name}` belongs to one click that has already happened."),
        "Remove it; the ad platform adds a fresh one to every click.",
    );
    if let Some(edit) = link.remove(was_pasted) {
        finding.unsafe_fix(format!("remove `{name}`"), edit);
    }
}

/// Whether it is the id of a click, with its value.
fn was_pasted(parameter: &Parameter<'_>) -> bool {
    parameter.was_pasted_in() && click_id(parameter.raw_name()).is_some()
}
