//! What may stand behind a key of a campaign, from what the workspace itself defines.

use jiff::civil::Date;

use super::Failure;
use crate::diagnostics::{list_words, suggest};
use crate::model::target::Target;
use crate::workspace::{Reads, Workspace};

/// More words than this are not listed in a sentence.
const MOST_LISTED: usize = 12;

/// One thing that may be chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) id: &'a str,
    /// What people call it, where that is another word.
    pub(super) label: Option<&'a str>,
}

/// What a key of a campaign refers to.
pub(super) fn target_of(key: &str) -> Option<Target<'static>> {
    Some(match key {
        "channel" => Target::Channel,
        "owner" => Target::Person,
        "region" => Target::Value("region"),
        "languages" => Target::Value("language"),
        "persona" => Target::Value("persona"),
        "business-unit" => Target::Value("business-unit"),
        "product" => Target::Value("product"),
        "industry" => Target::Value("industry"),
        "topic" => Target::Value("topic"),
        "budget.code" | "cost.code" => Target::Value("budget"),
        "parent" => Target::Campaign,
        "audience" => Target::Audience,
        "purpose" => Target::Purpose,
        "forms" => Target::Form,
        _ => return None,
    })
}

/// Everything that may stand behind a key; what is retired or has left is not offered.
pub(super) fn of<'w, 'a>(workspace: &'w Workspace<'a>, key: &str, today: Date) -> Vec<Choice<'w>> {
    let Some(target) = target_of(key) else {
        return Vec::new();
    };
    let reads = Reads::off();
    let ids = workspace.index.ids(target, &reads);
    let choices = ids.iter().filter_map(|id| {
        let found = workspace.index.get(target, id, &reads)?;
        let gone = found
            .retired
            .as_ref()
            .is_some_and(|retired| retired.from <= today)
            || found.inactive.is_some()
            || found
                .leaves
                .as_ref()
                .is_some_and(|leaves| leaves.date < today);
        (!gone).then(|| Choice {
            id: found.id,
            label: found.aliases.last().map(|label| label.value),
        })
    });
    choices.collect()
}

/// The ids of what may stand behind a key, as a sentence; empty where the workspace has none.
pub(super) fn listed(workspace: &Workspace<'_>, key: &str, today: Date) -> String {
    let choices = of(workspace, key, today);
    list_words(choices.iter().map(|choice| choice.id), MOST_LISTED)
}

/// The id that somebody means by a text. A topic may be any text.
pub(super) fn meant(
    workspace: &Workspace<'_>,
    key: &str,
    text: &str,
    today: Date,
) -> Result<String, Failure> {
    let Some(target) = target_of(key).filter(|_| key != "topic") else {
        return Ok(text.to_string());
    };
    let reads = Reads::off();
    if workspace.index.get(target, text, &reads).is_some()
        || !workspace.index.has_any(target, &reads)
    {
        return Ok(text.to_string());
    }
    if let Some(id) = workspace.index.meant(target, text, &reads) {
        return Ok(id.to_string());
    }
    let choices = of(workspace, key, today);
    let words = choices.iter().map(|choice| choice.id);
    let help = match suggest(text, words) {
        Some(id) => format!("did you mean `{id}`?"),
        None if key == "channel" => format!(
            "there is {}; add yours to the document of `kind: channels`",
            listed(workspace, key, today)
        ),
        None => format!("there is {}", listed(workspace, key, today)),
    };
    Err(Failure::words(format!(
        "there is no {} `{text}`; {help}",
        target.noun()
    )))
}

/// How a key is filled in, as an example that nobody takes for a value.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "start" | "end" | "event" => " 2027-02-11",
        "budget" | "cost" => " { amount: 5000, currency: EUR }",
        "location" => " Hannover, hall 4",
        "languages" => " [en]",
        _ => "",
    }
}
