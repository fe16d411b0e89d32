//! A name that somebody typed follows the template of its convention.

use crate::checks::naming::{judged, mend, report_trouble, tell_trouble, token_place};
use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Campaign;
use crate::template::FaultKind;
use crate::workspace::naming::{Built, Trouble, TroubleKind};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some((name, convention, judged)) = judged(campaign, context, |outline| outline.pattern) else { return };
    let ours: Vec<_> = judged
        .troubles
        .iter()
        .filter(|trouble| {
            matches!(
                trouble.kind,
                TroubleKind::Pattern(..) | TroubleKind::TooLong(..) | TroubleKind::Spelling(_)
            ) && !is_forbidden(trouble, &judged.troubles)
        })
        .collect();
    // The first part that is wrong is told; what comes behind it is often its echo.
    let Some(first) = ours.first() else { return };
    let (pattern, token) = match &first.kind {
        TroubleKind::Pattern(pattern, fault) => (Some(*pattern), fault.token),
        _ => (None, None),
    };
    let value = pattern.zip(token).and_then(|(pattern, token)| {
        context.token_value(pattern, token, campaign)
    });
    let told = tell_trouble(&first.kind, &first.range, name.value, value.as_ref());
    let finding = report_trouble(name, &told, report);
    match (&first.kind, pattern, token) {
        (TroubleKind::TooLong(longest, _), ..) => {
            finding.because(longest.node, "the most characters that it allows");
        }
        (TroubleKind::Spelling(_), ..) => {
            let spelling = convention.keys.spelling.map(|spelling| spelling.node);
            finding.because_of(spelling, "how names are written");
        }
        (_, Some(pattern), Some(token)) => {
            let declared = pattern.tokens.get(token).and_then(|token| token.declared);
            finding.because(token_place(pattern, token), "the template of this name");
            finding.because_of(declared.map(|key| key.node), "what this part may be");
        }
        (_, Some(pattern), None) => {
            finding.because(pattern.text.node, "the template of this name");
        }
        _ => {}
    }
    let alone = judged.troubles.len() == 1;
    if let (true, Some(better)) = (alone, &told.better) {
        let mended = format!(
            "{}{better}{}",
            &name.value[..told.range.start],
            &name.value[told.range.end..]
        );
        let follows = context.judge_name(&mended, campaign).is_some_and(|(_, judged)| judged.troubles.is_empty());
        if follows {
            finding.unsafe_fix(
                format!("change it to `{mended}`"),
                mend(name.node, name.value, &told.range, better),
            );
            return;
        }
    }
    if let Built::Name(built) = context.built_name(campaign)
        && context.judge_name(&built, campaign).is_some_and(|(_, judged)| judged.troubles.is_empty())
    {
        let edit = crate::syntax::edit::set_value(name.node, &built);
        finding.unsafe_fix(format!("change it to `{built}`, as the template builds it"), edit);
    }
}

/// Whether a part too many is a word that no name may hold: `naming/forbidden-word` says so.
fn is_forbidden(trouble: &Trouble<'_, '_>, all: &[Trouble<'_, '_>]) -> bool {
    let TroubleKind::Pattern(_, fault) = &trouble.kind else { return false };
    fault.kind == FaultKind::Extra
        && all.iter().any(|other| {
            matches!(other.kind, TroubleKind::ForbiddenWord(_))
                && fault.range.start <= other.range.start
                && other.range.end <= fault.range.end
        })
}
