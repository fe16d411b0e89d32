//! How long a workspace takes in memory, step by step: text to trees, trees to an index, checks.

#![allow(missing_docs)]

use campaignlint::checks::{RuleSet, Selection, check};
use campaignlint::commands::generated_workspace;
use campaignlint::workspace::{Loaded, Workspace, load_texts};
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

fn main() {
    divan::main();
}

const CAMPAIGNS: usize = 200;
const TODAY: Date = date(2026, 11, 22);

fn texts() -> Vec<(String, String)> {
    generated_workspace(CAMPAIGNS).collect()
}

fn loaded() -> Loaded {
    load_texts(texts(), &["common-tracking"])
}

#[divan::bench]
fn parse_200_campaigns(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(texts)
        .bench_values(|texts| load_texts(texts, &["common-tracking"]));
}

#[divan::bench]
fn read_200_campaigns(bencher: Bencher<'_, '_>) {
    let loaded = loaded();
    bencher.bench_local(|| Workspace::new(black_box(&loaded)));
}

#[divan::bench]
fn check_200_campaigns(bencher: Bencher<'_, '_>) {
    let loaded = loaded();
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let selection = Selection::default();
    bencher.bench_local(|| check(black_box(&workspace), &rules, &selection, TODAY, false));
}

/// What every run pays before it looks at any file.
#[divan::bench]
fn set_the_rules_up() -> usize {
    let loaded = load_texts(Vec::new(), &[]);
    let workspace = Workspace::new(&loaded);
    RuleSet::of(&workspace).len()
}
