//! Tags on links to sites that are not ours.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{is_public, is_shortener};

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !link.is_tagged() {
        return;
    }
    let Some(policy) = context.tracking() else {
        return;
    };
    let (Some(host), Some(part)) = (link.url.plain_host(), link.url.host_part()) else {
        return;
    };
    let own = policy.own_site(host).and_then(|site| site.host);
    if let Some(never) = policy.never_tag(host) {
        // The more precise of the two lines counts.
        if own.is_some_and(|own| own.value.len() > never.value.len()) || !link.is_tagged_itself() {
            return;
        }
        report
            .find(
                link.at(part),
                format!("Tags on a link to `{host}` are useless: your analytics isn't there."),
                "Remove the tags from this link.",
            )
            .because(never.node, "never tagged");
        return;
    }
    let is_known = !policy.knows_own_sites()
        || own.is_some()
        || policy.passes_tags_on(host).is_some()
        || policy.shortens(host).is_some();
    if is_known || is_shortener(host) || !is_public(host) || !link.is_tagged_itself() {
        return;
    }
    let sites = policy.keys.our_sites.as_ref().map(|sites| sites.node);
    report
        .find(
            link.at(part),
            format!("`{host}` is not one of our sites, so nobody reads the tags there."),
            "Remove the tags, or add the host to `our-sites` or `passes-tags-on`.",
        )
        .because_of(sites, "these are our sites");
}
