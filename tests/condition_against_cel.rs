//! The evaluator against the `cel` crate: random conditions of the shared fragment on random
//! records give the same answer, as typed and as printed again.
//!
//! Where the two differ on purpose, nothing is generated:
//! * Empty fields. There, a comparison with null is an error or, for `!=`, true; here it is false.
//!   So every record is full; comparing full fields with null is generated.
//! * Case. There, text keeps its case; here it is ignored unless the field says otherwise. So texts
//!   are lower case, except in the field where case counts.
//! * Mixed numbers. There, whole numbers and fractions are not added to each other and fractions are
//!   floats; here all numbers are exact. So fractions are quarters, which floats hold exactly.
//! * Dates. There, `date(..)` is no function; the test gives it dates as text in year-month-day
//!   order, which compare as dates do.
//! * Events, `P["..."]`, fields as lists on the left of `==`: not part of both.

// What serves a test may fail as the test itself does.
#![allow(clippy::unwrap_used)]

use std::collections::HashMap;
use std::sync::Arc;

use campaignlint::condition::{
    Decimal, FieldTable, FieldType, Fields, Record, Value, from_cel_text,
};
use cel::{Context, Program};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 22);

fn fields() -> FieldTable {
    FieldTable::new()
        .with("country", FieldType::choice(["de", "at", "no", "us"]))
        .with("title", FieldType::TEXT)
        .with("company", FieldType::TEXT)
        .with("code", FieldType::Text { exact: true })
        .with("email", FieldType::TEXT)
        .with("score", FieldType::WHOLE)
        .with("employees", FieldType::WHOLE)
        .with("budget.amount", FieldType::Number)
        .with("budget.spent", FieldType::Number)
        .with("start", FieldType::Date)
        .with("end", FieldType::Date)
        .with("opted_in", FieldType::YesNo)
        .with("active", FieldType::YesNo)
        .with("topics", FieldType::list(FieldType::TEXT))
}

/// A record with the value of every field.
#[derive(Clone, Debug)]
struct Full {
    texts: [String; 5],
    whole: [i32; 2],
    quarters: [i32; 2],
    dates: [Date; 2],
    yes: [bool; 2],
    topics: Vec<String>,
}

const TEXTS: [&str; 5] = ["country", "title", "company", "code", "email"];

fn quarter(number: i32) -> Decimal {
    Decimal::from_millionths(i128::from(number) * 250_000).unwrap()
}

impl Record for Full {
    fn value(&self, field: &str) -> Value<'_> {
        if let Some(at) = TEXTS.iter().position(|name| *name == field) {
            return Value::text(&*self.texts[at]);
        }
        match field {
            "score" => Value::Number(self.whole[0].into()),
            "employees" => Value::Number(self.whole[1].into()),
            "budget.amount" => Value::Number(quarter(self.quarters[0])),
            "budget.spent" => Value::Number(quarter(self.quarters[1])),
            "start" => Value::Date(self.dates[0]),
            "end" => Value::Date(self.dates[1]),
            "opted_in" => Value::YesNo(self.yes[0]),
            "active" => Value::YesNo(self.yes[1]),
            "topics" => Value::List(
                self.topics
                    .iter()
                    .map(|topic| Value::text(&**topic))
                    .collect(),
            ),
            _ => panic!("there is no field {field}"),
        }
    }
}

