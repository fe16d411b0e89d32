//! The languages of a campaign, its e-mails and its forms agree.

use crate::checks::Context;
use crate::checks::program::is_closed;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Campaign;
use crate::model::reader::{opening, shown};
use crate::model::target::Target;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(languages) = campaign.languages.as_ref().filter(|_| !is_closed(campaign)) else { return };
    if languages.items.is_empty() {
        return;
    }
    let meant = |language: &str| {
        let known = context.meant(Target::Value("language"), language);
        known.unwrap_or(language).to_lowercase()
    };
    let own: Vec<String> = languages.items.iter().map(|language| meant(language.text.value)).collect();
    for form in campaign.forms.iter().flat_map(|list| &list.items) {
        let speaks = context.form(form.text.value).and_then(|form| form.speaks.as_ref());
        let Some(speaks) = speaks else { continue };
        let spoken: Vec<String> = speaks.items.iter().map(|language| meant(language.text.value)).collect();
        let lacking = languages.items.iter().zip(&own).filter(|(_, own)| !spoken.contains(own));
        for (language, _) in lacking {
            report
                .find(
                    language.text.node,
                    format!(
                        "The form `{}` does not speak `{}`.",
                        shown(form.text.value),
                        shown(language.text.value)
                    ),
                    "Add the language to the form, or use a form that speaks it.",
                )
                .because(opening(speaks.node), "the languages of the form");
        }
    }
    for email in campaign.emails.iter().flat_map(|list| &list.items) {
        let Some(language) = email.language else { continue };
        if own.contains(&meant(language.text.value)) {
            continue;
        }
        let list = list_words(languages.items.iter().map(|language| language.text.value), 8);
        report
            .find(
                language.text.node,
                format!("This e-mail is in `{}`, and the campaign in {list}.", shown(language.text.value)),
                "Add the language to the campaign, or correct the e-mail.",
            )
            .because(opening(languages.node), "the languages of the campaign");
    }
}
