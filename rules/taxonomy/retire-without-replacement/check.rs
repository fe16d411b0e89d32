//! What is retired says what takes its place.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::target::Target;
use crate::model::values::Text;
use crate::model::{Taxonomy, TaxonomyValue};

pub(crate) fn check(taxonomy: &Taxonomy<'_>, context: &Context<'_>, report: &mut Reporter) {
    for (dimension, values) in taxonomy
        .entries
        .iter()
        .filter_map(|(id, dimension)| Some((id, dimension.values.as_ref()?)))
    {
        for (id, value) in &values.entries {
            check_one(dimension, (id, value), context, report);
        }
    }
}

fn check_one(
    dimension: &Text<'_>,
    (id, value): (&Text<'_>, &TaxonomyValue<'_>),
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let Some(retired) = value.retired else { return };
    if value.replaced_by.is_none() {
        report.find(
            id.node,
            format!(
                "The {} `{}` is retired since {}, but nothing says what to use instead.",
                dimension.value, id.value, retired.date
            ),
            "Add `replaced-by:` with the value that takes its place, or `replaced-by: none`.",
        );
        return;
    }
    let Some(instead) = value.successor() else { return };
    if instead.0.value == id.value {
        report.find(
            instead.0.node,
            format!("`{}` is replaced by itself.", id.value),
            "Name the value that takes its place, or `none`.",
        );
        return;
    }
    let successor = context.definition(Target::Value(dimension.value), instead.0.value);
    let gone = successor
        .and_then(|successor| successor.retired.as_deref())
        .filter(|gone| gone.from <= context.today());
    if let Some(gone) = gone {
        let finding = report.find(
            instead.0.node,
            format!(
                "`{}` is replaced by `{}`, but that is retired itself since {}.",
                id.value, instead.0.value, gone.from
            ),
            "Name a value that is in use.",
        );
        finding.because(gone.place, "retired here");
    }
}
