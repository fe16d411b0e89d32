//! Which of the official UTM parameters a name is, or was meant to be.
//!
//! The nine official names: <https://support.google.com/analytics/answer/10917952>. Names are compared
//! by edit distance, but a name that is a word of its own (`utm_team`, `utm_site`) is not taken for a
//! slip of the keyboard: the thresholds and the list of such words keep the two apart.

use std::fmt;

/// An official UTM parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tag {
    /// `utm_source`: who sends the visitor.
    Source,
    /// `utm_medium`: how the visitor comes; drives the channel.
    Medium,
    /// `utm_campaign`: the campaign's name.
    Campaign,
    /// `utm_term`: the paid keyword.
    Term,
    /// `utm_content`: which link or creative of a campaign.
    Content,
    /// `utm_id`: the campaign's id, the key for the import of costs.
    Id,
    /// `utm_source_platform`: the platform that bought the visit.
    SourcePlatform,
    /// `utm_creative_format`: accepted by GA4, not reported.
    CreativeFormat,
    /// `utm_marketing_tactic`: accepted by GA4, not reported.
    MarketingTactic,
}

impl Tag {
    /// All nine, the three that every tagged link needs first.
    pub const ALL: [Tag; 9] = [
        Tag::Source,
        Tag::Medium,
        Tag::Campaign,
        Tag::Term,
        Tag::Content,
        Tag::Id,
        Tag::SourcePlatform,
        Tag::CreativeFormat,
        Tag::MarketingTactic,
    ];

    /// The parameter's name: `utm_source`.
    pub fn name(self) -> &'static str {
        match self {
            Tag::Source => "utm_source",
            Tag::Medium => "utm_medium",
            Tag::Campaign => "utm_campaign",
            Tag::Term => "utm_term",
            Tag::Content => "utm_content",
            Tag::Id => "utm_id",
            Tag::SourcePlatform => "utm_source_platform",
            Tag::CreativeFormat => "utm_creative_format",
            Tag::MarketingTactic => "utm_marketing_tactic",
        }
    }

    /// The name behind `utm_`.
    fn word(self) -> &'static str {
        &self.name()[PREFIX.len()..]
    }

    /// How many slips of the keyboard still leave the name recognisable. `id` bears none, because
    /// `utm_cid`, `utm_aid` and their like are names of their own.
    fn tolerance(self) -> usize {
        match self {
            Tag::Id => 0,
            Tag::Term => 1,
            Tag::Source | Tag::Medium | Tag::Content | Tag::Campaign => 2,
            Tag::SourcePlatform | Tag::CreativeFormat | Tag::MarketingTactic => 3,
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// What a parameter's name is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TagName {
    /// An official name, as it should be written.
    Exact(Tag),
    /// An official name with capital letters: GA4 does not read it.
    Case(Tag),
    /// A slip: `utm_souce`, `utm-source`, `utmsource`, `ytm_campaign`, `utm_ source`.
    Typo(Tag),
    /// Begins like a UTM parameter and is none of the nine: `utm_site`, `utm-keyword`.
    Unknown,
    /// Anything else.
    NotATag,
}

impl TagName {
    /// The official parameter it is or was meant to be.
    pub fn tag(self) -> Option<Tag> {
        match self {
            TagName::Exact(tag) | TagName::Case(tag) | TagName::Typo(tag) => Some(tag),
            TagName::Unknown | TagName::NotATag => None,
        }
    }

    /// Whether it belongs to tracking at all: a tag, a misspelt one, or an unknown `utm_` name.
    pub fn is_tracking(self) -> bool {
        self != TagName::NotATag
    }
}

const PREFIX: &str = "utm_";

/// Longer names are not compared: no official name comes near, and distance costs time.
const LONGEST: usize = 40;

/// Words near an official name that teams use as names of their own.
#[rustfmt::skip]
const OWN_WORDS: &[&str] = &[
    // near `term`
    "team", "tier", "germ", "perm", 
    // near `content`
    "context", "contest", "consent", "contact", "comment", "connect", "convent", "contend",
    // near `source`
    "course", "score", "store", "force", "bounce", "ounce", "spruce", "scope",
    // near `medium`
    "media", "median", "medical", "podium", "tedium",
    // near `campaign`
    "champion", "company",
];

/// Prefixes of other systems that write the same words behind them: Matomo (`mtm_`, `pk_`), internal
/// promotions (`itm_`), and the short forms tag managers and ad servers use.
const OTHER_PREFIXES: &[&str] = &[
    "itm", "mtm", "stm", "atm", "ctm", "gtm", "dtm", "vtm", "ptm", "ltm", "wtm", "etm",
];

/// Slips for `utm`: a letter swapped, lost, doubled, or replaced by its neighbour on a keyboard
/// (QWERTY, QWERTZ or AZERTY).
const MEANT_UTM: &[&str] = &[
    "umt", "tum", "tm", "um", "ut", "uutm", "uttm", "utmm", "ytm", "7tm", "8tm", "jtm", "htm",
    "urm", "uym", "u5m", "u6m", "ugm", "ufm", "uzm", "utn", "utj", "utk", "ut,", "utm_utm", "uttn",
];

/// What a parameter's decoded name is. `name` is compared without regard to case only after the exact
/// comparison; percent escapes must be decoded before.
pub fn tag_of(name: &str) -> TagName {
    if let Some(word) = name.strip_prefix(PREFIX)
        && let Some(tag) = Tag::ALL.into_iter().find(|tag| tag.word() == word)
    {
        return TagName::Exact(tag);
    }
    if !could_be_tag(name) {
        return TagName::NotATag;
    }
    inexact(name)
}

/// A cheap look that sends nearly every other parameter of the web away: a tag, however misspelt, has
/// a `t` or an `m` in its first letters.
fn could_be_tag(name: &str) -> bool {
    let bytes = name.as_bytes();
    if bytes.len() < 4 || bytes.len() > LONGEST {
        return bytes.len() > LONGEST && starts_with_utm(name);
    }
    let head = &bytes[..bytes.len().min(5)];
    let utm_like = head
        .iter()
        .filter(|byte| matches!(byte, b'u' | b'U' | b't' | b'T' | b'm' | b'M'))
        .count();
    utm_like >= 2 || bytes[0] == b'"' || bytes[0] == b' '
}

fn starts_with_utm(name: &str) -> bool {
    name.get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("utm_") || head.eq_ignore_ascii_case("utm-"))
}

