//! Building a link from its parts.

use super::super::arguments::LinkArguments;
use super::super::{Failure, around, check};
use crate::checks::{CampaignTag, Gap, Worker, apply_fixes, in_order_of_policy};
use crate::diagnostics::list_words;
use crate::links::{Context, Form, Link, Tag, with_tags};
use crate::workspace::{Reads, Workspace, find_root};

/// A link is put right in rounds, since one fix makes the next possible.
const MOST_ROUNDS: usize = 8;

/// Whether any tag was asked for.
pub(super) fn adds_tags(arguments: &LinkArguments) -> bool {
    let texts = [
        &arguments.source,
        &arguments.medium,
        &arguments.campaign,
        &arguments.utm_campaign,
        &arguments.content,
        &arguments.term,
    ];
    texts.iter().any(|text| text.is_some()) || !arguments.tags.is_empty()
}

/// The address with the tags that were asked for.
pub(super) fn build(
    address: &str,
    arguments: &LinkArguments,
    workspace: &Workspace<'_>,
    notes: &mut Vec<String>,
) -> Result<String, Failure> {
    let mut tags: Vec<(&str, String)> = Vec::new();
    let given = [
        ("utm_source", &arguments.source),
        ("utm_medium", &arguments.medium),
        ("utm_campaign", &arguments.utm_campaign),
        ("utm_content", &arguments.content),
        ("utm_term", &arguments.term),
    ];
    for (name, text) in given {
        if let Some(text) = text {
            tags.push((name, text.clone()));
        }
    }
    for (name, value) in &arguments.tags {
        tags.push((name, value.clone()));
    }
    if let (Some(source), None) = (&arguments.source, &arguments.medium)
        && !Link::parse(address, Context::Text)
            .tags()
            .any(|tag| tag.tag() == Some(Tag::Medium))
        && let Some(medium) = only_medium(source, workspace)
    {
        notes.push(format!(
            "utm_medium is `{medium}`, the only medium of the source `{source}`."
        ));
        tags.push(("utm_medium", medium));
    }
    if let Some(words) = &arguments.campaign {
        let here = around::here()?;
        let root = arguments.workspace.as_deref();
        let root = root.map_or_else(|| here.clone(), |folder| check::absolute(&here, folder));
        let root = find_root(&root).unwrap_or(root);
        let found = around::find(workspace, &here, &root, words)?;
        let tag = CampaignTag::of(&found.campaign, workspace, &Reads::off());
        if let Some(text) = tag.text() {
            tags.push(("utm_campaign", text.to_string()));
        }
        if let Some(id) = found.campaign.utm.as_ref().and_then(|utm| utm.id) {
            tags.push(("utm_id", id.value.to_string()));
        }
        notes.extend(campaign_notes(&found, workspace));
    }
    let tags: Vec<(&str, &str)> = tags
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let tags = in_order_of_policy(tags, workspace.tracking.as_ref());
    let whole;
    let address = match Link::parse(address, Context::Text).form() {
        Form::Bare => {
            notes.push("`https://` was put in front.".to_string());
            whole = format!("https://{address}");
            &whole
        }
        _ => address,
    };
    Ok(with_tags(address, &tags))
}

/// The medium of a source that the policy allows no other.
fn only_medium(source: &str, workspace: &Workspace<'_>) -> Option<String> {
    let policy = workspace.tracking.as_ref()?;
    let (_, mediums) = policy.mediums_of(&source.trim().to_lowercase())?;
    match mediums.items.as_slice() {
        [only] => Some(only.value.to_string()),
        _ => None,
    }
}

/// How a campaign comes by its `utm_campaign`.
pub(super) fn campaign_notes(
    found: &around::Found<'_, '_>,
    workspace: &Workspace<'_>,
) -> Vec<String> {
    let tag = CampaignTag::of(&found.campaign, workspace, &Reads::off());
    let template = || {
        let policy = workspace.tracking.as_ref()?;
        policy.keys.campaign.map(|text| text.value)
    };
    let id = found.id;
    let note = match (&tag.given, &tag.built, &tag.gap) {
        (Some(_), ..) => format!("utm_campaign stands in `{id}`, under `utm:`."),
        (None, Some(_), _) => {
            let template = template().unwrap_or_default();
            format!("utm_campaign is built from the keys of `{id}`, as `{template}`.")
        }
        (None, None, Some(Gap::Lacks(tokens, _))) => {
            let tokens = list_words(tokens.iter().map(AsRef::as_ref), 8).replace(" or ", " and ");
            format!("utm_campaign can't be built yet: `{id}` doesn't say {tokens}.")
        }
        (None, None, Some(Gap::Unknown)) => {
            format!("utm_campaign can't be built: `{id}` holds a word that is not defined.")
        }
        (None, None, None) => {
            format!("`{id}` gives no utm_campaign, and the policy has no template.")
        }
    };
    vec![note]
}

/// The link with all its safe fixes applied; each is noted.
pub(super) fn put_right(
    link: &str,
    worker: &mut Worker<'_, '_>,
    notes: &mut Vec<String>,
) -> String {
    let mut text = link.to_string();
    for _ in 0..MOST_ROUNDS {
        let checked = worker.check(&text, Context::Text);
        let Some(fixed) = apply_fixes(&text, &checked.findings, false) else {
            break;
        };
        for finding in &checked.findings {
            if let Some(fix) = finding.fixes.iter().find(|fix| fix.safe) {
                let note = format!("Put right ({}): {}.", finding.rule, fix.title);
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        text = fixed.text;
    }
    text
}
