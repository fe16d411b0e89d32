//! No value of a dimension is a member status that channels use.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::Body;
use crate::model::reader::shown;
use crate::model::values::Text;

/// So many channels have a status before its name is taken for one.
const FEWEST: usize = 3;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let mut statuses: HashMap<String, (Text<'_>, usize)> = HashMap::new();
    let documents = || context.workspace().documents();
    for (_, document) in documents() {
        let Some(Body::Channels(channels)) = &document.body else { continue };
        for status in channels.entries.iter().flat_map(|(_, channel)| channel.all_statuses()) {
            statuses.entry(plain(status.value)).or_insert((*status, 0)).1 += 1;
        }
    }
    for (_, document) in documents() {
        let Some(Body::Taxonomy(taxonomy)) = &document.body else { continue };
        for (id, dimension) in &taxonomy.entries {
            // A dimension of statuses is meant to hold them.
            if id.value.contains("status") || id.value.contains("stage") {
                continue;
            }
            let values = dimension.values.iter().flat_map(|values| &values.entries);
            for label in values.map(|(id, value)| value.label.unwrap_or(*id)) {
                let known = statuses.get(&plain(label.value));
                let Some((status, _)) = known.filter(|(_, count)| *count >= FEWEST) else { continue };
                report
                    .find(
                        label.node,
                        format!("`{}`, a value of `{}`, is a member status.", shown(label.value), shown(id.value)),
                        "Retire it, and use the value that says where these people came from.",
                    )
                    .because(status.node, "the member status");
            }
        }
    }
}
