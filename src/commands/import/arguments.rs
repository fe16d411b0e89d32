//! What can be said to `import` on the command line.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::roles::{Role, TableKind};
use crate::commands::arguments::parse_delimiter;

/// Which of two numbers of a date is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateOrder {
    /// 31/12/2026
    DayFirst,
    /// 12/31/2026
    MonthFirst,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// Tables as CSV or TSV, or a text with one name a line
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,

    /// The folder that gets the files; nothing is written outside of it
    #[arg(long, default_value = ".", value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) into: PathBuf,

    /// What the tables are; left out, their headers tell
    #[arg(long = "as", value_enum, default_value_t = TableKind::Auto, value_name = "KIND")]
    pub(crate) kind: TableKind,

    /// Which column is what, such as name="Program title"; may be given several times
    #[arg(long, value_parser = parse_column, value_name = "WHAT=HEADER")]
    pub(crate) column: Vec<(Role, String)>,

    /// Whether days such as 3/4/2026 have the day or the month first; left out, each column tells
    #[arg(long, value_enum, value_name = "ORDER")]
    pub(crate) dates: Option<DateOrder>,

    /// What stands between the cells of a table, such as `;` or `tab`
    #[arg(long, value_parser = parse_delimiter, value_name = "CHARACTER")]
    pub(crate) delimiter: Option<u8>,

    /// Also replace files that have another text
    #[arg(long)]
    pub(crate) force: bool,

    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,

    /// Don't check the result
    #[arg(long)]
    pub(crate) no_check: bool,
}

/// Reads `role=Header` of the command line.
fn parse_column(text: &str) -> Result<(Role, String), String> {
    let Some((word, header)) = text.split_once('=') else {
        return Err("write it as what=Header, such as name=\"Program title\"".to_string());
    };
    match Role::of_word(word.trim()) {
        Some(role) => Ok((role, header.to_string())),
        None => Err(format!(
            "there is no `{}`; a column can be: {}",
            word.trim(),
            Role::words().join(", ")
        )),
    }
}
