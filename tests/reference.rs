//! What every rule and every page of the reference must have, whoever wrote it.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use campaignlint::checks::RuleSet;
use campaignlint::model::Kind;
use campaignlint::syntax::Tree;

#[test]
fn every_rule_says_what_it_catches_and_why_that_matters() {
    for rule in RuleSet::built_in().iter() {
        let path = Path::new("rules").join(&*rule.id).join("rule.yaml");
        let tree = Tree::parse(std::fs::read_to_string(&path).unwrap());
        assert!(
            tree.errors().is_empty(),
            "{}: {:?}",
            path.display(),
            tree.errors()
        );
        assert!(rule.page.summary.len() > 10, "{} has no summary", rule.id);
        assert!(
            rule.page.why.len() > 20 && rule.page.why.ends_with('.'),
            "{} has no why: {}",
            rule.id,
            rule.page.why
        );
        assert!(
            !rule.page.summary.ends_with('.'),
            "{}: a summary is no sentence",
            rule.id
        );
    }
}

#[test]
fn every_rule_and_every_kind_has_its_place_in_the_reference() {
    let rules = std::fs::read_to_string("docs/rules.md").unwrap();
    for rule in RuleSet::built_in().iter() {
        assert!(
            rules.contains(&format!("[{0}](../rules/{0}/README.md)", rule.id)),
            "{}",
            rule.id
        );
    }
    let kinds = std::fs::read_to_string("docs/kinds.md").unwrap();
    for kind in Kind::ALL {
        assert!(
            kinds.contains(&format!("\n## {}\n", kind.name())),
            "{}",
            kind.name()
        );
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut pages: Vec<_> = [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "examples/acme/README.md",
        "examples/handbook/README.md",
    ]
    .map(Into::into)
    .to_vec();
    pages.extend(
        std::fs::read_dir("docs")
            .unwrap()
            .map(|entry| entry.unwrap().path()),
    );
    for page in pages {
        let text = std::fs::read_to_string(&page).unwrap();
        let folder = page.parent().unwrap();
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if target.starts_with("http") || target.is_empty() {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if path.is_empty() {
                page.clone()
            } else {
                folder.join(path)
            };
            assert!(file.exists(), "{}: {target} leads nowhere", page.display());
            if !anchor.is_empty() {
                let headings = std::fs::read_to_string(&file).unwrap();
                let found = headings
                    .lines()
                    .filter_map(|line| line.strip_prefix('#'))
                    .any(|line| {
                        let heading = line.trim_start_matches('#').trim().to_lowercase();
                        let kept = heading
                            .chars()
                            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
                        kept.collect::<String>().replace(' ', "-") == anchor
                    });
                assert!(found, "{}: {target} leads to no heading", page.display());
            }
        }
    }
}
