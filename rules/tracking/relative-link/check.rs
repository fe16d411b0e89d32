//! Tagged links that only work on the page they were copied from.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Form, is_public};
use crate::syntax::Edit;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let form = link.url.form();
    if !matches!(form, Form::Relative | Form::Bare | Form::SchemeRelative) || !link.is_tagged() {
        return;
    }
    // A whole link behind a bracket or a word is no relative one.
    if form == Form::Relative && link.url.path().contains("://") {
        return;
    }
    // A host that the public can't reach is the graver mistake.
    if link.url.plain_host().is_some_and(|host| !is_public(host)) {
        return;
    }
    let start = link.url.content().start();
    let insert = |scheme: &str| -> Edit { link.replace_range(start..start, scheme) };
    match form {
        Form::SchemeRelative => {
            report
                .find(
                    link.at_range(start..start + 2),
                    "The link begins with `//` instead of `https://`, so an e-mail or an ad can't open it.",
                    "Write `https://`.",
                )
                .unsafe_fix("write `https:` in front", insert("https:"));
        }
        Form::Bare => {
            report
                .find(
                    link.at(link.url.host_part().unwrap_or(link.url.content())),
                    "The link doesn't begin with `https://`, so an e-mail or an ad can't open it.",
                    "Write `https://` in front of the host.",
                )
                .unsafe_fix("write `https://` in front", insert("https://"));
        }
        _ => {
            report.find(
                link.whole(),
                "The link names no host, so it only works on the page it was copied from.",
                "Write the whole address, from `https://` on.",
            );
        }
    }
}
