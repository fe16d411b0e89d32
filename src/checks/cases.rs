//! The cases of a rule: small texts that must be silent or speak, with what is expected written
//! beside them by hand.
//!
//! `cases/ok*.yaml` is silent under `strict`. `cases/bad*.yaml` makes this rule speak and no other;
//! `bad*.expected` beside it says line, exact text and message of each finding. `bad*.fixed.yaml`
//! is what all fixes make of it. A folder instead of a file is a whole workspace; its `expected`
//! names the files. The examples of the page under `Fails` and `Passes` are run as well.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::engine::{Selection, check};
use super::fix::apply_fixes;
use super::rule::{Rule, RuleSet};
use crate::diagnostics::{Finding, Sources};
use crate::model::Kind;
use crate::workspace::{Input, Loaded, Preset, Workspace, load, load_texts};

/// The day that counts as today in every case.
pub const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// Rules about files that are no text: nothing can be underlined in them, and no page can show one.
const BEYOND_TEXT: [&str; 2] = ["workspace/unreadable", "yaml/encoding"];

/// What came of the cases of one rule.
#[derive(Debug, Default)]
pub struct CaseReport {
    /// How many cases and examples were run.
    pub run: usize,
    /// What is wrong, a sentence or a comparison each.
    pub failures: Vec<String>,
}

/// Runs the cases of a rule; `folder` is `rules/<family>/<name>`.
pub fn run_cases(rules: &RuleSet, rule: &Rule, folder: &Path) -> CaseReport {
    let mut runner = Runner {
        rules,
        rule,
        report: CaseReport::default(),
    };
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder.join("cases"))
        .map(|entries| {
            entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect()
        })
        .unwrap_or_default();
    cases.sort();
    let mut speaks = false;
    let mut silent = false;
    for case in &cases {
        let name = case
            .file_name()
            .map(|name| name.to_string_lossy())
            .unwrap_or_default();
        let is_case = case.is_dir() || (name.ends_with(".yaml") && !name.ends_with(".fixed.yaml"));
        if !is_case {
            continue;
        }
        if name.starts_with("ok") {
            silent = true;
            runner.ok(case);
        } else if name.starts_with("bad") {
            speaks = true;
            runner.bad(case);
        } else {
            runner.fail(format!("{name}: a case begins with `ok` or `bad`"));
        }
    }
    if !speaks || !silent {
        runner.fail("there must be a case that is silent and one that speaks".to_string());
    }
    runner.page();
    runner.report
}

struct Runner<'r> {
    rules: &'r RuleSet,
    rule: &'r Rule,
    report: CaseReport,
}

