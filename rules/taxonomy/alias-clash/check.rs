//! A name stands for one value of a dimension.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Taxonomy, TaxonomyValue};

/// What a name is to a value.
#[derive(Clone, Copy, PartialEq)]
enum As {
    Id,
    Label,
    Alias,
    Tag,
}

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _: &Context<'_>, report: &mut Reporter) {
    for (_, dimension) in &taxonomy.entries {
        let Some(values) = &dimension.values else { continue };
        // Ids and labels first, so that the alias is told and not what it clashes with.
        let mut known: HashMap<String, (Text<'_>, As, usize)> = HashMap::new();
        let mut tags: HashMap<String, (Text<'_>, As, usize)> = HashMap::new();
        for (number, (id, value)) in values.entries.iter().enumerate() {
            known.entry(id.value.to_lowercase()).or_insert((*id, As::Id, number));
            let tag = value.in_utm.unwrap_or(*id);
            let says = if value.in_utm.is_some() { As::Tag } else { As::Id };
            let lower = tag.value.to_lowercase();
            match tags.get(&lower) {
                Some((other, of, first)) if says == As::Tag || *of == As::Tag => {
                    let first_value = &values.entries[*first];
                    if !was_merged((id, value), (&first_value.0, &first_value.1)) {
                        let (at, because) = if says == As::Tag { (tag, *other) } else { (*other, tag) };
                        report
                            .find(
                                at.node,
                                format!(
                                    "`{}` in a utm_campaign means both `{}` and `{}`.",
                                    shown(at.value),
                                    first_value.0.value,
                                    id.value
                                ),
                                "Give each value a text of its own.",
                            )
                            .because(because.node, "the other one");
                    }
                }
                Some(_) => {}
                None => {
                    tags.insert(lower, (tag, says, number));
                }
            }
        }
        for (number, (_, value)) in values.entries.iter().enumerate() {
            if let Some(label) = value.label {
                known.entry(label.value.trim().to_lowercase()).or_insert((label, As::Label, number));
            }
        }
        for (number, (id, value)) in values.entries.iter().enumerate() {
            for alias in value.aliases.iter().flat_map(|aliases| &aliases.items) {
                let lower = alias.value.trim().to_lowercase();
                let Some((other, of, first)) = known.get(&lower) else {
                    known.insert(lower, (*alias, As::Alias, number));
                    continue;
                };
                let (other_id, other_value) = &values.entries[*first];
                if *first == number || was_merged((id, value), (other_id, other_value)) {
                    continue;
                }
                let what = match of {
                    As::Id | As::Tag => "the id",
                    As::Label => "the label",
                    As::Alias => "an alias",
                };
                report
                    .find(
                        alias.node,
                        format!(
                            "`{}` is an alias of `{}`, but also {what} of `{}`.",
                            shown(alias.value),
                            id.value,
                            other_id.value
                        ),
                        "Leave it with the one that it means.",
                    )
                    .because(other.node, format!("{what} of `{}`", other_id.value));
            }
        }
    }
}

/// Whether one of two values was retired in favour of the other: then it keeps the old name on purpose.
fn was_merged(
    (one, value): (&Text<'_>, &TaxonomyValue<'_>),
    (other, other_value): (&Text<'_>, &TaxonomyValue<'_>),
) -> bool {
    let gave_way = |value: &TaxonomyValue<'_>, to: &Text<'_>| {
        value.retired.is_some() && value.replaced_by.is_some_and(|by| by.0.value == to.value)
    };
    gave_way(value, other) || gave_way(other_value, one)
}
