//! `campaignlint schema`: JSON Schemas, for editors and other programs.

use serde_json::Value;

use super::{Failure, Terminal};
use crate::diagnostics::{list_words, suggest};
use crate::model;

pub(super) fn run(kind: Option<&str>, terminal: &mut Terminal) -> Result<u8, Failure> {
    let schemas = all();
    let Some(kind) = kind else {
        for (name, schema) in &schemas {
            let about = schema.get("description").or_else(|| schema.get("title"));
            let about = about.and_then(Value::as_str).unwrap_or_default();
            writeln!(
                terminal.out(),
                "{name:<14} {}",
                about.lines().next().unwrap_or_default()
            )?;
        }
        return Ok(0);
    };
    match schemas.iter().find(|(name, _)| name == kind) {
        Some((_, schema)) => {
            writeln!(terminal.out(), "{}", pretty(schema))?;
            Ok(0)
        }
        None => {
            let names = || schemas.iter().map(|(name, _)| name.as_str());
            let help = match suggest(kind, names()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("there is {}", list_words(names(), 40)),
            };
            Err(Failure::words(format!(
                "there is no schema `{kind}`; {help}"
            )))
        }
    }
}

/// Every schema by name: the kinds, any document, the configuration, the reports.
pub(super) fn all() -> Vec<(String, Value)> {
    let mut schemas = model::schemas();
    schemas.push((
        "configuration".to_string(),
        crate::workspace::configuration_schema(),
    ));
    schemas.push((
        "report".to_string(),
        crate::report::json::report_schema().to_value(),
    ));
    schemas.push((
        "checklist".to_string(),
        crate::report::checklist::checklist_schema().to_value(),
    ));
    schemas.push((
        "link".to_string(),
        crate::report::link::link_schema().to_value(),
    ));
    schemas
}

/// A schema as it is committed and printed.
pub(super) fn pretty(schema: &Value) -> String {
    // Serialising a value whose keys are text can't fail.
    serde_json::to_string_pretty(schema).unwrap_or_default()
}
