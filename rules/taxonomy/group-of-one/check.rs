//! A group has more than the member that gave it its name.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Taxonomy;
use crate::model::reader::shown;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let values = || dimension.values.iter().flat_map(|values| &values.entries);
        let sizes = values().filter_map(|(_, value)| Some(value.members.as_ref()?.items.len()));
        // Only beside real groups is one of one a slip.
        if !sizes.into_iter().any(|size| size > 2) {
            continue;
        }
        for (id, value) in values() {
            let Some(members) = &value.members else { continue };
            let name = value.label.unwrap_or(*id);
            let [only] = members.items.as_slice() else { continue };
            if !only.value.trim().eq_ignore_ascii_case(name.value.trim()) {
                continue;
            }
            report
                .find(
                    name.node,
                    format!("The group `{}` holds only the value of that name.", shown(name.value)),
                    "Put the value into the group of its kind.",
                )
                .because(only.node, "its only member");
        }
    }
}
