//! What must be known of every e-mail and every sender at once: who sends for which e-mails, and
//! when whom something reaches.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, Time};

use super::read::FileRead;
use crate::diagnostics::Place;
use crate::model::values::Text;
use crate::model::{Body, Campaign, Email, SendZone, Sender, Status};
use crate::syntax::Node;

/// An e-mail that goes out to an audience on a known day. One that goes to several audiences has a
/// mark for each.
#[derive(Debug, Clone)]
pub struct EmailMark<'a> {
    /// The audience.
    pub audience: &'a str,
    /// The day, by the clocks of its own time zone.
    pub date: Date,
    /// The time, where it is said.
    pub time: Option<Time>,
    /// Where the day stands.
    pub place: Place,
    /// The number of the document within its file.
    pub document: u32,
    /// How far the campaign is.
    pub status: Option<Status>,
    /// Whether it is operational.
    pub operational: bool,
    /// What tells its readers from those of another e-mail to the same audience.
    pub readers: Readers<'a>,
}

/// What an e-mail says of its readers and of itself, beyond the audience.
#[derive(Debug, Clone)]
pub struct Readers<'a> {
    /// The language.
    pub language: Option<&'a str>,
    /// The regions: its own, else those of its campaign.
    pub regions: Box<[&'a str]>,
    /// The subject.
    pub subject: Option<&'a str>,
    /// The id.
    pub id: Option<&'a str>,
    /// The role.
    pub role: Option<&'a str>,
    /// Whose clocks its time is read from.
    pub zone: SendZone,
}

/// For which e-mails a sender is used.
#[derive(Debug, Clone, Copy, Default)]
pub struct SenderUse {
    /// Whether for any that is operational.
    pub operational: bool,
    /// Whether for any that is not.
    pub marketing: bool,
}

/// The senders of a workspace, by id, and what they send.
#[derive(Debug, Default)]
pub struct Mail<'a> {
    /// Each sender with its id.
    pub senders: BTreeMap<&'a str, (Text<'a>, Sender<'a>)>,
    used: HashMap<&'a str, SenderUse>,
    audiences: HashMap<&'a str, AudienceFacts<'a>>,
}

/// What an audience says of its people, apart from its conditions.
#[derive(Debug, Clone, Default)]
pub struct AudienceFacts<'a> {
    /// The regions, countries or groups outside of which nobody is in it.
    pub only: Vec<Text<'a>>,
    /// How many people it should hold.
    pub expect: Option<Text<'a>>,
}

impl<'a> Mail<'a> {
    pub(super) fn new(files: &[FileRead<'a>]) -> Mail<'a> {
        let mut mail = Mail::default();
        for file in files {
            for (id, marketing) in &file.senders {
                let used = mail.used.entry(*id).or_default();
                used.marketing |= *marketing;
                used.operational |= !*marketing;
            }
            for document in &file.documents {
                if let Some(Body::Audience(audience)) = &document.body {
                    let id = document.root.get("id").and_then(|id| id.value());
                    let facts = AudienceFacts {
                        only: audience
                            .only
                            .iter()
                            .flat_map(|only| only.items.clone())
                            .collect(),
                        expect: audience.expect,
                    };
                    mail.audiences
                        .entry(id.unwrap_or(file.stem))
                        .or_insert(facts);
                }
                let Some(Body::Senders(senders)) = &document.body else {
                    continue;
                };
                for (id, sender) in &senders.entries {
                    // A second one of this id is workspace/duplicate-id; the first counts.
                    let entry = mail.senders.entry(id.value);
                    entry.or_insert_with(|| (*id, sender.clone()));
                }
            }
        }
        mail
    }

    /// What an audience says of its people.
    pub fn audience(&self, id: &str) -> Option<&AudienceFacts<'a>> {
        self.audiences.get(id)
    }

    /// Whether a sender sends nothing but operational e-mails: because it says so, or because no other
    /// e-mail uses it.
    pub fn is_operational(&self, id: &str, sender: &Sender<'_>) -> bool {
        sender.operational.is_some_and(|flag| flag.yes)
            || self
                .used
                .get(id)
                .is_some_and(|used| used.operational && !used.marketing)
    }
}

/// The senders that the e-mails of one file use: whether for marketing.
#[derive(Debug, Default)]
pub(super) struct MailMarks<'a> {
    pub(super) senders: Vec<(&'a str, bool)>,
}

impl<'a> MailMarks<'a> {
    /// Adds those of a document.
    pub(super) fn add(&mut self, body: &Body<'a>) {
        let Body::Campaign(campaign) = body else {
            return;
        };
        for email in campaign.emails.iter().flat_map(|list| &list.items) {
            let marketing = !email.is_operational();
            if let Some(sender) = &email.sender {
                let using = (sender.text.value, marketing);
                if !self.senders.contains(&using) {
                    self.senders.push(using);
                }
            }
        }
    }
}

/// The e-mails of a campaign that go out on a known day, unless the campaign is given up.
pub(super) fn emails_of(root: Node<'_>, document: u32) -> Vec<EmailMark<'_>> {
    let mut marks = Vec::new();
    let campaign = Campaign::with_keys(root, |key| {
        matches!(key, "status" | "region" | "audience" | "emails")
    });
    if campaign.status == Some(Status::Aborted) {
        return marks;
    }
    for email in campaign.emails.iter().flat_map(|list| &list.items) {
        mark(&campaign, email, document, &mut marks);
    }
    marks
}

/// Adds an e-mail, once for each audience that it goes to.
fn mark<'a>(
    campaign: &Campaign<'a>,
    email: &Email<'a>,
    document: u32,
    marks: &mut Vec<EmailMark<'a>>,
) {
    let Some((send, date)) = email
        .send
        .as_ref()
        .and_then(|send| Some((send, send.date?)))
    else {
        return;
    };
    let audiences = email.audience.as_ref().or(campaign.audience.as_ref());
    let regions = email.region.as_ref().or(campaign.region.as_ref());
    let regions = regions.iter().flat_map(|list| &list.items);
    let readers = Readers {
        language: email.language.as_ref().map(|language| language.text.value),
        regions: regions.map(|region| region.text.value).collect(),
        subject: email.subject.map(|subject| subject.value),
        id: email.id.map(|id| id.0.value),
        role: email.role.map(|role| role.value),
        zone: send.zone.clone(),
    };
    for audience in audiences.iter().flat_map(|list| &list.items) {
        marks.push(EmailMark {
            audience: audience.text.value,
            date,
            time: send.time,
            place: send.date_place(),
            document,
            status: campaign.status,
            operational: email.is_operational(),
            readers: readers.clone(),
        });
    }
}
