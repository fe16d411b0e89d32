//! The view on a single node, and the walks from it to what it holds.

use super::build::{DISTINCT_KEYS, HAS_MERGE, MERGE_OFF};
use super::core::{Core, float, int, resolve_plain};
use super::events::TagKind;
use super::tree::{
    FLOW, HAS_PROPERTIES, NONE, NodeId, NodeKind, Properties, Raw, ScalarStyle, Tree,
};
use super::{Span, check, value_map};
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

/// A place in a tree: 16 bytes, to be copied freely.
///
/// Two nodes are equal when they are the same place of the same tree.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    pub(super) tree: &'t Tree,
    pub(super) id: NodeId,
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.tree, other.tree)
    }
}

impl Eq for Node<'_> {}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Node");
        shown
            .field("id", &self.id.0)
            .field("kind", &self.kind())
            .field("span", &self.span());
        if self.kind() == NodeKind::Scalar {
            shown.field("value", &self.value());
        }
        shown.finish()
    }
}

impl<'t> Node<'t> {
    fn raw(self) -> &'t Raw {
        &self.tree.nodes[self.id.index()]
    }

    /// What the node is, as written: an alias is an alias.
    pub fn kind(self) -> NodeKind {
        self.raw().kind
    }

    /// Where the node stands: a scalar with its quotes, a block scalar with its header (and the
    /// line break that belongs to its value), a collection from its first to its last child or
    /// with its brackets, an alias with `*`. Anchor and tag are not part of it.
    pub fn span(self) -> Span {
        Span::new(self.raw().start, self.raw().end)
    }

    /// The number of the node in its tree.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The tree the node is in.
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// Decoded text of a scalar (aliases followed); `None` for anything else. Where the text stands
    /// in the file as it is, this is a slice of the file.
    pub fn value(self) -> Option<&'t str> {
        let node = self.resolved();
        (node.kind() == NodeKind::Scalar).then(|| node.text())
    }

    /// The decoded text of a node known to be a scalar.
    fn text(self) -> &'t str {
        let raw = self.raw();
        if raw.link == NONE {
            self.tree.slice(raw.written())
        } else {
            let span = self.tree.decoded_spans[raw.link as usize];
            self.tree.decoded.get(span.range()).unwrap_or_default()
        }
    }

    /// How a scalar is written (aliases followed).
    pub fn style(self) -> Option<ScalarStyle> {
        let node = self.resolved();
        (node.kind() == NodeKind::Scalar).then(|| node.raw().style)
    }

    /// Whether a collection is written with brackets: `[a, b]`, `{a: b}`, or a pair `[a: b]`.
    pub fn is_flow(self) -> bool {
        self.raw().flags & FLOW != 0
    }

    /// What the node means by the YAML 1.2 core schema (aliases followed). A tag decides: `!!str
    /// NO` is text, `!!int "7"` is a number; a value that does not fit its tag, and one with a tag
    /// that YAML does not know, is text.
    pub fn core(self) -> Core<'t> {
        let node = self.resolved();
        if node.kind() != NodeKind::Scalar {
            return Core::Collection;
        }
        let (raw, text) = (node.raw(), node.text());
        let plain = resolve_plain(text);
        match raw.tag {
            TagKind::None if raw.style == ScalarStyle::Plain => plain,
            TagKind::Null if matches!(plain, Core::Null) => Core::Null,
            TagKind::Bool if matches!(plain, Core::Bool(_)) => plain,
            TagKind::Int => int(text).unwrap_or(Core::Text(text)),
            TagKind::Float => match plain {
                Core::Int(number) => Core::Float(number as f64),
                _ => float(text).map_or(Core::Text(text), Core::Float),
            },
            // A tag alone, such as `!important`, still says nothing.
            TagKind::Other if text.is_empty() && raw.style == ScalarStyle::Plain => Core::Null,
            _ => Core::Text(text),
        }
    }

    /// Whether the node says nothing: an empty plain value, `~`, `null`, a missing value.
    pub fn is_null(self) -> bool {
        matches!(self.core(), Core::Null)
    }

    /// The tag as written, with its `!`: `!!str`, `!include`, `!<tag:example.com,2026:x>`.
    pub fn tag(self) -> Option<&'t str> {
        self.tag_span().map(|span| self.tree.slice(span))
    }

    /// Where the tag stands.
    pub fn tag_span(self) -> Option<Span> {
        Some(self.properties()?.tag).filter(|span| !span.is_empty())
    }

    /// Whether the node has a tag that the core schema does not know. Such tags change nothing:
    /// nothing is ever executed, included or converted.
    pub fn has_unknown_tag(self) -> bool {
        self.raw().tag == TagKind::Other
    }

    /// The name of the anchor, without `&`.
    pub fn anchor(self) -> Option<&'t str> {
        self.anchor_span()
            .map(|span| self.tree.slice(Span::new(span.start + 1, span.end)))
    }

    /// Where the anchor stands, with `&`.
    pub fn anchor_span(self) -> Option<Span> {
        Some(self.properties()?.anchor).filter(|span| !span.is_empty())
    }

    fn properties(self) -> Option<&'t Properties> {
        if self.raw().flags & HAS_PROPERTIES == 0 {
            return None;
        }
        let all = &self.tree.properties;
        all.binary_search_by_key(&self.id.0, |each| each.node)
            .ok()
            .map(|at| &all[at])
    }

    /// The target of an alias, else the node itself. An alias that stands inside its own target is
    /// an [`NodeKind::Error`], so following aliases always ends; walking through all of them may
    /// still take exponential time, as the file may say the same thing very often.
    pub fn resolved(self) -> Node<'t> {
        match self.kind() {
            NodeKind::Alias => self.tree.node_at(self.raw().link),
            _ => self,
        }
    }

    /// The items of a sequence as written (an alias in place of the node is followed, aliases among
    /// the items are not). Empty for anything else.
    pub fn items(self) -> Items<'t> {
        let node = self.resolved();
        match node.kind() {
            NodeKind::Sequence => node.children(),
            _ => Items {
                tree: self.tree,
                next: 0,
                end: 0,
            },
        }
    }

    /// The entries of a mapping as written: duplicates and `<<` are kept (an alias in place of the
    /// node is followed). Empty for anything else.
    pub fn entries(self) -> Entries<'t> {
        let node = self.resolved();
        match node.kind() {
            NodeKind::Mapping => Entries {
                children: node.children(),
            },
            _ => Entries {
                children: Items {
                    tree: self.tree,
                    next: 0,
                    end: 0,
                },
            },
        }
    }

    /// The entries of a mapping with merge keys (`<<`) applied: own entries first, then merged
    /// ones; of entries with the same key only the first. Keys that are not scalars are kept.
    pub fn effective_entries(self) -> EffectiveEntries<'t> {
        if self.has_distinct_keys() && !self.resolved().has_merge() {
            return EffectiveEntries(Effective::AsWritten(self.entries()));
        }
        let mut found = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut merged = false;
        for entry in self.entries() {
            if entry.is_merge() {
                merged = true;
            } else if first_of_its_key(&found, &mut seen, entry.key) {
                found.push(entry);
            }
        }
        if merged {
            check::for_each_merged(self, |source| {
                for entry in source.entries().filter(|entry| !entry.is_merge()) {
                    if first_of_its_key(&found, &mut seen, entry.key) {
                        found.push(entry);
                    }
                }
                true
            });
        }
        EffectiveEntries(Effective::Collected(found.into_iter()))
    }

    /// Whether the node is a mapping in which surely no key stands twice as it is written; merge keys
    /// count as keys. A mapping of very many keys gives `false` as well.
    pub fn has_distinct_keys(self) -> bool {
        self.resolved().raw().flags & DISTINCT_KEYS != 0
    }

    /// The value of a key of a mapping, merge keys applied; the first where a key stands twice.
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        self.entry(key).map(|entry| entry.value)
    }

    /// The entry of a key of a mapping, merge keys applied; the first where a key stands twice.
    pub fn entry(self, key: &str) -> Option<Entry<'t>> {
        let mut merged = false;
        for entry in self.entries() {
            if entry.is_merge() {
                merged = true;
            } else if entry.key.value() == Some(key) {
                return Some(entry);
            }
        }
        let mut found = None;
        if merged {
            check::for_each_merged(self, |source| {
                found = source
                    .entries()
                    .find(|entry| !entry.is_merge() && entry.key.value() == Some(key));
                found.is_none()
            });
        }
        found
    }

    /// Where a part (a byte range) of the decoded value stands in the file: through quotes,
    /// escapes, folding and indentation. For an alias this is a place in its target. A range that
    /// does not fit the value is cut to it; for a node without a value the answer is its span.
    pub fn source_span(self, part: Range<usize>) -> Span {
        let node = self.resolved();
        if node.kind() != NodeKind::Scalar {
            return node.span();
        }
        let raw = node.raw();
        if raw.link == NONE {
            let length = node.text().len();
            let start = part.start.min(length);
            let end = part.end.min(length).max(start);
            let from = raw.written().start;
            return Span::new(from + start as u32, from + end as u32);
        }
        value_map::source_span(&self.tree.text, node.span(), raw.style, node.text(), part)
    }

    /// The children of a collection in the order of the text; keys and values alternate.
    pub fn children(self) -> Items<'t> {
        match self.kind() {
            NodeKind::Mapping | NodeKind::Sequence => Items {
                tree: self.tree,
                next: self.id.0 + 1,
                end: self.raw().link,
            },
            _ => Items {
                tree: self.tree,
                next: 0,
                end: 0,
            },
        }
    }

    /// Whether the node is a mapping with a `<<` key.
    pub(super) fn has_merge(self) -> bool {
        self.raw().flags & HAS_MERGE != 0
    }

    /// The same, unless the file merges so much that this one is left out.
    pub(super) fn follows_merges(self) -> bool {
        self.resolved().raw().flags & (HAS_MERGE | MERGE_OFF) == HAS_MERGE
    }

    /// How many nodes the node holds, itself included.
    pub(super) fn descendants(self) -> usize {
        (self.behind() - self.id.0) as usize
    }

    /// The number behind the last descendant.
    pub(super) fn behind(self) -> u32 {
        match self.kind() {
            NodeKind::Mapping | NodeKind::Sequence => self.raw().link,
            _ => self.id.0 + 1,
        }
    }
}

