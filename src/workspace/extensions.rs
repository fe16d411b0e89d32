//! A team's own keys: a JSON Schema for a kind, whose properties its documents may carry.

use std::collections::HashMap;
use std::path::{Component, Path};

use jsonschema::Validator;
use serde_json::Value;

use super::configuration::Configuration;
use crate::diagnostics::Reporter;
use crate::model::Kind;
use crate::model::reader::Reader;
use crate::syntax::{Core, Node, NodeKind};

/// The largest schema that is read.
const LARGEST_SCHEMA: u64 = 1024 * 1024;

/// The schemas of a workspace's own keys, by kind.
#[derive(Debug, Default)]
pub struct Extensions(HashMap<Kind, Extension>);

#[derive(Debug)]
struct Extension {
    keys: Vec<String>,
    validator: Validator,
    path: String,
}

impl Extensions {
    pub(super) fn load<'a>(
        root: &Path,
        configuration: Option<&Configuration<'a>>,
        reader: &mut Reader<'a>,
    ) -> Extensions {
        let mut extensions = Extensions::default();
        let entries = configuration
            .iter()
            .flat_map(|c| &c.extensions)
            .flat_map(|map| &map.entries);
        for (kind, path) in entries {
            let Some(kind) = Kind::by_name(kind.value) else {
                continue;
            };
            match load(root, path.value) {
                Ok(extension) => {
                    extensions.0.insert(kind, extension);
                }
                Err(reason) => {
                    reader.reporter.find_as(
                        "workspace/extension-invalid",
                        path.node,
                        format!("This schema can't be used: {reason}."),
                        "Give the path, within the workspace, of a JSON Schema with `properties`.",
                    );
                }
            }
        }
        extensions
    }

    /// The keys that were added to a kind.
    pub fn keys_of(&self, kind: Kind) -> Vec<String> {
        self.0
            .get(&kind)
            .map_or_else(Vec::new, |extension| extension.keys.clone())
    }

    /// Checks a document's added keys against their schema.
    pub(super) fn check(&self, kind: Kind, root: Node<'_>, reporter: &mut Reporter) {
        let Some(extension) = self.0.get(&kind) else {
            return;
        };
        let mut own = serde_json::Map::new();
        for entry in root.effective_entries() {
            if let Some(key) = entry.key.value()
                && extension.keys.iter().any(|known| known == key)
            {
                own.insert(key.to_string(), to_json(entry.value));
            }
        }
        let instance = Value::Object(own);
        for error in extension.validator.iter_errors(&instance) {
            let pointer = error.instance_path().to_string();
            let node = follow(root, &pointer).unwrap_or(root);
            let place = if node.id() == root.id() {
                crate::model::reader::opening(root)
            } else {
                crate::diagnostics::Place::from(node)
            };
            reporter.find_as(
                "workspace/extension-invalid",
                place,
                format!("The team's own schema does not allow this: {error}."),
                format!("See `{}`.", extension.path),
            );
        }
    }
}

fn load(root: &Path, path: &str) -> Result<Extension, String> {
    let text = read_within(root, path)?;
    let schema: Value =
        serde_json::from_str(&text).map_err(|error| format!("it is not JSON ({error})"))?;
    let keys: Vec<String> = schema
        .get("properties")
        .and_then(Value::as_object)
        .map(|properties| properties.keys().cloned().collect())
        .ok_or("it has no `properties`")?;
    let validator = jsonschema::validator_for(&schema)
        .map_err(|error| format!("it is not a JSON Schema ({error})"))?;
    Ok(Extension {
        keys,
        validator,
        path: path.to_string(),
    })
}

/// Reads a small text file of the workspace; paths that lead outside are refused.
pub(super) fn read_within(root: &Path, path: &str) -> Result<String, String> {
    let relative = Path::new(path);
    if !relative
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
    {
        return Err("it lies outside of the workspace".to_string());
    }
    let full = root.join(relative);
    let inside = match (full.canonicalize(), root.canonicalize()) {
        (Ok(full), Ok(root)) => full.starts_with(root),
        (Err(error), _) | (_, Err(error)) => return Err(super::discover::in_words(&error)),
    };
    if !inside {
        return Err("it lies outside of the workspace".to_string());
    }
    let metadata = std::fs::metadata(&full).map_err(|error| super::discover::in_words(&error))?;
    if !metadata.is_file() || metadata.len() > LARGEST_SCHEMA {
        return Err("it is not a file of at most 1 MB".to_string());
    }
    std::fs::read_to_string(&full).map_err(|error| super::discover::in_words(&error))
}

/// How many nodes one value may have as JSON. Aliases can make a small file say far more.
const MOST_NODES: usize = 100_000;

/// The value of a node as JSON, by YAML's own types. What goes beyond every measure is left out.
pub fn to_json(node: Node<'_>) -> Value {
    let mut left = MOST_NODES;
    to_json_within(node, 0, &mut left)
}

fn to_json_within(node: Node<'_>, depth: u32, left: &mut usize) -> Value {
    // Aliases may nest deeper than the text; nothing sensible does.
    if depth > 64 || *left == 0 {
        return Value::Null;
    }
    *left -= 1;
    let node = node.resolved();
    match node.kind() {
        NodeKind::Mapping => Value::Object(
            node.effective_entries()
                .filter_map(|entry| {
                    Some((
                        entry.key.value()?.to_string(),
                        to_json_within(entry.value, depth + 1, left),
                    ))
                })
                .collect(),
        ),
        NodeKind::Sequence => Value::Array(
            node.items()
                .map(|item| to_json_within(item, depth + 1, left))
                .collect(),
        ),
        _ => match node.core() {
            Core::Null => Value::Null,
            Core::Bool(value) => Value::Bool(value),
            Core::Int(number) => Value::from(number),
            // JSON has no infinity and no not-a-number; as text they are at least not nothing.
            Core::Float(number) if number.is_finite() => Value::from(number),
            Core::Float(_) => Value::from(node.value().unwrap_or_default()),
            Core::Text(text) => Value::from(text),
            Core::Collection => Value::Null,
        },
    }
}

/// The node at a JSON Pointer.
fn follow<'t>(root: Node<'t>, pointer: &str) -> Option<Node<'t>> {
    let mut node = root;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        node = match node.resolved().kind() {
            NodeKind::Sequence => node.items().nth(step.parse().ok()?)?,
            _ => node.get(&step)?,
        };
    }
    Some(node)
}
