//! The address with its tags is short enough to be kept whole.

use crate::checks::{Context, LinkSubject, Origin};
use crate::diagnostics::Reporter;
use crate::links::encode_value;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let url = link.url.content();
    let beside = || {
        link.tags()
            .iter()
            .filter(|tag| !matches!(tag.origin, Origin::Address(_)))
    };
    // At most three bytes for one, when it is escaped.
    let at_most: usize = url.len()
        + beside()
            .map(|tag| 3 * tag.value.len() + LONGEST_NAME)
            .sum::<usize>();
    // The shortest limit that makes sense: nearly every link is done here.
    if at_most <= 250 {
        return;
    }
    let longest = context.whole_number("longest");
    if at_most as u64 <= longest {
        return;
    }
    let keys: usize = beside()
        .map(|tag| link.name_of(tag).len() + encode_value(&tag.value).len() + "&=".len())
        .sum();
    let length = url.of(link.url.text()).chars().count() + keys;
    let templated = !link.url.templates().is_empty() || beside().any(|tag| link.is_templated(tag));
    if length as u64 <= longest || templated {
        return;
    }
    let message = if keys == 0 {
        format!("This link has {length} characters.")
    } else {
        format!("This link has {length} characters with its tags.")
    };
    report.find(
        link.whole(),
        message,
        format!("Shorten it to {longest} characters or fewer."),
    );
}

/// `&utm_marketing_tactic=`, and room for names of one's own.
const LONGEST_NAME: usize = 40;
