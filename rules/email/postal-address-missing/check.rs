//! Whoever sends marketing e-mails can be reached by post.

use crate::checks::Context;
use crate::checks::email::{holds, words_of};
use crate::diagnostics::Reporter;
use crate::model::Senders;
use crate::model::mail_address::is_filled_in;
use crate::model::reader::shown;

/// What templates have in the place of an address.
const PLACEHOLDERS: &[&str] = &[
    "any town",
    "anytown",
    "company address",
    "company name",
    "street address",
    "your address",
    "your company",
    "your street",
    "postal address",
    "address here",
    "address line",
    "placeholder",
    "change me",
    "changeme",
    "lorem ipsum",
    "tbd",
    "tba",
    "tbc",
    "todo",
    "xxx",
    "xxxx",
];

const HELP: &str = "Write the street or post office box, the postcode and the town, as they stand at \
                    the end of its e-mails.";

pub(crate) fn check(senders: &Senders<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (id, sender) in &senders.entries {
        if context.mail().is_operational(id.value, sender) {
            continue;
        }
        let name = shown(id.value);
        let Some(address) = sender.address.filter(|address| !address.is_blank()) else {
            let broken = sender.node.get("address").filter(|node| !node.is_null());
            if broken.is_none() || sender.address.is_some() {
                report.find(id.node, format!("The sender `{name}` has no postal address."), HELP);
            }
            continue;
        };
        if is_filled_in(address.value) {
            continue;
        }
        let message = if is_placeholder(address.value) {
            format!("The postal address of `{name}` is a placeholder that nobody filled in.")
        } else if !address.value.chars().any(char::is_numeric) {
            format!("The postal address of `{name}` has neither a street with a number nor a postcode.")
        } else {
            continue;
        };
        report.find(address.node, message, HELP);
    }
}

fn is_placeholder(address: &str) -> bool {
    let bracketed = [('[', ']'), ('<', '>')]
        .iter()
        .any(|(open, close)| address.trim().starts_with(*open) && address.trim().ends_with(*close));
    let words = words_of(address);
    bracketed || PLACEHOLDERS.iter().any(|known| holds(&words, known))
}
