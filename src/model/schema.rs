//! JSON Schemas of the kinds, for editors and for a second opinion.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::Kind;

/// The JSON Schema (draft 2020-12) of one kind.
pub fn schema_of(kind: Kind) -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = kind.generate(&mut generator);
    let definitions = generator.take_definitions(true);
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    if let Some(word) = properties.and_then(|properties| properties.get_mut("kind")) {
        *word = json!({"const": kind.name(), "description": word["description"]});
    }
    schema.insert(
        "$schema".into(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert("title".into(), json!(kind.name()));
    if !definitions.is_empty() {
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    schema.to_value()
}

/// Every kind with its schema, then `campaignlint`, which an editor can use for any of our files:
/// it picks the kind by what `kind:` says.
pub fn schemas() -> Vec<(String, Value)> {
    let mut all: Vec<(String, Value)> = Kind::ALL
        .iter()
        .map(|kind| (kind.name().to_string(), schema_of(*kind)))
        .collect();
    let choices: Vec<Value> = Kind::ALL
        .iter()
        .map(|kind| {
            json!({
                "if": {"properties": {"kind": {"const": kind.name()}}, "required": ["kind"]},
                "then": {"$ref": format!("{}.schema.json", kind.name())},
            })
        })
        .collect();
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    all.push((
        "campaignlint".to_string(),
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "any document of a campaignlint workspace",
            "type": "object",
            "properties": {"kind": {"enum": names, "description": "What this document is."}},
            "required": ["kind"],
            "allOf": choices,
        }),
    ));
    all
}
