//! No two links end up at the same address with the same tags.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::workspace::{FileRead, LinkMark, hash_of};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let files = &context.workspace().files;
    // Hash, file, position: a list that is sorted once takes a fraction of a map's memory, and a
    // workspace may have a hundred thousand links.
    let mut links: Vec<(u64, u32, u32)> =
        Vec::with_capacity(files.iter().map(|file| file.links.len()).sum());
    for (number, file) in files.iter().enumerate() {
        let of_file = file.links.iter().enumerate();
        links.extend(of_file.map(|(at, link)| (link.address, number as u32, at as u32)));
    }
    links.sort_unstable();
    let link_at = |(_, file, at): &(u64, u32, u32)| {
        (*file as usize, files[*file as usize].links[*at as usize])
    };
    let mut built = HashMap::new();
    // Only where two addresses are the same does it matter which campaign they name.
    let mut groups: Vec<Vec<(usize, LinkMark)>> = links
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| same.len() > 1)
        .map(|same| same.iter().map(link_at).collect())
        .collect();
    groups.sort_by_key(|links| links.first().map(|(_, link)| link.place));
    for links in groups {
        let mut by_campaign: HashMap<u64, LinkMark> = HashMap::new();
        for (number, link) in links {
            let key = (number, link.document);
            let said = link.campaign.map(|campaign| campaign.get() - 1);
            let campaign = said.unwrap_or_else(|| {
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
