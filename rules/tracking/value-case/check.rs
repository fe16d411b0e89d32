//! Values are lower case, where the policy says so.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{is_placeholder, is_reserved};
use crate::model::reader::shown;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else {
        return;
    };
    let Some(spelling) = policy.keys.spelling.filter(|spelling| spelling.lower_case) else {
        return;
    };
    for tag in link.tags() {
        let value = &*tag.value;
        if !value.bytes().any(|byte| byte.is_ascii_uppercase()) {
            continue;
        }
        let judged = link.is_written(tag) && !link.is_templated(tag);
        // Those are no spelling mistakes: another rule names them.
        if !judged || is_placeholder(value) || is_reserved(value) || is_id(&link.name_of(tag)) {
            continue;
        }
        let changes: Vec<_> = capitals(value)
            .map(|at| (at..at + 1, value[at..=at].to_ascii_lowercase()))
            .collect();
        if changes.is_empty() {
            continue;
        }
        let name = link.name_of(tag);
        let finding = report.find(
            link.value_place(tag),
            format!("`{}` in `{name}` has capital letters.", shown(value)),
            "Write it in lower case.",
        );
        finding.because(spelling.node, "values are lower case");
        if let Some(edits) = link.change_value(tag, &changes) {
            finding.safe_fix("change to lower case", edits);
        }
    }
}

/// Whether a parameter holds the id of a record elsewhere, such as `utm_partnerid`: ids of Salesforce
/// differ by letter case.
fn is_id(parameter: &str) -> bool {
    parameter.to_ascii_lowercase().ends_with("id")
}

/// The capital letters of a value, without those in percent escapes that stayed in it: `%2F`.
fn capitals(value: &str) -> impl Iterator<Item = usize> {
    let bytes = value.as_bytes();
    let escape = |at: usize| {
        let begins = |back: usize| at >= back && bytes[at - back] == b'%';
        bytes[at].is_ascii_hexdigit()
            && (begins(1) && bytes.get(at + 1).is_some_and(u8::is_ascii_hexdigit)
                || begins(2) && bytes[at - 1].is_ascii_hexdigit())
    };
    (0..bytes.len()).filter(move |at| bytes[*at].is_ascii_uppercase() && !escape(*at))
}
