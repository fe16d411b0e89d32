//! `X` and `X - General` say the same.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Taxonomy;
use crate::model::reader::shown;
use crate::model::values::Text;

/// Words that add nothing to what stands before them.
const GENERAL: [&str; 5] = ["general", "other", "misc", "miscellaneous", "generic"];

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let values = dimension.values.iter().flat_map(|values| &values.entries);
        let labels: Vec<Text<'_>> = values
            .filter(|(_, value)| value.retired.is_none())
            .filter_map(|(_, value)| value.label)
            .collect();
        let by_name: HashMap<String, Text<'_>> =
            labels.iter().map(|label| (label.value.trim().to_lowercase(), *label)).collect();
        for label in &labels {
            let Some((base, last)) = label.value.rsplit_once([' ', '-', '_', '/', ':']) else { continue };
            let base = base.trim_end_matches([' ', '-', '_', '/', ':', '–']);
            if base.is_empty() || !GENERAL.iter().any(|word| word.eq_ignore_ascii_case(last)) {
                continue;
            }
            let Some(plain) = by_name.get(&base.to_lowercase()) else {
                continue;
            };
            report
                .find(
                    label.node,
                    format!("`{}` says no more than `{}`.", shown(label.value), shown(plain.value)),
                    "Keep one of the two, and retire the other.",
                )
                .because(plain.node, "the value without it");
        }
    }
}
