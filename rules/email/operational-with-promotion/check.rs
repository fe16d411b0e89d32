//! What counts as operational sells nothing.

use crate::checks::Context;
use crate::checks::email::{holds, is_gone, is_over, words_of};
use crate::diagnostics::Reporter;
use crate::links::Link;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Campaign, Email, LinkEntry};

const MARKETING_ROLES: &[&str] = &[
    "invitation",
    "invite",
    "newsletter",
    "promotion",
    "promo",
    "offer",
    "discount",
    "nurture",
    "sale",
    "upsell",
    "cross sell",
    "win back",
    "winback",
];

/// Words that sell, as whole words of a subject.
const SELLING: &[&str] = &[
    "discount",
    "promo code",
    "special offer",
    "limited offer",
    "limited time offer",
    "black friday",
    "cyber monday",
    "save up to",
    "rabatt",
    "sonderangebot",
    "offre spéciale",
    "code promo",
    "descuento",
    "oferta especial",
];

/// Pages that sell, as a whole part of a path or of `content`.
const SELLING_PAGES: &[&str] = &[
    "pricing",
    "prices",
    "offer",
    "offers",
    "special offer",
    "promo",
    "promotion",
    "promotions",
    "sale",
    "deals",
    "discount",
    "black friday",
    "cyber monday",
    "upgrade offer",
    "preise",
    "angebote",
];

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if is_over(campaign) {
        return;
    }
    for email in campaign.emails.iter().flat_map(|list| &list.items) {
        let date = email.send.as_ref().and_then(|send| send.date);
        if date.is_some_and(|date| is_gone(campaign.status, date, context.today())) {
            continue;
        }
        match email.operational.filter(|flag| flag.yes) {
            Some(flag) => {
                if let Some((text, what)) = promotion(email, campaign) {
                    report
                        .find(
                            text.node,
                            format!("{what}, but the e-mail counts as operational."),
                            "Remove the marketing, or take `operational: yes` away.",
                        )
                        .because(flag.node, "operational: it goes to people who unsubscribed as well");
                }
            }
            None => from_operational_sender(email, context, report),
        }
    }
}

/// What of an e-mail is marketing, and the words that show it.
fn promotion<'a>(email: &Email<'a>, campaign: &Campaign<'a>) -> Option<(Text<'a>, String)> {
    if let Some(role) = email.role {
        let words = words_of(role.value);
        let confirms = ["confirmation", "reminder", "registration"];
        let is_marketing = MARKETING_ROLES.iter().any(|known| holds(&words, known))
            && !confirms.iter().any(|known| holds(&words, known));
        if is_marketing {
            return Some((role, format!("`{}` is marketing", shown(role.value))));
        }
    }
    if let Some(subject) = email.subject {
        let words = words_of(subject.value);
        let percent = subject.value.contains("% off") || subject.value.contains("% Rabatt");
        if percent || SELLING.iter().any(|known| holds(&words, known)) {
            return Some((subject, "This subject sells something".to_string()));
        }
    }
    email.links.iter().flat_map(|list| &list.items).find_map(|used| {
        let links = campaign.links.iter().flat_map(|list| &list.items);
        let mut links = links.filter(|link| link.id.is_some_and(|id| id.0.value == used.value));
        let link = links.next()?;
        sells(link).then(|| (*used, format!("The link `{}` leads to an offer", shown(used.value))))
    })
}

fn sells(link: &LinkEntry<'_>) -> bool {
    let is_one_of = |words: &str| SELLING_PAGES.iter().any(|page| words.trim() == *page);
    let content = link.content.map(|content| content.value).unwrap_or_default();
    if content.split('_').any(|part| is_one_of(&words_of(part))) {
        return true;
    }
    let Some(url) = link.url else { return false };
    let url = Link::parse(url.value, crate::links::Context::Text);
    url.path().split('/').any(|part| is_one_of(&words_of(part)))
}

/// A sender that has no way to unsubscribe, because it never needed one.
fn from_operational_sender(email: &Email<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(used) = &email.sender else { return };
    let Some((_, sender)) = context.mail().senders.get(used.text.value) else { return };
    let Some(flag) = sender.operational.filter(|flag| flag.yes) else { return };
    report
        .find(
            used.text.node,
            format!("The sender `{}` is for operational e-mails only.", shown(used.text.value)),
            "Take a sender from whom people can unsubscribe; or say `operational: yes` if this e-mail \
             sells nothing.",
        )
        .because(flag.node, "for operational e-mails only");
}
