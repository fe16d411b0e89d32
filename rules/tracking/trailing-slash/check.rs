//! Paths that end, or don't end, with a slash as their host needs it.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Part, Place};
use crate::model::TrailingSlash;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !link.is_tagged() {
        return;
    }
    let Some(policy) = context.tracking().filter(|policy| policy.knows_own_sites()) else {
        return;
    };
    let Some(host) = link.url.plain_host() else {
        return;
    };
    let Some(site) = policy.own_site(host) else {
        return;
    };
    let Some(wanted) = site.trailing_slash else {
        return;
    };
    let path = link.url.path_part();
    let written = link.url.path();
    let without = written.trim_end_matches('/');
    // The start page has its slash in any case.
    let is_start_page = without.is_empty();
    let has_tags = link
        .url
        .parameters()
        .iter()
        .any(|found| found.place() == Place::Path);
    if is_start_page || has_tags || (!link.url.trailing_punctuation().is_empty() && ends_link(link))
    {
        return;
    }
    let slashes = Part::new(path.start() + without.len(), path.end());
    let last = without.rfind('/').map_or(0, |slash| slash + 1);
    let segment = Part::new(path.start() + last, path.start() + without.len());
    if link.url.is_templated(segment) {
        return;
    }
    let setting = site.node.get("trailing-slash").unwrap_or(site.node);
    match wanted {
        TrailingSlash::Never if !slashes.is_empty() => {
            report
                .find(
                    link.at(slashes),
                    format!(
                        "Paths on `{host}` have no slash at the end: its redirect drops the tags."
                    ),
                    "Remove the slash.",
                )
                .because(setting, "never a slash at the end")
                .safe_fix("remove the slash", link.replace(slashes, ""));
        }
        TrailingSlash::Always
            if slashes.is_empty() && !segment.of(link.url.text()).contains('.') =>
        {
            report
                .find(
                    link.at(segment),
                    format!("Paths on `{host}` end with a slash, and this one doesn't."),
                    "Add a slash at the end of the path.",
                )
                .because(setting, "always a slash at the end")
                .safe_fix("add the slash", link.replace(slashes, "/"));
        }
        _ => {}
    }
}

/// Whether nothing follows the path.
fn ends_link(link: &LinkSubject<'_>) -> bool {
    link.url.path_part().end() == link.url.content().end()
}
