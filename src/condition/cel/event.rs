//! `did("webcast").status("Attended").within_months(12)`: what a person did, in CEL.

use super::Mistake;
use super::calls::{self, MOST_MONTHS};
use super::check::Checker;
use super::parser::{Call, Raw, RawKind};
use crate::condition::expression::{About, Detail, EventTest, Expression, Kind, Period};
use crate::condition::problem::{list_of, nearest};
use crate::condition::text::Text;
use crate::condition::words::did::{self, MOST_DAYS, MOST_TIMES};
use crate::syntax::Span;

const METHODS: [&str; 13] = [
    "status",
    "not_status",
    "campaign",
    "not_campaign",
    "asset",
    "not_asset",
    "kind",
    "not_kind",
    "url",
    "not_url",
    "within_days",
    "within_months",
    "at_least",
];

/// Whether a call is `did(..)` or stands on one.
pub(super) fn is_event(call: &Call) -> bool {
    let mut call = call;
    while let Some(subject) = call.subject.as_deref() {
        match &subject.kind {
            RawKind::Call(inner) => call = inner,
            _ => return false,
        }
    }
    call.name == "did"
}

pub(super) fn check(checker: &mut Checker<'_>, call: &Call, span: Span) -> Option<Expression> {
    let mut links = vec![call];
    while let Some(RawKind::Call(inner)) = links.last()?.subject.as_deref().map(|raw| &raw.kind) {
        links.push(inner);
    }
    let mut test = EventTest {
        kind: None,
        details: Vec::new(),
        within: None,
        at_least: 1,
    };
    let mut sound = true;
    for (number, link) in links.into_iter().rev().enumerate() {
        let read = match number {
            0 => kind(checker, link, &mut test),
            _ => method(checker, link, &mut test),
        };
        sound &= read.is_some();
    }
    sound.then(|| Expression::new(Kind::Did(Box::new(test)), span))
}

fn kind(checker: &mut Checker<'_>, call: &Call, test: &mut EventTest) -> Option<()> {
    let raw = match call.arguments.as_slice() {
        [] => return Some(()),
        [only] => only,
        _ => {
            let help = "Write did(\"webcast\"); statuses follow as .status(\"Attended\").";
            return checker.mistake(&call.name_at, "did takes one kind of event.", help);
        }
    };
    let name = texts(checker, std::slice::from_ref(raw))?
        .into_iter()
        .next()?;
    if checker.fields.event(&name).is_none() {
        let kinds = checker.fields.event_kinds();
        let known = kinds.iter().map(String::as_str);
        let meant = nearest(&name, known.clone()).map(|kind| format!("\"{kind}\""));
        let help = format!("Known are {}.", list_of(known));
        let mistake = Mistake::new(&raw.at, format!("There is no event `{name}`."), help);
        checker.mistakes.push(mistake.suggest(meant));
        return None;
    }
    test.kind = Some(name.into_boxed_str());
    Some(())
}

fn method(checker: &mut Checker<'_>, call: &Call, test: &mut EventTest) -> Option<()> {
    let name = call.name.as_str();
    let number = |checker: &mut Checker<'_>, most| match call.arguments.as_slice() {
        [only] => calls::count(checker, only, most),
        _ => {
            let message = format!("{name} takes one number.");
            checker.mistake(&call.name_at, message, format!("Write .{name}(30)."))
        }
    };
    match name {
        "within_days" => test.within = Some(Period::Days(number(checker, MOST_DAYS)?)),
        "within_months" => test.within = Some(Period::Months(number(checker, MOST_MONTHS)?)),
        "at_least" => test.at_least = number(checker, MOST_TIMES)?.max(1),
        _ => {
            let (not, property) = match name.strip_prefix("not_") {
                Some(property) => (true, property),
                None => (false, name),
            };
            let about = match property {
                "status" => About::Status,
                "campaign" => About::Campaign,
                "asset" => About::Asset,
                "kind" => About::Sort,
                "url" => About::Url,
                _ => {
                    let help = format!("Known are {}.", METHODS.join(", "));
                    let message = format!("Events have no `{name}`.");
                    let mistake = Mistake::new(&call.name_at, message, help);
                    checker
                        .mistakes
                        .push(mistake.suggest(nearest(name, METHODS)));
                    return None;
                }
            };
            let values = texts(checker, &call.arguments)?;
            if values.is_empty() {
                let help = format!("Write .{name}(\"...\").");
                return checker.mistake(&call.name_at, "A value is missing.", help);
            }
            let event = test
                .kind
                .as_deref()
                .and_then(|kind| checker.fields.event(kind));
            let mut known = Vec::with_capacity(values.len());
            for (value, raw) in values.iter().zip(&call.arguments) {
                let status = match (&event, about) {
                    (Some(event), About::Status) => did::find_status(event, value),
                    _ => Ok(value.clone()),
                };
                match status {
                    Ok(status) => known.push(Text::new(&status, false)),
                    Err(problem) => {
                        let meant = problem.suggestion.map(|text| format!("\"{text}\""));
                        let mistake = Mistake::new(&raw.at, problem.message, problem.help);
                        checker.mistakes.push(mistake.suggest(meant));
                        return None;
                    }
                }
            }
            let values = known;
            test.details.push(Detail { about, not, values });
        }
    }
    Some(())
}

fn texts(checker: &mut Checker<'_>, items: &[Raw]) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for item in items {
        match &item.kind {
            RawKind::Text(text) if !text.is_empty() => texts.push(text.clone()),
            _ => {
                let help = "Write it as \"Attended\".";
                return checker.mistake(&item.at, "Only a text in quotes can stand here.", help);
            }
        }
    }
    Some(texts)
}
