//! No alternative of a template is a narrower form of an earlier one that ends in free text.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Naming;
use crate::model::reader::shown;
use crate::model::values::{OneOrMany, Text};
use crate::template::Template;

pub(crate) fn check(naming: &Naming<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let of_channels = naming.templates.iter().flat_map(|map| &map.entries).map(|(_, list)| list);
    for list in naming.template.iter().chain(of_channels) {
        alternatives(list, naming, report);
    }
}

/// More alternatives than this are not compared with each other.
const MOST: usize = 50;

fn alternatives(list: &OneOrMany<'_, Text<'_>>, naming: &Naming<'_>, report: &mut Reporter) {
    for (number, text) in list.items.iter().enumerate().take(MOST) {
        let earlier = list.items[..number].iter().find_map(|earlier| {
            let prefix = before_free_text(earlier.value, naming)?;
            let rest = text.value.strip_prefix(prefix)?;
            (text.value != earlier.value && !rest.is_empty()).then_some((earlier, prefix.len()))
        });
        let Some((earlier, prefix)) = earlier else { continue };
        report
            .find(
                Place::part(text.node, prefix..text.value.len()),
                format!("Names of this template also follow `{}`.", shown(earlier.value)),
                "Put the narrower template first, or say under `tokens:` what the last token of the other may hold.",
            )
            .because(earlier.node, "the earlier alternative");
    }
}

/// What stands before the last token of a template, where that may hold any text and ends the name.
fn before_free_text<'t>(text: &'t str, naming: &Naming<'_>) -> Option<&'t str> {
    let template = Template::parse(text).ok()?;
    let last = template.tokens().last()?;
    let declared = naming.tokens.as_ref().and_then(|tokens| tokens.get(&last.name));
    let is_free = declared.is_none_or(|token| {
        let written = token.node.value().unwrap_or_default();
        matches!(written, "words" | "text" | "any text")
    });
    let known = ["region", "language", "channel", "type", "budget", "event-type", "persona", "product", "industry"];
    let is_free = is_free && last.format.is_none() && !known.contains(&&*last.name);
    (is_free && last.range.end == text.len()).then(|| &text[..last.range.start])
}
