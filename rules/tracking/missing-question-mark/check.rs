//! Tags that begin without a `?`.

use std::borrow::Cow;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::Place;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut parameters = link.url.parameters().iter();
    let Some(first) = parameters.find(|found| found.place() == Place::Path) else {
        return;
    };
    let separator = first.separator_part();
    // Tags alone are no link whose question mark is missing.
    if separator.is_empty() {
        return;
    }
    let name = first.raw_name();
    let finding = report.find(
        link.at(separator),
        format!("No `?` stands before `{name}`, so the tags are a part of the path."),
        "Write `?` in front of the first tag, and `&` between the others.",
    );
    let text = link.url.text();
    let is_slash = separator.of(text) == "/";
    let place = if is_slash {
        separator.end()..separator.end()
    } else {
        separator.range()
    };
    let mut changes = vec![(place, Cow::Borrowed("?"))];
    if let (Some(mark), Some(query)) = (link.url.question_mark(), link.url.query_part()) {
        let joint = if query.is_empty() {
            ""
        } else {
            link.url.ampersand()
        };
        changes.push((mark.range(), Cow::Borrowed(joint)));
    }
    if let Some(edit) = link.replace_all(&changes) {
        let title = format!("write `?` before `{name}`");
        // Some servers do read `/name=value/` in a path.
        if is_slash {
            finding.unsafe_fix(title, edit);
        } else {
            finding.safe_fix(title, edit);
        }
    }
}
