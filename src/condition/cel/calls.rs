//! The functions that CEL conditions may call.

use std::ops::Range;

use super::Mistake;
use super::check::Checker;
use super::parser::{Call, Raw, RawKind};
use crate::condition::constant;
use crate::condition::expression::{self, Expression, Kind, Part, Pattern};
use crate::condition::field::ValueKind;
use crate::condition::problem::nearest;
use crate::condition::term::{Constant, Field, Term};
use crate::condition::text::Text;
use crate::syntax::Span;

const CONDITIONS: [&str; 6] = [
    "contains",
    "startsWith",
    "endsWith",
    "matches",
    "contains_any",
    "has",
];
const TERMS: [&str; 7] = [
    "days_since",
    "months_ago",
    "date",
    "datetime",
    "size",
    "domain",
    "lower",
];

/// The furthest that months and days are counted back.
pub(super) const MOST_MONTHS: u32 = 1200;

/// Whether a function is true or false.
pub(super) fn is_condition(name: &str) -> bool {
    CONDITIONS.contains(&name)
}

/// A value as a person would type it.
pub(super) fn shown(value: &Constant) -> String {
    crate::condition::print::phrase::value(value)
}

/// `P.title.contains("VP")` and `contains(P.title, "VP")` are one.
fn arguments<'c>(
    checker: &mut Checker<'_>,
    call: &'c Call,
    wanted: usize,
    example: &str,
) -> Option<Vec<&'c Raw>> {
    let all: Vec<&Raw> = call
        .subject
        .as_deref()
        .into_iter()
        .chain(&call.arguments)
        .collect();
    if all.len() == wanted {
        return Some(all);
    }
    let given = all.len();
    let message = format!("{} takes {wanted} values, and here are {given}.", call.name);
    checker.mistake(&call.name_at, message, format!("Write {example}."))
}

pub(super) fn condition(checker: &mut Checker<'_>, call: &Call, span: Span) -> Option<Expression> {
    if call.name == "has" {
        let arguments = arguments(checker, call, 1, "has(P.company)")?;
        let field = field(checker, arguments.first()?, None)?;
        let empty = Expression::new(Kind::Empty(field), span);
        return Some(expression::not(empty, span));
    }
    let example = match call.name.as_str() {
        "contains_any" => "contains_any(P.title, [\"VP\", \"Director\"])".to_owned(),
        name => format!("P.title.{name}(\"VP\")"),
    };
    let arguments = arguments(checker, call, 2, &example)?;
    let [subject, wanted] = arguments.as_slice() else {
        return None;
    };
    let (term, part) = (text_term(checker, subject), part(checker, call, wanted));
    let (term, part) = (term?, part?);
    let exact = term.is_exact();
    let text = |written: &str| Text::new(written, exact);
    let part = match (call.name.as_str(), part.as_slice()) {
        ("startsWith", [wanted]) => Part::StartsWith(text(wanted)),
        ("endsWith", [wanted]) => Part::EndsWith(text(wanted)),
        ("matches", [wanted]) => match Pattern::new(wanted, exact) {
            Ok(pattern) => Part::Matches(pattern),
            Err(error) => {
                let at = &arguments.last()?.at;
                let message = match error {
                    regex::Error::CompiledTooBig(_) => "This pattern is too large.",
                    _ => "This pattern is not well formed.",
                };
                let help = "Where plain words do, use contains, startsWith or contains_any.";
                return checker.mistake(at, message, help);
            }
        },
        (_, wanted) => Part::Contains(wanted.iter().map(|wanted| text(wanted)).collect()),
    };
    Some(Expression::new(Kind::Part(term, part), span))
}

