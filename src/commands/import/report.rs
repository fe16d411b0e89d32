//! What an import says about what it read: on the terminal in short, in `IMPORT.md` in full.

use super::roles::TableKind;
use super::table::Table;
use super::yaml::harmless;

/// Everything that is to be said.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) tables: Vec<About>,
}

/// What is to be said of one table.
#[derive(Debug, Default)]
pub(super) struct About {
    /// The file's name.
    pub(super) file: String,
    /// What it was taken for.
    pub(super) kind: &'static str,
    /// How many rows it has.
    pub(super) rows: usize,
    /// Which column became which key.
    pub(super) read: Vec<String>,
    /// What was taken for granted.
    pub(super) assumed: Vec<String>,
    /// What is wrong or in doubt in the data, and was kept.
    pub(super) doubts: Vec<Doubt>,
    /// What was inferred.
    pub(super) inferred: Vec<String>,
    /// Columns and values that are not in the workspace.
    pub(super) left_out: Vec<String>,
}

/// Something in the data that is wrong or in doubt.
#[derive(Debug, Clone)]
pub(super) struct Doubt {
    /// In few words, the same for all rows: `ends before it starts`.
    pub(super) what: String,
    /// The rows, each with what stands there.
    pub(super) rows: Vec<(usize, String)>,
}

impl About {
    pub(super) fn new(table: &Table, kind: TableKind) -> About {
        let mut about = About {
            file: harmless(
                table
                    .shown
                    .rsplit(['/', '\\'])
                    .next()
                    .unwrap_or(&table.shown),
            ),
            kind: kind.noun(),
            rows: table.rows.len(),
            ..About::default()
        };
        if let Some(stored) = table.stored_as {
            about
                .assumed
                .push(format!("The file is stored as {stored}."));
        }
        for (row, why) in &table.skipped {
            about.doubt("not read", *row, why);
        }
        about.padding(table);
        about
    }

    /// Says which columns became which key, and which are not used.
    pub(super) fn columns(
        &mut self,
        table: &Table,
        key_of: impl Fn(usize) -> Option<&'static str>,
    ) {
        for column in 0..table.header.len() {
            let title = table.title(column);
            let filled = table.filled(column);
            match key_of(column) {
                Some(key) => self.read.push(format!(
                    "\"{title}\" is {key}: {filled} of {} rows",
                    self.rows
                )),
                None if filled > 0 => self
                    .left_out
                    .push(format!("Column \"{title}\" ({filled} rows) is not used.")),
                None => self.left_out.push(format!("Column \"{title}\" is empty.")),
            }
        }
    }

    /// Says which cells had spaces around them; these are not taken over.
    fn padding(&mut self, table: &Table) {
        for row in &table.rows {
            let used = |column: &&usize| table.roles.get(**column).is_some_and(Option::is_some);
            for column in row.padded.iter().filter(used) {
                let what = format!(
                    "\"{}\" has spaces around it, which are left out",
                    table.title(*column)
                );
                self.doubt(&what, row.number, row.cell(*column));
            }
        }
    }

    /// Adds a row to what is in doubt.
    pub(super) fn doubt(&mut self, what: &str, row: usize, detail: &str) {
        let row = (row, detail.to_string());
        match self.doubts.iter_mut().find(|doubt| doubt.what == what) {
            Some(doubt) => doubt.rows.push(row),
            None => self.doubts.push(Doubt {
                what: what.to_string(),
                rows: vec![row],
            }),
        }
    }

