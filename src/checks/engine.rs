//! Runs the rules over a workspace.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use rayon::prelude::*;

use super::campaign_tag::CampaignTag;
use super::link::LinkSubject;
use super::rule::{Check, Rule, RuleSet};
use super::settings::{RuleState, Settings};
use super::subject::{DocumentSubject, FileSubject, ReferenceSubject};
use super::{Context, suppression};
use crate::diagnostics::{Finding, Place, Reporter};
use crate::model::{Body, Kind};
use crate::syntax::Routes;
use crate::workspace::{FileRead, Preset, Read, Reads, Workspace};

/// Which rules have their say, besides what the configuration says.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these rules or families; empty is all. Named rules speak even where they are off.
    pub only: Vec<String>,
    /// Not these rules or families.
    pub skip: Vec<String>,
    /// Another preset than the configuration's.
    pub preset: Option<Preset>,
    /// These rules speak in any case: for the cases of a rule.
    pub also: Vec<String>,
}

/// How long a rule took, over all files and threads.
#[derive(Debug, Clone)]
pub struct RuleTime {
    /// The rule.
    pub rule: Arc<str>,
    /// The time.
    pub time: Duration,
    /// How often it was asked.
    pub calls: u64,
}

/// What a run found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings, by path and place.
    pub findings: Vec<Finding>,
    /// The places of all secrets and personal data, those of suppressed findings included: no
    /// report may show them.
    pub hidden: Vec<Place>,
    /// What each file looked up, by its number.
    pub reads: Vec<Box<[Read]>>,
    /// How long each rule took, longest first; empty unless asked for.
    pub times: Vec<RuleTime>,
}

/// Checks a workspace. The result does not depend on the order of files or the number of threads.
pub fn check(
    workspace: &Workspace<'_>,
    rules: &RuleSet,
    selection: &Selection,
    today: Date,
    with_times: bool,
) -> Checked {
    let engine = Engine::new(workspace, rules, selection, today, with_times);
    let (mut everywhere, workspace_clock) = engine.check_workspace();
    everywhere.sort_by_key(|finding| finding.place.file);
    let outcomes: Vec<Outcome> = workspace
        .files
        .par_iter()
        .map(|file| {
            let from = everywhere.partition_point(|finding| finding.place.file < file.file);
            let to = everywhere.partition_point(|finding| finding.place.file <= file.file);
            engine.check_file(file, &everywhere[from..to])
        })
        .collect();
    let mut checked = Checked::default();
    let mut clock = workspace_clock;
    for outcome in outcomes {
        checked.findings.extend(outcome.findings);
        checked.hidden.extend(outcome.hidden);
        checked.reads.push(outcome.reads);
        clock.add(&outcome.clock);
    }
    checked.times = clock.times(rules);
    checked
}

struct Outcome {
    findings: Vec<Finding>,
    hidden: Vec<Place>,
    reads: Box<[Read]>,
    clock: Clock,
}

pub(super) struct Engine<'e, 'w> {
    workspace: &'w Workspace<'w>,
    rules: &'e RuleSet,
    settings: Settings,
    settings_findings: Vec<Finding>,
    by_subject: BySubject,
    today: Date,
    with_times: bool,
}

/// The numbers of the rules, by what they look at.
#[derive(Default)]
struct BySubject {
    file: Vec<usize>,
    document: Vec<usize>,
    reference: Vec<usize>,
    link: Vec<usize>,
    body: Vec<usize>,
    declared: Vec<usize>,
    workspace: Vec<usize>,
}

