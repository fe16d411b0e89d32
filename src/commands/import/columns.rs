//! Columns whose cells are values of the taxonomy, and rows of several tables.

use super::dates::is_open;
use super::roles::Role;
use super::spelling::{nothing_same, same_language, same_region};

/// A row of one of several tables.
pub(super) type RowId = usize;

const TABLES: usize = 1 << 40;

/// The row of a table.
pub(super) fn row_id(table: usize, row: usize) -> RowId {
    table * TABLES + row
}

/// The number that a spreadsheet shows.
pub(super) fn row_of(id: RowId) -> usize {
    id % TABLES
}

/// The table that it is in.
pub(super) fn table_of(id: RowId) -> usize {
    id / TABLES
}

/// A dimension of the taxonomy that a column becomes.
#[derive(Debug)]
pub(super) struct Dimension {
    pub(super) role: Role,
    /// Its id.
    pub(super) id: &'static str,
    /// The key of a campaign that refers to it.
    pub(super) key: &'static str,
    /// The file.
    pub(super) file: &'static str,
    /// Whether a cell may hold several.
    pub(super) is_list: bool,
    /// What means the same.
    pub(super) same: fn(&str) -> Option<&'static str>,
}

#[rustfmt::skip]
pub(super) const DIMENSIONS: &[Dimension] = &[
    Dimension { role: Role::Region, id: "region", key: "region", file: "regions", is_list: true, same: same_region },
    Dimension { role: Role::Language, id: "language", key: "languages", file: "languages", is_list: true, same: same_language },
    Dimension { role: Role::Persona, id: "persona", key: "persona", file: "personas", is_list: true, same: nothing_same },
    Dimension { role: Role::BusinessUnit, id: "business-unit", key: "business-unit", file: "business-units", is_list: false, same: nothing_same },
    Dimension { role: Role::Product, id: "product", key: "product", file: "products", is_list: true, same: nothing_same },
    Dimension { role: Role::Industry, id: "industry", key: "industry", file: "industries", is_list: true, same: nothing_same },
    Dimension { role: Role::CostCode, id: "budget", key: "budget", file: "budgets", is_list: false, same: nothing_same },
];

/// The values of a cell. A comma divides only what is short: `Banking, Insurance & Pensions` may be one.
pub(super) fn parts(cell: &str, is_list: bool) -> Vec<&str> {
    // `NA` is a region as often as it is nothing.
    let is_nothing = |text: &str| is_open(text) && text != "NA";
    if is_nothing(cell) {
        return Vec::new();
    }
    let pieces: Vec<&str> = match is_list {
        true if cell.contains([';', '|', '\n']) => cell.split([';', '|', '\n']).collect(),
        true if cell.contains(',') && cell.split(',').all(|part| is_short(part.trim())) => {
            cell.split(',').collect()
        }
        true if cell.contains('/') && cell.split('/').all(|part| is_short(part.trim())) => {
            cell.split('/').collect()
        }
        _ => vec![cell],
    };
    let mut parts: Vec<&str> = Vec::new();
    for piece in pieces
        .into_iter()
        .map(str::trim)
        .filter(|piece| !is_nothing(piece))
    {
        if !parts.contains(&piece) {
            parts.push(piece);
        }
    }
    parts
}

/// One word, or two short ones.
fn is_short(part: &str) -> bool {
    !part.is_empty()
        && part.len() <= 24
        && part.split_whitespace().count() <= 2
        && !part.contains('&')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_hold_several() {
        assert_eq!(parts("EMEA; AMER;EMEA", true), ["EMEA", "AMER"]);
        assert_eq!(parts("EMEA, APAC", true), ["EMEA", "APAC"]);
        assert_eq!(
            parts("Banking, Insurance & Pensions", true),
            ["Banking, Insurance & Pensions"]
        );
        assert_eq!(parts("EMEA, APAC", false), ["EMEA, APAC"]);
        assert!(parts("N/A", true).is_empty());
    }
}
