//! A status that several channels have is spelt alike.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::Channels;
use crate::model::reader::shown;
use crate::model::values::Text;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    // By what a status means: each spelling with how often it stands, and where first.
    let mut spellings: HashMap<String, Vec<(Text<'_>, usize)>> = HashMap::new();
    for (_, channel) in &channels.entries {
        for status in channel.all_statuses() {
            let list = spellings.entry(plain(status.value)).or_default();
            match list.iter_mut().find(|(known, _)| known.value == status.value) {
                Some((_, count)) => *count += 1,
                None => list.push((*status, 1)),
            }
        }
    }
    for list in spellings.values().filter(|list| list.len() > 1) {
        // The commonest; of equally common ones the first.
        let usual = list.iter().fold(list[0], |best, one| if one.1 > best.1 { *one } else { best }).0;
        for (status, _) in list.iter().filter(|(status, _)| status.value != usual.value) {
            report
                .find(
                    status.node,
                    format!("`{}` is spelt `{}` in other channels.", shown(status.value), shown(usual.value)),
                    format!("Write `{}` in all channels.", shown(usual.value)),
                )
                .because(usual.node, "the usual spelling");
        }
    }
}
