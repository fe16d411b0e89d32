//! What the cells of a table tell about its header: a column called `State` that holds `TX` is no status.

use std::collections::HashMap;

use super::campaigns;
use super::dates::{Look, look};
use super::roles::{Role, header_words};
use super::table::Table;

/// Days that are about the record, not about the campaign.
const NOT_THE_DAY: &[&str] = &[
    "created",
    "modified",
    "updated",
    "last",
    "posted",
    "added",
    "deadline",
    "cfp",
    "entry",
    "submitted",
    "approved",
    "paid",
    "invoice",
    "sent",
    "viewed",
    "published",
];

/// Words of which one stands in the header of a column with days.
const DAY_WORDS: &[&str] = &[
    "date", "dates", "day", "datum", "fecha", "data", "termin", "when",
];

impl Table {
    /// Corrects what the header says of columns by what stands in them; what was asked for stays.
    pub(super) fn look_at_cells(&mut self, asked: &[Role]) {
        let is_free = |role: Role| !asked.contains(&role);
        if is_free(Role::Status) && self.is_place_and_no_status() {
            self.forget(Role::Status);
        }
        if is_free(Role::Id) && self.is_id_of_something_else() {
            self.forget(Role::Id);
        }
        let has_day = [Role::Start, Role::Event, Role::Source, Role::FieldType]
            .into_iter()
            .any(|role| self.column(role).is_some());
        if !has_day
            && self.column(Role::Name).is_some()
            && let Some(column) = (0..self.header.len()).find(|column| self.holds_days(*column))
        {
            self.roles[column] = Some(Role::Event);
        }
    }

    fn forget(&mut self, role: Role) {
        for known in &mut self.roles {
            if *known == Some(role) {
                *known = None;
            }
        }
    }

    /// Whether `State` is a part of a country.
    fn is_place_and_no_status(&self) -> bool {
        self.column(Role::Status).is_some_and(|column| {
            header_words(&self.header[column]) == "state"
                && self.filled(column) > 0
                && self
                    .rows
                    .iter()
                    .all(|row| campaigns::status(row.cell(column)).is_none())
        })
    }

    /// Whether one id stands beside many names: then it is not the campaign's.
    fn is_id_of_something_else(&self) -> bool {
        let (Some(id), Some(name)) = (self.column(Role::Id), self.column(Role::Name)) else {
            return false;
        };
        let mut names: HashMap<&str, &str> = HashMap::new();
        let mut others = 0;
        for row in self.rows.iter().filter(|row| !row.cell(id).is_empty()) {
            let first = *names.entry(row.cell(id)).or_insert_with(|| row.cell(name));
            others += usize::from(first != row.cell(name));
        }
        others * 3 > self.filled(id)
    }

    /// Whether a column that nothing is known of holds days, by its name and its cells.
    fn holds_days(&self, column: usize) -> bool {
        let header = header_words(&self.header[column]);
        let mut words = header.split(' ');
        if self.roles[column].is_some()
            || !words.clone().any(|word| DAY_WORDS.contains(&word))
            || words.any(|word| NOT_THE_DAY.contains(&word))
        {
            return false;
        }
        let days = self
            .rows
            .iter()
            .filter(|row| !matches!(look(row.cell(column)), Look::Open | Look::Unreadable))
            .count();
        days > 0 && days * 3 >= self.filled(column) * 2
    }
}
