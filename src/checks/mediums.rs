//! The mediums of a tracking policy: where each should land, and with which sources it is used.

use std::collections::HashMap;

use crate::analytics::{ChannelGroup, Decision};
use crate::model::Tracking;
use crate::model::values::Text;

/// One medium of a tracking policy.
#[derive(Debug, Clone)]
pub(crate) struct PolicyMedium<'a> {
    /// Its name where it is declared, else where it is first used.
    pub(crate) name: Text<'a>,
    /// The channel in which it must land.
    pub(crate) channel: Option<Text<'a>>,
    /// Whether it is declared to land nowhere.
    pub(crate) nowhere_on_purpose: bool,
    /// The sources it is used with, each with the medium as it stands there.
    pub(crate) pairs: Vec<(Text<'a>, Text<'a>)>,
}

/// Every medium that a policy names, in the order of the policy.
pub(crate) fn mediums_of<'a>(tracking: &Tracking<'a>) -> Vec<PolicyMedium<'a>> {
    let mut list = Mediums::default();
    for (name, landing) in tracking.mediums.iter().flat_map(|map| &map.entries) {
        list.of(*name).channel = landing.channel;
    }
    for (name, _) in tracking
        .lands_nowhere_on_purpose
        .iter()
        .flat_map(|map| &map.entries)
    {
        list.of(*name).nowhere_on_purpose = true;
    }
    for (source, mediums) in tracking.sources.iter().flat_map(|map| &map.entries) {
        for medium in &mediums.items {
            list.of(*medium).pairs.push((*source, *medium));
        }
    }
    list.mediums
}

#[derive(Default)]
struct Mediums<'a> {
    mediums: Vec<PolicyMedium<'a>>,
    by_name: HashMap<String, usize>,
}

impl<'a> Mediums<'a> {
    /// The medium with this name, which is added where it is new.
    fn of(&mut self, name: Text<'a>) -> &mut PolicyMedium<'a> {
        let next = self.mediums.len();
        let index = *self
            .by_name
            .entry(name.value.trim().to_lowercase())
            .or_insert(next);
        if index == next {
            self.mediums.push(PolicyMedium {
                name,
                channel: None,
                nowhere_on_purpose: false,
                pairs: Vec::new(),
            });
        }
        &mut self.mediums[index]
    }
}

impl PolicyMedium<'_> {
    /// The channel in which its visits should land, as far as the policy says.
    pub(crate) fn wanted<'s>(&'s self, group: &'s ChannelGroup) -> Option<&'s str> {
        match self.channel {
            Some(channel) => Some(channel.value),
            None => self.nowhere_on_purpose.then(|| group.otherwise()),
        }
    }

    /// Whether its visits, or some of them, land in no channel.
    pub(crate) fn lands_nowhere(&self, group: &ChannelGroup) -> bool {
        let nowhere = |source: &str| {
            let channel = group.classify(source, self.name.value, "").channel;
            channel == group.otherwise()
        };
        match self.pairs.as_slice() {
            [] => nowhere(""),
            pairs => pairs.iter().any(|(source, _)| nowhere(source.value)),
        }
    }
}

/// Whether two names of mediums or channels are the same; letter case doesn't count.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

/// Why a visit landed where it did: ", because medium is `affiliate`"; empty when no rule took it.
pub(crate) fn because_words(
    group: &ChannelGroup,
    decision: &Decision<'_>,
    source: &str,
    medium: &str,
    campaign: &str,
) -> String {
    let Some(rule) = decision.rule else {
        return String::new();
    };
    let reasons = group.reasons(rule, source, medium, campaign);
    let words: Vec<&str> = reasons.iter().map(|reason| reason.words.as_str()).collect();
    if words.is_empty() {
        return String::new();
    }
    format!(", because the {}", words.join(" and the "))
}
/// Names under which teams tag one sender. Analytics itself folds such names into one "source group"
/// since June 2026 (<https://www.elsop.com/ga4-source-group-attribution/>).
pub(crate) const SENDERS: &[&[&str]] = &[
    &[
        "google",
        "adwords",
        "google-ads",
        "google_ads",
        "googleads",
        "gads",
    ],
    &[
        "bing",
        "bing-ads",
        "bing_ads",
        "bingads",
        "bing_yahoo",
        "microsoft-ads",
        "microsoft_ads",
    ],
    &[
        "facebook",
        "fb",
        "meta",
        "facebook-ads",
        "facebook_ads",
        "facebookads",
    ],
    &["instagram", "ig"],
    &["linkedin", "li", "linkedin-ads", "linkedin_ads"],
    &["twitter", "x", "t.co", "twitter-ads", "twitter_ads"],
    &["youtube", "yt"],
    &["stack-overflow", "stackoverflow", "stack_overflow"],
    &["github", "gh"],
    &["hubspot", "hs"],
];
