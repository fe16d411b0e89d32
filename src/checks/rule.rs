//! A rule, as its folder describes it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::declared::Declared;
use super::link::LinkSubject;
use super::registry::BUILT_IN;
use super::subject::{DocumentSubject, FileSubject, ReferenceSubject};
use super::{Context, settings};
use crate::diagnostics::{Finding, Reporter, Severity};
use crate::model::reader::Reader;
use crate::model::{
    Attribution, Calendar, Campaign, Channels, Links, Naming, People, RuleDocument, Senders,
    Subject, Taxonomy, Tracking,
};
use crate::syntax::Tree;
use crate::workspace::Preset;

/// What a rule runs. Every check is a pure function over one node and the index.
#[derive(Clone, Copy)]
pub enum Check {
    /// Over the text and the tree of a file.
    File(fn(&FileSubject<'_>, &Context<'_>, &mut Reporter)),
    /// Over a document of any kind.
    Document(fn(&DocumentSubject<'_, '_>, &Context<'_>, &mut Reporter)),
    /// Over a reference from one document to another.
    Reference(fn(&ReferenceSubject<'_>, &Context<'_>, &mut Reporter)),
    /// Over a tracked link.
    Link(fn(&LinkSubject<'_>, &Context<'_>, &mut Reporter)),
    /// Over a campaign.
    Campaign(fn(&Campaign<'_>, &Context<'_>, &mut Reporter)),
    /// Over the tracking policy.
    Tracking(fn(&Tracking<'_>, &Context<'_>, &mut Reporter)),
    /// Over the attribution mapping.
    Attribution(fn(&Attribution<'_>, &Context<'_>, &mut Reporter)),
    /// Over a taxonomy document.
    Taxonomy(fn(&Taxonomy<'_>, &Context<'_>, &mut Reporter)),
    /// Over a channels document.
    Channels(fn(&Channels<'_>, &Context<'_>, &mut Reporter)),
    /// Over a people document.
    People(fn(&People<'_>, &Context<'_>, &mut Reporter)),
    /// Over a document of links.
    Links(fn(&Links<'_>, &Context<'_>, &mut Reporter)),
    /// Over a naming convention.
    Naming(fn(&Naming<'_>, &Context<'_>, &mut Reporter)),
    /// Over a calendar.
    Calendar(fn(&Calendar<'_>, &Context<'_>, &mut Reporter)),
    /// Over a document of senders.
    Senders(fn(&Senders<'_>, &Context<'_>, &mut Reporter)),
    /// Over the workspace as a whole.
    Workspace(fn(&Context<'_>, &mut Reporter)),
    /// What `if` and `must` in the rule's folder say.
    Declared,
    /// Nowhere: the reader, the parser or the engine itself reports it.
    ElseWhere,
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Check")
    }
}

/// A rule whose folder is part of the program; an entry of the generated registry.
pub(super) struct BuiltIn {
    pub(super) id: &'static str,
    pub(super) yaml: &'static str,
    pub(super) readme: &'static str,
    pub(super) check: Check,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// `family/name`.
    pub id: Arc<str>,
    /// What it catches, in one line.
    pub summary: String,
    /// Why it matters, in one sentence.
    pub why: Arc<str>,
    /// The severity unless a workspace says otherwise.
    pub severity: Severity,
    /// The preset that turns it on; `None` is off until a workspace asks for it.
    pub preset: Option<Preset>,
    /// What it looks at.
    pub subject: Subject,
    /// Whether its fixes are safe; `None` when it has none.
    pub fix_is_safe: Option<bool>,
    /// It turns red by the calendar alone.
    pub by_the_calendar: bool,
    /// The text under its findings is never shown.
    pub sensitive: bool,
    /// The version in which it appeared.
    pub since: String,
    /// Its options with their defaults, as the folder gives them.
    pub options: settings::Options,
    /// The JSON Schema of each option.
    pub option_schemas: Vec<(String, serde_json::Value)>,
    /// Where its facts come from: title and address.
    pub sources: Vec<(String, Option<String>)>,
    /// Its page, in Markdown.
    pub readme: String,
    /// What it runs.
    pub check: Check,
    /// What it declares, where it is not programmed.
    pub(super) declared: Option<Declared>,
}

/// The rules of a run.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Arc<Rule>>,
    by_id: HashMap<Arc<str>, usize>,
    /// What is wrong with a team's own rules.
    pub(super) broken: Vec<Finding>,
}

static BUILT_IN_RULES: LazyLock<Vec<Arc<Rule>>> = LazyLock::new(|| {
    BUILT_IN
        .iter()
        .map(|built_in| Arc::new(Rule::built_in(built_in)))
        .collect()
});

impl RuleSet {
    /// The rules that come with the program.
    pub fn built_in() -> RuleSet {
        RuleSet::new(BUILT_IN_RULES.clone())
    }

    /// A set of rules; they are kept in the order of their ids.
    pub fn new(mut rules: Vec<Arc<Rule>>) -> RuleSet {
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let by_id = rules
            .iter()
            .enumerate()
            .map(|(index, rule)| (Arc::clone(&rule.id), index))
            .collect();
        RuleSet {
            rules,
            by_id,
            broken: Vec::new(),
        }
    }

    /// All rules, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Rule>> {
        self.rules.iter()
    }

    /// The number of a rule within this set.
    pub fn index(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The rule with this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Rule>> {
        self.index(id).map(|index| &self.rules[index])
    }

    /// The rule with this number.
    pub fn at(&self, index: usize) -> &Arc<Rule> {
        &self.rules[index]
    }

    /// How many rules there are.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }
}

/// `tracking` of `tracking/value-case`.
pub fn family_of(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}

impl Rule {
    fn built_in(built_in: &BuiltIn) -> Rule {
        let tree = Tree::parse(built_in.yaml.to_string());
        let mut reader = Reader::quiet();
        let document = tree
            .documents()
            .next()
            .and_then(|root| reader.read_mapping::<RuleDocument<'_>>(root, "a rule"));
        // A test reads every folder of `rules/` and fails on what is missing here.
        match document {
            Some(document) => {
                let check = match (built_in.check, &document.must) {
                    (Check::ElseWhere, Some(_)) => Check::Declared,
                    (check, _) => check,
                };
                let mut rule = Rule::from_document(built_in.id, &document, built_in.readme, check);
                rule.declared = Declared::new(&document).0;
                rule
            }
            None => Rule::unreadable(built_in.id),
        }
    }

    fn unreadable(id: &str) -> Rule {
        Rule {
            id: Arc::from(id),
            summary: String::new(),
            why: Arc::from(""),
            severity: Severity::Error,
            preset: None,
            subject: Subject::Workspace,
            fix_is_safe: None,
            by_the_calendar: false,
            sensitive: false,
            since: String::new(),
            options: settings::Options::default(),
            option_schemas: Vec::new(),
            sources: Vec::new(),
            readme: String::new(),
            check: Check::ElseWhere,
            declared: None,
        }
    }

    /// A rule from its `rule.yaml`.
    pub fn from_document(
        id: &str,
        document: &RuleDocument<'_>,
        readme: &str,
        check: Check,
    ) -> Rule {
        use crate::model::{FixSafety, RulePreset, RuleSeverity};
        let text = |text: Option<crate::model::values::Text<'_>>| {
            text.map_or_else(String::new, |text| text.value.trim().to_string())
        };
        let option_schemas: Vec<(String, serde_json::Value)> = document
            .options
            .iter()
            .flat_map(|map| &map.entries)
            .map(|(name, schema)| (name.value.to_string(), crate::workspace::to_json(schema.0)))
            .collect();
        Rule {
            id: Arc::from(id),
            summary: text(document.summary),
            why: Arc::from(text(document.why)),
            severity: match document.severity {
                Some(RuleSeverity::Info) => Severity::Info,
                Some(RuleSeverity::Warning) => Severity::Warning,
                _ => Severity::Error,
            },
            preset: match document.preset {
                None | Some(RulePreset::Recommended) => Some(Preset::Recommended),
                Some(RulePreset::Strict) => Some(Preset::Strict),
                Some(RulePreset::None) => None,
            },
            subject: document.subject.unwrap_or(Subject::Document),
            fix_is_safe: match document.fix {
                None | Some(FixSafety::None) => None,
                Some(FixSafety::Unsafe) => Some(false),
                Some(FixSafety::Safe) => Some(true),
            },
            by_the_calendar: document.by_the_calendar.is_some_and(|flag| flag.yes),
            sensitive: document.sensitive.is_some_and(|flag| flag.yes),
            since: text(document.since),
            options: settings::Options::defaults(&option_schemas),
            option_schemas,
            sources: document
                .sources
                .iter()
                .flat_map(|list| &list.items)
                .map(|source| {
                    (
                        text(source.title),
                        source.url.map(|url| url.value.to_string()),
                    )
                })
                .collect(),
            readme: readme.to_string(),
            check,
            declared: None,
        }
    }
}
