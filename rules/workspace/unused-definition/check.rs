//! What is defined is used somewhere.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::target::Target;
use crate::model::{Body, Kind};
use crate::syntax::{Node, NodeKind};
use crate::workspace::is_shipped;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let workspace = context.workspace();
    // Kinds to which nothing refers at all are used outside of these files.
    let referred: HashSet<Target<'_>> = workspace.used.iter().map(|(target, _)| *target).collect();
    let unused: Vec<_> = workspace
        .index
        .all()
        .filter(|definition| {
            wants_a_use(definition.target)
                && referred.contains(&definition.target)
                && definition.retired.is_none()
                && !context.is_used(definition.target, definition.id)
                && !is_shipped(workspace.sources.path(definition.place.file))
        })
        .collect();
    if unused.is_empty() {
        return;
    }
    let mut meant: HashSet<(Target<'_>, &str)> = HashSet::new();
    for (target, text) in &workspace.used {
        meant.extend(context.meant(*target, text).map(|id| (*target, id)));
    }
    let mentioned = mentioned(context);
    for definition in unused {
        if meant.contains(&(definition.target, definition.id)) || mentioned.contains(definition.id) {
            continue;
        }
        report.find(
            definition.place,
            format!("Nothing uses the {} `{}`.", definition.target.noun(), shown(definition.id)),
            "Remove it, or retire it if earlier campaigns used it.",
        );
    }
}

/// People, campaigns, forms and links stand for themselves; these are there to be used.
fn wants_a_use(target: Target<'_>) -> bool {
    matches!(
        target,
        Target::Channel | Target::Audience | Target::Purpose | Target::Sender | Target::Value(_)
    )
}

/// Every word of the documents that name things within their own conditions, and what values of
/// the taxonomy say about each other.
fn mentioned<'a>(context: &Context<'a>) -> HashSet<&'a str> {
    let mut mentioned = HashSet::new();
    for (_, document) in context.workspace().documents() {
        let Some(kind) = document.kind else { continue };
        if let Some(Body::Taxonomy(taxonomy)) = &document.body {
            let values = taxonomy.entries.iter().flat_map(|(_, dimension)| &dimension.values);
            for (_, value) in values.flat_map(|values| &values.entries) {
                let others = value.parent.iter().chain(&value.replaced_by).map(|id| id.0);
                let members = value.members.iter().flat_map(|members| members.items.iter().copied());
                mentioned.extend(others.chain(members).map(|text| text.value));
            }
        }
        let has_conditions = matches!(
            kind,
            Kind::Approvals | Kind::Audience | Kind::Calendar | Kind::Consent | Kind::Form
                | Kind::Lifecycle | Kind::List | Kind::Naming | Kind::Routing | Kind::Rule
                | Kind::Scoring | Kind::Tracking
        );
        if has_conditions {
            words(document.root, kind, &mut mentioned);
        }
    }
    mentioned
}

fn words<'a>(root: Node<'a>, kind: Kind, mentioned: &mut HashSet<&'a str>) {
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        match node.kind() {
            // The names of purposes define them.
            NodeKind::Mapping => {
                for entry in node.entries() {
                    let defines = kind == Kind::Consent && entry.key.value() == Some("purposes");
                    if defines {
                        continue;
                    }
                    mentioned.extend(entry.key.value().filter(|_| entry.key.kind() == NodeKind::Scalar));
                    if entry.key.value() != Some("id") {
                        waiting.push(entry.value);
                    }
                }
            }
            NodeKind::Sequence => waiting.extend(node.items()),
            NodeKind::Scalar => mentioned.extend(node.value()),
            _ => {}
        }
    }
}
