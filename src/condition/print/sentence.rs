//! A condition as people say it, for messages, hover and the site: never CEL where words exist.

use std::fmt::Write;

use super::super::expression::{About, Comparison, EventTest, Expression, Kind, Members, Part};
use super::super::term::{Constant, Term};
use super::super::words::did::main_property;
use super::{cel, phrase};

/// How many values of a list are shown.
const SHOWN: usize = 5;

/// The condition in words.
pub(crate) fn print(expression: &Expression) -> String {
    match &expression.kind {
        Kind::Always(true) => "always".to_owned(),
        Kind::Always(false) => "never".to_owned(),
        Kind::All(parts) => all(parts),
        Kind::Any(parts) => {
            let mut words: Vec<String> = Vec::new();
            let mut at = 0;
            while let Some(part) = parts.get(at) {
                at += 1;
                // "is empty or is not X" is what "is not X" means.
                if let (Kind::Empty(field), Some(next)) = (&part.kind, parts.get(at))
                    && cel::denies(next, field)
                {
                    continue;
                }
                words.push(within(part));
            }
            words.join(" or ")
        }
        Kind::Not(inner) => negated(inner),
        Kind::Empty(field) => format!("{} is empty", field.name),
        Kind::Compare(left, comparison, right) => compared(left, *comparison, right),
        Kind::OneOf(left, members) => format!("{} is {}", term(left), one_of(members)),
        Kind::Part(left, part) => format!("{} {}", term(left), text_part(part)),
        Kind::Did(test) => format!("did {}", did(test)),
    }
}

fn all(parts: &[Expression]) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        at += 1;
        if let Some((field, first, last)) = parts.get(at).and_then(|next| phrase::ends(part, next))
        {
            at += 1;
            let (first, last) = (phrase::value(first), phrase::value(last));
            words.push(format!("{} is {first} to {last}", field.name));
        } else {
            words.push(within(part));
        }
    }
    words.join(" and ")
}

/// A part inside another: in brackets where "and" and "or" would mix.
fn within(part: &Expression) -> String {
    let words = print(part);
    match &part.kind {
        Kind::All(_) => format!("({words})"),
        Kind::Any(parts) => match parts.as_slice() {
            [_, not] if matches!(not.kind, Kind::Not(_)) && phrase::phrase(part).is_some() => words,
            _ => format!("({words})"),
        },
        _ => words,
    }
}

fn negated(inner: &Expression) -> String {
    match &inner.kind {
        Kind::Empty(field) => format!("{} is known", field.name),
        Kind::Compare(Term::Field(field), Comparison::Equal, right) => {
            format!("{} is not {}", field.name, with(right))
        }
        Kind::OneOf(left, members) => format!("{} is not {}", term(left), one_of(members)),
        Kind::Did(test) => match &test.kind {
            None if test.details.is_empty() && test.at_least == 1 => {
                format!("did nothing{}", time(test))
            }
            _ => format!("did not {}", did(test)),
        },
        _ => format!("not ({})", print(inner)),
    }
}

