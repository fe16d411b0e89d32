//! One file per format in which findings are told.
//!
//! [`write`] is the one way in. Whatever the format: what a terminal gets is escaped, what is
//! sensitive is masked, and lines and columns count from 1 with columns in Unicode characters.

pub mod checklist;
mod excerpt;
pub mod full;
pub mod json;
pub mod link;
mod position;
pub mod short;
pub mod summary;
mod texts;

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::str::FromStr;

pub use summary::Summary;
pub use texts::{LINK, LinkText, Places};

use crate::diagnostics::{Finding, Place, Sources};

/// How findings are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// For people: with the lines, the reason and what to do.
    #[default]
    Full,
    /// One line for each finding: for lists, `grep` and editors.
    Short,
    /// For programs; the contract is `schemas/report.schema.json`.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 3] = [Format::Full, Format::Short, Format::Json];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Short => "short",
            Format::Json => "json",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Format, String> {
        let found = Format::ALL.into_iter().find(|format| format.word() == text);
        found.ok_or_else(|| format!("no format \"{text}\"; there are full, short and json"))
    }
}

/// What is told.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The findings, in the order in which they are told.
    pub findings: &'a [Finding],
    /// The files they stand in.
    pub sources: &'a Sources,
    /// Sensitive places of findings that are not told, being suppressed or outside the change: the
    /// secret stands there all the same, and a finding that is told may quote its line.
    pub hidden: &'a [Place],
    /// What the run comes to.
    pub summary: Summary,
}

/// How it looks on a terminal. Who calls decides, by asking the terminal and `NO_COLOR`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// With colours.
    pub color: bool,
    /// With lines drawn in Unicode; else in ASCII.
    pub unicode: bool,
    /// How many columns there are.
    pub width: usize,
    /// After so many findings [`Format::Full`] says how many more there are, and stops.
    pub limit: usize,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            color: false,
            unicode: true,
            width: 100,
            limit: 200,
        }
    }
}

/// Tells the findings and what the run comes to.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    format: Format,
    report: &Report<'_>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    // Formats write in small pieces.
    let mut out = BufWriter::new(out);
    match format {
        Format::Full => full::write(report, look, &mut out)?,
        Format::Short => short::write(report, &mut out)?,
        Format::Json => json::write(report, &mut out)?,
    }
    out.flush()
}
