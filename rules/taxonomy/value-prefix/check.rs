//! The values of a group begin alike: `Request - Contact`, `Request - Demo`.

use std::collections::BTreeMap;

use crate::checks::Context;
use crate::checks::vocabulary::vocabularies;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::values::Text;

/// What stands between the word of a group and the rest.
const JOINS: &str = " - ";
/// So many values make a group.
const FEWEST: usize = 2;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for vocabulary in vocabularies(context.workspace()) {
        let entries = || vocabulary.entries.iter().filter(|entry| !entry.retired).map(|entry| entry.text);
        let mut groups: BTreeMap<String, (Text<'_>, usize)> = BTreeMap::new();
        for text in entries() {
            if let Some((group, _)) = text.value.split_once(JOINS) {
                groups.entry(group.trim().to_lowercase()).or_insert((text, 0)).1 += 1;
            }
        }
        for text in entries() {
            // A cut-off `Request -` is told by taxonomy/value-placeholder.
            let is_cut_off = text.value.trim_end().ends_with('-');
            if is_cut_off || is_first(text, &groups) {
                continue;
            }
            let Some((group, sibling)) = other_way(text.value, &groups) else { continue };
            report
                .find(
                    text.node,
                    format!(
                        "`{}` is a `{group}` too, but doesn't begin with `{group} - ` as its siblings do.",
                        shown(text.value)
                    ),
                    format!("Write it as `{group} - …`."),
                )
                .because(sibling.node, "a sibling");
        }
    }
}

/// Whether a value begins with the word of a group, as it should.
fn is_first(text: Text<'_>, groups: &BTreeMap<String, (Text<'_>, usize)>) -> bool {
    let group = text.value.split_once(JOINS).map(|(group, _)| group.trim().to_lowercase());
    group.and_then(|group| groups.get(&group)).is_some_and(|(_, count)| *count >= FEWEST)
}

/// The group whose word ends a value, or begins it with another sign behind it; with one of the group.
fn other_way<'a>(value: &str, groups: &BTreeMap<String, (Text<'a>, usize)>) -> Option<(&'a str, Text<'a>)> {
    let value = value.trim();
    let last = value.rsplit_once(' ').map(|(_, last)| last);
    let first = value.split_once('-').map(|(first, _)| first.trim_end());
    let (_, (sibling, _)) = [last, first]
        .into_iter()
        .flatten()
        .filter_map(|word| groups.get_key_value(&word.to_lowercase()))
        .find(|(_, (_, count))| *count >= FEWEST)?;
    let group = sibling.value.split_once(JOINS)?.0.trim();
    Some((group, *sibling))
}
