//! Two lists of the same things have the same values.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Body;
use crate::model::reader::shown;
use crate::model::values::Text;

/// A dimension with its values in use, as they are compared.
struct List<'a> {
    id: Text<'a>,
    values: Vec<(String, Text<'a>)>,
    keys: HashSet<String>,
}

/// With fewer values in common two lists are not of the same things.
const FEWEST: usize = 2;

/// Longer lists are not compared with each other: that would take the square of their number.
const MOST: usize = 200;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let documents = context.workspace().documents();
    let dimensions = documents.filter_map(|(_, document)| match &document.body {
        Some(Body::Taxonomy(taxonomy)) => Some(&taxonomy.entries),
        _ => None,
    });
    let lists: Vec<List<'_>> = dimensions
        .flatten()
        .map(|(id, dimension)| {
            let values = dimension.values.iter().flat_map(|values| &values.entries);
            let values: Vec<(String, Text<'_>)> = values
                .filter(|(_, value)| value.retired.is_none())
                .map(|(id, value)| value.label.unwrap_or(*id))
                .map(|label| (plain(label.value), label))
                .take(MOST)
                .collect();
            let keys = values.iter().map(|(key, _)| key.clone()).collect();
            List { id: *id, values, keys }
        })
        .filter(|list| list.values.len() < MOST)
        .take(MOST)
        .collect();
    for (number, list) in lists.iter().enumerate() {
        for earlier in &lists[..number] {
            compare(earlier, list, report);
        }
    }
}

fn compare(earlier: &List<'_>, list: &List<'_>, report: &mut Reporter) {
    if earlier.keys.intersection(&list.keys).take(FEWEST).count() < FEWEST {
        return;
    }
    let missing = |from: &List<'_>, to: &List<'_>| -> Vec<String> {
        let values = from.values.iter().filter(|(key, _)| !to.keys.contains(key));
        values.map(|(_, label)| format!("`{}`", shown(label.value))).collect()
    };
    let (only_there, only_here) = (missing(earlier, list), missing(list, earlier));
    let both = list.values.len() - only_here.len();
    let larger = list.values.len().max(earlier.values.len());
    if both * 2 < larger || (only_there.is_empty() && only_here.is_empty()) {
        return;
    }
    let words = |names: &[String]| list_words(names.iter().map(String::as_str), 4).replace(" or ", " and ");
    let differences = match (only_there.as_slice(), only_here.as_slice()) {
        (there, []) => format!("only that one has {}", words(there)),
        ([], here) => format!("only this one has {}", words(here)),
        (there, here) => format!("only that one has {}, and only this one {}", words(there), words(here)),
    };
    report
        .find(
            list.id.node,
            format!("`{}` lists much the same as `{}`, but {differences}.", list.id.value, earlier.id.value),
            "Let both have the same values, or use one of the two for both.",
        )
        .because(earlier.id.node, "the other list");
}

/// A label in one spelling: lower case, and nothing but letters and digits.
fn plain(label: &str) -> String {
    let letters = label.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
