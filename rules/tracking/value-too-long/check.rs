//! Values are not longer than the policy allows.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else {
        return;
    };
    let Some(longest) = policy.keys.longest else {
        return;
    };
    for tag in link.tags() {
        // No value has more characters than bytes.
        if (tag.value.len() as u64) <= longest.value {
            continue;
        }
        let length = tag.value.chars().count();
        if length as u64 <= longest.value || link.is_templated(tag) || !link.is_written(tag) {
            continue;
        }
        let name = link.name_of(tag);
        report
            .find(
                link.value_place(tag),
                format!("The value of `{name}` has {length} characters."),
                format!("Shorten it to {} characters or fewer.", longest.value),
            )
            .because(longest.node, "the longest value that the policy allows");
    }
}
