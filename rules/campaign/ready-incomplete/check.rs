//! What a channel asks for is there when a campaign says `ready`.

use crate::checks::program::{bare_token, is_due, same_token};
use crate::checks::{Context, DocumentSubject, NeedKind, email_of_role, needs};
use crate::diagnostics::{Place, Reporter, list_words, suggest};
use crate::model::reader::{Key, shown};
use crate::model::values::{OneOrMany, Text};
use crate::model::{Body, Campaign, Channel, Channels, Kind, Status};
use crate::syntax::Node;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    match document.body {
        Body::Campaign(campaign) => ready(campaign, document.id, document.root, context, report),
        Body::Channels(channels) => fields_exist(channels, context, report),
        _ => {}
    }
}

fn ready(campaign: &Campaign<'_>, document_id: &str, root: Node<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !is_due(campaign) {
        return;
    }
    let Some(channel) = context.channel_of(campaign) else { return };
    // A bracket around other campaigns has no members: nothing runs in it, and it mails nobody.
    let is_bracket = context.names().has_children(document_id);
    let missing = missing(campaign, root, &channel.keys, is_bracket, context);
    let (Some((_, first)), Some(status)) = (missing.first(), root.get("status")) else { return };
    let said = campaign.status.map_or("ready", Status::word);
    let list = list_words(missing.iter().map(|(what, _)| what.as_str()), 12).replace(" or ", " and ");
    let message = format!(
        "This campaign is `{said}`, but lacks {list}, which the channel `{}` asks for.",
        channel.id.value
    );
    let help = match campaign.status {
        Some(Status::Live) => "Add what is missing.",
        _ => "Add what is missing, or say `draft` until it is there.",
    };
    let first = *first;
    let finding = report.find(status.resolved(), message, help);
    finding.because(first, "asked for here");
    for (_, place) in missing.iter().skip(1).take(5) {
        finding.because(*place, "and here");
    }
}

/// What is missing, in words, each with the line that asks for it.
fn missing(
    campaign: &Campaign<'_>,
    root: Node<'_>,
    channel: &Channel<'_>,
    is_bracket: bool,
    context: &Context<'_>,
) -> Vec<(String, Place)> {
    let mut missing = Vec::new();
    for need in needs(channel, campaign, root) {
        let name = shown(need.text.value);
        if need.has.is_some() {
            continue;
        }
        let what = match need.kind {
            // A field that no campaign has is told at the channel.
            NeedKind::Field if !is_key(need.text.value, context) => continue,
            NeedKind::Field => format!("`{name}`"),
            // One that was left as the template had it is token-unset.
            NeedKind::Token if is_set(campaign, need.text.value) => continue,
            NeedKind::Token => format!("the token `{}`", bare_token(&name)),
            NeedKind::Email | NeedKind::SwitchedOn if is_bracket => continue,
            NeedKind::Email if email_of_role(campaign, need.text.value).is_some() => {
                format!("a subject of the e-mail `{name}`")
            }
            NeedKind::Email => format!("an e-mail with the role `{name}`"),
            NeedKind::SwitchedOn => format!("`{name}` under `switched-on`"),
        };
        missing.push((what, need.text.node.into()));
    }
    missing
}

/// Whether a token has any text, be it only a placeholder.
fn is_set(campaign: &Campaign<'_>, token: &str) -> bool {
    let mut tokens = campaign.tokens.iter().flat_map(|map| &map.entries);
    tokens.any(|(name, value)| same_token(name.value, token) && !value.is_blank())
}

fn items<'i, 'a>(list: Option<&'i OneOrMany<'a, Text<'a>>>) -> impl Iterator<Item = &'i Text<'a>> {
    list.into_iter().flat_map(|list| &list.items)
}

/// Whether campaigns have a key, be it the workspace's own.
fn is_key(key: &str, context: &Context<'_>) -> bool {
    let first = key.split('.').next().unwrap_or(key);
    Campaign::KEYS.iter().any(|known| known.name == first)
        || context.workspace().extensions().keys_of(Kind::Campaign).iter().any(|own| own == first)
}

/// Reports what a channel asks for that no campaign can have.
fn fields_exist(channels: &Channels<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        let needs = channel.ready_needs.as_ref();
        for field in items(needs.and_then(|needs| needs.fields.as_ref())) {
            if is_key(field.value, context) {
                continue;
            }
            let names = Campaign::KEYS.iter().map(|key: &Key| key.name);
            let help = match suggest(field.value, names) {
                Some(name) => format!("Did you mean `{name}`?"),
                None => "Write a key of campaigns; tokens, e-mails and switches have lists of their own.".to_string(),
            };
            report.find(
                field.node,
                format!("No campaign can have `{}`, so none of this channel is ever complete.", shown(field.value)),
                help,
            );
        }
    }
}
