//! Something says what each token of a template may hold.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter, suggest};
use crate::model::reader::opening;
use crate::model::target::Target;
use crate::model::{Naming, TokenSource};

/// What a token may be called without being declared.
const KNOWN: &[&str] = &[
    "date", "event", "start", "end", "region", "language", "languages", "persona", "product",
    "industry", "business-unit", "budget", "channel", "type", "topic", "name",
];

pub(crate) fn check(naming: &Naming<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(convention) = context.names().of_document(naming) else { return };
    let declared = convention.keys.tokens.iter().flat_map(|tokens| &tokens.entries);
    let declared: Vec<&str> = declared.map(|(name, _)| name.value).collect();
    for (_, token) in convention.keys.tokens.iter().flat_map(|tokens| &tokens.entries) {
        for source in &token.alternatives {
            let TokenSource::Taxonomy(dimension, _) = source else { continue };
            if context.definition(Target::Dimension, dimension).is_none() {
                let known = context.ids(Target::Dimension).iter().copied();
                let help = match suggest(dimension, known) {
                    Some(meant) => format!("Did you mean `taxonomy {meant}`?"),
                    None => "Add the dimension to the taxonomy, or say otherwise what the token holds.".to_string(),
                };
                report.find(opening(token.node), format!("No taxonomy has a dimension `{dimension}`."), help);
            }
        }
    }
    let mut told: Vec<&str> = Vec::new();
    for pattern in &convention.patterns {
        for (token, meaning) in pattern.template.tokens().zip(&pattern.tokens) {
            if meaning.is_known || told.contains(&&*token.name) {
                continue;
            }
            told.push(&token.name);
            let meant = suggest(&token.name, declared.iter().chain(KNOWN).copied());
            let help = match meant {
                Some(meant) => format!("Did you mean `{{{meant}}}`?"),
                None => format!("Add `{}:` under `tokens:`, such as `{}: words`.", token.name, token.name),
            };
            report.find(
                Place::part(pattern.text.node, token.range.clone()),
                format!("Nothing says what `{{{}}}` may hold.", token.name),
                help,
            );
        }
    }
}