impl Full {
    /// The same record as the other evaluator sees it.
    fn context(&self) -> Context<'static, 'static> {
        let mut record: HashMap<String, cel::Value> = HashMap::new();
        for (name, text) in TEXTS.iter().zip(&self.texts) {
            record.insert((*name).to_owned(), text.clone().into());
        }
        record.insert("score".into(), cel::Value::Int(self.whole[0].into()));
        record.insert("employees".into(), cel::Value::Int(self.whole[1].into()));
        let budget: HashMap<String, cel::Value> = [("amount", 0), ("spent", 1)]
            .map(|(name, at)| {
                (
                    name.to_owned(),
                    cel::Value::Float(f64::from(self.quarters[at]) / 4.0),
                )
            })
            .into();
        record.insert("budget".into(), budget.into());
        record.insert("start".into(), self.dates[0].to_string().into());
        record.insert("end".into(), self.dates[1].to_string().into());
        record.insert("opted_in".into(), cel::Value::Bool(self.yes[0]));
        record.insert("active".into(), cel::Value::Bool(self.yes[1]));
        record.insert("topics".into(), self.topics.clone().into());
        let mut context = Context::default();
        context.add_variable_from_value("P", record);
        context.add_variable_from_value("today", TODAY.to_string());
        let mut add = || {
            context.add_function("date", |text: Arc<String>| text)?;
            context.add_function("lower", |text: Arc<String>| Arc::new(text.to_lowercase()))?;
            context.add_function("domain", |text: Arc<String>| {
                Arc::new(text.rsplit('@').next().unwrap_or_default().to_owned())
            })?;
            context.add_function("days_since", |text: Arc<String>| {
                let from: Date = text.parse().unwrap();
                i64::from(from.until(TODAY).unwrap().get_days())
            })?;
            context.add_function("months_ago", |months: i64| {
                Arc::new(
                    TODAY
                        .saturating_sub(jiff::Span::new().months(months))
                        .to_string(),
                )
            })?;
            context.add_function(
                "contains_any",
                |text: Arc<String>, wanted: Arc<Vec<cel::Value>>| {
                    wanted.iter().any(|each| match each {
                        cel::Value::String(each) => text.contains(each.as_str()),
                        _ => false,
                    })
                },
            )
        };
        add().unwrap();
        context
    }
}

/// Reading takes the other evaluator much longer than answering.
fn for_the_other(text: &str) -> Program {
    Program::compile(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn by_the_other(program: &Program, record: &Full, text: &str) -> bool {
    match program.execute(&record.context()) {
        Ok(cel::Value::Bool(answer)) => answer,
        other => panic!("{text}: {other:?}"),
    }
}

fn pick(values: &'static [&'static str]) -> impl Strategy<Value = String> + Clone {
    prop::sample::select(values).prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        pick(&[
            "a",
            "vp",
            "vp sales",
            "ärger",
            "b@c.de",
            "say \"a\"",
            "x\\y",
            "日本"
        ]),
        "[a-c ]{1,4}"
    ]
}

fn quoted() -> impl Strategy<Value = String> + Clone {
    text().prop_map(|text| format!("{text:?}").replace("\\'", "'"))
}

fn clause() -> impl Strategy<Value = String> {
    let order = pick(&["==", "!=", "<", "<=", ">", ">="]);
    let equality = pick(&["==", "!="]);
    let whole = prop_oneof![
        pick(&[
            "P.score",
            "P.employees",
            "size(P.title)",
            "size(P.topics)",
            "P.title.size()"
        ]),
        pick(&[
            "days_since(P.start)",
            "P.score + P.employees",
            "P.score * 2 - P.employees",
            "-P.score"
        ]),
        (-5..60_i32).prop_map(|number| number.to_string()),
    ];
    let field = pick(&[
        "P.score",
        "P.employees",
        "days_since(P.end)",
        "P.employees - P.score",
    ]);
    let amount = prop_oneof![
        pick(&[
            "P.budget.amount",
            "P.budget.spent",
            "P.budget.amount + P.budget.spent",
            "0.25 * 2.0 + P.budget.spent"
        ]),
        (-9..9_i32).prop_map(|number| format!("{number}.5")),
    ];
    let date = prop_oneof![
        pick(&["P.start", "P.end", "today", "months_ago(2)"]),
        pick(&["date(\"2026-11-20\")", "\"2026-12-01\""]),
    ];
    let string = pick(&[
        "P.title",
        "P.company",
        "P.email",
        "lower(P.title)",
        "domain(P.email)",
    ]);
    let codes = prop_oneof![
        Just("\"Ab\"".to_owned()),
        Just("\"ab\"".to_owned()),
        Just("P.code".to_owned())
    ];
    let list = |item: BoxedStrategy<String>| {
        prop::collection::vec(item, 1..5).prop_map(|items| format!("[{}]", items.join(", ")))
    };
    let country = pick(&["\"de\"", "\"at\"", "\"no\"", "\"us\""]);
    prop_oneof![
        (field.clone(), order.clone(), whole.clone()).prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (whole, order.clone(), field).prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (
            pick(&["P.budget.amount", "P.budget.spent"]),
            order.clone(),
            amount
        )
            .prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (pick(&["P.start", "P.end"]), order, date).prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (
            string.clone(),
            equality.clone(),
            prop_oneof![quoted(), Just("P.company".to_owned())]
        )
            .prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (Just("P.code"), equality.clone(), codes).prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (country.clone(), equality.clone()).prop_map(|(c, s)| format!("P.country {s} {c}")),
        list(country.boxed()).prop_map(|list| format!("P.country in {list}")),
        (string.clone(), list(quoted().boxed())).prop_map(|(a, list)| format!("{a} in {list}")),
        (
            pick(&["P.score", "P.employees"]),
            list((0..60_i32).prop_map(|n| n.to_string()).boxed())
        )
            .prop_map(|(a, list)| format!("{a} in {list}")),
        (
            string.clone(),
            pick(&["contains", "startsWith", "endsWith"]),
            quoted()
        )
            .prop_map(|(a, f, t)| format!("{a}.{f}({t})")),
        (string.clone(), list(quoted().boxed()))
            .prop_map(|(a, list)| format!("contains_any({a}, {list})")),
        (string, pick(&["^a", "[b-c]+$", "vp|x", "ä."]))
            .prop_map(|(a, p)| format!("{a}.matches(\"{p}\")")),
        (quoted()).prop_map(|text| format!("{text} in P.topics")),
        (
            pick(&["P.title", "P.score", "P.opted_in", "P.start", "P.topics"]),
            equality.clone()
        )
            .prop_map(|(f, s)| format!("{f} {s} null")),
        (
            pick(&["P.opted_in", "P.active"]),
            equality,
            pick(&["true", "false", "P.active"])
        )
            .prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        pick(&["P.opted_in", "P.active", "true", "false", "has(P.title)"]),
    ]
}

