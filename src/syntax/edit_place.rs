//! What an edit has to know about its surroundings: brackets, keys, indentation, line ends.

use super::node::{Entry, Node};

use super::value_map::{line_end, line_start};
use super::write::Setting;

/// The spaces before the keys of a mapping in block style.
pub(super) fn indent_of(mapping: Node<'_>) -> String {
    let text = mapping.tree().text();
    let first = mapping
        .entries()
        .next()
        .map_or(mapping.span().start as usize, |e| begin(e.key));
    let prefix = &text[line_start(text, first)..first];
    let prefix = prefix.strip_prefix('\u{feff}').unwrap_or(prefix);
    // A key behind `?` has its sisters below the `?`.
    let width = prefix
        .trim_end()
        .strip_suffix('?')
        .unwrap_or(prefix)
        .chars()
        .count();
    " ".repeat(width)
}

/// Where a node begins, anchor and tag included.
pub(super) fn begin(node: Node<'_>) -> usize {
    let starts = [node.anchor_span(), node.tag_span()]
        .into_iter()
        .flatten()
        .map(|span| span.start);
    starts.chain([node.span().start]).min().unwrap_or_default() as usize
}

/// Behind the value of an entry, anchor and tag of a missing value included.
pub(super) fn finish(entry: Entry<'_>) -> usize {
    let ends = [entry.value.anchor_span(), entry.value.tag_span()];
    let ends = ends.into_iter().flatten().map(|span| span.end);
    ends.chain([entry.span().end]).max().unwrap_or_default() as usize
}

/// The collection that holds a node.
pub(super) fn parent(node: Node<'_>) -> Option<Node<'_>> {
    path(node).pop()
}

/// The collections that hold a node, outermost first.
pub(super) fn path(node: Node<'_>) -> Vec<Node<'_>> {
    let tree = node.tree();
    let mut path = Vec::new();
    let mut here = node.id();
    while let Some((parent, _)) = tree.parent_of(here) {
        path.extend(tree.node(parent));
        here = parent;
    }
    path.reverse();
    path
}

pub(super) fn setting(node: Node<'_>) -> Setting {
    Setting {
        flow: path(node).iter().any(|each| each.is_flow()),
        key: node
            .tree()
            .parent_of(node.id())
            .is_some_and(|(_, is_key)| is_key),
    }
}

/// The line break that the file uses around a place.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let bytes = text.as_bytes();
    let mut end = line_end(text, at);
    if end == text.len() {
        end = line_start(text, at).saturating_sub(1);
        if bytes.get(end) == Some(&b'\n') && end > 0 && bytes[end - 1] == b'\r' {
            end -= 1;
        }
    }
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => "\r\n",
        (Some(b'\r'), _) => "\r",
        _ => "\n",
    }
}