impl Runner<'_> {
    fn fail(&mut self, what: String) {
        self.report
            .failures
            .push(format!("{}: {what}", self.rule.id));
    }

    fn selection(&self, preset: Preset) -> Selection {
        Selection {
            preset: Some(preset),
            also: vec![self.rule.id.to_string()],
            ..Selection::default()
        }
    }

    fn findings(&self, loaded: &Loaded, preset: Preset) -> Vec<Finding> {
        let workspace = Workspace::new(loaded);
        // A case may hold rules of its own.
        let own;
        let has_rules = workspace
            .documents()
            .any(|(_, document)| document.kind == Some(Kind::Rule));
        let rules = if has_rules {
            own = RuleSet::of(&workspace);
            &own
        } else {
            self.rules
        };
        check(&workspace, rules, &self.selection(preset), TODAY, false).findings
    }

    fn ok(&mut self, case: &Path) {
        self.report.run += 1;
        let Some(loaded) = self.load(case) else {
            return;
        };
        for finding in self.findings(&loaded, Preset::Strict) {
            let shown = describe(&loaded.sources, &finding, true);
            self.fail(format!(
                "{} must be silent, but [{}] {shown}",
                show(case),
                finding.rule
            ));
        }
    }

    fn bad(&mut self, case: &Path) {
        self.report.run += 1;
        let Some(loaded) = self.load(case) else {
            return;
        };
        let findings = self.findings(&loaded, Preset::Recommended);
        let with_path = case.is_dir();
        let mut found = Vec::new();
        for finding in &findings {
            let shown = describe(&loaded.sources, finding, with_path);
            if finding.rule != self.rule.id {
                self.fail(format!(
                    "{}: another rule speaks: [{}] {shown}",
                    show(case),
                    finding.rule
                ));
                continue;
            }
            if finding.place.span.is_empty() && !BEYOND_TEXT.contains(&&*finding.rule) {
                self.fail(format!("{}: nothing is underlined: {shown}", show(case)));
            }
            found.push(shown);
        }
        let expected_path = if with_path {
            case.join("expected")
        } else {
            case.with_extension("expected")
        };
        let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
        let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        if found.is_empty() {
            self.fail(format!("{} must make the rule speak", show(case)));
        }
        if found != expected {
            self.fail(format!(
                "{}: expected\n  {}\nbut found\n  {}",
                show(&expected_path),
                expected.join("\n  "),
                found.join("\n  "),
            ));
        }
        if !with_path {
            self.variants(case, &loaded, &found);
            self.fixes(case, &loaded, &findings);
        }
    }

    /// Windows line ends and a byte order mark change nothing.
    fn variants(&mut self, case: &Path, loaded: &Loaded, found: &[String]) {
        let Some((_, source)) = loaded.sources.iter().next() else {
            return;
        };
        let text = source.tree.text();
        let variants = [
            (
                "with CRLF",
                text.replace("\r\n", "\n").replace('\n', "\r\n"),
            ),
            (
                "with a byte order mark",
                format!("\u{feff}{}", text.trim_start_matches('\u{feff}')),
            ),
        ];
        for (name, text) in variants {
            let loaded = load_texts(vec![(source.path.clone(), text)], &[]);
            let again: Vec<String> = self
                .findings(&loaded, Preset::Recommended)
                .iter()
                .map(|finding| describe(&loaded.sources, finding, false))
                .collect();
            if again != found {
                self.fail(format!(
                    "{} {name} finds something else: {again:#?}",
                    show(case)
                ));
            }
        }
    }

    /// All fixes give the text beside the case, keep every comment, and doing it again changes
    /// nothing more.
    fn fixes(&mut self, case: &Path, loaded: &Loaded, findings: &[Finding]) {
        let expected_path = case.with_extension("fixed.yaml");
        let expected = std::fs::read_to_string(&expected_path).ok();
        let has_fix = findings.iter().any(|finding| !finding.fixes.is_empty());
        match (self.rule.page.fix_is_safe, has_fix) {
            (None, true) => {
                self.fail("it offers a fix, but rule.yaml says it has none".to_string())
            }
            (Some(is_safe), true) => {
                let wrong = findings
                    .iter()
                    .flat_map(|f| &f.fixes)
                    .any(|fix| fix.safe && !is_safe);
                if wrong {
                    self.fail("it calls a fix safe that rule.yaml calls unsafe".to_string());
                }
            }
            _ => {}
        }
        if !has_fix {
            if expected.is_some() {
                self.fail(format!(
                    "{} exists, but there is no fix",
                    show(&expected_path)
                ));
            }
            return;
        }
        let Some((_, source)) = loaded.sources.iter().next() else {
            return;
        };
        let mut text = source.tree.text().to_string();
        let comments = |text: &str| {
            crate::syntax::Tree::parse(text.to_string())
                .comments()
                .len()
        };
        let before = comments(&text);
        for round in 0.. {
            let loaded = load_texts(vec![(source.path.clone(), text.clone())], &[]);
            let findings = self.findings(&loaded, Preset::Recommended);
            let own = findings
                .iter()
                .filter(|finding| finding.rule == self.rule.id);
            match apply_fixes(&text, own, true) {
                Some(fixed) if round < 20 => text = fixed.text,
                Some(_) => {
                    self.fail(format!("{}: fixes never come to rest", show(case)));
                    return;
                }
                None => break,
            }
        }
        if comments(&text) != before && !self.rule.id.starts_with("workspace/suppression") {
            self.fail(format!("{}: a fix lost or made a comment", show(case)));
        }
        match expected {
            Some(expected) if expected == text => {}
            Some(_) => self.fail(format!("{}: fixes give\n{text}", show(&expected_path))),
            None => self.fail(format!(
                "{} is missing; fixes give\n{text}",
                show(&expected_path)
            )),
        }
    }

    /// The examples of the rule's page.
    fn page(&mut self) {
        for (section, must_speak) in [("Fails", true), ("Passes", false)] {
            let examples = examples(&self.rule.page.readme, section);
            if examples.is_empty() {
                self.fail(format!("its page has no example under `## {section}`"));
                continue;
            }
            self.report.run += 1;
            let loaded = load_texts(examples, &[]);
            let findings = self.findings(&loaded, Preset::Recommended);
            let own: Vec<&Finding> = findings
                .iter()
                .filter(|finding| finding.rule == self.rule.id)
                .collect();
            if must_speak && own.is_empty() && !BEYOND_TEXT.contains(&&*self.rule.id) {
                self.fail("the example under `## Fails` does not make it speak".to_string());
            }
            if !must_speak {
                for finding in own {
                    let shown = describe(&loaded.sources, finding, true);
                    self.fail(format!(
                        "the example under `## Passes` makes it speak: {shown}"
                    ));
                }
            }
        }
        for (option, _) in &self.rule.page.option_schemas {
            if !self.rule.page.readme.contains(&format!("`{option}`")) {
                self.fail(format!("its page does not explain the option `{option}`"));
            }
        }
    }

    fn load(&mut self, case: &Path) -> Option<Loaded> {
        if case.is_dir() {
            return Some(load(&Input {
                root: case.to_path_buf(),
                ..Input::default()
            }));
        }
        let name = case
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        match std::fs::read_to_string(case) {
            Ok(text) => Some(load_texts(vec![(name.unwrap_or_default(), text)], &[])),
            Err(error) => {
                self.fail(format!("{} can't be read: {error}", show(case)));
                None
            }
        }
    }
}

/// `3 "utm_souce" The message.`: the line, the exact text as a JSON string, the message.
fn describe(sources: &Sources, finding: &Finding, with_path: bool) -> String {
    let tree = &sources.file(finding.place.file).tree;
    let (line, _) = tree.line_column(finding.place.span.start);
    let text = tree.slice(finding.place.span).replace("\r\n", "\n");
    let text = serde_json::Value::from(text);
    let path = if with_path {
        format!("{}:", sources.path(finding.place.file))
    } else {
        String::new()
    };
    format!("{path}{line} {text} {}", finding.message)
}

fn show(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts[parts.len().saturating_sub(4)..].join("/")
}

/// The YAML examples of a section of a page: path and text. The path stands behind `yaml` in the
/// fence; without one it is `example.yaml`.
pub fn examples(page: &str, section: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut inside = false;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            inside = title.trim() == section;
        }
        let Some(info) = line.strip_prefix("```yaml") else {
            continue;
        };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if inside {
            let path = match info.trim() {
                "" => "example.yaml",
                path => path,
            };
            examples.push((path.to_string(), format!("{}\n", text.join("\n"))));
        }
    }
    examples
}
