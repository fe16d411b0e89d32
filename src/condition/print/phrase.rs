//! A condition as the YAML somebody would type. Reading it again asks the same.

use std::fmt::Write;

use super::super::expression::{
    About, Comparison, EventTest, Expression, Kind, Members, Part, Period,
};
use super::super::field::ValueKind;
use super::super::term::{Constant, Field, Term};
use super::super::words::did::main_property;
use super::cel;

/// A value as a person types it.
pub(crate) fn value(constant: &Constant) -> String {
    match constant {
        Constant::Text(text) => text.written().to_owned(),
        Constant::Number(number) => number.to_string(),
        Constant::Date(date) => date.to_string(),
        Constant::DateTime(at) if at.second() == 0 => at.strftime("%Y-%m-%d %H:%M").to_string(),
        Constant::DateTime(at) => at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        Constant::YesNo(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
    }
}

/// Whether a text can be typed as a value: the spaces around values do not count.
fn is_typed(constant: &Constant) -> bool {
    match constant {
        Constant::Text(text) => text.written().trim() == text.written(),
        _ => true,
    }
}

/// A field and what the clause says of it, as YAML; `None` where no phrase says it.
pub(crate) fn phrase(expression: &Expression) -> Option<(&str, String)> {
    match &expression.kind {
        Kind::Empty(field) => Some((&field.name, "empty".to_owned())),
        Kind::Not(inner) => match &inner.kind {
            Kind::Empty(field) => Some((&field.name, "known".to_owned())),
            _ => denied(inner),
        },
        Kind::Any(parts) => match parts.as_slice() {
            [empty, not] => match &empty.kind {
                Kind::Empty(field) if cel::denies(not, field) => phrase(not),
                _ => None,
            },
            _ => None,
        },
        Kind::Compare(left, comparison, right) => compared(left, *comparison, right),
        Kind::OneOf(Term::Field(field), members) => {
            let is_typed = members.values().iter().all(is_typed);
            is_typed.then(|| (&*field.name, list(members)))
        }
        Kind::Part(Term::Field(field), part) => Some((&field.name, text_part(part)?)),
        Kind::All(parts) => match parts.as_slice() {
            [from, to] => range(from, to),
            _ => None,
        },
        _ => None,
    }
}

/// `not X`, which takes empty fields as the negation does.
fn denied(inner: &Expression) -> Option<(&str, String)> {
    let (field, values) = match &inner.kind {
        Kind::Compare(Term::Field(field), Comparison::Equal, Term::Constant(value)) => {
            (field, vec![value])
        }
        Kind::OneOf(Term::Field(field), members) => (field, members.values().iter().collect()),
        _ => return None,
    };
    if !values.iter().all(|each| is_typed(each)) {
        return None;
    }
    let items: Vec<String> = values
        .into_iter()
        .map(|each| quoted(&value(each)))
        .collect();
    Some((&field.name, format!("{{ not: [{}] }}", items.join(", "))))
}

fn list(members: &Members) -> String {
    let items: Vec<String> = members
        .values()
        .iter()
        .map(|each| item(&value(each)))
        .collect();
    format!("[{}]", items.join(", "))
}

fn compared<'e>(left: &'e Term, comparison: Comparison, right: &Term) -> Option<(&'e str, String)> {
    let field = left.field()?;
    let words = match (left, comparison, right) {
        (Term::Domain(_), Comparison::Equal, Term::Constant(domain)) => {
            let domain = value(domain);
            let is_domain = domain.contains('.')
                && domain
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
                && !domain.starts_with('.')
                && !domain.ends_with('.');
            if !is_domain {
                return None;
            }
            format!("at {domain}")
        }
        (Term::DaysSince(_), _, Term::Constant(Constant::Number(days))) => {
            let days = u32::try_from(days.millionths() / 1_000_000)
                .ok()
                .filter(|_| days.is_whole())?;
            if days > super::super::words::did::MOST_DAYS {
                return None;
            }
            match comparison {
                Comparison::AtMost => format!("within {}", days_of(days)),
                Comparison::More => format!("more than {} ago", days_of(days)),
                _ => return None,
            }
        }
        (Term::Field(_), Comparison::AtLeast, Term::MonthsAgo(months)) => {
            format!("within {}", months_of(*months))
        }
        (Term::Field(_), Comparison::Less, Term::MonthsAgo(months)) => {
            format!("more than {} ago", months_of(*months))
        }
        (Term::Field(_), Comparison::Equal, Term::Constant(Constant::Text(text))) => {
            if text.written().trim() != text.written() {
                return None;
            }
            // A list holds values only, so that nothing in it is read as a phrase.
            match item(text.written()) {
                plain if !plain.starts_with('"') && is_no_phrase(&plain) => plain,
                text => format!("[{text}]"),
            }
        }
        (Term::Field(_), Comparison::Equal, Term::Constant(constant)) => match constant.kind() {
            ValueKind::Date | ValueKind::DateTime => format!("on {}", value(constant)),
            _ => value(constant),
        },
        (Term::Field(field), _, right) => {
            let with = match right {
                Term::Constant(constant) => value(constant),
                Term::Today => "today".to_owned(),
                _ => return None,
            };
            let head = match (comparison, field.kind.is_date()) {
                (Comparison::Equal, true) => "on",
                (Comparison::Less, true) => "before",
                (Comparison::More, true) => "after",
                (Comparison::AtLeast, false) => "at least",
                (Comparison::More, false) => "more than",
                (Comparison::AtMost, false) => "at most",
                (Comparison::Less, false) => "less than",
                _ => return None,
            };
            format!("{head} {with}")
        }
        _ => return None,
    };
    Some((&field.name, words))
}

