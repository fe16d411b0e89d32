//! A listed medium can be used: there is a source for it.

use crate::checks::Context;
use crate::checks::mediums::same;
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::{opening, shown};

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(sources) = &tracking.sources else { return };
    let mediums = tracking.mediums.iter().flat_map(|map| &map.entries).map(|(name, _)| name);
    let on_purpose = tracking.lands_nowhere_on_purpose.iter().flat_map(|map| &map.entries);
    for medium in mediums.chain(on_purpose.map(|(name, _)| name)) {
        let is_used = |(_, list): &(_, crate::model::values::OneOrMany<'_, _>)| {
            let mut items = list.items.iter();
            items.any(|item: &crate::model::values::Text<'_>| same(item.value, medium.value))
        };
        if medium.is_blank() || sources.entries.iter().any(is_used) {
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
