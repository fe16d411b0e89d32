//! No free text holds a value of the taxonomy that is retired.

use crate::checks::free_values::free_values;
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;
use crate::model::target::{Definition, Target};
use crate::model::values::Text;
use crate::model::{Body, Campaign, Status};
use crate::syntax::{Edit, edit};

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    for free in free_values(document, context) {
        if let Some(value) = free.value {
            let spelt = |other: &Definition<'_>| match (free.in_tag, other.in_utm.as_deref()) {
                (true, Some(text)) => text.value.to_string(),
                _ => other.id.to_string(),
            };
            tell(value, free.dimension, free.text(), free.place(), |other| free.replaced(&spelt(other)), context, report);
        }
    }
    match document.body {
        Body::Campaign(campaign) => topic(campaign, context, report),
        Body::Tracking(tracking) => {
            for (token, words) in tracking.tokens.iter().flat_map(|tokens| &tokens.entries) {
                for word in &words.items {
                    let Some(value) = context.value_in_tag(&token.value.replace('_', "-"), word.value) else { continue };
                    let replaced = |other: &Definition<'_>| edit::set_value(word.node, other.id);
                    tell(value, token.value, word.value, word.node.into(), replaced, context, report);
                }
            }
        }
        _ => {}
    }
}

/// A topic may be any words, or a value.
fn topic(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if matches!(campaign.status, Some(Status::Done | Status::Aborted)) {
        return;
    }
    let Some(Text { value: text, node }) = campaign.topic else { return };
    let target = Target::Value("topic");
    let meant = context.meant(target, text).and_then(|id| context.definition(target, id));
    if let Some(value) = meant {
        let replaced = |other: &Definition<'_>| edit::set_value(node, other.id);
        tell(value, "topic", text, node.into(), replaced, context, report);
    }
}

fn tell(
    value: &Definition<'_>,
    dimension: &str,
    text: &str,
    place: Place,
    replaced: impl Fn(&Definition<'_>) -> Edit,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let today = context.today();
    let Some(retired) = value.retired.as_deref().filter(|retired| retired.from <= today) else { return };
    let successor = retired
        .replaced_by
        .and_then(|by| context.definition(value.target, by.value))
        .filter(|other| other.retired.as_ref().is_none_or(|retired| retired.from > today));
    let help = match successor {
        Some(other) => format!("Use `{}` instead.", other.id),
        None => "Use another one.".to_string(),
    };
    let finding = report.find(
        place,
        format!("The {dimension} `{}` has been retired since {}.", shown(text), retired.from),
        help,
    );
    finding.because(retired.place, "retired here");
    if let Some(other) = successor {
        finding.safe_fix(format!("change to `{}`", other.id), replaced(other));
    }
}
