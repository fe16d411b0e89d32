//! A program that is paid in one list of buckets is not free in another.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::attribution::{in_buckets, parts_of};
use crate::diagnostics::Reporter;
use crate::model::Body;
use crate::model::reader::shown;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    // By the last part of a channel's name: where it is filed, and whether as paid.
    let mut filed = HashMap::new();
    for mapping in context.attributions() {
        for (channel, bucket) in in_buckets(mapping) {
            let last = parts_of(channel.value).last().unwrap_or_default();
            if let Some(paid) = is_paid(bucket.value) {
                filed.entry((last.to_lowercase(), paid)).or_insert((channel, bucket));
            }
        }
    }
    for (_, document) in context.workspace().documents() {
        let Some(Body::Taxonomy(taxonomy)) = &document.body else { continue };
        let dimensions = taxonomy.entries.iter().filter_map(|(_, dimension)| dimension.values.as_ref());
        for (id, group) in dimensions.flat_map(|values| &values.entries) {
            let name = group.label.unwrap_or(*id);
            let Some(paid) = is_paid(name.value) else { continue };
            for member in group.members.iter().flat_map(|members| &members.items) {
                let key = (member.value.trim().to_lowercase(), !paid);
                if let Some((channel, bucket)) = filed.get(&key) {
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
