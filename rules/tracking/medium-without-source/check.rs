//! A listed medium can be used: there is a source for it.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::{opening, shown};

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(sources) = &tracking.sources else { return };
    let used = sources.entries.iter().flat_map(|(_, mediums)| &mediums.items);
    let used: HashSet<String> = used.map(|medium| medium.value.trim().to_lowercase()).collect();
    let mediums = tracking.mediums.iter().flat_map(|map| &map.entries).map(|(name, _)| name);
    let on_purpose = tracking.lands_nowhere_on_purpose.iter().flat_map(|map| &map.entries);
    for medium in mediums.chain(on_purpose.map(|(name, _)| name)) {
        if medium.is_blank() || used.contains(&medium.value.trim().to_lowercase()) {
            continue;
        }
        report
            .find(
                medium.node,
                format!("No source may be used with the medium `{}`.", shown(medium.value)),
                "Add it to the sources that use it, or take it out.",
            )
            .because(opening(sources.node), "the sources and their mediums");
    }
}
