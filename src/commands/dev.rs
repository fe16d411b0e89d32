//! For whoever works on campaignlint itself: generated files, and workspaces for benchmarks.

use std::path::{Path, PathBuf};

use super::generated::{generated_links, generated_workspace};
use super::{Failure, Terminal, findings, reference, schema};
use crate::checks::{RuleSet, registry_source};

/// Writes every generated file, or says which are stale.
pub(super) fn generate(check: bool, terminal: &mut Terminal) -> Result<u8, Failure> {
    let mut stale = 0;
    for (path, text) in generated_files(Path::new("."))? {
        if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        stale += 1;
        let shown = path.display();
        if check {
            writeln!(terminal.out(), "stale: {shown}")?;
        } else {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&path, text)?;
            writeln!(terminal.out(), "wrote {shown}")?;
        }
    }
    Ok(u8::from(check && stale > 0))
}

/// Every generated file below the root of the project, with its text.
fn generated_files(root: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    let registry = registry_source(&root.join("rules")).map_err(Failure::words)?;
    let mut files = vec![(root.join("src/checks/registry.rs"), registry)];
    for (name, value) in schema::all() {
        let path = root.join("schemas").join(format!("{name}.schema.json"));
        files.push((path, format!("{}\n", schema::pretty(&value))));
    }
    let rules = RuleSet::built_in();
    files.push((root.join("docs/kinds.md"), reference::kinds_page()));
    files.push((root.join("docs/rules.md"), reference::rules_page(&rules)));
    let readme = root.join("README.md");
    if let Ok(text) = std::fs::read_to_string(&readme) {
        files.push((readme, reference::count_rules(&text, &rules)));
    }
    let handbook = root.join("examples/handbook");
    if handbook.is_dir() {
        files.push((handbook.join("FINDINGS.md"), findings::page(&handbook)));
    }
    Ok(files)
}

/// Writes a generated workspace into an empty folder.
pub(super) fn generate_workspace(
    campaigns: usize,
    folder: &Path,
    terminal: &mut Terminal,
) -> Result<u8, Failure> {
    let taken = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(Failure::words(format!("{} is not empty", folder.display())));
    }
    let mut bytes = 0;
    for (path, text) in generated_workspace(campaigns) {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, &text)?;
        bytes += text.len();
    }
    let mean = bytes / campaigns.max(1);
    writeln!(terminal.out(), "{campaigns} campaigns, {mean} bytes each")?;
    Ok(0)
}

/// Prints generated links.
pub(super) fn generate_links(links: usize, terminal: &mut Terminal) -> Result<u8, Failure> {
    for link in generated_links(links) {
        writeln!(terminal.out(), "{link}")?;
    }
    Ok(0)
}
