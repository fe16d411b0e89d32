//! Classifies public test tables with the shipped channel group and compares the channels.
#![allow(clippy::print_stdout, reason = "says what it skips and what it missed")]

use campaignlint::analytics::ChannelGroup;
use campaignlint::syntax::Tree;
use std::path::PathBuf;

/// Test data that is kept outside of the repository; absent, the test passes and says so.
fn shared(path: &str) -> Option<String> {
    let root = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(root.join(path)).ok();
    if text.is_none() {
        println!("skipped: {path} is not there");
    }
    text
}

#[test]
fn public_test_vectors_land_where_they_should() {
    let Some(text) = shared("facts/ga4_channels.yaml") else {
        return;
    };
    let tree = Tree::parse(text);
    let root = tree.documents().next().expect("one document");
    let mut wrong = Vec::new();
    let mut count = 0;
    for vector in root.get("test_vectors").expect("vectors").items() {
        let get = |key: &str| vector.get(key).and_then(|node| node.value()).unwrap_or("");
        let decision = ChannelGroup::ga4().classify(get("source"), get("medium"), get("campaign"));
        count += 1;
        if decision.channel != get("expect") {
            wrong.push(format!(
                "{} / {} / {}: {} instead of {}",
                get("source"),
                get("medium"),
                get("campaign"),
                decision.channel,
                get("expect")
            ));
        }
    }
    assert!(
        count >= 40 && wrong.is_empty(),
        "{count} vectors\n{}",
        wrong.join("\n")
    );
}

#[test]
fn other_projects_cases_land_where_google_documents_them() {
    let Some(text) = shared("corpora/channels/cases.tsv") else {
        return;
    };
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let mut wrong = Vec::new();
    for line in lines {
        let row: Vec<&str> = line.split('\t').collect();
        let get = |name: &str| {
            header
                .iter()
                .position(|known| *known == name)
                .and_then(|at| row.get(at))
                .copied()
                .unwrap_or("")
        };
        if get("agrees") != "yes" || get("utm_only") != "yes" {
            continue;
        }
        let decision = ChannelGroup::ga4().classify(get("source"), get("medium"), get("campaign"));
        if decision.channel != get("ga4_reference") {
            wrong.push(format!(
                "{}: {} instead of {}",
                get("case_id"),
                decision.channel,
                get("ga4_reference")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