fn condition() -> impl Strategy<Value = String> {
    clause().prop_recursive(5, 32, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..5);
        prop_oneof![
            several
                .clone()
                .prop_map(|parts| format!("({})", parts.join(" && "))),
            several
                .clone()
                .prop_map(|parts| format!("({})", parts.join(" || "))),
            // Without brackets, so that precedence is compared too.
            several.prop_map(|parts| format!("({} || {})", parts.join(" && "), parts[0])),
            inner.clone().prop_map(|part| format!("!({part})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
        ]
    })
}

fn full() -> impl Strategy<Value = Full> {
    let day = prop::sample::select(vec![
        date(2026, 11, 20),
        date(2026, 11, 22),
        date(2026, 9, 22),
        date(2026, 12, 1),
        date(2024, 2, 29),
    ]);
    let texts = (
        pick(&["de", "at", "no", "us"]),
        text(),
        text(),
        pick(&["Ab", "ab", "AB"]),
        pick(&["a@b.de", "vp@acme.example", "x@b@c.de"]),
    );
    (
        texts,
        [0..60_i32, 0..60_i32],
        [-40..40_i32, -40..40_i32],
        [day.clone(), day],
        any::<[bool; 2]>(),
        prop::collection::vec(text(), 1..4),
    )
        .prop_map(
            |((a, b, c, d, e), whole, quarters, dates, yes, topics)| Full {
                texts: [a, b, c, d, e],
                whole,
                quarters,
                dates,
                yes,
                topics,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn both_evaluators_give_the_same_answer(
        text in condition(),
        records in prop::collection::vec(full(), 4),
    ) {
        let ours = from_cel_text(&text, &fields())
            .unwrap_or_else(|problems| panic!("{text}: {problems:#?}"));
        let printed = ours.cel();
        let (theirs, theirs_printed) = (for_the_other(&text), for_the_other(&printed));
        for record in records {
            let answer = ours.holds(&record, TODAY).unwrap();
            prop_assert_eq!(answer, by_the_other(&theirs, &record, &text), "{}", text);
            let printed_answer = by_the_other(&theirs_printed, &record, &printed);
            prop_assert_eq!(answer, printed_answer, "{} printed as {}", text, printed);
        }
    }
}

#[test]
fn the_fields_of_the_records_are_those_declared() {
    let names = fields().names();
    assert_eq!(names.len(), TEXTS.len() + 9);
}
