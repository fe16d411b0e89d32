//! Records of a list and the cells in them, with their places, so that a list can be written back
//! byte for byte but for the links.
//!
//! The rules are those of RFC 4180 and of what spreadsheets write: a cell that begins with a quote
//! ends at the next quote that is not doubled, and may hold line breaks. Where that leads nowhere
//! (a quote that is never closed would swallow the rest of the list) the record is given up as
//! bad, and reading goes on at the next line.

use std::io::{self, Read};
use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2};

use super::Problem;
use super::encoding::{Decoder, Encoding};

/// The longest record that is read. Links are far shorter, and browsers give up earlier.
pub(in crate::commands) const LONGEST: usize = 64 * 1024;

/// One cell of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::commands) struct Cell {
    /// The bytes of the record, with the quotes.
    pub(in crate::commands) place: Range<usize>,
    pub(in crate::commands) quoted: bool,
}

impl Cell {
    /// What the cell says, as bytes: without its quotes.
    pub(in crate::commands) fn value<'r>(&self, record: &'r [u8]) -> std::borrow::Cow<'r, [u8]> {
        let written = &record[self.place.clone()];
        if !self.quoted {
            return written.into();
        }
        let inner = written.get(1..written.len() - 1).unwrap_or_default();
        if memchr(b'"', inner).is_none() {
            return inner.into();
        }
        let mut value = Vec::with_capacity(inner.len());
        let mut rest = inner;
        while let Some(quote) = memchr(b'"', rest) {
            value.extend_from_slice(&rest[..=quote]);
            rest = rest.get(quote + 2..).unwrap_or_default();
        }
        value.extend_from_slice(rest);
        value.into()
    }
}

/// What [`split`] found.
#[derive(PartialEq, Eq, Debug)]
pub(in crate::commands) enum Split {
    /// A record of so many bytes, its line break included. Its cells are in the given list.
    Record(usize),
    /// No record: why.
    Bad(Problem),
    /// The bytes end before the record does.
    More,
}

/// Splits the record at the beginning of `bytes` into cells. `ended` says that nothing follows.
/// Without a delimiter the whole line is one cell.
pub(in crate::commands) fn split(
    bytes: &[u8],
    ended: bool,
    delimiter: Option<u8>,
    cells: &mut Vec<Cell>,
) -> Split {
    cells.clear();
    let bytes = &bytes[..bytes.len().min(LONGEST + 1)];
    let ended = ended && bytes.len() <= LONGEST;
    // What it means that the bytes end.
    let short = |problem| match (ended, bytes.len() > LONGEST) {
        (true, _) => None,
        (false, true) => Some(Split::Bad(problem)),
        (false, false) => Some(Split::More),
    };
    let mut at = 0;
    loop {
        let start = at;
        let quoted = delimiter.is_some() && bytes.get(at) == Some(&b'"');
        if quoted {
            let Some(end) = closing_quote(&bytes[at + 1..]) else {
                return short(Problem::QuoteOpen).unwrap_or(Split::Bad(Problem::QuoteOpen));
            };
            at += end + 2;
        }
        let cell_end = at;
        let stop = match delimiter {
            Some(delimiter) => memchr2(delimiter, b'\n', &bytes[at..]),
            None => memchr(b'\n', &bytes[at..]),
        };
        at = match stop {
            Some(stop) => at + stop,
            None => match short(Problem::TooLong) {
                Some(split) => return split,
                None => bytes.len(),
            },
        };
        let breaks = bytes.get(at) == Some(&b'\n');
        let mut end = at;
        if (breaks || at == bytes.len()) && end > cell_end && bytes[end - 1] == b'\r' {
            end -= 1;
        }
        if quoted && !bytes[cell_end..end].iter().all(|byte| *byte == b' ') {
            return Split::Bad(Problem::TextAfterQuote);
        }
        let end = if quoted { cell_end } else { end };
        cells.push(Cell {
            place: start..end,
            quoted,
        });
        if at == bytes.len() {
            return Split::Record(at);
        }
        at += 1;
        if breaks {
            return Split::Record(at);
        }
    }
}

