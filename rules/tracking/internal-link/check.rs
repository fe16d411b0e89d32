//! Tags on links between our own pages.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::covers;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let placed_on = link.placed_on_host();
    if (placed_on.is_none() && context.page_hosts().is_empty()) || !link.is_tagged_itself() {
        return;
    }
    let (Some(host), Some(tag)) = (link.url.plain_host(), link.tags().first()) else {
        return;
    };
    let policy = context.tracking();
    let own = |host: &str| policy.and_then(|policy| policy.own_site(host));
    let page = placed_on
        .into_iter()
        .chain(context.page_hosts().iter().map(String::as_str))
        .find(|page| same_site(page, host) || (own(page).is_some() && own(host).is_some()));
    let Some(page) = page else { return };
    let place = match link.parameter(tag) {
        Some(parameter) => link.at(parameter.part()),
        None => link.value_place(tag),
    };
    let finding = report.find(
        place,
        format!("This link leads from `{page}` to `{host}`, within our own sites, and has tags."),
        "Remove the tags; what visitors click on the site is counted as an event.",
    );
    if let Some(placement) = link.entry.and_then(|entry| entry.placement) {
        finding.because(placement.node, "the page on which the link stands");
    }
    finding.because_of(own(host).map(|site| site.node), "one of our sites");
}

/// Whether one of the hosts is the other, or lies below it; `www.` makes no difference.
fn same_site(page: &str, host: &str) -> bool {
    covers(without_www(page), host) || covers(without_www(host), page)
}

fn without_www(host: &str) -> &str {
    match host.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("www.") => &host[4..],
        _ => host,
    }
}
