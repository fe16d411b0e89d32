//! Links that begin with `http`.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::is_public;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(scheme) = link
        .url
        .scheme_part()
        .filter(|_| link.url.scheme_is("http"))
    else {
        return;
    };
    // In a document a host that only we can reach is the one mistake to mend. A list is an audit of
    // what is out there, where each flaw counts.
    let is_local = link.url.plain_host().is_some_and(|host| !is_public(host));
    if (is_local && !link.is_in_list()) || link.url.second_scheme().is_some() {
        return;
    }
    let finding = report.find(
        link.at(scheme),
        "The link begins with `http`, which is not encrypted.",
        "Write `https`.",
    );
    // Encryption has a port of its own, and a local server rarely has any.
    if link.url.port_part().is_none() && !is_local {
        finding.unsafe_fix("change to `https`", link.replace(scheme, "https"));
    }
}
