//! Where a dimension is mapped to a platform, every value has its counterpart there.

use crate::checks::Context;
use crate::checks::mapping::{Mapped, is_mapped, mapped};
use crate::diagnostics::Reporter;
use crate::model::Taxonomy;
use crate::workspace::PLATFORMS;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, _: &Context<'_>, report: &mut Reporter) {
    for (dimension, body) in &taxonomy.entries {
        for (key, platform) in PLATFORMS {
            let Some(because) = is_mapped(body, key) else { continue };
            for (id, value) in body.values.iter().flat_map(|values| &values.entries) {
                if value.retired.is_some() || !matches!(mapped(value, key), Mapped::Unsaid) {
                    continue;
                }
                report
                    .find(
                        id.node,
                        format!("The {} `{}` has no counterpart in {platform}.", dimension.value, id.value),
                        format!("Add `{key}:` with its value there, or `{key}: no` where it is not to be synced."),
                    )
                    .because(because, format!("the other values are mapped to {platform}"));
            }
        }
    }
}
