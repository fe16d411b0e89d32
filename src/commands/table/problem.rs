//! Why a record of a table cannot be read.

use std::fmt;

/// Why a record cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Problem {
    /// A quote has no partner.
    QuoteOpen,
    /// A quote ends and the cell goes on.
    TextAfterQuote,
    /// The bytes of the link are no text.
    NotUtf8,
    /// The record is longer than 64 KB.
    TooLong,
    /// There is no cell in the column.
    CellMissing,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Problem::QuoteOpen => "a quote is opened and not closed",
            Problem::TextAfterQuote => "text follows a closing quote",
            Problem::NotUtf8 => "the link is not valid text in this file's encoding",
            Problem::TooLong => "it is longer than 64 KB",
            Problem::CellMissing => "it has too few cells: none in the column with the links",
        })
    }
}
