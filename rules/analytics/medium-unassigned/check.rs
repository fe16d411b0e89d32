//! Every medium of the policy lands in a channel, unless the policy says why not.

use crate::checks::Context;
use crate::checks::mediums::mediums_of;
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    let group = context.channel_group();
    for medium in mediums_of(tracking) {
        if medium.nowhere_on_purpose
            || medium.name.is_blank()
            || !medium.lands_nowhere(group)
        {
            continue;
        }
        let name = shown(medium.name.value);
        report.find(
            medium.name.node,
            format!("Visits with the medium `{name}` land in \"{}\".", group.otherwise()),
            "Use a medium that analytics knows, such as `email`, `referral` or `display`, or give \
             the reason under `lands-nowhere-on-purpose`.",
        );
    }
}
