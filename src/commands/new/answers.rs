//! What is known of a new campaign: from options, and from questions on a terminal.

use std::io::IsTerminal;

use jiff::civil::Date;

use super::super::arguments::NewCampaignArguments;
use super::super::choices::{self, Choice};
use super::super::{Failure, Terminal};
use super::place::Examples;
use crate::diagnostics::suggest;
use crate::model::reader::ValueType;
use crate::model::values::parse_date;
use crate::model::{Body, Campaign, Channel, Kind};
use crate::workspace::Workspace;

/// After so many answers that are none the program gives up.
const MOST_TRIES: usize = 5;

/// What stands behind a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given {
    One(String),
    Many(Vec<String>),
}

/// What is known of a campaign, by key; a dot leads into a block: `budget.amount`.
#[derive(Debug, Default)]
pub(super) struct Answers {
    pub(super) keys: Vec<(String, Given)>,
}

impl Answers {
    pub(super) fn one(&self, key: &str) -> Option<&str> {
        self.keys.iter().find_map(|(name, given)| match given {
            Given::One(text) if name == key => Some(text.as_str()),
            _ => None,
        })
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(name, _)| name == key)
    }

    pub(super) fn set(&mut self, key: &str, given: Given) {
        self.keys.retain(|(name, _)| name != key);
        self.keys.push((key.to_string(), given));
    }

    /// The day that decides where a campaign lies and what it is called.
    pub(super) fn date(&self) -> Option<Date> {
        let date = |key| self.one(key).and_then(|text| parse_date(text).ok());
        date("event").or_else(|| date("start"))
    }
}

/// What asks and is asked.
pub(super) struct Inquiry<'i, 'w, 'a> {
    pub(super) workspace: &'w Workspace<'a>,
    pub(super) examples: &'i Examples<'a>,
    pub(super) today: Date,
}

