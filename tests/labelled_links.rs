//! The link rules against links whose defects were labelled by eye. The labelled links are not part
//! of the project: where they aren't found, the test says so and passes.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that reports what it measured"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use campaignlint::checks::{ListChecker, RuleSet, Selection, TODAY};
use campaignlint::diagnostics::Severity;
use campaignlint::links::Context;
use campaignlint::workspace::{Preset, Reads, Workspace, load_texts};

/// Which rules answer for a label. One of them has to speak.
const LABELS: &[(&str, &[&str])] = &[
    ("missing-source", &["tracking/parameter-missing"]),
    ("missing-medium", &["tracking/parameter-missing"]),
    ("missing-campaign", &["tracking/parameter-missing"]),
    ("uppercase-value", &["tracking/value-case"]),
    ("space-in-value", &["tracking/value-whitespace"]),
    ("empty-value", &["tracking/parameter-empty"]),
    ("param-typo", &["tracking/parameter-typo"]),
    ("uppercase-param-name", &["tracking/parameter-case"]),
    ("non-standard-param", &["tracking/parameter-unknown"]),
    ("double-equals", &["tracking/double-equals"]),
    ("bad-percent-encoding", &["tracking/value-encoding"]),
    ("special-char-in-value", &["tracking/value-character"]),
    // A quotation mark that stuck to the end of a link is one mistake, and reported once.
    (
        "non-ascii-value",
        &["tracking/value-character", "tracking/trailing-punctuation"],
    ),
    ("source-equals-medium", &["tracking/source-is-medium"]),
    ("medium-value-in-source", &["tracking/source-is-medium"]),
    ("source-value-in-medium", &["tracking/source-is-medium"]),
    ("duplicate-param", &["tracking/parameter-duplicate"]),
    ("http-scheme", &["tracking/insecure-scheme"]),
    ("utm-in-fragment", &["tracking/after-fragment"]),
    ("second-question-mark", &["tracking/second-question-mark"]),
    ("no-question-mark", &["tracking/missing-question-mark"]),
    ("amp-entity", &["tracking/entity-escaped"]),
    ("trailing-punctuation", &["tracking/trailing-punctuation"]),
    ("relative-link", &["tracking/relative-link"]),
    ("non-public-host", &["tracking/host-not-public"]),
    ("click-id", &["tracking/click-id"]),
];

/// Whether this label needs to know the hosts of the page on which the link stands; a row doesn't
/// say them.
const NEEDS_PAGE: &[&str] = &["internal-link"];

struct Row {
    id: String,
    url: String,
    labels: BTreeSet<String>,
    context: Context,
}

fn rows() -> Option<Vec<Row>> {
    let shared = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(shared.join("corpora/utm/labelled.tsv")).ok()?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next()?.split('\t').collect();
    let column = |name: &str| head.iter().position(|column| *column == name);
    let (id, url) = (column("id")?, column("url")?);
    let (defects, file) = (column("defects")?, column("file")?);
    let rows = lines.filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let labels = cells
            .get(defects)?
            .split(',')
            .map(|label| label.trim().to_string());
        Some(Row {
            id: (*cells.get(id)?).to_string(),
            url: (*cells.get(url)?).to_string(),
            labels: labels.collect(),
            context: Context::from_path(Path::new(cells.get(file).copied().unwrap_or_default())),
        })
    });
    Some(rows.collect())
}

#[test]
fn labelled_links_are_judged_as_labelled() {
    let Some(rows) = rows() else {
        println!(
            "skipped: no labelled links; CAMPAIGNLINT_SHARED names the folder that holds them"
        );
        return;
    };
    let rules = RuleSet::built_in();
    let loaded = load_texts(Vec::new(), &["common-tracking"]);
    let workspace = Workspace::new(&loaded);
    let selection = Selection {
        preset: Some(Preset::Recommended),
        ..Selection::default()
    };
    let checker = ListChecker::new(&workspace, &rules, &selection, TODAY, "", Vec::new());
    let reads = Reads::off();
    let mut worker = checker.worker(&reads);

    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut lost = Vec::new();
    let mut surplus: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut errors_on_clean = Vec::new();
    for row in &rows {
        let findings = worker.check(&row.url, row.context).findings;
        let speaking: BTreeSet<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        for (label, answering) in LABELS {
            let exists = answering.iter().any(|rule| rules.get(rule).is_some());
            if !exists || !row.labels.contains(*label) {
                continue;
            }
            let count = found.entry(label).or_default();
            count.1 += 1;
            if answering.iter().any(|rule| speaking.contains(rule)) {
                count.0 += 1;
            } else {
                lost.push(format!("{} {label}: {}", row.id, row.url));
            }
        }
        for rule in speaking {
            let answers = LABELS
                .iter()
                .any(|(label, rules)| rules.contains(&rule) && row.labels.contains(*label));
            if !answers {
                surplus
                    .entry(rule.to_string())
                    .or_default()
                    .push(format!("{} {}", row.id, row.url));
            }
        }
        if row.labels.contains("clean") {
            let errors = findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error);
            errors_on_clean.extend(
                errors.map(|f| format!("{} {}: {}: {}", row.id, f.rule, f.message, row.url)),
            );
        }
    }

    for (label, answering) in LABELS {
        if !answering.iter().any(|rule| rules.get(rule).is_some()) {
            println!(
                "skipped: {label}, because there is no rule {}",
                answering.join(" or ")
            );
        }
    }
    for label in NEEDS_PAGE {
        println!("skipped: {label}, because a row doesn't say on which page the link stands");
    }
    for (label, (right, all)) in &found {
        println!("{label}: {right} of {all}");
    }
    for line in &lost {
        println!("lost: {line}");
    }
    for (rule, links) in &surplus {
        println!("{rule} speaks without its label on {} links", links.len());
        for link in links {
            println!("    {link}");
        }
    }
    assert!(
        errors_on_clean.is_empty(),
        "errors on clean links: {errors_on_clean:#?}"
    );
    let right: usize = found.values().map(|(right, _)| right).sum();
    let all: usize = found.values().map(|(_, all)| all).sum();
    assert!(
        right * 100 >= all * 95,
        "{right} of {all} labels were found"
    );
    for (label, (right, all)) in &found {
        assert!(
            *all < 10 || right * 100 >= all * 95,
            "{label}: {right} of {all}"
        );
    }
    for (rule, links) in &surplus {
        let share = links.len() * 100;
        assert!(
            share <= rows.len() * 5,
            "{rule} speaks on {} links too many",
            links.len()
        );
    }
}
