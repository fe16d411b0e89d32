//! `campaignlint.yaml`: how strict a workspace is, and where.

use std::borrow::Cow;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::diagnostics::Severity;
use crate::model::reader::{Read, Reader};
use crate::model::shape::{shape, words};
use crate::model::values::{DateValue, List, Map, Named, Text};
use crate::model::zones::time_zone;
use crate::syntax::{Entry, Node};

/// The file that makes a folder a workspace.
pub const CONFIGURATION_FILE: &str = "campaignlint.yaml";

/// The policies that come with the program, by name, with their text.
pub const SHIPPED_POLICIES: &[(&str, &str)] = &[(
    "common-tracking",
    include_str!("policies/common-tracking.yaml"),
)];

shape! {
    /// The settings of a workspace. An empty file is a workspace with the recommended rules.
    pub struct Configuration<'a> {
        /// The set of rules that is on: `recommended` (as when nothing is said) or `strict`.
        preset: Preset,
        /// The time zone of dates and times that name none, such as `Europe/Berlin`.
        timezone: Text<'a>,
        /// The day that counts as today; for examples and tests. Left out, it is the real one.
        today: DateValue<'a>,
        /// Shipped policies to start from, such as `common-tracking`. What the workspace's own
        /// documents say comes first.
        policies: List<'a, Text<'a>>,
        /// Files in which every document must be one of campaignlint's, as patterns like in
        /// `.gitignore`.
        include: List<'a, Text<'a>>,
        /// Files that are not looked at, as patterns like in `.gitignore`.
        exclude: List<'a, Text<'a>>,
        /// Severities and options of rules: `tracking/value-case: error`.
        rules: Map<'a, RuleSetting<'a>>,
        /// Other settings for some files.
        overrides: List<'a, Override<'a>>,
        /// The team's own keys: for a kind, the path of a JSON Schema that describes them.
        extensions: Map<'a, Text<'a>>,
        /// The path of the team's own channel group; left out, it is GA4's default one.
        channel_group: Text<'a>,
    }
}

impl Named for Configuration<'_> {
    const NAME: &'static str = "the configuration";
}

words! {
    /// A set of rules and severities.
    pub enum Preset {
        /// What nearly every team wants.
        Recommended = "recommended",
        /// All rules but those for special cases.
        Strict = "strict",
    }
}

words! {
    /// How a rule is set.
    pub enum SettingWord {
        /// It doesn't speak.
        Off = "off",
        /// As information.
        Info = "info",
        /// As a warning.
        Warning = "warning",
        /// As an error.
        Error = "error",
    }
}

impl SettingWord {
    /// The severity; `None` is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            SettingWord::Off => None,
            SettingWord::Info => Some(Severity::Info),
            SettingWord::Warning => Some(Severity::Warning),
            SettingWord::Error => Some(Severity::Error),
        }
    }
}

/// The setting of one rule: a word, or a block with `severity:` and the rule's options.
#[derive(Debug, Clone)]
pub struct RuleSetting<'a> {
    /// How the rule is set, where that is said.
    pub word: Option<SettingWord>,
    /// The rule's options.
    pub options: Vec<Entry<'a>>,
    /// Where the setting stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for RuleSetting<'a> {
    fn expected() -> String {
        "off, info, warning, error, or a block with `severity:` and options".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.value().is_some() && !node.is_null() {
            let word = SettingWord::read(node, reader);
            return Some(RuleSetting {
                word,
                options: Vec::new(),
                node,
            });
        }
        if node.kind() != crate::syntax::NodeKind::Mapping {
            reader.wrong_type(node, &Self::expected());
            return None;
        }
        let mut setting = RuleSetting {
            word: None,
            options: Vec::new(),
            node,
        };
        for entry in node.effective_entries() {
            if entry.key.value() == Some("severity") {
                setting.word = SettingWord::read(entry.value, reader);
            } else {
                setting.options.push(entry);
            }
        }
        Some(setting)
    }
}

