//! Invitations and reminders go out before the event, follow-ups after it.

use crate::checks::Context;
use crate::checks::email::{Around, around, is_gone};
use crate::diagnostics::Reporter;
use crate::model::Campaign;

/// The longest that an event takes; an `end` further away is that of the campaign.
const LONGEST_EVENT: i32 = 6;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(event) = campaign.event else { return };
    let last_day = campaign
        .end
        .map(|end| end.date)
        .filter(|end| (0..=LONGEST_EVENT).contains(&(*end - event.date).get_days()))
        .unwrap_or(event.date);
    for email in campaign.emails.iter().flat_map(|list| &list.items) {
        let Some((send, date)) = email.send.as_ref().and_then(|send| Some((send, send.date?)))
        else {
            continue;
        };
        if is_gone(campaign.status, date, context.today()) {
            continue;
        }
        let Some((around, said)) = around(email) else { continue };
        let (what, side, help) = match around {
            Around::Invitation if date > last_day => {
                ("invitation", "after", "Send it before the event, or correct the event's day.")
            }
            Around::Reminder if date > last_day => {
                ("reminder", "after", "Send it before the event, or correct the event's day.")
            }
            Around::FollowUp if date < event.date => {
                ("follow-up", "before", "Send it after the event, or correct the event's day.")
            }
            _ => continue,
        };
        let message = format!("This {what} goes out {side} the event, which is on {}.", event.date);
        let finding = report.find(send.date_place(), message, help);
        finding.because(event.node, "the day of the event");
        finding.because(said.node, "this says what it is");
    }
}