    fn markdown(&self, out: &mut String) {
        let heading = format!(
            "## {}: {}, {}\n",
            cell(&self.file),
            self.kind,
            rows(self.rows)
        );
        out.push_str(&heading);
        let mut list = |title: &str, lines: &[String]| {
            if lines.is_empty() {
                return;
            }
            out.push_str(&format!("\n### {title}\n\n"));
            for line in lines {
                out.push_str(&format!("- {}\n", cell(line)));
            }
        };
        list("What the columns are", &self.read);
        list("What was assumed", &self.assumed);
        list("What was inferred", &self.inferred);
        list("What is left out", &self.left_out);
        if !self.doubts.is_empty() {
            out.push_str("\n### What to look at\n\nNothing of this was repaired.\n");
        }
        for doubt in &self.doubts {
            out.push_str(&format!(
                "\n#### {}: {}\n\n",
                cell(&doubt.what),
                rows(doubt.rows.len())
            ));
            for (row, detail) in &doubt.rows {
                let detail = cell(detail);
                let colon = if detail.is_empty() { "" } else { ": " };
                out.push_str(&format!("- row {row}{colon}{detail}\n"));
            }
        }
        out.push('\n');
    }
}

impl Report {
    /// `IMPORT.md`.
    pub(super) fn markdown(&self) -> String {
        let mut out = String::from(
            "# What was imported\n\nWritten by `campaignlint import`. Rows are numbered as a spreadsheet shows them. Delete this file\nwhen you are through with it.\n\n",
        );
        for table in &self.tables {
            table.markdown(&mut out);
        }
        while out.ends_with("\n\n") {
            out.pop();
        }
        out
    }

    /// The lines for a terminal.
    pub(super) fn lines(&self) -> Vec<String> {
        const MOST: usize = 5;
        let mut lines = Vec::new();
        for table in &self.tables {
            lines.push(format!(
                "{}: {}, {}",
                table.file,
                table.kind,
                rows(table.rows)
            ));
            lines.extend(table.assumed.iter().map(|line| format!("  {line}")));
            lines.extend(
                table
                    .inferred
                    .iter()
                    .map(|line| format!("  {}", shortened(line))),
            );
            for doubt in &table.doubts {
                let shown: Vec<String> = doubt
                    .rows
                    .iter()
                    .take(MOST)
                    .map(|(row, _)| row.to_string())
                    .collect();
                let more = doubt.rows.len().saturating_sub(MOST);
                let more = if more > 0 {
                    format!(" and {more} more")
                } else {
                    String::new()
                };
                let word = if doubt.rows.len() == 1 { "row" } else { "rows" };
                lines.push(format!(
                    "  {}: {word} {}{more}",
                    doubt.what,
                    shown.join(", ")
                ));
            }
            let unused = table.left_out.len();
            if unused > 0 {
                let are = if unused == 1 {
                    "1 thing is left out"
                } else {
                    "things are left out"
                };
                let count = if unused == 1 {
                    String::new()
                } else {
                    format!("{unused} ")
                };
                lines.push(format!("  {count}{are}; IMPORT.md names them"));
            }
        }
        lines
    }
}

/// A line that a terminal can show; `IMPORT.md` has all of it.
fn shortened(line: &str) -> String {
    const LONGEST: usize = 160;
    match line.char_indices().nth(LONGEST) {
        None => line.to_string(),
        Some((at, _)) => format!("{}…", &line[..line[..at].rfind(' ').unwrap_or(at)]),
    }
}

/// `1 row`, `2 rows`.
pub(super) fn rows(count: usize) -> String {
    match count {
        1 => "1 row".to_string(),
        _ => format!("{count} rows"),
    }
}

/// The first rows of a list: `rows 4, 9, 17 and 3 more`.
pub(super) fn row_list(rows: &[usize]) -> String {
    const MOST: usize = 5;
    let shown: Vec<String> = rows.iter().take(MOST).map(usize::to_string).collect();
    let word = if rows.len() == 1 { "row" } else { "rows" };
    match rows.len().saturating_sub(MOST) {
        0 => format!("{word} {}", shown.join(", ")),
        more => format!("{word} {} and {more} more", shown.join(", ")),
    }
}

/// Words of a file within Markdown: no link, no markup, no raw HTML.
fn cell(words: &str) -> String {
    let mut out = String::new();
    for c in harmless(words).chars() {
        if matches!(c, '\\' | '<' | '>' | '[' | ']' | '*' | '|' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
