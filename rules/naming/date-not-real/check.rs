//! The dates in a name are days that exist.

use crate::checks::Context;
use crate::checks::naming::{judged, report_trouble, tell_trouble, token_place};
use crate::diagnostics::Reporter;
use crate::model::Campaign;
use crate::workspace::naming::TroubleKind;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some((name, _, judged)) = judged(campaign, context, |outline| outline.dates) else { return };
    for trouble in &judged.troubles {
        let value = match &trouble.kind {
            TroubleKind::NoSuchDay(pattern, token, _) => {
                context.token_value(pattern, *token, campaign)
            }
            TroubleKind::DateOrder(_) => None,
            _ => continue,
        };
        let told = tell_trouble(&trouble.kind, &trouble.range, name.value, value.as_ref());
        let finding = report_trouble(name, &told, report);
        match &trouble.kind {
            TroubleKind::NoSuchDay(pattern, token, _) => {
                finding.because(token_place(pattern, *token), "the template of this name");
            }
            TroubleKind::DateOrder(pattern) => {
                finding.because(pattern.text.node, "the template of this name");
            }
            _ => {}
        }
    }
}
