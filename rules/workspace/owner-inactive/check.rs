//! Who answers for a document is still there.

use crate::checks::{Context, ReferenceSubject};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;

pub(crate) fn check(reference: &ReferenceSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !reference.is_owner || reference.is_over() {
        return;
    }
    let id = reference.text.value;
    let Some(owner) = context.definition(reference.target, id) else { return };
    let gone = owner.leaves.as_deref().filter(|leaves| leaves.date < context.today());
    let (place, message) = match (owner.inactive, gone) {
        (Some(place), _) => (
            place,
            format!("The owner `{}` is no longer active.", shown(id)),
        ),
        (None, Some(leaves)) => (
            leaves.node.into(),
            format!("The owner `{}` left on {}.", shown(id), leaves.date),
        ),
        (None, None) => return,
    };
    report
        .find(
            reference.text.node,
            message,
            "Name somebody who answers for it now.",
        )
        .because(place, "said here");
}
