//! A key stands once in a block.

use std::collections::HashMap;

use crate::checks::{Context, FileSubject};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::syntax::{Node, NodeKind};

/// Who pasted a block a thousand times learns it from the first hundred.
const MOST: usize = 100;

/// Blocks of more keys than this are searched by hash.
const FEW: usize = 16;

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    let before = report.len();
    let mut few: Vec<(&str, Node<'_>)> = Vec::new();
    let mut many = HashMap::new();
    for node in file.tree.nodes() {
        if node.kind() != NodeKind::Mapping || node.has_distinct_keys() {
            continue;
        }
        few.clear();
        many.clear();
        for entry in node.entries() {
            let Some(key) = entry.key.value() else { continue };
            // A few keys are compared one by one, which is faster than hashing them.
            let first = if few.len() < FEW {
                few.iter().find(|(known, _)| *known == key).map(|(_, first)| *first)
            } else {
                if many.is_empty() {
                    many.extend(few.iter().copied());
                }
                many.get(key).copied()
            };
            let Some(first) = first else {
                if few.len() < FEW {
                    few.push((key, entry.key));
                } else {
                    many.insert(key, entry.key);
                }
                continue;
            };
            report
                .find(
                    entry.key,
                    format!("`{}` stands in this block already.", shown(key)),
                    "Keep one of the two; only the first counts here, and the last in many other programs.",
                )
                .because(first, "it stands here first");
            if report.len() - before >= MOST {
                return;
            }
        }
    }
}
