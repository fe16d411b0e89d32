//! The sign between the parts of a day is not the one between the parts of the text.

use crate::checks::Context;
use crate::checks::templates::declared;
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;

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
                let signs = format.chars().filter(|c| !c.is_alphanumeric());
                signs.into_iter().find(|c| template.separates(*c)).map(|sign| (format, sign))
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
