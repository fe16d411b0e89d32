//! A name is spelt in one way wherever it stands.

use std::collections::HashSet;

use crate::checks::Context;
use crate::checks::vocabulary::drift::{Drift, Uses};
use crate::checks::vocabulary::spelling::word_count;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::target::Target;
use crate::model::values::Text;
use crate::model::{Attribution, Body, Kind};
use crate::syntax::Node;
use crate::workspace::is_shipped;

/// The names of a workspace that stand in several places, each with its uses.
struct Names<'w> {
    statuses: Uses<'w>,
    tokens: Uses<'w>,
    topics: Uses<'w>,
    assets: Uses<'w>,
    roles: Uses<'w>,
    buckets: Uses<'w>,
    labels: Uses<'w>,
    /// How many lists there are so far.
    lists: usize,
}

/// The list that all labels of the taxonomy count as; what its own lists say is not compared.
const TAXONOMY: usize = 0;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let mut names = Names {
        statuses: Uses::new("a member status"),
        tokens: Uses::new("a token"),
        topics: Uses::new("a topic"),
        assets: Uses::new("a kind of asset"),
        roles: Uses::new("the role of an e-mail"),
        buckets: Uses::new("a bucket"),
        labels: Uses::new("a label"),
        lists: TAXONOMY + 1,
    };
    let workspace = context.workspace();
    for (file, document) in workspace.documents() {
        if !is_shipped(workspace.sources.path(file.file)) {
            names.collect(document.root, document.kind, document.body.as_ref());
        }
    }
    names.topics_without(context);
    let plain = [&names.statuses, &names.assets, &names.roles, &names.buckets];
    for uses in plain {
        for drift in uses.drifts(|text| text, |_, _| true) {
            tell(uses.noun, &drift, report);
        }
    }
    // Names and tags put topics into the letter case that they have.
    let not_only_case = |one: Text<'_>, usual: Text<'_>| !one.value.eq_ignore_ascii_case(usual.value);
    for drift in names.topics.drifts(|text| text, |one, usual| not_only_case(one.text, usual.text)) {
        tell(names.topics.noun, &drift, report);
    }
    for drift in names.tokens.drifts(without_prefix, |_, _| true) {
        tell(names.tokens.noun, &drift, report);
    }
    // Across kinds of names, capital letters are style, and a single word may mean several things.
    let counts = |one: Text<'_>, usual: Text<'_>| word_count(one.value) > 1 && not_only_case(one, usual);
    for drift in names.labels.drifts(|text| text, |one, usual| counts(one.text, usual.text)) {
        tell(names.labels.noun, &drift, report);
    }
}

/// `my.Event Name` and `Event Name` are one token of Marketo.
fn without_prefix(token: &str) -> &str {
    let token = token.trim();
    match token.get(..3) {
        Some(prefix) if prefix.eq_ignore_ascii_case("my.") => &token[3..],
        _ => token,
    }
}

impl<'w> Names<'w> {
    fn list(&mut self) -> usize {
        self.lists += 1;
        self.lists
    }

    fn collect(&mut self, root: Node<'w>, kind: Option<Kind>, body: Option<&'w Body<'w>>) {
        match (kind, body) {
            (Some(Kind::Campaign), _) => self.of_campaign(root),
            (_, Some(Body::Channels(channels))) => {
                let labels = self.list();
                for (_, channel) in &channels.entries {
                    let statuses = self.list();
                    for status in channel.all_statuses() {
                        self.statuses.add(*status, statuses, false);
                    }
                    let needs = channel.ready_needs.iter();
                    for token in needs.clone().flat_map(|needs| &needs.tokens).flat_map(|list| &list.items) {
                        let list = self.list();
                        self.tokens.add(*token, list, true);
                    }
                    for role in needs.flat_map(|needs| &needs.emails).flat_map(|list| &list.items) {
                        let list = self.list();
                        self.roles.add(*role, list, true);
                    }
                    if let Some(label) = channel.label {
                        self.labels.add(label, labels, true);
                    }
                }
            }
            (_, Some(Body::Taxonomy(taxonomy))) => {
                let values = taxonomy.entries.iter().flat_map(|(_, dimension)| &dimension.values);
                for (_, value) in values.flat_map(|values| &values.entries) {
                    if let (Some(label), None) = (value.label, value.retired) {
                        self.labels.add(label, TAXONOMY, false);
                    }
                }
            }
            (_, Some(Body::Attribution(attribution))) => self.of_attribution(attribution),
            _ => {}
        }
    }

    /// Its channels are of the family `analytics`.
    fn of_attribution(&mut self, mapping: &'w Attribution<'w>) {
        let rules = mapping.rules.iter().flat_map(|rules| &rules.items);
        let results = rules
            .map(|rule| rule.bucket)
            .chain(mapping.otherwise.iter().map(|result| result.bucket));
        for bucket in results.flatten() {
            let list = self.list();
            self.buckets.add(bucket, list, false);
        }
        for (bucket, _) in mapping.buckets.iter().flat_map(|buckets| &buckets.entries) {
            let list = self.list();
            self.buckets.add(*bucket, list, true);
        }
    }

    /// A campaign is not kept as it was read: its tree says enough.
    fn of_campaign(&mut self, root: Node<'w>) {
        for entry in root.get("tokens").into_iter().flat_map(|tokens| tokens.resolved().effective_entries()) {
            if let Some(token) = Text::of(entry.key) {
                let list = self.list();
                self.tokens.add(token, list, false);
            }
        }
        if let Some(topic) = root.get("topic").and_then(Text::of) {
            let list = self.list();
            self.topics.add(topic, list, false);
        }
        for asset in root.get("assets").into_iter().flat_map(|assets| assets.resolved().items()) {
            if let Some(kind) = asset.resolved().get("kind").and_then(Text::of) {
                let list = self.list();
                self.assets.add(kind, list, false);
            }
        }
        for email in root.get("emails").into_iter().flat_map(|emails| emails.resolved().items()) {
            if let Some(role) = email.resolved().get("role").and_then(Text::of) {
                let list = self.list();
                self.roles.add(role, list, false);
            }
        }
    }

    /// What the taxonomy knows under several names may be written in each of them.
    fn topics_without(&mut self, context: &Context<'_>) {
        let target = Target::Value("topic");
        let known: HashSet<&str> = self
            .topics
            .texts()
            .filter(|text| context.definition(target, text).is_some() || context.meant(target, text).is_some())
            .collect();
        self.topics.forget(|text| known.contains(text));
    }
}

fn tell(noun: &str, drift: &Drift<'_>, report: &mut Reporter) {
    let usual = shown(drift.usual.value);
    for one in &drift.uses {
        let times = match drift.times {
            1 => "elsewhere".to_string(),
            several => format!("in {several} other places"),
        };
        report
            .find(
                one.text.node,
                format!("`{}`, {noun}, is spelt `{usual}` {times}.", shown(one.text.value)),
                format!("Write `{usual}`, here and in the platform, or the other way round everywhere."),
            )
            .because(drift.usual.node, "the usual spelling");
    }
}
