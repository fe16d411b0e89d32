//! A table as a team exports it: read whole, with the number of each row as a spreadsheet shows it.

use std::path::Path;

use super::roles::{Role, header_words};
use crate::commands::table::{
    Cell, HEAD_BYTES, Next, Problem, Window, delimiter_of, is_blank, records,
};

/// A list of more bytes is no campaign list.
const LARGEST: u64 = 200 * 1024 * 1024;

/// A table, or a list with one entry a line.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The path as it was given.
    pub(super) shown: String,
    /// The file's name without its ending.
    pub(super) stem: String,
    /// The names of the columns; empty where there is no header.
    pub(super) header: Vec<String>,
    /// What each column holds, where its name says it.
    pub(super) roles: Vec<Option<Role>>,
    /// The rows with anything in them.
    pub(super) rows: Vec<Row>,
    /// Rows that can't be read, each with the reason.
    pub(super) skipped: Vec<(usize, String)>,
    /// How it is stored, where that is worth a word.
    pub(super) stored_as: Option<&'static str>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number as a spreadsheet counts: the header of a plain table is row 1.
    pub(super) number: usize,
    /// Its cells, without spaces around them.
    pub(super) cells: Vec<String>,
    /// The columns whose cells had spaces around them.
    pub(super) padded: Vec<usize>,
}

impl Row {
    /// What stands in a column.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// How a table is to be read, where the command line says it.
#[derive(Debug, Default)]
pub(super) struct Reading<'o> {
    /// What stands between cells.
    pub(super) delimiter: Option<u8>,
    /// Columns by what they hold.
    pub(super) columns: &'o [(Role, String)],
}

