//! No two lines of the attribution mapping ask for the same.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::attribution::{Asked, asked, conditions};
use crate::diagnostics::Reporter;
use crate::model::{Attribution, AttributionRule};
use crate::syntax::Node;

pub(crate) fn check(mapping: &Attribution<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut first: HashMap<Asked, &AttributionRule<'_>> = HashMap::new();
    for rule in mapping.rules.iter().flat_map(|rules| &rules.items) {
        let Some(earlier) = first.get(&asked(rule)) else {
            first.insert(asked(rule), rule);
            continue;
        };
        let Some(node) = place(rule) else { continue };
        let finding = report.find(
            node,
            "This line asks for the same as an earlier one, so it never decides.",
            "Take one of the two out, or ask for something else.",
        );
        finding.because_of(place(earlier), "the line that decides");
    }
}

/// The first condition of a line, or its channel where it asks for nothing.
fn place<'a>(rule: &AttributionRule<'a>) -> Option<Node<'a>> {
    let condition = conditions(rule).into_iter().flatten().next();
    condition.map(|list| list.node).or(rule.channel.map(|channel| channel.node))
}
