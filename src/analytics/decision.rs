//! What a channel group decided about a visit, and why, in words.

use std::fmt;
use std::ops::Range;

/// What a condition looks at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// `utm_source`.
    Source,
    /// `utm_medium`.
    Medium,
    /// `utm_campaign`.
    Campaign,
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Field::Source => "source",
            Field::Medium => "medium",
            Field::Campaign => "campaign",
        })
    }
}

/// Where a visit is filed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision<'g> {
    /// The channel's name, as the group writes it.
    pub channel: &'g str,
    /// The rule that decided, counted from 0; `None` when none held.
    pub rule: Option<usize>,
    /// The list the source is in: `search`, `social`, `shopping`, `video`.
    pub source_category: Option<&'g str>,
    /// Later rules that would take the visit as well and whose order among each other is disputed.
    pub also: Vec<usize>,
    /// The channel the visit would be filed under without its campaign name, when it is another one.
    pub without_campaign: Option<&'g str>,
}

impl Decision<'_> {
    /// Whether the campaign's name alone moved the visit to this channel.
    pub fn campaign_hijack(&self) -> bool {
        self.without_campaign.is_some()
    }
}

/// One condition that held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// What it looked at.
    pub field: Field,
    /// The characters of the lower-cased text that made it hold, in bytes.
    pub range: Range<usize>,
    /// The condition in words: "medium contains `cp`".
    pub words: String,
}
