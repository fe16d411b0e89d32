//! What member statuses mean, however they are spelt.

use crate::model::Channel;
use crate::model::values::Text;

/// Spellings of one word, the second the one that is kept.
const VARIANTS: [(&str, &str); 5] = [
    ("canceled", "cancelled"),
    ("cancellation", "cancelled"),
    ("noshow", "no show"),
    ("ondemand", "on demand"),
    ("waitlist", "waitlisted"),
];

/// A status in one spelling: lower case, spaces for hyphens, one variant of each word.
pub(crate) fn plain(status: &str) -> String {
    let lower = status.to_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '–'));
    let words = words.filter(|word| !word.is_empty()).map(|word| {
        let variant = VARIANTS.iter().find(|(from, _)| *from == word);
        variant.map_or(word, |(_, to)| *to)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Statuses in which people are who have done nothing yet.
const NOTHING: [&str; 9] = [
    "no action",
    "member",
    "on list",
    "listed",
    "in program",
    "not contacted",
    "no response",
    "none",
    "not set",
];

/// Whether a status says only that somebody is there.
pub(crate) fn means_nothing(status: &str) -> bool {
    NOTHING.contains(&plain(status).as_str())
}

/// Ways of leaving for good, which may come after anything.
const LEAVING: [&str; 6] = [
    "unsubscribed",
    "opted out",
    "opt out",
    "bounced",
    "hard bounced",
    "removed",
];

/// Whether somebody with this status left for good.
pub(crate) fn is_leaving(status: &str) -> bool {
    LEAVING.contains(&plain(status).as_str())
}

/// The status in which the members of a channel start.
pub(crate) fn start_of<'a>(channel: &Channel<'a>) -> Option<Text<'a>> {
    channel
        .starts_at
        .or_else(|| channel.all_statuses().next().copied())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn one_status_in_several_spellings() {
        for (one, other) in [
            ("Canceled", "cancelled"),
            ("Attended On-Demand", "Attended On-demand"),
            ("No-Show", "No Show"),
        ] {
            assert_eq!(plain(one), plain(other));
        }
        assert_ne!(plain("Attended"), plain("Attended On-demand"));
    }
}
