//! What rules look at, besides the documents themselves.

use crate::diagnostics::FileId;
use crate::model::target::Target;
use crate::model::values::Text;
use crate::model::{Body, Kind};
use crate::syntax::{Node, Tree};

/// A file of ours: its text and its tree.
#[derive(Debug, Clone, Copy)]
pub struct FileSubject<'a> {
    /// Which file.
    pub file: FileId,
    /// The path as it is shown.
    pub path: &'a str,
    /// The text and what it says.
    pub tree: &'a Tree,
}

/// A document of a known kind.
#[derive(Debug, Clone, Copy)]
pub struct DocumentSubject<'s, 'a> {
    /// Its root.
    pub root: Node<'a>,
    /// What it is.
    pub kind: Kind,
    /// The id it has, from `id:` or from the file's name.
    pub id: &'a str,
    /// What it says.
    pub body: &'s Body<'a>,
}

/// A reference from one document to another.
#[derive(Debug, Clone, Copy)]
pub struct ReferenceSubject<'a> {
    /// What is referred to.
    pub target: Target<'a>,
    /// The id as it was written, and where.
    pub text: Text<'a>,
    /// Whether this says who answers for something.
    pub is_owner: bool,
    /// The document in which it stands.
    pub root: Node<'a>,
}

impl ReferenceSubject<'_> {
    /// Whether the document says that it is over: what it names was right in its time.
    pub fn is_over(&self) -> bool {
        let status = self.root.get("status").and_then(Node::value);
        matches!(status, Some("done" | "aborted"))
    }
}
