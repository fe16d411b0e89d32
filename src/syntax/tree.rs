//! One parsed file: its text and a flat list of compact nodes in the order of the text.
//!
//! A node takes 16 bytes. A collection knows where the list goes on behind it, so walking over the
//! children of a node touches only them, and nothing here or in dropping a tree recurses.

use super::build::build;
use super::encoding::{EncodingError, decode};
use super::events::TagKind;
use super::node::{Documents, Node};
use super::{Span, SyntaxError, lines};
use std::fmt;
use std::sync::OnceLock;

/// The number of a node in its tree; nodes are numbered in the order of the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The number itself, from 0, without gaps.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum NodeKind {
    /// A single value; a missing value is an empty plain scalar.
    Scalar,
    /// Keys with values.
    Mapping,
    /// A list.
    Sequence,
    /// `*name`: the node it stands for is [`Node::resolved`].
    Alias,
    /// A place that could not be read; an error of the tree says why.
    Error,
}

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// A node as stored. For a collection `link` is the number behind its last descendant, for an
/// alias its target, for a scalar the place of its text in `decoded`, or [`NONE`] when the text
/// stands in the file as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw {
    pub start: u32,
    pub end: u32,
    pub link: u32,
    pub kind: NodeKind,
    pub style: ScalarStyle,
    pub tag: TagKind,
    pub flags: u8,
}

impl Raw {
    /// Where the text of a scalar stands that is written as it is: without its quotes.
    pub(super) fn written(&self) -> Span {
        let quotes = match self.style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => 1,
            _ => 0,
        };
        Span::new(self.start + quotes, self.end.saturating_sub(quotes))
    }
}

pub(super) const NONE: u32 = u32::MAX;
/// The node has an entry in `properties`.
pub(super) const HAS_PROPERTIES: u8 = 1;
/// The collection is written with brackets (or is a pair inside brackets).
pub(super) const FLOW: u8 = 2;

/// Anchor and tag of a node; an empty span where there is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Properties {
    pub node: u32,
    pub anchor: Span,
    pub tag: Span,
}

/// A comment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Comment {
    /// From `#` to the end of the line, without the line break.
    pub span: Span,
    /// Whether nothing but the comment stands on its line.
    pub own_line: bool,
}

/// In [`Tree::parents`]: the node is a key. A file has far fewer nodes than this.
const KEY: u32 = 1 << 31;

/// In [`Tree::parents`]: the node is the root of a document.
const ROOT: u32 = u32::MAX;

/// One parsed file: owns its text.
///
/// Parsing never fails: problems are in [`Tree::errors`], and what could be read is in the tree.
pub struct Tree {
    pub(super) text: String,
    pub(super) nodes: Vec<Raw>,
    pub(super) roots: Vec<u32>,
    pub(super) properties: Vec<Properties>,
    /// All texts that differ from what is written, one behind the other.
    pub(super) decoded: String,
    pub(super) decoded_spans: Vec<Span>,
    pub(super) comments: Vec<Comment>,
    pub(super) errors: Vec<SyntaxError>,
    pub(super) line_starts: OnceLock<Box<[u32]>>,
    /// See [`Tree::parents`].
    pub(super) parents: OnceLock<Box<[u32]>>,
    /// Which file of a run this is; set by whoever holds several trees.
    pub(super) file_number: u32,
}

impl Tree {
    /// Parses YAML. The text may begin with U+FEFF (a byte order mark).
    pub fn parse(text: String) -> Tree {
        build(text)
    }

    /// Parses the bytes of a file.
    ///
    /// # Errors
    /// When the bytes are not UTF-8: says where, and what they seem to be instead.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Tree, EncodingError> {
        decode(bytes).map(Tree::parse)
    }

    /// Which file of a run this is: 0 unless set.
    pub fn file_number(&self) -> u32 {
        self.file_number
    }

    /// Numbers the tree within a run, so that a place in it says which file it is in.
    pub fn set_file_number(&mut self, number: u32) {
        self.file_number = number;
    }

    /// The text as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The root node of each document. A file without any document (only comments) has none.
    pub fn documents(&self) -> Documents<'_> {
        Documents {
            tree: self,
            roots: self.roots.iter(),
        }
    }

    /// What is wrong with the YAML, in the order of the text.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// All comments, in the order of the text.
    pub fn comments(&self) -> &[Comment] {
        &self.comments
    }

    /// Line and column of a byte offset, both from 1. Columns count Unicode characters; a byte
    /// order mark is no column. An offset behind the end counts as the end.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        lines::line_column(&self.text, self.line_starts(), offset)
    }

    /// The span of a line (from 1) without its line break, `None` behind the last line.
    pub fn line_span(&self, line: u32) -> Option<Span> {
        let starts = self.line_starts();
        let start = *starts.get((line as usize).checked_sub(1)?)?;
        let end = starts
            .get(line as usize)
            .map_or(self.text.len(), |next| *next as usize);
        let line = self.text.get(start as usize..end)?;
        Some(Span::new(
            start,
            start + line.trim_end_matches(['\n', '\r']).len() as u32,
        ))
    }

    /// The text of a span; empty when the span does not fit the text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// All nodes of all documents in the order of the text: a collection before its children, a
    /// key before its value.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.nodes.len() as u32).map(|id| self.node_at(id))
    }

    /// The node with this number.
    ///
    /// Numbers are only good for the tree they came from; for a number that this tree does not
    /// have the answer is `None`.
    pub fn node(&self, id: NodeId) -> Option<Node<'_>> {
        (id.index() < self.nodes.len()).then(|| self.node_at(id.0))
    }

    /// Bytes of memory that the tree holds, its text included.
    pub fn memory(&self) -> usize {
        size_of::<Tree>()
            + self.text.capacity()
            + self.decoded.capacity()
            + self.nodes.capacity() * size_of::<Raw>()
            + self.roots.capacity() * size_of::<u32>()
            + self.properties.capacity() * size_of::<Properties>()
            + self.decoded_spans.capacity() * size_of::<Span>()
            + self.comments.capacity() * size_of::<Comment>()
            + self.errors.capacity() * size_of::<SyntaxError>()
            + self
                .parents
                .get()
                .map_or(0, |parents| size_of_val(&**parents))
    }

    pub(super) fn node_at(&self, id: u32) -> Node<'_> {
        Node {
            tree: self,
            id: NodeId(id),
        }
    }

    /// For each node the number of its parent, and whether it is a key of it; made when an edit
    /// first asks. The highest bit says that it is a key; a root has no parent.
    fn parents(&self) -> &[u32] {
        self.parents.get_or_init(|| {
            let mut parents = vec![ROOT; self.nodes.len()];
            for node in self.nodes() {
                let is_mapping = node.kind() == NodeKind::Mapping;
                for (number, child) in node.children().enumerate() {
                    let key = if is_mapping && number % 2 == 0 {
                        KEY
                    } else {
                        0
                    };
                    parents[child.id().index()] = node.id().0 | key;
                }
            }
            parents.into_boxed_slice()
        })
    }

    /// The collection that holds a node, and whether the node is a key of it.
    pub(super) fn parent_of(&self, id: NodeId) -> Option<(NodeId, bool)> {
        let parent = *self.parents().get(id.index())?;
        (parent != ROOT).then_some((NodeId(parent & !KEY), parent & KEY != 0))
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts
            .get_or_init(|| lines::line_starts(&self.text))
    }
}

impl fmt::Debug for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tree")
            .field("bytes", &self.text.len())
            .field("nodes", &self.nodes.len())
            .field("documents", &self.roots.len())
            .field("errors", &self.errors)
            .finish_non_exhaustive()
    }
}
