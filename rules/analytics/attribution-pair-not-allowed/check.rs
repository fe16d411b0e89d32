//! A line that asks for source and medium asks for a pair that the tracking policy allows.

use crate::checks::Context;
use crate::checks::attribution::{conditions, lines, matches, place_of};
use crate::diagnostics::{Reporter, list_words};
use crate::model::Attribution;
use crate::model::reader::{opening, shown};

pub(crate) fn check(mapping: &Attribution<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else { return };
    let Some(sources) = &policy.keys.sources else { return };
    for line in lines(mapping) {
        let [_, Some(of_medium), Some(of_source), _, _] = conditions(line) else { continue };
        let is_allowed = sources.entries.iter().any(|(source, mediums)| {
            of_source.items.iter().any(|text| matches(text.value, source.value))
                && mediums.items.iter().any(|medium| {
                    of_medium.items.iter().any(|text| matches(text.value, medium.value))
                })
        });
        let Some(place) = place_of(line).filter(|_| !is_allowed) else { continue };
        let known = sources
            .entries
            .iter()
            .find(|(source, _)| of_source.items.iter().any(|text| matches(text.value, source.value)));
        let source = of_source.items.first().map_or("", |text| text.value);
        let medium = of_medium.items.first().map_or("", |text| text.value);
        match known {
            Some((name, mediums)) => {
                let allowed = list_words(mediums.items.iter().map(|medium| medium.value), 6);
                report
                    .find(
                        place,
                        format!(
                            "The policy doesn't use `{}` with the medium `{}`, so no link reaches this line.",
                            shown(source),
                            shown(medium)
                        ),
                        format!("Ask for {allowed}, or allow the pair in the policy."),
                    )
                    .because(name.node, "the mediums of this source");
            }
            None => {
                report
                    .find(
                        of_source.node,
                        format!(
                            "The policy has no source `{}`, so no link reaches this line.",
                            shown(source)
                        ),
                        "Ask for a source that links carry, or add this one to the policy.",
                    )
                    .because(opening(sources.node), "the sources of the tracking policy");
            }
        }
    }
}