pub(super) fn days_of(days: u32) -> String {
    format!("{days} {}", if days == 1 { "day" } else { "days" })
}

pub(super) fn months_of(months: u32) -> String {
    format!("{months} {}", if months == 1 { "month" } else { "months" })
}

/// Both ends of `200 to 999`.
pub(super) fn ends<'e>(
    from: &'e Expression,
    to: &'e Expression,
) -> Option<(&'e Field, &'e Constant, &'e Constant)> {
    match (&from.kind, &to.kind) {
        (
            Kind::Compare(Term::Field(field), Comparison::AtLeast, Term::Constant(first)),
            Kind::Compare(Term::Field(same), Comparison::AtMost, Term::Constant(last)),
        ) if field == same && !field.is_list => {
            let in_order = match (first, last) {
                (Constant::Number(first), Constant::Number(last)) => first <= last,
                (Constant::Date(first), Constant::Date(last)) => first <= last,
                (Constant::DateTime(first), Constant::DateTime(last)) => first <= last,
                _ => false,
            };
            in_order.then_some((field, first, last))
        }
        _ => None,
    }
}

fn range<'e>(from: &'e Expression, to: &'e Expression) -> Option<(&'e str, String)> {
    let (field, first, last) = ends(from, to)?;
    Some((&field.name, format!("{} to {}", value(first), value(last))))
}

fn text_part(part: &Part) -> Option<String> {
    let (head, texts) = match part {
        Part::Contains(texts) => ("contains any of", texts.as_slice()),
        Part::StartsWith(text) => ("starts with", std::slice::from_ref(text)),
        Part::EndsWith(text) => ("ends with", std::slice::from_ref(text)),
        Part::Matches(_) => return None,
    };
    if texts
        .iter()
        .any(|text| text.written().trim() != text.written())
    {
        return None;
    }
    let texts: Vec<String> = texts.iter().map(|text| quoted(text.written())).collect();
    Some(format!("{{ {head}: [{}] }}", texts.join(", ")))
}

/// The condition as a mapping in one line.
pub(crate) fn mapping(expression: &Expression) -> String {
    let parts = match &expression.kind {
        Kind::All(parts) => parts.as_slice(),
        _ => std::slice::from_ref(expression),
    };
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut left = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        at += 1;
        let entry = match parts.get(at).and_then(|next| range(part, next)) {
            Some((field, words)) if !has(&entries, field) => {
                at += 1;
                Some((field.to_owned(), words))
            }
            _ => entry(part),
        };
        match entry {
            Some((key, words)) if !has(&entries, &key) => entries.push((key, words)),
            _ => left.push(part.clone()),
        }
    }
    if !left.is_empty() {
        let rest = super::super::expression::all(left, expression.span);
        entries.push(("cel".to_owned(), quoted(&cel::print(&rest))));
    }
    let entries: Vec<String> = entries
        .into_iter()
        .map(|(key, words)| format!("{}: {words}", item(&key)))
        .collect();
    format!("{{ {} }}", entries.join(", "))
}

