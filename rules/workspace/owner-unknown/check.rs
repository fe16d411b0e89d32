//! Who answers for a document is listed among the people.

use crate::checks::{Context, ReferenceSubject};
use crate::diagnostics::{Reporter, suggest};
use crate::model::characters::as_seen;
use crate::model::reader::shown;
use crate::syntax::edit;

pub(crate) fn check(reference: &ReferenceSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let ReferenceSubject { target, text, is_owner, .. } = *reference;
    if !is_owner || !context.defines_any(target) {
        return;
    }
    let id = text.value;
    if context.definition(target, id).is_some()
        || context.meant(target, id).is_some()
        || context.definition(target, &as_seen(id)).is_some()
    {
        return;
    }
    let suggestion = suggest(id, context.ids(target).iter().copied());
    let help = match suggestion {
        Some(known) => format!("Did you mean `{known}`?"),
        None => "Add them to the people document, or name somebody who is there.".to_string(),
    };
    let finding = report.find(
        text.node,
        format!("The owner `{}` is not among the people.", shown(id)),
        help,
    );
    if let Some(known) = suggestion {
        finding.unsafe_fix(format!("change to `{known}`"), edit::set_value(text.node, known));
    }
}
