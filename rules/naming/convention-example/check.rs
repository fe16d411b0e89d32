//! The examples of a convention are what it says they are.

use crate::checks::Context;
use crate::checks::naming::{tell_trouble, token_place};
use crate::diagnostics::{Place, Reporter};
use crate::model::Naming;
use crate::model::reader::shown;
use crate::workspace::naming::{Judged, Pattern, TroubleKind};

pub(crate) fn check(naming: &Naming<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(convention) = context.names().of_document(naming) else { return };
    let patterns: Vec<&Pattern<'_>> = convention.patterns.iter().collect();
    // A template that can't be read is a finding of its own.
    if patterns.len() < convention.keys.all_templates().count() {
        return;
    }
    let judge = |name: &str| -> Judged<'_, '_> { convention.judge(name, &patterns, &|_, _, _| true) };
    for right in convention.keys.right.iter().flat_map(|list| &list.items) {
        let judged = judge(right.value);
        let Some(trouble) = judged.troubles.first() else { continue };
        let told = tell_trouble(&trouble.kind, &trouble.range, right.value, None);
        let finding = report.find(
            Place::part(right.node, told.range.clone()),
            format!("This example of a right name breaks its own convention. {}", told.message),
            "Mend the example, or the convention.",
        );
        match &trouble.kind {
            TroubleKind::Pattern(pattern, fault) => match fault.token {
                Some(token) => finding.because(token_place(pattern, token), "the template"),
                None => finding.because(pattern.text.node, "the template"),
            },
            TroubleKind::NoSuchDay(pattern, token, _) => {
                finding.because(token_place(pattern, *token), "the template")
            }
            TroubleKind::DateOrder(pattern) => finding.because(pattern.text.node, "the template"),
            TroubleKind::ForbiddenWord(text)
            | TroubleKind::ForbiddenText(text)
            | TroubleKind::TooLong(text, _) => finding.because(text.node, "this line decides"),
            TroubleKind::Space(_) | TroubleKind::Spelling(_) => finding,
        };
    }
    for (wrong, _) in convention.keys.wrong.iter().flat_map(|wrong| &wrong.names) {
        let judged = judge(wrong.value);
        if !judged.troubles.is_empty() {
            continue;
        }
        let finding = report.find(
            wrong.node,
            format!("`{}` stands among the wrong names, but nothing of the convention forbids it.", shown(wrong.value)),
            "Say under `tokens:` what its parts may be, forbid the word, or take the example out.",
        );
        if let Some((pattern, _)) = judged.follows {
            finding.because(pattern.text.node, "it follows this template");
        }
    }
}
