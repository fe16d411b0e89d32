//! No two links end up at the same address with the same tags.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::workspace::{FileRead, LinkMark, hash_of};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let files = &context.workspace().files;
    let mut seen: HashMap<u64, (usize, LinkMark)> =
        HashMap::with_capacity(files.iter().map(|file| file.links.len()).sum());
    // Only where two addresses are the same does it matter which campaign they name.
    let mut same: HashMap<u64, Vec<(usize, LinkMark)>> = HashMap::new();
    for (number, file) in files.iter().enumerate() {
        for link in &file.links {
            match seen.get(&link.address) {
                Some(first) => same
                    .entry(link.address)
                    .or_insert_with(|| vec![*first])
                    .push((number, *link)),
                None => {
                    seen.insert(link.address, (number, *link));
                }
            }
        }
    }
    let mut built = HashMap::new();
    let mut groups: Vec<_> = same.into_values().collect();
    groups.sort_by_key(|links| links.first().map(|(_, link)| link.place));
    for links in groups {
        let mut by_campaign: HashMap<u64, LinkMark> = HashMap::new();
        for (number, link) in links {
            let key = (number, link.document);
            let campaign = link.campaign.unwrap_or_else(|| {
                *built.entry(key).or_insert_with(|| campaign_of(&files[number], &link, context))
            });
            let Some(first) = by_campaign.get(&campaign) else {
                by_campaign.insert(campaign, link);
                continue;
            };
            report
                .find(
                    link.place,
                    "This link has the same address and the same tags as another one.",
                    "Tell them apart with `content`, such as the place where the link stands.",
                )
                .because(first.place, "the other link");
        }
    }
}

/// What stands for `utm_campaign` of a link that takes it from the template; where that can't be
/// built, it is the campaign's own.
fn campaign_of<'c>(file: &FileRead<'c>, link: &LinkMark, context: &Context<'c>) -> u64 {
    match context.campaign_tag_of(file, link.document) {
        Some(tag) => hash_of(&tag),
        None => hash_of(&format!("{:?} {}", file.file, link.document)),
    }
}
