//! Pages expire as `assets-expire` of the channel says.

use crate::checks::Context;
use crate::checks::program::{is_closed, is_due, is_plausible};
use crate::diagnostics::Reporter;
use crate::model::{Asset, Campaign};
use crate::syntax::edit;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(assets) = campaign.assets.as_ref().filter(|_| !is_closed(campaign)) else { return };
    let channel = context.channel_of(campaign);
    let Some(expiry) = channel.and_then(|channel| channel.keys.assets_expire) else { return };
    let date = |date: Option<crate::model::values::DateValue<'_>>| date.map(|date| date.date);
    let due = expiry.last_day(date(campaign.start), date(campaign.event), date(campaign.end));
    for asset in &assets.items {
        let Some(id) = asset.id else { continue };
        let id = id.0;
        let finding = match (asset.expires, expiry.after, due) {
            (Some(expires), None, _) => {
                // The recording of an event is promised for good; a page may have a reason of its own.
                report.find(
                    expires.node,
                    format!("`{}` expires on {}, but the pages of this channel don't expire.", id.value, expires.date),
                    "Leave `expires` out, or say in the channel when its pages expire.",
                )
            }
            (Some(expires), Some((period, anchor)), Some(due))
                if expires.date > due && is_plausible(expires.date, context.today()) =>
            {
                let finding = report.find(
                    expires.node,
                    format!(
                        "`{}` expires on {}, later than {} after {}: {due}.",
                        id.value,
                        expires.date,
                        period.words(),
                        anchor.words()
                    ),
                    format!("Let it expire on {due}."),
                );
                finding.unsafe_fix(format!("change to {due}"), edit::set_value(expires.node, &due.to_string()))
            }
            (None, Some((period, anchor)), Some(due)) if is_due(campaign) && is_page(asset) => report.find(
                id.node,
                format!("`{}` never expires, and this channel's pages do {} after {}.", id.value, period.words(), anchor.words()),
                format!("Add `expires: {due}`."),
            ),
            _ => continue,
        };
        finding.because(expiry.text.node, "how long the pages of this channel stay");
    }
}

/// Whether an asset is something that visitors would still find: a page or a form, not a file.
fn is_page(asset: &Asset<'_>) -> bool {
    match asset.kind {
        Some(kind) => {
            let kind = kind.value.to_ascii_lowercase();
            kind.contains("page") || kind.contains("form")
        }
        None => asset.url.is_some(),
    }
}
