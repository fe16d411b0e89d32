//! What stands in a free text for a value of the taxonomy is one.

use crate::checks::free_values::free_values;
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Reporter, list_words, suggest};
use crate::model::reader::shown;
use crate::model::target::Target;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    for free in free_values(document, context) {
        if free.value.is_some() {
            continue;
        }
        let target = Target::Value(free.dimension);
        let known: Vec<&str> = context
            .ids(target)
            .iter()
            .filter_map(|id| {
                let value = context.definition(target, id)?;
                let in_use = value.retired.as_ref().is_none_or(|retired| retired.from > context.today());
                let text = value.in_utm.as_ref().filter(|_| free.in_tag).map_or(value.id, |text| text.value);
                in_use.then_some(text)
            })
            .collect();
        let meant = suggest(free.text(), known.iter().copied());
        let help = match meant {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("Use {}, or add it to the taxonomy.", list_words(known.iter().copied(), 8)),
        };
        let finding = report.find(
            free.place(),
            format!("There is no {} `{}`.", free.dimension, shown(free.text())),
            help,
        );
        if let Some(because) = free.because {
            finding.because(because, format!("a {} stands here", free.dimension));
        }
        if let Some(meant) = meant {
            finding.unsafe_fix(format!("change to `{meant}`"), free.replaced(meant));
        }
    }
}
