//! Every cap can be the one that decides.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::{Calendar, Cap};

pub(crate) fn check(calendar: &Calendar<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let Some(caps) = &calendar.caps else { return };
    // The cap of an audience counts instead of the one for everybody, so each stands for itself.
    for (_, own) in &caps.entries {
        for (number, cap) in own.items.iter().enumerate() {
            let stricter = own.items.iter().enumerate().filter(|(other, _)| *other != number).find(|(other, stricter)| {
                // Of two that say the same, the second is one too many.
                decides(stricter, cap) && (!decides(cap, stricter) || *other < number)
            });
            let Some((_, stricter)) = stricter else { continue };
            report
                .find(
                    cap.node,
                    format!(
                        "`{}` never counts, since `{}` is stricter.",
                        text(cap),
                        text(stricter)
                    ),
                    "Remove it, or lower it until it says something of its own.",
                )
                .because(stricter.node, "the stricter cap");
        }
    }
}

/// Whether nobody who keeps one cap can break another.
fn decides(stricter: &Cap<'_>, cap: &Cap<'_>) -> bool {
    let counts_as_much = stricter.operational_included || !cap.operational_included;
    stricter.days >= cap.days && stricter.count <= cap.count && counts_as_much
}

fn text<'a>(cap: &Cap<'a>) -> &'a str {
    cap.node.value().unwrap_or_default()
}
