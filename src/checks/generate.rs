//! Writes the registry of rules from the folders of `rules/`.

use std::fmt::Write;
use std::path::Path;

use super::rule::{preset_of, severity_of};
use crate::model::RuleDocument;
use crate::model::reader::Reader;
use crate::syntax::Tree;

/// The source of `registry.rs` for the rules below `folder`, or what is wrong with one of them.
///
/// # Errors
/// When a folder can't be read, or a `rule.yaml` doesn't say what it looks at.
pub fn registry_source(folder: &Path) -> Result<String, String> {
    let mut modules = String::new();
    let mut entries = String::new();
    for family in folders(folder)? {
        for name in folders(&folder.join(&family))? {
            let here = folder.join(&family).join(&name);
            let id = format!("{family}/{name}");
            let entry = entry_of(&here, &id)?;
            if here.join("check.rs").is_file() {
                let module = module_of(&id);
                let _ = write!(
                    modules,
                    "#[path = \"../../rules/{id}/check.rs\"]\nmod {module};\n"
                );
            }
            entries += &entry;
        }
    }
    Ok(format!(
        "//! Generated from the folders of `rules/` by `campaignlint dev generate`.\n\nuse super::rule::{{BuiltIn, Check}};\nuse crate::diagnostics::Severity;\nuse crate::workspace::Preset;\n\n{modules}\npub(super) static BUILT_IN: &[BuiltIn] = &[\n{entries}];\n"
    ))
}

/// `tracking/value-case` → `tracking_value_case`.
fn module_of(id: &str) -> String {
    id.replace(['/', '-'], "_")
}

/// The entry of a rule in the registry.
fn entry_of(folder: &Path, id: &str) -> Result<String, String> {
    let path = folder.join("rule.yaml");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{id}: rule.yaml: {error}"))?;
    if !folder.join("README.md").is_file() {
        return Err(format!("{id}: README.md is missing"));
    }
    let tree = Tree::parse(text);
    let document = tree
        .documents()
        .next()
        .and_then(|root| Reader::quiet().read_mapping::<RuleDocument<'_>>(root, "a rule"))
        .ok_or_else(|| format!("{id}: rule.yaml is no rule"))?;
    let check = match (folder.join("check.rs").is_file(), document.subject) {
        (false, _) => "Check::ElseWhere".to_string(),
        (true, Some(subject)) => format!("Check::{subject:?}({}::check)", module_of(id)),
        (true, None) => return Err(format!("{id}: rule.yaml doesn't say what it is `for`")),
    };
    let preset = match preset_of(&document) {
        Some(preset) => format!("Some(Preset::{preset:?})"),
        None => "None".to_string(),
    };
    let severity = severity_of(&document);
    let by_the_calendar = document.by_the_calendar.is_some_and(|flag| flag.yes);
    let sensitive = document.sensitive.is_some_and(|flag| flag.yes);
    let read_at_once = document.options.is_some() || document.must.is_some();
    let in_source = format!("../../rules/{id}");
    Ok(format!(
        "    BuiltIn {{\n        id: \"{id}\",\n        severity: Severity::{severity:?},\n        preset: {preset},\n        by_the_calendar: {by_the_calendar},\n        sensitive: {sensitive},\n        read_at_once: {read_at_once},\n        yaml: include_str!(\"{in_source}/rule.yaml\"),\n        readme: include_str!(\"{in_source}/README.md\"),\n        check: {check},\n    }},\n"
    ))
}

fn folders(folder: &Path) -> Result<Vec<String>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    Ok(names)
}
