//! A byte range inside a link's text that is small and `Copy`, so that a parsed link stays compact.

use std::ops::Range;

/// Bytes `start..end` of the text a link was parsed from. Always on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Part {
    start: u32,
    end: u32,
}

impl Part {
    /// The part between two byte offsets; an end before the start gives the empty part at `start`.
    pub(crate) fn new(start: usize, end: usize) -> Part {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Part {
            start: narrow(start),
            end: narrow(end.max(start)),
        }
    }

    /// Offset of the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Offset behind the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The same as a standard range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` belongs to it.
    pub fn contains(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Part) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words it covers in `text`, the text it was measured in.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}
