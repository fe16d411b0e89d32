//! A reference is spelt like the id that it means.

use crate::checks::{Context, ReferenceSubject};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::syntax::edit;

pub(crate) fn check(reference: &ReferenceSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let ReferenceSubject { target, text, .. } = *reference;
    if context.definition(target, text.value).is_some() {
        return;
    }
    let Some(id) = context.meant(target, text.value) else { return };
    let message = if id.eq_ignore_ascii_case(text.value) {
        format!("`{}` is spelt `{id}`.", shown(text.value))
    } else {
        format!("`{}` is another name of the {} `{id}`.", shown(text.value), target.noun())
    };
    let finding = report.find(text.node, message, format!("Write `{id}`."));
    if let Some(definition) = context.definition(target, id) {
        finding.because(definition.place, "defined here");
    }
    finding.safe_fix(format!("change to `{id}`"), edit::set_value(text.node, id));
}
