//! What a line of the attribution mapping asks for. In its texts `*` stands for any text, `*` alone for
//! whatever there is, and letter case doesn't count.

use std::collections::BTreeSet;

use super::Context;
use crate::model::values::{OneOrMany, Text};
use crate::model::{Attribution, AttributionRule, Body};
use crate::syntax::Node;

/// The texts of each condition, in one spelling; a condition that is not there has none.
pub(crate) type Asked = [BTreeSet<String>; 5];

/// The conditions of a line, in the order of its keys.
pub(crate) fn conditions<'r, 'a>(
    rule: &'r AttributionRule<'a>,
) -> [Option<&'r OneOrMany<'a, Text<'a>>>; 5] {
    [
        &rule.campaign,
        &rule.medium,
        &rule.source,
        &rule.landing_page,
        &rule.referrer,
    ]
    .map(Option::as_ref)
}

/// Whether a condition is met by whatever there is.
fn is_any(list: &OneOrMany<'_, Text<'_>>) -> bool {
    let any = |text: &Text<'_>| {
        let text = text.value.trim();
        !text.is_empty() && text.bytes().all(|byte| byte == b'*')
    };
    list.items.iter().any(any)
}

/// Whether a line takes what no other took: it asks for nothing that could be one thing or another.
pub(crate) fn is_catch_all(rule: &AttributionRule<'_>) -> bool {
    conditions(rule).into_iter().flatten().all(is_any)
}

/// The first condition of a line, or its channel where it asks for nothing.
pub(crate) fn place_of<'a>(rule: &AttributionRule<'a>) -> Option<Node<'a>> {
    let condition = conditions(rule).into_iter().flatten().next();
    condition
        .map(|list| list.node)
        .or(rule.channel.map(|channel| channel.node))
}

/// The lines of a mapping, from the top.
pub(crate) fn lines<'m, 'a>(
    mapping: &'m Attribution<'a>,
) -> impl Iterator<Item = &'m AttributionRule<'a>> {
    mapping.rules.iter().flat_map(|rules| &rules.items)
}

/// Every channel that a bucket holds, with its bucket.
pub(crate) fn in_buckets<'m, 'a>(
    mapping: &'m Attribution<'a>,
) -> impl Iterator<Item = (Text<'a>, Text<'a>)> + 'm {
    let buckets = mapping.buckets.iter().flat_map(|buckets| &buckets.entries);
    buckets.flat_map(|(bucket, channels)| channels.items.iter().map(|channel| (*channel, *bucket)))
}

/// Whether two names of attribution channels are one; letter case doesn't count.
pub(crate) fn same_channel(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

/// The parts of a channel's name: `Paid Search` and `Bing` of `Paid Search.Bing`.
pub(crate) fn parts_of(channel: &str) -> impl Iterator<Item = &str> {
    channel.splitn(2, '.').map(str::trim)
}

/// A program channel, as far as attribution is concerned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Program<'a> {
    /// What it is called.
    pub(crate) label: Text<'a>,
    /// The kind of touchpoints it gives: `online`, `offline`, both or none.
    pub(crate) attribution: Option<Text<'a>>,
    /// The document that defines it.
    pub(crate) channels: Node<'a>,
}

/// Every program channel of the workspace. It goes through all documents: for rules that look at the
/// whole, or at a mapping.
pub(crate) fn program_channels<'c>(context: &Context<'c>) -> Vec<Program<'c>> {
    let mut programs = Vec::new();
    for (_, document) in context.workspace().documents() {
        let Some(Body::Channels(channels)) = &document.body else {
            continue;
        };
        programs.extend(channels.entries.iter().map(|(id, channel)| {
            let gives = channel.is.as_ref().and_then(|is| is.get("attribution"));
            Program {
                label: channel.label.unwrap_or(*id),
                attribution: gives.and_then(|gives| gives.items.first().copied()),
                channels: document.root,
            }
        }));
    }
    programs
}

/// Whether members of a program count offline.
pub(crate) fn gives_offline(program: &Program<'_>) -> bool {
    program
        .attribution
        .is_some_and(|gives| gives.value.to_lowercase().contains("offline"))
}

/// Whether an attribution channel is that of a program: its name, or a part of it, is the label.
pub(crate) fn is_named(channel: &str, program: &Program<'_>) -> bool {
    std::iter::once(channel)
        .chain(parts_of(channel))
        .any(|part| same_channel(part, program.label.value))
}