/// Whether no entry with the same text as key was found before. A few entries are compared one by
/// one, which is faster than hashing; many go into `seen`, so that a hostile file stays linear.
fn first_of_its_key<'t>(found: &[Entry<'t>], seen: &mut HashSet<&'t str>, key: Node<'t>) -> bool {
    const FEW: usize = 16;
    let Some(text) = key.value() else { return true };
    if found.len() < FEW {
        return !found.iter().any(|entry| entry.key.value() == Some(text));
    }
    if seen.is_empty() {
        seen.extend(found.iter().filter_map(|entry| entry.key.value()));
    }
    seen.insert(text)
}

/// A key with its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry<'t> {
    /// The key as written.
    pub key: Node<'t>,
    /// The value as written; an empty plain scalar where it is missing.
    pub value: Node<'t>,
}

impl Entry<'_> {
    /// Whether this is a merge key: a plain `<<`.
    pub fn is_merge(self) -> bool {
        let raw = self.key.raw();
        raw.kind == NodeKind::Scalar
            && raw.style == ScalarStyle::Plain
            && raw.end - raw.start == 2
            && !matches!(raw.tag, TagKind::Str | TagKind::NonSpecific)
            && self.key.text() == "<<"
    }

    /// From the beginning of the key to the end of the value.
    pub fn span(self) -> Span {
        self.key.span().join(self.value.span())
    }
}

