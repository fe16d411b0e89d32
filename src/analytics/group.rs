//! A channel group and its classification.

use super::{
    condition::{Condition, Tests, TextTest, Visit, contains},
    decision::{Decision, Field, Reason},
    read::{self, Problem},
};
use crate::syntax::{Node, Span, Tree};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Rules in order, the first of which to hold decides.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ChannelGroup {
    pub(super) name: Box<str>,
    pub(super) as_of: Box<str>,
    pub(super) otherwise: Box<str>,
    pub(super) rules: Vec<ChannelRule>,
    /// Every test of a campaign's name in these rules, once.
    pub(super) of_campaign: Vec<Tests>,
    pub(super) categories: Vec<Box<str>>,
    /// A source of each category, where it has one.
    pub(super) samples: Vec<Box<str>>,
    /// Source to index of its category.
    pub(super) sources: HashMap<Box<str>, usize>,
}

/// One rule of a group.
#[derive(Clone, PartialEq, Debug)]
pub struct ChannelRule {
    pub(super) channel: Box<str>,
    pub(super) since: Option<Box<str>>,
    pub(super) order_disputed: bool,
    pub(super) condition: Condition,
    pub(super) span: Span,
}

impl ChannelRule {
    /// The channel it leads to.
    pub fn channel(&self) -> &str {
        &self.channel
    }

    /// The day since which the rule is in force, as written (`2026-05-13`).
    pub fn since(&self) -> Option<&str> {
        self.since.as_deref()
    }

    /// Whether sources disagree about its place in the order.
    pub fn order_disputed(&self) -> bool {
        self.order_disputed
    }

    /// Where it stands in the file it was read from.
    pub fn span(&self) -> Span {
        self.span
    }
}

static GA4: LazyLock<ChannelGroup> = LazyLock::new(|| {
    let tree = Tree::parse(include_str!("ga4-2026-05-13.yaml").to_owned());
    tree.documents()
        .next()
        .map(|root| ChannelGroup::read(root).0)
        .unwrap_or_default()
});

