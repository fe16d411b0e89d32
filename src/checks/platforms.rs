//! What platforms take and what they don't: every limit that the rules know, with where it is written.
//!
//! As of 2026-11-22. Options of the rules change a limit where a platform is set up otherwise.

use super::Context;

/// A limit of a platform.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    /// The word for the platform.
    pub(crate) platform: &'static str,
    /// The most characters.
    pub(crate) characters: u64,
}

/// `Campaign.Name`, string(80).
///
/// Source: <https://developer.salesforce.com/docs/atlas.en-us.210.0.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Campaign.htm>
pub(crate) const CAMPAIGN_NAME: Limit = Limit {
    platform: "salesforce",
    characters: 80,
};

/// `CampaignMember.Status` is a picklist of 40 characters. `CampaignMemberStatus.Label` takes 765, so that
/// a longer label can be entered and then not be used everywhere: inferred, not documented.
///
/// Source: <https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/api/sforce_api_objects_campaignmemberstatus.htm>
pub(crate) const STATUS_LABEL: Limit = Limit {
    platform: "salesforce",
    characters: 40,
};

/// The name of a program token, without `my.`.
///
/// Source: <https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/tokens>
pub(crate) const TOKEN_NAME: Limit = Limit {
    platform: "marketo",
    characters: 50,
};

/// The text of a program token.
///
/// Source: <https://experienceleague.adobe.com/docs/marketo/using/product-docs/core-marketo-concepts/programs/tokens/understanding-my-tokens-in-a-program.html>
pub(crate) const TOKEN_TEXT: Limit = Limit {
    platform: "marketo",
    characters: 524_288,
};

/// The largest number of a number token of Marketo, by the same page as [`TOKEN_TEXT`]; negative ones are
/// documented elsewhere on it.
pub(crate) const LARGEST_NUMBER: i64 = 99_999_999;

/// The internal name of a property of HubSpot; not documented by the vendor, so that it only warns.
///
/// Source: <https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide>
pub(crate) const PROPERTY_NAME: Limit = Limit {
    platform: "hubspot",
    characters: 100,
};

impl Limit {
    /// The most characters: as the rule's option `longest` says, else as the platform does.
    pub(crate) fn most(self, context: &Context<'_>) -> usize {
        let most = match context.whole_number("longest") {
            0 => self.characters,
            own => own,
        };
        usize::try_from(most).unwrap_or(usize::MAX)
    }
}

/// How a token is called in Marketo, without the `my.` that it begins with where it is used, and how many
/// bytes that is in front.
pub(crate) fn token_name(written: &str) -> (&str, usize) {
    let prefix = written
        .get(..3)
        .filter(|prefix| prefix.eq_ignore_ascii_case("my."));
    let from = prefix.map_or(0, str::len);
    (&written[from..], from)
}

/// The place in a text, in bytes, where its character number `most` ends; `None` where it is not longer.
pub(crate) fn too_long_from(text: &str, most: usize) -> Option<usize> {
    // Nearly every text is shorter even in bytes.
    if text.len() <= most {
        return None;
    }
    text.char_indices().nth(most).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_in_characters() {
        assert_eq!(too_long_from("üüü", 3), None);
        assert_eq!(too_long_from("üüüü", 3), Some(6));
        assert_eq!(token_name("my.Event Name"), ("Event Name", 3));
        assert_eq!(token_name("Event"), ("Event", 0));
        assert_eq!(token_name("mü"), ("mü", 0));
    }
}
