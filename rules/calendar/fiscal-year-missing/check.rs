//! Whoever writes fiscal quarters says when the fiscal year begins.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Body;
use crate::model::values::Text;
use crate::syntax::{Node, NodeKind};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let calendar = context.calendar();
    if calendar.is_some_and(|calendar| calendar.keys.node.get("fiscal-year").is_some()) {
        return;
    }
    let workspace = context.workspace();
    let convention = workspace.documents().find_map(|(_, document)| match document.body {
        Some(Body::Naming(_) | Body::Tracking(_)) => fiscal_token_below(document.root, 0),
        _ => None,
    });
    let folder = || workspace.files.iter().find_map(|file| file.fiscal_quarter);
    // Once, at the first use: the convention, where there is one.
    let Some(place) = convention.or_else(folder) else { return };
    let help = match calendar {
        Some(_) => "Add `fiscal-year: { starts: February 1, written: FY27-Q4 }` with your own to the calendar.",
        None => "Add a document `kind: calendar` with `fiscal-year: { starts: February 1, written: FY27-Q4 }`.",
    };
    report.find(place, "This is a fiscal quarter, and no calendar says when the fiscal year begins.", help);
}

/// The first token of a template below a node that stands for a part of the fiscal year.
fn fiscal_token_below(node: Node<'_>, depth: usize) -> Option<Place> {
    const DEEPEST: usize = 6;
    if depth > DEEPEST {
        return None;
    }
    let node = node.resolved();
    match node.kind() {
        NodeKind::Mapping => node.entries().find_map(|entry| fiscal_token_below(entry.value, depth + 1)),
        NodeKind::Sequence => node.items().find_map(|item| fiscal_token_below(item, depth + 1)),
        _ => fiscal_token_in(Text::of(node)?),
    }
}

fn fiscal_token_in(text: Text<'_>) -> Option<Place> {
    let mut from = 0;
    while let Some(start) = text.value[from..].find('{').map(|at| from + at) {
        let length = text.value[start..].find('}')?;
        let name = text.value[start + 1..start + length].to_lowercase();
        let name = name.split([':', '?']).next().unwrap_or_default();
        let mut words = name.split(['-', '_', ' ']);
        if words.any(|word| matches!(word, "fiscal" | "fy" | "fyq" | "fq")) {
            return Some(Place::part(text.node, start..start + length + 1));
        }
        from = start + length + 1;
    }
    None
}
