//! No source is called like a medium of the policy.

use crate::checks::Context;
use crate::checks::mediums::{mediums_of, same};
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mediums = mediums_of(tracking);
    for (source, _) in tracking.sources.iter().flat_map(|map| &map.entries) {
        let Some(medium) = mediums.iter().find(|medium| same(medium.name.value, source.value))
        else {
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
