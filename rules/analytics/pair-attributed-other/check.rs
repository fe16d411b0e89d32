//! Every pair that the policy allows is taken by a line of the attribution mapping.

use crate::checks::Context;
use crate::checks::attribution::can_take;
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::{opening, shown};

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    for mapping in context.attributions() {
        let Some(rules) = &mapping.rules else { continue };
        let sources = tracking.sources.iter().flat_map(|sources| &sources.entries);
        for (source, medium) in
            sources.flat_map(|(source, mediums)| mediums.items.iter().map(move |m| (source, m)))
        {
            let taken = rules.items.iter().any(|rule| can_take(rule, source.value, medium.value));
            if taken {
                continue;
            }
            let otherwise = mapping.otherwise.as_ref().and_then(|result| result.channel);
            let lands = match otherwise {
                Some(channel) => format!("fall to `{}`", shown(channel.value)),
                None => "count for no channel".to_string(),
            };
            let finding = report.find(
                medium.node,
                format!(
                    "Visits from `{}` with the medium `{}` {lands} in the attribution mapping.",
                    shown(source.value),
                    shown(medium.value)
                ),
                "Add a line for this pair to the mapping.",
            );
            match otherwise {
                Some(channel) => finding.because(channel.node, "what no line takes lands here"),
                None => finding.because(opening(rules.node), "no line of this mapping takes them"),
            };
        }
    }
}
