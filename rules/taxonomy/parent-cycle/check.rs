//! Parents lead somewhere.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Taxonomy;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let Some(values) = &dimension.values else { continue };
        let number_of: HashMap<&str, usize> =
            values.entries.iter().enumerate().map(|(number, (id, _))| (id.value, number)).collect();
        let parents: Vec<_> = values.entries.iter().map(|(_, value)| value.parent).collect();
        // From which value each was reached first; every value is visited once.
        let mut reached_from = vec![None; parents.len()];
        for start in 0..parents.len() {
            let mut at = start;
            let mut path = Vec::new();
            while reached_from[at].is_none() {
                reached_from[at] = Some(start);
                path.push(at);
                let Some(parent) = parents[at].and_then(|id| number_of.get(id.0.value)) else { break };
                at = *parent;
            }
            let Some(from) = path.iter().position(|number| *number == at) else { continue };
            let circle = &path[from..];
            // A path that ends at its last value ends there, unless that is its own parent.
            let last = parents[*circle.last().unwrap_or(&at)];
            let (Some(parent), true) =
                (last, last.is_some_and(|id| id.0.value == values.entries[at].0.value))
            else {
                continue;
            };
            let (first, _) = &values.entries[at];
            let message = match circle {
                [_] => format!("`{}` is its own parent.", first.value),
                _ => {
                    let names: Vec<String> = circle
                        .iter()
                        .take(6)
                        .map(|number| format!("`{}`", values.entries[*number].0.value))
                        .collect();
                    format!("The parents go round in a circle: {}.", names.join(", "))
                }
            };
            report
                .find(parent.0.node, message, "Take out the parent that is not one.")
                .because(first.node, "the circle begins here");
        }
    }
}
