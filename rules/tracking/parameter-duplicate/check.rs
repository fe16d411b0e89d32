//! A link has each parameter once: in its address, as a key, and in the tokens it uses together.

use crate::checks::{Context, LinkSubject, Origin, TagUse};
use crate::diagnostics::Reporter;
use crate::links::{self, Link, Place, TagName};
use crate::model::reader::shown;
use crate::model::values::Text;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut seen = [0u16; 3];
    let mut twice = false;
    for tag in link.tags() {
        match tag.name {
            TagName::Exact(name) => {
                let bit = 1u16 << (name as u16);
                let seen = &mut seen[group(link, tag)];
                twice |= *seen & bit != 0;
                *seen |= bit;
            }
            TagName::Unknown => twice = true,
            TagName::Case(_) | TagName::Typo(_) | TagName::NotATag => {}
        }
    }
    if twice {
        within_link(link, report);
    }
    if link.campaign.is_some() && !link.url.templates().is_empty() {
        with_tokens(link, report);
    }
}

/// What is read together. Tags behind `#` are not read at all, and those inside `referrer=` by
/// somebody else: they are no second value of a tag in the query.
fn group(link: &LinkSubject<'_>, tag: &TagUse<'_>) -> usize {
    match link.parameter(tag).map(links::Parameter::place) {
        Some(Place::Nested | Place::NestedLink) => 1,
        Some(Place::AfterFragment) => 2,
        _ => 0,
    }
}

#[cold]
fn within_link(link: &LinkSubject<'_>, report: &mut Reporter) {
    let tags = link.tags();
    for (number, later) in tags.iter().enumerate() {
        let same = |first: &&TagUse<'_>| {
            matches!(first.name, TagName::Exact(_) | TagName::Unknown)
                && first.name == later.name
                && group(link, first) == group(link, later)
                && link.name_of(first) == link.name_of(later)
        };
        let Some(first) = tags[..number].iter().find(same) else {
            continue;
        };
        // A key beside the address stays; what the address says twice goes.
        let beside = matches!(later.origin, Origin::Key(_) | Origin::Campaign);
        let (tag, other) = match first.origin {
            Origin::Address(_) if beside => (first, later),
            _ => (later, first),
        };
        let name = link.name_of(tag);
        let (one, two) = (shown(&first.value), shown(&later.value));
        let place = link
            .parameter(tag)
            .map(|parameter| link.at(parameter.part()));
        let place = place.unwrap_or_else(|| link.value_place(tag));
        if first.value != later.value {
            let what = format!("`{name}` stands twice in this link: as `{one}` and as `{two}`.");
            report
                .find(
                    place,
                    what,
                    "Keep the value that is meant, and remove the other.",
                )
                .because(link.value_place(other), "the other value");
            continue;
        }
        let what = format!("`{name}` stands twice in this link.");
        let finding = report.find(place, what, "Remove one of the two.");
        finding.because(link.value_place(other), "the same value");
        if let (false, Some(edit)) = (link.is_templated(tag), link.remove_tag(tag)) {
            finding.safe_fix(format!("remove this `{name}`"), edit);
        }
    }
}

/// `?{{my.utm}}&utm_source=x`, where the campaign's token `my.utm` has a `utm_source` as well.
#[cold]
fn with_tokens(link: &LinkSubject<'_>, report: &mut Reporter) {
    for template in link.url.templates() {
        let inner = template.inner(link.url.text());
        let Some(token) = token(link, inner) else {
            continue;
        };
        let query = format!("?{}", token.value.trim_start_matches(['?', '&']));
        let expanded = Link::parse(&query, links::Context::Text);
        for inside in expanded.tags() {
            let TagName::Exact(name) = inside.tag_name() else {
                continue;
            };
            let same = |tag: &&TagUse<'_>| tag.name == TagName::Exact(name);
            let Some(tag) = link.tags().iter().find(same) else {
                continue;
            };
            let place = link
                .parameter(tag)
                .map(|parameter| link.at(parameter.part()));
            report
                .find(
                    place.unwrap_or_else(|| link.value_place(tag)),
                    format!("`{name}` stands twice in this link: here and in `{{{{{inner}}}}}`."),
                    "Take it out of the link or out of the token.",
                )
                .because(token.node, format!("the token brings `{name}`"));
        }
    }
}

/// The campaign's token with this name; `my.` in front of it doesn't count.
fn token<'a>(link: &LinkSubject<'a>, name: &str) -> Option<Text<'a>> {
    let tokens = link.campaign?.tokens.as_ref()?;
    let name = name.strip_prefix("my.").unwrap_or(name);
    let same = |key: &str| {
        key.strip_prefix("my.")
            .unwrap_or(key)
            .eq_ignore_ascii_case(name)
    };
    tokens
        .entries
        .iter()
        .find(|(key, _)| same(key.value))
        .map(|(_, value)| *value)
}
