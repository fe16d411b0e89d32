//! Every hostile file of the collection, named on the command line: each gives what its line of
//! `expectations.tsv` asks for, none stops the run, and none takes long.
//!
//! The files lie beside the project in `../shared/corpora/nasty` (or below the folder that
//! `CAMPAIGNLINT_SHARED` names); without them this test has nothing to say and passes.

#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use campaignlint::checks::{RuleSet, Selection, TODAY, check};
use campaignlint::workspace::{Input, Preset, Workspace, load};

/// A file and the rules that must speak about it; `line` is where, 0 is anywhere.
struct Expected {
    file: &'static str,
    rules: &'static [(&'static str, u32)],
}

/// What the collection asks for beyond "there is a finding".
const EXPECTED: &[Expected] = &[
    at("enc/utf16le-bom.yaml", &[("yaml/encoding", 0)]),
    at("enc/utf16be-bom.yaml", &[("yaml/encoding", 0)]),
    at("enc/latin1.yaml", &[("yaml/encoding", 0)]),
    at("enc/cp1252-quotes.yaml", &[("yaml/encoding", 0)]),
    at("enc/truncated-utf8.yaml", &[("yaml/encoding", 0)]),
    at("enc/nul-in-middle.yaml", &[("yaml/syntax", 0)]),
    at("enc/control-chars.yaml", &[("yaml/syntax", 0)]),
    at("enc/nbsp-indent.yaml", &[("yaml/suspicious-character", 2)]),
    at(
        "enc/fullwidth-colon.yaml",
        &[
            ("yaml/suspicious-character", 1),
            ("workspace/unknown-kind", 1),
        ],
    ),
    at("enc/smart-quotes.yaml", &[("yaml/suspicious-character", 1)]),
    at("empty/null-root.yaml", &[("workspace/unknown-kind", 1)]),
    at("empty/scalar-root.yaml", &[("workspace/unknown-kind", 1)]),
    at("empty/list-root.yaml", &[("workspace/unknown-kind", 1)]),
    at("ws/trailing-spaces.yaml", &[("yaml/edge-space", 2)]),
    at("types/colon-in-value.yaml", &[("yaml/syntax", 1)]),
    at(
        "types/hash-in-value.yaml",
        &[
            ("yaml/comment-cuts-value", 1),
            ("yaml/comment-cuts-value", 2),
            ("yaml/comment-cuts-value", 3),
        ],
    ),
    at("types/star-wildcard.yaml", &[("yaml/syntax", 1)]),
    at("types/bang-value.yaml", &[("yaml/unknown-tag", 1)]),
    at(
        "types/brace-template.yaml",
        &[("yaml/unquoted-template", 1), ("yaml/unquoted-template", 2)],
    ),
    at("types/quote-mid.yaml", &[("yaml/syntax", 1)]),
    at("types/unclosed-quote.yaml", &[("yaml/syntax", 1)]),
    at("types/unclosed-flow.yaml", &[("yaml/syntax", 1)]),
    at("struct/duplicate-keys.yaml", &[("yaml/duplicate-key", 3)]),
    at(
        "struct/duplicate-nested.yaml",
        &[("yaml/duplicate-key", 2), ("yaml/duplicate-key", 4)],
    ),
    at("struct/merge-cycle.yaml", &[("yaml/anchor-cycle", 2)]),
    at("struct/merge-non-map.yaml", &[("yaml/syntax", 3)]),
    at("struct/undefined-alias.yaml", &[("yaml/syntax", 1)]),
    at("struct/multi-doc-second-broken.yaml", &[("yaml/syntax", 4)]),
    at("tags/python-object.yaml", &[("yaml/unknown-tag", 1)]),
    at("tags/python-name.yaml", &[("yaml/unknown-tag", 1)]),
    at(
        "tags/include.yaml",
        &[
            ("yaml/unknown-tag", 1),
            ("yaml/unknown-tag", 2),
            ("yaml/unknown-tag", 3),
        ],
    ),
    at("bombs/many-dup-keys.yaml", &[("yaml/duplicate-key", 2)]),
];

