//! The templates of a workspace write whole days in one form.

use std::collections::BTreeMap;

use crate::checks::Context;
use crate::checks::templates::declared;
use crate::diagnostics::{Place, Reporter};

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for one in declared(context) {
        for token in one.template.iter().flat_map(|template| template.tokens()) {
            let Some(format) = token.format.as_ref().filter(|format| format.is_whole_day()) else { continue };
            let place = Place::part(one.text.node, token.range.clone());
            places.entry(format.text().to_string()).or_default().push(place);
        }
    }
    let Some((usual, known)) = places.iter().max_by_key(|(_, places)| places.len()) else { return };
    for (form, odd) in places.iter().filter(|(form, _)| *form != usual) {
        let (Some(first), Some(example)) = (odd.first(), known.first()) else { continue };
        let times = match known.len() {
            1 => "elsewhere".to_string(),
            times => format!("in {times} other places"),
        };
        report
            .find(
                *first,
                format!("Days are written `{form}` here and `{usual}` {times}."),
                "Write days in one form, in names and in tags.",
            )
            .because(*example, "the usual form");
    }
}
