//! An id is given once.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Kind;
use crate::model::reader::shown;
use crate::model::target::{Definition, Target};
use crate::workspace::is_shipped;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let workspace = context.workspace();
    let is_own = |file| !is_shipped(workspace.sources.path(file));
    let mut doubled_dimensions = HashSet::new();
    for dimension in context.ids(Target::Dimension) {
        if context.definitions(Target::Dimension, dimension).len() > 1 {
            doubled_dimensions.insert(*dimension);
        }
    }
    for definition in workspace.index.all() {
        let Definition { target, id, .. } = definition;
        // A dimension that stands twice is one mistake, not one for each of its values.
        if matches!(target, Target::Value(dimension) if doubled_dimensions.contains(dimension)) {
            continue;
        }
        let mut same = context
            .definitions(*target, id)
            .iter()
            .filter(|definition| is_own(definition.place.file));
        let Some(first) = same.next() else { continue };
        // The index keeps the order of the files; each later one is reported once.
        if first.place == definition.place || !is_own(definition.place.file) {
            continue;
        }
        report
            .find(
                definition.place,
                format!("The {} `{}` is defined already.", target.noun(), shown(id)),
                "Give one of the two another id, or remove it; a document without `id:` is called like its file.",
            )
            .because(first.place, "defined here first");
    }
    only_one(Kind::Tracking, "tracking policy", context, report);
    only_one(Kind::Calendar, "calendar", context, report);
}

/// A workspace has one document of some kinds.
fn only_one(kind: Kind, name: &str, context: &Context<'_>, report: &mut Reporter) {
    let workspace = context.workspace();
    let mut policies = workspace
        .documents()
        .filter(|(file, document)| {
            document.kind == Some(kind) && !is_shipped(workspace.sources.path(file.file))
        })
        .filter_map(|(_, document)| document.root.get("kind"));
    let Some(first) = policies.next() else { return };
    for further in policies {
        report
            .find(
                further,
                format!("A workspace has one {name}, and this is another one."),
                "Put both into one document; only the first counts.",
            )
            .because(first, format!("the {name} that counts"));
    }
}
