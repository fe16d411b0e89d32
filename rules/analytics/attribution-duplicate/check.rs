//! No two lines of the attribution mapping ask for the same.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::attribution::{Asked, asked, lines, place_of, same_channel};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::{Attribution, AttributionRule};

pub(crate) fn check(mapping: &Attribution<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut first: HashMap<Asked, &AttributionRule<'_>> = HashMap::new();
    for rule in lines(mapping) {
        let Some(earlier) = first.get(&asked(rule)) else {
            first.insert(asked(rule), rule);
            continue;
        };
        let Some(node) = place_of(rule) else { continue };
        let message = match (rule.channel, earlier.channel) {
            (Some(channel), Some(taken)) if !same_channel(channel.value, taken.value) => format!(
                "This line would give these visits to `{}`, but an earlier one gives the same to `{}`.",
                shown(channel.value),
                shown(taken.value)
            ),
            _ => "This line asks for the same as an earlier one, so it never decides.".to_string(),
        };
        let finding = report.find(
            node,
            message,
            "Take one of the two out, or ask for something else.",
        );
        finding.because_of(place_of(earlier), "the line that decides");
    }
}
