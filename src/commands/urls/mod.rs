//! `campaignlint urls`: checks links that stand in no workspace, such as the landing pages that an
//! analytics or advertising tool exports.
//!
//! A list may have millions of rows and comes from a spreadsheet, so it is read in chunks, a
//! broken record is counted and never stops the run, and what is written back differs from what
//! was read only in the links.

mod chunk;
mod columns;
pub mod figures;
pub mod input;
pub mod output;
mod run;
#[cfg(test)]
mod tests;

pub use chunk::{Chunk, Problem, Row, RowProblem};
pub use figures::Figures;
pub use input::{Form, InputError, ListReader, Options};
pub use output::{ListFile, ListWriter, OutputError};
pub(crate) use run::run;
