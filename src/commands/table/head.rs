//! The beginning of a table: its first records, what separates its cells, and names of columns.

use std::borrow::Cow;

use super::records::{Cell, Split, split};

/// So many records at the beginning are looked at.
const HEAD: usize = 50;
/// So many bytes at the beginning are looked at.
pub(in crate::commands) const HEAD_BYTES: usize = 256 * 1024;

/// The first records as text; comments and bad ones are empty, so that numbers stay right.
pub(in crate::commands) fn records(head: &[u8], ended: bool, delimiter: u8) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut cells: Vec<Cell> = Vec::new();
    let mut rest = head;
    while records.len() < HEAD && !rest.is_empty() {
        match split(rest, ended, Some(delimiter), &mut cells) {
            Split::Record(length) => {
                let text = |cell: &Cell| text(&cell.value(rest)).into_owned();
                let comment = rest.starts_with(b"#");
                records.push(if comment {
                    Vec::new()
                } else {
                    cells.iter().map(text).collect()
                });
                rest = &rest[length..];
            }
            Split::Bad(_) => {
                records.push(Vec::new());
                let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
                rest = &rest[end..];
            }
            Split::More => break,
        }
    }
    records
}

fn text(value: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(value) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// The character that splits the first records into the most cells of the same number.
pub(in crate::commands) fn delimiter_of(head: &[u8], ended: bool) -> u8 {
    let score = |delimiter: u8| {
        let counts: Vec<usize> = records(head, ended, delimiter)
            .iter()
            .map(Vec::len)
            .filter(|count| *count > 1)
            .collect();
        counts
            .iter()
            .map(|count| counts.iter().filter(|other| *other == count).count())
            .max()
    };
    // Of equal ones the last: links hold semicolons and commas, hardly ever tabs.
    let candidates = [b'|', b';', b',', b'\t'];
    let best = candidates
        .into_iter()
        .max_by_key(|delimiter| score(*delimiter));
    best.filter(|delimiter| score(*delimiter).is_some())
        .unwrap_or(b',')
}

/// The column of a name; case and how words are joined do not count.
pub(in crate::commands) fn position(cells: &[String], name: &str) -> Option<usize> {
    let wanted = normal(name);
    cells.iter().position(|cell| normal(cell) == wanted)
}

/// A name without what people do not care about: case, and how words are joined.
pub(in crate::commands) fn normal(name: &str) -> String {
    let spaced = name.replace(['_', '-'], " ").to_lowercase();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether nothing stands in any cell.
pub(in crate::commands) fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.is_empty())
}
