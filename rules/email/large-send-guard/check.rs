//! Large sends have what the calendar asks of them.

use std::collections::HashSet;

use crate::checks::Context;
use crate::checks::email::{Around, around, is_complete, is_gone, words_of};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::{opening, shown};
use crate::model::{Campaign, Email};
use crate::syntax::Node;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(calendar) = context.calendar() else { return };
    let Some(lines) = &calendar.keys.large_sends else { return };
    if !is_complete(campaign) {
        return;
    }
    let emails = campaign.emails.iter().flat_map(|list| &list.items);
    // The e-mails of one day are often one mailing in several languages: it is said once.
    let mut said = HashSet::new();
    for email in emails.filter(|email| !email.is_operational()) {
        let Some(send) = &email.send else { continue };
        if send.date.is_some_and(|date| is_gone(campaign.status, date, context.today())) {
            continue;
        }
        let Some(size) = size_of(email, campaign, context) else { continue };
        let done = email.safeguards.iter().flat_map(|list| &list.items);
        let done: Vec<String> = done.map(|words| words_of(words.value)).collect();
        for line in &lines.items {
            let Some(over) = line.over.filter(|over| size.count > over.value) else { continue };
            for need in line.needs.iter().flat_map(|list| &list.items) {
                let is_done = done.contains(&words_of(need.value));
                if is_done || !said.insert((send.date, need.node.span().start)) {
                    continue;
                }
                let finding = report.find(
                    size.place,
                    format!(
                        "{} people get this e-mail, and its `safeguards` lack `{}`.",
                        size.said,
                        shown(need.value)
                    ),
                    "Do what the calendar asks for, then add it under `safeguards:`.",
                );
                finding.because(need.node, format!("needed for more than {} people", over.value));
                finding.because_of(size.expected, "so many are expected");
            }
        }
    }
}

/// How many people get an e-mail, and where that is said.
struct Size<'a> {
    count: u64,
    said: String,
    place: Place,
    expected: Option<Node<'a>>,
}

fn size_of<'c>(email: &Email<'c>, campaign: &Campaign<'c>, context: &Context<'c>) -> Option<Size<'c>> {
    if let Some(recipients) = email.recipients {
        return Some(Size {
            count: recipients.value,
            said: recipients.value.to_string(),
            place: recipients.node.into(),
            expected: None,
        });
    }
    // These go to people who registered, and not to everybody who was invited.
    if matches!(around(email), Some((Around::Reminder | Around::FollowUp, _))) {
        return None;
    }
    let audiences = email.audience.as_ref().or(campaign.audience.as_ref())?;
    let expected = audiences.items.iter().filter_map(|audience| {
        let expect = context.mail().audience(audience.text.value)?.expect?;
        Some((most(expect.value)?, expect))
    });
    let (count, expect) = expected.max_by_key(|(count, _)| *count)?;
    let place = email.id.map_or_else(|| opening(email.node), |id| id.0.node.into());
    Some(Size {
        count,
        said: format!("Up to {count}"),
        place,
        expected: Some(expect.node),
    })
}

/// The largest number in `8000 to 15000 people`.
fn most(expect: &str) -> Option<u64> {
    let numbers = expect.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    numbers.filter_map(|part| part.parse().ok()).max()
}
