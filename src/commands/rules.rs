//! `campaignlint rules`: lists rules, begins a new one, runs their cases.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Failure, Terminal, check, files};
use crate::checks::{Rule, RuleSet, family_of, run_cases};
use crate::diagnostics::{escape, list_words, suggest};
use crate::model::values::is_id;
use crate::report::summary::counted;
use crate::workspace::{Input, Loaded, Preset, Workspace, find_root, load};

pub(super) fn list(family: Option<&str>, terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = here();
    let workspace = loaded.as_ref().map(Workspace::new);
    let rules = workspace
        .as_ref()
        .map_or_else(RuleSet::built_in, RuleSet::of);
    let width = rules
        .iter()
        .map(|rule| rule.id.len())
        .max()
        .unwrap_or_default();
    let mut shown = 0;
    for rule in rules
        .iter()
        .filter(|rule| family.is_none_or(|f| family_of(&rule.id) == f))
    {
        let preset = match rule.preset {
            Some(Preset::Recommended) => "recommended",
            Some(Preset::Strict) => "strict",
            None => "off",
        };
        let fix = match rule.page.fix_is_safe {
            Some(true) => "fix",
            Some(false) => "fix?",
            None => "",
        };
        writeln!(
            terminal.out(),
            "{:<width$}  {:<7}  {preset:<11}  {fix:<4}  {}",
            rule.id,
            rule.severity.word(),
            rule.page.summary
        )?;
        shown += 1;
    }
    match family {
        Some(family) if shown == 0 => {
            let families: BTreeSet<&str> = rules.iter().map(|rule| family_of(&rule.id)).collect();
            let help = match suggest(family, families.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("there is {}", list_words(families.iter().copied(), 20)),
            };
            Err(Failure::words(format!(
                "there is no family `{family}`; {help}"
            )))
        }
        _ => Ok(0),
    }
}

/// The workspace around the current folder; the folder of this program's own repository is none.
pub(super) fn here() -> Option<Loaded> {
    let folder = std::env::current_dir().ok()?;
    let root = find_root(&folder)?;
    if is_this_project(&root) {
        return None;
    }
    Some(load(&Input {
        root,
        ..Input::default()
    }))
}

/// Whether a folder is this program's own repository, where rules may be written in Rust.
fn is_this_project(folder: &Path) -> bool {
    folder.join("src/checks/registry.rs").is_file()
}

pub(super) fn test(wanted: &[String], terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = here();
    let workspace = loaded.as_ref().map(Workspace::new);
    let rules = workspace
        .as_ref()
        .map_or_else(RuleSet::built_in, RuleSet::of);
    check::known_rules(wanted, &rules)?;
    let (mut passed, mut failed) = (0_u64, 0_u64);
    let root = loaded
        .as_ref()
        .map_or_else(PathBuf::new, |loaded| loaded.root.clone());
    let folder = root.join("rules");
    // In a workspace, the rules to test are its own; here, ours.
    let ours = RuleSet::built_in();
    let is_here = |rule: &Rule| loaded.is_none() || ours.get(&rule.id).is_none();
    let chosen = rules.iter().filter(|rule| is_here(rule)).filter(|rule| {
        wanted.is_empty()
            || wanted
                .iter()
                .any(|name| **name == *rule.id || family_of(&rule.id) == name)
    });
    for rule in chosen {
        let here = folder.join(&*rule.id);
        if !here.is_dir() {
            return Err(Failure::words(format!(
                "{} is not here; run this where the folder `rules` is",
                here.display()
            )));
        }
        let report = run_cases(&rules, rule, &here);
        let cases = counted(report.run as u64, "case", "cases");
        let word = if report.failures.is_empty() {
            "ok  "
        } else {
            "FAIL"
        };
        writeln!(terminal.out(), "{word} {} ({cases})", rule.id)?;
        for failure in &report.failures {
            for line in failure.lines() {
                writeln!(terminal.out(), "     {}", escape::line(line))?;
            }
        }
        if report.failures.is_empty() {
            passed += 1;
        } else {
            failed += 1;
        }
    }
    writeln!(terminal.out(), "\n{passed} passed, {failed} failed")?;
    Ok(u8::from(failed > 0))
}

pub(super) fn new(id: &str, terminal: &mut Terminal) -> Result<u8, Failure> {
    let Some((family, name)) = id.split_once('/').filter(|(f, n)| is_id(f) && is_id(n)) else {
        return Err(Failure::words(
            "a rule's id is `family/name`, of lower-case letters, digits and `-`",
        ));
    };
    let folder = Path::new("rules").join(family).join(name);
    if folder.symlink_metadata().is_ok() {
        return Err(Failure::words(format!(
            "{} exists already",
            folder.display()
        )));
    }
    // In this program's own repository a rule may be written in Rust; a team's is declared.
    let own = is_this_project(Path::new(""));
    let mut texts = vec![
        ("rule.yaml", rule_yaml(own)),
        ("README.md", readme(id)),
        (
            "cases/ok.yaml",
            "kind: campaign\nchannel: webcast\n".to_string(),
        ),
        (
            "cases/bad.yaml",
            "kind: campaign\nchannel: webcast\n".to_string(),
        ),
        (
            "cases/bad.expected",
            "2 \"webcast\" Say here what is wrong.\n".to_string(),
        ),
    ];
    if own {
        texts.push(("check.rs", CHECK.to_string()));
    }
    for (file, text) in texts {
        let path = folder.join(file);
        files::create(&path, &text).map_err(|error| {
            Failure::words(format!(
                "{} can't be written: {}",
                path.display(),
                files::in_words(&error)
            ))
        })?;
        writeln!(terminal.out(), "wrote {}", path.display())?;
    }
    let next = if own {
        "`cargo run -- dev generate`, then `cargo run -- rules test"
    } else {
        "`campaignlint rules test"
    };
    writeln!(
        terminal.out(),
        "\nNow {next} {id}`: its cases fail until it is written."
    )?;
    Ok(0)
}

fn rule_yaml(own: bool) -> String {
    let check = if own {
        ""
    } else {
        "if: { channel: webcast }\nmust: { region: known }\nsay: Say here what is wrong.\nat: channel\n"
    };
    format!(
        "kind: rule\nsummary: Say in one line what it catches\nwhy: Say in one sentence what it costs.\nseverity: warning\npreset: strict\nfor: campaign\nsince: {}\nhelp: Say in one sentence what to do.\n{check}sources:\n  - {{ title: Where the facts come from }}\n",
        env!("CARGO_PKG_VERSION"),
    )
}

fn readme(id: &str) -> String {
    format!(
        "# {id}\n\nSay in one line what it catches.\n\n## What it catches\n\n## Why it matters\n\n## Fails\n\n```yaml\nkind: campaign\nchannel: webcast\n```\n\n## Passes\n\n```yaml\nkind: campaign\nchannel: webcast\nregion: emea\n```\n\n## How to fix\n"
    )
}

const CHECK: &str = "\
//! Say in one line what holds when this rule is silent.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Campaign;

pub(crate) fn check(_campaign: &Campaign<'_>, _context: &Context<'_>, _report: &mut Reporter) {}
";
