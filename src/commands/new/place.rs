//! What a new campaign is called and where it lies: as those that are there.

use jiff::civil::Date;

use super::super::around;
use super::period;
use crate::model::values::{parse_date, to_id};
use crate::workspace::{CalendarInForce, Workspace};

/// Where campaigns lie in a workspace that has none.
const FOLDER: &str = "campaigns";

/// A campaign of the workspace, as far as new ones follow it.
pub(super) struct Example<'a> {
    pub(super) id: &'a str,
    channel: &'a str,
    /// The folder, with a `/` at its end; empty for the folder of the workspace.
    folder: &'a str,
    date: Option<Date>,
    has_event: bool,
}

/// The campaigns that are there, and what a year is.
pub(super) struct Examples<'a> {
    all: Vec<Example<'a>>,
    calendar: Option<CalendarInForce<'a>>,
}

impl<'a> Examples<'a> {
    pub(super) fn of(workspace: &Workspace<'a>) -> Examples<'a> {
        let examples = around::all(workspace).map(|(id, file, document)| {
            let path = workspace.sources.path(file.file);
            let value = |key: &str| document.root.get(key).and_then(|node| node.value());
            let date = |key: &str| value(key).and_then(|text| parse_date(text).ok());
            Example {
                id,
                channel: value("channel").unwrap_or_default(),
                folder: path.rfind('/').map_or("", |slash| &path[..=slash]),
                date: date("event").or_else(|| date("start")),
                has_event: date("event").is_some(),
            }
        });
        Examples {
            all: examples.collect(),
            calendar: workspace.calendar.clone(),
        }
    }

    /// The word for the same kind of period around another date.
    pub(super) fn moved(&self, word: &str, old: Date, new: Date) -> Option<String> {
        let fiscal = |date: Date| {
            let quarter = self.calendar.as_ref()?.fiscal_quarter(date)?;
            Some((quarter.year, quarter.quarter))
        };
        period::moved(word, old, new, &fiscal)
    }

    /// Whether an id is taken.
    pub(super) fn has(&self, id: &str) -> bool {
        self.all.iter().any(|example| example.id == id)
    }

    /// Whether campaigns of a channel have a day of the event; `None` where there are none.
    pub(super) fn have_events(&self, channel: &str) -> Option<bool> {
        let mut own = self.all.iter().filter(|example| example.channel == channel);
        let first = own.next()?;
        Some(first.has_event || own.any(|example| example.has_event))
    }

    /// The campaign that a new one follows: of the same channel, in a folder that is called by its own
    /// date, near in time.
    fn nearest(&self, channel: &str, date: Option<Date>) -> Option<&Example<'a>> {
        self.all.iter().min_by_key(|example| {
            let days = match (example.date, date) {
                (Some(old), Some(new)) => days_between(old, new).abs(),
                _ => i64::MAX,
            };
            let by_period = self.in_period(example);
            (example.channel != channel, !by_period, days, example.id)
        })
    }

    fn in_period(&self, example: &Example<'_>) -> bool {
        example.date.is_some_and(|date| {
            let mut parts = example.folder.split('/');
            parts.any(|part| self.moved(part, date, date).is_some())
        })
    }

    /// The folder for a new campaign, with a `/` at its end.
    pub(super) fn folder(&self, channel: &str, date: Option<Date>) -> String {
        let Some(example) = self.nearest(channel, date) else {
            return format!("{FOLDER}/");
        };
        let (Some(old), Some(new)) = (example.date, date) else {
            return example.folder.to_string();
        };
        let parts = example.folder.split('/').map(|part| {
            let moved = self.moved(part, old, new);
            moved.unwrap_or_else(|| part.to_string())
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// The id for a new campaign: its date, what it is about, and its channel where the ids of others
    /// name theirs.
    pub(super) fn id(&self, channel: &str, date: Option<Date>, about: &str) -> String {
        let same: Vec<&Example<'_>> = self
            .all
            .iter()
            .filter(|example| example.channel == channel)
            .collect();
        let others: Vec<&Example<'_>> = match same.is_empty() {
            true => self.all.iter().collect(),
            false => same,
        };
        let dashed = |date: Date| date.strftime("%Y-%m-%d").to_string();
        let plain = |date: Date| date.strftime("%Y%m%d").to_string();
        let dated: Vec<&&Example<'_>> = others.iter().filter(|one| one.date.is_some()).collect();
        let begins = |form: &dyn Fn(Date) -> String| {
            dated
                .iter()
                .any(|one| one.date.is_some_and(|date| one.id.starts_with(&form(date))))
        };
        let mut parts = Vec::new();
        if let Some(date) = date {
            if begins(&dashed) {
                parts.push(dashed(date));
            } else if dated.is_empty() || begins(&plain) {
                parts.push(plain(date));
            }
        }
        parts.push(to_id(about));
        let names_channel = others.iter().any(|one| one.id.contains(one.channel));
        if (others.is_empty() || names_channel) && !to_id(about).contains(channel) {
            parts.push(channel.to_string());
        }
        parts.retain(|part| !part.is_empty());
        parts.join("-")
    }
}

/// How many days from one date to another.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
