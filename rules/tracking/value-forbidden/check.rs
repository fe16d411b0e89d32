//! No tag has a value that the policy forbids.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else { return };
    let Some(forbidden) = &policy.keys.forbidden else { return };
    for tag in link.tags() {
        let name = link.name_of(tag);
        let of_tag = forbidden.entries.iter().find(|(parameter, _)| {
            name == parameter.value || name.strip_prefix("utm_") == Some(parameter.value)
        });
        let Some((_, words)) = of_tag else { continue };
        let parts = |word: &str| {
            tag.value.split(|c: char| !c.is_alphanumeric() && c != '-').any(|part| part.eq_ignore_ascii_case(word))
        };
        let found = words.items.iter().find(|word| {
            let word = word.value.trim();
            !word.is_empty() && (tag.value.eq_ignore_ascii_case(word) || parts(word))
        });
        let Some(word) = found.filter(|_| link.is_written(tag)) else { continue };
        report
            .find(
                link.value_place(tag),
                format!("`{}` may not stand in `{name}`.", word.value),
                "Use a value that says what the link offers.",
            )
            .because(word.node, "forbidden by the tracking policy");
    }
}