#[cold]
fn inexact(name: &str) -> TagName {
    let lower = name.to_lowercase();
    if let Some(tag) = Tag::ALL.into_iter().find(|tag| tag.name() == lower) {
        return TagName::Case(tag);
    }
    if name.len() > LONGEST {
        return TagName::Unknown;
    }
    let words = separated(&lower);
    let Some((prefix, word)) = split(&words) else {
        return if lower == PREFIX {
            TagName::Unknown
        } else {
            TagName::NotATag
        };
    };
    let meant_utm = prefix == "utm" || MEANT_UTM.contains(&prefix);
    if OTHER_PREFIXES.contains(&prefix) || !meant_utm {
        return TagName::NotATag;
    }
    match nearest(word) {
        // A prefix that is itself a slip must stand before a name that is hardly one.
        Some((tag, distance)) if prefix == "utm" || distance <= 1 => TagName::Typo(tag),
        _ if prefix == "utm" && begins_as_utm(&lower) => TagName::Unknown,
        _ => TagName::NotATag,
    }
}

/// `utm` followed by something that separates it from its word.
fn begins_as_utm(lower: &str) -> bool {
    lower
        .trim_start()
        .strip_prefix("utm")
        .is_some_and(|rest| rest.starts_with(|next: char| !next.is_alphanumeric()))
}

/// Words joined by single `_`, whatever stood between them; stray signs at both ends are dropped.
fn separated(lower: &str) -> String {
    let mut words = String::with_capacity(lower.len());
    for word in lower
        .split(|letter: char| !letter.is_alphanumeric() && letter != ',')
        .filter(|word| !word.is_empty())
    {
        if !words.is_empty() {
            words.push('_');
        }
        words.push_str(word);
    }
    words
}

/// The prefix and the rest: at the first `_`, or without one behind a leading `utm`.
fn split(words: &str) -> Option<(&str, &str)> {
    if let Some(rest) = words.strip_prefix("utm_utm_") {
        return Some(("utm_utm", rest));
    }
    let joined = words
        .strip_prefix("utm")
        .filter(|rest| !rest.is_empty() && !rest.starts_with('_'));
    match (words.split_once('_'), joined) {
        (Some((prefix, rest)), _) if prefix.len() <= 4 => Some((prefix, rest)),
        (_, Some(rest)) => Some(("utm", rest)),
        _ => MEANT_UTM
            .iter()
            .find_map(|prefix| words.strip_prefix(prefix).map(|rest| (*prefix, rest)))
            // Without a separator, a misspelt prefix is believed only before an exact word.
            .filter(|(_, rest)| {
                rest.len() > 3 && Tag::ALL.into_iter().any(|tag| tag.word() == *rest)
            }),
    }
}

/// The official word that `word` was meant to be, with the number of slips.
fn nearest(word: &str) -> Option<(Tag, usize)> {
    if let Some(tag) = Tag::ALL
        .into_iter()
        .find(|tag| tag.word() == word || joined_equal(tag.word(), word))
    {
        return Some((tag, 0));
    }
    if OWN_WORDS.contains(&word) || Tag::ALL.into_iter().any(|tag| extends(word, tag.word())) {
        return None;
    }
    Tag::ALL
        .into_iter()
        .filter(|tag| tag.word().len().abs_diff(word.chars().count()) <= tag.tolerance())
        .map(|tag| (tag, strsim::osa_distance(tag.word(), word)))
        .filter(|(tag, distance)| *distance <= tag.tolerance())
        .min_by_key(|(_, distance)| *distance)
}