fn compared(left: &Term, comparison: Comparison, right: &Term) -> String {
    let name = term(left);
    match (left, comparison, right) {
        (Term::Domain(field), Comparison::Equal, right) => {
            format!("{} is at {}", field.name, with(right))
        }
        (Term::DaysSince(field), _, Term::Constant(days)) => {
            let days = match days {
                Constant::Number(number) if *number == 1_u32.into() => "1 day".to_owned(),
                days => format!("{} days", phrase::value(days)),
            };
            let name = &field.name;
            match comparison {
                Comparison::AtMost => format!("{name} is within {days}"),
                Comparison::More => format!("{name} is more than {days} ago"),
                Comparison::Less => format!("{name} is less than {days} ago"),
                Comparison::AtLeast => format!("{name} is at least {days} ago"),
                Comparison::Equal => format!("{name} is {days} ago"),
                Comparison::NotEqual => format!("{name} is not {days} ago"),
            }
        }
        (_, Comparison::AtLeast, Term::MonthsAgo(months)) => {
            format!("{name} is within {}", phrase::months_of(*months))
        }
        (_, Comparison::Less, Term::MonthsAgo(months)) => {
            format!("{name} is more than {} ago", phrase::months_of(*months))
        }
        _ => {
            let link = match (comparison, left.kind().is_date()) {
                (Comparison::Equal, true) => "is on",
                (Comparison::Equal, false) => "is",
                (Comparison::NotEqual, true) => "is known and not on",
                (Comparison::NotEqual, false) => "is known and not",
                (Comparison::Less, true) => "is before",
                (Comparison::Less, false) => "is less than",
                (Comparison::AtMost, true) => "is on or before",
                (Comparison::AtMost, false) => "is at most",
                (Comparison::More, true) => "is after",
                (Comparison::More, false) => "is more than",
                (Comparison::AtLeast, true) => "is on or after",
                (Comparison::AtLeast, false) => "is at least",
            };
            format!("{name} {link} {}", with(right))
        }
    }
}

fn with(right: &Term) -> String {
    match right {
        Term::Constant(constant) => phrase::value(constant),
        other => term(other),
    }
}

fn term(of: &Term) -> String {
    match of {
        Term::Constant(constant) => phrase::value(constant),
        Term::Field(field) | Term::Lower(field) => field.name.to_string(),
        Term::Today => "today".to_owned(),
        Term::MonthsAgo(months) => format!("{} ago", phrase::months_of(*months)),
        Term::DaysSince(field) => format!("days since {}", field.name),
        Term::Size(field) => format!("size of {}", field.name),
        Term::Domain(field) => format!("domain of {}", field.name),
        Term::Computed(computation) => {
            let side = |of: &Term| match of {
                Term::Computed(_) => format!("({})", term(of)),
                _ => term(of),
            };
            let (left, right) = (side(&computation.left), side(&computation.right));
            format!("{left} {} {right}", computation.operator.sign())
        }
    }
}

/// `DE, AT or CH`: as typed, so that a group keeps its name.
fn one_of(members: &Members) -> String {
    if members.shown().is_empty() {
        let values: Vec<String> = members.values().iter().map(phrase::value).collect();
        return or(&values);
    }
    or(members.shown())
}

fn or(words: &[String]) -> String {
    if words.len() > SHOWN {
        let more = words.len() - SHOWN;
        return format!("{} or {more} more", words[..SHOWN].join(", "));
    }
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

fn text_part(part: &Part) -> String {
    match part {
        Part::Contains(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| text.written().to_owned()).collect();
            format!("contains {}", or(&texts))
        }
        Part::StartsWith(text) => format!("starts with {}", text.written()),
        Part::EndsWith(text) => format!("ends with {}", text.written()),
        Part::Matches(pattern) => format!("matches {}", pattern.written()),
    }
}

fn did(test: &EventTest) -> String {
    let kind = test.kind.as_deref();
    let mut out = kind.unwrap_or("anything").to_owned();
    for detail in &test.details {
        let values: Vec<String> = detail
            .values
            .iter()
            .map(|value| value.written().to_owned())
            .collect();
        let not = if detail.not { "not " } else { "" };
        let is_main = kind.is_some_and(|kind| main_property(kind) == detail.about);
        let name = match detail.about {
            _ if is_main => "",
            About::Status => "status ",
            About::Campaign => "of campaign ",
            About::Asset => "asset ",
            About::Sort => "kind ",
            About::Url => "page ",
        };
        let _ = write!(out, " {name}{not}{}", or(&values));
    }
    if test.at_least > 1 {
        let _ = write!(out, " at least {} times", test.at_least);
    }
    out + &time(test)
}

fn time(test: &EventTest) -> String {
    match test.within {
        Some(period) => format!(" within {}", phrase::period_of(period)),
        None => String::new(),
    }
}
