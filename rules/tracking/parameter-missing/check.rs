//! A tagged link has every parameter that the policy requires.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::{Reporter, list_words};
use crate::links::Tag;
use crate::model::Platform;

/// The parameters that HubSpot leaves out as soon as the link has one: `tracking/partial-set`.
const SET: [Tag; 3] = [Tag::Source, Tag::Medium, Tag::Campaign];

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else {
        return;
    };
    let Some(required) = &policy.keys.required else {
        return;
    };
    if !link.is_tagged() || required.items.iter().all(|name| has(link, name.value)) {
        return;
    }
    if link.url.may_gain_parameters() {
        return;
    }
    let by_hubspot = link
        .platform(Some(policy))
        .is_some_and(|(by, _)| by == Platform::HubSpot);
    let mut missing = required
        .items
        .iter()
        .filter(|name| !has(link, name.value))
        .filter(|name| !by_hubspot || !SET.iter().any(|tag| means(name.value, tag.name())));
    let Some(first) = missing.next() else { return };
    let mut names = vec![full_name(first.value)];
    for name in missing {
        let name = full_name(name.value);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let list = list_words(names.iter().map(String::as_str), 9);
    report
        .find(
            link.whole(),
            format!("This link has tags, but no {list}."),
            format!("Add {}.", list.replace(" or ", " and ")),
        )
        .because(first.node, "required by the tracking policy");
}

/// Whether the link has a parameter that the policy names with or without `utm_`.
fn has(link: &LinkSubject<'_>, required: &str) -> bool {
    match Tag::ALL.into_iter().find(|tag| means(required, tag.name())) {
        Some(tag) => link.tag(tag).is_some(),
        None => link
            .tags()
            .iter()
            .any(|tag| means(required, &link.name_of(tag))),
    }
}

fn means(required: &str, parameter: &str) -> bool {
    required == parameter || parameter.strip_prefix("utm_") == Some(required)
}

fn full_name(required: &str) -> String {
    if required.starts_with("utm_") {
        required.to_string()
    } else {
        format!("utm_{required}")
    }
}
