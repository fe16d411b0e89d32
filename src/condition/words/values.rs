//! Lists of values, group names written out, and periods of time.

use super::Reader;
use super::part::Part;
use crate::condition::cel::MAX_DEPTH;
use crate::condition::constant;
use crate::condition::expression::{Members, Period};
use crate::condition::field::FieldType;
use crate::condition::problem::Problem;
use crate::condition::term::{Constant, Field};
use crate::condition::words::did::MOST_DAYS;
use crate::syntax::{Node, NodeKind};

/// How many values a list may have, group names written out.
pub(super) const MAX_VALUES: usize = 10_000;

/// How many months a period may have.
const MOST_MONTHS: u32 = 1200;

impl Reader<'_> {
    /// The items of a list, written in YAML or inside one text.
    pub(super) fn items<'t>(&mut self, node: Node<'t>) -> Option<Vec<Part<'t>>> {
        let mut items = Vec::new();
        let mut sound = true;
        for item in node.items() {
            match Part::whole(item) {
                Some(part) if !part.text.is_empty() && !item.is_null() => items.push(part),
                _ if item.resolved().kind() == NodeKind::Error => {
                    self.complete = false;
                    sound = false;
                }
                _ => {
                    let help = "Lists hold plain values; emptiness is asked with the word empty.";
                    sound = false;
                    let _: Option<()> = self.problem(item.span(), "This item is no value.", help);
                }
            }
        }
        if items.is_empty() && sound {
            let help = "Write values between the brackets.";
            return self.problem(node.resolved().span(), "This list is empty.", help);
        }
        sound.then_some(items)
    }

    /// The items of a list inside one text, or the text itself as the only item.
    pub(super) fn items_in<'t>(&mut self, part: Part<'t>) -> Option<Vec<Part<'t>>> {
        if !part.is_list() {
            return Some(vec![part]);
        }
        let Some(items) = part.items() else {
            let help = "Write [VP, Director]; an item with a comma or a bracket stands in quotes.";
            return self.problem(part.span(), "This list is not well formed.", help);
        };
        if items.iter().any(|item| item.text.is_empty()) {
            let help = "Write values between the brackets and commas.";
            return self.problem(part.span(), "A value of this list is missing.", help);
        }
        Some(items)
    }

    /// The values that items stand for, groups written out.
    pub(super) fn members(
        &mut self,
        items: &[Part<'_>],
        field: &Field,
        field_type: &FieldType,
    ) -> Option<Members> {
        let (mut values, mut shown, mut sound) = (Vec::new(), Vec::new(), true);
        for item in items {
            let Some(read) = self.value_or_group(*item, field, field_type) else {
                sound = false;
                continue;
            };
            values.extend(read);
            shown.push(item.text.to_owned());
            if values.len() > MAX_VALUES {
                let message = format!("This list has more than {MAX_VALUES} values.");
                return self.problem(item.span(), message, "Use fewer or smaller groups.");
            }
        }
        sound.then(|| Members::new(values, shown))
    }

    /// One value, or the members of a group. A listed value that is also the name of a group is the
    /// value; of free text, everything would be a value, so there the group is meant.
    pub(super) fn value_or_group(
        &mut self,
        item: Part<'_>,
        field: &Field,
        field_type: &FieldType,
    ) -> Option<Vec<Constant>> {
        let is_free = matches!(field_type.item(), FieldType::Text { .. });
        let read = constant::constant(item.text, field_type);
        if (read.is_err() || is_free)
            && let Some(members) = self.fields.group(&field.name, item.text)
        {
            return self.group(item, &members, field_type);
        }
        let complaint = match read {
            Ok(value) => return Some(vec![value]),
            Err(complaint) => complaint,
        };
        let groups = self.fields.group_names(&field.name);
        let names = field_type.choices().iter().chain(&groups);
        let meant = match item.text {
            "unknown" | "missing" | "none" | "null" | "blank" => Some("empty"),
            "any" | "set" | "filled" | "present" => Some("known"),
            text => crate::condition::problem::nearest(text, names.map(String::as_str)),
        };
        let suggestion = meant.map(str::to_owned).or(complaint.suggestion);
        let problem = Problem::new(item.span(), complaint.message, complaint.help);
        self.note(problem.suggest(suggestion))
    }

    fn group(
        &mut self,
        item: Part<'_>,
        members: &[String],
        field_type: &FieldType,
    ) -> Option<Vec<Constant>> {
        let mut values = Vec::with_capacity(members.len());
        for member in members {
            match constant::constant(member, field_type) {
                Ok(value) => values.push(value),
                Err(complaint) => {
                    let message = format!(
                        "The group `{}` has a member that does not fit: {}",
                        item.text, complaint.message
                    );
                    return self.problem(item.span(), message, "Correct it where the group is.");
                }
            }
        }
        if values.is_empty() {
            let message = format!("The group `{}` has no members.", item.text);
            return self.problem(item.span(), message, "Give it members, or name another.");
        }
        Some(values)
    }

    /// `30 days`, `2 weeks`, `12 months`.
    pub(super) fn period(&mut self, part: Part<'_>) -> Option<Period> {
        let (count, unit) = part.text.split_once(' ').unwrap_or((part.text, ""));
        let read = match (count.parse::<u32>(), unit.trim()) {
            (Ok(days), "day" | "days") => Some(Period::Days(days)),
            (Ok(weeks), "week" | "weeks") => weeks.checked_mul(7).map(Period::Days),
            (Ok(months), "month" | "months") => Some(Period::Months(months)),
            (Ok(years), "year" | "years") => {
                let months = years.saturating_mul(12);
                let help = "Write days, weeks or months.";
                let problem = Problem::new(part.span(), "Years are written as months.", help);
                return self.note(problem.suggest(Some(format!("{months} months"))));
            }
            _ => None,
        };
        match read {
            Some(Period::Days(days)) if days <= MOST_DAYS => read,
            Some(Period::Months(months)) if months <= MOST_MONTHS => read,
            Some(_) => {
                let help = "Write at most 100 years.";
                self.problem(part.span(), "This time is too long.", help)
            }
            None => {
                let help = "Write a number and days, weeks or months: 30 days.";
                let message = format!("`{}` is no length of time.", part.text);
                self.problem(part.span(), message, help)
            }
        }
    }
}

// Printed words must be readable as CEL too, where nesting is limited more narrowly.
const _: () = assert!(super::MAX_NESTING < MAX_DEPTH);
