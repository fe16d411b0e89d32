//! `FINDINGS.md` of an example: every finding of a run as a page that people read beside the files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::check::today;
use crate::checks::{RuleSet, Selection, check, family_of};
use crate::diagnostics::{Finding, Severity, Sources};
use crate::model::reader::shown;
use crate::workspace::{Input, Workspace, is_shipped, load};

const HEAD: &str = "<!-- Written by `cargo run -- dev generate`. -->\n\n# Findings\n";

/// The findings of a workspace, by document and rule; at the top how many there are.
pub(super) fn page(root: &Path) -> String {
    let loaded = load(&Input {
        root: root.to_path_buf(),
        ..Input::default()
    });
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let day = today(&workspace, None);
    let checked = check(&workspace, &rules, &Selection::default(), day, false);
    let sources = &loaded.sources;
    let own = |finding: &&Finding| !is_shipped(sources.path(finding.place.file));
    let findings: Vec<&Finding> = checked.findings.iter().filter(own).collect();

    let mut page = HEAD.to_string();
    counts(&mut page, &findings, &day.to_string());
    let mut documents: BTreeMap<&str, BTreeMap<&str, Vec<&Finding>>> = BTreeMap::new();
    for finding in &findings {
        let rules = documents
            .entry(sources.path(finding.place.file))
            .or_default();
        rules.entry(&finding.rule).or_default().push(finding);
    }
    for (path, rules) in documents {
        // Writing to a text can't fail.
        let _ = writeln!(page, "\n## {path}");
        for (rule, mut findings) in rules {
            findings.sort_by_key(|finding| finding.place);
            let severity = findings[0].severity.word();
            let _ = writeln!(page, "\n### {rule} ({severity})\n");
            for finding in findings {
                line(&mut page, path, finding, sources);
            }
        }
    }
    page
}

fn counts(page: &mut String, findings: &[&Finding], day: &str) {
    let of = |severity: Severity| {
        let list = findings
            .iter()
            .filter(|finding| finding.severity == severity);
        list.count()
    };
    let _ = writeln!(
        page,
        "\n`campaignlint check` on {day}: {} errors, {} warnings and {} notes.\n\n| rule | findings |\n|---|---|",
        of(Severity::Error),
        of(Severity::Warning),
        of(Severity::Info),
    );
    let mut rules: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in findings {
        *rules
            .entry((family_of(&finding.rule), &finding.rule))
            .or_default() += 1;
    }
    for ((_, rule), count) in rules {
        let _ = writeln!(page, "| [{rule}](../../rules/{rule}/README.md) | {count} |");
    }
}

fn line(page: &mut String, path: &str, finding: &Finding, sources: &Sources) {
    let text = sources.text(finding.place.file);
    let span = finding.place.span;
    let before = text.get(..span.start as usize).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let words = match finding.sensitive {
        true => "",
        false => text
            .get(span.start as usize..span.end as usize)
            .unwrap_or(""),
    };
    let words = words.lines().next().unwrap_or("").trim();
    let words = match words {
        "" => String::new(),
        words if words.contains('`') => format!(" `` {} ``", shown(words)),
        words => format!(" `{}`", shown(words)),
    };
    let _ = writeln!(
        page,
        "- [{path}:{line}]({path}#L{line}){words}: {}",
        finding.message
    );
}
