//! The CEL of a condition. Reading it again gives the same tree.

use std::fmt::Write;

use super::super::expression::{About, Comparison, EventTest, Expression, Kind, Part, Period};
use super::super::field::ValueKind;
use super::super::term::{Constant, Field, Term};

/// The CEL of an expression.
pub(crate) fn print(expression: &Expression) -> String {
    let mut out = String::new();
    condition(&mut out, expression);
    out
}

fn condition(out: &mut String, expression: &Expression) {
    match &expression.kind {
        Kind::Always(value) => out.push_str(if *value { "true" } else { "false" }),
        Kind::All(parts) => {
            for (number, part) in parts.iter().enumerate() {
                out.push_str(if number > 0 { " && " } else { "" });
                match &part.kind {
                    Kind::Any(_) => bracketed(out, part),
                    Kind::Empty(field) if needs_two(field) => bracketed(out, part),
                    _ => condition(out, part),
                }
            }
        }
        Kind::Any(parts) => {
            for (number, part) in parts.iter().enumerate() {
                out.push_str(if number > 0 { " || " } else { "" });
                match &part.kind {
                    Kind::All(_) => bracketed(out, part),
                    Kind::Not(inner) if is_two(inner) => bracketed(out, part),
                    // `x == null || !(x in [..])`: what follows is true of "" anyway.
                    Kind::Empty(f) if parts.get(number + 1).is_some_and(|p| denies(p, f)) => {
                        field(out, f);
                        out.push_str(" == null");
                    }
                    _ => condition(out, part),
                }
            }
        }
        Kind::Not(inner) => match &inner.kind {
            Kind::Empty(inner) => emptiness(out, inner, "!=", " && "),
            // A call needs no brackets behind `!`.
            Kind::Part(..) | Kind::Did(_) => {
                out.push('!');
                condition(out, inner);
            }
            _ => {
                out.push('!');
                bracketed(out, inner);
            }
        },
        Kind::Empty(inner) => emptiness(out, inner, "==", " || "),
        Kind::Compare(Term::Field(list), Comparison::Equal, Term::Constant(value))
            if list.is_list =>
        {
            constant(out, value);
            out.push_str(" in ");
            field(out, list);
        }
        Kind::Compare(left, comparison, right) => {
            term(out, left);
            let _ = write!(out, " {} ", comparison.sign());
            term(out, right);
        }
        Kind::OneOf(left, members) => {
            term(out, left);
            out.push_str(" in ");
            list(out, members.values(), constant);
        }
        Kind::Part(subject, part) => part_of(out, subject, part),
        Kind::Did(test) => did(out, test),
    }
}

fn bracketed(out: &mut String, expression: &Expression) {
    out.push('(');
    condition(out, expression);
    out.push(')');
}

/// Whether emptiness is said twice, for null and for `""`.
fn needs_two(field: &Field) -> bool {
    field.kind == ValueKind::Text && !field.is_list
}

fn is_two(expression: &Expression) -> bool {
    matches!(&expression.kind, Kind::Empty(field) if needs_two(field))
}

/// Whether the expression is true of an empty field anyway.
pub(super) fn denies(expression: &Expression, field: &Field) -> bool {
    let Kind::Not(inner) = &expression.kind else {
        return false;
    };
    match &inner.kind {
        Kind::Compare(Term::Field(of), _, Term::Constant(_)) | Kind::OneOf(Term::Field(of), _) => {
            of == field
        }
        _ => false,
    }
}

fn emptiness(out: &mut String, of: &Field, sign: &str, link: &str) {
    field(out, of);
    let _ = write!(out, " {sign} null");
    if needs_two(of) {
        out.push_str(link);
        field(out, of);
        let _ = write!(out, " {sign} \"\"");
    }
}

