//! The source says who sends the visitor, the medium by which means; they are not swapped or equal.

use crate::checks::{Context, LinkSubject, TagUse};
use crate::diagnostics::Reporter;
use crate::links::Tag;

/// Words that name a means and no sender: those by which Google Analytics recognises its channels
/// (<https://support.google.com/analytics/answer/9756891>) and their usual spellings. Left out are
/// `app`, `link`, `video`, `audio` and `banner`, which teams also call a sender.
const MEDIUMS: &[&str] = &[
    "email",
    "e-mail",
    "e_mail",
    "cpc",
    "cpm",
    "cpa",
    "cpv",
    "ppc",
    "paid",
    "paidsearch",
    "paid-search",
    "paid_search",
    "paidsocial",
    "paid-social",
    "paid_social",
    "retargeting",
    "remarketing",
    "display",
    "organic",
    "referral",
    "affiliate",
    "affiliates",
    "social",
    "social-media",
    "social_media",
    "socialmedia",
    "social-network",
    "sms",
];

/// Senders that the source categories of Google Analytics don't have: places where people share
/// code and talk, and systems that send e-mail.
const SOURCES: &[&str] = &[
    "github",
    "gitlab",
    "bitbucket",
    "hackernews",
    "producthunt",
    "slack",
    "discord",
    "telegram",
    "mastodon",
    "bluesky",
    "threads",
    "substack",
    "hubspot",
    "marketo",
    "pardot",
    "mautic",
    "mailchimp",
    "klaviyo",
    "sendgrid",
    "outreach",
    "salesloft",
    "feedburner",
    "taboola",
    "outbrain",
    "chatgpt",
    "perplexity",
];

/// Names in the source categories that are also everyday words for a means.
const BOTH: &[&str] = &[
    "social",
    "messenger",
    "line",
    "ask",
    "reunion",
    "toolbox",
    "tagged",
    "spoke",
    "mix",
    "ted",
    "search-results",
    "newsshowcase",
    "google shopping",
    "blogger",
    "meetup",
];

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let (source, medium) = (link.tag(Tag::Source), link.tag(Tag::Medium));
    if let (Some(source), Some(medium)) = (source, medium)
        && !source.value.is_empty()
        && source.value.eq_ignore_ascii_case(&medium.value)
    {
        return equal(link, source, medium, context, report);
    }
    if let Some(source) = source {
        medium_as_source(link, source, context, report);
    }
    if let Some(medium) = medium {
        source_as_medium(link, medium, context, report);
    }
}

/// Whether the policy lists the sources: then `source-medium-pair` judges every pair.
fn lists_sources(context: &Context<'_>) -> bool {
    context.tracking().is_some_and(|policy| policy.keys.sources.is_some())
}

fn is_judged<'a>(link: &LinkSubject<'a>, tag: &TagUse<'a>) -> bool {
    link.is_written(tag) && !link.is_templated(tag)
}

#[cold]
fn equal<'a>(
    link: &LinkSubject<'a>,
    source: &TagUse<'a>,
    medium: &TagUse<'a>,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    if lists_sources(context) || !is_judged(link, source) || !is_judged(link, medium) {
        return;
    }
    let value = medium.value.trim();
    report
        .find(
            link.value_place(medium),
            format!("`{value}` is the source and the medium of this link."),
            "Name the sender as the source and the means, such as `email`, as the medium.",
        )
        .because(link.value_place(source), "the source is the same");
}

fn medium_as_source<'a>(
    link: &LinkSubject<'a>,
    source: &TagUse<'a>,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let value = &*source.value;
    let policy = context.tracking();
    let own = policy.and_then(|policy| policy.keys.mediums.as_ref());
    let listed = own.and_then(|mediums| mediums.entry(value));
    if listed.is_none() && !is_one_of(MEDIUMS, value) {
        return;
    }
    if lists_sources(context) || !is_judged(link, source) {
        return;
    }
    let finding = report.find(
        link.value_place(source),
        format!("`{value}` is a medium, not a source."),
        "Name who sends the visitor, such as `newsletter` or `linkedin`.",
    );
    finding.because_of(listed.map(|(key, _)| key.node), "a medium of the policy");
}

fn source_as_medium<'a>(
    link: &LinkSubject<'a>,
    medium: &TagUse<'a>,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let value = &*medium.value;
    // The words that nearly every link has, before anything is looked up.
    if value.is_empty() || is_one_of(MEDIUMS, value) || is_one_of(BOTH, value) {
        return;
    }
    let known =
        is_one_of(SOURCES, value) || context.channel_group().source_category(value).is_some();
    if !known || lists_sources(context) || !is_judged(link, medium) {
        return;
    }
    // Where the policy lists the mediums, source-medium-pair judges them.
    if context.tracking().is_some_and(|policy| policy.keys.mediums.is_some()) {
        return;
    }
    report.find(
        link.value_place(medium),
        format!("`{value}` is a source, not a medium."),
        "Name the means, such as `social`, `cpc` or `email`, and the sender as the source.",
    );
}

fn is_one_of(words: &[&str], value: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(value))
}