/// `sourceplatform` and `source_platform`.
fn joined_equal(official: &str, word: &str) -> bool {
    official.contains('_')
        && official
            .bytes()
            .filter(|byte| *byte != b'_')
            .eq(word.bytes().filter(|byte| *byte != b'_'))
}

/// A word built on an official one is a name of its own: `source_id`, `campaignid`, `medium2`,
/// `resource`, `adcontent`.
fn extends(word: &str, official: &str) -> bool {
    if word
        .strip_suffix(official)
        .is_some_and(|before| before.chars().count() > 1)
    {
        return true;
    }
    let Some(rest) = word.strip_prefix(official) else {
        return false;
    };
    rest.starts_with('_')
        || rest.starts_with(|next: char| next.is_ascii_digit())
        || rest == "id"
        || rest.chars().count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nine_official_names_are_exact() {
        for tag in Tag::ALL {
            assert_eq!(tag_of(tag.name()), TagName::Exact(tag));
            assert_eq!(tag_of(&tag.name().to_uppercase()), TagName::Case(tag));
        }
    }

    #[test]
    fn slips_of_the_keyboard_are_recognised() {
        use Tag::*;
        for (name, tag) in [
            ("utm_souce", Source),
            ("utm_soruce", Source),
            ("utm_sourse", Source),
            ("utm_soure", Source),
            ("utm-source", Source),
            ("utmsource", Source),
            ("utm_ source", Source),
            ("utm source", Source),
            ("utm_source ", Source),
            ("utm__source", Source),
            ("utm.source", Source),
            ("utm_sources", Source),
            ("utm_source[]", Source),
            ("utm_meduim", Medium),
            ("utm_medum", Medium),
            ("utm_mediun", Medium),
            ("UTM-Medium", Medium),
            ("utmMedium", Medium),
            ("utm_campain", Campaign),
            ("utm_compaign", Campaign),
            ("utm_campagin", Campaign),
            ("utm_campaing", Campaign),
            ("utm_campagne", Campaign),
            ("ytm_campaign", Campaign),
            ("umt_campaign", Campaign),
            ("utm_utm_campaign", Campaign),
            ("utm_contnet", Content),
            ("utm_content_", Content),
            ("utm_trem", Term),
            ("utm_scource", Source),
            ("utm_sorce", Source),
            ("utm_soucre", Source),
            ("utm_ssource", Source),
            ("utm_sourcr", Source),
            ("um_source", Source),
            ("utn_source", Source),
            ("utm_midium", Medium),
            ("utm_mediam", Medium),
            ("utm_campgain", Campaign),
            ("utm_camapign", Campaign),
            ("utm_champaign", Campaign),
            ("utm_camping", Campaign),
            ("utm_contant", Content),
            ("utm_contents", Content),
            ("utm_terms", Term),
            ("utm-id", Id),
            ("utm_sourceplatform", SourcePlatform),
            ("utm_creative_fromat", CreativeFormat),
        ] {
            assert_eq!(tag_of(name), TagName::Typo(tag), "{name}");
        }
    }

    #[test]
    fn names_of_their_own_are_no_slips() {
        for name in [
            "utm_site",
            "utm_budget",
            "utm_allptnr",
            "utm_pluginlink",
            "utm_partner_id",
            "utm_referrer",
            "utm_keyword",
            "utm-keyword",
            "utm_name",
            "utm_cid",
            "utm_uid",
            "utm_team",
            "utm_context",
            "utm_course",
            "utm_campaignid",
            "utm_campaign_id",
            "utm_source2",
            "utm_contentid",
            "utm_medium_type",
            "utm_placement",
            "utm_adgroup",
            "utm_region",
            "utm_",
            "utm_first_source",
            "utm_resource",
            "utm_adcontent",
            "utm_comment",
            "utm_channel",
            "utm_src",
            "utm_camp",
            "utm_campaignName",
        ] {
            assert_eq!(tag_of(name), TagName::Unknown, "{name}");
        }
    }

    #[test]
    fn other_parameters_are_no_tags() {
        for name in [
            "",
            "id",
            "ref",
            "source",
            "campaign",
            "itm_source",
            "mtm_campaign",
            "pk_campaign",
            "gclid",
            "utm",
            "atm_source",
            "tmp_source",
            "um",
            "first_utm_source",
            "unit_id",
            "user_name",
            "team",
            "timestamp",
            "mutation",
        ] {
            assert_eq!(tag_of(name), TagName::NotATag, "{name}");
        }
    }
}