/// The texts that are looked for.
fn part(checker: &mut Checker<'_>, call: &Call, raw: &Raw) -> Option<Vec<String>> {
    let items = match &raw.kind {
        RawKind::List(items) if call.name == "contains_any" && !items.is_empty() => items,
        _ if call.name == "contains_any" => {
            let help = "Write the texts in brackets: [\"VP\", \"Director\"].";
            return checker.mistake(&raw.at, "contains_any needs a list of texts.", help);
        }
        _ => return Some(vec![text(checker, raw)?.to_owned()]),
    };
    let mut texts: Vec<String> = Vec::new();
    for item in items {
        let text = text(checker, item)?.to_owned();
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Some(texts)
}

fn text<'r>(checker: &mut Checker<'_>, raw: &'r Raw) -> Option<&'r str> {
    match &raw.kind {
        RawKind::Text(text) if text.is_empty() => {
            let help = "Write at least one letter.";
            checker.mistake(&raw.at, "Nothing is looked for.", help)
        }
        RawKind::Text(text) => Some(text),
        _ => checker.mistake(
            &raw.at,
            "Only a text in quotes can stand here.",
            "Write it as \"VP\".",
        ),
    }
}

fn text_term(checker: &mut Checker<'_>, raw: &Raw) -> Option<Term> {
    let term = checker.term(raw)?;
    if term.kind() == ValueKind::Text && !matches!(term, Term::Constant(_)) {
        return Some(term);
    }
    let message = format!("This is {}, no field with text.", term.kind().described());
    checker.mistake(&raw.at, message, "Name a field that holds text.")
}

/// A field, of one kind where one is needed and then with a single value.
fn field(checker: &mut Checker<'_>, raw: &Raw, kind: Option<ValueKind>) -> Option<Field> {
    let RawKind::Name(name) = &raw.kind else {
        return checker.mistake(
            &raw.at,
            "Only a field can stand here.",
            "Name one, as in P.email.",
        );
    };
    let (field, _) = checker.field(name, &raw.at)?;
    match kind {
        Some(_) if field.is_list => {
            let help = "Ask for one of its values with in or contains.";
            checker.mistake(&raw.at, "This field holds several values.", help)
        }
        Some(kind) if !field.kind.fits(kind) => {
            let message =
                constant::wrong_kind(field.kind, kind).replace(", compared with", ", not");
            let help = format!("Name a field that holds {}.", kind.described());
            checker.mistake(&raw.at, message, help)
        }
        _ => Some(field),
    }
}

pub(super) fn term(checker: &mut Checker<'_>, call: &Call) -> Option<Term> {
    let name = call.name.as_str();
    let mut of_field = |kind: Option<ValueKind>, make: fn(Field) -> Term| {
        let example = format!("{name}(P.field)");
        let arguments = arguments(checker, call, 1, &example)?;
        field(checker, arguments.first()?, kind).map(make)
    };
    match name {
        "days_since" => of_field(Some(ValueKind::Date), Term::DaysSince),
        "domain" => of_field(Some(ValueKind::Text), Term::Domain),
        "lower" => of_field(Some(ValueKind::Text), |field| match field.exact {
            true => Term::Lower(field),
            // Case is ignored anyway.
            false => Term::Field(field),
        }),
        "size" => {
            let size = of_field(None, Term::Size)?;
            let Field { kind, is_list, .. } = size.field()?;
            if *is_list || *kind == ValueKind::Text {
                return Some(size);
            }
            let help = "size counts the characters of a text or the values of a list.";
            checker.mistake(
                &call.name_at,
                format!("{} has no size.", kind.described()),
                help,
            )
        }
        "months_ago" => {
            let arguments = arguments(checker, call, 1, "months_ago(12)")?;
            let months = count(checker, arguments.first()?, MOST_MONTHS)?;
            Some(Term::MonthsAgo(months))
        }
        "date" | "datetime" => {
            let arguments = arguments(checker, call, 1, &format!("{name}(\"2026-12-01\")"))?;
            let raw = arguments.first()?;
            let text = text(checker, raw)?;
            let read = match name {
                "date" => constant::date(text).map(Constant::Date),
                _ => constant::date_or_time(text),
            };
            match read {
                Ok(value) => Some(Term::Constant(value)),
                Err(complaint) => checker.complain(&raw.at, complaint),
            }
        }
        _ => unknown(checker, name, &call.name_at),
    }
}

/// A whole number from 0 to a greatest one.
pub(super) fn count(checker: &mut Checker<'_>, raw: &Raw, most: u32) -> Option<u32> {
    if let RawKind::Number(number) = &raw.kind
        && number.is_whole()
        && let Ok(count) = u32::try_from(number.millionths() / 1_000_000)
        && count <= most
    {
        return Some(count);
    }
    let help = format!("Write a whole number from 0 to {most}.");
    checker.mistake(&raw.at, "This is no number that can stand here.", help)
}

fn unknown<T>(checker: &mut Checker<'_>, name: &str, at: &Range<usize>) -> Option<T> {
    let known = CONDITIONS.iter().chain(&TERMS).copied().chain(["did"]);
    let others = match name {
        "lowerAscii" | "toLowerCase" | "lowercase" => Some("lower"),
        "len" | "length" | "count" => Some("size"),
        "timestamp" => Some("datetime"),
        _ => nearest(name, known.clone()),
    };
    let help = format!(
        "Known functions are {}.",
        known.collect::<Vec<_>>().join(", ")
    );
    let mistake = Mistake::new(at, format!("There is no function `{name}`."), help);
    checker.mistakes.push(mistake.suggest(others));
    None
}
