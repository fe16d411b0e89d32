//! A template of names has a part in which two programs of one day differ.

use crate::checks::Context;
use crate::checks::templates::declared;
use crate::diagnostics::Reporter;
use crate::template::Token;

/// What many programs of one day share. A topic, a place or a partner tells them apart, from a list or not.
const SHARED: [&str; 9] = [
    "region", "language", "languages", "country", "channel", "type", "format", "budget", "persona",
];

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for one in declared(context).iter().filter(|one| one.naming.is_some()) {
        let Some(template) = &one.template else { continue };
        // Without a day it is an id or a code, and something else counts up.
        let has_day = template.tokens().any(|token| token.format.is_some());
        if !has_day || !template.tokens().all(is_shared) {
            continue;
        }
        report.find(
            one.text.node,
            "Two programs of this kind on one day would get the same name.",
            "Add what tells them apart, such as `{topic}` or `{city}`.",
        );
    }
}

fn is_shared(token: &Token) -> bool {
    let name = &*token.name;
    token.format.is_some() || SHARED.contains(&name) || name.ends_with("-type") || name.ends_with("_type")
}
