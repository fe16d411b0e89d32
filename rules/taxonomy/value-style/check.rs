//! The labels of a dimension begin alike.

use std::collections::BTreeMap;

use crate::checks::Context;
use crate::checks::vocabulary::leftover::leftover;
use crate::diagnostics::{Place, Reporter};
use crate::model::Taxonomy;
use crate::model::reader::{capitalised, shown};
use crate::model::values::Text;

/// With fewer values there is no custom to speak of.
const FEWEST: usize = 8;

/// So many values with one beginning are a group, in which small letters may be odd.
const GROUP: usize = 4;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let values = dimension.values.iter().flat_map(|values| &values.entries);
        let labels: Vec<Text<'_>> = values
            .filter_map(|(_, value)| value.label)
            .filter(|label| label.value.starts_with(char::is_alphabetic))
            .collect();
        details(&labels, report);
        let is_small = |label: &&Text<'_>| label.value.starts_with(char::is_lowercase);
        let small = labels.iter().filter(is_small).count();
        if labels.len() < FEWEST || small == 0 || small * 10 > labels.len() {
            continue;
        }
        let Some(example) = labels.iter().find(|label| !is_small(label)) else { continue };
        for label in labels.iter().filter(is_small) {
            // `eBook` and `iOS` are written so.
            if label.value.chars().nth(1).is_some_and(char::is_uppercase) {
                continue;
            }
            report
                .find(
                    label.node,
                    format!("`{}` begins with a small letter, unlike the other values.", shown(label.value)),
                    format!("Write `{}`, here and in the platform.", shown(&capitalised(label.value))),
                )
                .because(example.node, "another value");
        }
    }
}

/// What follows `Gated Content - ` begins alike as well.
fn details(labels: &[Text<'_>], report: &mut Reporter) {
    let mut groups: BTreeMap<&str, Vec<(Text<'_>, &str)>> = BTreeMap::new();
    for label in labels {
        let Some((group, detail)) = label.value.split_once(" - ") else { continue };
        // What is no value at all is told by taxonomy/value-placeholder.
        if detail.starts_with(char::is_alphabetic) && leftover(label.value).is_none() {
            groups.entry(group).or_default().push((*label, detail));
        }
    }
    for group in groups.values() {
        let is_small = |(_, detail): &&(Text<'_>, &str)| {
            detail.starts_with(char::is_lowercase) && !detail.chars().nth(1).is_some_and(char::is_uppercase)
        };
        let small = group.iter().filter(is_small).count();
        let usual = group.iter().find(|one| !is_small(one));
        let (Some((usual, _)), true) = (usual, group.len() >= GROUP && small * 3 <= group.len()) else { continue };
        for (label, detail) in group.iter().filter(is_small) {
            let at = label.value.len() - detail.len();
            report
                .find(
                    Place::part(label.node, at..label.value.len()),
                    format!("`{}` begins with a small letter, unlike the others of its group.", shown(detail)),
                    format!("Write `{}`, here and in the platform.", shown(&capitalised(detail))),
                )
                .because(usual.node, "another of the group");
        }
    }
}
