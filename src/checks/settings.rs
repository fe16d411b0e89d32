//! How each rule is set: for the workspace, and for single files.

use std::sync::Arc;

use super::rule::{Rule, RuleSet};
use crate::diagnostics::{Reporter, Severity, list_words, suggest};
use crate::model::reader::Reader;
use crate::workspace::{Configuration, Patterns, Preset, RuleSetting, to_json};

/// The value of an option, as JSON.
pub type Value = serde_json::Value;

/// The options of a rule that are set.
#[derive(Debug, Clone, Default)]
pub struct Options(Vec<(String, Value)>);

impl Options {
    pub(super) fn defaults(schemas: &[(String, Value)]) -> Options {
        let defaults = schemas
            .iter()
            .filter_map(|(name, schema)| Some((name.clone(), schema.get("default")?.clone())));
        Options(defaults.collect())
    }

    /// The value of an option.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }

    fn set(&mut self, name: &str, value: Value) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.to_string(), value)),
        }
    }
}

/// The setting of one rule for one file.
#[derive(Debug, Clone)]
pub struct RuleState {
    /// The severity; `None` is off.
    pub severity: Option<Severity>,
    /// The options.
    pub options: Arc<Options>,
}

/// How every rule is set, with what differs for some files.
#[derive(Debug)]
pub struct Settings {
    base: Vec<RuleState>,
    overrides: Vec<(Patterns, Vec<(usize, Change)>)>,
}

#[derive(Debug, Clone)]
struct Change {
    severity: Option<Option<Severity>>,
    options: Vec<(String, Value)>,
}

impl Settings {
    /// The settings of a preset without any configuration.
    pub fn preset(rules: &RuleSet, preset: Preset) -> Settings {
        let base = rules
            .iter()
            .map(|rule| RuleState {
                severity: is_on(rule, preset).then_some(rule.severity),
                options: Arc::new(rule.options.clone()),
            })
            .collect();
        Settings {
            base,
            overrides: Vec::new(),
        }
    }

    /// The settings that a configuration asks for; its mistakes are reported.
    pub fn new(
        rules: &RuleSet,
        configuration: Option<&Configuration<'_>>,
        preset: Option<Preset>,
        report: &mut Reporter,
    ) -> Settings {
        let preset = preset
            .or(configuration.and_then(|c| c.preset))
            .unwrap_or(Preset::Recommended);
        let mut settings = Settings::preset(rules, preset);
        let Some(configuration) = configuration else {
            return settings;
        };
        let base = configuration.rules.iter().flat_map(|map| &map.entries);
        for (id, setting) in base {
            if let Some((index, change)) = change(rules, id, setting, report) {
                apply(&mut settings.base[index], &change);
            }
        }
        for entry in configuration.overrides.iter().flat_map(|list| &list.items) {
            let mut reader = Reader::new();
            let patterns = Patterns::new(entry.paths.as_ref(), &mut reader);
            report.extend(reader.reporter.take());
            let changes = entry
                .rules
                .iter()
                .flat_map(|map| &map.entries)
                .filter_map(|(id, setting)| change(rules, id, setting, report))
                .collect();
            settings.overrides.push((patterns, changes));
        }
        settings
    }

    /// The settings for one file, in the order of the rules.
    pub fn for_file(&self, path: &str) -> std::borrow::Cow<'_, [RuleState]> {
        let mut states = std::borrow::Cow::Borrowed(self.base.as_slice());
        for (patterns, changes) in &self.overrides {
            if patterns.matches(path) {
                for (index, change) in changes {
                    apply(&mut states.to_mut()[*index], change);
                }
            }
        }
        states
    }

    /// Turns rules on or off for the whole run: `--only` and `--skip`.
    pub(super) fn keep(&mut self, keep: impl Fn(usize) -> bool) {
        for (index, state) in self.base.iter_mut().enumerate() {
            if !keep(index) {
                state.severity = None;
            }
        }
        for (_, changes) in &mut self.overrides {
            changes.retain(|(index, _)| keep(*index));
        }
    }

    /// Turns one rule on with its own severity, where it is off: for `--only` and for tests.
    pub(super) fn turn_on(&mut self, rules: &RuleSet, index: usize) {
        let state = &mut self.base[index];
        state.severity = state.severity.or(Some(rules.at(index).severity));
    }
}

