//! A team's own rules: `rules/<family>/<name>/rule.yaml` in its repository.
//!
//! They have the same shape as the program's, without `check.rs`. They see typed values, do no I/O,
//! and have limits. A rule that can't be read is a finding, and is skipped.

use std::collections::HashSet;
use std::sync::Arc;

use super::declared::Declared;
use super::rule::{Check, Rule, RuleSet, family_of};
use crate::diagnostics::{Place, Reporter};
use crate::model::values::is_id;
use crate::model::{Body, RuleDocument};
use crate::workspace::Workspace;

/// More rules than this are not read: nobody could maintain them.
const MOST_RULES: usize = 500;

impl RuleSet {
    /// The program's rules and a workspace's own. What is wrong with these is found when the
    /// workspace is checked.
    pub fn of(workspace: &Workspace<'_>) -> RuleSet {
        let report = &mut Reporter::default();
        let mut rules: Vec<Arc<Rule>> = RuleSet::built_in().iter().cloned().collect();
        let families: HashSet<String> = rules
            .iter()
            .map(|rule| family_of(&rule.id).to_string())
            .collect();
        let mut known: HashSet<String> = HashSet::new();
        for (file, document) in workspace.documents() {
            let Some(Body::Rule(rule)) = &document.body else {
                continue;
            };
            let path = workspace.sources.path(file.file);
            let place = document
                .root
                .get("kind")
                .map_or_else(|| crate::model::reader::opening(document.root), Place::from);
            let Some(id) = id_of(path) else {
                report.find_as(
                    "workspace/rule-broken",
                    place,
                    "A rule must be in a folder of its own.",
                    "Move it to rules/<family>/<name>/rule.yaml.",
                );
                continue;
            };
            if families.contains(family_of(&id)) {
                report.find_as(
                    "workspace/rule-broken",
                    place,
                    format!("The family `{}` belongs to campaignlint.", family_of(&id)),
                    "Give your rules a family of their own, such as your company's name.",
                );
                continue;
            }
            if !known.insert(id.clone()) {
                report.find_as(
                    "workspace/rule-broken",
                    place,
                    format!("There is another rule `{id}`, which counts instead of this one."),
                    "Give the folder of one of them another name.",
                );
                continue;
            }
            if known.len() > MOST_RULES {
                report.find_as(
                    "workspace/rule-broken",
                    place,
                    format!("There are more than {MOST_RULES} rules; this one is not read."),
                    "Remove rules that are off, or say several things with one rule.",
                );
                continue;
            }
            if let Some(rule) = read(&id, rule, place, workspace, report) {
                rules.push(Arc::new(rule));
            }
        }
        let mut set = RuleSet::new(rules);
        set.broken = report.take();
        set
    }
}

fn read(
    id: &str,
    document: &RuleDocument<'_>,
    place: Place,
    workspace: &Workspace<'_>,
    report: &mut Reporter,
) -> Option<Rule> {
    let (declared, problems) = Declared::new(document);
    let broken = !problems.is_empty();
    for problem in problems {
        let finding = report.find_as(
            "workspace/rule-broken",
            Place::new(place.file, problem.span),
            problem.message,
            problem.help,
        );
        if let Some(suggestion) = problem.suggestion {
            finding.unsafe_fix(
                format!("change to `{suggestion}`"),
                crate::syntax::Edit {
                    span: problem.span,
                    text: suggestion,
                },
            );
        }
    }
    let Some(declared) = declared else {
        report.find_as(
            "workspace/rule-broken",
            place,
            "This rule checks nothing.",
            "Say with `must:` what has to hold, and with `if:` for which documents.",
        );
        return None;
    };
    if document.say.is_none() {
        report.find_as(
            "workspace/rule-broken",
            place,
            "This rule doesn't say what is wrong.",
            "Add `say:` with one sentence.",
        );
        return None;
    }
    // Required keys that are missing were reported by the reader.
    if broken || document.summary.is_none() || document.subject.is_none() {
        return None;
    }
    let page = workspace
        .text_file(&format!("rules/{id}/README.md"))
        .unwrap_or_default();
    let mut rule = Rule::from_document(id, document, &page, Check::Declared);
    rule.declared = Some(declared);
    Some(rule)
}

/// `rules/acme/webcast-region/rule.yaml` → `acme/webcast-region`.
fn id_of(path: &str) -> Option<String> {
    let folders = path
        .strip_suffix("/rule.yaml")
        .or_else(|| path.strip_suffix("/rule.yml"))?;
    let mut parts = folders.rsplit('/');
    let (name, family, rules) = (parts.next()?, parts.next()?, parts.next()?);
    (rules == "rules" && is_id(name) && is_id(family)).then(|| format!("{family}/{name}"))
}
