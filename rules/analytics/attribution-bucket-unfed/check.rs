//! Every channel in a bucket can be reached: by a line, by `otherwise`, or by members of programs.

use std::collections::HashSet;

use crate::checks::Context;
use crate::checks::attribution::{in_buckets, lines};
use crate::diagnostics::{Reporter, suggest};
use crate::model::Attribution;
use crate::model::reader::{opening, shown};

pub(crate) fn check(mapping: &Attribution<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(rules) = &mapping.rules else { return };
    let otherwise = mapping.otherwise.as_ref().and_then(|result| result.channel);
    let fed: Vec<&str> = lines(mapping)
        .filter_map(|line| line.channel)
        .chain(otherwise)
        .map(|channel| channel.value.trim())
        .collect();
    let offline = mapping.offline.iter().flat_map(|list| &list.items);
    let offline = offline.map(|channel| channel.value.trim());
    let known: HashSet<String> =
        fed.iter().copied().chain(offline).map(str::to_lowercase).collect();
    for (channel, _) in in_buckets(mapping) {
        let name = channel.value.trim();
        if name.is_empty() || known.contains(&name.to_lowercase()) {
            continue;
        }
        let help = match suggest(name, fed.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`? Otherwise add a line for it, or take it out."),
            None => "Add a line for it, list it under `offline:` where programs feed it, or take it out."
                .to_string(),
        };
        report
            .find(
                channel.node,
                format!("No line of the mapping counts for `{}`.", shown(name)),
                help,
            )
            .because(opening(rules.node), "the lines of this mapping");
    }
}
