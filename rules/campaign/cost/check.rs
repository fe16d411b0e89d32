//! Budget and cost are what `costs:` of the channels says.

use crate::checks::program::is_due;
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Reporter, list_words};
use crate::model::reader::{opening, shown};
use crate::model::values::Amount;
use crate::model::{AmountLimit, Body, Budget, Costs};

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let Body::Campaign(campaign) = document.body else { return };
    let (budget, cost) = (campaign.budget.as_ref(), campaign.cost.as_ref());
    if let Some(amount) = budget.and_then(|budget| budget.amount).filter(|amount| amount.hundredths < 0) {
        report.find(amount.node, "A budget can't be less than nothing.", "Write the amount without the minus.");
        return;
    }
    let channel = context.channel_of(campaign);
    let Some(costs) = channel.and_then(|channel| channel.costs.as_ref()) else { return };
    for money in [budget, cost].into_iter().flatten() {
        currency(money, costs, report);
    }
    // About the amounts of a parent another rule speaks, where it has rules of its own.
    if costs.parent.is_some() && context.names().has_children(document.id) {
        return;
    }
    if let (Some(limit), Some(amount)) = (&costs.cost, cost.and_then(|cost| cost.amount)) {
        compare("cost", amount, limit, report);
    }
    let Some(limit) = &costs.budget else { return };
    match budget.and_then(|budget| budget.amount) {
        Some(amount) => compare("budget", amount, limit, report),
        None if is_due(campaign) && limit.least.is_some_and(|least| least > 0) => {
            let needs = channel.and_then(|channel| channel.keys.ready_needs.as_ref());
            let fields = needs.and_then(|needs| needs.fields.as_ref());
            // Where the channel asks for it, ready-incomplete says that it is missing.
            let is_asked_for = fields.is_some_and(|fields| {
                fields.items.iter().any(|field| field.value.split('.').next() == Some("budget"))
            });
            if let (false, Some(status)) = (is_asked_for, document.root.get("status")) {
                report
                    .find(
                        status.resolved(),
                        format!("This campaign has no budget, and each needs {}.", limit.text.value),
                        "Add `budget:` with its `amount`, also where nothing is spent.",
                    )
                    .because(limit.text.node, "the house rule");
            }
        }
        None => {}
    }
}

fn compare(what: &str, amount: Amount<'_>, limit: &AmountLimit<'_>, report: &mut Reporter) {
    if limit.allows(amount.hundredths) {
        return;
    }
    report
        .find(
            amount.node,
            format!(
                "The {what} is {}, and it should be {}.",
                amount.node.value().unwrap_or_default(),
                limit.text.value
            ),
            "Correct the amount.",
        )
        .because(limit.text.node, "the house rule");
}

fn currency(money: &Budget<'_>, costs: &Costs<'_>, report: &mut Reporter) {
    let (Some(currency), Some(allowed)) = (money.currency, &costs.currencies) else { return };
    if allowed.items.iter().any(|known| known.value == currency.value) {
        return;
    }
    let list = list_words(allowed.items.iter().map(|known| known.value), 8);
    report
        .find(
            currency.node,
            format!("`{}` is not a currency of this team.", shown(currency.value)),
            format!("Use {list}."),
        )
        .because(opening(allowed.node), "the currencies in use");
}
