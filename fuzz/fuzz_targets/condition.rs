//! Any text as CEL and as plain words: nothing panics, nothing hangs, every problem and every part
//! stands inside the text, and what was read can be asked, explained and printed.

#![no_main]

use campaignlint::condition::{
    Condition, EventType, FieldTable, FieldType, Record, Value, from_cel_text, from_words,
};
use campaignlint::syntax::Tree;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fn fields() -> FieldTable {
    FieldTable::of_person()
        .with("country", FieldType::choice(["DE", "AT", "NO"]))
        .with("title", FieldType::TEXT)
        .with("email", FieldType::Text { exact: true })
        .with("score", FieldType::WholeNumber { min: Some(0), max: Some(999) })
        .with("budget.amount", FieldType::Number)
        .with("start", FieldType::Date)
        .with("at", FieldType::DateTime)
        .with("ok", FieldType::YesNo)
        .with("topics", FieldType::list(FieldType::TEXT))
        .with_group("country", "dach", ["DE", "AT"])
        .with_event("webcast", EventType::default())
}

struct Someone;

impl Record for Someone {
    fn value(&self, field: &str) -> Value<'_> {
        match field {
            "country" => Value::text("de"),
            "title" => Value::text("ÄVP Sales"),
            "email" => Value::text("a@b.example"),
            "score" => Value::Number(7_u32.into()),
            "start" => Value::Date(date(2026, 11, 1)),
            "at" => Value::DateTime(date(2026, 11, 1).at(9, 30, 0, 0)),
            "ok" => Value::YesNo(true),
            "topics" => Value::List(vec![Value::text("a"), Value::Empty]),
            _ => Value::Empty,
        }
    }
}

fn use_it(condition: &Condition, fields: &FieldTable, length: usize) {
    let today = date(2026, 11, 22);
    condition.expression().each(&mut |part| assert!(part.span.end as usize <= length));
    let answer = condition.holds(&Someone, today);
    if let (Ok(answer), Ok(told)) = (answer, condition.explain(&Someone, today)) {
        assert_eq!(answer, told.holds);
    }
    let _ = (condition.words(), condition.yaml());
    // Long and deep conditions are longer and deeper when everything is written out.
    if let Ok(again) = from_cel_text(&condition.cel(), fields) {
        assert_eq!(again.expression(), condition.expression());
    }
}

fuzz_target!(|text: &str| {
    let fields = fields();
    match from_cel_text(text, &fields) {
        Ok(condition) => use_it(&condition, &fields, text.len()),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(text.get(problem.span.range()).is_some());
            }
        }
    }
    let tree = Tree::parse(text.to_owned());
    for document in tree.documents() {
        let (condition, problems) = from_words(document, &fields);
        for problem in problems {
            assert!(tree.text().get(problem.span.range()).is_some());
        }
        if let Some(condition) = condition {
            use_it(&condition, &fields, tree.text().len());
        }
    }
});
