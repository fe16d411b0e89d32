//! Nobody tags a link as a hit in a search engine.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::Tag;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(tag) = link.tag(Tag::Medium) else {
        return;
    };
    if !tag.value.eq_ignore_ascii_case("organic") {
        return;
    }
    // A team that lists it wants it.
    let listed = context
        .tracking()
        .is_some_and(|policy| policy.medium("organic").is_some());
    if listed || !link.is_written(tag) {
        return;
    }
    report.find(
        link.value_place(tag),
        "The medium `organic` files this link under unpaid search.",
        "Use a medium that says how the link is spread, such as `social` or `referral`.",
    );
}
