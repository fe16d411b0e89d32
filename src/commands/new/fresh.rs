//! The text of a new campaign: what is known, then what its channel needs, as comments to be filled in.

use super::super::choices;
use super::answers::{Answers, Given, Inquiry};
use crate::model::values::{OneOrMany, Text, to_id};
use crate::model::{Campaign, Kind, ReadyNeeds};
use crate::syntax::edit::written;

/// What stands above the comments that wait to be filled in.
pub(super) const FILL_IN: &str =
    "Take away the # and the space behind it, and fill in what this campaign has.";

/// More words than this don't fit behind a key.
const MOST_WORDS: usize = 8;

/// The text of a campaign.
pub(super) fn text(answers: &Answers, id: &str, inquiry: &Inquiry<'_, '_, '_>) -> String {
    let mut text = format!(
        "# `campaignlint checklist {id}` tells what is missing; then it may say `status: ready`.\nkind: campaign\n"
    );
    let own = inquiry.workspace.extensions().keys_of(Kind::Campaign);
    let known = Campaign::KEYS.iter().map(|key| key.name);
    // What others look for first stands first.
    let first = ["channel", "status", "name"];
    let rest = known.filter(|key| !first.contains(key));
    for key in first
        .into_iter()
        .chain(rest)
        .chain(own.iter().map(String::as_str))
    {
        if key == "status" {
            text.push_str("status: draft\n");
        } else if let Some(value) = value(answers, key) {
            text.push_str(&format!("{key}: {value}\n"));
        }
    }
    let comments = comments(answers, inquiry);
    if !comments.is_empty() {
        text.push_str(&format!("\n# {FILL_IN}\n"));
        for line in comments {
            text.push_str("# ");
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// What stands behind a key: a text, a list, or a block of what was said with dots.
pub(super) fn value(answers: &Answers, key: &str) -> Option<String> {
    let prefix = format!("{key}.");
    let mut inner = Vec::new();
    for (name, given) in &answers.keys {
        if name == key {
            return Some(as_value(given, false));
        }
        if let Some(rest) = name.strip_prefix(&prefix) {
            inner.push(format!("{rest}: {}", as_value(given, true)));
        }
    }
    (!inner.is_empty()).then(|| format!("{{ {} }}", inner.join(", ")))
}

/// A value as it is written.
pub(super) fn as_value(given: &Given, in_brackets: bool) -> String {
    match given {
        Given::One(text) => written(text, in_brackets),
        Given::Many(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| written(text, true)).collect();
            format!("[{}]", texts.join(", "))
        }
    }
}

/// What the channel needs and nearly every campaign has, to be filled in.
fn comments(answers: &Answers, inquiry: &Inquiry<'_, '_, '_>) -> Vec<String> {
    let mut lines = Vec::new();
    let channel = answers.one("channel").and_then(|id| inquiry.channel(id));
    let needs = channel.and_then(|channel| channel.ready_needs.as_ref());
    let needed = |list: fn(&ReadyNeeds<'_>) -> Vec<String>| needs.map(list).unwrap_or_default();
    for key in needed(|needs| words(needs.fields.as_ref())) {
        let key = to_key(&key);
        if matches!(key.as_str(), "links" | "emails" | "tokens" | "switched-on")
            || answers.has(&key)
            || answers
                .keys
                .iter()
                .any(|(name, _)| name.starts_with(&format!("{key}.")))
        {
            continue;
        }
        lines.push(line_of(&key, inquiry));
    }
    let tokens = needed(|needs| words(needs.tokens.as_ref()));
    if !tokens.is_empty() {
        lines.push("tokens:".to_string());
        lines.extend(
            tokens
                .iter()
                .map(|name| format!("  {}:", written(name, false))),
        );
    }
    let names = needed(|needs| words(needs.switched_on.as_ref()));
    if !names.is_empty() {
        let names: Vec<String> = names.iter().map(|name| written(name, true)).collect();
        lines.push(format!(
            "switched-on: [{}] # once they are",
            names.join(", ")
        ));
    }
    lines.extend(links(inquiry));
    let roles = needed(|needs| words(needs.emails.as_ref()));
    if !roles.is_empty() {
        lines.push("emails:".to_string());
        for role in roles {
            let (id, role) = (to_id(&role), written(&role, true));
            lines.push(format!("  - {{ id: {id}, role: {role}, subject: \"\" }}"));
        }
    }
    lines
}

/// A key to be filled in, with what may stand there.
pub(super) fn line_of(key: &str, inquiry: &Inquiry<'_, '_, '_>) -> String {
    let example = choices::example(key);
    let choices = choices::of(inquiry.workspace, key, inquiry.today);
    let mut words: Vec<&str> = choices
        .iter()
        .take(MOST_WORDS)
        .map(|choice| choice.id)
        .collect();
    if choices.len() > MOST_WORDS {
        words.push("…");
    }
    match words.is_empty() {
        true => format!("{key}:{example}"),
        false => format!("{key}:{example} # {}", words.join(", ")),
    }
}

fn words(list: Option<&OneOrMany<'_, Text<'_>>>) -> Vec<String> {
    let items = list.into_iter().flat_map(|list| &list.items);
    items.map(|text| text.value.to_string()).collect()
}

fn to_key(word: &str) -> String {
    match word.contains(char::is_whitespace) {
        true => to_id(word),
        false => word.to_string(),
    }
}

/// A link with the first source of the policy, as an example.
fn links(inquiry: &Inquiry<'_, '_, '_>) -> Vec<String> {
    let policy = inquiry.workspace.tracking.as_ref();
    let keys = policy
        .filter(|policy| policy.has_own)
        .map(|policy| &policy.keys);
    let sources = keys.and_then(|keys| keys.sources.as_ref());
    let first = sources.and_then(|sources| sources.entries.first());
    let (source, medium) = match first {
        Some((source, mediums)) => (
            source.value,
            mediums.items.first().map_or("email", |medium| medium.value),
        ),
        None => ("newsletter", "email"),
    };
    let host = keys
        .and_then(|keys| keys.our_sites.as_ref()?.items.first()?.host)
        .map_or("", |host| host.value);
    vec![
        "links:".to_string(),
        format!(
            "  - {{ id: invite, url: https://{host}/, source: {}, medium: {} }}",
            written(source, true),
            written(medium, true)
        ),
    ]
}