impl<'w, 'a> Inquiry<'_, 'w, 'a> {
    /// What the options say.
    pub(super) fn options(&self, arguments: &NewCampaignArguments) -> Result<Answers, Failure> {
        let mut answers = Answers::default();
        for (key, date) in [
            ("start", arguments.start),
            ("end", arguments.end),
            ("event", arguments.event),
        ] {
            if let Some(date) = date {
                answers.set(key, Given::One(date.to_string()));
            }
        }
        for (key, texts) in [
            ("channel", arguments.channel.as_slice()),
            ("name", arguments.name.as_slice()),
            ("region", &arguments.region),
            ("languages", &arguments.language),
            ("topic", arguments.topic.as_slice()),
            ("owner", arguments.owner.as_slice()),
        ] {
            if !texts.is_empty() {
                let given = self.given(key, texts)?;
                answers.set(key, given);
            }
        }
        if let Some(text) = &arguments.utm_campaign {
            answers.set("utm.campaign", Given::One(text.clone()));
        }
        for (key, text) in &arguments.set {
            self.check_key(key)?;
            let texts: Vec<String> = match is_list(key) {
                true => text
                    .split(',')
                    .map(|part| part.trim().to_string())
                    .collect(),
                false => vec![text.clone()],
            };
            let given = self.given(key, &texts)?;
            answers.set(key, given);
        }
        Ok(answers)
    }

    fn given(&self, key: &str, texts: &[String]) -> Result<Given, Failure> {
        let mut known = Vec::new();
        for text in texts {
            let text = text.trim();
            if text.is_empty() {
                return Err(Failure::words(format!("`{key}` is empty")));
            }
            if matches!(key, "start" | "end" | "event") {
                parse_date(text).map_err(Failure::words)?;
            }
            known.push(choices::meant(self.workspace, key, text, self.today)?);
        }
        Ok(match known.len() {
            1 => Given::One(known.remove(0)),
            _ => Given::Many(known),
        })
    }

    /// Refuses what is no key of a campaign, and what is too much for an option.
    fn check_key(&self, key: &str) -> Result<(), Failure> {
        let own = self.workspace.extensions().keys_of(Kind::Campaign);
        let first = key.split('.').next().unwrap_or(key);
        let names = || {
            let known = Campaign::KEYS.iter().map(|key| key.name);
            known.chain(own.iter().map(String::as_str))
        };
        let words = match first {
            "links" | "emails" | "assets" | "tokens" | "sync" | "forms" if key.contains('.') => {
                format!("`{first}:` is written in the file, not by --set")
            }
            "links" | "emails" | "assets" | "tokens" | "sync" => {
                format!("`{first}:` is written in the file, not by --set")
            }
            "kind" | "id" | "status" => match first {
                "id" => "say the id with --id".to_string(),
                _ => format!("`{first}:` can't be set: a new campaign is a draft"),
            },
            _ if names().any(|name| name == first) => return Ok(()),
            _ => match suggest(first, names()) {
                Some(name) => format!("a campaign has no key `{first}`; did you mean `{name}`?"),
                None => format!("a campaign has no key `{first}`; docs/kinds.md lists them"),
            },
        };
        Err(Failure::words(words))
    }

    /// The channel that the answers name.
    pub(super) fn channel(&self, id: &str) -> Option<&'w Channel<'a>> {
        self.workspace
            .documents()
            .find_map(|(_, document)| match &document.body {
                Some(Body::Channels(channels)) => channels.get(id).map(|(_, channel)| channel),
                _ => None,
            })
    }

    /// Whether campaigns of a channel take place on a day: as those that are there, as the channel needs
    /// it, or as the template of `utm_campaign` does.
    pub(super) fn has_event(&self, channel: &str) -> bool {
        let needs = self
            .channel(channel)
            .and_then(|channel| channel.ready_needs.as_ref());
        let fields = needs.and_then(|needs| needs.fields.as_ref());
        if let Some(fields) = fields {
            let asks = |key: &str| fields.items.iter().any(|field| field.value == key);
            if asks("event") || asks("start") {
                return asks("event");
            }
        }
        self.examples.have_events(channel).unwrap_or(true)
    }

    /// What must be known: the options for it.
    pub(super) fn missing(&self, answers: &Answers, has_id: bool) -> Vec<String> {
        let mut missing = Vec::new();
        if !answers.has("channel") {
            let listed = choices::listed(self.workspace, "channel", self.today);
            missing.push(match listed.is_empty() {
                true => "--channel".to_string(),
                false => format!("--channel ({listed})"),
            });
        }
        if !has_id {
            if answers.date().is_none() {
                let option = match answers.one("channel").map(|id| self.has_event(id)) {
                    Some(true) => "--event DATE",
                    Some(false) => "--start DATE",
                    None => "--event or --start DATE",
                };
                missing.push(option.to_string());
            }
            if !answers.has("topic") && !answers.has("name") {
                missing.push("--topic".to_string());
            }
        }
        missing
    }

    /// Asks for what is not known yet.
    pub(super) fn ask(
        &self,
        answers: &mut Answers,
        terminal: &mut Terminal,
    ) -> Result<(), Failure> {
        terminal.note("Enter leaves out what is in brackets; Ctrl-C leaves everything as it is.");
        if !answers.has("channel") {
            let chosen = self.choose("Which channel?", "channel", terminal, true)?;
            answers
                .keys
                .extend(chosen.map(|id| ("channel".to_string(), Given::One(id))));
        }
        if !answers.has("topic") && !answers.has("name") {
            let chosen = self.choose("What is it about?", "topic", terminal, true)?;
            answers
                .keys
                .extend(chosen.map(|id| ("topic".to_string(), Given::One(id))));
        }
        if answers.date().is_none() {
            let channel = answers.one("channel").unwrap_or_default();
            let (key, question) = match self.has_event(channel) {
                true => ("event", "On which day is it?"),
                false => ("start", "Which is its first day?"),
            };
            let date = self.date(question, terminal)?;
            answers.set(key, Given::One(date.to_string()));
        }
        for (key, question) in [
            ("region", "For which region?"),
            ("languages", "In which language?"),
            ("owner", "Who owns it?"),
        ] {
            if answers.has(key) || choices::of(self.workspace, key, self.today).is_empty() {
                continue;
            }
            if let Some(id) = self.choose(question, key, terminal, false)? {
                answers.set(key, Given::One(id));
            }
        }
        Ok(())
    }

    fn choose(
        &self,
        question: &str,
        key: &str,
        terminal: &mut Terminal,
        must: bool,
    ) -> Result<Option<String>, Failure> {
        let choices = choices::of(self.workspace, key, self.today);
        let optional = if must { "" } else { " [none]" };
        terminal.note(&format!("{question}{optional}"));
        let digits = choices.len().to_string().len();
        for (number, Choice { id, label }) in choices.iter().enumerate() {
            let label = label.filter(|label| label != id);
            let label = label.map_or(String::new(), |label| format!("  {label}"));
            terminal.note(&format!("  {:>digits$}  {id}{label}", number + 1));
        }
        for _ in 0..MOST_TRIES {
            let answer = terminal.ask(match (choices.is_empty(), key) {
                (true, _) => "> ",
                (false, "topic") => "number, or other words > ",
                (false, _) => "number > ",
            })?;
            if answer.is_empty() {
                if must {
                    terminal.note("This one is needed.");
                    continue;
                }
                return Ok(None);
            }
            if let Ok(number) = answer.parse::<usize>() {
                if let Some(choice) = number.checked_sub(1).and_then(|at| choices.get(at)) {
                    let words = match key {
                        // People read a topic, so it is written as they do.
                        "topic" => choice.label.unwrap_or(choice.id),
                        _ => choice.id,
                    };
                    return Ok(Some(words.to_string()));
                }
                if !choices.is_empty() {
                    terminal.note(&format!("Give a number from 1 to {}.", choices.len()));
                    continue;
                }
            }
            match choices::meant(self.workspace, key, &answer, self.today) {
                Ok(id) => return Ok(Some(id)),
                Err(failure) => terminal.note(&format!("Sorry, {failure}.")),
            }
        }
        Err(nothing_written())
    }

    fn date(&self, question: &str, terminal: &mut Terminal) -> Result<Date, Failure> {
        terminal.note(&format!(
            "{question} Year-month-day, such as {}",
            self.today
        ));
        for _ in 0..MOST_TRIES {
            let answer = terminal.ask("> ")?;
            match parse_date(&answer) {
                Ok(date) => return Ok(date),
                Err(problem) => terminal.note(&problem),
            }
        }
        Err(nothing_written())
    }
}

fn nothing_written() -> Failure {
    Failure::words("no answer that can be used; nothing was written")
}

/// Whether a person sits there to be asked.
pub(super) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn is_list(key: &str) -> bool {
    let known = Campaign::KEYS.iter().find(|known| known.name == key);
    known.is_some_and(|known| matches!((known.value_type)(), ValueType::List(_)))
}
