//! The tokens of a link are those of the platform that fills them in.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::{Place, Reporter};
use crate::links::{self, Family, Link, Template};
use crate::model::Platform;

/// `{name}` of Google Ads and Microsoft Advertising.
const BOTH_ADS: &[&str] = &[
    "lpurl",
    "unescapedlpurl",
    "escapedlpurl",
    "campaignid",
    "adgroupid",
    "targetid",
    "network",
    "device",
    "keyword",
    "matchtype",
    "feeditemid",
    "loc_physical_ms",
    "loc_interest_ms",
    "ignore",
];

/// `{name}` that only Google Ads fills in.
const GOOGLE: &[&str] = &[
    "creative",
    "extensionid",
    "adposition",
    "placement",
    "target",
    "devicemodel",
    "random",
    "aceid",
    "gclid",
    "gbraid",
    "wbraid",
    "merchant_id",
    "product_channel",
    "product_country",
    "product_id",
    "product_language",
    "product_partition_id",
    "store_code",
    "sourceid",
    "assetgroupid",
];

/// `{name}` that only Microsoft Advertising fills in.
const MICROSOFT: &[&str] = &[
    "campaign",
    "adgroup",
    "adid",
    "orderitemid",
    "querystring",
    "bidmatchtype",
    "msclkid",
    "criterionid",
    "productid",
    "sellername",
    "offerid",
    "adextensionid",
];

/// `{{name}}` of Meta.
const META: &[&str] = &[
    "campaign.id",
    "campaign.name",
    "adset.id",
    "adset.name",
    "ad.id",
    "ad.name",
    "placement",
    "site_source_name",
];

/// `{{name}}` of LinkedIn.
const LINKEDIN: &[&str] = &[
    "campaign_id",
    "campaign_name",
    "campaign_group_id",
    "campaign_group_name",
    "creative_id",
    "account_id",
    "account_name",
];

/// What stands before the `.` in `{{name}}` of Marketo.
const MARKETO: &[&str] = &[
    "my", "lead", "company", "program", "system", "campaign", "member", "trigger",
];

/// What stands before the `.` in `{{ name }}` of HubSpot.
const HUBSPOT: &[&str] = &[
    "contact",
    "company",
    "deal",
    "content",
    "request",
    "site_settings",
    "campaign",
    "owner",
    "ticket",
    "custom",
    "brand_settings",
    "hub_id",
    "portal_id",
];

/// What stands before the `.` in `{{name}}` of Account Engagement.
const PARDOT: &[&str] = &["recipient", "sender", "organization", "account"];

/// `{name}` and `{name=field}` of Mautic.
const MAUTIC: &[&str] = &[
    "contactfield",
    "ownerfield",
    "leadfield",
    "unsubscribe_url",
    "unsubscribe_text",
    "webview_url",
    "webview_text",
    "tracking_pixel",
    "assetlink",
    "pagelink",
    "subject",
];

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if link.entry.is_none() {
        return;
    }
    let keys = || {
        link.tags()
            .iter()
            .filter_map(|tag| Some((tag, link.key(tag)?)))
    };
    let in_keys = || keys().any(|(_, text)| text.value.contains(['{', '%', '*']));
    if link.url.templates().is_empty() && !in_keys() {
        return;
    }
    let Some((platform, because)) = link.platform(context.tracking()) else {
        return;
    };
    for template in link.url.templates() {
        let place = link.at(template.part);
        judge(template, link.url.text(), platform, place, because, report);
    }
    for (tag, text) in keys() {
        let parsed = Link::parse(text.value, links::Context::Text);
        for template in parsed.templates() {
            let place = link.part_of_value(tag, template.part.range());
            judge(template, text.value, platform, place, because, report);
        }
    }
}

