//! The name of a parameter has no capital letters.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::TagName;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        let TagName::Case(meant) = tag.name else {
            continue;
        };
        let name = link.name_of(tag);
        let message = format!("`{name}` has capital letters; analytics reads only `{meant}`.");
        let right = link
            .tags()
            .iter()
            .find(|other| other.name == TagName::Exact(meant));
        let Some(right) = right else {
            let help = format!("Write `{meant}`.");
            let finding = report.find(link.name_place(tag), message, help);
            if let Some(edit) = link.rename(tag, meant.name()) {
                finding.safe_fix(format!("change to `{meant}`"), edit);
            }
            continue;
        };
        // Renaming it would give the link the same parameter twice.
        let help = format!("The link has a `{meant}` already: keep one of the two.");
        let finding = report.find(link.name_place(tag), message, help);
        finding.because(link.value_place(right), format!("`{meant}` is here"));
        if let (true, Some(edit)) = (right.value == tag.value, link.remove_tag(tag)) {
            finding.unsafe_fix(format!("remove `{name}`"), edit);
        }
    }
}
