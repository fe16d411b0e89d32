//! What is referred to is defined somewhere.

use crate::checks::{Context, ReferenceSubject};
use crate::diagnostics::{Reporter, list_words, suggest};
use crate::model::characters::as_seen;
use crate::model::reader::{capitalised, shown};
use crate::model::target::Target;
use crate::syntax::edit;

pub(crate) fn check(reference: &ReferenceSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let ReferenceSubject { target, text, is_owner, .. } = *reference;
    // Owners are workspace/owner-unknown. Without any definition nothing can be judged.
    if is_owner || !context.defines_any(target) {
        return;
    }
    let id = text.value;
    // An address in the place of a sender is email/sender-unknown.
    if target == Target::Sender && id.contains('@') {
        return;
    }
    // What differs in letter case is workspace/reference-case; what holds a character that nobody
    // sees is of the `yaml` family.
    if context.definition(target, id).is_some()
        || context.meant(target, id).is_some()
        || context.definition(target, &as_seen(id)).is_some()
    {
        return;
    }
    let ids = context.ids(target);
    let suggestion = suggest(id, ids.iter().copied());
    let help = match suggestion {
        Some(known) => format!("Did you mean `{known}`?"),
        None => format!(
            "{} may be {}.",
            capitalised(target.noun()),
            list_words(ids.iter().copied(), 8)
        ),
    };
    let finding = report.find(
        text.node,
        format!("There is no {} `{}`.", target.noun(), shown(id)),
        help,
    );
    if let Some(known) = suggestion {
        if let Some(definition) = context.definition(target, known) {
            finding.because(definition.place, format!("`{known}` is defined here"));
        }
        // Where the id is a part of a phrase, the phrase would be lost.
        if text.node.value() == Some(id) {
            finding.unsafe_fix(format!("change to `{known}`"), edit::set_value(text.node, known));
        }
    }
}
