//! The sign between the parts of a day is not the one between the parts of the text.

use crate::checks::Context;
use crate::checks::templates::declared;
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;
use crate::template::Template;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for one in declared(context) {
        let Some(template) = &one.template else { continue };
        // With one part there is nothing to be split.
        if template.tokens().count() < 2 {
            continue;
        }
        for token in template.tokens() {
            let format = token.format.as_ref().map(|format| format.text());
            let sign = format.and_then(|format| {
                // ` - ` between the parts is not the `-` of a day, and nobody splits at spaces.
                let mut signs = format.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
                signs.find(|sign| joins(template, one.text.value, *sign)).map(|sign| (format, sign))
            });
            let Some((format, sign)) = sign else { continue };
            report.find(
                Place::part(one.text.node, token.range.clone()),
                format!("The day, `{}`, holds `{sign}`, which also joins the parts.", shown(format)),
                "Write the day without signs, such as `YYYYMMDD`, or join the parts with another sign.",
            );
        }
    }
}

/// Whether just this sign stands beside a token of a template.
fn joins(template: &Template, text: &str, sign: char) -> bool {
    template.tokens().any(|token| {
        let (before, after) = (&text[..token.range.start], &text[token.range.end..]);
        let other = |c: char| !c.is_alphanumeric() && c != '{' && c != '}';
        let ends = before.strip_suffix(sign).is_some_and(|rest| !rest.is_empty() && !rest.ends_with(other));
        let begins = after.strip_prefix(sign).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(other));
        ends || begins
    })
}
