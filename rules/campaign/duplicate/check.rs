//! No two campaigns are one that was entered twice.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Kind;
use crate::model::reader::shown;
use crate::workspace::CampaignMark;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    // Where names are built, those without one of their own are compared by the built one.
    let are_built = context.workspace().documents().any(|(_, document)| document.kind == Some(Kind::Naming));
    let mut first_of: HashMap<u64, CampaignMark<'_>> = HashMap::new();
    for mark in context.campaigns().all() {
        let Some(twin) = mark.twin.filter(|_| mark.name.is_some() || !are_built) else { continue };
        let first = *first_of.entry(twin).or_insert(*mark);
        // Two ids or two names that are the same have rules of their own.
        let same_name = |one: &CampaignMark<'_>, other: &CampaignMark<'_>| match (one.name, other.name) {
            (Some(one), Some(other)) => one.value.trim().eq_ignore_ascii_case(other.value.trim()),
            _ => false,
        };
        let is_same = same_name(&first, mark);
        // What is over keeps its name, so that nobody else tells when both are.
        let told_by_name = is_same && !(first.is_done && mark.is_done);
        if first.place == mark.place || first.id == mark.id || told_by_name {
            continue;
        }
        let what = match (mark.name, first.name) {
            (Some(name), Some(_)) if is_same => format!("`{}` stands there twice", shown(name.value.trim())),
            (Some(name), Some(other)) => format!("`{}` is called nearly like `{}`", shown(name.value), shown(other.value)),
            _ => format!("This campaign says of itself what `{}` says", shown(first.id)),
        };
        let place = mark.name.map_or(mark.place, |name| name.node.into());
        let other = first.name.map_or(first.place, |name| name.node.into());
        report
            .find(
                place,
                format!("{what}, with the same channel, day, region and audience."),
                "Keep one of the two; if they differ, say in what.",
            )
            .because(other, "the other one");
    }
}
