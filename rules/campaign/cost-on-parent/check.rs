//! What a parent may cost is what `costs: { parent: ... }` of the channels says.

use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::Reporter;
use crate::model::Body;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let Body::Campaign(campaign) = document.body else { return };
    if campaign.budget.is_none() && campaign.cost.is_none() {
        return;
    }
    let costs = context.channel_of(campaign).and_then(|channel| channel.costs.as_ref());
    let Some(parent) = costs.and_then(|costs| costs.parent.as_ref()) else { return };
    if !context.names().has_children(document.id) {
        return;
    }
    let both = [("budget", campaign.budget.as_ref(), &parent.budget), ("cost", campaign.cost.as_ref(), &parent.cost)];
    for (what, money, limit) in both {
        let (Some(amount), Some(limit)) = (money.and_then(|money| money.amount), limit) else { continue };
        if limit.allows(amount.hundredths) {
            continue;
        }
        report
            .find(
                amount.node,
                format!(
                    "This campaign is the parent of others, and its {what} is {}; it should be {}.",
                    amount.node.value().unwrap_or_default(),
                    limit.text.value
                ),
                "Move the amount to the campaigns that spend it.",
            )
            .because(limit.text.node, "the house rule");
    }
}
