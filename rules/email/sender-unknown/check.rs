//! Each marketing e-mail says which sender it comes from.

use std::cell::OnceCell;

use crate::checks::Context;
use crate::checks::email::{is_complete, is_over};
use crate::diagnostics::{Reporter, list_words};
use crate::model::Campaign;
use crate::model::reader::{opening, shown};
use crate::model::target::Target;
use crate::syntax::edit;

/// How many senders are looked through for an address.
const MOST_SENDERS: usize = 500;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if campaign.emails.is_none() || is_over(campaign) || !context.defines_any(Target::Sender) {
        return;
    }
    let known = &context.mail().senders;
    let names = OnceCell::new();
    let ids = || names.get_or_init(|| list_words(known.keys().copied(), 8));
    for email in campaign.emails.iter().flat_map(|list| &list.items) {
        let Some(sender) = &email.sender else {
            let is_broken = email.node.get("sender").is_some_and(|node| !node.is_null());
            if is_complete(campaign) && !email.is_operational() && !is_broken {
                let place = email.id.map_or_else(|| opening(email.node), |id| id.0.node.into());
                let message = match email.id {
                    Some(id) => format!("The e-mail `{}` has no sender.", shown(id.0.value)),
                    None => "This e-mail has no sender.".to_string(),
                };
                report.find(place, message, format!("Add `sender:` with {}.", ids()));
            }
            continue;
        };
        let written = sender.text.value;
        if !written.contains('@') {
            continue;
        }
        let of_this_address = known.values().take(MOST_SENDERS).find(|(_, known)| {
            let from = known.from.map(|from| from.text.value);
            from.is_some_and(|from| written.to_lowercase().contains(&from.to_lowercase()))
        });
        let help = match of_this_address {
            Some((id, _)) => format!("Write `{}`, whose address this is.", shown(id.value)),
            None => format!("Write the id of a sender, such as {}, or define a new one.", ids()),
        };
        let finding = report.find(
            sender.text.node,
            format!("`{}` is an address, and not the id of a sender.", shown(written)),
            help,
        );
        if let Some((id, _)) = of_this_address {
            finding.because(id.node, "the sender with this address");
            finding.unsafe_fix(
                format!("change to `{}`", id.value),
                edit::set_value(sender.text.node, id.value),
            );
        }
    }
}
