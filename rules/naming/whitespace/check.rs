//! A name has no spaces that nobody sees, and only the dashes of a keyboard.

use crate::checks::Context;
use crate::checks::naming::{judged, report_trouble, tell_trouble};
use crate::diagnostics::Reporter;
use crate::model::Campaign;
use crate::syntax::edit;
use crate::workspace::naming::{TroubleKind, without_stray_spaces};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some((name, convention, judged)) = judged(campaign, context, |outline| outline.spaces) else { return };
    let spaces: Vec<_> = judged
        .troubles
        .iter()
        .filter(|trouble| matches!(trouble.kind, TroubleKind::Space(_)))
        // What the rules about YAML say of any value is not said again.
        .filter(|trouble| {
            let part = name.value.get(trouble.range.clone()).unwrap_or_default();
            let at_end = trouble.range.start == 0 || trouble.range.end == name.value.len();
            let is_space = part.starts_with(char::is_whitespace);
            !is_space || (!at_end && part.bytes().all(|byte| byte == b' '))
        })
        .collect();
    let mended = without_stray_spaces(name.value, &judged.troubles);
    let Some(first) = spaces.first() else { return };
    let told = tell_trouble(&first.kind, &first.range, name.value, None);
    let finding = report_trouble(name, &told, report);
    finding.because(convention.keys.node.get("kind").unwrap_or(convention.keys.node), "the convention for names");
    if !mended.is_empty() {
        finding.safe_fix(format!("change it to `{mended}`"), edit::set_value(name.node, &mended));
    }
}
