//! What is wrong with a name, in words: shared by the rules about names and those about conventions.

use std::ops::Range;

use super::Context;
use crate::diagnostics::{Place, Reporter, suggest};
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Campaign, Status};
use crate::syntax::{Node, edit};
use crate::template::{Fault, FaultKind};
use crate::workspace::key_of_campaign;
use crate::workspace::naming::{
    Convention, Judged, Outline, Pattern, TokenValue, TroubleKind, forbidden_in,
};

/// What keeps a name from following a template, told to a person.
#[derive(Debug)]
pub(crate) struct Told {
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
    /// The bytes of the name to point at.
    pub(crate) range: Range<usize>,
    /// What to write in their place, where that is known.
    pub(crate) better: Option<String>,
}

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

/// The name of a token for a sentence: `business unit`, `event date`.
pub(crate) fn token_name(pattern: &Pattern<'_>, token: usize) -> String {
    let name = pattern
        .template
        .tokens()
        .nth(token)
        .map_or("", |token| &token.name);
    let is_date = pattern
        .shapes
        .get(token)
        .is_some_and(|shape| !shape.dates().is_empty());
    let name = name.replace(['-', '_'], " ");
    match is_date && matches!(name.as_str(), "event" | "start" | "end") {
        true => format!("{name} date"),
        false => name,
    }
}

/// Where a token stands in its template.
pub(crate) fn token_place(pattern: &Pattern<'_>, token: usize) -> Place {
    match pattern.template.tokens().nth(token) {
        Some(token) => Place::part(pattern.text.node, token.range.clone()),
        None => pattern.text.node.into(),
    }
}

/// Tells a fault. `value` is what a campaign says of the token, where there is one.
pub(crate) fn tell(
    pattern: &Pattern<'_>,
    fault: &Fault,
    name: &str,
    value: Option<&TokenValue>,
) -> Told {
    let part = name.get(fault.range.clone()).unwrap_or_default();
    let mut expected = fault
        .token
        .and_then(|token| pattern.shapes.get(token))
        .map(|shape| shape.describe().into_owned())
        .unwrap_or_default();
    let word_before = fault
        .token
        .and_then(|token| pattern.template.word_before(token));
    if let Some(word) = word_before
        && !name[..fault.range.start].ends_with(word)
    {
        expected = format!("`{word}`, then {expected}");
    }
    let place = place_in(name, fault.range.start);
    let wanted = match value {
        Some(TokenValue::Texts(texts)) => texts.first().cloned(),
        Some(TokenValue::Free(text)) => Some(text.clone()),
        _ => None,
    };
    let token = fault
        .token
        .map(|token| token_name(pattern, token))
        .unwrap_or_default();
    let (message, help, better) = match &fault.kind {
        FaultKind::Wrong => wrong(pattern, fault, part, &token, &expected, wanted),
        FaultKind::Missing => (
            format!("This name lacks the {token}."),
            match &wanted {
                Some(wanted) => format!("Put `{wanted}` {place}."),
                None => format!("Put it {place}: {expected}."),
            },
            None,
        ),
        FaultKind::Sign(right) => sign(part, right, &behind(name, fault.range.end, &token)),
        FaultKind::Word(right) if part.is_empty() => (
            match word_before == Some(right) {
                true => format!("Before the {token} of this name `{right}` is missing."),
                false => format!("`{right}` is missing in this name."),
            },
            format!("Put `{right}` {place}."),
            None,
        ),
        FaultKind::Word(right) => (
            format!(
                "This name has `{}` where the template has `{right}`.",
                shown(part)
            ),
            format!("Change it to `{right}`."),
            Some(right.to_string()),
        ),
        FaultKind::Extra => (
            format!(
                "`{}` is more than the template of this name has.",
                shown(part)
            ),
            format!("Take it out; the template is `{}`.", pattern.text.value),
            Some(String::new()),
        ),
        FaultKind::TooLong => (
            format!(
                "This name has {} characters: too many to be one.",
                name.chars().count()
            ),
            "Shorten it.".to_string(),
            None,
        ),
    };
    Told {
        message,
        help,
        range: pointed_at(name, &fault.range),
        better: better
            .filter(|_| !fault.range.is_empty() || matches!(fault.kind, FaultKind::Sign(_))),
    }
}

/// What stands behind a sign: the token's name, else the word itself.
fn behind(name: &str, at: usize, token: &str) -> String {
    if !token.is_empty() {
        return format!("the {token}");
    }
    let rest = &name[at..];
    let word = &rest[..rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len())];
    format!("`{}`", shown(word))
}

fn sign(part: &str, right: &str, behind: &str) -> (String, String, Option<String>) {
    let better = Some(right.to_string());
    if right.is_empty() {
        let message =
            format!("Before {behind} of this name stands `{part}`, where nothing belongs.");
        return (message, "Take it out.".to_string(), better);
    }
    if part.is_empty() {
        let message = format!("Before {behind} of this name `{right}` is missing.");
        return (message, format!("Put `{right}` here."), better);
    }
    let message = format!("Before {behind} of this name stands `{part}` instead of `{right}`.");
    (message, format!("Change it to `{right}`."), better)
}

