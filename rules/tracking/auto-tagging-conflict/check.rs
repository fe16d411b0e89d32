//! Tags beside Google's own.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::Tag;
use crate::model::Platform;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(first) = link.tags().first() else {
        return;
    };
    let Some(policy) = context.tracking() else {
        return;
    };
    let Some(google_ads) = &policy.keys.google_ads else {
        return;
    };
    let Some(auto_tagging) = google_ads.auto_tagging.filter(|flag| flag.yes) else {
        return;
    };
    if google_ads.own_tags.is_some_and(|flag| flag.yes) || !is_google_ad(link) {
        return;
    }
    let place = match link.parameter(first) {
        Some(parameter) => link.at(parameter.part()),
        None => link.value_place(first),
    };
    report
        .find(
            place,
            "Google tags this ad by itself, and the link has tags of its own.",
            "Remove the tags, or write `own-tags: yes` if forms or reports read them.",
        )
        .because(auto_tagging.node, "Google adds its own tag");
}

/// Whether the link stands in a Google ad.
fn is_google_ad(link: &LinkSubject<'_>) -> bool {
    if let Some(platform) = link.entry.and_then(|entry| entry.platform) {
        return platform == Platform::GoogleAds;
    }
    let is = |tag, names: &[&str]| {
        names
            .iter()
            .any(|name| name.eq_ignore_ascii_case(link.value_of(tag)))
    };
    is(
        Tag::Source,
        &["google", "google-ads", "google_ads", "googleads", "adwords"],
    ) && is(
        Tag::Medium,
        &["cpc", "ppc", "paidsearch", "paid-search", "paid_search"],
    )
}