impl JsonSchema for RuleSetting<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "rule setting".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<SettingWord>();
        // YAML 1.1 editors read a bare `off` as false.
        json_schema!({"anyOf": [word, {"const": false}, {
            "type": "object",
            "properties": {"severity": {
                "anyOf": [word, {"const": false}],
                "description": "How the rule is set. Left out, it keeps its own severity.",
            }},
        }]})
    }
}

shape! {
    /// Other settings for some files.
    pub struct Override<'a> {
        /// The files, as patterns like in `.gitignore`.
        paths: List<'a, Text<'a>> = required,
        /// Severities and options of rules for them.
        rules: Map<'a, RuleSetting<'a>> = required,
    }
}

impl Named for Override<'_> {
    const NAME: &'static str = "an override";
}

/// A set of path patterns, read like lines of a `.gitignore`.
#[derive(Debug)]
pub struct Patterns(Gitignore);

impl Patterns {
    /// Compiles patterns; those that can't be read are reported.
    pub fn new<'a>(list: Option<&List<'a, Text<'a>>>, reader: &mut Reader<'a>) -> Patterns {
        let mut builder = GitignoreBuilder::new("");
        for pattern in list.iter().flat_map(|list| &list.items) {
            if builder.add_line(None, pattern.value).is_err() {
                reader.invalid(
                    pattern.node,
                    "This is not a pattern for paths.",
                    "Write it as in a .gitignore: `archive/` or `campaigns/2024-*.yaml`.",
                );
            }
        }
        Patterns(builder.build().unwrap_or_else(|_| Gitignore::empty()))
    }

    /// Whether a path (relative to the workspace) matches.
    pub fn matches(&self, path: &str) -> bool {
        !self.0.is_empty() && self.0.matched_path_or_any_parents(path, false).is_ignore()
    }
}

impl<'a> Configuration<'a> {
    /// Looks at what the keys can't say by themselves: time zone and names of policies.
    pub(super) fn finish(&self, reader: &mut Reader<'a>) {
        if let Some(timezone) = &self.timezone
            && time_zone(timezone.value).is_none()
        {
            reader.invalid(
                timezone.node,
                format!("There is no time zone `{}`.", timezone.value),
                "Write a name of the IANA time-zone database, such as `Europe/Berlin`.",
            );
        }
        for policy in self.policies.iter().flat_map(|list| &list.items) {
            if SHIPPED_POLICIES
                .iter()
                .any(|(name, _)| *name == policy.value)
            {
                continue;
            }
            let names = || SHIPPED_POLICIES.iter().map(|(name, _)| *name);
            let suggestion = crate::diagnostics::suggest(policy.value, names());
            let help = match suggestion {
                Some(name) => format!("Did you mean `{name}`?"),
                None => format!("There is {}.", crate::diagnostics::list_words(names(), 10)),
            };
            let finding = reader.reporter.find_as(
                "workspace/invalid-value",
                policy.node,
                format!(
                    "No policy `{}` comes with campaignlint.",
                    crate::model::reader::shown(policy.value)
                ),
                help,
            );
            if let Some(name) = suggestion {
                finding.unsafe_fix(
                    format!("change to `{name}`"),
                    crate::syntax::edit::set_value(policy.node, name),
                );
            }
        }
        for (kind, _) in self.extensions.iter().flat_map(|map| &map.entries) {
            if crate::model::Kind::by_name(kind.value).is_none() {
                let names: Vec<&'static str> = crate::model::Kind::ALL
                    .iter()
                    .map(|kind| kind.name())
                    .collect();
                reader.not_one_of(kind.node, kind.value, &names);
            }
        }
    }
}

/// The JSON Schema of `campaignlint.yaml`.
pub fn configuration_schema() -> serde_json::Value {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    let mut schema = <Configuration<'_> as JsonSchema>::json_schema(&mut generator);
    let definitions = generator.take_definitions(true);
    if !definitions.is_empty() {
        schema.insert("$defs".into(), serde_json::Value::Object(definitions));
    }
    schema.insert(
        "$schema".into(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    );
    schema.insert("title".into(), "configuration".into());
    schema.to_value()
}
