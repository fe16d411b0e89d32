//! For whoever works on campaignlint itself: generated files.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::Path;
use std::process::ExitCode;

use crate::checks::{RuleSet, registry_source, run_cases};

/// Writes every generated file.
pub(super) fn generate() -> ExitCode {
    match registry_source(Path::new("rules")) {
        Ok(source) => {
            if let Err(error) = std::fs::write("src/checks/registry.rs", source) {
                eprintln!("{error}");
                return ExitCode::from(2);
            }
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Runs the cases of rules.
pub(super) fn rules_test(ids: &[&str]) -> ExitCode {
    let rules = RuleSet::built_in();
    let mut failed = 0;
    for rule in rules.iter() {
        let wanted = ids.is_empty()
            || ids
                .iter()
                .any(|id| **id == *rule.id || rule.id.starts_with(&format!("{id}/")));
        if !wanted {
            continue;
        }
        let report = run_cases(&rules, rule, &Path::new("rules").join(&*rule.id));
        println!(
            "{} {}: {} cases",
            if report.failures.is_empty() {
                "ok  "
            } else {
                "FAIL"
            },
            rule.id,
            report.run
        );
        for failure in &report.failures {
            println!("     {failure}");
        }
        failed += usize::from(!report.failures.is_empty());
    }
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
