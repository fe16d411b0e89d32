//! A span in a file of the run.

use super::sources::FileId;
use crate::syntax::{Node, Span};

/// Where something stands: which file, and which bytes of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes of the file as stored.
    pub span: Span,
}

impl Place {
    /// A span of a file.
    pub fn new(file: FileId, span: Span) -> Place {
        Place { file, span }
    }

    /// A part of a scalar's decoded value, as bytes of the file.
    pub fn part(node: Node<'_>, part: std::ops::Range<usize>) -> Place {
        Place {
            file: FileId(node.tree().file_number()),
            span: node.source_span(part),
        }
    }
}

impl From<Node<'_>> for Place {
    fn from(node: Node<'_>) -> Place {
        Place {
            file: FileId(node.tree().file_number()),
            span: node.span(),
        }
    }
}
