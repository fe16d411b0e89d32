//! What a person did: `did: { webcast: success, within: 12 months }`.

use super::Reader;
use super::part::Part;
use crate::condition::constant;
use crate::condition::expression::{self, About, Detail, EventTest, Expression, Kind, Period};
use crate::condition::field::EventType;
use crate::condition::problem::{Problem, list_of, nearest};
use crate::condition::text::Text;
use crate::syntax::{Entry, Node, NodeKind, Span};

/// The longest period in days: a hundred years.
pub(crate) const MOST_DAYS: u32 = 36_525;

/// The most often that something can be asked to have been done.
pub(crate) const MOST_TIMES: u32 = 100_000;

/// The keys beside the kinds of event.
pub(crate) const KEYS: [&str; 8] = [
    "within", "times", "nothing", "campaign", "kind", "status", "asset", "url",
];

/// What the word behind a kind of event is about.
pub(crate) fn main_property(kind: &str) -> About {
    match kind {
        "visit" => About::Url,
        "form" => About::Asset,
        _ => About::Status,
    }
}

/// What is said of all kinds of event in one `did`.
#[derive(Default)]
struct Shared {
    details: Vec<Detail>,
    within: Option<Period>,
    at_least: Option<u32>,
    nothing: Option<(Period, Span)>,
}

