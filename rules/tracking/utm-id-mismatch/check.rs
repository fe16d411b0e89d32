//! Each campaign has one `utm_id`, and no other campaign has it.

use std::collections::{HashMap, HashSet};

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;
use crate::workspace::IdMark;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let sources = context.workspace().sources;
    let text = |place: Place| {
        shown(sources.file(place.file).tree.slice(place.span)).into_owned()
    };
    let mut first_use: HashMap<u64, IdMark> = HashMap::new();
    let mut same = HashSet::new();
    for file in &context.workspace().files {
        let mut own: Option<IdMark> = None;
        for mark in &file.utm_ids {
            let first = *own.filter(|own| own.document == mark.document).get_or_insert(*mark);
            own = Some(first);
            if first.id != mark.id {
                report
                    .find(
                        mark.place,
                        format!(
                            "utm_id is `{}` here, but `{}` elsewhere in this campaign.",
                            text(mark.place),
                            text(first.place)
                        ),
                        "Use the one id under which the cost of this campaign is uploaded.",
                    )
                    .because(first.place, "the other id");
            }
            let elsewhere = *first_use.entry(mark.id).or_insert(*mark);
            let is_other = (elsewhere.place.file, elsewhere.document) != (file.file, mark.document);
            // Once for each campaign, however many links carry it.
            if is_other && same.insert((file.file, mark.document, mark.id)) {
                report
                    .find(
                        mark.place,
                        format!("utm_id `{}` is also that of another campaign.", text(mark.place)),
                        "Give each campaign the id under which its own cost is uploaded.",
                    )
                    .because(elsewhere.place, "the other campaign");
            }
        }
    }
}
