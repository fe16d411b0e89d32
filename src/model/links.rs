//! `links`: tracked links, within a campaign or on their own.

use super::definitions::{Definitions, PlainHeader};
use super::shape::{shape, words};
use super::values::{Flag, Id, Map, Named, Text};

/// Links that belong to no campaign: a signature, a bio, a review site, a QR code.
pub type Links<'a> = Definitions<'a, PlainHeader<'a>, LinkEntry<'a>>;

shape! {
    /// A tracked link. What it carries is written as keys, or stands in the address itself.
    pub struct LinkEntry<'a> {
        /// Its name.
        id: Id<'a>,
        /// The address.
        url: Text<'a> = required,
        /// `utm_source`: who sends the visitor, such as `linkedin`.
        source: Text<'a>,
        /// `utm_medium`: by which means, such as `email`. It decides the channel in analytics.
        medium: Text<'a>,
        /// `utm_campaign`. Left out within a campaign, it is built from the template.
        campaign: Text<'a>,
        /// `utm_content`: which of several links.
        content: Text<'a>,
        /// `utm_term`: the paid keyword.
        term: Text<'a>,
        /// `utm_id`: the id under which cost data is uploaded.
        ("utm-id") utm_id: Text<'a>,
        /// More UTM parameters, by their full name.
        more: Map<'a, Text<'a>>,
        /// Where the link stands.
        placement: Text<'a>,
        /// What fills in the tokens of the address, such as `marketo` or `google-ads`.
        platform: Platform,
        /// Whether it needs no tags: a footer, a legal page, "view in browser".
        untagged: Flag<'a>,
    }
}

impl Named for LinkEntry<'_> {
    const NAME: &'static str = "a link";
}

words! {
    /// What renders a link and fills in its tokens.
    pub enum Platform {
        /// Adobe Marketo Engage.
        Marketo = "marketo",
        /// HubSpot.
        HubSpot = "hubspot",
        /// Salesforce Account Engagement.
        Pardot = "pardot",
        /// Mautic.
        Mautic = "mautic",
        /// Google Ads.
        GoogleAds = "google-ads",
        /// Microsoft Advertising.
        MicrosoftAds = "microsoft-ads",
        /// Meta: Facebook and Instagram.
        Meta = "meta",
        /// LinkedIn.
        LinkedIn = "linkedin",
    }
}

impl<'a> LinkEntry<'a> {
    /// The keys that stand for UTM parameters, with the parameter's name.
    pub fn tags(&self) -> impl Iterator<Item = (&'a str, Text<'a>)> + '_ {
        [
            ("utm_source", self.source),
            ("utm_medium", self.medium),
            ("utm_campaign", self.campaign),
            ("utm_content", self.content),
            ("utm_term", self.term),
            ("utm_id", self.utm_id),
        ]
        .into_iter()
        .filter_map(|(name, text)| Some((name, text?)))
        .chain(
            self.more
                .iter()
                .flat_map(|more| more.entries.iter().map(|(k, v)| (k.value, *v))),
        )
    }
}
