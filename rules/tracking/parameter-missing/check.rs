//! A tagged link has every parameter that the policy requires.

use crate::checks::{Context, Gap, LinkSubject};
use crate::diagnostics::{Place, Reporter, list_words};
use crate::links::Tag;
use crate::model::reader::opening;
use crate::model::values::Text;
use crate::model::{Platform, Status};
use crate::workspace::TrackingPolicy;

/// The parameters that HubSpot leaves out as soon as the link has one: `tracking/partial-set`.
const SET: [Tag; 3] = [Tag::Source, Tag::Medium, Tag::Campaign];

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else {
        return;
    };
    let required = || required_of(link, policy);
    if !link.is_tagged() || required().all(|name| has(link, name.value)) {
        return;
    }
    if link.url.may_gain_parameters() {
        return;
    }
    let by_hubspot = link.platform(Some(policy)).is_some_and(|(by, _)| by == Platform::HubSpot);
    let gap = link.campaign_tag.and_then(|tag| tag.gap.as_ref()).filter(|_| {
        let needed = required().any(|name| means(name.value, Tag::Campaign.name()));
        needed && link.tag(Tag::Campaign).is_none()
    });
    if let Some(gap) = gap {
        campaign_gap(gap, link, policy, report);
    }
    let mut missing = required()
        .filter(|name| !has(link, name.value))
        .filter(|name| gap.is_none() || !means(name.value, Tag::Campaign.name()))
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

/// What the policy requires of every link, and of those with this link's medium.
fn required_of<'p, 'a>(
    link: &LinkSubject<'_>,
    policy: &'p TrackingPolicy<'a>,
) -> impl Iterator<Item = &'p Text<'a>> {
    let medium = link.value_of(Tag::Medium).trim();
    let more = policy.keys.also_required.as_ref().and_then(|map| map.get(medium));
    let required = policy.keys.required.iter().flat_map(|list| &list.items);
    required.chain(more.into_iter().flat_map(|list| &list.items))
}

/// What the links of a campaign lack since the template can't be built: once, at the campaign; the
/// engine keeps one of equal findings.
fn campaign_gap(gap: &Gap, link: &LinkSubject<'_>, policy: &TrackingPolicy<'_>, report: &mut Reporter) {
    let (Gap::Lacks(tokens, range), Some(campaign)) = (gap, link.campaign) else { return };
    // What is missing in a draft is nobody's mistake.
    if campaign.status == Some(Status::Draft) {
        return;
    }
    let needs: Vec<String> = tokens.iter().map(|token| format!("one {token}")).collect();
    let needs = list_words(needs.iter().map(String::as_str), 9).replace(" or ", " and ");
    let finding = report.find(
        opening(campaign.node),
        format!("The links of this campaign have no utm_campaign: its template needs {needs}."),
        "Give the campaign what is missing, or write the text as `utm: { campaign: ... }`.",
    );
    if let Some(template) = policy.keys.campaign {
        let place = Place::part(template.node, range.clone());
        finding.because(place, "the template of utm_campaign");
    }
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