impl Table {
    /// The column that holds something.
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|known| *known == Some(role))
    }

    /// What a row says in the column that holds something; empty where there is none.
    pub(super) fn get<'t>(&self, row: &'t Row, role: Role) -> &'t str {
        self.column(role).map_or("", |column| row.cell(column))
    }

    /// How many rows have something in a column.
    pub(super) fn filled(&self, column: usize) -> usize {
        let filled = |row: &&Row| !row.cell(column).is_empty();
        self.rows.iter().filter(filled).count()
    }

    /// What a column is called, for a person.
    pub(super) fn title(&self, column: usize) -> String {
        match self.header.get(column).filter(|name| !name.is_empty()) {
            Some(name) => name.clone(),
            None => format!("column {}", column + 1),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// One sentence, when it is no table or can't be read.
    pub(super) fn read(path: &Path, reading: &Reading<'_>) -> Result<Table, String> {
        let shown = path.display().to_string();
        let fail = |error: std::io::Error| {
            let reason = crate::commands::files::in_words(&error);
            format!("{shown} can't be read: {reason}")
        };
        let size = std::fs::metadata(path).map_err(fail)?.len();
        if size > LARGEST {
            return Err(format!("{shown} is larger than 200 MB"));
        }
        let bytes = std::fs::read(path).map_err(fail)?;
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(format!(
                "{shown} is a workbook or an archive; save the sheet as CSV and give that"
            ));
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        Table::parse(bytes, &shown, &stem, &ending.to_ascii_lowercase(), reading)
    }

    /// Reads the bytes of a file.
    pub(super) fn parse(
        bytes: Vec<u8>,
        shown: &str,
        stem: &str,
        ending: &str,
        reading: &Reading<'_>,
    ) -> Result<Table, String> {
        let (bytes, old) = without_windows_1252(bytes);
        let mut window = Window::new(bytes.as_slice());
        let fail = |error: std::io::Error| format!("{shown} can't be read: {error}");
        window.fill(HEAD_BYTES).map_err(fail)?;
        let delimiter = delimiter(window.bytes(), window.ended(), ending, reading.delimiter);
        let mut table = Table {
            shown: shown.to_string(),
            stem: stem.to_string(),
            stored_as: old.then_some("Windows-1252"),
            ..Table::default()
        };
        if window.encoding() != Window::new(&b""[..]).encoding() && !old {
            let marked = matches!(window.encoding().unit, crate::commands::table::Unit::Utf8);
            table.stored_as = (!marked).then_some("UTF-16");
        }
        let mut all = Vec::new();
        let mut cells: Vec<Cell> = Vec::new();
        let mut number = 0;
        loop {
            let length = match window.next(delimiter, &mut cells).map_err(fail)? {
                Next::End => break,
                Next::Rest(length) => length,
                Next::Bad(length, problem) => {
                    number += 1;
                    table.skipped.push((number, why(problem)));
                    length
                }
                Next::Record(length) => {
                    number += 1;
                    let record = &window.bytes()[..length];
                    let written: Vec<String> = cells
                        .iter()
                        .map(|cell| String::from_utf8_lossy(&cell.value(record)).into_owned())
                        .collect();
                    let is_padded = |(at, text): (usize, &String)| {
                        let bare = text.trim_start_matches('\u{feff}');
                        (!bare.trim().is_empty() && bare != bare.trim()).then_some(at)
                    };
                    let row = Row {
                        number,
                        cells: written.iter().map(|text| clean(text)).collect(),
                        padded: written.iter().enumerate().filter_map(is_padded).collect(),
                    };
                    if !is_blank(&row.cells) {
                        all.push(row);
                    }
                    length
                }
            };
            window.consume(length);
        }
        table.take(all, reading)?;
        Ok(table)
    }

    /// Finds the header among the first rows, and divides rows from what is none.
    fn take(&mut self, all: Vec<Row>, reading: &Reading<'_>) -> Result<(), String> {
        let asked: Vec<&str> = reading
            .columns
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        let score = |row: &Row| {
            let known = Role::of_header(&row.cells).iter().flatten().count();
            let named = asked
                .iter()
                .filter(|name| position(&row.cells, name).is_some());
            known + 2 * named.count()
        };
        const HEAD: usize = 40;
        // Of equal ones the first; a title above has one cell.
        let mut header: Option<(usize, usize)> = None;
        for (at, row) in all.iter().take(HEAD).enumerate() {
            let score = score(row);
            if score > header.map_or(0, |(_, best)| best) {
                header = Some((at, score));
            }
        }
        let Some((at, _)) = header else {
            self.rows = all;
            let width = self.rows.iter().map(|row| row.cells.len()).max();
            self.roles = vec![None; width.unwrap_or_default()];
            return Ok(());
        };
        let mut rows = all.into_iter();
        for above in rows.by_ref().take(at) {
            // `sep=;` is a word to spreadsheets.
            if above.cells[0].starts_with("sep=") {
                continue;
            }
            self.skipped
                .push((above.number, "it stands above the header".to_string()));
        }
        self.header = rows.next().map(|row| row.cells).unwrap_or_default();
        self.roles = Role::of_header(&self.header);
        for (role, name) in reading.columns {
            let Some(column) = position(&self.header, name) else {
                continue;
            };
            for known in &mut self.roles {
                if *known == Some(*role) {
                    *known = None;
                }
            }
            self.roles[column] = Some(*role);
        }
        for row in rows {
            match not_a_row(&row, &self.header) {
                Some(why) => self.skipped.push((row.number, why.to_string())),
                None => self.rows.push(row),
            }
        }
        self.skipped.sort();
        let asked: Vec<Role> = reading.columns.iter().map(|(role, _)| *role).collect();
        self.look_at_cells(&asked);
        Ok(())
    }
}

/// The column of a name as a person types it.
pub(super) fn position(header: &[String], name: &str) -> Option<usize> {
    let exact = header.iter().position(|cell| cell.trim() == name.trim());
    exact.or_else(|| {
        let wanted = header_words(name);
        header.iter().position(|cell| header_words(cell) == wanted)
    })
}

/// What exports put below or between their rows.
fn not_a_row(row: &Row, header: &[String]) -> Option<&'static str> {
    if row.cells == header {
        return Some("it is the header again");
    }
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let first = filled.next()?.to_lowercase();
    let totals = [
        "grand total",
        "total",
        "subtotal",
        "sum",
        "count",
        "gesamt",
        "summe",
    ];
    let is_total = totals.iter().any(|word| {
        first.strip_prefix(word).is_some_and(|rest| {
            let rest = rest.trim_start_matches('s').trim();
            rest.is_empty()
                || rest.starts_with([':', '('])
                || rest.bytes().all(|b| b.is_ascii_digit())
        })
    });
    if is_total && header.len() > 1 {
        return Some("it is a total");
    }
    let footer = [
        "confidential information",
        "copyright",
        "generated by",
        "report generated",
        "as of ",
        "exported ",
    ];
    let alone = filled.next().is_none();
    (alone && header.len() > 1 && footer.iter().any(|word| first.starts_with(word)))
        .then_some("it is a line that the export adds")
}

