//! The tokens that channels ask for are all written alike.

use std::collections::BTreeMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::{capitalised, shown};
use crate::model::values::Text;

/// With fewer tokens there is no custom to speak of.
const FEWEST: usize = 4;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut tokens: BTreeMap<&str, Text<'_>> = BTreeMap::new();
    for (_, channel) in &channels.entries {
        let asked = channel.ready_needs.iter().flat_map(|needs| &needs.tokens);
        for token in asked.chain(&channel.inherited_tokens).flat_map(|list| &list.items) {
            let name = token.value.trim();
            tokens.entry(name.strip_prefix("my.").unwrap_or(name)).or_insert(*token);
        }
    }
    let is_small = |(name, _): &(&&str, &Text<'_>)| name.starts_with(char::is_lowercase);
    let small = tokens.iter().filter(is_small).count();
    let Some((usual, example)) = tokens.iter().find(|one| !is_small(one)) else { return };
    if tokens.len() < FEWEST || small * 3 > tokens.len() {
        return;
    }
    for (name, token) in tokens.iter().filter(is_small) {
        report
            .find(
                token.node,
                format!("The token `{}` is written in small letters, unlike `{}`.", shown(name), shown(usual)),
                format!("Call it `{}`, here and in the platform.", shown(&capitalised(name))),
            )
            .because(example.node, "how the others are written");
    }
}
