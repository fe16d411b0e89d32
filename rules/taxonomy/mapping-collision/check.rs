//! Where each value has a counterpart of its own, no two have the same.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::mapping::{Mapped, mapped};
use crate::diagnostics::Reporter;
use crate::model::Taxonomy;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::workspace::PLATFORMS;

pub(crate) fn check(taxonomy: &Taxonomy<'_>, context: &Context<'_>, report: &mut Reporter) {
    let everywhere = context.flag("everywhere");
    for (_, dimension) in &taxonomy.entries {
        let declared = dimension.one_to_one.filter(|flag| flag.yes);
        let excused = dimension.one_to_one.is_some_and(|flag| !flag.yes);
        if declared.is_none() && (!everywhere || excused) {
            continue;
        }
        for (key, platform) in PLATFORMS {
            let mut first_of: HashMap<String, (Text<'_>, Text<'_>)> = HashMap::new();
            for (id, value) in dimension.values.iter().flat_map(|values| &values.entries) {
                let Mapped::To(text) = mapped(value, key) else { continue };
                // A retired value may end where its successor is.
                if value.retired.is_some() {
                    continue;
                }
                let lower = text.value.trim().to_lowercase();
                let Some((other_id, other)) = first_of.get(&lower) else {
                    first_of.insert(lower, (*id, text));
                    continue;
                };
                let finding = report.find(
                    text.node,
                    format!(
                        "`{}` and `{}` are both `{}` in {platform}.",
                        other_id.value,
                        id.value,
                        shown(text.value)
                    ),
                    "Give each a value of its own there.",
                );
                finding.because(other.node, format!("what `{}` is there", other_id.value));
                if let Some(flag) = declared {
                    finding.because(flag.node, "each value has its own");
                }
            }
        }
    }
}
