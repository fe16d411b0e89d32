//! A name has the ending that is due, and no ending that isn't.

use crate::checks::Context;
use crate::checks::naming::typed_name;
use crate::diagnostics::{Place, Reporter};
use crate::model::{Campaign, EndingWhen, Status};
use crate::syntax::edit;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(name) = typed_name(campaign) else { return };
    let names = context.names();
    let Some(convention) = names.convention_of(campaign) else { return };
    let Some(endings) = &convention.keys.ends_with else { return };
    let text = name.value.trim_end();
    let found = convention.ending_of(text);
    for (ending, when) in &endings.entries {
        let due = names.is_due(*when, campaign, context.id_of(campaign));
        let has = found == Some(ending.value);
        let (because, needs) = match when {
            EndingWhen::HasChildren => ("other campaigns name it as their parent", "campaigns with children"),
            EndingWhen::HasParent => ("it names a parent", "campaigns with a parent"),
        };
        let start = text.len() - if has { ending.value.len() } else { 0 };
        if due && !has {
            let finding = report.find(
                Place::part(name.node, 0..text.len()),
                format!("This name should end with `{}`: {because}.", ending.value),
                format!("Add `{}` at its end.", ending.value),
            );
            finding.because(ending.node, "the ending that is due");
            if found.is_none() {
                let better = format!("{text}{}", ending.value);
                finding.unsafe_fix(format!("change it to `{better}`"), edit::set_value(name.node, &better));
            }
        } else if due && !text.ends_with(ending.value) {
            let better = format!("{}{}", &text[..start], ending.value);
            report
                .find(
                    Place::part(name.node, start..text.len()),
                    format!("The ending of this name is `{}`, but it should be `{}`.", &text[start..], ending.value),
                    format!("Write it as `{}`.", ending.value),
                )
                .because(ending.node, "the ending that is due")
                .unsafe_fix(format!("change it to `{better}`"), edit::set_value(name.node, &better));
        } else if has && !due && campaign.status != Some(Status::Draft) {
            let better = &text[..start];
            report
                .find(
                    Place::part(name.node, start..text.len()),
                    format!("This name ends with `{}`, which is for {needs} only.", &text[start..]),
                    "Take the ending off, or name this campaign as `parent:` of the others.",
                )
                .because(ending.node, "when the ending is due")
                .unsafe_fix(format!("change it to `{better}`"), edit::set_value(name.node, better));
        }
    }
}
