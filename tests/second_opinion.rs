//! Another YAML library says the same of every document of this project: the values that rules see
//! are those that a deploy script or a schema validator sees.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

use campaignlint::syntax::Tree;
use campaignlint::workspace::to_json;
use serde::Deserialize;
use serde_json::Value;

/// Where libraries differ by intention: these rules are about such values (`012`, `.nan`, `!x`).
const NOT_COMPARED: [&str; 2] = ["yaml/implicit-type", "yaml/unknown-tag"];

/// Fewer files than this, and the search for them is broken.
const FEWEST_FILES: usize = 150;

fn yaml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            yaml_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(path);
        }
    }
}

/// The documents of a text as the other library reads them; `None` where it reads no values.
fn their_documents(text: &str) -> Option<Vec<Value>> {
    serde_yaml::Deserializer::from_str(text)
        .map(|document| {
            let mut value = serde_yaml::Value::deserialize(document).ok()?;
            value.apply_merge().ok()?;
            Some(as_json(&value))
        })
        .collect()
}

fn as_json(value: &serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Null => Value::Null,
        serde_yaml::Value::Bool(value) => Value::Bool(*value),
        serde_yaml::Value::Number(number) => serde_json::to_value(number).unwrap(),
        serde_yaml::Value::String(text) => Value::from(text.as_str()),
        serde_yaml::Value::Sequence(items) => items.iter().map(as_json).collect(),
        serde_yaml::Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let key = match as_json(key) {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                (key, as_json(value))
            });
            Value::Object(entries.collect())
        }
        serde_yaml::Value::Tagged(tagged) => as_json(&tagged.value),
    }
}

#[test]
fn another_library_reads_the_same_values() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["examples", "rules", "src"] {
        yaml_files(&project.join(folder), &mut files);
    }
    let mut compared = 0;
    for path in files {
        let shown = path.to_string_lossy();
        if NOT_COMPARED.iter().any(|rule| shown.contains(rule)) {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let tree = Tree::parse(text.clone());
        // Cases of rules may be broken on purpose: then there is nothing to compare.
        let (true, Some(theirs)) = (tree.errors().is_empty(), their_documents(&text)) else {
            continue;
        };
        let ours: Vec<Value> = tree.documents().map(to_json).collect();
        assert_eq!(ours, theirs, "{}", path.display());
        compared += 1;
    }
    assert!(
        compared >= FEWEST_FILES,
        "only {compared} files were compared"
    );
}
