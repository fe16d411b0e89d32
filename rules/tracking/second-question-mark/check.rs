//! Tags behind a second `?`.

use std::borrow::Cow;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::Place;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let parameters = link.url.parameters();
    let is_behind = |place| place == Place::AfterSecondQuestionMark;
    let Some(first) = parameters.iter().position(|found| is_behind(found.place())) else {
        return;
    };
    let text = link.url.text();
    let changes: Vec<_> = parameters
        .iter()
        .filter(|found| is_behind(found.place()))
        .map(|found| {
            let mark = found.separator_part();
            let stands_alone = text[..mark.start()].ends_with(['?', '&', ';']);
            (
                mark.range(),
                Cow::Borrowed(if stands_alone {
                    ""
                } else {
                    link.url.ampersand()
                }),
            )
        })
        .collect();
    // The tags may be meant for a link that stands, unescaped, as a value in front of them.
    let holds_link = first.checked_sub(1).is_some_and(|before| {
        let value = parameters[before].value();
        value.contains("://") || value.starts_with("//")
    });
    let name = parameters[first].raw_name();
    let help = if holds_link {
        "Join the tags with `&`; or escape the inner link, if the tags are meant for that."
    } else {
        "Join the tags with `&`."
    };
    let finding = report.find(
        link.at(parameters[first].separator_part()),
        format!("A second `?` stands before `{name}`, so the tag is lost in the value before it."),
        help,
    );
    if let Some(edit) = link.replace_all(&changes) {
        let title = "join the tags with `&`";
        if holds_link {
            finding.unsafe_fix(title, edit);
        } else {
            finding.safe_fix(title, edit);
        }
    }
}
