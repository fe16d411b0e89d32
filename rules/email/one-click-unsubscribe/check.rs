//! Mailbox providers can show an unsubscribe button of their own.

use crate::checks::Context;
use crate::checks::email::is_unread;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::{Senders, Unsubscribe};

pub(crate) fn check(senders: &Senders<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (id, sender) in &senders.entries {
        let lacks_it = matches!(sender.unsubscribe, Some(Unsubscribe::Link | Unsubscribe::Reply));
        // Where nobody reads the answers, email/unsubscribe-missing speaks.
        let answers = sender.reply_to.or(sender.from);
        let is_lost = sender.unsubscribe == Some(Unsubscribe::Reply)
            && answers.is_some_and(|address| is_unread(&address));
        if !lacks_it || is_lost || context.mail().is_operational(id.value, sender) {
            continue;
        }
        let Some(place) = sender.node.get("unsubscribe") else { continue };
        report.find(
            place,
            format!("The e-mails of `{}` have no one-click unsubscribe.", shown(id.value)),
            "Switch its two headers on in the e-mail platform, then write `link and one-click header`.",
        );
    }
}
