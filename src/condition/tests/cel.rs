//! The part of CEL that experts may use.

use super::*;

/// The problems of a CEL text, each as the marked characters and the suggestion.
fn marked(text: &str) -> Vec<(&str, Option<String>)> {
    match from_cel_text(text, &person()) {
        Ok(condition) => panic!("{text} is understood as {condition}"),
        Err(problems) => problems
            .into_iter()
            .map(|problem| (&text[problem.span.range()], problem.suggestion))
            .collect(),
    }
}

#[track_caller]
fn one(text: &str, characters: &str, suggestion: Option<&str>) {
    assert_eq!(
        marked(text),
        [(characters, suggestion.map(str::to_owned))],
        "{text}"
    );
}

#[test]
fn one_thing_can_be_written_in_several_ways() {
    for (written, same) in [
        ("5 < P.score", "score > 5"),
        ("!(!(opted_in))", "P.opted_in == true"),
        ("has(P.company)", "P.company != null && P.company != \"\""),
        ("contains(P.title, 'VP')", "P.title.contains(\"VP\")"),
        (
            "P.company in ['', 'a']",
            "P.company == null || P.company == \"\" || P.company == \"a\"",
        ),
        (
            "P.contract_end < '2026-12-01'",
            "P.contract_end < date(\"2026-12-01\")",
        ),
        (
            "P.opted_in ? P.score > 1 : P.score > 2",
            "(P.opted_in == true && P.score > 1) || (!(P.opted_in == true) && P.score > 2)",
        ),
        ("P['budget'].amount > 2 + 3 * 4", "P.budget.amount > 14"),
        ("lower(P.title) == 'a' && true", "P.title == \"a\""),
        ("size(P.title) > 0", "P.title.size() > 0"),
        (
            "P.title.matches(r'^\\d+$')",
            "P.title.matches(\"^\\\\d+$\")",
        ),
        ("P.employees > -5 + 1", "P.employees > -4"),
        ("P.topics == 'a'", "\"a\" in P.topics"),
    ] {
        assert_eq!(cel(written), cel(same), "{written}");
    }
}

#[test]
fn mistakes_are_told_at_their_characters() {
    one("P.scor > 5", "P.scor", Some("P.score"));
    one("P.score = 5", "=", Some("=="));
    one("P.score > 5 and P.score < 9", "and", Some("&&"));
    one("P.score > 'five'", "'five'", None);
    one("P.title > 'a'", "P.title > 'a'", None);
    one("P.person_country == 'GERMANY'", "'GERMANY'", None);
    one(
        "P.source in ['Web', 'Partnr']",
        "'Partnr'",
        Some("\"Partner\""),
    );
    one("P.title.contain('a')", "contain", Some("contains"));
    one("P.title.matches('(')", "'('", None);
    one(
        "P.contract_end < date('2026-02-30')",
        "'2026-02-30'",
        Some("\"2026-02-28\""),
    );
    one("(P.score > 5", "(", None);
    one("P.score > 5)", ")", None);
    one("P.score > ", ">", None);
    one("P.title == 'a", "'a", None);
    one("P.title == 'a\\q'", "\\q", None);
    one("P.score", "P.score", None);
    one("1 < 2", "1 < 2", None);
    one("P.score > 1_000", "1_000", Some("1000"));
    one("1 < P.score < 5", "<", None);
    one("did('webcst')", "'webcst'", Some("\"webcast\""));
    one(
        "did('webcast').status('Atended')",
        "'Atended'",
        Some("\"Attended\""),
    );
    one("did('webcast').stats('Attended')", "stats", Some("status"));
    one("P.score > 'a'.b", "b", None);
    one("P", "P", None);
    one("P.score in P.title", "P.title", None);
    one("P.title in [P.company]", "P.company", None);
    one(
        "P.score > 1000000000000 * 1000000000000",
        "1000000000000 * 1000000000000",
        None,
    );
}

#[test]
fn all_mistakes_of_one_line_are_told() {
    assert_eq!(
        marked("P.a == 1 && (P.score > 'x' || P.title > 3) && size(P.score) > 1").len(),
        4
    );
}

#[test]
fn deep_and_long_texts_are_refused_on_a_small_stack() {
    let deep =
        |open: &str, close: &str| format!("{}P.opted_in{}", open.repeat(2000), close.repeat(2000));
    let texts = [
        deep("(", ")"),
        deep("!", ""),
        "-".repeat(4000),
        "[".repeat(4000),
        "P.opted_in ? ".repeat(600),
        format!("{}P.opted_in", "P.opted_in ? P.opted_in : ".repeat(300)),
        format!("P.score > 1{}", " + P.score".repeat(700)),
        "size(".repeat(1000),
        format!("did(){}", ".status('a')".repeat(500)),
        "x".repeat(9000),
    ];
    for text in texts {
        let start: String = text.chars().take(20).collect();
        assert!(from_cel_text(&text, &person()).is_err(), "{start}");
    }
    // The depth that is allowed works, and many joined clauses are not deep.
    assert!(
        from_cel_text(
            &format!("{}P.opted_in{}", "(".repeat(60), ")".repeat(60)),
            &person()
        )
        .is_ok()
    );
    let many = vec!["P.score > 5"; 500].join(" && ");
    assert!(from_cel_text(&many, &person()).is_ok());
}

#[test]
fn choices_in_choices_do_not_grow_without_end() {
    let mut text = "P.opted_in".to_owned();
    for _ in 0..20 {
        text = format!("({text} ? P.score > 1 : P.score > 2)");
    }
    assert_eq!(marked(&text).len(), 1);
}

#[test]
fn spans_are_those_of_the_text() {
    let text = "  P.score > 5 && (P.opted_in || !has(P.company)) ";
    let condition = cel(text);
    let mut parts = Vec::new();
    condition
        .expression()
        .each(&mut |part| parts.push(&text[part.span.range()]));
    assert_eq!(
        parts,
        [
            "P.score > 5 && (P.opted_in || !has(P.company))",
            "P.score > 5",
            "(P.opted_in || !has(P.company))",
            "P.opted_in",
            "!has(P.company)",
        ]
    );
}

#[test]
fn a_pattern_is_no_matter_for_proofs() {
    assert!(
        cel("P.title.matches('^a') || P.score > 1")
            .expression()
            .is_opaque()
    );
    assert!(!cel("P.title.contains('a')").expression().is_opaque());
}
