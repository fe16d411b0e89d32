//! Nothing refers to what is no longer to be used.

use crate::checks::{Context, ReferenceSubject};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::syntax::edit;

pub(crate) fn check(reference: &ReferenceSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    // What is over keeps the words of its time.
    if reference.is_over() {
        return;
    }
    let target = reference.target;
    let id = reference.text.value;
    let in_use = |id: &str| {
        context.definition(target, id).is_some_and(|definition| {
            definition.retired.as_ref().is_none_or(|retired| retired.from > context.today())
        })
    };
    let retired = context.definition(target, id).and_then(|definition| definition.retired.as_deref());
    let Some(retired) = retired.filter(|retired| retired.from <= context.today()) else {
        return;
    };
    let instead = retired.replaced_by.filter(|instead| in_use(instead.value));
    let help = match instead {
        Some(instead) => format!("Use `{}` instead.", instead.value),
        None => "Use another one.".to_string(),
    };
    let finding = report.find(
        reference.text.node,
        format!("The {} `{}` has been retired since {}.", target.noun(), shown(id), retired.from),
        help,
    );
    finding.because(retired.place, "retired here");
    if let Some(instead) = instead {
        finding.safe_fix(
            format!("change to `{}`", instead.value),
            edit::set_value(reference.text.node, instead.value),
        );
    }
}
