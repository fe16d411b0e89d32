//! What findings look like: for people, one a line, for programs; with and without colour.

use crate::folder::{BAD, Folder, GOOD, said};

#[test]
fn a_finding_says_what_why_and_what_to_do_and_shows_the_line_that_decided() {
    let folder = Folder::workspace(&[("a.yaml", &GOOD.replace(", medium: email", ""))]);
    let said = folder.run(&[]);
    said.finds("error[tracking/parameter-missing]: This link has tags, but no utm_medium.");
    said.finds("a.yaml:6:24")
        .finds("policy.yaml:3:")
        .finds("required by the tracking policy");
    said.finds("why: ")
        .finds("help: Add utm_medium.")
        .finds("1 error in 3 files");
}

#[test]
fn short_is_one_line_for_each_finding_and_nothing_else() {
    let other = BAD.replace("20261203_devsecops", "20261204_platform");
    let folder = Folder::workspace(&[("a.yaml", BAD), ("b.yaml", &other)]);
    let said = folder.run(&["--format", "short"]);
    assert_eq!(said.out.lines().count(), 4, "{said}");
    for line in said.out.lines() {
        let mut parts = line.splitn(4, ':');
        assert!(parts.next().unwrap().ends_with(".yaml"));
        assert!(parts.next().unwrap().parse::<u32>().is_ok());
        assert!(parts.next().unwrap().parse::<u32>().is_ok());
        assert!(parts.next().unwrap().starts_with(" error["), "{line}");
    }
    assert_eq!(said.err, "");
    let clean = Folder::workspace(&[]).run(&["--format", "short"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, ""));
}

#[test]
fn json_keeps_its_contract() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../schemas/report.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let folder = Folder::workspace(&[("a.yaml", BAD), ("broken.yaml", "kind: campaign\na: [\n")]);
    folder.write(
        "links.csv",
        "url\nhttps://acme.example/?utm_source=x\nnone\n",
    );
    let runs: [&[&str]; 6] = [
        &["--format", "json"],
        &["--format", "json", "--only", "tracking"],
        &["check", "policy.yaml", "--format", "json"],
        &["urls", "links.csv", "--format", "json"],
        &["urls", "links.csv", "links.csv", "--format", "json"],
        &["urls", "-", "--format", "json"],
    ];
    for arguments in runs {
        let said = folder.run_with("", arguments);
        assert!(said.code < 2, "{said}");
        let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let errors: Vec<String> = schema.iter_errors(&report).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{arguments:?}: {errors:?}\n{said}");
    }
}

#[test]
fn the_words_of_json_stand_where_json_says() {
    let text = format!("# Ünïcödé 🎉 first\n{BAD}");
    let folder = Folder::workspace(&[("a.yaml", &text)]);
    let said = folder.run(&["--format", "json", "--only", "workspace"]);
    let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let words: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let place = |key: &str| finding[key].as_u64().unwrap() as usize;
            &text[place("byte_start")..place("byte_end")]
        })
        .collect();
    assert_eq!(words, ["webcasst", "medum"]);
}

#[test]
fn colours_only_where_a_person_reads_them() {
    let folder = Folder::workspace(&[("a.yaml", BAD)]);
    let has_colour = |command: &mut assert_cmd::Command| said(command).out.contains('\u{1b}');
    assert!(
        !has_colour(&mut folder.program(&[])),
        "a pipe has no colour"
    );
    assert!(!has_colour(folder.program(&[]).env("NO_COLOR", "1")));
    assert!(!has_colour(&mut folder.program(&["--color", "never"])));
    assert!(has_colour(&mut folder.program(&["--color", "always"])));
    assert!(
        has_colour(folder.program(&["--color", "always"]).env("NO_COLOR", "1")),
        "what is asked for wins"
    );
    assert!(!has_colour(
        &mut folder.program(&["--color", "always", "--format", "json"])
    ));
}

#[test]
fn stats_tell_the_time_of_each_rule_beside_the_report() {
    let folder = Folder::workspace(&[("a.yaml", GOOD)]);
    let said = folder.run(&["--stats"]);
    said.silent();
    assert!(said.err.starts_with("Time by rule"), "{said}");
    assert!(said.err.contains("tracking/parameter-missing"), "{said}");
}
