//! The names of tokens fit into Marketo.

use crate::checks::platforms::{TOKEN_NAME, token_name, too_long_from};
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Place, Reporter};
use crate::model::values::Text;
use crate::model::{Body, Status};

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let mut names: Vec<Text<'_>> = Vec::new();
    match document.body {
        Body::Campaign(campaign) if !matches!(campaign.status, Some(Status::Done | Status::Aborted)) => {
            let tokens = campaign.tokens.iter().flat_map(|tokens| &tokens.entries);
            names.extend(tokens.map(|(name, _)| *name));
        }
        Body::Channels(channels) => {
            for (_, channel) in &channels.entries {
                let needs = channel.ready_needs.iter().flat_map(|needs| &needs.tokens);
                names.extend(needs.flat_map(|tokens| tokens.items.iter().copied()));
                let types = channel.token_types.iter().flat_map(|types| &types.entries);
                names.extend(types.map(|(name, _)| *name));
            }
        }
        _ => return,
    }
    let most = TOKEN_NAME.most(context);
    for name in names {
        let (plain, prefix) = token_name(name.value);
        let Some(from) = too_long_from(plain, most) else { continue };
        let Some(in_use) = context.platform(TOKEN_NAME.platform) else { return };
        report
            .find(
                Place::part(name.node, prefix + from..name.value.len()),
                format!("The name of this token has {} characters; Marketo takes {most}.", plain.chars().count()),
                "Shorten it, here and where it is used.",
            )
            .because(in_use, "Marketo is in use");
    }
}
