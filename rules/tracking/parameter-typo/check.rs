//! The name of a parameter is spelt as analytics reads it.

use crate::checks::{Context, LinkSubject, TagUse};
use crate::diagnostics::Reporter;
use crate::links::{Tag, TagName};

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        let TagName::Typo(meant) = tag.name else {
            continue;
        };
        let name = link.name_of(tag);
        if context
            .tracking()
            .is_some_and(|policy| policy.allows(&name).is_some())
        {
            continue;
        }
        let message = format!("`{name}` is not read by analytics; the name is `{meant}`.");
        let Some(right) = rightly_named(link, meant) else {
            let help = format!("Write `{meant}`.");
            let finding = report.find(link.name_place(tag), message, help);
            if let Some(edit) = link.rename(tag, meant.name()) {
                finding.safe_fix(format!("change to `{meant}`"), edit);
            }
            continue;
        };
        // Renaming it would give the link the same parameter twice.
        let finding = report.find(
            link.name_place(tag),
            message,
            format!(
                "The link has a `{meant}` already: take this one out, or give it its own name."
            ),
        );
        finding.because(link.value_place(right), format!("`{meant}` is here"));
        if let (true, Some(edit)) = (right.value == tag.value, link.remove_tag(tag)) {
            finding.unsafe_fix(format!("remove `{name}`"), edit);
        }
    }
}

/// The tag that has the right name, where there is one.
fn rightly_named<'l, 'a>(link: &'l LinkSubject<'a>, meant: Tag) -> Option<&'l TagUse<'a>> {
    link.tags()
        .iter()
        .find(|tag| tag.name == TagName::Exact(meant))
}