impl<'e, 'w> Engine<'e, 'w> {
    pub(super) fn new(
        workspace: &'w Workspace<'w>,
        rules: &'e RuleSet,
        selection: &Selection,
        today: Date,
        with_times: bool,
    ) -> Engine<'e, 'w> {
        let mut report = Reporter::default();
        let mut settings = Settings::new(
            rules,
            workspace.configuration.as_ref(),
            selection.preset,
            &mut report,
        );
        let names = |list: &[String], index: usize| {
            let id = &rules.at(index).id;
            list.iter()
                .any(|name| **name == **id || name == super::family_of(id))
        };
        for index in 0..rules.len() {
            let named = selection
                .only
                .iter()
                .chain(&selection.also)
                .any(|name| **name == *rules.at(index).id);
            if named {
                settings.turn_on(rules, index);
            }
        }
        settings.keep(|index| {
            (selection.only.is_empty() || names(&selection.only, index))
                && !names(&selection.skip, index)
        });
        let mut by_subject = BySubject::default();
        for (index, rule) in rules.iter().enumerate() {
            let list = match rule.check {
                Check::File(_) => &mut by_subject.file,
                Check::Document(_) => &mut by_subject.document,
                Check::Reference(_) => &mut by_subject.reference,
                Check::Link(_) => &mut by_subject.link,
                Check::Workspace(_) => &mut by_subject.workspace,
                Check::Declared => &mut by_subject.declared,
                Check::ElseWhere => continue,
                _ => &mut by_subject.body,
            };
            list.push(index);
        }
        Engine {
            workspace,
            rules,
            settings,
            settings_findings: report.take(),
            by_subject,
            today,
            with_times,
        }
    }

    /// The settings for one path, in the order of the rules.
    pub(super) fn states_for(&self, path: &str) -> Vec<RuleState> {
        self.settings.for_file(path).into_owned()
    }

    /// The numbers of the rules about links.
    pub(super) fn link_rules(&self) -> impl Iterator<Item = usize> + '_ {
        self.by_subject.link.iter().copied()
    }

    /// A rule by its number.
    pub(super) fn rule(&self, index: usize) -> &Rule {
        self.rules.at(index)
    }

    /// The channel group in use.
    pub(super) fn channel_group(&self) -> &'w crate::analytics::ChannelGroup {
        self.workspace.channel_group.group()
    }

    /// What rules find that look at the workspace as a whole.
    fn check_workspace(&self) -> (Vec<Finding>, Clock) {
        // What a rule about everything looked up says nothing about any file.
        let reads = Reads::off();
        let states = self.settings.for_file("");
        let mut report = Reporter::default();
        let mut clock = Clock::new(self.rules.len(), self.with_times);
        for &index in &self.by_subject.workspace {
            if let Check::Workspace(check) = self.rules.at(index).check {
                let context = self.context(&states[index], &reads, &[]);
                clock.measure(index, || {
                    report.speak_for(&self.rules.at(index).id);
                    check(&context, &mut report);
                });
            }
        }
        let mut findings = report.take();
        findings.extend(
            self.settings_findings
                .iter()
                .chain(&self.rules.broken)
                .cloned(),
        );
        (findings, clock)
    }

    pub(super) fn context<'c>(
        &'c self,
        state: &RuleState,
        reads: &'c Reads,
        page_hosts: &'c [String],
    ) -> Context<'c> {
        Context {
            workspace: self.workspace,
            today: self.today,
            reads,
            options: Arc::clone(&state.options),
            page_hosts,
        }
    }

    fn check_file(&self, file: &FileRead<'_>, everywhere: &[Finding]) -> Outcome {
        let reads = Reads::default();
        let mut clock = Clock::new(self.rules.len(), self.with_times);
        if !file.ours && everywhere.is_empty() {
            return Outcome {
                findings: Vec::new(),
                hidden: Vec::new(),
                reads: reads.into_inner(),
                clock,
            };
        }
        let source = self.workspace.sources.file(file.file);
        let states = self.settings.for_file(&source.path);
        let mut run = Run {
            engine: self,
            states: &states,
            reads: &reads,
            clock: &mut clock,
        };
        let mut report = Reporter::default();
        if !crate::workspace::is_shipped(&source.path) {
            report.extend(file.findings.clone());
        }
        report.extend(everywhere.to_vec());
        if !crate::workspace::is_shipped(&source.path) {
            run.file(file, &mut report);
            run.documents(file, &mut report);
            run.references(file, &mut report);
        }
        let mut suppressions = suppression::read(file.file, &source.tree, self.rules, &mut report);
        let mut findings = report.take();
        self.stamp(&mut findings, &states);
        let hidden = findings
            .iter()
            .filter(|f| f.sensitive)
            .map(|f| f.place)
            .collect();
        hide_consequences(&mut findings);
        suppression::apply(&mut suppressions, &mut findings, self.today);
        let mut leftovers = Reporter::default();
        suppression::report_leftovers(
            file.file,
            &source.tree,
            &suppressions,
            self.today,
            |id| {
                self.rules
                    .index(id)
                    .is_some_and(|index| states[index].severity.is_some())
            },
            &mut leftovers,
        );
        let mut leftovers = leftovers.take();
        self.stamp(&mut leftovers, &states);
        findings.extend(leftovers);
        let mut routes = Routes::default();
        for finding in &mut findings {
            finding.route = route_of(file, finding, &mut routes);
        }
        findings.sort_by(|a, b| {
            (a.place.span, &a.rule, &a.message).cmp(&(b.place.span, &b.rule, &b.message))
        });
        findings.dedup_by(|a, b| a.place == b.place && a.rule == b.rule && a.message == b.message);
        Outcome {
            findings,
            hidden,
            reads: reads.into_inner(),
            clock,
        }
    }

    /// Gives findings their rule's severity and reason; drops those of rules that are off.
    pub(super) fn stamp(&self, findings: &mut Vec<Finding>, states: &[RuleState]) {
        findings.retain_mut(|finding| {
            let Some(index) = self.rules.index(&finding.rule) else {
                return true;
            };
            let Some(severity) = states[index].severity else {
                return false;
            };
            let rule = self.rules.at(index);
            finding.severity = severity;
            finding.rule = Arc::clone(&rule.id);
            finding.why = Arc::clone(&rule.why);
            finding.sensitive = rule.sensitive;
            true
        });
    }
}

