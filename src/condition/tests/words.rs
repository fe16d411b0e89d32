//! What marketers write, what it asks, and what it is in CEL and in a sentence.

use super::*;

#[test]
fn every_phrase_is_exactly_one_cel_expression() {
    let pairs = [
        ("person_country: DE", r#"P.person_country == "DE""#),
        (
            "person_country: [DE, at]",
            r#"P.person_country in ["DE", "AT"]"#,
        ),
        (
            "person_country: dach",
            r#"P.person_country in ["DE", "AT", "CH"]"#,
        ),
        (
            "person_country: [US, dach]",
            r#"P.person_country in ["US", "DE", "AT", "CH"]"#,
        ),
        ("opted_in: yes", "P.opted_in == true"),
        ("opted_in: off", "P.opted_in == false"),
        ("company: known", r#"P.company != null && P.company != """#),
        ("company: empty", r#"P.company == null || P.company == """#),
        ("score: known", "P.score != null"),
        ("score: 100", "P.score == 100"),
        ("score: at least 100", "P.score >= 100"),
        ("score: more than 100", "P.score > 100"),
        ("score: at most 100", "P.score <= 100"),
        ("score: less than 100", "P.score < 100"),
        (
            "employees: 200 to 999",
            "P.employees >= 200 && P.employees <= 999",
        ),
        (
            "budget.amount: at least 12000.50",
            "P.budget.amount >= 12000.5",
        ),
        (
            "last_visit: within 30 days",
            "days_since(P.last_visit) <= 30",
        ),
        (
            "last_visit: within 2 weeks",
            "days_since(P.last_visit) <= 14",
        ),
        (
            "last_visit: within 24 months",
            "P.last_visit >= months_ago(24)",
        ),
        (
            "last_visit: more than 30 days ago",
            "days_since(P.last_visit) > 30",
        ),
        (
            "last_visit: more than 6 months ago",
            "P.last_visit < months_ago(6)",
        ),
        ("contract_end: after today", "P.contract_end > today"),
        (
            "contract_end: before 2026-12-01",
            r#"P.contract_end < date("2026-12-01")"#,
        ),
        (
            "contract_end: on 2026-12-01",
            r#"P.contract_end == date("2026-12-01")"#,
        ),
        (
            "seen_at: after 2026-12-01 10:00",
            r#"P.seen_at > datetime("2026-12-01T10:00:00")"#,
        ),
        ("title: contains VP", r#"P.title.contains("VP")"#),
        (
            "title: contains any of [VP, Director]",
            r#"contains_any(P.title, ["VP", "Director"])"#,
        ),
        (
            "{ title: { contains any of: [VP, Director] } }",
            r#"contains_any(P.title, ["VP", "Director"])"#,
        ),
        ("email: starts with info", r#"P.email.startsWith("info")"#),
        ("email: ends with .edu", r#"P.email.endsWith(".edu")"#),
        (
            "email: at acme.example",
            r#"domain(P.email) == "acme.example""#,
        ),
        (
            "source: not Web",
            r#"P.source == null || !(P.source == "Web")"#,
        ),
        (
            "source: not [Purchased List, Web]",
            r#"P.source == null || !(P.source in ["Purchased List", "Web"])"#,
        ),
        ("topics: security", r#""security" in P.topics"#),
        (
            "review-every: 6 months",
            r#"P["review-every"] == "6 months""#,
        ),
        (
            "cel: score > 5 && opted_in",
            "P.score > 5 && P.opted_in == true",
        ),
    ];
    for (text, expected) in pairs {
        let condition = words(text);
        assert_eq!(condition.cel(), expected, "{text}");
        assert_eq!(cel(expected), condition, "{text}");
    }
}

#[test]
fn a_value_is_read_by_the_type_of_its_field() {
    takes(
        "person_country: NO",
        "person_country",
        &["NO", "no"],
        &["DE", ""],
    );
    for yes in ["yes", "true", "on", "Yes", "TRUE", "\"on\""] {
        takes(&format!("opted_in: {yes}"), "opted_in", &["yes"], &["no"]);
    }
    takes("code: 007", "code", &["007"], &["7"]);
    takes("company: 2026-12-01", "company", &["2026-12-01"], &["x"]);
    takes(
        "company: null and void",
        "company",
        &["Null and Void"],
        &[""],
    );
}

#[test]
fn empty_fields_are_taken_by_not_and_empty_alone() {
    for text in [
        "score: less than 5",
        "score: at most 5",
        "contract_end: before 2030-01-01",
        "opted_in: no",
        "title: contains VP",
        "person_country: [DE, AT]",
        "last_visit: more than 5 days ago",
        "last_visit: within 5 days",
        "email: at acme.example",
        "score: known",
        "cel: P.title != 'a'",
        "cel: lower(P.code) != 'a'",
        "cel: P.budget.amount - P.budget.spent < 5",
        "topics: a",
    ] {
        assert!(!holds(&words(text), &Person::default()), "{text}");
    }
    for text in [
        "score: empty",
        "score: not 5",
        "source: not [Web]",
        "not: { score: at least 5 }",
        "not: [ { title: contains VP } ]",
        "opted_in: not yes",
        "topics: empty",
        "topics: not a",
        "cel: P.score == null",
        "cel: \"!(P.score > 5)\"",
        "title: not known",
    ] {
        assert!(holds(&words(text), &Person::default()), "{text}");
    }
    let blank = someone(&[("company", ""), ("topics", "[]")]);
    assert!(holds(&words("{ company: empty, topics: empty }"), &blank));
}

#[test]
fn text_ignores_case_unless_its_field_says_otherwise() {
    takes(
        "title: contains any of [vp, DIRECTOR]",
        "title",
        &["Avp Sales", "director"],
        &["Clerk"],
    );
    takes(
        "email: at Acme.Example",
        "email",
        &["a@ACME.example"],
        &["a@x.acme.example", "acme.example"],
    );
    takes("email: ends with .EDU", "email", &["a@b.edu"], &["a@edu.b"]);
    takes("code: AbC", "code", &["AbC"], &["abc"]);
    takes("code: contains AbC", "code", &["xAbCx"], &["xabcx"]);
    takes(
        "cel: lower(P.code) == 'abc'",
        "code",
        &["abc", "ABC"],
        &["abd"],
    );
}

#[test]
fn both_ends_of_a_range_are_in() {
    takes(
        "employees: 200 to 999",
        "employees",
        &["200", "999"],
        &["199", "1000", ""],
    );
    takes(
        "contract_end: 2026-01-01 to 2026-12-31",
        "contract_end",
        &["2026-01-01", "2026-12-31"],
        &["2027-01-01"],
    );
}

#[test]
fn days_are_counted_from_today() {
    takes(
        "last_visit: within 30 days",
        "last_visit",
        &["2026-10-23", "2026-11-22"],
        &["2026-10-22"],
    );
    takes(
        "last_visit: more than 30 days ago",
        "last_visit",
        &["2026-10-22"],
        &["2026-10-23"],
    );
    takes(
        "last_visit: within 2 months",
        "last_visit",
        &["2026-09-22"],
        &["2026-09-21"],
    );
    takes(
        "contract_end: after today",
        "contract_end",
        &["2026-11-23"],
        &["2026-11-22"],
    );
    takes(
        "contract_end: today",
        "contract_end",
        &["2026-11-22"],
        &["2026-11-23"],
    );
    takes(
        "seen_at: on 2026-11-22",
        "seen_at",
        &["2026-11-22 09:30"],
        &["2026-11-23 00:00"],
    );
    takes(
        "seen_at: within 1 day",
        "seen_at",
        &["2026-11-21 00:01"],
        &["2026-11-20 23:59"],
    );
}

#[test]
fn who_any_and_not_join_conditions() {
    let condition = words(
        "who:\n  person_country: dach\n  any:\n    - score: at least 10\n    - opted_in: yes\nnot:\n  - source: [Web]\n  - company: contains any of [student, test]\n",
    );
    let fits = |pairs: &[(&str, &str)]| holds(&condition, &someone(pairs));
    assert!(fits(&[("person_country", "DE"), ("score", "10")]));
    assert!(fits(&[
        ("person_country", "DE"),
        ("opted_in", "yes"),
        ("company", "Acme")
    ]));
    assert!(!fits(&[("person_country", "DE"), ("score", "9")]));
    assert!(!fits(&[
        ("person_country", "DE"),
        ("score", "10"),
        ("source", "web")
    ]));
    assert!(!fits(&[
        ("person_country", "DE"),
        ("score", "10"),
        ("company", "A Test GmbH")
    ]));
    assert!(!fits(&[("person_country", "FR"), ("score", "10")]));
}

#[test]
fn a_mapping_under_any_or_not_is_asked_entry_by_entry() {
    takes("any: { score: 5, company: known }", "score", &["5"], &["6"]);
    takes("not: { score: 5, company: known }", "score", &["6"], &["5"]);
}

#[test]
fn a_nested_mapping_names_the_fields_below() {
    takes(
        "budget: { amount: at least 1 }",
        "budget.amount",
        &["1"],
        &["0.99"],
    );
}

#[test]
fn merge_keys_and_aliases_are_followed() {
    takes("who: { <<: { score: 5 } }", "score", &["5"], &["6"]);
    takes("any: [ &a { score: 5 }, *a ]", "score", &["5"], &["6"]);
}

#[test]
fn a_list_holds_values_only() {
    takes("company: [known]", "company", &["Known"], &["Acme"]);
    takes(
        "company: [at least 5]",
        "company",
        &["At least 5"],
        &["Acme"],
    );
    takes("title: not sure", "title", &["VP", ""], &["Sure"]);
}

#[test]
fn the_words_come_back_as_a_sentence() {
    for (text, sentence) in [
        ("person_country: [DE, AT]", "person_country is DE or AT"),
        ("person_country: dach", "person_country is dach"),
        ("person_country: [US, dach]", "person_country is US or dach"),
        (
            "source: not [Purchased List]",
            "source is not Purchased List",
        ),
        (
            "{ company: known, score: at least 5 }",
            "company is known and score is at least 5",
        ),
        ("employees: 200 to 999", "employees is 200 to 999"),
        ("last_visit: within 30 days", "last_visit is within 30 days"),
        ("contract_end: after today", "contract_end is after today"),
        (
            "{ score: 5, any: [ { opted_in: yes }, { company: empty } ] }",
            "score is 5 and (opted_in is yes or company is empty)",
        ),
        (
            "not: [ { opted_in: yes, score: 5 } ]",
            "not (opted_in is yes and score is 5)",
        ),
        (
            "did: { webcast: [Attended, No Show], within: 12 months }",
            "did webcast Attended or No Show within 12 months",
        ),
        ("did: { nothing: 30 days }", "did nothing within 30 days"),
        ("email: at acme.example", "email is at acme.example"),
        (
            "cel: days_since(P.last_visit) > days_since(P.contract_end)",
            "days since last_visit is more than days since contract_end",
        ),
    ] {
        assert_eq!(words(text).words(), sentence, "{text}");
    }
}

#[test]
fn the_words_come_back_as_yaml() {
    for (text, yaml) in [
        ("person_country: [DE, AT]", "{ person_country: [DE, AT] }"),
        ("source: not Web", "{ source: { not: [\"Web\"] } }"),
        (
            "{ score: 1 to 5, company: known }",
            "{ score: 1 to 5, company: known }",
        ),
        ("company: [known]", "{ company: [known] }"),
        (
            "{ score: 5, cel: P.score > 5 }",
            "{ score: 5, cel: \"P.score > 5\" }",
        ),
        (
            "did: { visit: /pricing, times: at least 3 }",
            "{ did: { visit: [\"/pricing\"], times: at least 3 } }",
        ),
    ] {
        assert_eq!(words(text).yaml(), yaml, "{text}");
    }
}
