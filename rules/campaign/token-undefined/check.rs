//! Every program token that a campaign uses is set in it.

use crate::checks::Context;
use crate::checks::program::{bare_token, is_closed, same_token, texts, tokens_in};
use crate::diagnostics::{Place, Reporter, suggest};
use crate::model::Campaign;
use crate::model::reader::{opening, shown};
use crate::model::values::{OneOrMany, Text};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    // A campaign without tokens of its own takes them all from its folder, which nobody can see here.
    let Some(own) = campaign.tokens.as_ref().filter(|own| !own.entries.is_empty()) else { return };
    if is_closed(campaign) {
        return;
    }
    let channel = context.channel_of(campaign);
    let inherited = channel.and_then(|channel| channel.keys.inherited_tokens.as_ref());
    let has = |list: Option<&OneOrMany<'_, Text<'_>>>, name: &str| {
        list.is_some_and(|list| list.items.iter().any(|token| same_token(token.value, name)))
    };
    let mut told: Vec<&str> = Vec::new();
    for (_, text) in texts(campaign) {
        if !text.value.contains("{{") {
            continue;
        }
        for (range, name) in tokens_in(text.value) {
            let is_set = own.entries.iter().any(|(token, _)| same_token(token.value, name));
            if is_set || has(inherited, name) || told.iter().any(|told| same_token(told, name)) {
                continue;
            }
            told.push(name);
            let names = own.entries.iter().map(|(token, _)| bare_token(token.value));
            let help = match suggest(name, names) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Set it under `tokens:`, or name it in the channel's `inherited-tokens` where the folder sets it."
                    .to_string(),
            };
            report
                .find(
                    Place::part(text.node, range),
                    format!("The token `{}` is used here, but this campaign doesn't set it.", shown(name)),
                    help,
                )
                .because(opening(own.node), "its tokens");
        }
    }
}
