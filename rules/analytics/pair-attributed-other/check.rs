//! Every pair that the policy allows is taken by a line of the attribution mapping.

use crate::checks::Context;
use crate::checks::attribution::{can_take, is_catch_all};
use crate::diagnostics::Reporter;
use crate::model::reader::{opening, shown};
use crate::model::{AttributionRule, Tracking};

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    for mapping in context.attributions() {
        let Some(rules) = &mapping.rules else { continue };
        let sources = tracking.sources.iter().flat_map(|sources| &sources.entries);
        for (source, medium) in
            sources.flat_map(|(source, mediums)| mediums.items.iter().map(move |m| (source, m)))
        {
            let takes = |rule: &&AttributionRule<'_>| can_take(rule, source.value, medium.value);
            let taken_by = rules.items.iter().find(takes);
            // A line for "any medium" stands for what was forgotten, not for this pair.
            if taken_by.is_some_and(|rule| !is_catch_all(rule)) {
                continue;
            }
            let otherwise = taken_by.or_else(|| rules.items.iter().find(|rule| is_catch_all(rule)));
            let otherwise = match otherwise {
                Some(rule) => rule.channel,
                None => mapping.otherwise.as_ref().and_then(|result| result.channel),
            };
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