fn part_of(out: &mut String, subject: &Term, part: &Part) {
    let text = |out: &mut String, name: &str, text: &str| {
        term(out, subject);
        let _ = write!(out, ".{name}(");
        quoted(out, text);
        out.push(')');
    };
    match part {
        Part::Contains(wanted) => match wanted.as_slice() {
            [only] => text(out, "contains", only.written()),
            several => {
                out.push_str("contains_any(");
                term(out, subject);
                out.push_str(", ");
                list(out, several, |out, each| quoted(out, each.written()));
                out.push(')');
            }
        },
        Part::StartsWith(wanted) => text(out, "startsWith", wanted.written()),
        Part::EndsWith(wanted) => text(out, "endsWith", wanted.written()),
        Part::Matches(pattern) => text(out, "matches", pattern.written()),
    }
}

fn did(out: &mut String, test: &EventTest) {
    out.push_str("did(");
    if let Some(kind) = &test.kind {
        quoted(out, kind);
    }
    out.push(')');
    for detail in &test.details {
        let not = if detail.not { "not_" } else { "" };
        let _ = write!(out, ".{not}{}(", method(detail.about));
        for (number, value) in detail.values.iter().enumerate() {
            out.push_str(if number > 0 { ", " } else { "" });
            quoted(out, value.written());
        }
        out.push(')');
    }
    match test.within {
        None => {}
        Some(Period::Days(days)) => {
            let _ = write!(out, ".within_days({days})");
        }
        Some(Period::Months(months)) => {
            let _ = write!(out, ".within_months({months})");
        }
    }
    if test.at_least > 1 {
        let _ = write!(out, ".at_least({})", test.at_least);
    }
}

/// The name of a property of an event, in CEL and in words.
pub(crate) fn method(about: About) -> &'static str {
    match about {
        About::Status => "status",
        About::Campaign => "campaign",
        About::Asset => "asset",
        About::Sort => "kind",
        About::Url => "url",
    }
}

fn term(out: &mut String, of: &Term) {
    let call = |out: &mut String, name: &str, of: &Field| {
        let _ = write!(out, "{name}(");
        field(out, of);
        out.push(')');
    };
    match of {
        Term::Constant(value) => constant(out, value),
        Term::Field(of) => field(out, of),
        Term::Today => out.push_str("today"),
        Term::MonthsAgo(months) => {
            let _ = write!(out, "months_ago({months})");
        }
        Term::DaysSince(of) => call(out, "days_since", of),
        Term::Size(of) => call(out, "size", of),
        Term::Domain(of) => call(out, "domain", of),
        Term::Lower(of) => call(out, "lower", of),
        Term::Computed(computation) => {
            operand(out, &computation.left);
            let _ = write!(out, " {} ", computation.operator.sign());
            operand(out, &computation.right);
        }
    }
}

fn operand(out: &mut String, of: &Term) {
    match of {
        Term::Computed(_) => {
            out.push('(');
            term(out, of);
            out.push(')');
        }
        _ => term(out, of),
    }
}

fn field(out: &mut String, field: &Field) {
    out.push('P');
    for part in field.name.split('.') {
        if is_identifier(part) {
            out.push('.');
            out.push_str(part);
        } else {
            out.push('[');
            quoted(out, part);
            out.push(']');
        }
    }
}

fn is_identifier(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes
        .next()
        .is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn constant(out: &mut String, value: &Constant) {
    let _ = match value {
        Constant::Text(text) => {
            quoted(out, text.written());
            return;
        }
        Constant::Number(number) => write!(out, "{number}"),
        Constant::Date(date) => write!(out, "date(\"{date}\")"),
        Constant::DateTime(at) => write!(out, "datetime(\"{at}\")"),
        Constant::YesNo(yes) => write!(out, "{yes}"),
    };
}

fn list<T>(out: &mut String, items: &[T], print: fn(&mut String, &T)) {
    out.push('[');
    for (number, item) in items.iter().enumerate() {
        out.push_str(if number > 0 { ", " } else { "" });
        print(out, item);
    }
    out.push(']');
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 || (0x7f..0xa0).contains(&(c as u32)) => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
