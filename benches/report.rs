//! How long it takes to tell a thousand findings, in each format.

#![allow(missing_docs)]

use campaignlint::checks::{RuleSet, Selection, check};
use campaignlint::commands::generated_workspace;
use campaignlint::diagnostics::{Finding, assign_fingerprints};
use campaignlint::report::{self, Format, Look, Report, Summary};
use campaignlint::workspace::{Loaded, Workspace, load_texts};
use divan::{Bencher, black_box};
use jiff::civil::date;

fn main() {
    divan::main();
}

const FINDINGS: usize = 1000;

fn loaded() -> Loaded {
    load_texts(generated_workspace(500).collect(), &["common-tracking"])
}

/// What is found in the workspace, again and again until it is a thousand.
fn findings(loaded: &Loaded) -> Vec<Finding> {
    let workspace = Workspace::new(loaded);
    let rules = RuleSet::of(&workspace);
    let today = date(2026, 11, 22);
    let found = check(&workspace, &rules, &Selection::default(), today, false).findings;
    let mut findings: Vec<Finding> = found.iter().cycle().take(FINDINGS).cloned().collect();
    findings.sort_by_key(|finding| (finding.place.file, finding.place.span));
    assign_fingerprints(&mut findings, &loaded.sources);
    findings
}

#[divan::bench(args = Format::ALL)]
fn tell_1000_findings(bencher: Bencher<'_, '_>, format: Format) {
    let loaded = loaded();
    let findings = findings(&loaded);
    let look = Look {
        limit: FINDINGS,
        ..Look::default()
    };
    bencher.bench_local(|| {
        let report = Report {
            findings: black_box(&findings),
            sources: &loaded.sources,
            hidden: &[],
            summary: Summary::of(&findings, loaded.sources.len() as u64),
        };
        let mut out = Vec::new();
        let told = report::write(format, &report, look, &mut out);
        told.expect("a list in memory takes every byte");
        out
    });
}

#[divan::bench]
fn name_1000_findings(bencher: Bencher<'_, '_>) {
    let loaded = loaded();
    let findings = findings(&loaded);
    bencher
        .with_inputs(|| findings.clone())
        .bench_local_values(|mut findings| {
            assign_fingerprints(&mut findings, &loaded.sources);
            findings
        });
}
