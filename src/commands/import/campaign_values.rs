//! The values that rows refer to: regions, channels, owners and the like, grouped over all tables.

use super::campaigns::{Campaigns, status};
use super::columns::{DIMENSIONS, RowId, parts, row_id, row_of, table_of};
use super::ids::Ids;
use super::report::{About, row_list, rows};
use super::roles::Role;
use super::spelling::{Values, key, near_regions, nothing_same};
use super::table::Table;

impl Campaigns {
    /// Groups the spellings of everything that is referred to.
    pub(super) fn group(&mut self, tables: &[Table], abouts: &mut [About]) {
        for dimension in DIMENSIONS {
            let (values, title) =
                grouped(tables, dimension.role, dimension.is_list, dimension.same);
            if values.list.is_empty() {
                continue;
            }
            let mut values = values;
            if dimension.role == Role::Language {
                values.use_codes();
            }
            tell_variants(&values, &title, tables, abouts);
            if dimension.role == Role::Region {
                for (value, other) in near_regions(&values) {
                    let what = format!(
                        "\"{}\" may mean the same region as \"{}\"; they were kept apart",
                        value.label, other.label
                    );
                    let detail = format!("{} beside {}", rows(value.rows), rows(other.rows));
                    let row = value.first;
                    abouts[table_of(row)].doubt(&what, row_of(row), &detail);
                }
            }
            self.dimensions.push((dimension, values, title));
        }
        let (channels, title) = grouped(tables, Role::Type, false, nothing_same);
        tell_variants(&channels, &title, tables, abouts);
        (self.channels, self.channel_title) = (channels, title);
        let (owners, title) = grouped(tables, Role::Owner, false, nothing_same);
        tell_variants(&owners, &title, tables, abouts);
        self.owners = owners;
        let (statuses, title) = grouped(tables, Role::Status, false, nothing_same);
        tell_variants(&statuses, &title, tables, abouts);
        for value in statuses
            .list
            .iter()
            .filter(|value| status(&value.label).is_none())
        {
            let about = &mut abouts[table_of(value.first)];
            about.left_out.push(format!("\"{title}\" says \"{}\" in {}, which is neither draft, live, done nor aborted; `status` is left out there.", value.label, rows(value.rows)));
        }
    }
}

/// The values of a column over all tables, and what the column is called.
fn grouped(
    tables: &[Table],
    role: Role,
    is_list: bool,
    same: fn(&str) -> Option<&'static str>,
) -> (Values, String) {
    let mut cells = Vec::new();
    let mut title = String::new();
    for (at, table) in tables.iter().enumerate() {
        let Some(column) = table.column(role) else {
            continue;
        };
        if title.is_empty() {
            title = table.title(column);
        }
        for row in &table.rows {
            let id = row_id(at, row.number);
            cells.extend(
                parts(row.cell(column), is_list)
                    .into_iter()
                    .map(|part| (part, id)),
            );
        }
    }
    (Values::group(cells.into_iter(), same), title)
}

/// Says which values are spelt in several ways, and which look like slips.
fn tell_variants(values: &Values, title: &str, tables: &[Table], abouts: &mut [About]) {
    for value in values.with_variants() {
        for other in &value.others {
            let what = format!(
                "\"{title}\" is spelt \"{}\" where most say \"{}\"",
                other.text, value.label
            );
            for row in &other.rows {
                abouts[table_of(*row)].doubt(&what, row_of(*row), "");
            }
        }
    }
    for (slip, meant) in values.slips() {
        let what = format!("\"{title}\" may hold a slip");
        abouts[table_of(slip.first)].doubt(
            &what,
            row_of(slip.first),
            &format!(
                "\"{}\" beside \"{}\" ({} rows)",
                slip.label, meant.label, meant.rows
            ),
        );
    }
    if values.list.is_empty() {
        return;
    }
    let at = tables
        .iter()
        .position(|table| table.header.iter().any(|name| name == title))
        .unwrap_or_default();
    let mut names: Vec<String> = values
        .list
        .iter()
        .take(8)
        .map(|value| format!("{} ({})", value.label, value.rows))
        .collect();
    if values.list.len() > 8 {
        names.push("…".to_string());
    }
    let count = values.list.len();
    let word = if count == 1 { "value" } else { "values" };
    abouts[at].inferred.push(format!(
        "\"{title}\" has {count} {word}: {}",
        names.join(", ")
    ));
}

impl Values {
    /// Calls languages by their codes.
    fn use_codes(&mut self) {
        let mut ids = Ids::default();
        for value in &mut self.list {
            let code = super::spelling::same_language(&key(&value.label)).map(str::to_string);
            value.id = ids.take(&code.unwrap_or_else(|| value.id.clone()));
        }
    }

    /// How a reference to a spelling is written: the id, or another spelling as it stands, so that it
    /// is found as what it is.
    pub(super) fn reference(&self, text: &str) -> Option<String> {
        let value = self.of(text)?;
        let is_variant = text != value.label
            && !text.eq_ignore_ascii_case(&value.id)
            && !text.eq_ignore_ascii_case(&value.label);
        Some(
            match is_variant && !text.contains([',', '\n']) && text.len() <= 80 {
                true => text.to_string(),
                false
                    if text != value.label
                        && !text.contains(',')
                        && text.eq_ignore_ascii_case(&value.id) =>
                {
                    text.to_string()
                }
                false => value.id.clone(),
            },
        )
    }
}

/// The rows of a spelling, for a comment.
pub(super) fn spelling_rows(rows: &[RowId]) -> String {
    let rows: Vec<usize> = rows.iter().map(|row| row_of(*row)).collect();
    row_list(&rows)
}