/// The root nodes of the documents of a file.
#[derive(Clone, Debug)]
pub struct Documents<'t> {
    pub(super) tree: &'t Tree,
    pub(super) roots: std::slice::Iter<'t, u32>,
}

impl<'t> Iterator for Documents<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        self.roots.next().map(|root| self.tree.node_at(*root))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.roots.size_hint()
    }
}

impl ExactSizeIterator for Documents<'_> {}

/// The items of a sequence, or the children of any collection.
#[derive(Clone, Debug)]
pub struct Items<'t> {
    tree: &'t Tree,
    next: u32,
    end: u32,
}

impl<'t> Iterator for Items<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        if self.next >= self.end {
            return None;
        }
        let node = self.tree.node_at(self.next);
        self.next = node.behind();
        Some(node)
    }
}

/// The entries of a mapping, as written.
#[derive(Clone, Debug)]
pub struct Entries<'t> {
    children: Items<'t>,
}

impl<'t> Iterator for Entries<'t> {
    type Item = Entry<'t>;

    fn next(&mut self) -> Option<Entry<'t>> {
        let key = self.children.next()?;
        let value = self.children.next()?;
        Some(Entry { key, value })
    }
}

/// The entries of a mapping with merge keys applied.
#[derive(Clone, Debug)]
pub struct EffectiveEntries<'t>(Effective<'t>);

#[derive(Clone, Debug)]
enum Effective<'t> {
    AsWritten(Entries<'t>),
    Collected(std::vec::IntoIter<Entry<'t>>),
}

impl<'t> Iterator for EffectiveEntries<'t> {
    type Item = Entry<'t>;

    fn next(&mut self) -> Option<Entry<'t>> {
        match &mut self.0 {
            Effective::AsWritten(entries) => entries.next(),
            Effective::Collected(entries) => entries.next(),
        }
    }
}
