//! How long a list of links takes on one thread: reading the list, and checking its links.

#![allow(missing_docs)]

use campaignlint::checks::{ListChecker, RuleSet, Selection};
use campaignlint::commands::generated_links;
use campaignlint::commands::urls::{Chunk, ListReader, Options};
use campaignlint::links::Context;
use campaignlint::workspace::{Loaded, Reads, Workspace, load_texts};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use jiff::civil::date;
use std::path::Path;

fn main() {
    divan::main();
}

const LINKS: usize = 100_000;

fn policy() -> Loaded {
    load_texts(Vec::new(), &["common-tracking"])
}

#[divan::bench(sample_count = 10)]
fn check_100_000_links(bencher: Bencher<'_, '_>) {
    let loaded = policy();
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let selection = Selection::default();
    let today = date(2026, 11, 22);
    let checker = ListChecker::new(&workspace, &rules, &selection, today, "links", Vec::new());
    let reads = Reads::off();
    let links: Vec<String> = generated_links(LINKS).collect();
    bencher.counter(ItemsCount::new(LINKS)).bench_local(|| {
        let mut worker = checker.worker(&reads);
        let check = |link: &String| worker.check(black_box(link), Context::Text).findings.len();
        links.iter().map(check).sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn read_a_list_of_100_000_links(bencher: Bencher<'_, '_>) {
    let list: String = generated_links(LINKS).map(|link| link + "\n").collect();
    let options = Options::new(Path::new("links.txt"), None, None);
    bencher.counter(ItemsCount::new(LINKS)).bench_local(|| {
        let mut reader = ListReader::open(list.as_bytes(), &options).expect("a list of links");
        let mut chunk = Chunk::default();
        let mut rows = 0;
        while reader.next_chunk(&mut chunk).expect("memory can be read") {
            rows += chunk.rows().count();
        }
        rows
    });
}
