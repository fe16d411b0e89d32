//! Two dimensions that hold the same values hold all of them.

use std::collections::{BTreeMap, HashMap};

use crate::checks::Context;
use crate::checks::vocabulary::spelling::key;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Body;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::workspace::is_shipped;

/// Fewer values than this in common are chance: `Default`, `Other`.
const FEWEST: usize = 2;
/// Dimensions beyond this number are data, and every two of them would be compared.
const MOST: usize = 200;
/// Lists of more values are countries or products, of which others take their part on purpose.
const LONGEST: usize = 30;

/// A list of values, by what stays of them when their spelling doesn't count.
struct Listed<'a> {
    id: Text<'a>,
    values: BTreeMap<String, Text<'a>>,
}

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let workspace = context.workspace();
    let documents = workspace.documents().filter(|(file, _)| !is_shipped(workspace.sources.path(file.file)));
    let mut lists = Vec::new();
    for (_, document) in documents {
        let Some(Body::Taxonomy(taxonomy)) = &document.body else { continue };
        for (id, dimension) in &taxonomy.entries {
            let values = dimension.values.iter().flat_map(|values| &values.entries);
            let in_use = values.filter(|(_, value)| value.retired.is_none() && value.members.is_none());
            let values: BTreeMap<String, Text<'_>> = in_use
                .map(|(id, value)| value.label.unwrap_or(*id))
                .map(|label| (key(label.value), label))
                .collect();
            if (FEWEST..=LONGEST).contains(&values.len()) && lists.len() < MOST {
                lists.push(Listed { id: *id, values });
            }
        }
    }
    let mut earlier: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, list) in lists.iter().enumerate() {
        let mut in_common: BTreeMap<usize, usize> = BTreeMap::new();
        for value in list.values.keys() {
            for other in earlier.get(&**value).into_iter().flatten() {
                *in_common.entry(*other).or_default() += 1;
            }
        }
        for (other, count) in in_common {
            compare(list, &lists[other], count, report);
        }
        for value in list.values.keys() {
            earlier.entry(value).or_default().push(number);
        }
    }
}

fn compare(list: &Listed<'_>, other: &Listed<'_>, in_common: usize, report: &mut Reporter) {
    let longer = list.values.len().max(other.values.len());
    if in_common < FEWEST || in_common * 2 < longer {
        return;
    }
    let only = |one: &Listed<'_>, two: &Listed<'_>| {
        let missing = one.values.iter().filter(|(key, _)| !two.values.contains_key(*key));
        let missing: Vec<String> = missing.map(|(_, text)| format!("`{}`", shown(text.value))).collect();
        let words = list_words(missing.iter().map(String::as_str), 4).replace(" or ", " and ");
        (!missing.is_empty()).then(|| format!("only `{}` has {words}", one.id.value))
    };
    let differences: Vec<String> = [only(list, other), only(other, list)].into_iter().flatten().collect();
    if differences.is_empty() {
        return;
    }
    report
        .find(
            list.id.node,
            format!(
                "`{}` and `{}` have {in_common} values in common, but {}.",
                shown(list.id.value),
                shown(other.id.value),
                differences.join(", and ")
            ),
            "If the two mean the same, give them the same values, or use one list for both.",
        )
        .because(other.id.node, "the other list");
}
