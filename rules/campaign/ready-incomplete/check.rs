//! What a channel asks for is there when a campaign says `ready`.

use crate::checks::program::{bare_token, is_due, same_token};
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Place, Reporter, list_words, suggest};
use crate::model::reader::{Key, shown};
use crate::model::values::{OneOrMany, Text};
use crate::model::{Body, Campaign, Channels, Kind, ReadyNeeds, Status};
use crate::syntax::Node;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    match document.body {
        Body::Campaign(campaign) => ready(campaign, document.root, context, report),
        Body::Channels(channels) => fields_exist(channels, context, report),
        _ => {}
    }
}

fn ready(campaign: &Campaign<'_>, root: Node<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !is_due(campaign) {
        return;
    }
    let Some(channel) = context.channel_of(campaign) else { return };
    let Some(needs) = &channel.keys.ready_needs else { return };
    let missing = missing(campaign, root, needs, context);
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
    needs: &ReadyNeeds<'_>,
    context: &Context<'_>,
) -> Vec<(String, Place)> {
    let mut missing = Vec::new();
    let mut lack = |need: &Text<'_>, what: String| missing.push((what, Place::from(need.node)));
    for field in items(needs.fields.as_ref()) {
        if is_key(field.value, context) && !is_filled(root, field.value) {
            lack(field, format!("`{}`", shown(field.value)));
        }
    }
    let tokens = || campaign.tokens.iter().flat_map(|map| &map.entries);
    for token in items(needs.tokens.as_ref()) {
        if !tokens().any(|(name, value)| same_token(name.value, token.value) && !value.is_blank()) {
            lack(token, format!("the token `{}`", shown(bare_token(token.value))));
        }
    }
    let emails = || campaign.emails.iter().flat_map(|list| &list.items);
    for role in items(needs.emails.as_ref()) {
        if !emails().any(|email| email.role.is_some_and(|own| own.value.eq_ignore_ascii_case(role.value))) {
            lack(role, format!("an e-mail with the role `{}`", shown(role.value)));
        }
    }
    for switch in items(needs.switched_on.as_ref()) {
        let mut own = items(campaign.switched_on.as_ref());
        if !own.any(|own| own.value.trim().eq_ignore_ascii_case(switch.value.trim())) {
            lack(switch, format!("`{}` under `switched-on`", shown(switch.value)));
        }
    }
    missing
}

fn items<'i, 'a>(list: Option<&'i OneOrMany<'a, Text<'a>>>) -> impl Iterator<Item = &'i Text<'a>> {
    list.into_iter().flat_map(|list| &list.items)
}

/// Whether something stands under a key, such as `budget` or `budget.code`.
fn is_filled(root: Node<'_>, key: &str) -> bool {
    let mut node = root;
    for part in key.split('.') {
        let Some(next) = node.get(part) else { return false };
        node = next.resolved();
    }
    match node.value() {
        Some(text) => !node.is_null() && !text.trim().is_empty(),
        None => node.items().next().is_some() || node.entries().next().is_some(),
    }
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
