//! Reads a channel group from YAML. Lenient: what is wrong is said with its place, and the rest counts.

use super::{
    condition::{Condition, Tests, TextTest},
    decision::Field,
    group::{ChannelGroup, ChannelRule},
};
use crate::syntax::{Node, NodeKind, Span};

/// Something in a channel group that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where it stands in the file.
    pub span: Span,
    /// What is wrong, in plain words.
    pub message: String,
    /// What to write instead, when that is known.
    pub hint: Option<String>,
}

/// Bounds on a group that somebody else wrote: how deep conditions may be nested, and how many
/// conditions, sources and tests there may be in all. The shipped group has some 900.
const DEEPEST: usize = 16;
const MOST: usize = 200_000;

const GROUP_KEYS: &[&str] = &[
    "kind",
    "id",
    "name",
    "as-of",
    "otherwise",
    "texts",
    "rules",
    "source-categories",
    "owner",
    "reviewed",
    "review-every",
    "until",
];
const RULE_KEYS: &[&str] = &["channel", "since", "order-disputed", "when"];
const WHEN_KEYS: &[&str] = &[
    "source",
    "medium",
    "campaign",
    "source-category",
    "any",
    "all",
];
const TEST_KEYS: &[&str] = &[
    "equals",
    "starts-with",
    "ends-with",
    "contains",
    "like",
    "not-after",
];

const NO_TEST: &str = "this needs a text, or what it begins with, ends with or contains";
const A_TEST: &str = "{ contains: video }";

pub(super) fn group(root: Node<'_>) -> (ChannelGroup, Vec<Problem>) {
    let mut reader = Reader {
        group: ChannelGroup::default(),
        problems: Vec::new(),
        texts: Vec::new(),
        left: MOST,
    };
    reader.read(root);
    (reader.group, reader.problems)
}

struct Reader {
    group: ChannelGroup,
    /// The named lists under `texts:` read so far.
    texts: Vec<(Box<str>, Tests)>,
    problems: Vec<Problem>,
    left: usize,
}

impl Reader {
    fn read(&mut self, root: Node<'_>) {
        if root.kind() != NodeKind::Mapping {
            return self.problem(
                root,
                "a channel group is a list of keys such as `name:` and `rules:`",
                None,
            );
        }
        self.unknown_keys(root, GROUP_KEYS, "a channel group");
        self.group.name = self.text_at(root, "name").unwrap_or_default();
        self.group.as_of = self.text_at(root, "as-of").unwrap_or_default();
        self.group.otherwise = self
            .text_at(root, "otherwise")
            .unwrap_or_else(|| "Unassigned".into());
        self.categories(root);
        if let Some(texts) = root.get("texts") {
            for entry in texts.effective_entries() {
                let tests = Tests::new(self.tests(entry.value));
                match entry.key.value() {
                    Some(name) => self.texts.push((name.into(), tests)),
                    None => self.problem(entry.key, "the name of a list of texts is text", None),
                }
            }
        }
        let Some(rules) = root
            .get("rules")
            .filter(|rules| rules.kind() == NodeKind::Sequence)
        else {
            return self.problem(root.get("rules").unwrap_or(root), "a channel group needs `rules:`, a list of rules in the order in which they are tried", None);
        };
        for rule in rules.items() {
            if let Some(rule) = self.rule(rule) {
                rule.condition
                    .add_tests_of_campaign(&mut self.group.of_campaign);
                self.group.rules.push(rule);
            }
        }
    }

    fn categories(&mut self, root: Node<'_>) {
        let Some(categories) = root.get("source-categories") else {
            return;
        };
        for entry in categories.effective_entries() {
            let Some(name) = entry.key.value() else {
                self.problem(entry.key, "the name of a list of sources is text", None);
                continue;
            };
            let index = self.group.categories.len();
            self.group.categories.push(name.into());
            let first = entry.value.items().find_map(|source| source.value());
            self.group
                .samples
                .extend(first.map(|source| source.to_lowercase().into()));
            for source in entry.value.items() {
                match source.value() {
                    Some(text) if self.count(source) => {
                        // The first list that names a source keeps it.
                        self.group
                            .sources
                            .entry(text.to_lowercase().into())
                            .or_insert(index);
                    }
                    Some(_) => return,
                    None => self.problem(source, "a source is text, such as `google`", None),
                }
            }
        }
    }

    fn rule(&mut self, node: Node<'_>) -> Option<ChannelRule> {
        if node.kind() != NodeKind::Mapping {
            self.problem(node, "a rule has a `channel:` and a `when:`", None);
            return None;
        }
        self.unknown_keys(node, RULE_KEYS, "a rule");
        let channel = self.text_at(node, "channel");
        if channel.is_none() {
            self.problem(
                node,
                "this rule does not say to which `channel:` it leads",
                None,
            );
        }
        let condition = match node.get("when") {
            Some(when) => self.condition(when, 0),
            None => {
                self.problem(
                    node,
                    "this rule does not say `when:` it holds",
                    Some("a rule that always holds is written as `otherwise:` of the group"),
                );
                None
            }
        };
        Some(ChannelRule {
            channel: channel?,
            since: self.text_at(node, "since"),
            order_disputed: node
                .get("order-disputed")
                .and_then(|value| value.value())
                .is_some_and(|value| matches!(value, "yes" | "true")),
            condition: condition?,
            span: node.span(),
        })
    }

