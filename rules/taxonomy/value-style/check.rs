//! The labels of a dimension begin alike.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Taxonomy;
use crate::model::reader::{capitalised, shown};
use crate::model::values::Text;

/// With fewer values there is no custom to speak of.
const FEWEST: usize = 8;

/// Longer ones are sentences.
const LONGEST: usize = 40;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let values = dimension.values.iter().flat_map(|values| &values.entries);
        let labels: Vec<Text<'_>> = values
            .filter_map(|(_, value)| value.label)
            .filter(|label| label.value.len() <= LONGEST)
            .collect();
        let whole: Vec<_> = labels.iter().map(|label| (*label, label.value)).collect();
        odd_ones(&whole, 10, report);
        // `Gated Content - Report`: what stands behind the sign is a name of its own.
        let parts = labels.iter().filter_map(|label| {
            let (_, part) = label.value.rsplit_once(" - ")?;
            Some((*label, part.trim_start()))
        });
        odd_ones(&parts.collect::<Vec<_>>(), 5, report);
    }
}

/// Reports names that begin with a small letter, if at most one in `rare` does.
fn odd_ones<'a>(names: &[(Text<'a>, &'a str)], rare: usize, report: &mut Reporter) {
    let lettered = || names.iter().filter(|(_, name)| name.starts_with(char::is_alphabetic));
    let is_small = |name: &str| {
        // `eBook` and `iOS` are written so.
        name.starts_with(char::is_lowercase) && !name.chars().nth(1).is_some_and(char::is_uppercase)
    };
    let (total, small) = (lettered().count(), lettered().filter(|(_, name)| is_small(name)).count());
    if total < FEWEST || small == 0 || small * rare > total {
        return;
    }
    let Some((example, _)) = lettered().find(|(_, name)| !is_small(name)) else { return };
    for (label, name) in lettered().filter(|(_, name)| is_small(name)) {
        let at = label.value.len() - name.len();
        report
            .find(
                Place::part(label.node, at..label.value.len()),
                format!("`{}` begins with a small letter, unlike the other values.", shown(name)),
                format!("Write `{}`, here and in the platform.", shown(&capitalised(name))),
            )
            .because(example.node, "another value");
    }
}
