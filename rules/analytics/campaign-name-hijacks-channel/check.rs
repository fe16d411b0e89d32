//! The name of a campaign doesn't decide the channel.

use crate::analytics::Field;
use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::Tag;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(tag) = link.tag(Tag::Campaign) else { return };
    let (source, medium) = (link.value_of(Tag::Source), link.value_of(Tag::Medium));
    let policy = context.tracking();
    let is_declared = policy.is_some_and(|policy| {
        let medium = medium.trim();
        policy.channel_of(medium).is_some() || policy.lands_nowhere(medium).is_some()
    });
    // About a link that says its campaign and whose medium is declared, channel-unintended speaks.
    if is_declared && link.says(tag) {
        return;
    }
    let group = context.channel_group();
    if !group.may_be_decided_by(&tag.value) {
        return;
    }
    let decision = group.classify(source, medium, &tag.value);
    let Some(without) = decision.without_campaign else { return };
    let tags = [link.tag(Tag::Source), link.tag(Tag::Medium), Some(tag)];
    if tags.into_iter().flatten().any(|tag| !link.can_be_compared(tag)) {
        return;
    }
    let rule = decision.rule.unwrap_or(usize::MAX);
    let reasons = group.reasons(rule, source, medium, &tag.value);
    let Some(reason) = reasons.into_iter().find(|reason| reason.field == Field::Campaign) else {
        return;
    };
    let word = tag.value.get(reason.range.clone()).unwrap_or(&tag.value);
    // The same sentence for every link of a campaign: the engine keeps one of equal findings.
    report.find(
        link.part_of_campaign(tag, reason.range.clone()),
        format!("`{word}` in the campaign's name, and not the medium, decides the channel."),
        format!(
            "Use another word: with this one the visit lands in `{}`, without it in `{without}`.",
            decision.channel
        ),
    );
}
