//! The reader reports every mistake of a file in one run, each at its word, and says what was meant.

#![allow(clippy::unwrap_used, missing_docs)]

use campaignlint::checks::{RuleSet, Selection, TODAY, apply_fixes, check};
use campaignlint::diagnostics::Finding;
use campaignlint::workspace::{Loaded, Workspace, load_texts};

fn loaded(text: &str) -> Loaded {
    load_texts(vec![("file.yaml".to_string(), text.to_string())], &[])
}

fn findings(loaded: &Loaded) -> Vec<Finding> {
    let workspace = Workspace::new(loaded);
    let rules = RuleSet::built_in();
    check(&workspace, &rules, &Selection::default(), TODAY, false).findings
}

/// The text under each finding, with its rule.
fn words(text: &str) -> Vec<(String, String)> {
    let loaded = loaded(text);
    findings(&loaded)
        .iter()
        .map(|finding| {
            let tree = &loaded.sources.file(finding.place.file).tree;
            let word = tree.slice(finding.place.span).to_string();
            (word, finding.rule.to_string())
        })
        .collect()
}

fn fixed(text: &str) -> String {
    let loaded = loaded(text);
    apply_fixes(text, &findings(&loaded), true).map_or_else(|| text.to_string(), |f| f.text)
}

#[test]
fn ten_mistakes_give_ten_findings_each_at_its_word() {
    let text = "\
kind: campaign
id: Spring Webcast
channel: webcast
stauts: draft
event: 2026-02-30
region: { emea: yes }
languages: [en, [de]]
budget: { amount: twelve, currency: EUR }
review-every: sometimes
topic: 1.10
planned-in: {{my.issue}}
emails:
  - { subject: Join us }
";
    let expected = [
        ("Spring Webcast", "workspace/invalid-value"),
        ("stauts", "workspace/unknown-key"),
        ("2026-02-30", "workspace/invalid-value"),
        ("{ emea: yes }", "workspace/wrong-type"),
        ("[de]", "workspace/wrong-type"),
        ("twelve", "workspace/invalid-value"),
        ("sometimes", "workspace/invalid-value"),
        ("1.10", "yaml/implicit-type"),
        ("{{my.issue}}", "yaml/unquoted-template"),
        ("{ subject: Join us }", "workspace/missing-key"),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(word, rule)| (word.to_string(), rule.to_string()))
        .collect();
    assert_eq!(words(text), expected);
}

#[test]
fn a_broken_line_silences_no_other() {
    let text = "\
kind: metric
mql:
  means: Leads: all of them
  truht: salesforce
sql:
  means: [leads]
";
    let expected = [
        ("Leads: all of them", "yaml/syntax"),
        ("truht", "workspace/unknown-key"),
        ("[leads]", "workspace/wrong-type"),
    ];
    let found = words(text);
    let found: Vec<_> = found
        .iter()
        .map(|(word, rule)| (word.as_str(), rule.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_misspelt_key_is_not_missing_as_well() {
    let found = words("kind: campaign\nchanel: webcast\n");
    assert_eq!(
        found,
        [("chanel".to_string(), "workspace/unknown-key".to_string())]
    );
}

#[test]
fn a_misspelt_key_is_mended() {
    let text = "kind: campaign\nchanel: webcast # our webcast\n";
    assert_eq!(
        fixed(text),
        "kind: campaign\nchannel: webcast # our webcast\n"
    );
}

#[test]
fn a_misspelt_word_is_mended() {
    let text = "kind: campaign\nchannel: webcast\nstatus: \"redy\"\n";
    assert_eq!(
        fixed(text),
        "kind: campaign\nchannel: webcast\nstatus: \"ready\"\n"
    );
}

#[test]
fn a_misspelt_kind_is_mended() {
    assert_eq!(
        fixed("kind: campain\nchannel: webcast\n"),
        "kind: campaign\nchannel: webcast\n"
    );
}

#[test]
fn a_misspelt_reference_is_mended() {
    let people = "kind: people\nanna: { stand-in: BEN }\nben: { stand-in: ana }\n";
    assert_eq!(
        fixed(people),
        "kind: people\nanna: { stand-in: ben }\nben: { stand-in: anna }\n"
    );
}

#[test]
fn nothing_is_guessed_that_is_far_off() {
    let text = "kind: campaign\nchannel: webcast\nstatus: paused\ncolour: red\n";
    assert_eq!(fixed(text), text);
    let loaded = loaded(text);
    for finding in findings(&loaded) {
        assert!(!finding.help.contains("Did you mean"), "{}", finding.help);
    }
}
