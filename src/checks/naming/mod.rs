//! What the rules about names share with those about conventions.

mod told;

use std::ops::Range;

pub(crate) use told::{Told, tell_trouble, token_name};

use super::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::values::Text;
use crate::model::{Campaign, Status};
use crate::syntax::{Node, edit};
use crate::workspace::key_of_campaign;
use crate::workspace::naming::{
    Convention, Judged, Outline, Pattern, TokenValue, TroubleKind, forbidden_in,
};

/// The name that a campaign says itself, where it can still be changed and no platform fills it in.
pub(crate) fn typed_name<'a>(campaign: &Campaign<'a>) -> Option<Text<'a>> {
    let over = matches!(campaign.status, Some(Status::Done | Status::Aborted));
    campaign
        .name
        .filter(|name| !over && !name.is_blank() && !name.value.contains("{{"))
}

/// The typed name of a campaign with what its convention says of it, where `concerns` says that this is
/// of interest: most names are right, and to judge one takes longer than all other rules together.
pub(crate) fn judged<'a, 'c>(
    campaign: &Campaign<'a>,
    context: &Context<'c>,
    concerns: impl Fn(Outline) -> bool,
) -> Option<(Text<'a>, &'c Convention<'c>, Judged<'c, 'c>)> {
    let name = typed_name(campaign)?;
    context
        .outline_of_name(name, campaign)
        .filter(|outline| concerns(*outline))?;
    let (convention, judged) = context.judge_name(name.value, campaign)?;
    Some((name, convention, judged))
}

/// Whether the name of a campaign is in use on a platform by now.
pub(crate) fn is_synced(campaign: &Campaign<'_>) -> bool {
    matches!(campaign.status, Some(Status::Live)) && campaign.sync.is_some()
}

/// Where a token stands in its template.
pub(crate) fn token_place(pattern: &Pattern<'_>, token: usize) -> Place {
    match pattern.template.tokens().nth(token) {
        Some(token) => Place::part(pattern.text.node, token.range.clone()),
        None => pattern.text.node.into(),
    }
}

/// Reports a trouble of a campaign's own name. The mended name is offered as a change.
pub(crate) fn report_trouble<'r>(
    name: Text<'_>,
    told: &Told,
    report: &'r mut Reporter,
) -> &'r mut crate::diagnostics::Finding {
    report.find(
        Place::part(name.node, told.range.clone()),
        &*told.message,
        &*told.help,
    )
}

/// The edit that puts another text in the place of a part of a name.
pub(crate) fn mend(
    node: Node<'_>,
    name: &str,
    range: &Range<usize>,
    better: &str,
) -> crate::syntax::Edit {
    let new = format!("{}{better}{}", &name[..range.start], &name[range.end..]);
    edit::set_value(node, &new)
}

/// Which of the two lists of what is forbidden.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Forbidden {
    /// Whole words.
    Words,
    /// Text anywhere.
    Texts,
}

/// Reports what a name may not hold: a typed one at the word, a built one at the key it comes from.
pub(crate) fn forbidden(
    campaign: &Campaign<'_>,
    which: Forbidden,
    context: &Context<'_>,
    report: &mut Reporter,
) {
    let typed = typed_name(campaign);
    let Some(convention) = context.names().convention_of(campaign) else {
        return;
    };
    let keys = &convention.keys;
    let is_listed = match which {
        Forbidden::Words => keys.forbidden_words.is_some(),
        Forbidden::Texts => keys.forbidden_text.is_some(),
    };
    let over = matches!(campaign.status, Some(Status::Done | Status::Aborted));
    if !is_listed || over || (typed.is_none() && campaign.name.is_some_and(|name| !name.is_blank()))
    {
        return;
    }
    let Some(name) = context.campaign_name(campaign) else {
        return;
    };
    let own = &name[..name.len() - convention.ending_of(&name).map_or(0, str::len)];
    for trouble in forbidden_in(own, keys) {
        let (word, wanted) = match trouble.kind {
            TroubleKind::ForbiddenWord(word) => (word, Forbidden::Words),
            TroubleKind::ForbiddenText(word) => (word, Forbidden::Texts),
            _ => continue,
        };
        if wanted != which {
            continue;
        }
        let told = tell_trouble(&trouble.kind, &trouble.range, own, None);
        let finding = match typed {
            Some(name) => report_trouble(name, &told, report),
            None => {
                let Some((node, range)) = origin(campaign, &own[trouble.range.clone()]) else {
                    continue;
                };
                let message = format!("{} This one is built as `{own}`.", told.message);
                report.find(Place::part(node, range), message, &*told.help)
            }
        };
        finding.because(word.node, "forbidden here");
    }
}

/// The key from which a word came into a built name.
fn origin<'a>(campaign: &Campaign<'a>, word: &str) -> Option<(Node<'a>, Range<usize>)> {
    let keys = [
        "topic", "region", "channel", "product", "persona", "industry",
    ];
    keys.iter().find_map(|key| {
        let node = key_of_campaign(campaign, key)?;
        let value = node.value()?;
        let at = value.to_lowercase().find(&word.to_lowercase())?;
        value.get(at..at + word.len())?;
        Some((node, at..at + word.len()))
    })
}

/// Reports the parts of a typed name that say something else than the campaign; `words` makes message
/// and help of a token's name, what the name says and what the campaign says.
pub(crate) fn disagreements(
    campaign: &Campaign<'_>,
    context: &Context<'_>,
    report: &mut Reporter,
    words: impl Fn(&str, &str, &str) -> (String, String),
) {
    let Some(name) = typed_name(campaign) else {
        return;
    };
    if !context
        .outline_of_name(name, campaign)
        .is_some_and(|outline| outline.follows)
    {
        return;
    }
    let Some((pattern, division, values)) = context.divide_name(name.value, campaign) else {
        return;
    };
    // What could be divided in another way that is as good says nothing for sure.
    if division.ambiguous {
        return;
    }
    for (token, range) in &division.tokens {
        let (Some(part), Some(shape)) = (name.value.get(range.clone()), pattern.shapes.get(*token))
        else {
            continue;
        };
        if !shape.is_closed() && !shape.texts().contains(&part) {
            continue;
        }
        let Some(value) = values.get(*token) else {
            continue;
        };
        let TokenValue::Texts(texts) = value else {
            continue;
        };
        let (true, Some(expected)) = (value.contradicts(part), texts.first()) else {
            continue;
        };
        let (message, help) = words(&token_name(pattern, *token), part, expected);
        let finding = report.find(Place::part(name.node, range.clone()), message, help);
        let key = pattern.tokens.get(*token).map_or("", |token| &*token.key);
        if let Some(node) = key_of_campaign(campaign, key) {
            finding.because(
                crate::model::reader::opening(node),
                "what the campaign says",
            );
        }
        finding.because(token_place(pattern, *token), "the template of this name");
        if !is_synced(campaign) {
            let edit = mend(name.node, name.value, range, expected);
            finding.unsafe_fix(format!("change it to `{expected}`"), edit);
        }
    }
}
