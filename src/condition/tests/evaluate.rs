//! What conditions answer, and what decided it.

use super::*;

#[test]
fn the_clauses_that_decided_are_told() {
    let text = "{ score: at least 100, company: known, any: [ { opted_in: yes }, { title: contains VP } ] }";
    let condition = words(text);
    let deciding = |pairs: &[(&str, &str)]| {
        let someone = someone(pairs);
        let told = condition.explain(&someone, TODAY).unwrap();
        assert_eq!(told.holds, holds(&condition, &someone));
        let clauses: Vec<&str> = told
            .clauses
            .iter()
            .map(|clause| &text[clause.span.range()])
            .collect();
        (told.holds, clauses.join(" | "))
    };
    assert_eq!(
        deciding(&[("score", "5"), ("opted_in", "yes")]),
        (false, "score: at least 100 | company: known".to_owned())
    );
    assert_eq!(
        deciding(&[("score", "100"), ("company", "Acme")]),
        (false, "opted_in: yes | title: contains VP".to_owned())
    );
    assert_eq!(
        deciding(&[("score", "100"), ("company", "Acme"), ("title", "VP")]),
        (
            true,
            "score: at least 100 | company: known | title: contains VP".to_owned()
        )
    );
}

#[test]
fn a_comparison_with_a_list_asks_for_one_of_its_items() {
    takes(
        "topics: [security, ai]",
        "topics",
        &["[AI, x]"],
        &["[x, y]"],
    );
    takes(
        "topics: contains secur",
        "topics",
        &["[a, security]"],
        &["[a]"],
    );
    takes(
        "topics: not [security]",
        "topics",
        &["[a]", "[]"],
        &["[a, security]"],
    );
    takes(
        "cel: P.topics != 'a'",
        "topics",
        &["[b, c]"],
        &["[a, b]", "[]"],
    );
    takes("cel: size(P.topics) == 2", "topics", &["[b, c]"], &["[a]"]);
}

#[test]
fn fields_are_compared_with_each_other() {
    let condition = cel("P.budget.spent > P.budget.amount && P.company != P.title");
    let mut pairs = vec![
        ("budget.spent", "10.5"),
        ("budget.amount", "10.25"),
        ("company", "a"),
        ("title", "b"),
    ];
    assert!(holds(&condition, &someone(&pairs)));
    pairs[3].1 = "A";
    assert!(!holds(&condition, &someone(&pairs)));
    assert!(!holds(&condition, &someone(&pairs[..3])));
}

#[test]
fn long_lists_find_the_same_as_short_ones() {
    let values: Vec<String> = (0..50).map(|n| format!("Value {n} Ä")).collect();
    let condition = words(&format!("company: [{}]", values.join(", ")));
    assert!(holds(&condition, &someone(&[("company", "VALUE 49 ä")])));
    assert!(!holds(&condition, &someone(&[("company", "value 50 ä")])));
    assert!(!holds(&condition, &Person::default()));
}

#[test]
fn endless_records_reach_the_limit() {
    let events = (0..200_000)
        .map(|_| Event::new("visit", TODAY.at(0, 0, 0, 0)))
        .collect();
    let person = Person {
        events,
        ..Person::default()
    };
    let condition = words("did: { form: any }");
    assert_eq!(condition.holds(&person, TODAY), Err(LimitReached::Steps));
    let long = someone(&[("title", &"x ".repeat(20_000_000))]);
    assert_eq!(
        words("title: contains y").holds(&long, TODAY),
        Err(LimitReached::Steps)
    );
}

#[test]
fn a_number_that_grows_too_large_is_told() {
    let person = someone(&[("employees", "1000000000000")]);
    let condition = cel("P.employees * P.employees > 5");
    assert_eq!(condition.holds(&person, TODAY), Err(LimitReached::Number));
}

#[test]
fn a_value_of_another_type_than_declared_compares_with_nothing() {
    let mut person = Person::default();
    person
        .values
        .insert("score".to_owned(), Value::text("five"));
    for text in ["score: 5", "score: at least 0", "cel: P.score != 5"] {
        let condition = words(text);
        let _ = holds(&condition, &person);
    }
    assert!(!holds(&words("score: at least 0"), &person));
}

#[test]
fn many_threads_can_ask_one_condition() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    is_shared(&cel("P.title.matches('a')"));
}
