//! What several rules ask of a campaign: how far it is, its texts, the tokens in them.

use std::ops::Range;

use jiff::civil::Date;

use crate::model::values::{DateValue, Text};
use crate::model::{Campaign, Status};

/// Whether a campaign says that it is complete, so that what is missing is a mistake.
pub(crate) fn is_due(campaign: &Campaign<'_>) -> bool {
    matches!(campaign.status, Some(Status::Ready | Status::Live))
}

/// Whether a campaign is over or given up, so that nothing can be done about it any more.
pub(crate) fn is_closed(campaign: &Campaign<'_>) -> bool {
    matches!(campaign.status, Some(Status::Done | Status::Aborted))
}

/// Whether a date can be meant: no slip has made another century of its year.
pub(crate) fn is_plausible(date: Date, today: Date) -> bool {
    const YEARS_AHEAD: i16 = 5;
    (2000..=today.year() + YEARS_AHEAD).contains(&date.year())
}

/// A date that can be meant; about others campaign/date-implausible speaks.
pub(crate) fn plausible(date: Option<DateValue<'_>>, today: Date) -> Option<DateValue<'_>> {
    date.filter(|date| is_plausible(date.date, today))
}

/// What a text of a campaign is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextOf {
    /// The address of a link.
    LinkAddress,
    /// A tag of a link.
    LinkTag,
    /// The `utm_campaign` that a link says itself.
    LinkCampaign,
    /// The subject of an e-mail.
    Subject,
    /// The value of a program token.
    Token,
    /// The address of an asset.
    AssetAddress,
    /// What all links carry.
    SharedTag,
    /// What it is for, in a sentence.
    Description,
}

/// Every text of a campaign that a platform fills tokens into.
pub(crate) fn texts<'c, 'a>(
    campaign: &'c Campaign<'a>,
) -> impl Iterator<Item = (TextOf, Text<'a>)> + use<'c, 'a> {
    let links = campaign.links.iter().flat_map(|list| &list.items);
    let links = links.flat_map(|link| {
        let address = link.url.map(|url| (TextOf::LinkAddress, url));
        let tags = link.tags().map(|(name, tag)| match name {
            "utm_campaign" => (TextOf::LinkCampaign, tag),
            _ => (TextOf::LinkTag, tag),
        });
        address.into_iter().chain(tags)
    });
    let emails = campaign.emails.iter().flat_map(|list| &list.items);
    let subjects = emails.filter_map(|email| Some((TextOf::Subject, email.subject?)));
    let tokens = campaign.tokens.iter().flat_map(|map| &map.entries);
    let tokens = tokens.map(|(_, value)| (TextOf::Token, *value));
    let assets = campaign.assets.iter().flat_map(|list| &list.items);
    let assets = assets.filter_map(|asset| Some((TextOf::AssetAddress, asset.url?)));
    let shared = campaign.utm.iter().flat_map(|utm| [utm.campaign, utm.id]);
    let shared = shared.flatten().map(|text| (TextOf::SharedTag, text));
    links
        .chain(subjects)
        .chain(tokens)
        .chain(assets)
        .chain(shared)
}

/// The longest name of a token, in bytes.
const LONGEST: usize = 200;

/// The program tokens in a text, `{{my.Event Name}}`: where each stands, and its name.
pub(crate) fn tokens_in(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find("{{")?;
            from = start + 2;
            let behind = &text.as_bytes()[from..];
            // No token is longer; and a text full of openings is read but once.
            let length = behind.windows(2).take(LONGEST).position(|two| two == b"}}");
            let Some(length) = length else { continue };
            let end = from + length + 2;
            let inner = text[start + 2..end - 2].trim();
            // Platforms give a default behind a colon: `{{my.City:default=Berlin}}`.
            let inner = inner.split(":default").next().unwrap_or(inner);
            let is_own = inner
                .get(..3)
                .is_some_and(|prefix| prefix.eq_ignore_ascii_case("my."));
            if is_own && !inner.contains('{') {
                from = end;
                return Some((start..end, inner[3..].trim()));
            }
        }
    })
}

/// Whether two names of tokens are one: letter case, and `my.` in front, make no difference.
pub(crate) fn same_token(one: &str, other: &str) -> bool {
    bare_token(one).eq_ignore_ascii_case(bare_token(other))
}

/// The name of a token without the signs that people write around it.
pub(crate) fn bare_token(name: &str) -> &str {
    let name = name.trim();
    let name = name
        .strip_prefix("{{")
        .and_then(|name| name.strip_suffix("}}"))
        .unwrap_or(name)
        .trim();
    match name.get(..3) {
        Some(prefix) if prefix.eq_ignore_ascii_case("my.") => name[3..].trim(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_program_tokens_are_tokens() {
        let text = "https://{{my.landing page}}?{{ my.utm }}&x={{lead.Email}}{{my.City:default=Berlin}}{{my.";
        let names: Vec<&str> = tokens_in(text).map(|(_, name)| name).collect();
        assert_eq!(names, ["landing page", "utm", "City"]);
        assert!(tokens_in("{{ä}} {{my}} }}{{").next().is_none());
        assert!(same_token("{{my.Event Name}}", "event name"));
    }
}