/// The checks of one file.
struct Run<'r, 'e, 'w> {
    engine: &'r Engine<'e, 'w>,
    states: &'r [RuleState],
    reads: &'r Reads,
    clock: &'r mut Clock,
}

impl<'r> Run<'r, '_, '_> {
    /// Runs those rules of a list that are on.
    fn each(
        &mut self,
        indices: &[usize],
        report: &mut Reporter,
        mut call: impl FnMut(&Rule, &Context<'_>, &mut Reporter),
    ) {
        for &index in indices {
            if self.states[index].severity.is_none() {
                continue;
            }
            let rule = self.engine.rules.at(index);
            let context = self.engine.context(&self.states[index], self.reads, &[]);
            report.speak_for(&rule.id);
            self.clock.measure(index, || call(rule, &context, report));
        }
    }

    fn file(&mut self, file: &FileRead<'_>, report: &mut Reporter) {
        let source = self.engine.workspace.sources.file(file.file);
        let subject = FileSubject {
            file: file.file,
            path: &source.path,
            tree: &source.tree,
        };
        self.each(
            &self.engine.by_subject.file,
            report,
            |rule, context, report| {
                if let Check::File(check) = rule.check {
                    check(&subject, context, report);
                }
            },
        );
    }

    fn references(&mut self, file: &FileRead<'_>, report: &mut Reporter) {
        for reference in file.references(self.engine.workspace.sources) {
            let at = reference.text.node.span().start;
            let after = file
                .documents
                .partition_point(|document| document.root.span().start <= at);
            let document = file.documents[..after].last();
            let subject = ReferenceSubject {
                target: reference.target,
                text: reference.text,
                is_owner: reference.is_owner,
                root: document.map_or(reference.text.node, |document| document.root),
            };
            self.each(
                &self.engine.by_subject.reference,
                report,
                |rule, context, report| {
                    if let Check::Reference(check) = rule.check {
                        check(&subject, context, report);
                    }
                },
            );
        }
    }

    fn documents(&mut self, file: &FileRead<'_>, report: &mut Reporter) {
        for document in &file.documents {
            let Some(kind) = document.kind else { continue };
            let read_again;
            let body = match &document.body {
                Some(body) => body,
                None => match self.engine.workspace.body_of(file, document) {
                    Some(body) => {
                        read_again = body;
                        &read_again
                    }
                    None => continue,
                },
            };
            let id = document
                .root
                .get("id")
                .and_then(|id| id.value())
                .unwrap_or(file.stem);
            let subject = DocumentSubject {
                root: document.root,
                kind,
                id,
                body,
            };
            self.each(
                &self.engine.by_subject.document,
                report,
                |rule, context, report| {
                    if let Check::Document(check) = rule.check {
                        check(&subject, context, report);
                    }
                },
            );
            self.each(
                &self.engine.by_subject.body,
                report,
                |rule, context, report| match (rule.check, body) {
                    (Check::Campaign(check), Body::Campaign(body)) => check(body, context, report),
                    (Check::Tracking(check), Body::Tracking(body)) => check(body, context, report),
                    (Check::Attribution(check), Body::Attribution(body)) => {
                        check(body, context, report);
                    }
                    (Check::Taxonomy(check), Body::Taxonomy(body)) => check(body, context, report),
                    (Check::Channels(check), Body::Channels(body)) => check(body, context, report),
                    (Check::People(check), Body::People(body)) => check(body, context, report),
                    (Check::Links(check), Body::Links(body)) => check(body, context, report),
                    _ => {}
                },
            );
            let workspace = self.engine.workspace;
            let today = self.engine.today;
            self.each(
                &self.engine.by_subject.declared,
                report,
                |rule, _, report| {
                    if let Some(declared) = &rule.declared {
                        declared.check(kind, document.root, workspace, today, report);
                    }
                },
            );
            if matches!(kind, Kind::Campaign | Kind::Links) {
                self.links(body, report);
            }
        }
    }

    fn links(&mut self, body: &Body<'_>, report: &mut Reporter) {
        match body {
            Body::Campaign(campaign) => {
                let tag = CampaignTag::of(campaign, self.engine.workspace, self.reads);
                for entry in campaign.links.iter().flat_map(|list| &list.items) {
                    let subject = LinkSubject::in_yaml(entry, Some((campaign, &tag)));
                    self.link(subject, report);
                }
            }
            Body::Links(links) => {
                for (_, entry) in &links.entries {
                    self.link(LinkSubject::in_yaml(entry, None), report);
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, subject: Option<LinkSubject<'_>>, report: &mut Reporter) {
        let Some(subject) = subject else { return };
        self.each(
            &self.engine.by_subject.link,
            report,
            |rule, context, report| {
                if let Check::Link(check) = rule.check {
                    check(&subject, context, report);
                }
            },
        );
    }
}

/// A conflict marker breaks the YAML around it: only the marker is worth a word.
fn hide_consequences(findings: &mut Vec<Finding>) {
    if findings
        .iter()
        .any(|finding| &*finding.rule == "yaml/merge-conflict")
    {
        findings.retain(|finding| {
            let is_shape = matches!(
                &*finding.rule,
                "workspace/unknown-key"
                    | "workspace/missing-key"
                    | "workspace/wrong-type"
                    | "workspace/invalid-value"
            );
            &*finding.rule == "yaml/merge-conflict"
                || !(is_shape || finding.rule.starts_with("yaml/"))
        });
    }
}

/// The route of a finding within its document.
fn route_of<'a>(file: &FileRead<'a>, finding: &Finding, routes: &mut Routes<'a>) -> String {
    let span = finding.place.span;
    let number = file
        .documents
        .partition_point(|document| document.root.span().end < span.end);
    match (number, file.documents.get(number)) {
        (0, Some(document)) => routes.to(document.root, span).to_string(),
        (number, Some(document)) => format!("{number}:{}", routes.to(document.root, span)),
        (_, None) => String::new(),
    }
}

/// Measures rules, where that is asked for.
struct Clock {
    spent: Vec<(Duration, u64)>,
    on: bool,
}

impl Clock {
    fn new(rules: usize, on: bool) -> Clock {
        Clock {
            spent: if on {
                vec![(Duration::ZERO, 0); rules]
            } else {
                Vec::new()
            },
            on,
        }
    }

    fn measure(&mut self, index: usize, call: impl FnOnce()) {
        if !self.on {
            call();
            return;
        }
        let start = Instant::now();
        call();
        let (time, calls) = &mut self.spent[index];
        *time += start.elapsed();
        *calls += 1;
    }

    fn add(&mut self, other: &Clock) {
        for (mine, theirs) in self.spent.iter_mut().zip(&other.spent) {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        }
    }

    fn times(&self, rules: &RuleSet) -> Vec<RuleTime> {
        let mut times: Vec<RuleTime> = self
            .spent
            .iter()
            .enumerate()
            .filter(|(_, (_, calls))| *calls > 0)
            .map(|(index, (time, calls))| RuleTime {
                rule: Arc::clone(&rules.at(index).id),
                time: *time,
                calls: *calls,
            })
            .collect();
        times.sort_by_key(|time| std::cmp::Reverse(time.time));
        times
    }
}
