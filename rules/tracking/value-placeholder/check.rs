//! No value is a placeholder that nobody filled in.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::is_placeholder;
use crate::model::reader::shown;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        if !is_placeholder(&tag.value) || link.is_templated(tag) || !link.is_written(tag) {
            continue;
        }
        let name = link.name_of(tag);
        report.find(
            link.value_place(tag),
            format!("`{}` in `{name}` was never filled in.", shown(&tag.value)),
            format!("Write the value that `{name}` should have."),
        );
    }
}
