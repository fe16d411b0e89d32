//! How long conditions take to read and to ask. Simulation asks each condition of millions of
//! people, so a clause should stay below 50 ns.

use campaignlint::condition::{
    Condition, Decimal, FieldTable, FieldType, Record, Value, from_words,
};
use campaignlint::syntax::Tree;
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

fn main() {
    divan::main();
}

const TODAY: Date = date(2026, 11, 22);

fn fields() -> FieldTable {
    FieldTable::new()
        .with("country", FieldType::choice(COUNTRIES.split(' ')))
        .with("title", FieldType::TEXT)
        .with("email", FieldType::TEXT)
        .with("score", FieldType::WHOLE)
        .with("last_visit", FieldType::Date)
        .with("opted_in", FieldType::YesNo)
        .with("company", FieldType::TEXT)
        .with_group("country", "emea", COUNTRIES.split(' '))
}

const COUNTRIES: &str = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL \
                         NO PL PT RO SE SI SK TR AE SA IL EG ZA NG KE";

/// A row of an export: values by position.
struct Row([Value<'static>; 7]);

impl Record for Row {
    fn value(&self, _: &str) -> Value<'_> {
        Value::Empty
    }

    fn value_at(&self, position: u32, _: &str) -> Value<'_> {
        match &self.0[position as usize] {
            Value::Text(text) => Value::text(&**text),
            other => other.clone(),
        }
    }
}

fn row() -> Row {
    Row([
        Value::text("de"),
        Value::text("Senior Director, Platform Engineering"),
        Value::text("someone@acme.example"),
        Value::Number(Decimal::from(120)),
        Value::Date(date(2026, 11, 3)),
        Value::YesNo(true),
        Value::text("Acme GmbH"),
    ])
}

fn read(text: &str) -> Condition {
    let tree = Tree::parse(text.to_owned());
    let root = tree.documents().next().expect("a document");
    let (condition, problems) = from_words(root, &fields());
    assert!(problems.is_empty(), "{problems:?}");
    condition.expect("a condition")
}

const CLAUSES: [&str; 9] = [
    "score: at least 100",
    "country: [FR, AT, DE]",
    "country: emea",
    "company: known",
    "last_visit: within 30 days",
    "last_visit: within 12 months",
    "title: contains any of [VP, Director]",
    "email: at acme.example",
    "company: not [Test, Student]",
];

#[divan::bench(args = CLAUSES)]
fn ask_one_clause(bencher: Bencher, text: &str) {
    let (condition, row) = (read(text), row());
    bencher.bench_local(|| black_box(&condition).holds(black_box(&row), TODAY));
}

const AUDIENCE: &str = "who:\n  country: emea\n  title: contains any of [VP, Director]\n  any:\n    - score: at least 500\n    - last_visit: within 30 days\n  opted_in: yes\nnot:\n  - company: contains any of [student, test]\n  - email: ends with .edu\n";

/// Eight clauses, seven of which are asked.
#[divan::bench]
fn ask_an_audience(bencher: Bencher) {
    let (condition, row) = (read(AUDIENCE), row());
    bencher.bench_local(|| black_box(&condition).holds(black_box(&row), TODAY));
}

#[divan::bench]
fn read_an_audience(bencher: Bencher) {
    let fields = fields();
    let tree = Tree::parse(AUDIENCE.to_owned());
    let root = tree.documents().next().expect("a document");
    bencher.bench_local(|| from_words(black_box(root), &fields));
}

#[divan::bench]
fn print_an_audience_as_cel(bencher: Bencher) {
    let condition = read(AUDIENCE);
    bencher.bench_local(|| black_box(&condition).cel());
}
