//! No two values of a list are one word in two spellings.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::vocabulary::leftover::{Leftover, leftover};
use crate::checks::vocabulary::spelling::{abbreviates, key, key_of_any_order, key_of_beginnings};
use crate::checks::vocabulary::{Entry, Vocabulary, vocabularies};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::values::Text;

/// So many values that begin alike are compared with each other; beyond, they are a pattern of names.
const MOST_COMPARED: usize = 8;

/// In what two values are alike.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Alike {
    Spelling,
    Order,
    Beginnings,
}

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for vocabulary in vocabularies(context.workspace()) {
        check_one(&vocabulary, report);
    }
}

fn check_one(vocabulary: &Vocabulary<'_>, report: &mut Reporter) {
    let mut labels: HashMap<(Alike, String), Vec<Text<'_>>> = HashMap::new();
    let mut ids: HashMap<String, Text<'_>> = HashMap::new();
    for entry in &vocabulary.entries {
        if entry.retired || says_itself(entry) {
            continue;
        }
        let text = entry.text;
        let keys = [
            (Alike::Spelling, Some(key(text.value))),
            (Alike::Order, key_of_any_order(text.value)),
            (Alike::Beginnings, key_of_beginnings(text.value)),
        ];
        let mut earlier = None;
        for (alike, key) in keys {
            let Some(key) = key else { continue };
            let others = labels.entry((alike, key)).or_default();
            if earlier.is_none() {
                earlier = others
                    .iter()
                    .find(|other| alike != Alike::Beginnings || abbreviates(other.value, text.value))
                    .map(|other| (*other, alike));
            }
            if others.len() < MOST_COMPARED {
                others.push(text);
            }
        }
        let mut found = earlier.map(|(other, alike)| (text, other, alike));
        if let Some(id) = entry.id {
            match ids.get(&key(id.value)) {
                Some(other) if found.is_none() => found = Some((id, *other, Alike::Spelling)),
                Some(_) => {}
                None => {
                    ids.insert(key(id.value), id);
                }
            }
        }
        if let Some((text, other, alike)) = found {
            tell(vocabulary, text, other, alike, report);
        }
    }
}

/// Whether another rule speaks about the value: a cut-off `Gated Content -` is no double of
/// `Gated Content`, but a mistake of its own.
fn says_itself(entry: &Entry<'_>) -> bool {
    matches!(
        leftover(entry.text.value),
        Some((Leftover::CutOff | Leftover::StandIn | Leftover::Instruction, _))
    )
}

fn tell(
    vocabulary: &Vocabulary<'_>,
    text: Text<'_>,
    other: Text<'_>,
    alike: Alike,
    report: &mut Reporter,
) {
    // The second of two equal names is yaml/duplicate-key or workspace/duplicate-id.
    let members = &vocabulary.members;
    let (this, first) = (shown(text.value), shown(other.value));
    let message = match alike {
        _ if text.value == other.value => format!("`{this}` stands twice among the {members}."),
        Alike::Spelling => {
            format!("`{this}` is `{first}` in another spelling, and both are {members}.")
        }
        Alike::Order => {
            format!("`{this}` is `{first}` in another order, and both are {members}.")
        }
        Alike::Beginnings => {
            format!("`{this}` and `{first}` look like one thing, once cut short, and both are {members}.")
        }
    };
    report
        .find(
            text.node,
            message,
            "Keep one of them, and make the other an alias or retire it.",
        )
        .because(other.node, "the first of the two");
}