impl ChannelGroup {
    /// The default channel group of Google Analytics 4
    /// (<https://support.google.com/analytics/answer/9756891>), as of 2026-05-13.
    pub fn ga4() -> &'static ChannelGroup {
        &GA4
    }

    /// Reads a group in the form of the shipped one. Always gives a group, made of what could be read;
    /// everything that could not is a problem with its place.
    pub fn read(root: Node<'_>) -> (ChannelGroup, Vec<Problem>) {
        read::group(root)
    }

    /// The group's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day whose definitions it holds, as written (`2026-05-13`).
    pub fn as_of(&self) -> &str {
        &self.as_of
    }

    /// The channel of visits that no rule takes.
    pub fn otherwise(&self) -> &str {
        &self.otherwise
    }

    /// The rules in the order in which they are tried.
    pub fn rules(&self) -> &[ChannelRule] {
        &self.rules
    }

    /// Every channel once, in order, with the one of visits no rule takes at the end.
    pub fn channels(&self) -> Vec<&str> {
        let mut channels: Vec<&str> = Vec::new();
        for channel in self
            .rules
            .iter()
            .map(ChannelRule::channel)
            .chain([self.otherwise()])
        {
            if !channels.contains(&channel) {
                channels.push(channel);
            }
        }
        channels
    }

    /// The list a source is in. Capital letters don't matter.
    pub fn source_category(&self, source: &str) -> Option<&str> {
        self.categories
            .get(self.category(&lower(source))?)
            .map(|name| &**name)
    }

    /// Files a visit. What is missing is the empty text. Capital letters don't matter; surrounding
    /// spaces do, because Google's definitions compare values as they were sent.
    pub fn classify(&self, source: &str, medium: &str, campaign: &str) -> Decision<'_> {
        let (source, medium, campaign) = (lower(source), lower(medium), lower(campaign));
        let category = self.category(&source);
        let mut visit = Visit::new(&source, &medium, &campaign, category);
        let rule = self.first(&mut visit);
        let channel = self.channel_of(rule);
        let without_campaign = if visit.campaign_held {
            let mut without = Visit::new(&source, &medium, "", category);
            Some(self.channel_of(self.first(&mut without))).filter(|other| *other != channel)
        } else {
            None
        };
        Decision {
            channel,
            rule,
            source_category: category
                .and_then(|category| self.categories.get(category))
                .map(|name| &**name),
            also: self.also(&mut visit, rule),
            without_campaign,
        }
    }

    /// Whether the name of a campaign can decide a channel at all; most can't, and this says so for a
    /// fraction of what filing a visit takes.
    pub fn may_be_decided_by(&self, campaign: &str) -> bool {
        let campaign = lower(campaign);
        self.of_campaign
            .iter()
            .any(|tests| tests.taken(&campaign).is_some())
    }

    /// The channels to which a medium leads: first the one with a source that is in no list, then those
    /// with a source of each list, where the rule that decides then asks for the medium as well.
    pub fn channels_of_medium(&self, medium: &str) -> Vec<&str> {
        let mut channels = vec![self.classify("", medium, "").channel];
        for source in &self.samples {
            let decision = self.classify(source, medium, "");
            let asks_for_medium = decision.rule.is_some_and(|rule| {
                let reasons = self.reasons(rule, source, medium, "");
                reasons.iter().any(|reason| reason.field == Field::Medium)
            });
            if asks_for_medium && !channels.contains(&decision.channel) {
                channels.push(decision.channel);
            }
        }
        channels
    }

    /// Why a rule holds for a visit, condition by condition; empty when it doesn't hold or when there is
    /// no such rule.
    pub fn reasons(&self, rule: usize, source: &str, medium: &str, campaign: &str) -> Vec<Reason> {
        let (source, medium, campaign) = (lower(source), lower(medium), lower(campaign));
        let mut visit = Visit::new(&source, &medium, &campaign, self.category(&source));
        let mut reasons = Vec::new();
        if let Some(rule) = self.rules.get(rule)
            && visit.holds(&rule.condition)
        {
            self.collect(&rule.condition, &mut visit, &mut reasons);
        }
        reasons
    }

    fn category(&self, source: &str) -> Option<usize> {
        self.sources.get(source).copied()
    }

    fn channel_of(&self, rule: Option<usize>) -> &str {
        rule.and_then(|rule| self.rules.get(rule))
            .map_or(&self.otherwise, |rule| &rule.channel)
    }

    fn first(&self, visit: &mut Visit<'_>) -> Option<usize> {
        self.rules
            .iter()
            .position(|rule| visit.holds(&rule.condition))
    }

    /// Rules of disputed order behind a rule of disputed order that lead elsewhere.
    fn also(&self, visit: &mut Visit<'_>, rule: Option<usize>) -> Vec<usize> {
        let Some((index, taken)) = rule.and_then(|index| Some((index, self.rules.get(index)?)))
        else {
            return Vec::new();
        };
        if !taken.order_disputed {
            return Vec::new();
        }
        let later = self.rules.iter().enumerate().skip(index + 1);
        later
            .filter(|(_, other)| other.order_disputed && other.channel != taken.channel)
            .filter(|(_, other)| visit.holds(&other.condition))
            .map(|(index, _)| index)
            .collect()
    }

    fn collect(&self, condition: &Condition, visit: &mut Visit<'_>, reasons: &mut Vec<Reason>) {
        match condition {
            Condition::All(all) => all
                .iter()
                .for_each(|condition| self.collect(condition, visit, reasons)),
            Condition::Any(any) => {
                if let Some(held) = any.iter().find(|condition| visit.holds(condition)) {
                    self.collect(held, visit, reasons);
                }
            }
            Condition::Category(category) => {
                let name = self.categories.get(*category).map_or("", |name| &**name);
                reasons.push(Reason {
                    field: Field::Source,
                    range: 0..visit.source.len(),
                    words: format!("source `{}` is in the list of {name} sites", visit.source),
                });
            }
            Condition::Text(field, tests) => {
                let text = visit.field(*field);
                let taken = tests.taken(text);
                reasons.extend(taken.map(|test| reason(*field, text, test)));
            }
        }
    }
}

fn reason(field: Field, text: &str, test: &TextTest) -> Reason {
    let (range, words) = match test {
        TextTest::Equals(wanted) => (0..text.len(), format!("{field} is `{wanted}`")),
        TextTest::StartsWith(wanted) => {
            (0..wanted.len(), format!("{field} begins with `{wanted}`"))
        }
        TextTest::EndsWith(wanted) => (
            text.len() - wanted.len()..text.len(),
            format!("{field} ends with `{wanted}`"),
        ),
        TextTest::Contains {
            text: wanted,
            not_after,
        } => {
            let at = contains(text, wanted, not_after).unwrap_or(0);
            let how = match (not_after.is_empty(), at) {
                (true, _) => "contains",
                (false, 0) => "begins with",
                (false, _) => "has a word that begins with",
            };
            (at..at + wanted.len(), format!("{field} {how} `{wanted}`"))
        }
    };
    Reason {
        field,
        range,
        words,
    }
}

/// In lower case; borrowed when it already is.
fn lower(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}
