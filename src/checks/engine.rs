//! Runs the rules over a workspace.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::clock::{Clock, RuleTime};
use super::rule::{Check, Rule, RuleSet};
use super::run::Run;
use super::settings::{RuleState, Settings};
use super::{Context, suppression};
use crate::diagnostics::{FileId, Finding, Place, Reporter};
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
    /// Whether to record what each file looks up, which costs time and memory: for runs that must know
    /// which files a change can reach.
    pub with_reads: bool,
    /// Only this file, in the midst of its workspace; the others are not looked at one by one.
    pub file: Option<FileId>,
}

/// What a run found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings, by path and place.
    pub findings: Vec<Finding>,
    /// The places of all secrets and personal data, those of suppressed findings included: no
    /// report may show them.
    pub hidden: Vec<Place>,
    /// What each file looked up, by its number; of a run over one file, only what that looked up.
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
        .filter(|file| selection.file.is_none_or(|only| only == file.file))
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
    pub(super) workspace: &'w Workspace<'w>,
    pub(super) rules: &'e RuleSet,
    settings: Settings,
    settings_findings: Vec<Finding>,
    pub(super) by_subject: BySubject,
    pub(super) today: Date,
    with_times: bool,
    with_reads: bool,
}

/// The numbers of the rules, by what they look at.
#[derive(Default)]
pub(super) struct BySubject {
    pub(super) file: Vec<usize>,
    pub(super) document: Vec<usize>,
    pub(super) reference: Vec<usize>,
    pub(super) link: Vec<usize>,
    pub(super) body: Vec<usize>,
    pub(super) declared: Vec<usize>,
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
            with_reads: selection.with_reads,
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
                report.speak_for(&self.rules.at(index).id, |report| {
                    clock.measure(index, || check(&context, report));
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
        state: &'c RuleState,
        reads: &'c Reads,
        page_hosts: &'c [String],
    ) -> Context<'c> {
        Context {
            workspace: self.workspace,
            today: self.today,
            reads,
            options: &state.options,
            page_hosts,
        }
    }

    fn check_file(&self, file: &FileRead<'_>, everywhere: &[Finding]) -> Outcome {
        let reads = match self.with_reads {
            true => Reads::default(),
            false => Reads::off(),
        };
        let mut clock = Clock::new(self.rules.len(), self.with_times);
        if !file.ours && file.findings.is_empty() && everywhere.is_empty() {
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
            if file.ours {
                run.file(file, &mut report);
            }
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
            finding.why = Arc::clone(&rule.page.why);
            finding.sensitive = rule.sensitive;
            true
        });
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
