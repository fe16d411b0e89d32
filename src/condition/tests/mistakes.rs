//! Mistakes are told at the exact characters, all of them, with what was probably meant.

use super::*;

/// The problems of words, each as the marked characters and the suggestion.
fn marked(text: &str) -> Vec<(String, Option<String>)> {
    let tree = tree(text);
    let (_, problems) = from_words(root(&tree), &person());
    for problem in &problems {
        assert!(!problem.span.is_empty(), "{text}: {problem:?}");
        assert!(
            !problem.message.is_empty() && problem.help.ends_with(|c| c != ' '),
            "{problem:?}"
        );
    }
    problems
        .into_iter()
        .map(|problem| (tree.slice(problem.span).to_owned(), problem.suggestion))
        .collect()
}

#[track_caller]
fn one(text: &str, characters: &str, suggestion: Option<&str>) {
    let expected = vec![(characters.to_owned(), suggestion.map(str::to_owned))];
    assert_eq!(marked(text), expected, "{text}");
}

#[test]
fn unknown_fields_are_named_with_the_nearest_known_one() {
    one("persn_country: DE", "persn_country", Some("person_country"));
    one("who: { nonsense: DE }", "nonsense", None);
    one("budget: { amuont: known }", "amuont", Some("budget.amount"));
}

#[test]
fn values_outside_the_choices_are_marked_one_by_one() {
    one("person_country: [DE, XX, AT]", "XX", None);
    one(
        "source: Purchasd List",
        "Purchasd List",
        Some("Purchased List"),
    );
    one("person_country: dahc", "dahc", Some("dach"));
    one("person_country: unknown", "unknown", Some("empty"));
    one("source: not [Web, \"Partnr\"]", "Partnr", Some("Partner"));
}

#[test]
fn numbers_are_plain_digits() {
    one("employees: at least 1,000", "1,000", Some("1000"));
    one("employees: 1.000", "1.000", Some("1000"));
    one(
        "employees: more than 1 000 000",
        "1 000 000",
        Some("1000000"),
    );
    one("employees: 1'000 to 2000", "1'000", Some("1000"));
    one("employees: many", "many", None);
    one("employees: 1.5", "1.5", None);
    one("score: at least 1000", "1000", None);
    one("employees: 9 to 2", "9 to 2", Some("2 to 9"));
    one("budget.amount: 12,5", "12,5", Some("12.5"));
}

#[test]
fn dates_must_be_days_of_the_calendar() {
    one(
        "contract_end: before 2026-02-30",
        "2026-02-30",
        Some("2026-02-28"),
    );
    one("contract_end: 31.12.2026", "31.12.2026", Some("2026-12-31"));
    one("contract_end: 2026-13-01", "2026-13-01", None);
    one("contract_end: within 1 year", "1 year", Some("12 months"));
    one("contract_end: within 30", "30", None);
    one("contract_end: more than 5", "5", None);
    one("seen_at: on 2026-12-01 25:00", "2026-12-01 25:00", None);
}

#[test]
fn unknown_phrases_are_answered_with_known_ones() {
    one(
        "employees: over 100",
        "over 100",
        Some("at least 100").map(|_| "more than 100"),
    );
    one("employees: \">= 100\"", ">= 100", Some("at least 100"));
    one(
        "employees: atleast 100",
        "atleast 100",
        Some("at least 100"),
    );
    one("title: contians VP", "contians VP", Some("contains VP"));
    one(
        "title: start with VP",
        "start with VP",
        Some("starts with VP"),
    );
    one("title: knwon", "knwon", Some("known"));
    one("title: Known", "Known", Some("known"));
    one(
        "title: Not Applicable",
        "Not Applicable",
        Some("not Applicable"),
    );
    one("title: contains any of VP", "VP", Some("[VP]"));
    one("email: at nowhere", "nowhere", None);
    one(
        "email: at @acme.example",
        "@acme.example",
        Some("acme.example"),
    );
}

#[test]
fn a_phrase_of_another_type_is_told() {
    one("title: at least 100", "at least", None);
    one("employees: contains 5", "contains", None);
    one("opted_in: within 30 days", "within", None);
    one("opted_in: maybe", "maybe", None);
    one("last_visit: at least 5", "at least", None);
}

#[test]
fn events_are_checked_too() {
    one("did: { webcst: success }", "webcst", Some("webcast"));
    one("did: { webcast: attendd }", "attendd", Some("Attended"));
    one(
        "did: { webcast: success, within: 1 year }",
        "1 year",
        Some("12 months"),
    );
    one("did: { visit: any, times: often }", "often", None);
    one("did: webcast", "webcast", None);
}

#[test]
fn ten_mistakes_are_ten_problems_and_the_rest_stays() {
    let text = "\
a: 1
score: at least 1,000
person_country: [XX, YY]
contract_end: 2026-02-30
title: contians VP
opted_in: maybe
email: at nowhere
company: known
any:
  - scor: 5
  - did: { webcast: nope }
cel: P.nothing == 1 && P.score > 'a'
";
    assert_eq!(marked(text).len(), 12);
    let tree = tree(text);
    let (condition, _) = from_words(root(&tree), &person());
    let condition = condition.unwrap();
    assert_eq!(condition.words(), "company is known");
    assert!(!condition.is_complete());
}

#[test]
fn nothing_is_left_where_everything_is_wrong() {
    for text in [
        "a: 1",
        "[1, 2]",
        "just words",
        "any: []",
        "not: 5",
        "{}",
        "cel: ''",
    ] {
        let tree = tree(text);
        let (condition, problems) = from_words(root(&tree), &person());
        assert!(
            condition.is_none() && problems.len() == 1,
            "{text}: {problems:?}"
        );
    }
}

#[test]
fn places_are_exact_through_quotes_and_folding() {
    one(
        "title: \"contains any of [VP, \\u0044irector\"",
        "[VP, \\u0044irector",
        None,
    );
    one("score: 'at least 1,000'", "1,000", Some("1000"));
    one(
        "who:\n  cel: >\n    P.score > 5\n    && P.scre > 5\n",
        "P.scre",
        Some("P.score"),
    );
}

#[test]
fn a_nested_flood_of_aliases_is_cut_off() {
    let mut text = "a0: &a0 { score: 5 }\n".to_owned();
    for level in 1..20 {
        let before = level - 1;
        text.push_str(&format!(
            "a{level}: &a{level} {{ any: [ *a{before}, *a{before}, *a{before} ] }}\n"
        ));
    }
    text.push_str("condition: *a19\n");
    let tree = tree(&text);
    let (_, problems) = from_words(root(&tree).get("condition").unwrap(), &person());
    assert!(problems.len() <= 2, "{problems:?}");
    assert!(
        problems
            .iter()
            .any(|problem| problem.message.contains("clauses"))
    );
}