    /// A mapping all of whose entries must hold.
    fn condition(&mut self, node: Node<'_>, depth: usize) -> Option<Condition> {
        if depth > DEEPEST || !self.count(node) {
            self.problem(node, "conditions are nested too deep", None);
            return None;
        }
        if node.kind() != NodeKind::Mapping {
            self.problem(
                node,
                "a condition says what must be true of `source:`, `medium:` or `campaign:`",
                None,
            );
            return None;
        }
        self.unknown_keys(node, WHEN_KEYS, "a condition");
        let mut all = Vec::new();
        for entry in node.effective_entries() {
            let condition = match entry.key.value() {
                Some("source") => self.text_condition(Field::Source, entry.value),
                Some("medium") => self.text_condition(Field::Medium, entry.value),
                Some("campaign") => self.text_condition(Field::Campaign, entry.value),
                Some("source-category") => self.category(entry.value),
                Some("any") => self.list(entry.value, depth).map(Condition::Any),
                Some("all") => self.list(entry.value, depth).map(Condition::All),
                _ => continue,
            };
            // A part that could not be read must not make the rule hold more often.
            all.push(condition?);
        }
        match all.len() {
            0 => {
                self.problem(node, "an empty condition would always hold", None);
                None
            }
            1 => all.pop(),
            _ => Some(Condition::All(all)),
        }
    }

    fn list(&mut self, node: Node<'_>, depth: usize) -> Option<Vec<Condition>> {
        let conditions: Vec<Condition> = node
            .items()
            .filter_map(|item| self.condition(item, depth + 1))
            .collect();
        if conditions.is_empty() {
            self.problem(
                node,
                "this needs a list of conditions",
                Some("any: [{ source: sms }, { medium: sms }]"),
            );
            return None;
        }
        Some(conditions)
    }

    fn category(&mut self, node: Node<'_>) -> Option<Condition> {
        let name = node.value()?;
        let found = self
            .group
            .categories
            .iter()
            .position(|known| **known == *name);
        if found.is_none() {
            let known = nearest(name, self.group.categories.iter().map(|known| &**known));
            self.problem(
                node,
                &format!("there is no list `{name}` under `source-categories:`"),
                known.as_deref(),
            );
        }
        found.map(Condition::Category)
    }

    fn text_condition(&mut self, field: Field, node: Node<'_>) -> Option<Condition> {
        let tests = Tests::new(self.tests(node));
        (!tests.is_empty()).then_some(Condition::Text(field, tests))
    }

    /// One text or test, or a list of them any of which may hold; named lists are put in.
    fn tests(&mut self, node: Node<'_>) -> Vec<TextTest> {
        let mut tests = Vec::new();
        if node.kind() == NodeKind::Sequence {
            if node.items().next().is_none() {
                self.problem(node, NO_TEST, Some(A_TEST));
            }
            node.items().for_each(|item| self.test(item, &mut tests));
        } else {
            self.test(node, &mut tests);
        }
        tests
    }

    fn test(&mut self, node: Node<'_>, into: &mut Vec<TextTest>) {
        if !self.count(node) {
            return;
        }
        if let Some(text) = node.value().filter(|_| !node.is_null()) {
            return into.push(TextTest::Equals(text.to_lowercase().into()));
        }
        self.unknown_keys(node, TEST_KEYS, "a text's condition");
        if let Some(name) = node.get("like") {
            return self.like(name, into);
        }
        let lower = |key: &str| {
            let text = node.get(key).and_then(Node::value)?;
            (!text.is_empty()).then(|| text.to_lowercase().into_boxed_str())
        };
        let contains = |text| TextTest::Contains {
            text,
            not_after: lower("not-after").unwrap_or_default(),
        };
        let test = lower("equals").map(TextTest::Equals);
        let test = test.or_else(|| lower("starts-with").map(TextTest::StartsWith));
        let test = test.or_else(|| lower("ends-with").map(TextTest::EndsWith));
        match test.or_else(|| lower("contains").map(contains)) {
            Some(test) => into.push(test),
            None => self.problem(node, NO_TEST, Some(A_TEST)),
        }
    }

    fn like(&mut self, node: Node<'_>, into: &mut Vec<TextTest>) {
        let name = node.value().unwrap_or_default();
        let Some(found) = self.texts.iter().position(|(known, _)| **known == *name) else {
            let known = nearest(name, self.texts.iter().map(|(known, _)| &**known));
            let message = format!("no list `{name}` stands above this under `texts:`");
            return self.problem(node, &message, known.as_deref());
        };
        for test in self.texts[found].1.list().to_vec() {
            if !self.count(node) {
                return;
            }
            into.push(test);
        }
    }

    fn text_at(&mut self, node: Node<'_>, key: &str) -> Option<Box<str>> {
        let value = node.get(key)?;
        match value.value() {
            Some(text) if !text.trim().is_empty() => Some(text.trim().into()),
            _ => {
                self.problem(value, &format!("`{key}:` needs a text"), None);
                None
            }
        }
    }

    fn unknown_keys(&mut self, node: Node<'_>, known: &[&str], what: &str) {
        for entry in node.effective_entries() {
            let name = entry.key.value().unwrap_or_default();
            if !known.contains(&name) {
                let near = nearest(name, known.iter().copied());
                self.problem(
                    entry.key,
                    &format!("{what} has no key `{name}`"),
                    near.as_deref(),
                );
            }
        }
    }

    /// Takes one from the budget; says so once when it is used up.
    fn count(&mut self, node: Node<'_>) -> bool {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                if left == 0 {
                    self.problem(node, &format!("a channel group may hold {MOST} conditions and sources; the rest is not read"), None);
                }
                left > 0
            }
            None => false,
        }
    }

    fn problem(&mut self, node: Node<'_>, message: &str, hint: Option<&str>) {
        self.problems.push(Problem {
            span: node.span(),
            message: message.to_owned(),
            hint: hint.map(str::to_owned),
        });
    }
}

/// "did you mean ...", when a known word is near.
fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    known
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|(distance, known)| *distance <= known.chars().count() / 3)
        .min()
        .map(|(_, known)| format!("did you mean `{known}`?"))
}
