//! Questions about an e-mail that several rules ask.

use jiff::civil::Date;

use super::Context;
use crate::model::target::Region;
use crate::model::values::{OneOrMany, Reference, Text};
use crate::model::{Campaign, Email, MailAddress, Status};

/// What an e-mail has to do with the event of its campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Around {
    /// It asks people to come.
    Invitation,
    /// It reminds those who will.
    Reminder,
    /// It follows the event.
    FollowUp,
}

const INVITATION: &[&str] = &[
    "invitation",
    "invitations",
    "invite",
    "invites",
    "save the date",
    "last chance",
];
const REMINDER: &[&str] = &["reminder", "reminders"];
const FOLLOW_UP: &[&str] = &[
    "follow up",
    "followup",
    "post event",
    "recap",
    "recording",
    "replay",
    "on demand",
    "ondemand",
    "no show",
    "noshow",
    "no shows",
    "attended",
    "attendees",
    "for attending",
    "for joining",
    "missed",
];

/// What an e-mail has to do with the event, by its role or else its id, and the words that say so.
/// One that could be either is neither.
pub(crate) fn around<'a>(email: &Email<'a>) -> Option<(Around, Text<'a>)> {
    let said = [email.role, email.id.map(|id| id.0)];
    said.into_iter().flatten().find_map(|text| {
        let words = words_of(text.value);
        let kinds = [
            (Around::Invitation, INVITATION),
            (Around::Reminder, REMINDER),
            (Around::FollowUp, FOLLOW_UP),
        ];
        let mut found = kinds
            .into_iter()
            .filter(|(_, known)| known.iter().any(|known| holds(&words, known)));
        match (found.next(), found.next()) {
            (Some((around, _)), None) => Some((around, text)),
            _ => None,
        }
    })
}

/// Letters and digits in lower case with one space around each word, so that words can be found
/// whole: `Follow-Up_2` is ` follow up 2 `.
pub(crate) fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// Whether these words, as [`words_of`] gives them, hold others, whole.
pub(crate) fn holds(words: &str, known: &str) -> bool {
    let mut rest = words;
    while let Some(space) = rest.find(' ') {
        rest = &rest[space + 1..];
        if let Some(behind) = rest.strip_prefix(known)
            && behind.starts_with(' ')
        {
            return true;
        }
    }
    false
}

/// The regions that an e-mail goes to: its own, else those outside of which its audience has nobody,
/// else those of its campaign.
pub(crate) fn regions_of<'c>(
    email: &Email<'c>,
    campaign: &Campaign<'c>,
    context: &Context<'c>,
) -> Vec<&'c str> {
    let own = |list: &Option<OneOrMany<'c, Reference<'c, Region>>>| {
        let items = list.iter().flat_map(|list| &list.items);
        items.map(|region| region.text.value).collect::<Vec<_>>()
    };
    let said = own(&email.region);
    if !said.is_empty() {
        return said;
    }
    let audiences = email.audience.as_ref().or(campaign.audience.as_ref());
    let mut only = Vec::new();
    for audience in audiences.iter().flat_map(|list| &list.items) {
        let facts = context.mail().audience(audience.text.value);
        let Some(facts) = facts.filter(|facts| !facts.only.is_empty()) else {
            return own(&campaign.region);
        };
        only.extend(facts.only.iter().map(|text| text.value));
    }
    if only.is_empty() {
        own(&campaign.region)
    } else {
        only
    }
}

/// Whether an address says of itself that nobody reads what comes to it.
pub(crate) fn is_unread(address: &MailAddress<'_>) -> bool {
    let local = address.local().unwrap_or_default();
    let bare: String = local.chars().filter(char::is_ascii_alphanumeric).collect();
    let bare = bare.to_ascii_lowercase();
    [
        "noreply",
        "donotreply",
        "dontreply",
        "noanswer",
        "unattended",
    ]
    .iter()
    .any(|name| bare.starts_with(name))
}

/// Whether a campaign is over, so that nothing in it can be changed any more.
pub(crate) fn is_over(campaign: &Campaign<'_>) -> bool {
    matches!(campaign.status, Some(Status::Done | Status::Aborted))
}

/// Whether a campaign says that it is complete.
pub(crate) fn is_complete(campaign: &Campaign<'_>) -> bool {
    matches!(campaign.status, Some(Status::Ready | Status::Live))
}

/// Whether an e-mail of this day has left already. What is not live yet can't have sent anything:
/// there, a day in the past is a slip.
pub(crate) fn is_gone(status: Option<Status>, date: Date, today: Date) -> bool {
    match status {
        Some(Status::Done | Status::Aborted) => true,
        Some(Status::Live) => date < today,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        assert!(holds(&words_of("Invite-2"), "invite"));
        assert!(holds(&words_of("follow_up (no-show)"), "follow up"));
        assert!(!holds(&words_of("reinvited"), "invite"));
        assert!(!holds(&words_of(""), "invite"));
    }
}
