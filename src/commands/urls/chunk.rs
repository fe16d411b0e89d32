//! A number of rows of a list, which are checked together.
//!
//! Links stand one behind the other in a single text, and a chunk is used again for the next rows:
//! a list of millions needs no more memory than one chunk does.

use std::ops::Range;

pub use crate::commands::table::Problem;

/// A record that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowProblem {
    /// The line at which it begins, from 1.
    pub line: u64,
    /// Why.
    pub problem: Problem,
}

/// A link of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row<'a> {
    /// The line at which its record begins, from 1.
    pub line: u64,
    /// The link, without spaces around it.
    pub url: &'a str,
    /// Whether it was taken from markup, where `&amp;` is correct.
    pub markup: bool,
}

/// Some rows of a list.
#[derive(Debug, Default)]
pub struct Chunk {
    urls: String,
    slots: Vec<Slot>,
    /// Records that cannot be read.
    pub problems: Vec<RowProblem>,
    /// Rows without a link, such as those with totals.
    pub without_link: u64,
    /// Everything that was read, where the list is to be written back.
    pub(super) raw: Vec<u8>,
}

#[derive(Debug)]
struct Slot {
    line: u64,
    url: Range<u32>,
    markup: bool,
    /// The cell in `raw`, with its quotes.
    raw: Range<u32>,
    quoted: bool,
}

impl Chunk {
    /// How many links there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The link at an index, if there are so many.
    pub fn get(&self, index: usize) -> Option<Row<'_>> {
        self.slots.get(index).map(|slot| self.row(slot))
    }

    /// The links, in the order of the list.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.slots.iter().map(|slot| self.row(slot))
    }

    fn row(&self, slot: &Slot) -> Row<'_> {
        let url = &self.urls[slot.url.start as usize..slot.url.end as usize];
        Row {
            line: slot.line,
            url,
            markup: slot.markup,
        }
    }

    /// Where each link stands in `raw`, and whether in quotes.
    pub(super) fn places(&self) -> impl Iterator<Item = (Range<usize>, bool)> {
        let place = |slot: &Slot| slot.raw.start as usize..slot.raw.end as usize;
        self.slots
            .iter()
            .map(move |slot| (place(slot), slot.quoted))
    }

    /// Adds a link; `raw` is its place in the raw bytes.
    pub(super) fn push(&mut self, row: Row<'_>, raw: Range<usize>, quoted: bool) {
        let start = self.urls.len() as u32;
        self.urls.push_str(row.url);
        self.slots.push(Slot {
            line: row.line,
            url: start..self.urls.len() as u32,
            markup: row.markup,
            raw: raw.start as u32..raw.end as u32,
            quoted,
        });
    }

    /// How many bytes the chunk holds.
    pub(super) fn bytes(&self) -> usize {
        self.raw.len().max(self.urls.len())
    }

    pub(super) fn clear(&mut self) {
        self.urls.clear();
        self.slots.clear();
        self.problems.clear();
        self.without_link = 0;
        self.raw.clear();
    }
}
