//! A link of a document as it goes out: the address with all tags in it.

use super::CampaignTag;
use crate::links::{Context, Link, Tag, tag_of, with_tags};
use crate::model::{Campaign, LinkEntry};
use crate::workspace::{Reads, TrackingPolicy, Workspace};

/// The parameters in the order in which the policy names them, those that it does not name behind.
pub fn in_order_of_policy<'t, V: Copy>(
    mut tags: Vec<(&'t str, V)>,
    policy: Option<&TrackingPolicy<'_>>,
) -> Vec<(&'t str, V)> {
    let keys = policy.map(|policy| &policy.keys);
    let named: Vec<&str> = keys
        .iter()
        .flat_map(|keys| keys.required.iter().chain(&keys.optional))
        .flat_map(|list| &list.items)
        .map(|name| name.value)
        .collect();
    let usual = |name: &str| Tag::ALL.iter().position(|tag| tag.name() == name);
    tags.sort_by_key(|(name, _)| {
        let short = name.strip_prefix("utm_").unwrap_or(name);
        let rank = named.iter().position(|own| own == name || *own == short);
        (
            rank.unwrap_or(usize::MAX),
            usual(name).unwrap_or(usize::MAX),
        )
    });
    tags
}

/// A link of a document with all its tags: those of its keys and of its campaign join those that stand
/// in the address. A link that needs no tags stays as it is.
pub fn finished(
    entry: &LinkEntry<'_>,
    campaign: Option<&Campaign<'_>>,
    workspace: &Workspace<'_>,
) -> Option<String> {
    let address = entry.url?.value;
    if entry.untagged.is_some_and(|untagged| untagged.yes) {
        return Some(address.trim().to_string());
    }
    let in_address = Link::parse(address, Context::Text);
    let says = |name: &str| {
        let tag = tag_of(name).tag();
        in_address
            .tags()
            .any(|found| found.tag() == tag && tag.is_some())
    };
    let tag = campaign.map(|campaign| CampaignTag::of(campaign, workspace, &Reads::off()));
    let id = campaign.and_then(|campaign| campaign.utm.as_ref()?.id);
    let mut tags: Vec<(&str, &str)> = Vec::new();
    for (name, text) in entry.tags() {
        if !says(name) {
            tags.push((name, text.value));
        }
    }
    if !tags.is_empty() || in_address.is_tagged() {
        let shared = [
            ("utm_campaign", tag.as_ref().and_then(CampaignTag::text)),
            ("utm_id", id.map(|id| id.value)),
        ];
        for (name, value) in shared {
            if let Some(value) = value
                && !says(name)
                && !tags.iter().any(|(own, _)| *own == name)
            {
                tags.push((name, value));
            }
        }
    }
    let tags = in_order_of_policy(tags, workspace.tracking.as_ref());
    Some(with_tags(address, &tags))
}
