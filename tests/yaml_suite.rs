//! The YAML test suite: what must fail fails, and what must parse gives the values of `in.json`.
//!
//! The suite lies beside the project in `../shared/corpora/yaml-test-suite` (or below the folder
//! that `CAMPAIGNLINT_SHARED` names); without it these tests have nothing to say and pass.

#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use campaignlint::syntax::{Core, Node, NodeKind, Tree};
use serde_json::{Map, Number, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// Cases that do not come out as the suite says, each with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

fn suite() -> Option<PathBuf> {
    let shared = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = shared.join("corpora/yaml-test-suite");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: the YAML test suite is not there");
    None
}

/// All folders that hold a case, with their names.
fn cases(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.join("in.yaml").is_file() {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                found.push((name, path));
            } else if path.is_dir() {
                waiting.push(path);
            }
        }
    }
    found.sort();
    found
}

fn json(node: Node<'_>) -> Value {
    let node = node.resolved();
    match node.kind() {
        NodeKind::Mapping => {
            let mut map = Map::new();
            for entry in node.entries() {
                let key = match json(entry.key) {
                    Value::String(text) => text,
                    Value::Null => String::new(),
                    other => other.to_string(),
                };
                map.insert(key, json(entry.value));
            }
            Value::Object(map)
        }
        NodeKind::Sequence => Value::Array(node.items().map(json).collect()),
        _ => match node.core() {
            Core::Null => Value::Null,
            Core::Bool(value) => Value::Bool(value),
            Core::Int(value) => Value::Number(value.into()),
            Core::Float(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
            Core::Text(text) => Value::String(text.to_owned()),
            Core::Collection => Value::String("an error node".to_owned()),
        },
    }
}

/// Equality with numbers compared by value and entries without order.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

/// What is wrong with a case, `None` when nothing is.
fn wrong(case: &Path) -> Option<String> {
    let tree = match Tree::from_bytes(fs::read(case.join("in.yaml")).unwrap()) {
        Ok(tree) => tree,
        Err(error) => return Some(error.to_string()),
    };
    let must_fail = case.join("error").is_file();
    if must_fail {
        return tree
            .errors()
            .is_empty()
            .then(|| "accepted although invalid".to_owned());
    }
    if let Some(error) = tree.errors().first() {
        return Some(format!("refused although valid: {error}"));
    }
    let Ok(expected) = fs::read_to_string(case.join("in.json")) else {
        return None;
    };
    let expected: Vec<Value> = serde_json::Deserializer::from_str(&expected)
        .into_iter()
        .collect::<Result<_, _>>()
        .unwrap();
    let got: Vec<Value> = tree.documents().map(json).collect();
    let equal = got.len() == expected.len() && got.iter().zip(&expected).all(|(a, b)| same(a, b));
    (!equal).then(|| format!("expected {expected:?}, got {got:?}"))
}

#[test]
fn every_case_comes_out_as_the_suite_says() {
    let Some(folder) = suite() else { return };
    let cases = cases(&folder);
    assert!(cases.len() >= 400, "only {} cases found", cases.len());
    let mut surprises = Vec::new();
    for (name, path) in &cases {
        let excepted = EXCEPTIONS.iter().any(|(case, _)| case == name);
        match wrong(path) {
            Some(what) if !excepted => surprises.push(format!("{name}: {what}")),
            None if excepted => surprises.push(format!("{name}: no exception any more")),
            _ => {}
        }
    }
    assert!(
        surprises.is_empty(),
        "{} of {}:\n{}",
        surprises.len(),
        cases.len(),
        surprises.join("\n")
    );
}

/// Every character of every scalar has a source inside its node, in order, and where the source
/// is a single plain character it is that character.
#[test]
fn every_character_of_every_scalar_knows_its_source() {
    let Some(folder) = suite() else { return };
    let mut seen = 0;
    for (name, path) in cases(&folder) {
        let Ok(text) = String::from_utf8(fs::read(path.join("in.yaml")).unwrap()) else {
            continue;
        };
        for text in [
            text.clone(),
            text.replace("\r\n", "\n").replace('\n', "\r\n"),
        ] {
            let tree = Tree::parse(text);
            for node in tree.nodes().filter(|node| node.kind() == NodeKind::Scalar) {
                check_scalar(&name, node);
                seen += 1;
            }
        }
    }
    assert!(seen > 2000, "only {seen} scalars seen");
}

fn check_scalar(case: &str, node: Node<'_>) {
    let value = node.value().unwrap();
    let whole = node.span();
    let mut last = whole.start;
    for (at, character) in value.char_indices() {
        let span = node.source_span(at..at + character.len_utf8());
        let source = node.tree().slice(span);
        let told = format!(
            "{case}: {character:?} at {at} of {value:?} is {source:?} at {span:?} of {node:?}"
        );
        assert!(whole.contains(span), "outside of its node: {told}");
        assert!(span.start >= last, "not in order: {told}");
        last = span.start;
        let mut characters = source.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) if only == character => {}
            (Some('\r' | '\n'), None) if matches!(character, '\n' | ' ') => {}
            // A block scalar at the end of a file has a line break that the file has not.
            (None, None) if character == '\n' && span.end == whole.end => {}
            (Some('\\'), Some(_)) => {
                // An escape alone in quotes must decode to the character (or characters).
                let alone = Tree::parse(format!("\"a{source}b\""));
                let alone = alone.documents().next().unwrap();
                let decoded = alone.value().unwrap();
                let decoded = &decoded[1..decoded.len() - 1];
                assert!(
                    decoded.contains(character),
                    "decodes to {decoded:?}: {told}"
                );
            }
            (Some('\''), Some('\'')) if character == '\'' => {}
            _ => {
                // Folding: nothing but white space, with at least one line break.
                assert!(matches!(character, ' ' | '\n'), "{told}");
                assert!(
                    source.trim().is_empty() && source.contains(['\n', '\r']),
                    "{told}"
                );
            }
        }
    }
    let all = node.source_span(0..value.len());
    assert!(whole.contains(all), "{case}: {node:?}: {all:?}");
    let beyond = node.source_span(value.len()..value.len() + 9);
    assert!(
        whole.contains(beyond) && beyond.is_empty(),
        "{case}: {node:?}: {beyond:?}"
    );
}

