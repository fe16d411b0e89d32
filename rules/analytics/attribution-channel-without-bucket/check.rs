//! Every channel that a line counts for is in a bucket, where there are buckets.

use std::collections::HashSet;

use crate::checks::Context;
use crate::checks::attribution::{in_buckets, lines, parts_of};
use crate::diagnostics::{Reporter, suggest};
use crate::model::Attribution;
use crate::model::reader::{opening, shown};

pub(crate) fn check(mapping: &Attribution<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(buckets) = &mapping.buckets else { return };
    let held: Vec<&str> = in_buckets(mapping).map(|(channel, _)| channel.value.trim()).collect();
    let known: HashSet<String> = held.iter().map(|held| held.to_lowercase()).collect();
    let results = lines(mapping).filter(|line| line.bucket.is_none()).map(|line| line.channel);
    let otherwise = mapping.otherwise.iter().filter(|result| result.bucket.is_none());
    let mut told = HashSet::new();
    for channel in results.chain(otherwise.map(|result| result.channel)).flatten() {
        let name = channel.value.trim();
        if name.is_empty()
            || known.contains(&name.to_lowercase())
            || !told.insert(name.to_lowercase())
        {
            continue;
        }
        // A bucket that holds `Direct` holds `Direct.Trial` as well.
        let parent = parts_of(name).next().filter(|parent| *parent != name);
        if parent.is_some_and(|parent| known.contains(&parent.to_lowercase())) {
            continue;
        }
        let help = match suggest(name, held.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`? Otherwise add it to a bucket."),
            None => "Add it to a bucket.".to_string(),
        };
        report
            .find(channel.node, format!("`{}` is in no bucket.", shown(name)), help)
            .because(opening(buckets.node), "the buckets of this mapping");
    }
}
