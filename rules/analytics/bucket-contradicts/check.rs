//! A program that is paid in one list of buckets is not free in another.

use crate::checks::Context;
use crate::checks::attribution::{in_buckets, parts_of, same_channel};
use crate::diagnostics::Reporter;
use crate::model::Body;
use crate::model::reader::shown;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for (_, document) in context.workspace().documents() {
        let Some(Body::Taxonomy(taxonomy)) = &document.body else { continue };
        let dimensions = taxonomy.entries.iter().filter_map(|(_, dimension)| dimension.values.as_ref());
        for (id, group) in dimensions.flat_map(|values| &values.entries) {
            let name = group.label.unwrap_or(*id);
            let Some(paid) = is_paid(name.value) else { continue };
            for member in group.members.iter().flat_map(|members| &members.items) {
                for mapping in context.attributions() {
                    let other = in_buckets(mapping).find(|(channel, bucket)| {
                        parts_of(channel.value).last().is_some_and(|part| same_channel(part, member.value))
                            && is_paid(bucket.value).is_some_and(|other| other != paid)
                    });
                    let Some((channel, bucket)) = other else { continue };
                    report
                        .find(
                            member.node,
                            format!(
                                "`{}` is filed under `{}` here, and `{}` under `{}` in the attribution mapping.",
                                shown(member.value),
                                shown(name.value),
                                shown(channel.value),
                                shown(bucket.value)
                            ),
                            "Decide whether it is paid for, and say the same in both.",
                        )
                        .because(channel.node, "filed otherwise");
                }
            }
        }
    }
}

/// Whether a bucket is of what is paid for; `None` where its name doesn't tell.
fn is_paid(bucket: &str) -> Option<bool> {
    let lower = bucket.to_lowercase();
    let has = |words: &[&str]| {
        let mut parts = lower.split(|c: char| !c.is_alphanumeric());
        parts.any(|part| words.contains(&part))
    };
    match (has(&["paid"]), has(&["free", "organic", "unpaid", "earned"])) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