/// Whatever the file looks like, a scalar that gets a new value has it, and nothing else changes.
#[test]
fn every_scalar_can_be_given_another_value() {
    use campaignlint::syntax::edit::{apply, set_value};
    let Some(folder) = suite() else { return };
    let mut surprises = Vec::new();
    let mut done = 0;
    for (name, path) in cases(&folder) {
        let Ok(text) = String::from_utf8(fs::read(path.join("in.yaml")).unwrap()) else {
            continue;
        };
        let tree = Tree::parse(text);
        if !tree.errors().is_empty() {
            continue;
        }
        for (number, node) in tree.nodes().enumerate() {
            if node.kind() != NodeKind::Scalar || NOT_EDITED.contains(&name.as_str()) {
                continue;
            }
            for new in ["plain", "a: b # c", "two\nlines\n", "12"] {
                done += 1;
                let edit = set_value(node, new);
                let after = Tree::parse(apply(tree.text(), std::slice::from_ref(&edit)).unwrap());
                let good = after.errors().is_empty()
                    && after.nodes().count() == tree.nodes().count()
                    && after
                        .nodes()
                        .zip(tree.nodes())
                        .enumerate()
                        .all(|(at, (a, b))| {
                            a.kind() == b.kind()
                                && (a.kind() != NodeKind::Scalar
                                    || a.value()
                                        == if at == number { Some(new) } else { b.value() })
                        });
                let comments = |tree: &Tree| -> Vec<String> {
                    tree.comments()
                        .iter()
                        .map(|c| tree.slice(c.span).to_owned())
                        .collect()
                };
                if !good || comments(&after) != comments(&tree) {
                    surprises.push(format!(
                        "{name} {number} {new:?}: {edit:?}\n{}\n=>\n{}",
                        tree.text(),
                        after.text()
                    ));
                }
            }
        }
    }
    assert!(done > 4000, "only {done} edits made");
    assert!(
        surprises.is_empty(),
        "{} of {done}:\n{}",
        surprises.len(),
        surprises.join("\n----\n")
    );
}

/// Cases that are left out, each for a reason.
const NOT_EDITED: &[&str] = &[
    // A `?` alone in brackets: neither key nor value is there, and no edit asks to fill both.
    "DFF7",
];
