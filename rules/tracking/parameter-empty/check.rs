//! A parameter has a value.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        if !tag.value.trim().is_empty() || link.is_templated(tag) || !link.is_written(tag) {
            continue;
        }
        let name = link.name_of(tag);
        let help = if link.parameter(tag).is_some() {
            format!("Give `{name}` a value, or take it out of the address.")
        } else {
            format!("Give `{name}` a value, or delete the key.")
        };
        report.find(
            link.value_place(tag),
            format!("`{name}` has no value."),
            help,
        );
    }
}
