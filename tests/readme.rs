//! README.md and the pages in `docs/` say what is true: their commands are run, what they print is
//! compared, their files are checked.
//!
//! A block named by a file (` ```yaml campaignlint.yaml `) is that file; the blocks of one section are
//! one folder, and are taken in the order of the page. A block `console` is commands and what they print,
//! run in that folder, or in the project where the section names no files. A section with files and
//! without commands is silent.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use assert_cmd::Command;
use campaignlint::checks::{RuleSet, family_of};
use tempfile::TempDir;

struct Block<'t> {
    /// What stands behind the fence: `yaml campaignlint.yaml`.
    info: &'t str,
    text: String,
}

impl Block<'_> {
    /// The file that it is.
    fn file(&self) -> Option<&str> {
        let (_, name) = self.info.split_once(' ')?;
        name.contains('.').then_some(name)
    }
}

/// The blocks of each section.
fn sections(page: &str) -> Vec<Vec<Block<'_>>> {
    let mut sections = vec![Vec::new()];
    let mut open: Option<Block<'_>> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => sections.last_mut().unwrap().extend(open.take()),
            (Some(block), None) => block.text += &format!("{line}\n"),
            (None, Some(info)) => {
                open = Some(Block {
                    info,
                    text: String::new(),
                })
            }
            (None, None) if line.starts_with("## ") => sections.push(Vec::new()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    sections
}

/// Without the time that a run took.
fn timeless(text: &str) -> String {
    let lines = text.trim_end().lines().map(|line| match line.rfind(" (") {
        Some(at) if line[at..].trim_end_matches('.').ends_with(" s)") => {
            format!(
                "{}{}",
                &line[..at],
                if line.ends_with('.') { "." } else { "" }
            )
        }
        _ => line.to_string(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Runs a command as it stands on a page; gives what it printed.
fn run(line: &str, folder: &Path) -> (i32, String) {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("campaignlint"), "{line}");
    // A workspace that a page begins has no day of its own, and a page must stay true.
    let is_begun = std::fs::read_to_string(folder.join("campaignlint.yaml"))
        .is_ok_and(|text| text.contains("# The settings of this workspace."));
    let words = words.chain(
        is_begun
            .then_some(["--today", "2026-11-22"])
            .into_iter()
            .flatten(),
    );
    let mut command = Command::cargo_bin("campaignlint").unwrap();
    command
        .env_remove("NO_COLOR")
        .current_dir(folder)
        .args(words);
    let output = command.output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
    )
}

#[track_caller]
fn check_page(path: &str) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(project.join(path)).unwrap();
    for blocks in sections(&page) {
        let folder = TempDir::new().unwrap();
        let mut has_commands = false;
        let has_files = blocks.iter().any(|block| block.file().is_some());
        let here = if has_files { folder.path() } else { project };
        for block in &blocks {
            if let Some(name) = block.file() {
                let file = folder.path().join(name);
                std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                std::fs::write(file, &block.text).unwrap();
                continue;
            }
            if block.info != "console" {
                continue;
            }
            has_commands = true;
            for session in block.text.split("$ ").skip(1) {
                let (command, expected) = session.split_once('\n').unwrap();
                let (_, out) = run(command, here);
                assert_eq!(timeless(&out), expected.trim_end(), "{path}: {command}");
            }
        }
        if has_files && !has_commands {
            let (code, out) = run("campaignlint", here);
            assert_eq!(code, 0, "{path}: {out}");
        }
        for block in blocks.iter().filter(|block| block.info == "json report") {
            let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
            let schema = read(include_str!("../schemas/report.schema.json"));
            let errors: Vec<String> = jsonschema::validator_for(&schema)
                .unwrap()
                .iter_errors(&read(&block.text))
                .map(|error| error.to_string())
                .collect();
            assert!(errors.is_empty(), "{path}: {errors:?}");
        }
    }
}

#[test]
fn the_readme_prints_what_the_program_prints() {
    check_page("README.md");
}

#[test]
fn the_page_of_the_configuration_is_true() {
    check_page("docs/configuration.md");
}

#[test]
fn the_page_of_campaigns_is_true() {
    check_page("docs/campaigns.md");
}

#[test]
fn the_page_of_urls_is_true() {
    check_page("docs/urls.md");
}

#[test]
fn the_page_of_import_is_true() {
    check_page("docs/import.md");
}

#[test]
fn the_page_of_the_configuration_names_every_key() {
    let page = include_str!("../docs/configuration.md");
    let schema = campaignlint::workspace::configuration_schema();
    for key in schema["properties"].as_object().unwrap().keys() {
        assert!(page.contains(&format!("\n{key}:")), "{key}");
    }
}

#[test]
fn the_company_in_examples_has_nothing_to_mend() {
    let (code, out) = run(
        "campaignlint check examples/acme",
        Path::new(env!("CARGO_MANIFEST_DIR")),
    );
    assert_eq!(code, 0, "{out}");
    assert!(out.starts_with("No findings in "), "{out}");
}

#[test]
fn the_company_in_examples_has_every_kind_and_a_rule_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    let mut texts = String::new();
    let mut waiting = vec![folder.clone()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                std::fs::read_dir(path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            texts += &format!("{}\n", std::fs::read_to_string(path).unwrap());
        }
    }
    for kind in campaignlint::model::Kind::ALL {
        assert!(
            texts.contains(&format!("kind: {}\n", kind.name())),
            "{}",
            kind.name()
        );
    }
    let (code, out) = run("campaignlint rules test webcast", &folder);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn the_readme_names_every_family_with_its_number_of_rules() {
    let readme = include_str!("../README.md");
    let rules = RuleSet::built_in();
    for rule in rules.iter() {
        let family = family_of(&rule.id);
        let count = rules
            .iter()
            .filter(|other| family_of(&other.id) == family)
            .count();
        assert!(
            readme.contains(&format!("| `{family}` | {count} |")),
            "{family} has {count} rules"
        );
    }
}
