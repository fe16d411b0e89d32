//! No value is one that analytics writes itself.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::is_reserved;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        if !is_reserved(&tag.value) || link.is_templated(tag) || !link.is_written(tag) {
            continue;
        }
        let name = link.name_of(tag);
        report.find(
            link.value_place(tag),
            format!(
                "`{}` in `{name}` is a value that analytics writes itself.",
                tag.value
            ),
            "Say where the visit comes from, or leave the link untagged.",
        );
    }
}
