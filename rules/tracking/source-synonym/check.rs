//! One sender has one source.

use crate::checks::Context;
use crate::checks::mediums::{SENDERS, same};
use crate::diagnostics::{Reporter, list_words};
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(sources) = &tracking.sources else { return };
    for sender in SENDERS {
        let mut of_sender = sources
            .entries
            .iter()
            .filter(|(source, _)| sender.iter().any(|name| same(name, source.value)));
        let Some((_, first)) = of_sender.next().map(|entry| (entry, &entry.1)) else { continue };
        let named = sources.entries.iter().find(|(_, list)| std::ptr::eq(list, first));
        let Some((name, _)) = named else { continue };
        for (other, mediums) in of_sender {
            let both = mediums.items.iter().filter(|medium| {
                first.items.iter().any(|known| same(known.value, medium.value))
            });
            let both: Vec<&str> = both.map(|medium| medium.value).collect();
            if both.is_empty() || same(name.value, other.value) {
                continue;
            }
            report
                .find(
                    other.node,
                    format!(
                        "`{}` and `{}` are one sender, and both go with {}.",
                        shown(name.value),
                        shown(other.value),
                        list_words(both.into_iter(), 4).replace(" or ", " and ")
                    ),
                    "Use one of the two, in the policy and in links.",
                )
                .because(name.node, "the other name");
        }
    }
}
