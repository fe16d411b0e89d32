//! The date, region and channel in a name are those of the campaign.

use crate::checks::Context;
use crate::checks::naming::{disagreements, is_synced};
use crate::diagnostics::Reporter;
use crate::model::Campaign;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if is_synced(campaign) {
        return;
    }
    disagreements(campaign, context, report, |token, part, expected| {
        (
            format!("The {token} in this name is `{part}`, but the campaign's is `{expected}`."),
            format!("Change it to `{expected}`, or mend the campaign if the name is right."),
        )
    });
}