/// A cell without spaces around it, with one sort of line break, and without the apostrophe by which a
/// spreadsheet is told that this is no formula.
fn clean(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    };
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn delimiter(head: &[u8], ended: bool, ending: &str, told: Option<u8>) -> Option<u8> {
    if told.is_some() {
        return told;
    }
    match ending {
        "tsv" | "tab" => return Some(b'\t'),
        "csv" => {}
        _ => {
            // A list of names may hold commas; a table has as many cells in each row.
            let tabs = records(head, ended, b'\t');
            let is_table = |rows: &[Vec<String>]| {
                let widths: Vec<usize> = rows
                    .iter()
                    .filter(|row| !is_blank(row))
                    .map(Vec::len)
                    .collect();
                widths.len() > 1 && widths[0] > 1 && widths.iter().all(|width| *width == widths[0])
            };
            let best = delimiter_of(head, ended);
            return match is_table(&tabs) {
                true => Some(b'\t'),
                false => is_table(&records(head, ended, best)).then_some(best),
            };
        }
    }
    Some(delimiter_of(head, ended))
}

fn why(problem: Problem) -> String {
    problem.to_string()
}

/// The text of a file that is no UTF-8 and has no mark of another encoding: older spreadsheets write
/// Windows-1252 (<https://encoding.spec.whatwg.org/index-windows-1252.txt>), in which every byte is a
/// character. Says also whether it was one.
fn without_windows_1252(bytes: Vec<u8>) -> (Vec<u8>, bool) {
    const FROM_128: [u16; 32] = [
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
        0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
    ];
    let wide = matches!(bytes.as_slice(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || bytes.iter().take(64).any(|b| *b == 0);
    if wide || std::str::from_utf8(&bytes).is_ok() {
        return (bytes, false);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for byte in bytes {
        let unit = match byte {
            0x80..=0x9f => FROM_128[usize::from(byte - 0x80)],
            byte => u16::from(byte),
        };
        text.push(char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}'));
    }
    (text.into_bytes(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        bytes(text.as_bytes(), "csv")
    }

    fn bytes(bytes: &[u8], ending: &str) -> Table {
        Table::parse(bytes.to_vec(), "x", "x", ending, &Reading::default()).unwrap()
    }

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() {
        let table = table(
            "Campaign Name,Start Date,Notes\nA,2026-01-01,\"two\nlines\"\n,,\nB,2026-01-02,\n",
        );
        let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 4]);
        assert_eq!(table.rows[0].cell(2), "two\nlines");
    }

    #[test]
    fn what_reports_put_around_their_rows_is_told_apart() {
        let table = table(
            "My report\nas of 2026-11-22\n\n\"Campaign Name\";\"Start Date\"\nA;2026-01-01\n\nGrand Totals (1 records);\nConfidential Information - Do Not Distribute\n",
        );
        assert_eq!(table.header, ["Campaign Name", "Start Date"]);
        assert_eq!(table.rows.len(), 1);
        assert_eq!(table.skipped.len(), 4, "{:?}", table.skipped);
    }

    #[test]
    fn older_encodings_are_read() {
        let old = bytes(
            b"Campaign Name,Start Date\nZ\xfcrich \x96 M\xe4rz,2026-03-01\n",
            "csv",
        );
        assert_eq!(old.rows[0].cell(0), "Zürich – März");
        assert_eq!(old.stored_as, Some("Windows-1252"));
        let wide: Vec<u8> = "\u{feff}Campaign Name\tStart Date\nZürich\t2026-03-01\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let wide = bytes(&wide, "csv");
        assert_eq!(wide.rows[0].cells, ["Zürich", "2026-03-01"]);
        assert_eq!(wide.stored_as, Some("UTF-16"));
    }

    #[test]
    fn a_list_of_names_with_commas_stays_a_list() {
        let list = bytes(b"2026_EMEA_Spring, early\n2026_EMEA_Autumn\n", "txt");
        assert_eq!(list.rows[0].cells, ["2026_EMEA_Spring, early"]);
    }
}
