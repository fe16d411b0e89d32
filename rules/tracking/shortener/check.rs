//! Tags on a short link itself.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::is_shortener;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !link.is_tagged() {
        return;
    }
    let (Some(host), Some(part)) = (link.url.plain_host(), link.url.host_part()) else {
        return;
    };
    // A shortener's own pages are ordinary pages.
    if link.url.path().trim_matches('/').is_empty() {
        return;
    }
    let policy = context.tracking();
    let declared = policy.and_then(|policy| policy.shortens(host));
    let is_exempt = policy.is_some_and(|policy| {
        let is_ours = declared.is_none() && policy.own_site(host).is_some();
        is_ours || policy.passes_tags_on(host).is_some() || policy.never_tag(host).is_some()
    });
    if is_exempt || (declared.is_none() && !is_shortener(host)) {
        return;
    }
    report
        .find(
            link.at(part),
            format!("`{host}` shortens links, and tags on the short link may not reach the page."),
            "Tag the long address, and shorten that.",
        )
        .because_of(declared.map(|line| line.node), "a link shortener");
}
