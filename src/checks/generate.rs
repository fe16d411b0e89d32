//! Writes the registry of rules from the folders of `rules/`.

use std::fmt::Write;
use std::path::Path;

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
            let check = check_of(&here, &id)?;
            let module = id.replace(['/', '-'], "_");
            let in_source = format!("../../rules/{id}");
            let check = match check {
                Some(variant) => {
                    let _ = write!(
                        modules,
                        "#[path = \"{in_source}/check.rs\"]\nmod {module};\n"
                    );
                    format!("Check::{variant}({module}::check)")
                }
                None => "Check::ElseWhere".to_string(),
            };
            let _ = write!(
                entries,
                "    BuiltIn {{\n        id: \"{id}\",\n        yaml: include_str!(\"{in_source}/rule.yaml\"),\n        readme: include_str!(\"{in_source}/README.md\"),\n        check: {check},\n    }},\n"
            );
        }
    }
    Ok(format!(
        "//! Generated from the folders of `rules/` by `campaignlint dev generate`.\n\nuse super::rule::{{BuiltIn, Check}};\n\n{modules}\npub(super) static BUILT_IN: &[BuiltIn] = &[\n{entries}];\n"
    ))
}

/// The variant of `Check` that a folder's `check.rs` provides; none without a `check.rs`.
fn check_of(folder: &Path, id: &str) -> Result<Option<String>, String> {
    let path = folder.join("rule.yaml");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{id}: rule.yaml: {error}"))?;
    if !folder.join("README.md").is_file() {
        return Err(format!("{id}: README.md is missing"));
    }
    if !folder.join("check.rs").is_file() {
        return Ok(None);
    }
    let tree = Tree::parse(text);
    let subject = tree
        .documents()
        .next()
        .and_then(|root| root.get("for"))
        .and_then(|node| node.value().map(str::to_string))
        .ok_or_else(|| format!("{id}: rule.yaml doesn't say what it is `for`"))?;
    let mut letters = subject.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    Ok(Some(first.into_iter().chain(letters).collect()))
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
