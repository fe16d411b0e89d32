//! `docs/conditions.md` is what the program does: its tables and examples are run.

// What serves a test may fail as the test itself does.
#![allow(clippy::unwrap_used)]

use campaignlint::condition::{
    Condition, EventType, FieldTable, FieldType, MAX_CEL_BYTES, MAX_CLAUSES, MAX_DEPTH,
    MAX_NESTING, MAX_STEPS, Record, Value, from_cel_text, from_words,
};
use campaignlint::syntax::Tree;
use jiff::civil::date;

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/conditions.md");
    std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

fn fields() -> FieldTable {
    let webcast = EventType {
        statuses: ["Registered", "No Show", "Attended", "Attended On-demand"]
            .map(str::to_owned)
            .into(),
        groups: vec![(
            "success".to_owned(),
            vec!["Attended".to_owned(), "Attended On-demand".to_owned()],
        )],
    };
    FieldTable::of_person()
        .with(
            "person_country",
            FieldType::choice(["DE", "AT", "CH", "NO"]),
        )
        .with(
            "job_function",
            FieldType::choice(["engineering", "it-operations"]),
        )
        .with("company", FieldType::TEXT)
        .with("title", FieldType::TEXT)
        .with("email", FieldType::TEXT)
        .with("source", FieldType::choice(["Purchased List", "Web"]))
        .with("score", FieldType::WHOLE)
        .with("employees", FieldType::WHOLE)
        .with("budget.amount", FieldType::Number)
        .with("budget.spent", FieldType::Number)
        .with("last_visit", FieldType::Date)
        .with("contract_end", FieldType::Date)
        .with("seen_at", FieldType::DateTime)
        .with("opted_in", FieldType::YesNo)
        .with("topics", FieldType::list(FieldType::TEXT))
        .with("review-every", FieldType::TEXT)
        .with_group("person_country", "dach", ["DE", "AT", "CH"])
        .with_event("webcast", webcast)
}

fn read(text: &str) -> Condition {
    let tree = Tree::parse(text.to_owned());
    assert!(tree.errors().is_empty(), "{text}: {:?}", tree.errors());
    let (condition, problems) = from_words(tree.documents().next().unwrap(), &fields());
    assert!(problems.is_empty(), "{text}: {problems:?}");
    condition.unwrap()
}

/// The cells of the tables whose first column has this head.
fn rows(page: &str, head: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with(&format!("| {head} |")) {
            continue;
        }
        for row in lines
            .by_ref()
            .skip(1)
            .take_while(|row| row.starts_with('|'))
        {
            let row = row.replace("\\|", "\u{1}");
            let cells = row.trim_matches('|').split('|');
            rows.push(
                cells
                    .map(|cell| cell.trim().replace('\u{1}', "|"))
                    .collect(),
            );
        }
    }
    rows
}

fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

struct Nobody;

impl Record for Nobody {
    fn value(&self, _: &str) -> Value<'_> {
        Value::Empty
    }
}

#[test]
fn every_line_of_the_tables_becomes_the_cel_beside_it() {
    let page = page();
    let rows = rows(&page, "you write");
    assert!(rows.len() > 35, "only {} rows were found", rows.len());
    for row in rows {
        let condition = read(code(&row[0])[0]);
        let cel = code(&row[1])[0];
        assert_eq!(condition.cel(), cel, "{}", row[0]);
        assert_eq!(from_cel_text(cel, &fields()).unwrap(), condition, "{cel}");
        if let Some(takes_empty) = row.get(2) {
            let answer = condition.holds(&Nobody, date(2026, 11, 22)).unwrap();
            assert_eq!(if answer { "yes" } else { "no" }, takes_empty, "{}", row[0]);
        }
    }
}

#[test]
fn every_form_of_cel_on_the_page_is_understood() {
    let page = page();
    let rows = rows(&page, "form");
    assert!(rows.len() >= 10);
    for row in rows {
        let examples = code(&row[1]);
        assert!(!examples.is_empty(), "{}", row[0]);
        for text in examples {
            if let Err(problems) = from_cel_text(text, &fields()) {
                panic!("{text}: {problems:?}");
            }
        }
    }
}

#[test]
fn the_blocks_and_the_conditions_in_the_text_are_understood() {
    let page = page();
    let blocks: Vec<&str> = page
        .split("```yaml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        read(block);
    }
    let is_condition = |text: &&str| text.contains(": ") && !text.starts_with('|');
    let prose = page
        .lines()
        .filter(|line| !line.starts_with('|'))
        .collect::<Vec<_>>()
        .join(" ");
    let prose = prose.split("```").step_by(2).collect::<Vec<_>>().join(" ");
    let spoken: Vec<&str> = code(&prose).into_iter().filter(is_condition).collect();
    assert!(spoken.len() >= 4, "{spoken:?}");
    for text in spoken.into_iter().filter(|text| !text.starts_with("case:")) {
        read(text);
    }
}

#[test]
fn the_limits_on_the_page_are_those_of_the_program() {
    let limits: Vec<String> = rows(&page(), "what")
        .into_iter()
        .map(|row| row[1].clone())
        .collect();
    let expected = [
        format!("{MAX_CEL_BYTES} bytes"),
        format!("{MAX_DEPTH} levels"),
        format!("{MAX_NESTING} levels"),
        MAX_CLAUSES.to_string(),
    ];
    assert_eq!(limits[..4], expected);
    assert_eq!(limits.last(), Some(&MAX_STEPS.to_string()));
}
