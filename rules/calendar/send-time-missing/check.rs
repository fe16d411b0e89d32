//! Where regions have usual times, every region in use has one.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::reader::opening;
use crate::model::target::Target;
use crate::model::{Body, Calendar};

/// Regions that have no clocks of their own.
const EVERYWHERE: [&str; 4] = ["global", "worldwide", "all", "default"];

pub(crate) fn check(calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(times) = calendar.send_times.as_ref().filter(|times| times.entries.len() > 1) else {
        return;
    };
    let region = Target::Value("region");
    let has_time = |id: &str| {
        let mut names = times.entries.iter().map(|(name, _)| name.value);
        names.any(|name| name == id || context.meant(region, name) == Some(id))
    };
    let documents = context.workspace().documents();
    let dimensions = documents.filter_map(|(_, document)| match &document.body {
        Some(Body::Taxonomy(taxonomy)) => taxonomy.get("region"),
        _ => None,
    });
    let values = dimensions.filter_map(|(_, dimension)| dimension.values.as_ref());
    for (id, value) in values.flat_map(|values| &values.entries) {
        let of_parent = value.parent.is_some_and(|parent| has_time(parent.0.value));
        let everywhere = EVERYWHERE.contains(&id.value);
        if has_time(id.value) || of_parent || everywhere || value.retired.is_some() || !context.is_used(region, id.value) {
            continue;
        }
        let id_text = id.value;
        report
            .find(
                opening(times.node),
                format!("The region `{id_text}` has no usual time of sends."),
                format!("Add one, such as `{id_text}: 10:00` with the city whose clocks show it."),
            )
            .because(id.node, "the region");
    }
}
