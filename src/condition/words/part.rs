//! A part of a scalar's text that remembers where it stands in the file.

use crate::syntax::{Node, Span};

/// A part of the decoded text of a scalar.
#[derive(Clone, Copy)]
pub(super) struct Part<'t> {
    node: Node<'t>,
    pub(super) text: &'t str,
    at: usize,
}

impl<'t> Part<'t> {
    /// The whole text of a scalar, without the spaces around it.
    pub(super) fn whole(node: Node<'t>) -> Option<Part<'t>> {
        let text = node.value()?;
        Some(Part { node, text, at: 0 }.trimmed())
    }

    pub(super) fn trimmed(self) -> Part<'t> {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len().max(start);
        self.cut(start, end)
    }

    pub(super) fn cut(self, start: usize, end: usize) -> Part<'t> {
        Part {
            node: self.node,
            text: self.text.get(start..end).unwrap_or_default(),
            at: self.at + start,
        }
    }

    /// What follows the first bytes.
    pub(super) fn from(self, start: usize) -> Part<'t> {
        self.cut(start, self.text.len()).trimmed()
    }

    pub(super) fn span(self) -> Span {
        if self.text.is_empty() {
            // Nothing has no characters to point at.
            return self.node.resolved().span();
        }
        self.node.source_span(self.at..self.at + self.text.len())
    }

    pub(super) fn is_list(self) -> bool {
        self.text.starts_with('[')
    }

    /// The items of `[VP, "Director, Sales"]`; `None` where the brackets or quotes are not closed.
    pub(super) fn items(self) -> Option<Vec<Part<'t>>> {
        let inner = self.text.strip_prefix('[')?.strip_suffix(']')?;
        let (mut items, mut start, mut quote) = (Vec::new(), 0, None);
        for (at, c) in inner.char_indices() {
            let opens = inner[start..at].trim().is_empty();
            match (c, quote) {
                ('"' | '\'', None) if opens => quote = Some(c),
                (c, Some(open)) if c == open => quote = None,
                ('[' | ']', None) => return None,
                (',', None) => {
                    items.push(self.cut(1 + start, 1 + at).trimmed().unquoted());
                    start = at + 1;
                }
                _ => {}
            }
        }
        if quote.is_some() {
            return None;
        }
        let last = self.cut(1 + start, 1 + inner.len()).trimmed().unquoted();
        if !last.text.is_empty() || items.is_empty() {
            items.push(last);
        }
        Some(items)
    }

    fn unquoted(self) -> Part<'t> {
        let length = self.text.len();
        for quote in ['"', '\''] {
            if length >= 2 && self.text.starts_with(quote) && self.text.ends_with(quote) {
                return self.cut(1, length - 1);
            }
        }
        self
    }
}
