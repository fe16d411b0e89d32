//! The sources and mediums of the policy are written as it says that values are written.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::{Spelling, Tracking};
use crate::model::reader::shown;
use crate::model::values::Text;

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    let policy = context.tracking();
    let Some(spelling) = policy.and_then(|policy| policy.keys.spelling) else { return };
    let sources = tracking.sources.iter().flat_map(|map| &map.entries);
    let mediums = tracking.mediums.iter().flat_map(|map| &map.entries);
    let on_purpose = tracking.lands_nowhere_on_purpose.iter().flat_map(|map| &map.entries);
    let names = sources
        .flat_map(|(source, mediums)| std::iter::once(source).chain(&mediums.items))
        .chain(mediums.map(|(name, _)| name))
        .chain(on_purpose.map(|(name, _)| name));
    let mut told = HashSet::new();
    for name in names {
        let Some(wrong) = wrong(name.value, spelling) else { continue };
        if !told.insert(name.value) {
            continue;
        }
        report
            .find(
                name.node,
                format!("`{}` {wrong}, which the policy does not allow in values.", shown(name.value)),
                help(name, spelling),
            )
            .because(Place::from(spelling.node), "how values are written");
    }
}

/// What is wrong with a value, in words that follow it.
fn wrong(value: &str, spelling: Spelling<'_>) -> Option<String> {
    let value = value.trim();
    if value.contains(char::is_whitespace) {
        return Some("has a space".to_string());
    }
    if let Some(c) = value.chars().find(|c| !c.is_alphanumeric() && !spelling.allows(*c)) {
        return Some(format!("has a `{c}`"));
    }
    let upper = spelling.lower_case && value.chars().any(char::is_uppercase);
    upper.then(|| "has capital letters".to_string())
}

fn help(name: &Text<'_>, spelling: Spelling<'_>) -> String {
    let joiner = ['-', '_', '.'].into_iter().find(|c| spelling.allows(*c));
    let mut better = String::new();
    for c in name.value.trim().chars() {
        if c.is_alphanumeric() || (!c.is_whitespace() && spelling.allows(c)) {
            match spelling.lower_case {
                true => better.extend(c.to_lowercase()),
                false => better.push(c),
            }
        } else if let Some(joiner) = joiner.filter(|joiner| !better.ends_with(*joiner)) {
            better.push(joiner);
        }
    }
    format!("Write `{}`, here and in links.", shown(&better))
}
