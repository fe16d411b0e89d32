//! No audience gets more e-mails than the calendar allows.

use std::collections::HashSet;

use crate::checks::Context;
use crate::checks::email::{holds, is_gone, words_of};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::{Cap, SendZone, Status};
use crate::workspace::{EmailMark, Regions};

/// How many e-mails to one audience are looked at around each: more stand there only by mistake.
const MOST_NEAR: usize = 200;
/// How many regions are compared with how many: beyond, they have some people in common.
const MOST_PAIRS: usize = 400;
/// How many of the other e-mails a finding shows.
const MOST_SHOWN: usize = 3;

/// An e-mail, and the number of its file.
type Sent<'w, 'a> = (usize, &'w EmailMark<'a>);

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let Some(caps) = context.calendar().and_then(|calendar| calendar.keys.caps.as_ref()) else {
        return;
    };
    let emails = context.workspace().emails();
    let mut sent: Vec<Sent<'_, '_>> = emails.iter().map(|(number, email)| (*number, email)).collect();
    sent.sort_by_key(|(_, email)| (email.audience, email.date, email.time, email.place));
    let mut reported = HashSet::new();
    // One mailing beside another is one finding, in however many languages and regions both go out.
    let mut told = HashSet::new();
    for of_audience in sent.chunk_by(|(_, one), (_, other)| one.audience == other.audience) {
        let audience = of_audience[0].1.audience;
        let caps: Vec<&Cap<'_>> = [audience, "everybody"]
            .into_iter()
            .filter_map(|name| caps.get(name))
            .flat_map(|caps| &caps.items)
            .collect();
        if caps.is_empty() {
            continue;
        }
        for at in 0..of_audience.len() {
            let email = of_audience[at].1;
            if is_gone(email.status, email.date, context.today())
                || reported.contains(&email.place)
            {
                continue;
            }
            let too_many = caps.iter().find_map(|cap| {
                Some((cap, others_in_days(cap, at, of_audience, context.regions())?))
            });
            let Some((cap, others)) = too_many else { continue };
            let own = mailing(of_audience[at]);
            let is_told = |other: &Sent<'_, '_>| {
                let other = mailing(*other);
                told.contains(&(own, other)) || told.contains(&(other, own))
            };
            if others.iter().all(is_told) {
                continue;
            }
            told.extend(others.iter().map(|other| (own, mailing(*other))));
            reported.insert(email.place);
            tell(email, audience, cap, &others, report);
        }
    }
}

/// What the e-mails of one campaign on one day have in common.
fn mailing((file, email): Sent<'_, '_>) -> (usize, u32, jiff::civil::Date) {
    (file, email.document, email.date)
}

/// The e-mails that fill a cap already, the nearest first; none where there is room for this one.
fn others_in_days<'w, 'a>(
    cap: &Cap<'_>,
    at: usize,
    all: &[Sent<'w, 'a>],
    regions: &Regions<'_>,
) -> Option<Vec<Sent<'w, 'a>>> {
    let (_, email) = all[at];
    if email.operational && !cap.operational_included {
        return None;
    }
    let is_draft = email.status == Some(Status::Draft);
    let before: Box<dyn Iterator<Item = &Sent<'w, 'a>>> = Box::new(all[..at].iter().rev());
    let after: Box<dyn Iterator<Item = &Sent<'w, 'a>>> = Box::new(all[at + 1..].iter());
    // What is planned counts against a draft on both sides; a draft counts against drafts only.
    let sides = if is_draft { vec![(before, true), (after, false)] } else { vec![(before, true)] };
    sides.into_iter().find_map(|(side, counts_drafts)| {
        let near = side
            .take_while(|(_, other)| (email.date - other.date).get_days().unsigned_abs() < cap.days)
            .take(MOST_NEAR);
        let mut counted: Vec<Sent<'w, 'a>> = Vec::new();
        for &other in near {
            let other_is_draft = other.1.status == Some(Status::Draft);
            if (other.1.operational && !cap.operational_included)
                || (other_is_draft && !(is_draft && counts_drafts))
                || are_apart(email, other.1, regions)
                || std::iter::once(&all[at]).chain(&counted).any(|one| is_one_mailing(*one, other, regions))
            {
                continue;
            }
            counted.push(other);
            if counted.len() >= cap.count as usize {
                return Some(counted);
            }
        }
        None
    })
}

