//! A key stands once in a block.

use std::collections::HashMap;

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{FileId, Place, Reporter};
use crate::model::reader::shown;
use crate::syntax::NodeKind;

/// Who pasted a block a thousand times learns it from the first hundred.
const MOST: usize = 100;

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    let before = report.len();
    let mut first_of = HashMap::new();
    for node in file.tree.nodes() {
        if node.kind() != NodeKind::Mapping {
            continue;
        }
        first_of.clear();
        for entry in node.entries() {
            let Some(key) = entry.key.value() else { continue };
            match first_of.get(key) {
                None => {
                    first_of.insert(key, entry.key);
                }
                Some(first) => {
                    let first = Place::new(FileId(file.tree.file_number()), first.span());
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
    }
}
