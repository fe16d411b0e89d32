//! The labels of a dimension begin alike.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Taxonomy;
use crate::model::reader::{capitalised, shown};
use crate::model::values::Text;

/// With fewer values there is no custom to speak of.
const FEWEST: usize = 8;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let values = dimension.values.iter().flat_map(|values| &values.entries);
        let labels: Vec<Text<'_>> = values
            .filter_map(|(_, value)| value.label)
            .filter(|label| label.value.starts_with(char::is_alphabetic))
            .collect();
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
