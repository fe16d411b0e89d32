//! Checks links that stand in a list and not in a document.

use jiff::civil::Date;

use super::Context;
use super::engine::{Engine, Selection};
use super::link::LinkSubject;
use super::rule::{Check, RuleSet};
use super::settings::RuleState;
use crate::analytics::ChannelGroup;
use crate::diagnostics::{Finding, LINK, Reporter};
use crate::links::{self, Link, Tag};
use crate::workspace::{Reads, Workspace};

/// The rules about links, set up once for a whole list. Each thread asks for its own [`Worker`].
pub struct ListChecker<'e, 'w> {
    engine: Engine<'e, 'w>,
    states: Vec<RuleState>,
    page_hosts: Vec<String>,
}

/// Checks one link after the other.
pub struct Worker<'c, 'g> {
    engine: &'g Engine<'g, 'g>,
    states: &'g [RuleState],
    rules: Vec<(usize, Context<'c>)>,
    report: Reporter,
}

/// A link of a list that was checked.
#[derive(Debug)]
pub struct CheckedLink<'a, 'g> {
    /// The link, taken apart.
    pub url: Link<'a>,
    /// The channel that its own tags lead to; `None` when it has none, or a platform fills them in.
    pub channel: Option<&'g str>,
    /// The findings; their places are in [`LINK`].
    pub findings: Vec<Finding>,
}

impl<'e, 'w> ListChecker<'e, 'w> {
    /// Sets the rules up. `path` is the list's, for settings by path; `page_hosts` are the hosts of
    /// the page on which the links stand.
    pub fn new(
        workspace: &'w Workspace<'w>,
        rules: &'e RuleSet,
        selection: &Selection,
        today: Date,
        path: &str,
        page_hosts: Vec<String>,
    ) -> ListChecker<'e, 'w> {
        let engine = Engine::new(workspace, rules, selection, today, false);
        let states = engine.states_for(path);
        ListChecker {
            engine,
            states,
            page_hosts,
        }
    }
}

impl<'e> ListChecker<'e, 'e> {
    /// A worker for one thread. `reads` is [`Reads::off`]: nobody asks what a list looked up.
    pub fn worker<'c, 'g: 'c>(&'g self, reads: &'c Reads) -> Worker<'c, 'g>
    where
        'e: 'g,
    {
        let rules = self
            .engine
            .link_rules()
            .filter(|index| self.states[*index].severity.is_some())
            .map(|index| {
                (
                    index,
                    self.engine
                        .context(&self.states[index], reads, &self.page_hosts),
                )
            })
            .collect();
        Worker {
            engine: &self.engine,
            states: &self.states,
            rules,
            report: Reporter::default(),
        }
    }
}

impl<'g> Worker<'_, 'g> {
    /// Checks a link.
    pub fn check<'a>(&mut self, text: &'a str, context: links::Context) -> CheckedLink<'a, 'g> {
        let subject = LinkSubject::in_list(Link::parse(text, context), LINK);
        for (index, context) in &self.rules {
            let rule = self.engine.rule(*index);
            if let Check::Link(check) = rule.check {
                self.report
                    .speak_for(&rule.id, |report| check(&subject, context, report));
            }
        }
        let channel = channel_of(&subject, self.engine.channel_group());
        let mut findings = Vec::new();
        if !self.report.is_empty() {
            findings = self.report.take();
            self.engine.stamp(&mut findings, self.states);
            findings.sort_by(|a, b| (a.place.span, &a.rule).cmp(&(b.place.span, &b.rule)));
        }
        CheckedLink {
            url: subject.url,
            channel,
            findings,
        }
    }
}

/// The channel that a link's own tags lead to.
fn channel_of<'g>(link: &LinkSubject<'_>, group: &'g ChannelGroup) -> Option<&'g str> {
    let deciding = [Tag::Source, Tag::Medium, Tag::Campaign];
    let tags: Vec<_> = deciding.iter().filter_map(|tag| link.tag(*tag)).collect();
    if tags.is_empty() || tags.iter().any(|tag| link.is_templated(tag)) {
        return None;
    }
    let value = |tag| link.value_of(tag);
    Some(
        group
            .classify(value(Tag::Source), value(Tag::Medium), value(Tag::Campaign))
            .channel,
    )
}