impl Reader<'_> {
    pub(super) fn did(&mut self, entry: Entry<'_>, depth: usize) -> Option<Expression> {
        let node = entry.value;
        match node.resolved().kind() {
            NodeKind::Mapping => self.one_did(node, entry.span()),
            NodeKind::Sequence => {
                self.may_go_on(node, depth)?;
                let mut parts = Vec::new();
                for item in node.items() {
                    self.may_go_on(item, depth)?;
                    match item.resolved().kind() {
                        NodeKind::Mapping => parts.extend(self.one_did(item, item.span())),
                        _ => self.no_event(item.span())?,
                    }
                }
                (!parts.is_empty()).then(|| expression::all(parts, entry.span()))
            }
            NodeKind::Error => {
                self.complete = false;
                None
            }
            _ => {
                self.no_event(node.span());
                None
            }
        }
    }

    fn no_event(&mut self, span: Span) -> Option<()> {
        let help = "Write what was done, such as did: { webcast: success, within: 12 months }.";
        self.problem(span, "What was done is missing here.", help)
    }

    fn one_did(&mut self, node: Node<'_>, span: Span) -> Option<Expression> {
        let mut shared = Shared::default();
        let mut kinds: Vec<(String, EventType, Entry<'_>)> = Vec::new();
        let mut sound = true;
        for entry in node.effective_entries() {
            let key = entry.key.value().unwrap_or_default();
            if let Some(event) = self.fields.event(key) {
                kinds.push((key.to_owned(), event.into_owned(), entry));
                continue;
            }
            sound &= self.shared(key, entry, &mut shared).is_some();
        }
        let mut parts = Vec::new();
        for (kind, event, entry) in &kinds {
            let details = self.main_detail(kind, event, *entry);
            let statuses = self.are_statuses(&shared.details, event, *entry);
            let (Some(mut details), Some(())) = (details, statuses) else {
                sound = false;
                continue;
            };
            details.extend(shared.details.iter().cloned());
            parts.push(did(
                Some(kind),
                details,
                shared.within,
                shared.at_least,
                span,
            ));
        }
        if !sound {
            return None;
        }
        if let Some((period, at)) = shared.nothing {
            if !kinds.is_empty() || !shared.details.is_empty() || shared.within.is_some() {
                let help = "Let it stand alone: did: { nothing: 30 days }.";
                return self.problem(at, "`nothing` is said of everything.", help);
            }
            let anything = did(None, Vec::new(), Some(period), None, span);
            return Some(expression::not(anything, span));
        }
        if parts.is_empty() {
            let kinds = self.fields.event_kinds();
            let help = format!("Name one of {}.", list_of(kinds.iter().map(String::as_str)));
            return self.problem(span, "It is not said what was done.", help);
        }
        Some(expression::all(parts, span))
    }

    fn shared(&mut self, key: &str, entry: Entry<'_>, shared: &mut Shared) -> Option<()> {
        let about = match key {
            "within" => {
                let part = self.one_word(entry)?;
                shared.within = Some(self.period(part)?);
                return Some(());
            }
            "nothing" => {
                let part = self.one_word(entry)?;
                shared.nothing = Some((self.period(part)?, entry.span()));
                return Some(());
            }
            "times" => {
                let part = self.one_word(entry)?;
                let digits = part
                    .text
                    .strip_prefix("at least ")
                    .unwrap_or(part.text)
                    .trim();
                match digits.parse::<u32>() {
                    Ok(times) if (1..=MOST_TIMES).contains(&times) => shared.at_least = Some(times),
                    _ => {
                        let message = format!("`{}` is no number of times.", part.text);
                        let help = "Write a whole number: at least 3.";
                        return self.problem(part.span(), message, help);
                    }
                }
                return Some(());
            }
            "campaign" => About::Campaign,
            "kind" => About::Sort,
            "status" => About::Status,
            "asset" => About::Asset,
            "url" => About::Url,
            _ => {
                let kinds = self.fields.event_kinds();
                let known: Vec<&str> = kinds.iter().map(String::as_str).chain(KEYS).collect();
                let help = format!("Known here are {}.", list_of(known.iter().copied()));
                let message = format!("There is no event `{key}`.");
                let problem = Problem::new(entry.key.span(), message, help);
                return self.note(problem.suggest(nearest(key, known)));
            }
        };
        let (not, items) = self.words_of(entry)?;
        let values = items
            .iter()
            .map(|item| Text::new(item.text, false))
            .collect();
        shared.details.push(Detail { about, not, values });
        Some(())
    }

    fn one_word<'t>(&mut self, entry: Entry<'t>) -> Option<Part<'t>> {
        match Part::whole(entry.value).filter(|part| !part.text.is_empty()) {
            Some(part) => Some(part),
            None => self.problem(
                entry.span(),
                "A single value is missing here.",
                "Write 30 days, say.",
            ),
        }
    }

    /// A word, a list, or either behind `not`.
    fn words_of<'t>(&mut self, entry: Entry<'t>) -> Option<(bool, Vec<Part<'t>>)> {
        if entry.value.resolved().kind() == NodeKind::Sequence {
            return Some((false, self.items(entry.value)?));
        }
        let part = self.one_word(entry)?;
        match part
            .text
            .strip_prefix("not")
            .filter(|rest| rest.starts_with([' ', '[']))
        {
            Some(_) => Some((true, self.items_in(part.from(3))?)),
            None => Some((false, self.items_in(part)?)),
        }
    }

    /// What stands behind the kind of event; `any` asks for nothing more.
    fn main_detail(
        &mut self,
        kind: &str,
        event: &EventType,
        entry: Entry<'_>,
    ) -> Option<Vec<Detail>> {
        let (not, items) = self.words_of(entry)?;
        if let ([only], false) = (items.as_slice(), not)
            && matches!(only.text, "any" | "yes")
        {
            return Some(Vec::new());
        }
        let about = main_property(kind);
        let mut values: Vec<Text> = Vec::new();
        for item in &items {
            let read = match about {
                About::Status => self.status(event, *item)?,
                _ => vec![item.text.to_owned()],
            };
            for text in read {
                let text = Text::new(&text, false);
                if !values.contains(&text) {
                    values.push(text);
                }
            }
        }
        Some(vec![Detail { about, not, values }])
    }

    /// The statuses that a word means: one, or the members of a group such as `success`.
    fn status(&mut self, event: &EventType, item: Part<'_>) -> Option<Vec<String>> {
        if event.statuses.is_empty() {
            return Some(vec![item.text.to_owned()]);
        }
        if let Some((_, members)) = event.groups.iter().find(|(name, _)| name == item.text) {
            return Some(members.clone());
        }
        match find_status(event, item.text) {
            Ok(status) => Some(vec![status]),
            Err(problem) => {
                let problem = Problem {
                    span: item.span(),
                    ..problem
                };
                self.note(problem)
            }
        }
    }

    fn are_statuses(
        &mut self,
        details: &[Detail],
        event: &EventType,
        entry: Entry<'_>,
    ) -> Option<()> {
        let statuses = details
            .iter()
            .filter(|detail| detail.about == About::Status);
        for text in statuses.flat_map(|detail| &detail.values) {
            if let Err(problem) = find_status(event, text.written()) {
                let span = entry.span();
                return self.note(Problem { span, ..problem });
            }
        }
        Some(())
    }
}

/// The status as its channel spells it.
pub(crate) fn find_status(event: &EventType, text: &str) -> Result<String, Problem> {
    if event.statuses.is_empty() {
        return Ok(text.to_owned());
    }
    match constant::choice(text, &event.statuses, false) {
        Ok(constant) => Ok(crate::condition::print::phrase::value(&constant)),
        Err(_) => {
            let groups = event.groups.iter().map(|(name, _)| name.as_str());
            let known: Vec<&str> = event
                .statuses
                .iter()
                .map(String::as_str)
                .chain(groups)
                .collect();
            let help = format!("Known are {}.", list_of(known.iter().copied()));
            let message = format!("There is no status `{text}`.");
            Err(Problem::new(Span::default(), message, help).suggest(nearest(text, known)))
        }
    }
}

fn did(
    kind: Option<&String>,
    details: Vec<Detail>,
    within: Option<Period>,
    at_least: Option<u32>,
    span: Span,
) -> Expression {
    let test = EventTest {
        kind: kind.map(|kind| kind.as_str().into()),
        details,
        within,
        at_least: at_least.unwrap_or(1),
    };
    Expression::new(Kind::Did(Box::new(test)), span)
}
