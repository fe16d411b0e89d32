//! Where conventions list channels, every channel is in one of them, or is excepted.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter, list_words};
use crate::model::reader::opening;
use crate::model::{Body, Naming};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let conventions = &context.names().conventions;
    let Some(first) = conventions.first() else { return };
    let mut covered: Vec<&str> = Vec::new();
    for convention in conventions {
        // One that lists no channels is about all of them, but for those that somebody left out on purpose.
        let Some(listed) = listed(&convention.keys) else { return };
        covered.extend(listed);
    }
    let documents = context.workspace().documents();
    let channels = documents.filter_map(|(_, document)| match &document.body {
        Some(Body::Channels(channels)) => Some(&channels.entries),
        _ => None,
    });
    let missing: Vec<&str> = channels
        .flatten()
        .map(|(id, _)| id.value)
        .filter(|id| !covered.contains(id))
        .collect();
    if missing.is_empty() {
        return;
    }
    let place = first.keys.applies_to.as_ref().map_or(Place::from(first.keys.node), |of| opening(of.node));
    let names: Vec<String> = missing.iter().map(|id| format!("`{id}`")).collect();
    report.find(
        place,
        format!(
            "No convention says how programs of {} are called.",
            list_words(names.iter().map(String::as_str), 20)
        ),
        "Add a template for them, or a convention for all channels that excepts them.",
    );
}

/// The channels that a convention lists.
fn listed<'n>(naming: &'n Naming<'_>) -> Option<impl Iterator<Item = &'n str> + use<'n>> {
    let with = naming.applies_to.as_ref()?.campaigns.as_ref()?.with.as_ref()?;
    let channels = with.channel.as_ref()?;
    Some(channels.items.iter().map(|channel| channel.text.value))
}
