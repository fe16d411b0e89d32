//! The days of a list of campaigns: each column is read by what all of it shows.

use std::collections::BTreeMap;

use super::campaigns::Record;
use super::dates::{self, Evidence, Look, Order, Shape, Told};
use super::report::{About, rows};
use super::roles::Role;
use super::table::{Row, Table};

const DAYS: [(Role, &str); 3] = [
    (Role::Start, "start"),
    (Role::Event, "event"),
    (Role::End, "end"),
];

/// The columns with days of a table, and how to read each.
pub(super) struct Days {
    columns: Vec<DayColumn>,
}

struct DayColumn {
    column: usize,
    key: &'static str,
    order: Order,
    /// How most of its days are written.
    usual: Shape,
    /// In a column that mixes both orders, whether the day stands first in the rarer one.
    rarer: Option<bool>,
}

impl Days {
    pub(super) fn new(table: &Table, told: Option<Order>, about: &mut About) -> Days {
        let mut whole = Evidence::default();
        let mut found = Vec::new();
        for (role, key) in DAYS {
            let Some(column) = table.column(role) else {
                continue;
            };
            let mut evidence = Evidence::default();
            let mut shapes: BTreeMap<Shape, usize> = BTreeMap::new();
            for row in &table.rows {
                let look = dates::look(row.cell(column));
                evidence.see(&look);
                let shape = match look {
                    Look::Day(_, shape) | Look::Range(_, _, shape) => shape,
                    Look::Either(..) | Look::Certain(..) => Shape::Numbers,
                    _ => continue,
                };
                *shapes.entry(shape).or_default() += 1;
            }
            whole.add(evidence);
            let usual = shapes
                .iter()
                .max_by_key(|(_, count)| **count)
                .map(|(shape, _)| *shape);
            found.push((column, key, evidence, usual.unwrap_or(Shape::YearFirst)));
        }
        let mut columns = Vec::new();
        for (column, key, evidence, usual) in found {
            let own = evidence.order();
            let order = match (told, own) {
                (Some(told), _) => told,
                (None, Order::Unknown) => whole.order(),
                (None, own) => own,
            };
            let title = table.title(column);
            if evidence.either + evidence.day_first + evidence.month_first > 0 {
                about.assumed.push(assumption(
                    &title,
                    order,
                    evidence,
                    told.is_some(),
                    own == Order::Unknown,
                ));
            }
            let is_mixed = order == Order::Mixed;
            columns.push(DayColumn {
                column,
                key,
                order,
                usual,
                rarer: is_mixed.then_some(evidence.day_first <= evidence.month_first),
            });
        }
        Days { columns }
    }

    /// The days of a row.
    pub(super) fn read(&self, table: &Table, row: &Row, record: &mut Record, about: &mut About) {
        for &DayColumn {
            column,
            key,
            order,
            usual,
            rarer,
        } in &self.columns
        {
            let cell = row.cell(column);
            let title = table.title(column);
            let look = dates::look(cell);
            let is_rare = matches!(look, Look::Certain(_, day_first) if rarer == Some(day_first));
            if is_rare {
                let (rare, usual) = match rarer {
                    Some(true) => ("day", "month"),
                    _ => ("month", "day"),
                };
                let what = format!(
                    "\"{title}\" has the {rare} first, where others have the {usual} first"
                );
                about.doubt(&what, row.number, cell);
            }
            match look.told(order) {
                Told::Open if cell.is_empty() => {}
                Told::Open => about.doubt(&format!("\"{title}\" is not settled"), row.number, cell),
                Told::Unclear(why) => {
                    about.doubt(
                        &format!(
                            "\"{title}\" can't be read for certain, and is kept under `unclear`"
                        ),
                        row.number,
                        &format!("{cell}: {why}"),
                    );
                    record.unclear.push((key, cell.to_string(), why));
                }
                Told::Day(first, last, shape) => {
                    let unusual = shape != usual;
                    if unusual {
                        let what = format!(
                            "\"{title}\" is not written as the rest of its column ({})",
                            usual.shown()
                        );
                        about.doubt(&what, row.number, cell);
                    }
                    let says_more = cell != first.to_string();
                    let written = if says_more && (unusual || is_rare || last.is_some()) {
                        format!("written \"{cell}\"")
                    } else {
                        String::new()
                    };
                    record.days.push((key, first, written.clone()));
                    let has_end = table
                        .column(Role::End)
                        .is_some_and(|end| !row.cell(end).is_empty());
                    if let Some(last) = last.filter(|_| key != "end" && !has_end) {
                        record.days.push(("end", last, written));
                    }
                }
            }
        }
        let day = |key: &str| {
            record
                .days
                .iter()
                .find(|(k, ..)| *k == key)
                .map(|(_, day, _)| *day)
        };
        let begins = day("start").or(day("event"));
        if let (Some(begins), Some(end)) = (begins, day("end"))
            && end < begins
        {
            about.doubt(
                "ends before it starts",
                row.number,
                &format!("{begins} to {end}, {}", record.name),
            );
        }
        if let (Some(start), Some(event)) = (day("start"), day("event"))
            && event < start
        {
            about.doubt(
                "the event is before the start",
                row.number,
                &format!("{event}, start {start}"),
            );
        }
        record.days.dedup_by(|a, b| a.0 == b.0);
    }
}

fn assumption(
    title: &str,
    order: Order,
    evidence: Evidence,
    told: bool,
    from_others: bool,
) -> String {
    let Evidence {
        day_first,
        month_first,
        either,
    } = evidence;
    let could_be = match either {
        0 => String::new(),
        1 => ", 1 could be either".to_string(),
        n => format!(", {n} could be either"),
    };
    let kept = |count: usize, which: &str| match count {
        0 => String::new(),
        1 => format!("; 1 that {which} is kept as written, under `unclear`"),
        n => format!("; {n} that {which} are kept as written, under `unclear`"),
    };
    let (word, certain, stray) = match order {
        Order::DayFirst => ("the day first", day_first, month_first),
        Order::MonthFirst => ("the month first", month_first, day_first),
        Order::Mixed => {
            return format!(
                "\"{title}\" has the day first in {} and the month first in {}{}.",
                rows(day_first),
                rows(month_first),
                kept(either, "could be either")
            );
        }
        Order::Unknown => {
            return format!(
                "Nothing tells whether \"{title}\" has the day or the month first{}. Say --dates day-first or --dates month-first.",
                kept(either, "could be either")
            );
        }
    };
    let reason = match (told, from_others) {
        (true, _) => "as --dates says".to_string(),
        (_, true) => "as in the other columns with days".to_string(),
        _ => format!("{certain} can only be read so"),
    };
    format!(
        "\"{title}\" has {word}: {reason}{could_be}{}.",
        kept(stray, "can't")
    )
}