fn judge(
    template: &Template,
    text: &str,
    platform: Platform,
    place: Place,
    because: Place,
    report: &mut Reporter,
) {
    let inner = template.inner(text);
    let owners = owners(template.family, inner);
    let understood = owners.iter().any(|(owner, _)| *owner == Some(platform));
    if understood || owners.is_empty() && is_own_syntax(template.family, platform) {
        return;
    }
    let written = template.part.of(text);
    let other = owners.first().map(|(_, name)| *name);
    let message = match other {
        Some(other) => format!(
            "`{written}` is a token of {other}; {} leaves it as it is.",
            name(platform)
        ),
        None => format!(
            "`{written}` is not a token that {} fills in.",
            name(platform)
        ),
    };
    report
        .find(
            place,
            message,
            format!(
                "Write it as {} does: {}.",
                name(platform),
                example(platform)
            ),
        )
        .because(because, format!("{} fills in this link", name(platform)));
}

/// Whether a token that no platform surely owns may be one of this platform, by its syntax. What a
/// program fills in before anything is sent is not judged.
fn is_own_syntax(family: Family, platform: Platform) -> bool {
    match family {
        Family::DoubleBrace | Family::BlockTag => writes_double(platform),
        Family::SingleBrace => !writes_double(platform),
        _ => true,
    }
}

fn writes_double(platform: Platform) -> bool {
    matches!(
        platform,
        Platform::Marketo
            | Platform::HubSpot
            | Platform::Pardot
            | Platform::Meta
            | Platform::LinkedIn
    )
}

/// The platforms that know a token, with their names; `None` is one that links can't be written for.
fn owners(family: Family, inner: &str) -> Vec<(Option<Platform>, &'static str)> {
    let is = |words: &[&str], word: &str| words.iter().any(|w| w.eq_ignore_ascii_case(word));
    let mut owners = Vec::new();
    let mut add = |platform: Platform| owners.push((Some(platform), name(platform)));
    match family {
        Family::DoubleBrace => {
            // `{{lead.First Name:default=there}}`
            let head = inner.split(':').next().unwrap_or(inner).trim();
            let object = head.split_once('.').map(|(object, _)| object);
            if object.is_some_and(|object| is(MARKETO, object)) {
                add(Platform::Marketo);
            }
            if is(META, head) {
                add(Platform::Meta);
            }
            if is(LINKEDIN, head) {
                add(Platform::LinkedIn);
            }
            if object.is_some_and(|object| is(HUBSPOT, object)) {
                add(Platform::HubSpot);
            }
            if object.is_some_and(|object| is(PARDOT, object)) {
                add(Platform::Pardot);
            }
        }
        Family::SingleBrace => {
            let head = inner.split([':', '=']).next().unwrap_or(inner).trim();
            // `{_season}` is a parameter of one's own.
            let own =
                head.starts_with('_') || starts_with(head, "param") || starts_with(head, "if");
            if own || is(BOTH_ADS, head) || is(GOOGLE, head) {
                add(Platform::GoogleAds);
            }
            if own || is(BOTH_ADS, head) || is(MICROSOFT, head) {
                add(Platform::MicrosoftAds);
            }
            if is(MAUTIC, head) {
                add(Platform::Mautic);
            }
        }
        Family::PercentPair => add(Platform::Pardot),
        Family::MergeTag => owners.push((None, "Mailchimp")),
        _ => {}
    }
    owners
}

fn starts_with(word: &str, prefix: &str) -> bool {
    word.get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

fn name(platform: Platform) -> &'static str {
    match platform {
        Platform::Marketo => "Marketo",
        Platform::HubSpot => "HubSpot",
        Platform::Pardot => "Account Engagement",
        Platform::Mautic => "Mautic",
        Platform::GoogleAds => "Google Ads",
        Platform::MicrosoftAds => "Microsoft Advertising",
        Platform::Meta => "Meta",
        Platform::LinkedIn => "LinkedIn",
    }
}

fn example(platform: Platform) -> &'static str {
    match platform {
        Platform::Marketo => "`{{my.campaign}}`",
        Platform::HubSpot => "`{{ contact.company }}`",
        Platform::Pardot => "`{{Recipient.Company}}`",
        Platform::Mautic => "`{contactfield=company}`",
        Platform::GoogleAds => "`{campaignid}`",
        Platform::MicrosoftAds => "`{CampaignId}`",
        Platform::Meta => "`{{campaign.id}}`",
        Platform::LinkedIn => "`{{CAMPAIGN_ID}}`",
    }
}
