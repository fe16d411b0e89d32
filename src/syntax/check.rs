//! Merge keys: which mappings `<<` pulls in, and what is wrong with them.

use super::build::MERGE_OFF;
use super::node::{Entry, Node};
use super::tree::{NodeKind, Tree};
use super::{ErrorCode, SyntaxError};
use std::collections::HashSet;

/// How many mappings one mapping may pull in through `<<`, directly and indirectly. Far more than
/// anybody writes; a chain of merges in a hostile file would otherwise cost its square.
const MAX_MERGED: usize = 256;

/// Calls `visit` with every mapping that `<<` pulls into `mapping`, nearest first, each once, until
/// it returns `false`. Says whether the limit was kept.
///
/// A mapping that was visited has nothing new to give, so each is visited once; that, and that an
/// alias inside its own target is no alias any more, makes this end.
pub(super) fn for_each_merged<'t>(
    mapping: Node<'t>,
    mut visit: impl FnMut(Node<'t>) -> bool,
) -> bool {
    let mut seen = HashSet::new();
    let mut waiting: Vec<Node<'t>> = Vec::new();
    push_sources(mapping, &mut waiting);
    while let Some(source) = waiting.pop() {
        if !seen.insert(source.id()) {
            continue;
        }
        if seen.len() > MAX_MERGED || waiting.len() > MAX_MERGED {
            return false;
        }
        if !visit(source) {
            return true;
        }
        push_sources(source, &mut waiting);
    }
    true
}

/// Puts the direct sources of a mapping on the stack so that the first comes off first.
fn push_sources<'t>(mapping: Node<'t>, waiting: &mut Vec<Node<'t>>) {
    if !mapping.follows_merges() {
        return;
    }
    let before = waiting.len();
    for entry in mapping.entries().filter(|entry| entry.is_merge()) {
        let value = entry.value.resolved();
        match value.kind() {
            NodeKind::Mapping => waiting.push(value),
            NodeKind::Sequence => waiting.extend(
                value
                    .items()
                    .map(Node::resolved)
                    .filter(|item| item.kind() == NodeKind::Mapping)
                    .take(MAX_MERGED + 1),
            ),
            _ => {}
        }
    }
    waiting[before..].reverse();
}

/// Finds the errors of all merge keys of a tree, and switches off the merges that would make the
/// file cost far more than its size.
pub(super) fn merges(tree: &mut Tree, limit: usize) {
    let mut errors = Vec::new();
    let mut off = Vec::new();
    // Nodes that all merges together may bring in, so that using every mapping of a hostile file
    // once stays affordable.
    let mut budget = 1_000_000 + 4 * tree.nodes.len();
    for mapping in tree.nodes().filter(|node| node.has_merge()) {
        for entry in mapping.entries().filter(|entry| entry.is_merge()) {
            if errors.len() < limit
                && let Some(bad) = not_a_mapping(entry)
            {
                errors.push(bad_source(entry, bad));
            }
        }
        let mut cost = 0;
        let kept = for_each_merged(mapping, |source| {
            cost += source.descendants();
            cost <= budget
        });
        budget = budget.saturating_sub(cost);
        if !kept || budget == 0 {
            off.push(mapping.id());
            errors.extend(
                mapping
                    .entries()
                    .find(|entry| entry.is_merge())
                    .filter(|_| errors.len() < limit)
                    .map(|merge| SyntaxError {
                        span: merge.key.span(),
                        code: ErrorCode::MergeTooLarge,
                        message: "`<<` pulls in more than can be followed".to_owned(),
                        hint: Some("write the entries out, or merge fewer mappings".to_owned()),
                    }),
            );
        }
    }
    for id in off {
        tree.nodes[id.index()].flags |= MERGE_OFF;
    }
    tree.errors.append(&mut errors);
}

/// The node that is no mapping although `<<` wants one.
fn not_a_mapping(entry: Entry<'_>) -> Option<Node<'_>> {
    let value = entry.value.resolved();
    let fits = |node: Node<'_>| matches!(node.kind(), NodeKind::Mapping | NodeKind::Error);
    match value.kind() {
        NodeKind::Sequence => {
            let item = value.items().find(|item| !fits(item.resolved()))?;
            // An item of a list that is used through an alias stands elsewhere; the person has to
            // look at the place that uses it.
            Some(if entry.value == value {
                item
            } else {
                entry.value
            })
        }
        _ => (!fits(value)).then_some(entry.value),
    }
}

fn bad_source(entry: Entry<'_>, bad: Node<'_>) -> SyntaxError {
    SyntaxError {
        span: if bad.span().is_empty() {
            entry.key.span()
        } else {
            bad.span()
        },
        code: ErrorCode::MergeNotMapping,
        message: "`<<` takes over the entries of another mapping, but this is not a mapping"
            .to_owned(),
        hint: Some("give it the `*name` of an anchor that stands before a mapping".to_owned()),
    }
}
