//! Calls the rules on the nodes of one file.

use super::Context;
use super::campaign_tag::CampaignTag;
use super::clock::Clock;
use super::engine::Engine;
use super::link::LinkSubject;
use super::rule::{Check, Rule};
use super::settings::RuleState;
use super::subject::{DocumentSubject, FileSubject, ReferenceSubject};
use crate::diagnostics::Reporter;
use crate::model::{Body, Kind};
use crate::workspace::{FileRead, Reads};

/// The checks of one file.
pub(super) struct Run<'r, 'e, 'w> {
    pub(super) engine: &'r Engine<'e, 'w>,
    pub(super) states: &'r [RuleState],
    pub(super) reads: &'r Reads,
    pub(super) clock: &'r mut Clock,
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
            let clock = &mut *self.clock;
            report.speak_for(&rule.id, |report| {
                clock.measure(index, || call(rule, &context, report));
            });
        }
    }

    pub(super) fn file(&mut self, file: &FileRead<'_>, report: &mut Reporter) {
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

    pub(super) fn references(&mut self, file: &FileRead<'_>, report: &mut Reporter) {
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

    pub(super) fn documents(&mut self, file: &FileRead<'_>, report: &mut Reporter) {
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
                    (Check::Naming(check), Body::Naming(body)) => check(body, context, report),
                    (Check::Calendar(check), Body::Calendar(body)) => check(body, context, report),
                    (Check::Senders(check), Body::Senders(body)) => check(body, context, report),
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