fn wrong(
    pattern: &Pattern<'_>,
    fault: &Fault,
    part: &str,
    token: &str,
    expected: &str,
    wanted: Option<String>,
) -> (String, String, Option<String>) {
    let shown_part = shown(part);
    let separators = pattern.template.separators();
    let other = pattern.shapes.iter().enumerate().find(|(number, shape)| {
        Some(*number) != fault.token && shape.is_closed() && shape.fits(part, separators)
    });
    let message = match other {
        Some((number, _)) => format!(
            "`{shown_part}` stands where the {token} belongs; it looks like the {}.",
            token_name(pattern, number)
        ),
        None => format!("The {token} in this name is `{shown_part}`, but it should be {expected}."),
    };
    let texts: Vec<&str> = fault
        .token
        .and_then(|token| pattern.shapes.get(token))
        .map(|shape| shape.texts())
        .unwrap_or_default();
    let meant = texts
        .iter()
        .find(|text| text.to_lowercase() == part.to_lowercase())
        .copied()
        .or_else(|| suggest(part, texts.iter().copied()));
    let shape = fault.token.and_then(|token| pattern.shapes.get(token));
    let dates = shape.map(|shape| shape.dates()).unwrap_or_default();
    let same_day = || dates.iter().find_map(|format| format.rewritten(part));
    let better = meant.map(str::to_string).or(wanted).or_else(same_day);
    let help = match (&better, other) {
        (Some(better), _) if meant.is_some() => format!("Did you mean `{better}`?"),
        (Some(better), _) => format!("Change it to `{better}`."),
        (None, Some(_)) => format!("Here comes the {token}: {expected}."),
        (None, None) => {
            format!("Change it, or take the {token} up in the convention if it is new.")
        }
    };
    (message, help, better)
}

/// The bytes to point at: where something is missing, the word that stands in its place; the last one,
/// where it is missing at the end.
fn pointed_at(name: &str, range: &Range<usize>) -> Range<usize> {
    if !range.is_empty() {
        return range.clone();
    }
    let words = words_of(name);
    let next = words.iter().find(|word| word.end > range.start);
    next.or(words.last()).cloned().unwrap_or(0..name.len())
}

/// Where something that is missing belongs, in words.
fn place_in(name: &str, at: usize) -> String {
    let words = words_of(name);
    let shown_word = |word: &Range<usize>| shown(&name[word.clone()]).into_owned();
    match (words.iter().find(|word| word.end > at), words.last()) {
        (Some(next), _) => format!("before `{}`", shown_word(next)),
        (None, Some(last)) => format!("after `{}`", shown_word(last)),
        (None, None) => "here".to_string(),
    }
}

/// The runs of letters and digits of a name.
fn words_of(name: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in name.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match words.last_mut() {
            Some(word) if word.end == at => word.end = at + c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

/// A trouble of a name that keeps it from following its convention: what the rules about patterns say.
pub(crate) fn tell_trouble(
    kind: &TroubleKind<'_, '_>,
    range: &Range<usize>,
    name: &str,
    value: Option<&TokenValue>,
) -> Told {
    let plain = |message: String, help: String, better: Option<String>| Told {
        message,
        help,
        range: pointed_at(name, range),
        better,
    };
    let part = name.get(range.clone()).unwrap_or_default();
    match kind {
        TroubleKind::Pattern(pattern, fault) => tell(pattern, fault, name, value),
        TroubleKind::Space(better) if part.starts_with(char::is_whitespace) => plain(
            match (range.start, range.end == name.len(), better.as_str()) {
                (0, ..) => "This name begins with a space.".to_string(),
                (_, true, _) => "This name ends with a space.".to_string(),
                (_, _, "") => {
                    "This name has a stray space beside a sign that joins its parts.".to_string()
                }
                _ if part.chars().count() > 1 => {
                    "This name has several spaces in a row.".to_string()
                }
                _ => "This name has a space that is no ordinary one.".to_string(),
            },
            match better.as_str() {
                "" => "Remove it.".to_string(),
                _ => "Leave one ordinary space.".to_string(),
            },
            Some(better.clone()),
        ),
        TroubleKind::Space(better) => plain(
            format!("The dash `{part}` in this name is not the `-` of a keyboard."),
            "Change it to `-`.".to_string(),
            Some(better.clone()),
        ),
        TroubleKind::ForbiddenWord(_) => plain(
            format!("No name may hold the word `{part}`."),
            "Take it out, or find another word.".to_string(),
            None,
        ),
        TroubleKind::ForbiddenText(text) => plain(
            format!("No name may hold `{}`, in no part of it.", text.value),
            "Find another word.".to_string(),
            None,
        ),
        TroubleKind::TooLong(_, most) => plain(
            format!(
                "This name has {} characters, but the convention allows {most}.",
                name.chars().count()
            ),
            "Shorten it.".to_string(),
            None,
        ),
        TroubleKind::Spelling(c) if c.is_alphabetic() => plain(
            format!(
                "The capital `{c}` is none of the letters that the convention allows in names."
            ),
            "Write the name in lower case.".to_string(),
            Some(part.to_lowercase()),
        ),
        TroubleKind::Spelling(' ') => plain(
            "The convention allows no spaces in names.".to_string(),
            "Write it without the space.".to_string(),
            None,
        ),
        TroubleKind::Spelling(c) => plain(
            format!("The convention doesn't allow `{c}` in names."),
            "Take it out.".to_string(),
            None,
        ),
        TroubleKind::NoSuchDay(pattern, token, problem) => plain(
            format!(
                "The {} in this name doesn't exist: {}",
                token_name(pattern, *token),
                lower_first(problem)
            ),
            match value {
                Some(TokenValue::Texts(texts)) if !texts.is_empty() => {
                    format!("Change it to `{}`.", texts[0])
                }
                _ => format!("Write it as {}.", pattern.shapes[*token].describe()),
            },
            match value {
                Some(TokenValue::Texts(texts)) => texts.first().cloned(),
                _ => None,
            },
        ),
        TroubleKind::DateOrder(_) => plain(
            "The last day in this name lies before the first.".to_string(),
            "Put the earlier day first.".to_string(),
            None,
        ),
    }
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
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
