//! Tags that begin without a `?`.

use std::borrow::Cow;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Part, Place};

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
    let text = link.url.text();
    // The tags of a whole link that stands in the path, as redirects and archives have them, are its own.
    let before = Part::new(link.url.path_part().start(), separator.start()).of(text);
    if SCHEME_SIGNS.iter().any(|sign| before.contains(sign)) {
        return;
    }
    let name = first.raw_name();
    let finding = report.find(
        link.at(separator),
        format!("No `?` stands before `{name}`, so the tags are a part of the path."),
        "Write `?` in front of the first tag, and `&` between the others.",
    );
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

/// What stands between a scheme and a host, escaped or not.
const SCHEME_SIGNS: &[&str] = &["://", ":%2F%2F", ":%2f%2f", "%3A%2F%2F", "%3a%2f%2f"];