/// Where the quote stands that ends a quoted cell; doubled ones do not.
fn closing_quote(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The bytes of a list in a window that moves along.
#[derive(Debug)]
pub(in crate::commands) struct Window<R> {
    decoder: Decoder<R>,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    /// Whether the window begins inside a line that has been given up.
    skipping: bool,
    /// The line at which the window begins, from 1.
    pub(in crate::commands) line: u64,
}

/// What stands at the beginning of the window.
pub(in crate::commands) enum Next {
    /// A record of so many bytes; its cells are in the given list.
    Record(usize),
    /// So many bytes that are no record, and why.
    Bad(usize, Problem),
    /// So many bytes that belong to the bad record before.
    Rest(usize),
    /// Nothing.
    End,
}

impl<R: Read> Window<R> {
    pub(in crate::commands) fn new(input: R) -> Window<R> {
        let decoder = Decoder::new(input);
        Window {
            decoder,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            skipping: false,
            line: 1,
        }
    }

    pub(in crate::commands) fn encoding(&self) -> Encoding {
        self.decoder.encoding()
    }

    /// What has been read and not been consumed.
    pub(in crate::commands) fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..]
    }

    /// Whether nothing follows the bytes of the window.
    pub(in crate::commands) fn ended(&self) -> bool {
        self.ended
    }

    /// Reads until the window holds so many bytes, or all.
    pub(in crate::commands) fn fill(&mut self, wanted: usize) -> io::Result<()> {
        while !self.ended && self.bytes().len() < wanted {
            if self.start > 0 {
                self.buffer.drain(..self.start);
                self.start = 0;
            }
            self.ended = !self.decoder.read(&mut self.buffer)?;
        }
        Ok(())
    }

    /// Moves on.
    pub(in crate::commands) fn consume(&mut self, length: usize) {
        let consumed = &self.buffer[self.start..self.start + length];
        self.line += memchr_iter(b'\n', consumed).count() as u64;
        self.start += length;
    }

    /// The next record. The caller consumes it.
    pub(in crate::commands) fn next(
        &mut self,
        delimiter: Option<u8>,
        cells: &mut Vec<Cell>,
    ) -> io::Result<Next> {
        loop {
            if self.bytes().is_empty() {
                self.fill(1)?;
                if self.bytes().is_empty() {
                    return Ok(Next::End);
                }
            }
            if self.skipping {
                let end = memchr(b'\n', self.bytes());
                self.skipping = end.is_none();
                return Ok(Next::Rest(end.map_or(self.bytes().len(), |end| end + 1)));
            }
            match split(self.bytes(), self.ended, delimiter, cells) {
                Split::Record(length) => return Ok(Next::Record(length)),
                Split::More => self.fill(self.bytes().len() + 1)?,
                Split::Bad(problem) => {
                    // Only its first line is given up: the next one may be a good record.
                    let first_line = memchr(b'\n', self.bytes());
                    self.skipping = first_line.is_none();
                    let length = first_line.map_or(self.bytes().len(), |end| end + 1);
                    return Ok(Next::Bad(length, problem));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(record: &str) -> Result<Vec<String>, Problem> {
        let mut cells = Vec::new();
        match split(record.as_bytes(), true, Some(b','), &mut cells) {
            Split::Record(length) => assert_eq!(length, record.len()),
            Split::Bad(problem) => return Err(problem),
            Split::More => panic!("the record has ended"),
        }
        let text = |cell: &Cell| String::from_utf8(cell.value(record.as_bytes()).into_owned());
        Ok(cells.iter().map(|cell| text(cell).unwrap()).collect())
    }

    #[test]
    fn cells_with_and_without_quotes() {
        assert_eq!(cells("a,b,c\r\n").unwrap(), ["a", "b", "c"]);
        assert_eq!(
            cells("a,\"b, \"\"c\"\"\nd\",\n").unwrap(),
            ["a", "b, \"c\"\nd", ""]
        );
        assert_eq!(cells("\"\",\"\"\"\"").unwrap(), ["", "\""]);
        assert_eq!(
            cells("5\" screen,\"x\" ,y").unwrap(),
            ["5\" screen", "x", "y"]
        );
        assert_eq!(cells("\n").unwrap(), [""]);
    }

    #[test]
    fn quotes_out_of_balance_are_a_problem() {
        assert_eq!(cells("a,\"b,c\nd,e\n"), Err(Problem::QuoteOpen));
        assert_eq!(cells("a,\"b\"c,d\n"), Err(Problem::TextAfterQuote));
        assert_eq!(
            cells(&format!("a,\"{}", "x\n".repeat(LONGEST))),
            Err(Problem::QuoteOpen)
        );
        assert_eq!(cells(&"x".repeat(LONGEST + 1)), Err(Problem::TooLong));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// What any spreadsheet writes is read as the csv crate reads it.
        #[test]
        fn agrees_with_the_csv_crate(
            rows in prop::collection::vec(prop::collection::vec("[a,\"\r\n é;#]{0,6}", 1..4), 1..5),
            delimiter in prop::sample::select(vec![b',', b';', b'\t']),
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).delimiter(delimiter)
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let written = writer.into_inner().unwrap();
            let mut window = Window::new(written.as_slice());
            let mut places = Vec::new();
            let mut read = Vec::new();
            while let Next::Record(length) = window.next(Some(delimiter), &mut places).unwrap() {
                let record = &window.bytes()[..length];
                read.push(places.iter()
                    .map(|cell| String::from_utf8(cell.value(record).into_owned()).unwrap())
                    .collect::<Vec<_>>());
                window.consume(length);
            }
            prop_assert!(window.bytes().is_empty());
            prop_assert_eq!(read, rows);
        }
    }
}
