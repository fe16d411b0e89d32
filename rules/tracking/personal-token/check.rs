//! Tokens that were made for one recipient of one e-mail.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Parameter, personal_token};

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(first) = link.url.parameters().iter().find(|found| was_pasted(found)) else {
        return;
    };
    let name = first.raw_name();
    let finding = report.find(
        link.at(first.part()),
        format!("`{name}` belongs to one recipient of one e-mail that was sent."),
        "Remove it; the platform adds a fresh one to every e-mail.",
    );
    if let Some(edit) = link.remove(was_pasted) {
        finding.unsafe_fix(format!("remove `{name}`"), edit);
    }
}

/// Whether it is the token of a recipient, with its value.
fn was_pasted(parameter: &Parameter<'_>) -> bool {
    parameter.was_pasted_in() && personal_token(parameter.raw_name()).is_some()
}
