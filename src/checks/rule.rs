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
use crate::model::values::Text;
use crate::model::{
    Attribution, Calendar, Campaign, Channels, FixSafety, Links, Naming, People, RuleDocument,
    RulePreset, RuleSeverity, Senders, Subject, Taxonomy, Tracking,
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

/// A rule whose folder is part of the program; an entry of the generated registry. What every run
/// needs stands here; the rest is read from the folder's texts when somebody asks.
pub(super) struct BuiltIn {
    pub(super) id: &'static str,
    pub(super) severity: Severity,
    pub(super) preset: Option<Preset>,
    pub(super) by_the_calendar: bool,
    pub(super) sensitive: bool,
    /// Whether a run needs what only `rule.yaml` says: options, or conditions.
    pub(super) read_at_once: bool,
    pub(super) yaml: &'static str,
    pub(super) readme: &'static str,
    pub(super) check: Check,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// `family/name`.
    pub id: Arc<str>,
    /// The severity unless a workspace says otherwise.
    pub severity: Severity,
    /// The preset that turns it on; `None` is off until a workspace asks for it.
    pub preset: Option<Preset>,
    /// It turns red by the calendar alone.
    pub by_the_calendar: bool,
    /// The text under its findings is never shown.
    pub sensitive: bool,
    /// Its options with their defaults, as the folder gives them.
    pub options: settings::Options,
    /// What it runs.
    pub check: Check,
    /// What it declares, where it is not programmed.
    pub(super) declared: Option<Declared>,
    /// What its folder says to people. Read when first asked for.
    pub page: LazyLock<RulePage, MakePage>,
}

type MakePage = Box<dyn FnOnce() -> RulePage + Send>;

/// What the folder of a rule says to people.
#[derive(Debug, Default)]
pub struct RulePage {
    /// What it catches, in one line.
    pub summary: String,
    /// Why it matters, in one sentence.
    pub why: Arc<str>,
    /// What it looks at.
    pub subject: Option<Subject>,
    /// Whether its fixes are safe; `None` when it has none.
    pub fix_is_safe: Option<bool>,
    /// The version in which it appeared.
    pub since: String,
    /// The JSON Schema of each option.
    pub option_schemas: Vec<(String, serde_json::Value)>,
    /// Where its facts come from: title and address.
    pub sources: Vec<(String, Option<String>)>,
    /// Its README, in Markdown.
    pub readme: String,
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
    fn built_in(built_in: &'static BuiltIn) -> Rule {
        let (yaml, readme) = (built_in.yaml, built_in.readme);
        let mut rule = Rule {
            id: Arc::from(built_in.id),
            severity: built_in.severity,
            preset: built_in.preset,
            by_the_calendar: built_in.by_the_calendar,
            sensitive: built_in.sensitive,
            options: settings::Options::default(),
            check: built_in.check,
            declared: None,
            page: LazyLock::new(Box::new(move || {
                let page = with_document(yaml, |document| RulePage::new(document, readme));
                page.unwrap_or_default()
            })),
        };
        if built_in.read_at_once {
            rule.options = settings::Options::defaults(&rule.page.option_schemas);
            rule.declared =
                with_document(yaml, |document| Declared::new(document).0).unwrap_or_default();
            if matches!(rule.check, Check::ElseWhere) && rule.declared.is_some() {
                rule.check = Check::Declared;
            }
        }
        rule
    }

    /// A rule from its `rule.yaml` and its README.
    pub fn from_document(
        id: &str,
        document: &RuleDocument<'_>,
        readme: &str,
        check: Check,
    ) -> Rule {
        let page = RulePage::new(document, readme);
        Rule {
            id: Arc::from(id),
            severity: severity_of(document),
            preset: preset_of(document),
            by_the_calendar: document.by_the_calendar.is_some_and(|flag| flag.yes),
            sensitive: document.sensitive.is_some_and(|flag| flag.yes),
            options: settings::Options::defaults(&page.option_schemas),
            check,
            declared: None,
            page: LazyLock::new(Box::new(move || page)),
        }
    }
}

/// Reads a `rule.yaml` of ours. A test reads every folder of `rules/` and fails on what is wrong.
fn with_document<T>(yaml: &str, use_it: impl FnOnce(&RuleDocument<'_>) -> T) -> Option<T> {
    let tree = Tree::parse(yaml.to_string());
    let root = tree.documents().next()?;
    let document = Reader::quiet().read_mapping::<RuleDocument<'_>>(root, "a rule")?;
    Some(use_it(&document))
}

pub(super) fn severity_of(document: &RuleDocument<'_>) -> Severity {
    match document.severity {
        Some(RuleSeverity::Info) => Severity::Info,
        Some(RuleSeverity::Warning) => Severity::Warning,
        _ => Severity::Error,
    }
}

pub(super) fn preset_of(document: &RuleDocument<'_>) -> Option<Preset> {
    match document.preset {
        None | Some(RulePreset::Recommended) => Some(Preset::Recommended),
        Some(RulePreset::Strict) => Some(Preset::Strict),
        Some(RulePreset::None) => None,
    }
}

impl RulePage {
    fn new(document: &RuleDocument<'_>, readme: &str) -> RulePage {
        let text = |text: Option<Text<'_>>| {
            text.map_or_else(String::new, |text| text.value.trim().to_string())
        };
        let options = document.options.iter().flat_map(|map| &map.entries);
        let sources = document.sources.iter().flat_map(|list| &list.items);
        RulePage {
            summary: text(document.summary),
            why: Arc::from(text(document.why)),
            subject: document.subject,
            fix_is_safe: match document.fix {
                None | Some(FixSafety::None) => None,
                Some(FixSafety::Unsafe) => Some(false),
                Some(FixSafety::Safe) => Some(true),
            },
            since: text(document.since),
            option_schemas: options
                .map(|(name, schema)| (name.value.to_string(), crate::workspace::to_json(schema.0)))
                .collect(),
            sources: sources
                .map(|source| {
                    let url = source.url.map(|url| url.value.to_string());
                    (text(source.title), url)
                })
                .collect(),
            readme: readme.to_string(),
        }
    }
}