const CAME: &[&str] = &["attended", "attendee", "attendees", "attending"];
const MISSED: &[&str] = &["no show", "no shows", "noshow", "noshows", "missed", "not attended", "did not attend"];

/// Whether an e-mail is for those who came, or for those who didn't, by its role and its id.
fn after_event(email: &EmailMark<'_>, known: &[&str]) -> bool {
    let readers = &email.readers;
    let said = [readers.role, readers.id];
    said.into_iter().flatten().any(|said| {
        let words = words_of(said);
        known.iter().any(|known| holds(&words, known))
    })
}

/// Whether nobody gets both.
fn are_apart(one: &EmailMark<'_>, other: &EmailMark<'_>, regions: &Regions<'_>) -> bool {
    let (one, other) = (&one.readers, &other.readers);
    if let (Some(first), Some(second)) = (one.language, other.language)
        && first != second
    {
        return true;
    }
    let pairs = one.regions.len().saturating_mul(other.regions.len());
    (1..=MOST_PAIRS).contains(&pairs)
        && one.regions.iter().all(|first| {
            other.regions.iter().all(|second| regions.are_apart(first, second))
        })
}

/// Whether two e-mails of one campaign are parts of one mailing, of which each person gets one.
fn is_one_mailing(one: Sent<'_, '_>, other: Sent<'_, '_>, regions: &Regions<'_>) -> bool {
    let ((file, first), (other_file, second)) = (one, other);
    if file != other_file || first.document != second.document {
        return false;
    }
    // Nobody both came and stayed away.
    let came = |email: &EmailMark<'_>| after_event(email, CAME);
    let missed = |email: &EmailMark<'_>| after_event(email, MISSED);
    if (came(first) && missed(second)) || (missed(first) && came(second)) {
        return true;
    }
    if first.date != second.date {
        return false;
    }
    let (one, two) = (&first.readers, &second.readers);
    let other_clocks = one.zone != two.zone && one.zone != SendZone::Unsaid;
    first.place == second.place
        || first.time == second.time
        || (one.subject.is_some() && one.subject == two.subject)
        || (one.role == two.role && other_clocks)
        || are_apart(first, second, regions)
}

fn tell(
    email: &EmailMark<'_>,
    audience: &str,
    cap: &Cap<'_>,
    others: &[Sent<'_, '_>],
    report: &mut Reporter,
) {
    let days = match cap.days {
        1 => "a day".to_string(),
        days => format!("within {days} days"),
    };
    let allowed = match cap.count {
        1 => "one".to_string(),
        count => count.to_string(),
    };
    // Once the oldest of the others is out of the way, there is room again.
    let oldest = others.iter().map(|(_, other)| other.date).filter(|date| *date <= email.date).min();
    let span = jiff::Span::new().try_days(i64::from(cap.days));
    let free = oldest.zip(span.ok()).and_then(|(oldest, span)| oldest.checked_add(span).ok());
    let help = match free {
        Some(day) => format!("Move it to {day} or later, or to an audience without these people."),
        None => "Move one of them to another day, or to an audience without these people.".to_string(),
    };
    let finding = report.find(
        email.place,
        format!(
            "This is one e-mail too many to `{}`: the calendar allows {allowed} {days}.",
            shown(audience)
        ),
        help,
    );
    finding.because(cap.node, "the cap");
    for (_, other) in others.iter().take(MOST_SHOWN) {
        finding.because(other.place, "to the same audience");
    }
}
