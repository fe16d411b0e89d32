//! A medium that a source goes with is among the mediums of the policy.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::{Reporter, suggest};
use crate::model::Tracking;
use crate::model::reader::{opening, shown};

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(mediums) = &tracking.mediums else { return };
    let on_purpose = tracking.lands_nowhere_on_purpose.iter().flat_map(|map| &map.entries);
    let listed: Vec<&str> = mediums
        .entries
        .iter()
        .map(|(name, _)| name.value)
        .chain(on_purpose.map(|(name, _)| name.value))
        .collect();
    let known: HashSet<String> = listed.iter().map(|name| name.trim().to_lowercase()).collect();
    let mut told = HashSet::new();
    let sources = tracking.sources.iter().flat_map(|sources| &sources.entries);
    for medium in sources.flat_map(|(_, mediums)| &mediums.items) {
        let name = medium.value.trim();
        if name.is_empty()
            || known.contains(&name.to_lowercase())
            || !told.insert(name.to_lowercase())
        {
            continue;
        }
        let help = match suggest(name, listed.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`? Otherwise add it to `mediums:`."),
            None => "Add it to `mediums:`, or take the pair out.".to_string(),
        };
        report
            .find(
                medium.node,
                format!("`{}` is not among the mediums of the policy.", shown(name)),
                help,
            )
            .because(opening(mediums.node), "the mediums");
    }
}
