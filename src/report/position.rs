//! Lines and columns for many places of a file, at a small cost each.
//!
//! A file may be one line of two megabytes with twenty thousand findings on it; counting its
//! characters anew for each would take hours. So they are counted once, with a note every few
//! kilobytes.

use memchr::memchr2_iter;

/// Bytes between two notes.
const STRIDE: usize = 4096;

/// Where the lines of a text begin, and how many characters stand before each note.
#[derive(Debug)]
pub(super) struct LineIndex {
    starts: Vec<u32>,
    notes: Vec<u32>,
    byte_order_mark: bool,
}

impl LineIndex {
    pub(super) fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr2_iter(b'\n', b'\r', bytes) {
            // Of `\r\n` only the second ends the line.
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at as u32 + 1);
            }
        }
        let mut notes = vec![0];
        let mut before = 0;
        for stride in bytes.chunks_exact(STRIDE) {
            before += begun(stride);
            notes.push(before);
        }
        LineIndex {
            starts,
            notes,
            byte_order_mark: text.starts_with('\u{feff}'),
        }
    }

    /// How many lines there are, counting the empty one after a last line break.
    pub(super) fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line of an offset, from 0.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start as usize <= offset)
            .max(1)
            - 1
    }

    /// The bytes of a line (from 0), without its line break and without a byte order mark.
    pub(super) fn content(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let mut start = self.starts[line] as usize;
        let mut end = self
            .starts
            .get(line + 1)
            .map_or(text.len(), |next| *next as usize);
        let bytes = text.as_bytes();
        if self.starts.get(line + 1).is_some() {
            end -= 1;
            if end > start && bytes[end] == b'\n' && bytes[end - 1] == b'\r' {
                end -= 1;
            }
        }
        if line == 0 && self.byte_order_mark {
            start = '\u{feff}'.len_utf8();
        }
        start..end.max(start)
    }

    /// Where the line after this one begins: behind its line break. Behind the text for the last.
    pub(super) fn content_end_with_break(&self, text: &str, line: usize) -> usize {
        self.starts
            .get(line + 1)
            .map_or(text.len() + 1, |next| *next as usize)
    }

    /// Line and column of an offset, from 1. Columns are Unicode characters; a byte order mark is
    /// none; an offset inside a character is that character's.
    pub(super) fn position(&self, text: &str, offset: usize) -> (u64, u64) {
        let offset = offset.min(text.len());
        let line = self.line(offset);
        let start = self.starts[line] as usize;
        let bytes = text.as_bytes();
        let inside = u32::from(!text.is_char_boundary(offset));
        let mark = u32::from(line == 0 && offset > 0 && self.byte_order_mark);
        let before = self.before(bytes, offset) - self.before(bytes, start);
        let column = (before + 1).saturating_sub(inside + mark).max(1);
        (line as u64 + 1, u64::from(column))
    }

    /// How many characters begin before an offset.
    fn before(&self, bytes: &[u8], offset: usize) -> u32 {
        let note = offset / STRIDE;
        self.notes[note] + begun(&bytes[note * STRIDE..offset])
    }
}

/// How many characters begin in these bytes: all that are not UTF-8 continuation bytes.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn positions(text: &str, offsets: &[usize]) -> Vec<(u64, u64)> {
        let index = LineIndex::new(text);
        offsets
            .iter()
            .map(|offset| index.position(text, *offset))
            .collect()
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(
            positions("é東x\ny", &[0, 1, 2, 5, 7]),
            [(1, 1), (1, 1), (1, 2), (1, 3), (2, 1)]
        );
    }

    #[test]
    fn every_kind_of_line_break_ends_a_line_once() {
        assert_eq!(
            positions("a\r\nb\rc\nd", &[0, 2, 3, 5, 7, 8, 99]),
            [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1), (4, 2), (4, 2)]
        );
        let text = "a\r\nb\rc\n";
        let index = LineIndex::new(text);
        let lines: Vec<_> = (0..index.lines())
            .map(|line| &text[index.content(text, line)])
            .collect();
        assert_eq!(lines, ["a", "b", "c", ""]);
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(
            positions("\u{feff}kind", &[0, 3, 4]),
            [(1, 1), (1, 1), (1, 2)]
        );
    }

    #[test]
    fn an_empty_text_has_one_line() {
        assert_eq!(positions("", &[0, 5]), [(1, 1), (1, 1)]);
        assert_eq!(LineIndex::new("").content("", 0), 0..0);
    }

    #[test]
    fn a_line_of_megabytes_is_counted_once() {
        let text = "é".repeat(1_000_000);
        let index = LineIndex::new(&text);
        let sum: u64 = (0..20_000)
            .map(|n| index.position(&text, 1_900_000 + n).1)
            .sum();
        assert!(sum > 20_000 * 950_000);
        assert_eq!(index.position(&text, 1_999_998), (1, 1_000_000));
    }
}
