//! The texts of tokens fit into Marketo.

use crate::checks::Context;
use crate::checks::platforms::{TOKEN_TEXT, too_long_from};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::{Campaign, Status};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if matches!(campaign.status, Some(Status::Done | Status::Aborted)) {
        return;
    }
    let most = TOKEN_TEXT.most(context);
    for (name, value) in campaign.tokens.iter().flat_map(|tokens| &tokens.entries) {
        if too_long_from(value.value, most).is_none() {
            continue;
        }
        let Some(in_use) = context.platform(TOKEN_TEXT.platform) else { return };
        report
            .find(
                name.node,
                format!(
                    "The text of the token `{}` has {} characters; Marketo takes {most}.",
                    shown(name.value),
                    value.value.chars().count()
                ),
                "Shorten it, or divide it between two tokens.",
            )
            .because(in_use, "Marketo is in use");
    }
}