const fn at(file: &'static str, rules: &'static [(&'static str, u32)]) -> Expected {
    Expected { file, rules }
}

/// No file takes longer than this, in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(5);

fn nasty() -> Option<PathBuf> {
    let shared = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = shared.join("corpora/nasty");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: the hostile files are not there");
    None
}

/// What is said about one file: the rule, the line, the message.
fn said(file: &Path) -> Vec<(String, u32, String)> {
    let root = tempfile::tempdir().unwrap();
    let loaded = load(&Input {
        root: root.path().to_path_buf(),
        named: vec![file.to_path_buf()],
        ..Input::default()
    });
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::built_in();
    let selection = Selection {
        preset: Some(Preset::Strict),
        ..Selection::default()
    };
    let checked = check(&workspace, &rules, &selection, TODAY, false);
    checked
        .findings
        .iter()
        .map(|finding| {
            let tree = &loaded.sources.file(finding.place.file).tree;
            let (line, _) = tree.line_column(finding.place.span.start);
            (finding.rule.to_string(), line, finding.message.clone())
        })
        .collect()
}

#[test]
fn every_hostile_file_gives_what_is_expected() {
    let Some(folder) = nasty() else { return };
    let expectations = std::fs::read_to_string(folder.join("expectations.tsv")).unwrap();
    let mut wrong = String::new();
    let mut seen = 0;
    for line in expectations.lines().skip(1) {
        let mut columns = line.split('\t');
        let (Some(name), Some(class)) = (columns.next(), columns.next()) else {
            continue;
        };
        let path = folder.join(name.replace("\\n", "\n"));
        if !path.is_file() {
            // Those under `fs/` are made by the tests of the file system.
            continue;
        }
        seen += 1;
        let started = Instant::now();
        let said = said(&path);
        let took = started.elapsed();
        if took > LONGEST {
            wrong += &format!("{name}: took {took:?}\n");
        }
        if matches!(class, "error" | "finding" | "finding-or-error") && said.is_empty() {
            wrong += &format!("{name}: nothing is said\n");
        }
        if class == "ok" {
            for (rule, line, message) in &said {
                if matches!(rule.as_str(), "yaml/syntax" | "yaml/encoding") {
                    wrong += &format!("{name}:{line}: {rule}: {message}\n");
                }
            }
        }
        for expected in EXPECTED.iter().filter(|expected| expected.file == name) {
            for (rule, line) in expected.rules {
                let found = said
                    .iter()
                    .any(|(r, l, _)| r == rule && (*line == 0 || l == line));
                if !found {
                    wrong += &format!("{name}: {rule} is missing at line {line}: {said:#?}\n");
                }
            }
        }
    }
    assert!(seen > 80, "only {seen} files were found");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn one_mistake_is_told_once() {
    let Some(folder) = nasty() else { return };
    let count = |name: &str, rule: &str| {
        let said = said(&folder.join(name));
        said.iter().filter(|(r, _, _)| r == rule).count()
    };
    assert_eq!(count("types/unclosed-quote.yaml", "yaml/syntax"), 1);
    assert_eq!(count("types/unclosed-flow.yaml", "yaml/syntax"), 1);
    assert_eq!(count("struct/duplicate-keys.yaml", "yaml/duplicate-key"), 1);
    assert_eq!(
        count("struct/duplicate-nested.yaml", "yaml/duplicate-key"),
        2
    );
    assert!(count("bombs/many-dup-keys.yaml", "yaml/duplicate-key") <= 100);
}

/// What a file says about a type only shows where a key wants one.
#[test]
fn hostile_values_under_typed_keys_are_told() {
    let told = |yaml: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("campaign.yaml");
        std::fs::write(&path, format!("kind: campaign\nchannel: webcast\n{yaml}\n")).unwrap();
        said(&path)
    };
    for (yaml, rule) in [
        ("budget: { amount: .inf }", "workspace/invalid-value"),
        ("budget: { amount: .NaN }", "workspace/invalid-value"),
        ("start: 2024-02-30", "workspace/invalid-value"),
        ("start: 2024-1-5", "workspace/invalid-value"),
        ("start: 02/03/2024", "workspace/invalid-value"),
        ("region: NO", "yaml/implicit-type"),
        ("languages: [no, en]", "yaml/implicit-type"),
        ("topic: 01234", "yaml/implicit-type"),
        ("topic: 12:30", "yaml/implicit-type"),
        ("links: email, social, paid", "workspace/wrong-type"),
        ("topic: !!binary aGVsbG8=", ""),
        ("topic: !!str NO", ""),
    ] {
        let said = told(yaml);
        let found = said.iter().any(|(r, line, _)| r == rule && *line == 3);
        assert_eq!(found, !rule.is_empty(), "{yaml}: {said:#?}");
        if rule.is_empty() {
            assert!(
                !said.iter().any(|(r, ..)| r == "yaml/implicit-type"),
                "{yaml}: {said:#?}"
            );
        }
    }
}

/// Nine lists that each hold the one before nine times say 387 million things; as JSON they stay
/// small.
#[test]
fn aliases_do_not_fill_the_memory() {
    let mut text = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (name, before) in ('b'..='i').zip('a'..) {
        let items = vec![format!("*{before}"); 9].join(", ");
        text += &format!("{name}: &{name} [{items}]\n");
    }
    let tree = campaignlint::syntax::Tree::parse(text);
    let root = tree.documents().next().unwrap();
    let json = campaignlint::workspace::to_json(root).to_string();
    assert!(json.len() < 2_000_000, "{}", json.len());
}

/// A block that is used a thousand times is looked at once.
#[test]
fn a_block_with_many_aliases_costs_its_size_once() {
    let mut text = String::from("kind: audience\nwho: &who\n");
    for number in 0..20_000 {
        text += &format!("  field-{number}: \"value \"\n");
    }
    text += "any:\n";
    for _ in 0..20_000 {
        text += "  - *who\n";
    }
    text += "expect: #many\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("audience.yaml");
    std::fs::write(&path, text).unwrap();
    let started = Instant::now();
    let said = said(&path);
    assert!(!said.is_empty());
    assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
}
