//! `campaignlint explain`: a rule's page.

use super::{Failure, Terminal};
use crate::checks::{Rule, RuleSet};
use crate::diagnostics::{escape, suggest};
use crate::workspace::Preset;

pub(super) fn run(name: &str, terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = super::rules::here();
    let workspace = loaded.as_ref().map(crate::workspace::Workspace::new);
    let rules = workspace
        .as_ref()
        .map_or_else(RuleSet::built_in, RuleSet::of);
    let rule = find(&rules, name)?;
    let out = terminal.out();
    for line in rule.page.readme.lines() {
        writeln!(out, "{}", escape::line(line))?;
    }
    writeln!(out, "\n## At a glance\n")?;
    writeln!(out, "- severity: {}", rule.severity)?;
    let preset = match rule.preset {
        Some(Preset::Recommended) => "recommended",
        Some(Preset::Strict) => "strict",
        None => "none: a workspace asks for it under `rules:`",
    };
    writeln!(out, "- preset: {preset}")?;
    let fix = match rule.page.fix_is_safe {
        Some(true) => "safe: `--fix` applies it",
        Some(false) => "to be looked at first: `--fix --unsafe-fixes` applies it",
        None => "none",
    };
    writeln!(out, "- fix: {fix}")?;
    if rule.by_the_calendar {
        writeln!(out, "- may turn red by the calendar alone")?;
    }
    for (title, url) in &rule.page.sources {
        match url {
            Some(url) => writeln!(
                out,
                "- source: {} <{}>",
                escape::line(title),
                escape::line(url)
            )?,
            None => writeln!(out, "- source: {}", escape::line(title))?,
        }
    }
    writeln!(out, "- since: {}", rule.page.since)?;
    Ok(0)
}

/// A rule by its id, or by its name alone where only one family has it.
fn find<'r>(rules: &'r RuleSet, name: &str) -> Result<&'r Rule, Failure> {
    if let Some(rule) = rules.get(name) {
        return Ok(rule);
    }
    let named: Vec<&Rule> = rules
        .iter()
        .map(AsRef::as_ref)
        .filter(|rule| rule.id.rsplit('/').next() == Some(name))
        .collect();
    match named.as_slice() {
        [rule] => Ok(rule),
        [] => {
            let ids = rules.iter().map(|rule| rule.id.as_ref());
            let names = rules.iter().filter_map(|rule| rule.id.rsplit('/').next());
            let help = match suggest(name, ids.chain(names)) {
                Some(id) => format!("did you mean `{id}`?"),
                None => "`campaignlint rules` lists all rules".to_string(),
            };
            Err(Failure::words(format!("there is no rule `{name}`; {help}")))
        }
        several => {
            let ids = several.iter().map(|rule| rule.id.as_ref());
            let list = crate::diagnostics::list_words(ids, 10);
            Err(Failure::words(format!("`{name}` may be {list}; say which")))
        }
    }
}
