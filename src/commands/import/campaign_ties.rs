//! What rows have to do with each other: which is the parent of which, and which say the same.

use std::collections::HashMap;

use super::campaigns::{Campaigns, Record};
use super::columns::{RowId, row_id, row_of, table_of};
use super::ids::{Ids, slug};
use super::report::About;
use super::spelling::key;
use super::table::{Row, Table};

impl Campaigns {
    /// Campaigns by what their names say without case, signs and spaces; `None` where several say it.
    pub(super) fn by_name(&self) -> HashMap<String, Option<usize>> {
        let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
        for (at, record) in self.records.iter().enumerate() {
            by_name
                .entry(key(&record.name))
                .and_modify(|only| *only = None)
                .or_insert(Some(at));
        }
        by_name
    }

    /// Gives each campaign its file: by the year in which it begins, named as the campaign is.
    pub(super) fn name_files(&mut self) {
        let mut ids = Ids::default();
        for record in &mut self.records {
            let otherwise = format!("row-{}", row_of(record.row));
            record.id = ids.take(&slug(&record.name, &otherwise));
            let day = ["event", "start", "end"].iter().find_map(|key| {
                let found = record.days.iter().find(|(k, ..)| k == key);
                found.map(|(_, day, _)| *day)
            });
            record.folder = match day {
                Some(day) => format!("campaigns/{:04}", day.year()),
                None => "campaigns/undated".to_string(),
            };
        }
    }

    pub(super) fn find_parents(&mut self, abouts: &mut [About]) {
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, record) in self.records.iter().enumerate() {
            by_text.entry(spaced(&record.name)).or_default().push(at);
            if !record.platform_id.is_empty() {
                by_text
                    .entry(spaced(&record.platform_id))
                    .or_default()
                    .push(at);
            }
        }
        for at in 0..self.records.len() {
            let record = &self.records[at];
            if record.parent_named.is_empty() {
                continue;
            }
            let (row, named) = (record.row, record.parent_named.clone());
            let found = by_text
                .get(&spaced(&named))
                .map(Vec::as_slice)
                .unwrap_or_default();
            match *found {
                [parent] if parent != at => {
                    self.records[at].parent = Some(self.records[parent].id.clone())
                }
                [] => abouts[table_of(row)].doubt(
                    "the parent is not in the table; `parent` is left out",
                    row_of(row),
                    &named,
                ),
                [_] => abouts[table_of(row)].doubt(
                    "it is its own parent; `parent` is left out",
                    row_of(row),
                    &named,
                ),
                _ => abouts[table_of(row)].doubt(
                    "several rows could be the parent; `parent` is left out",
                    row_of(row),
                    &named,
                ),
            }
        }
    }

    pub(super) fn find_duplicates(&mut self, tables: &[Table], abouts: &mut [About]) {
        let rows: HashMap<RowId, &Row> = tables
            .iter()
            .enumerate()
            .flat_map(|(at, table)| {
                table
                    .rows
                    .iter()
                    .map(move |row| (row_id(at, row.number), row))
            })
            .collect();
        let mut by_id: HashMap<String, usize> = HashMap::new();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for at in 0..self.records.len() {
            let record = &self.records[at];
            let row = record.row;
            let first_id = (!record.platform_id.is_empty())
                .then(|| *by_id.entry(record.platform_id.clone()).or_insert(at))
                .filter(|first| *first != at);
            let first_name = Some(*by_name.entry(spaced(&record.name)).or_insert(at))
                .filter(|first| *first != at);
            let Some(first) = first_id.or(first_name) else {
                continue;
            };
            let other = &self.records[first];
            let same =
                rows.get(&row).map(|row| &row.cells) == rows.get(&other.row).map(|row| &row.cells);
            let (what, remark) = if same {
                ("the same record again", "The same record as")
            } else if first_id.is_some() {
                ("the same id again, with other cells", "The same id as")
            } else if record.name == other.name && is_another_day(record, other) {
                ("the same name again, on another day", "The same name as")
            } else if record.name == other.name {
                ("the same name again, with other cells", "The same name as")
            } else {
                (
                    "the same name again, spelt in another way",
                    "The same name, but for its spelling, as",
                )
            };
            let place = match table_of(other.row) == table_of(row) {
                true => format!("row {}", row_of(other.row)),
                false => format!(
                    "row {} of {}",
                    row_of(other.row),
                    abouts[table_of(other.row)].file
                ),
            };
            abouts[table_of(row)].doubt(what, row_of(row), &format!("{}, as {place}", record.name));
            self.records[at].remarks.push(format!("{remark} {place}."));
        }
    }
}

/// Whether two records begin on days of which neither is the other's.
fn is_another_day(one: &Record, other: &Record) -> bool {
    let first = |record: &Record| record.days.first().map(|(_, day, _)| *day);
    matches!((first(one), first(other)), (Some(a), Some(b)) if a != b)
}

/// A name for comparing: case and spaces don't count.
fn spaced(name: &str) -> String {
    name.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
