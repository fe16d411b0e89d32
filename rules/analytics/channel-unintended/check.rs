//! A link lands in the channel that the policy says its medium lands in.

use crate::analytics::{ChannelGroup, Decision, Field};
use crate::checks::mediums::{because_words, same};
use crate::checks::{Context, LinkSubject, TagUse};
use crate::diagnostics::Reporter;
use crate::links::Tag;
use crate::model::reader::shown;
use crate::syntax::Node;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else { return };
    let Some(medium) = link.tag(Tag::Medium) else { return };
    let group = context.channel_group();
    let declared = policy.channel_of(medium.value.trim());
    let nowhere = || policy.lands_nowhere(medium.value.trim());
    let (wanted, line) = match declared {
        Some((_, channel)) => (channel.value, channel.node),
        None => match nowhere() {
            Some(name) => (group.otherwise(), name.node),
            None => return,
        },
    };
    let Some(source) = link.tag(Tag::Source) else { return };
    let campaign = link.value_of(Tag::Campaign);
    let decision = group.classify(&source.value, &medium.value, campaign);
    if same(decision.channel, wanted) {
        return;
    }
    let judged = |tag: &TagUse<'_>| link.can_be_compared(tag);
    if !judged(source) || !judged(medium) {
        return;
    }
    let visit = Visit { group, source, medium, decision: &decision, wanted, line };
    #[expect(clippy::collapsible_match, reason = "as a guard it would let the other arm have it")]
    match link.tag(Tag::Campaign) {
        Some(tag) if visit.decision.without_campaign.is_some_and(|other| same(other, wanted)) => {
            // What comes from the campaign's own name is told once, by another rule.
            if link.says(tag) && judged(tag) {
                by_campaign(&visit, link, tag, report);
            }
        }
        // What the policy lists, or forbids, is told about the policy or the pair.
        _ if policy.keys.sources.is_none()
            && group.channels_of_medium(&medium.value).iter().any(|c| same(c, wanted)) =>
        {
            by_source(&visit, link, campaign, report);
        }
        _ => {}
    }
}

struct Visit<'v, 'a> {
    group: &'v ChannelGroup,
    source: &'v TagUse<'v>,
    medium: &'v TagUse<'v>,
    decision: &'v Decision<'v>,
    wanted: &'v str,
    line: Node<'a>,
}

fn by_campaign(
    visit: &Visit<'_, '_>,
    link: &LinkSubject<'_>,
    tag: &TagUse<'_>,
    report: &mut Reporter,
) {
    let rule = visit.decision.rule.unwrap_or(usize::MAX);
    let (source, medium) = (&visit.source.value, &visit.medium.value);
    let reasons = visit.group.reasons(rule, source, medium, &tag.value);
    let Some(reason) = reasons.into_iter().find(|reason| reason.field == Field::Campaign) else {
        return;
    };
    let finding = report.find(
        link.part_of_campaign(tag, reason.range),
        format!(
            "This link lands in `{}`, not in `{}`, because the {}.",
            visit.decision.channel,
            shown(visit.wanted),
            reason.words
        ),
        "Use another word in the name of the campaign.",
    );
    finding.because(visit.line, "where this medium must land");
}

fn by_source(
    visit: &Visit<'_, '_>,
    link: &LinkSubject<'_>,
    campaign: &str,
    report: &mut Reporter,
) {
    let (source, medium) = (visit.source.value.trim(), &visit.medium.value);
    let because = match visit.decision.source_category {
        Some(_) => because_words(visit.group, visit.decision, source, medium, campaign),
        None => format!(", because analytics doesn't know the source `{}`", shown(source)),
    };
    let finding = report.find(
        link.value_place(visit.source),
        format!(
            "This link lands in `{}`, not in `{}`{because}.",
            visit.decision.channel,
            shown(visit.wanted)
        ),
        "Give the source the name that analytics knows, or use another medium.",
    );
    finding.because(visit.line, "where this medium must land");
}
