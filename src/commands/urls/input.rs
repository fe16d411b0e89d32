//! Reads lists of links: one a line, or a column of a table, in chunks of a fixed size.
//!
//! Nothing in a list stops the run: what cannot be read is handed on as a [`RowProblem`] with its
//! line, and the next row is read.

use std::io::{self, Read};
use std::path::Path;

use super::chunk::{Chunk, Problem, Row, RowProblem};
use super::columns::{Layout, layout};
use crate::commands::table::{Cell, Encoding, HEAD_BYTES, Next, Unit, Window};

/// Records in a chunk.
const CHUNK_RECORDS: usize = 8192;
/// A chunk that holds so many bytes is not filled further.
const CHUNK_BYTES: usize = 4 * 1024 * 1024;

/// What kind of list it is and which column is meant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// A table; else one link a line.
    pub table: bool,
    /// What stands between the cells of a table; else it is found out.
    pub delimiter: Option<u8>,
    /// The name of the column with the links; else it is found out.
    pub column: Option<String>,
    /// The name of the column that says where a link stands: `markup`, `text`, or a file's name.
    pub context_column: Option<String>,
    /// Whether the list is to be written back, for which chunks must hold all of it.
    pub keep: bool,
}

impl Options {
    /// What a path and the options on the command line say. A delimiter or a column is asked for
    /// only in a table.
    pub fn new(path: &Path, delimiter: Option<u8>, column: Option<&str>) -> Options {
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        let ending = ending.to_ascii_lowercase();
        let tabs = matches!(ending.as_str(), "tsv" | "tab");
        Options {
            table: tabs || ending == "csv" || delimiter.is_some() || column.is_some(),
            delimiter: delimiter.or(tabs.then_some(b'\t')),
            column: column.map(str::to_owned),
            ..Options::default()
        }
    }
}

/// Why a list cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] io::Error),
    /// There is no column of this name.
    #[error("there is no column \"{name}\"{} The columns are: {}", suggested(.suggestion), listed(.columns))]
    UnknownColumn {
        /// The name that was asked for.
        name: String,
        /// The name that may have been meant.
        suggestion: Option<String>,
        /// All names.
        columns: Vec<String>,
    },
    /// It cannot be told where the links are.
    #[error("no column looks as if it held links; name it with --column. The columns are: {}", listed(.columns))]
    NoLinkColumn {
        /// All names.
        columns: Vec<String>,
    },
}

fn suggested(suggestion: &Option<String>) -> String {
    match suggestion {
        Some(name) => format!("; did you mean \"{name}\"?"),
        None => ".".to_owned(),
    }
}

fn listed(columns: &[String]) -> String {
    const MOST: usize = 30;
    let mut names: Vec<&str> = columns.iter().take(MOST).map(String::as_str).collect();
    names.extend((columns.len() > MOST).then_some("…"));
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

/// How a list is stored: what a copy of it must keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Form {
    pub(super) encoding: Encoding,
    pub(super) delimiter: Option<u8>,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            encoding: Encoding {
                unit: Unit::Utf8,
                mark: false,
            },
            delimiter: None,
        }
    }
}

/// Reads a list.
#[derive(Debug)]
pub struct ListReader<R> {
    window: Window<R>,
    layout: Option<Layout>,
    /// Records above the first row that are still to come.
    above: usize,
    keep: bool,
    cells: Vec<Cell>,
}

impl<R: Read> ListReader<R> {
    /// Begins to read: looks at the first records to find the column with the links.
    ///
    /// # Errors
    /// When nothing can be read, or it cannot be told where the links are.
    pub fn open(input: R, options: &Options) -> Result<ListReader<R>, InputError> {
        let mut window = Window::new(input);
        window.fill(HEAD_BYTES)?;
        let layout = match options.table && !window.bytes().is_empty() {
            true => Some(layout(
                window.bytes(),
                window.ended(),
                options.delimiter,
                options.column.as_deref(),
                options.context_column.as_deref(),
            )?),
            false => None,
        };
        let above = layout.as_ref().map_or(0, |layout| layout.records_above);
        Ok(ListReader {
            window,
            layout,
            above,
            keep: options.keep,
            cells: Vec::new(),
        })
    }

    /// How the list is stored.
    pub fn form(&self) -> Form {
        Form {
            encoding: self.window.encoding(),
            delimiter: self.delimiter(),
        }
    }

    /// The name of the column with the links, if there is a header.
    pub fn column(&self) -> Option<&str> {
        self.layout.as_ref()?.link_name.as_deref()
    }

