//! People can unsubscribe from whoever sends them marketing e-mails.

use crate::checks::Context;
use crate::checks::email::is_unread;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::{Senders, Unsubscribe};

pub(crate) fn check(senders: &Senders<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (id, sender) in &senders.entries {
        if context.mail().is_operational(id.value, sender) {
            continue;
        }
        let said = sender.node.get("unsubscribe");
        let name = shown(id.value);
        let (place, message, help) = match (sender.unsubscribe, said) {
            // A word that is not known is workspace/invalid-value.
            (None, Some(node)) if !node.is_null() => continue,
            (None, _) => (
                id.node,
                format!("Nothing says how people unsubscribe from the e-mails of `{name}`."),
                "Add `unsubscribe: link and one-click header`, or `operational: yes` for a sender of \
                 confirmations and invoices only.",
            ),
            (Some(Unsubscribe::None), Some(node)) => (
                node,
                format!("People can't unsubscribe from the e-mails of `{name}`."),
                "Put an unsubscribe link into its e-mails, then write `link and one-click header`.",
            ),
            (Some(Unsubscribe::Header), Some(node)) => (
                node,
                format!("The e-mails of `{name}` have an unsubscribe header, but no link to click on."),
                "Put an unsubscribe link into their text as well: `link and one-click header`.",
            ),
            (Some(Unsubscribe::Reply), Some(node)) => {
                let Some(address) = sender.reply_to.or(sender.from).filter(is_unread) else {
                    continue;
                };
                report
                    .find(
                        node,
                        format!(
                            "People unsubscribe from the e-mails of `{name}` by answering, but nobody \
                             reads the answers."
                        ),
                        "Put an unsubscribe link into the e-mails, or name an address that somebody reads.",
                    )
                    .because(address.text.node, "answers go here");
                continue;
            }
            _ => continue,
        };
        report.find(place, message, help);
    }
}
