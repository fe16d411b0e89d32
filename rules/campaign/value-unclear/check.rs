//! Nothing waits under `unclear:`.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Campaign;

pub(crate) fn check(campaign: &Campaign<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let entries = campaign.unclear.iter().flat_map(|map| &map.entries);
    for (key, text) in entries {
        report.find(
            text.node,
            format!("`{}` can't be read for certain as `{}`.", text.value, key.value),
            format!("Write `{}:` with what is meant, and take this entry away.", key.value),
        );
    }
}
