//! Links to hosts that only we can reach.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Form, is_public};

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let (Some(host), Some(part)) = (link.url.plain_host(), link.url.host_part()) else {
        let is_empty = link.url.host_part().is_some_and(|host| host.is_empty());
        if is_empty && link.url.form() == Form::Web {
            report.find(
                link.whole(),
                "The link has no host, so it leads nowhere.",
                "Write the host behind `https://`.",
            );
        }
        return;
    };
    if is_public(host) {
        return;
    }
    // An intranet may have campaigns, too.
    let is_declared = context
        .tracking()
        .is_some_and(|policy| policy.own_site(host).is_some());
    if is_declared {
        return;
    }
    report.find(
        link.at(part),
        format!("`{host}` can't be reached from outside of your own network."),
        "Write the public address of the page.",
    );
}