fn has(entries: &[(String, String)], key: &str) -> bool {
    entries.iter().any(|(known, _)| known == key)
}

fn entry(part: &Expression) -> Option<(String, String)> {
    if let Some((field, words)) = phrase(part) {
        let is_key = super::super::words::KEYS.contains(&field);
        return (!is_key).then(|| (field.to_owned(), words));
    }
    let listed = |parts: &[Expression]| {
        let parts: Vec<String> = parts.iter().map(mapping).collect();
        format!("[ {} ]", parts.join(", "))
    };
    match &part.kind {
        Kind::Any(parts) => Some(("any".to_owned(), listed(parts))),
        Kind::Not(inner) => match &inner.kind {
            Kind::Did(test) => match (&test.kind, test.within, test.at_least) {
                (None, Some(period), 1) if test.details.is_empty() => Some((
                    "did".to_owned(),
                    format!("{{ nothing: {} }}", period_of(period)),
                )),
                _ => Some(("not".to_owned(), listed(std::slice::from_ref(inner)))),
            },
            Kind::Any(parts) => Some(("not".to_owned(), listed(parts))),
            _ => Some(("not".to_owned(), listed(std::slice::from_ref(inner)))),
        },
        Kind::Did(test) => Some(("did".to_owned(), did(test)?)),
        _ => None,
    }
}

pub(super) fn period_of(period: Period) -> String {
    match period {
        Period::Days(days) => days_of(days),
        Period::Months(months) => months_of(months),
    }
}

fn did(test: &EventTest) -> Option<String> {
    let kind = test.kind.as_deref()?;
    let main = main_property(kind);
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut details = test.details.as_slice();
    let words = |not: bool, values: &[super::super::text::Text]| {
        let items: Vec<String> = values.iter().map(|value| item(value.written())).collect();
        match not {
            false => format!("[{}]", items.join(", ")),
            true => quoted(&format!("not [{}]", items.join(", ").replace('"', "'"))),
        }
    };
    match details.split_first() {
        Some((first, rest)) if first.about == main => {
            entries.push((kind.to_owned(), words(first.not, &first.values)));
            details = rest;
        }
        _ => entries.push((kind.to_owned(), "any".to_owned())),
    }
    for detail in details {
        let awkward = |value: &super::super::text::Text| {
            value
                .written()
                .contains(['\'', '"', '\\', '[', ']', ',', '\n'])
        };
        let key = cel::method(detail.about);
        if has(&entries, key) || detail.not && detail.values.iter().any(awkward) {
            return None;
        }
        entries.push((key.to_owned(), words(detail.not, &detail.values)));
    }
    if test.details.first().is_some_and(|first| {
        first.about == About::Status
            && first.about == main
            && first.not
            && first
                .values
                .iter()
                .any(|value| value.written().contains(['\'', '"', ',', '[', ']']))
    }) {
        return None;
    }
    if let Some(period) = test.within {
        entries.push(("within".to_owned(), period_of(period)));
    }
    if test.at_least > 1 {
        entries.push(("times".to_owned(), format!("at least {}", test.at_least)));
    }
    let entries: Vec<String> = entries
        .into_iter()
        .map(|(key, words)| format!("{}: {words}", item(&key)))
        .collect();
    Some(format!("{{ {} }}", entries.join(", ")))
}

/// Whether a plain word is a value wherever it stands.
fn is_no_phrase(word: &str) -> bool {
    !word.contains(' ')
        && strsim::osa_distance(word, "known") > 1
        && strsim::osa_distance(word, "empty") > 1
}

/// A text as an item of a YAML list: plain where that is safe.
fn item(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.' | '/' | '@');
    let safe = text.starts_with(char::is_alphanumeric)
        && text.ends_with(|c: char| c.is_alphanumeric())
        && text.chars().all(plain)
        && !matches!(text, "null" | "Null" | "NULL");
    match safe {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// A YAML text in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
