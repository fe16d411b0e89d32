//! A document is looked at as often as it says.

use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let header = document.body.header();
    let (Some(reviewed), Some(every)) = (header.reviewed, header.review_every) else {
        return;
    };
    let over = header.until.is_some_and(|until| until.date < context.today());
    let Some(due) = every.after(reviewed.date) else { return };
    if over || due >= context.today() {
        return;
    }
    report
        .find(
            reviewed.node,
            format!("This should have been looked at again by {due}."),
            "Read it, mend what is no longer right, and put today's date here.",
        )
        .because(every.node, "how often it must be looked at");
}
