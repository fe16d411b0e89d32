//! A company writes from its own domain.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::links::is_free_mail;
use crate::model::Senders;
use crate::model::reader::shown;

pub(crate) fn check(senders: &Senders<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (id, sender) in &senders.entries {
        let addresses = [
            (sender.from, "The e-mails of `{}` come from a private mailbox at"),
            (sender.reply_to, "Answers to the e-mails of `{}` go to a private mailbox at"),
        ];
        for (address, what) in addresses {
            let Some((address, domain)) = address.and_then(|a| Some((a, a.domain()?))) else {
                continue;
            };
            let is_own = context.tracking().is_some_and(|policy| policy.own_site(domain).is_some());
            if is_free_mail(domain) && !is_own {
                let what = what.replace("{}", &shown(id.value));
                report.find(
                    address.domain_place(),
                    format!("{what} {}.", shown(domain)),
                    "Use an address at a domain of the company.",
                );
            }
        }
    }
}
