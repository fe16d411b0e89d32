//! A token that is set is used somewhere.

use crate::checks::Context;
use crate::checks::program::{bare_token, is_closed, same_token, texts, tokens_in};
use crate::diagnostics::Reporter;
use crate::model::Campaign;
use crate::model::reader::shown;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(own) = campaign.tokens.as_ref().filter(|_| !is_closed(campaign)) else { return };
    // Pages and e-mails lie in the platform. Only where this file shows how tokens are used, and the
    // channel names those that are, can one be called unused.
    let channel = context.channel_of(campaign);
    let needs = channel.and_then(|channel| channel.keys.ready_needs.as_ref());
    let Some(asked_for) = needs.and_then(|needs| needs.tokens.as_ref()) else { return };
    let asked_for = || asked_for.items.iter();
    let used: Vec<&str> =
        texts(campaign).flat_map(|(_, text)| tokens_in(text.value).map(|(_, name)| name)).collect();
    if used.is_empty() {
        return;
    }
    for (name, _) in &own.entries {
        let is_used = used.iter().any(|used| same_token(used, name.value))
            || asked_for().any(|token| same_token(token.value, name.value));
        if !is_used {
            report.find(
                name.node,
                format!("Nothing uses the token `{}`.", shown(bare_token(name.value))),
                "Remove it, or add it to the tokens that the channel asks for.",
            );
        }
    }
}
