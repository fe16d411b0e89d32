//! Links of a campaign to our own sites without tags.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::model::Status;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let (Some(campaign), Some(entry)) = (link.campaign, link.entry) else {
        return;
    };
    if link.is_tagged() || link.url.may_gain_parameters() {
        return;
    }
    // What is missing in a draft is nobody's mistake.
    let is_unfinished = matches!(campaign.status, Some(Status::Draft | Status::Aborted));
    if is_unfinished || entry.untagged.is_some_and(|flag| flag.yes) {
        return;
    }
    let Some(policy) = context.tracking() else {
        return;
    };
    let Some(host) = link.url.plain_host() else {
        return;
    };
    let Some(site) = policy.own_site(host) else {
        return;
    };
    let is_exempt =
        policy.never_tag(host).is_some() || policy.needs_no_tags(link.url.path()).is_some();
    // From one of our pages to another, a link must have none.
    let is_internal = link
        .placed_on_host()
        .is_some_and(|page| policy.own_site(page).is_some());
    if is_exempt || is_internal {
        return;
    }
    report
        .find(
            link.whole(),
            "This campaign links to our own site without tags.",
            "Add `source` and `medium`, or write `untagged: yes` if the link needs none.",
        )
        .because(site.node, "one of our sites");
}