    fn delimiter(&self) -> Option<u8> {
        self.layout.as_ref().map(|layout| layout.delimiter)
    }

    /// Reads the next rows in place of those in the chunk. Says whether there was anything to read;
    /// a chunk may hold no link and yet not be the last.
    ///
    /// # Errors
    /// When the file cannot be read further.
    pub fn next_chunk(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        chunk.clear();
        let mut records = 0;
        while records < CHUNK_RECORDS && chunk.bytes() < CHUNK_BYTES {
            let line = self.window.line;
            let length = match self.window.next(self.delimiter(), &mut self.cells)? {
                Next::End => break,
                Next::Rest(length) => length,
                Next::Bad(length, problem) => {
                    match self.above {
                        0 => chunk.problems.push(RowProblem { line, problem }),
                        _ => self.above -= 1,
                    }
                    length
                }
                Next::Record(length) => {
                    match self.above {
                        0 => self.take(line, length, chunk),
                        _ => self.above -= 1,
                    }
                    length
                }
            };
            if self.keep {
                chunk.raw.extend_from_slice(&self.window.bytes()[..length]);
            }
            self.window.consume(length);
            records += 1;
        }
        Ok(records > 0)
    }

    /// Takes the link of the record at the beginning of the window.
    fn take(&self, line: u64, length: usize, chunk: &mut Chunk) {
        let record = &self.window.bytes()[..length];
        if self.is_comment(record) || record.trim_ascii().is_empty() {
            return;
        }
        let link = self.layout.as_ref().map_or(0, |layout| layout.link);
        let Some(cell) = self.cells.get(link) else {
            chunk.problems.push(RowProblem {
                line,
                problem: Problem::CellMissing,
            });
            return;
        };
        let value = cell.value(record);
        let Ok(text) = std::str::from_utf8(&value) else {
            chunk.problems.push(RowProblem {
                line,
                problem: Problem::NotUtf8,
            });
            return;
        };
        let url = text.trim();
        if !is_link(url) {
            chunk.without_link += 1;
            return;
        }
        // Spaces around a link that stands without quotes are not part of it.
        let before = if cell.quoted {
            0
        } else {
            text.len() - text.trim_start().len()
        };
        let after = if cell.quoted {
            0
        } else {
            text.len() - text.trim_end().len()
        };
        let raw =
            chunk.raw.len() + cell.place.start + before..chunk.raw.len() + cell.place.end - after;
        let row = Row {
            line,
            url,
            markup: self.is_markup(record),
        };
        chunk.push(row, raw, cell.quoted);
    }

    /// Lines that begin with `#`; in a table only if they have not as many cells as its header,
    /// since a row may begin so too.
    fn is_comment(&self, record: &[u8]) -> bool {
        let whole = self
            .layout
            .as_ref()
            .is_some_and(|layout| layout.cells == self.cells.len());
        let single = self.cells.len() == 1;
        record.trim_ascii_start().starts_with(b"#") && (single || !whole)
    }

    fn is_markup(&self, record: &[u8]) -> bool {
        let column = self.layout.as_ref().and_then(|layout| layout.context);
        let Some(cell) = column.and_then(|column| self.cells.get(column)) else {
            return false;
        };
        says_markup(&String::from_utf8_lossy(&cell.value(record)))
    }
}

/// Whether a text may be a link, be it a broken one. `--`, `Total` and `(not set)` are what analytics
/// and advertising tools write where there is none; nor is a sentence a link.
fn is_link(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let names_a_place = first.contains(['.', '/', '?', '=', '&', '#', '%', '@'])
        || first.trim_end_matches(':').contains(':');
    let in_brackets = first.starts_with('(') && text.ends_with(')');
    names_a_place && !in_brackets
}

/// Whether a cell says that a link stands in markup: by the word, or as a file's name by its ending.
fn says_markup(cell: &str) -> bool {
    let cell = cell.trim().to_ascii_lowercase();
    // A word is read as if it were an ending.
    let ending = cell.rsplit(['.', '/']).next().unwrap_or_default();
    matches!(
        ending,
        "markup"
            | "html"
            | "htm"
            | "xhtml"
            | "xml"
            | "svg"
            | "rss"
            | "atom"
            | "md"
            | "markdown"
            | "mdx"
            | "mjml"
            | "eml"
            | "hbs"
            | "liquid"
            | "erb"
            | "vue"
            | "jsx"
            | "tsx"
            | "twig"
    )
}
