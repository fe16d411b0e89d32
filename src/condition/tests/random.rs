//! Random conditions in CEL and random people.

use proptest::prelude::*;

use super::Person;
use crate::condition::{Decimal, Event, Value};

/// One clause.
fn clause() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]);
    let equality = prop::sample::select(vec!["==", "!="]);
    let number_field = prop::sample::select(vec![
        "P.budget.amount",
        "size(P.title)",
        "days_since(P.last_visit)",
        "P.employees + P.score",
    ]);
    let whole_field = prop::sample::select(vec!["P.score", "P.employees"]);
    let whole = prop::sample::select(vec!["0", "2", "50", "P.employees", "P.score + 1"]);
    let text_field = prop::sample::select(vec![
        "P.title",
        "P.company",
        "P.code",
        "lower(P.code)",
        "P.topics",
        "domain(P.email)",
    ]);
    let date_field = prop::sample::select(vec!["P.last_visit", "P.contract_end", "P.seen_at"]);
    let any_field = prop::sample::select(vec![
        "P.score",
        "P.title",
        "P.seen_at",
        "P.opted_in",
        "P.topics",
        "P.source",
    ]);
    let date = prop::sample::select(vec![
        "today",
        "date('2026-11-20')",
        "months_ago(2)",
        "P.contract_end",
    ]);
    let number = prop::sample::select(vec!["-3", "0", "2", "50", "7.25", "P.employees"]);
    let countries = prop::collection::vec(
        prop::sample::select(vec!["'DE'", "'AT'", "'NO'", "'FR'", "'US'"]),
        1..4,
    );
    let texts = prop::collection::vec(text(), 1..3);
    prop_oneof![
        (whole_field, sign.clone(), whole).prop_map(|(f, s, n)| format!("{f} {s} {n}")),
        (number_field, sign.clone(), number).prop_map(|(f, s, n)| format!("{f} {s} {n}")),
        (text_field.clone(), equality.clone(), text()).prop_map(|(f, s, t)| format!("{f} {s} {t}")),
        (date_field, sign, date).prop_map(|(f, s, d)| format!("{f} {s} {d}")),
        (countries, any::<bool>()).prop_map(|(c, not)| {
            let found = format!("P.person_country in [{}]", c.join(", "));
            if not {
                format!("(P.person_country == null || !({found}))")
            } else {
                found
            }
        }),
        (any_field, equality).prop_map(|(f, s)| format!("{f} {s} null")),
        (
            text_field.clone(),
            prop::sample::select(vec!["contains", "startsWith", "endsWith"]),
            text()
        )
            .prop_map(|(f, m, t)| format!("{f}.{m}({t})")),
        (text_field, texts).prop_map(|(f, t)| format!("contains_any({f}, [{}])", t.join(", "))),
        prop::sample::select(vec![
            "P.opted_in",
            "P.opted_in == false",
            "domain(P.email) == 'acme.example'",
            "did('webcast').status('Attended').within_months(3)",
            "did().within_days(20)",
            "did('visit').url('/pricing').at_least(2)",
            "did('email').not_kind('operational')",
            "did('form')",
            "days_since(P.last_visit) <= 30",
            "days_since(P.contract_end) > 1",
            "P.last_visit >= months_ago(1)",
            "P.seen_at < months_ago(12)",
            "P.employees >= 2 && P.employees <= 50",
            "true",
            "false",
            "P.title.matches('a+')",
            "P.source == 'Purchased List'",
            "P.company == 'known'",
            "P['review-every'] == 'at least 5'",
        ])
        .prop_map(str::to_owned),
    ]
}

/// A text in quotes, from words that are easily confused.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "a",
            "A",
            "vp",
            "not a",
            "known",
            "at least 2",
            "x, y",
            "[b]",
            "Ärger",
            "acme.example",
            "say \\\"a\\\"",
            "back\\\\slash",
            "#1",
            "a: b",
            "*",
            "null",
            "new\\nline",
            "it's",
        ])
        .prop_map(|text| format!("\"{text}\"")),
        "[a-cA-C ]{1,3}".prop_map(|text| format!("\"{text}\"")),
    ]
}

