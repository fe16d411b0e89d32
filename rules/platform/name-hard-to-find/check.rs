//! Names can be picked by their name.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::{opening, shown};
use crate::model::{Campaign, Status};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if matches!(campaign.status, Some(Status::Done | Status::Aborted)) {
        return;
    }
    let name = context.campaign_name(campaign);
    let steps = campaign.switched_on.iter().flat_map(|list| &list.items);
    let mut found: Vec<(Place, &str, &str)> = Vec::new();
    if let Some(name) = &name
        && let Some(at) = name.find(',')
    {
        let place = match (campaign.name, campaign.topic) {
            (Some(given), _) => Place::part(given.node, at..at + 1),
            (None, Some(topic)) if topic.value.contains(',') => {
                let at = topic.value.find(',').unwrap_or_default();
                Place::part(topic.node, at..at + 1)
            }
            _ => opening(campaign.node),
        };
        found.push((place, name, "program"));
    }
    for step in steps {
        if let Some(at) = step.value.find(',') {
            found.push((Place::part(step.node, at..at + 1), step.value, "smart campaign"));
        }
    }
    if found.is_empty() {
        return;
    }
    let Some(in_use) = context.platform("marketo") else { return };
    for (place, name, what) in found {
        report
            .find(
                place,
                format!("The name of the {what} `{}` holds a comma.", shown(name)),
                "Use `-` or `_` in its place.",
            )
            .because(in_use, "Marketo is in use");
    }
}
