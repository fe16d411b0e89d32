//! No source is called like a medium of the policy.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::mediums::mediums_of;
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mediums = mediums_of(tracking);
    let mediums: HashMap<String, _> =
        mediums.iter().map(|medium| (medium.name.value.trim().to_lowercase(), medium)).collect();
    for (source, _) in tracking.sources.iter().flat_map(|map| &map.entries) {
        let Some(medium) = mediums.get(&source.value.trim().to_lowercase()) else {
            continue;
        };
        report
            .find(
                source.node,
                format!("`{}` is a medium of this policy, and a source as well.", shown(source.value)),
                "Name the source after who sends the visitor, such as a partner's or a newsletter's name.",
            )
            .because(medium.name.node, "the medium");
    }
}
