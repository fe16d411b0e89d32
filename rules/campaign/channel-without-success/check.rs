//! Every channel says which of its statuses are a success.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Channels;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (id, channel) in &channels.entries {
        // A broken list of statuses is told where it stands.
        if channel.all_statuses().next().is_none() || channel.node.get("success").is_some_and(has_items) {
            continue;
        }
        report.find(
            id.node,
            format!("The channel `{}` has no status that counts as success.", id.value),
            "Say in `success:` which of its statuses are what its campaigns are for.",
        );
    }
}

/// Whether something stands there, be it right or wrong.
fn has_items(node: crate::syntax::Node<'_>) -> bool {
    let node = node.resolved();
    !node.is_null() && (node.value().is_some() || node.items().next().is_some())
}
