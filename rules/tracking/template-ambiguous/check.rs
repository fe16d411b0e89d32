//! What a template builds can be taken apart again.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Tracking;
use crate::template::{Template, Token};

/// Tokens whose texts come from a closed list, or are days, so that they can be told from free text.
const CLOSED: [&str; 17] = [
    "date", "event", "start", "end", "region", "language", "languages", "persona", "product", "industry",
    "business-unit", "business_unit", "budget", "type", "channel", "asset_type", "asset-type",
];

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for text in [tracking.campaign, tracking.content].into_iter().flatten() {
        let Ok(template) = Template::parse(text.value) else { continue };
        let tokens: Vec<&Token> = template.tokens().collect();
        for pair in tokens.windows(2) {
            let [one, other] = pair else { continue };
            let is_free = |token: &Token| {
                let has_words = tracking.tokens.as_ref().is_some_and(|words| words.get(&token.name).is_some());
                !has_words && !CLOSED.contains(&&*token.name)
            };
            if !(one.optional && other.optional && is_free(one) && is_free(other)) {
                continue;
            }
            report
                .find(
                    Place::part(text.node, other.range.clone()),
                    format!(
                        "Where only one of `{{{}?}}` and `{{{}?}}` is there, nobody can tell which.",
                        one.name, other.name
                    ),
                    "Let one of the two always be there, or list under `tokens:` what one may hold.",
                )
                .because(Place::part(text.node, one.range.clone()), "may be left out, and may hold any text");
        }
    }
}
