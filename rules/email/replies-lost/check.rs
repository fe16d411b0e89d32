//! Somebody reads what people answer.

use crate::checks::Context;
use crate::checks::email::is_unread;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::{Senders, Unsubscribe};

pub(crate) fn check(senders: &Senders<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (id, sender) in &senders.entries {
        let Some(address) = sender.reply_to.or(sender.from).filter(is_unread) else { continue };
        if context.mail().is_operational(id.value, sender)
            || sender.unsubscribe == Some(Unsubscribe::Reply)
        {
            continue;
        }
        report.find(
            address.local_place(),
            format!("Nobody reads the answers to the e-mails of `{}`.", shown(id.value)),
            "Name a shared mailbox that somebody reads as `reply-to:`.",
        );
    }
}
