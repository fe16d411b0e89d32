//! Tags behind the `#`.

use std::borrow::Cow;
use std::ops::Range;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Link, Parameter, Part, Place};

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(fragment) = link.url.fragment_part() else {
        return;
    };
    let url = &link.url;
    let behind = |found: &&Parameter<'_>| found.place() == Place::AfterFragment;
    if let Some(first) = url.parameters().iter().find(behind) {
        let end = url
            .parameters()
            .iter()
            .rfind(behind)
            .map_or(first.part().end(), |last| {
                last.part().end().min(url.trailing_punctuation().start())
            });
        let tags = first.name_part().start()..end.max(first.name_part().end());
        let finding = report.find(
            link.at_range(tags.clone()),
            format!(
                "`{}` stands behind the `#`, where analytics doesn't look.",
                first.raw_name()
            ),
            "Move the tags in front of the `#`.",
        );
        if let Some(changes) = moved(url, first, tags)
            && let Some(edit) = link.replace_all(&changes)
        {
            let title = "move the tags in front of the `#`";
            // What stands behind `#/` is the page of an app, and the app may read them there.
            if is_route(url) {
                finding.unsafe_fix(title, edit);
            } else {
                finding.safe_fix(title, edit);
            }
        }
        return;
    }
    let text = url.text();
    let token = url.templates_in(fragment).find(|token| {
        let opened = text[..token.part.start()].ends_with(['?', '&']);
        opened && holds_tags(token.inner(text))
    });
    if let Some(token) = token {
        report.find(
            link.at(token.part),
            format!(
                "`{}` stands behind the `#`, where analytics doesn't look for tags.",
                token.part.of(text)
            ),
            "Move the token in front of the `#`.",
        );
    }
}

/// Whether a token is named after the tags it holds: `my.utm`.
fn holds_tags(name: &str) -> bool {
    name.as_bytes()
        .windows(3)
        .any(|word| word.eq_ignore_ascii_case(b"utm"))
}

fn is_route(url: &Link<'_>) -> bool {
    url.fragment_part().is_some_and(|fragment| {
        let text = fragment.of(url.text());
        text.starts_with('/') || text.starts_with("!/")
    })
}

/// The tags, and what follows them, in front of the `#`. A further `#` ends them. `None` when the query
/// has one of them already: two of a kind would help nobody.
fn moved<'t>(
    url: &Link<'t>,
    first: &Parameter<'t>,
    tags: Range<usize>,
) -> Option<Vec<(Range<usize>, Cow<'t, str>)>> {
    let text = url.text();
    let hash = url.fragment_part()?.start().checked_sub(1)?;
    let twice = url.parameters().iter().any(|found| {
        found.place() == Place::AfterFragment
            && url
                .tags()
                .any(|tag| tag.place() == Place::Query && tag.tag_name() == found.tag_name())
    });
    if twice {
        return None;
    }
    let inner_hash = text.get(tags.clone())?.match_indices('#').find(|(at, _)| {
        let at = tags.start + at;
        let inside = |part: Part| part.contains(at);
        !url.templates().iter().any(|template| inside(template.part))
            && !url.entities().iter().any(|entity| inside(entity.part))
    });
    let end = inner_hash.map_or(tags.end, |(at, _)| tags.start + at);
    // A tag whose name holds a `#` has nothing left to move.
    if end < first.value_part().start() {
        return None;
    }
    let joint = match url.query_part() {
        None => "?",
        Some(query) if query.is_empty() || query.of(text).ends_with('&') => "",
        Some(_) => url.ampersand(),
    };
    let tags = text.get(tags.start..end)?;
    let anchor = text
        .get(hash..first.separator_part().start())
        .filter(|anchor| *anchor != "#");
    let new = format!("{joint}{tags}{}", anchor.unwrap_or_default());
    Some(vec![(hash..end, Cow::Owned(new))])
}