/// What a line asks for, so that it can be compared with another.
pub(crate) fn asked(rule: &AttributionRule<'_>) -> Asked {
    conditions(rule).map(|list| {
        let texts = list.into_iter().flat_map(|list| &list.items);
        texts.map(|text| text.value.trim().to_lowercase()).collect()
    })
}

/// Whether a line speaks of the source or the medium, and takes visits with these: all of them, or some
/// where it asks for the campaign, the landing page or the referrer as well.
pub(crate) fn can_take(rule: &AttributionRule<'_>, source: &str, medium: &str) -> bool {
    let [_, of_medium, of_source, _, _] = conditions(rule);
    if of_medium.is_none() && of_source.is_none() {
        return false;
    }
    let holds = |list: Option<&OneOrMany<'_, Text<'_>>>, value: &str| {
        list.is_none_or(|list| list.items.iter().any(|text| matches(text.value, value)))
    };
    holds(of_medium, medium) && holds(of_source, source)
}

/// What is known of a visit before anybody clicks: its tags and the page it lands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit<'v> {
    pub(crate) campaign: &'v str,
    pub(crate) medium: &'v str,
    pub(crate) source: &'v str,
    /// The host and the path of the landing page.
    pub(crate) host: &'v str,
    pub(crate) path: &'v str,
}

/// Where a mapping counts a visit.
#[derive(Debug)]
pub(crate) struct Taken<'r, 'a> {
    /// The number of the line that takes it; `None` where none does.
    pub(crate) line: Option<usize>,
    /// Lines before it that take it as well, for visitors from the sites they name.
    pub(crate) by_referrer: Vec<&'r AttributionRule<'a>>,
}

/// The line of a mapping that takes a visit. Where the visitor comes from is not known of a link.
pub(crate) fn taken<'r, 'a>(mapping: &'r Attribution<'a>, visit: Visit<'_>) -> Taken<'r, 'a> {
    let mut by_referrer = Vec::new();
    for (number, rule) in mapping
        .rules
        .iter()
        .flat_map(|list| &list.items)
        .enumerate()
    {
        let [campaign, medium, source, page, referrer] = conditions(rule);
        let holds = |list: Option<&OneOrMany<'_, Text<'_>>>, test: &dyn Fn(&str) -> bool| {
            list.is_none_or(|list| list.items.iter().any(|text| test(text.value)))
        };
        let is_page = |pattern: &str| {
            let pattern = pattern.trim();
            let pattern = pattern.split_once("://").map_or(pattern, |(_, rest)| rest);
            match pattern.starts_with('/') {
                true => matches(pattern, visit.path),
                false => {
                    matches(pattern, &format!("{}{}", visit.host, visit.path))
                        || matches(pattern, visit.host)
                }
            }
        };
        let taken = holds(campaign, &|pattern| matches(pattern, visit.campaign))
            && holds(medium, &|pattern| matches(pattern, visit.medium))
            && holds(source, &|pattern| matches(pattern, visit.source))
            && holds(page, &is_page);
        match (taken, referrer) {
            (true, None) => {
                let line = Some(number);
                return Taken { line, by_referrer };
            }
            (true, Some(_)) => by_referrer.push(rule),
            (false, _) => {}
        }
    }
    Taken {
        line: None,
        by_referrer,
    }
}

/// Whether a text with `*` for any text matches a value.
pub(crate) fn matches(pattern: &str, value: &str) -> bool {
    let (pattern, value) = (pattern.trim().to_lowercase(), value.trim().to_lowercase());
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == value;
    };
    let Some(mut value) = value.strip_prefix(start) else {
        return false;
    };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in middle.split('*') {
        match value.find(part) {
            Some(at) => value = &value[at + part.len()..],
            None => return false,
        }
    }
    value.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_any_text() {
        for (pattern, value) in [
            ("paid*", "PaidSocial"),
            ("*social", "paidsocial"),
            ("*cial*", "paidsocial"),
            ("p*s*l", "paidsocial"),
            ("*", ""),
            ("email", "Email"),
        ] {
            assert!(matches(pattern, value), "{pattern} {value}");
        }
        for (pattern, value) in [("paid*", "unpaid"), ("a*a", "a"), ("email", "e-mail")] {
            assert!(!matches(pattern, value), "{pattern} {value}");
        }
    }
}
