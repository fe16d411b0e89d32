//! Every rule folder is whole, is registered, and its cases come out as they say.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use campaignlint::checks::{RuleSet, examples, registry_source, run_cases};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rule_folders() -> Vec<(String, PathBuf)> {
    let mut folders = Vec::new();
    for family in std::fs::read_dir(project().join("rules"))
        .unwrap()
        .flatten()
    {
        for rule in std::fs::read_dir(family.path()).unwrap().flatten() {
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            let id = format!("{}/{}", name(&family.path()), name(&rule.path()));
            folders.push((id, rule.path()));
        }
    }
    folders.sort();
    folders
}

#[test]
fn every_case_of_every_rule_comes_out_as_it_says() {
    let rules = RuleSet::built_in();
    let mut failures = Vec::new();
    let mut run = 0;
    for rule in rules.iter() {
        let report = run_cases(&rules, rule, &project().join("rules").join(&*rule.id));
        run += report.run;
        failures.extend(report.failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    println!("{run} cases of {} rules", rules.len());
}

#[test]
fn a_rule_exists_because_its_folder_exists() {
    let folders: BTreeSet<String> = rule_folders().into_iter().map(|(id, _)| id).collect();
    let known: BTreeSet<String> = RuleSet::built_in()
        .iter()
        .map(|rule| rule.id.to_string())
        .collect();
    assert_eq!(folders, known, "run `cargo run -- dev generate`");
    let source = registry_source(&project().join("rules")).unwrap();
    let committed = std::fs::read_to_string(project().join("src/checks/registry.rs")).unwrap();
    assert_eq!(source, committed, "run `cargo run -- dev generate`");
}

#[test]
fn every_rule_says_what_it_catches_why_it_matters_and_where_that_is_from() {
    for rule in RuleSet::built_in().iter() {
        assert!(!rule.page.summary.is_empty(), "{}: no summary", rule.id);
        assert!(
            rule.page.why.ends_with('.'),
            "{}: why is a sentence: {}",
            rule.id,
            rule.page.why
        );
        assert!(!rule.page.sources.is_empty(), "{}: no source", rule.id);
        assert!(!rule.page.since.is_empty(), "{}: since when?", rule.id);
    }
}

#[test]
fn every_page_has_the_same_sections_and_a_reason_of_its_own() {
    let mut reasons = BTreeSet::new();
    for (id, folder) in rule_folders() {
        let page = std::fs::read_to_string(folder.join("README.md")).unwrap();
        assert!(
            page.starts_with(&format!("# {id}\n")),
            "{id}: the title is the id"
        );
        let sections: Vec<&str> = page
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        let expected = [
            "What it catches",
            "Why it matters",
            "Fails",
            "Passes",
            "How to fix",
            "Options",
        ];
        let without_options = &expected[..5];
        assert!(
            sections == expected || sections == without_options,
            "{id}: sections are {sections:?}"
        );
        assert!(
            !examples(&page, "Fails").is_empty(),
            "{id}: no example that fails"
        );
        let reason = page
            .split("## Why it matters")
            .nth(1)
            .unwrap()
            .split("## ")
            .next()
            .unwrap();
        assert!(
            reason.trim().len() > 80,
            "{id}: why it matters says too little"
        );
        assert!(
            reasons.insert(reason.trim().to_string()),
            "{id}: another rule's reason"
        );
    }
}

#[test]
fn a_name_reads_well_after_allow_and_never_holds_the_remedy() {
    let remedies = [
        "no-", "require-", "disallow", "forbid-", "must-", "prefer-", "use-",
    ];
    for (id, _) in rule_folders() {
        let name = id.split('/').nth(1).unwrap();
        for remedy in remedies {
            assert!(!name.starts_with(remedy), "{id} holds the remedy");
        }
    }
}
