//! There is one `=` between a parameter and its value.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        let Some(parameter) = link.parameter(tag) else {
            continue;
        };
        let surplus = parameter.extra_equals_part();
        if surplus.is_empty() {
            continue;
        }
        let signs = parameter.equals_part().start()..surplus.end();
        let name = parameter.name();
        report
            .find(
                link.at_range(signs),
                format!("`{name}` is followed by more than one `=`."),
                "Write one `=`.",
            )
            .safe_fix("remove the `=` too many", link.replace(surplus, ""));
    }
}
