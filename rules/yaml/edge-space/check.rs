//! A quoted value neither begins nor ends with a space.

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;
use crate::syntax::{Node, NodeKind, ScalarStyle, edit};

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    for node in file.tree.nodes() {
        match node.kind() {
            // The values of a link are tracking/value-whitespace.
            NodeKind::Mapping if node.get("url").is_none() => {
                for entry in node.entries() {
                    if entry.key.value() != Some("url") {
                        look_at(entry.value, report);
                    }
                }
            }
            NodeKind::Sequence => {
                for item in node.items() {
                    look_at(item, report);
                }
            }
            _ => {}
        }
    }
}

fn look_at(node: Node<'_>, report: &mut Reporter) {
    if node.kind() != NodeKind::Scalar
        || !matches!(
            node.style(),
            Some(ScalarStyle::DoubleQuoted | ScalarStyle::SingleQuoted)
        )
    {
        return;
    }
    let Some(text) = node.value() else { return };
    let is_space = |c: char| c == ' ' || c == '\t';
    let inner = text.trim_matches(is_space);
    // Nothing but punctuation is a separator, such as " - ".
    if inner.len() == text.len() || !inner.contains(char::is_alphanumeric) {
        return;
    }
    let lead = text.len() - text.trim_start_matches(is_space).len();
    let behind = text.trim_end_matches(is_space).len();
    let (part, where_) = match (lead > 0, behind < text.len()) {
        (true, false) => (0..lead, "begins"),
        (false, true) => (behind..text.len(), "ends"),
        _ => (behind..text.len(), "begins and ends"),
    };
    report
        .find(
            Place::part(node, part),
            format!("The value `{}` {where_} with a space.", shown(inner)),
            "Remove the space.",
        )
        .unsafe_fix("remove the space", edit::set_value(node, inner));
}