fn is_on(rule: &Rule, preset: Preset) -> bool {
    match rule.preset {
        Some(Preset::Recommended) => true,
        Some(Preset::Strict) => preset == Preset::Strict,
        None => false,
    }
}

fn apply(state: &mut RuleState, change: &Change) {
    if let Some(severity) = change.severity {
        state.severity = severity;
    }
    if !change.options.is_empty() {
        let mut options = state.options.as_ref().clone();
        for (name, value) in &change.options {
            options.set(name, value.clone());
        }
        state.options = Arc::new(options);
    }
}

fn change(
    rules: &RuleSet,
    id: &crate::model::values::Text<'_>,
    setting: &RuleSetting<'_>,
    report: &mut Reporter,
) -> Option<(usize, Change)> {
    let Some(index) = rules.index(id.value) else {
        unknown_rule(rules, id, report);
        return None;
    };
    let rule = rules.at(index);
    let mut options = Vec::new();
    for entry in &setting.options {
        let name = entry.key.value().unwrap_or_default();
        let Some((_, schema)) = rule
            .page
            .option_schemas
            .iter()
            .find(|(known, _)| known == name)
        else {
            let names = rule
                .page
                .option_schemas
                .iter()
                .map(|(known, _)| known.as_str());
            let known = list_words(names, 12);
            let help = if known.is_empty() {
                "It has none; its severity can be set.".to_string()
            } else {
                format!("It has {known}.")
            };
            report.find_as(
                "workspace/config-unknown-rule",
                entry.key,
                format!("{} has no option `{name}`.", rule.id),
                help,
            );
            continue;
        };
        let value = to_json(entry.value);
        let valid = jsonschema::validator_for(schema).map(|validator| {
            validator
                .iter_errors(&value)
                .next()
                .map(|error| error.to_string())
        });
        match valid {
            Ok(Some(error)) => {
                report.find_as(
                    "workspace/invalid-value",
                    entry.value,
                    format!("This is no value for the option `{name}` of {}.", rule.id),
                    format!("{error}."),
                );
            }
            _ => options.push((name.to_string(), value)),
        }
    }
    // Giving a rule options without a severity asks for it.
    let severity = match setting.word {
        Some(word) => Some(word.severity()),
        None if !options.is_empty() => Some(Some(rule.severity)),
        None => None,
    };
    Some((index, Change { severity, options }))
}

fn unknown_rule(rules: &RuleSet, id: &crate::model::values::Text<'_>, report: &mut Reporter) {
    let suggestion = suggest_rule(rules, id.value);
    let help = match suggestion {
        Some(known) => format!("Did you mean `{known}`?"),
        None => "`campaignlint rules` lists all rules.".to_string(),
    };
    let finding = report.find_as(
        "workspace/config-unknown-rule",
        id.node,
        format!(
            "There is no rule `{}`.",
            crate::model::reader::shown(id.value)
        ),
        help,
    );
    if let Some(known) = suggestion {
        finding.unsafe_fix(
            format!("change to `{known}`"),
            crate::syntax::edit::set_value(id.node, known),
        );
    }
}

/// The rule that a mistyped id means: a slip of the finger, or the right name in another family.
pub(super) fn suggest_rule<'r>(rules: &'r RuleSet, id: &str) -> Option<&'r str> {
    let ids = || rules.iter().map(|rule| rule.id.as_ref());
    let name = id.rsplit('/').next().unwrap_or(id);
    suggest(id, ids()).or_else(|| ids().find(|known| known.rsplit('/').next() == Some(name)))
}