/// A condition.
pub(super) fn condition() -> impl Strategy<Value = String> {
    clause().prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|p| format!("({})", p.join(" && "))),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|p| format!("({})", p.join(" || "))),
            inner.clone().prop_map(|p| format!("!({p})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(c, a, b)| format!("({c} ? {a} : {b})")),
        ]
    })
}

fn choose<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(values.to_vec())
}

fn value(field: &'static str) -> BoxedStrategy<Value<'static>> {
    let number = |values: &[i32]| {
        choose(values)
            .prop_map(|n| Value::Number(Decimal::from(n)))
            .boxed()
    };
    let texts = |values: &'static [&'static str]| choose(values).prop_map(Value::text).boxed();
    match field {
        "score" => number(&[0, 2, 50, 999]),
        "employees" => number(&[0, 1, 2, 3, 50, 51]),
        "budget.amount" => choose(&["7.25", "-3", "0.000001", "50"])
            .prop_map(|n| Value::Number(n.parse().unwrap()))
            .boxed(),
        "last_visit" | "contract_end" => {
            choose(&["2026-11-20", "2026-11-22", "2026-09-22", "2027-01-01"])
                .prop_map(|d| Value::Date(d.parse().unwrap()))
                .boxed()
        }
        "seen_at" => choose(&[
            "2026-11-20T10:00:00",
            "2026-11-22T00:00:00",
            "2020-01-01T00:00:00",
        ])
        .prop_map(|d| Value::DateTime(d.parse().unwrap()))
        .boxed(),
        "opted_in" => any::<bool>().prop_map(Value::YesNo).boxed(),
        "person_country" => texts(&["DE", "de", "AT", "NO", "US"]),
        "source" => texts(&["Purchased List", "Web", "web"]),
        "email" => texts(&["a@acme.example", "A@ACME.EXAMPLE", "b@x.edu", "none"]),
        "topics" => {
            prop::collection::vec(choose(&["a", "vp", "AbC", ""]).prop_map(Value::text), 0..3)
                .prop_map(Value::List)
                .boxed()
        }
        _ => prop_oneof![
            choose(&[
                "a",
                "A",
                "VP",
                "Not a",
                "known",
                "x, y",
                "at least 2",
                "Ärger",
                "ÄRGER",
                "say \"a\"",
                "[b]",
                "aa bb"
            ])
            .prop_map(Value::text),
            "[a-cA-C ]{0,4}".prop_map(Value::text),
        ]
        .boxed(),
    }
}

fn event() -> impl Strategy<Value = Event> {
    let kinds = choose(&["webcast", "visit", "email", "form"]);
    let days = choose(&["2026-11-22", "2026-11-10", "2026-06-01", "2026-12-24"]);
    let maybe =
        |values: &'static [&'static str]| prop::option::of(choose(values).prop_map(str::to_owned));
    let urls = maybe(&["/pricing", "https://acme.example/pricing/x", "/about"]);
    (
        kinds,
        days,
        maybe(&["Attended", "attended", "No Show"]),
        maybe(&["operational", "news"]),
        urls,
    )
        .prop_map(|(kind, day, status, sort, url)| Event {
            status,
            sort,
            url,
            ..Event::new(kind, format!("{day}T12:00:00").parse().unwrap())
        })
}

/// A person; with `full`, one without empty fields.
pub(super) fn someone(full: bool) -> impl Strategy<Value = Person> {
    let fields = [
        "person_country",
        "company",
        "title",
        "email",
        "code",
        "source",
        "score",
        "employees",
        "budget.amount",
        "budget.spent",
        "last_visit",
        "contract_end",
        "seen_at",
        "opted_in",
        "topics",
        "review-every",
    ];
    let values: Vec<_> = fields
        .into_iter()
        .filter(|field| *field != "budget.spent")
        .map(|field| {
            let value = value(field).prop_filter("empty", move |value| !full || !value.is_empty());
            let value = match full {
                true => value.prop_map(Some).boxed(),
                false => prop::option::weighted(0.7, value).boxed(),
            };
            value.prop_map(move |value| (field, value))
        })
        .collect();
    (values, prop::collection::vec(event(), 0..4)).prop_map(|(values, events)| Person {
        values: values
            .into_iter()
            .filter_map(|(field, value)| Some((field.to_owned(), value?)))
            .collect(),
        events,
    })
}
