//! From a parsed file to what it holds: which documents are ours, what they define and refer to.

use std::sync::{Arc, Mutex, PoisonError};

use super::campaigns::{self, CampaignMark};
use super::extensions::Extensions;
use super::link_marks::{IdMark, LinkMark, Marks};
use super::mail::MailMarks;
use super::references::StoredReferences;
use crate::diagnostics::{FileId, Finding, Place, Reporter, Sources};
use crate::model::reader::{Reader, capitalised, opening};
use crate::model::target::{Definition, ReferenceUse, Target};
use crate::model::{self, Body, Kind};
use crate::syntax::{EncodingError, ErrorCode, Node, NodeKind, Span};

/// One document of a file.
#[derive(Debug)]
pub struct DocumentRead<'a> {
    /// Its root.
    pub root: Node<'a>,
    /// What it is; `None` for a document that is not ours, or that doesn't say.
    pub kind: Option<Kind>,
    /// What it says. Campaigns and links are read again when they are checked: there are many of
    /// them, and keeping them all would cost more memory than time.
    pub body: Option<Body<'a>>,
}

/// What one file holds.
#[derive(Debug)]
pub struct FileRead<'a> {
    /// Which file.
    pub file: FileId,
    /// The file's name without its ending: the id of a document that has none.
    pub stem: &'a str,
    /// Its documents.
    pub documents: Vec<DocumentRead<'a>>,
    /// Whether any of it is ours, so that rules about text and YAML apply.
    pub ours: bool,
    /// What it refers to, as short as it can be kept: a workspace has hundreds of thousands.
    references: StoredReferences<'a>,
    /// What the reader found.
    pub findings: Vec<Finding>,
    /// Its tagged links, to be compared with those of other files.
    pub links: Vec<LinkMark>,
    /// The `utm_id`s of its campaigns, that of the campaign itself first.
    pub utm_ids: Vec<IdMark>,
    /// The first place in which one of them names a fiscal quarter.
    pub fiscal_quarter: Option<Place>,
    /// The senders that its e-mails use, and whether for marketing.
    pub(super) senders: Vec<(&'a str, bool)>,
}

/// What all files define, and their campaigns. One list each for all files: a list for each file that
/// is emptied later would leave a hole in memory for each.
#[derive(Debug, Default)]
pub(super) struct Found<'a>(Mutex<(Vec<Definition<'a>>, Vec<CampaignMark<'a>>)>);

impl<'a> Found<'a> {
    fn add(&self, definitions: &mut Vec<Definition<'a>>, campaigns: &mut Vec<CampaignMark<'a>>) {
        // A poisoned lock only means that another thread panicked; what was found stays true.
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        found.0.append(definitions);
        found.1.append(campaigns);
    }

    /// In the order of the files; those of one file as they were added.
    pub(super) fn in_order(self) -> (Vec<Definition<'a>>, Vec<CampaignMark<'a>>) {
        let found = self.0.into_inner();
        let (mut definitions, mut campaigns) = found.unwrap_or_else(PoisonError::into_inner);
        definitions.sort_by_key(|definition| definition.place.file);
        campaigns.sort_by_key(|mark| mark.place.file);
        (definitions, campaigns)
    }
}

impl<'a> FileRead<'a> {
    /// What this file refers to; `sources` are those of the workspace.
    pub fn references(&self, sources: &'a Sources) -> impl Iterator<Item = ReferenceUse<'a>> {
        self.references.all(&sources.file(self.file).tree)
    }
}

impl FileRead<'_> {
    fn empty<'a>(file: FileId, stem: &'a str) -> FileRead<'a> {
        FileRead {
            file,
            stem,
            documents: Vec::new(),
            ours: false,
            references: StoredReferences::default(),
            findings: Vec::new(),
            links: Vec::new(),
            utm_ids: Vec::new(),
            fiscal_quarter: None,
            senders: Vec::new(),
        }
    }

    pub(super) fn configuration<'a>(file: FileId) -> FileRead<'a> {
        FileRead {
            ours: true,
            ..FileRead::empty(file, "campaignlint")
        }
    }

    pub(super) fn cannot_read(&mut self, reason: &str) {
        self.report_unread(
            "workspace/unreadable",
            format!("This file can't be read: {reason}."),
            "Mend or remove it; every other file is checked all the same.".to_string(),
        );
    }

    pub(super) fn not_utf8(&mut self, error: &EncodingError) {
        self.report_unread(
            "yaml/encoding",
            sentence(&error.to_string()),
            sentence(error.hint()),
        );
    }

    fn report_unread(&mut self, rule: &str, message: String, help: String) {
        self.ours = true;
        let mut reporter = Reporter::default();
        let place = Place::new(self.file, Span { start: 0, end: 0 });
        reporter.find_as(rule, place, message, help);
        self.findings.append(&mut reporter.take());
    }
}

/// A phrase as a sentence: with a capital letter and a full stop.
fn sentence(phrase: &str) -> String {
    let phrase = capitalised(phrase);
    if phrase.ends_with(['.', '?', '!']) {
        phrase
    } else {
        format!("{phrase}.")
    }
}

pub(super) fn read_file<'a>(
    file: FileId,
    sources: &'a Sources,
    extensions: &Extensions,
    claimed: bool,
    targets: &mut Arc<[Target<'a>]>,
    found: &Found<'a>,
) -> FileRead<'a> {
    let source = sources.file(file);
    let mut read = FileRead::empty(file, stem_of(&source.path));
    let mut reader = Reader::new();
    let mut foreign = false;
    let mut marks = Marks::default();
    let mut mail = MailMarks::default();
    let mut campaigns = Vec::new();
    for root in source.tree.documents() {
        let kind = model::kind_of(root);
        let mut document = DocumentRead {
            root,
            kind,
            body: None,
        };
        match kind {
            Some(kind) => {
                read.ours = true;
                reader.extension_keys = extensions.keys_of(kind);
                let body = model::read_document(kind, root, read.stem, &mut reader);
                extensions.check(kind, root, &mut reader.reporter);
                if let Some(body) = &body {
                    marks.add(body, read.documents.len() as u32);
                    mail.add(body);
                }
                if let Some(Body::Campaign(campaign)) = &body {
                    let number = read.documents.len() as u32;
                    let mark = CampaignMark::of(campaign, root, read.stem, number);
                    campaigns.push(mark);
                    read.fiscal_quarter = read
                        .fiscal_quarter
                        .or_else(|| campaigns::fiscal_quarter_in(campaign));
                }
                if !matches!(kind, Kind::Campaign | Kind::Links) {
                    document.body = body;
                }
            }
            None => {
                foreign |= root.get("kind").is_some();
                read.ours |= unknown_kind(root, claimed, &mut reader.reporter);
            }
        }
        read.documents.push(document);
    }
    // A run holds thousands of files at once: copies have no room left for growing, and the larger
    // lists they come from serve the next file.
    read.references = StoredReferences::new(&reader.references, targets);
    read.documents.shrink_to_fit();
    read.findings = reader.reporter.take();
    read.links = marks.links.as_slice().to_vec();
    read.utm_ids = marks.ids;
    read.senders = mail.senders.as_slice().into();
    found.add(&mut reader.definitions, &mut campaigns);
    let is_broken = !source.tree.errors().is_empty();
    read.ours |= claimed || (is_broken && !foreign && has_conflict(source.tree.text()));
    // A broken file may be a campaign whose `kind:` can't be read, unless it says it is not. That it
    // is broken is said; nothing else is asked of a file that may be another program's.
    if read.ours || (is_broken && !foreign) {
        syntax_findings(sources, &mut read);
    }
    read
}

/// Whether a merge left its marks, which may hide what a file is.
fn has_conflict(text: &str) -> bool {
    const MARK: &str = "<<<<<<< ";
    text.lines().any(|line| line.starts_with(MARK))
}

/// Reports a document that doesn't say what it is, where that is a mistake.
fn unknown_kind<'a>(root: Node<'a>, claimed: bool, reporter: &mut Reporter) -> bool {
    if root.kind() == NodeKind::Error {
        return false;
    }
    let rule = "workspace/unknown-kind";
    if let Some((node, kind)) = model::near_kind(root) {
        reporter
            .find_as(
                rule,
                node,
                format!(
                    "`{}` is not a kind of document.",
                    node.value().unwrap_or_default()
                ),
                format!("Did you mean `{}`?", kind.name()),
            )
            .unsafe_fix(
                format!("change to `{}`", kind.name()),
                crate::syntax::edit::set_value(node, kind.name()),
            );
        return true;
    }
    if !claimed {
        return false;
    }
    let help = format!(
        "Begin it with `kind:` and one of {}; or leave the file out with `exclude:`.",
        crate::diagnostics::list_words(Kind::ALL.iter().map(|kind| kind.name()), 30),
    );
    match root.get("kind") {
        Some(node) => {
            let kind = node.value().unwrap_or_default();
            reporter.find_as(
                rule,
                node,
                format!("`{kind}` is not a kind of document."),
                help,
            );
        }
        None if root.kind() == NodeKind::Mapping => {
            reporter.find_as(
                rule,
                opening(root),
                "This document doesn't say what it is.",
                help,
            );
        }
        None if root.is_null() && root.span().is_empty() => {}
        None => {
            reporter.find_as(
                rule,
                opening(root),
                "This is not a document: a document is a block of keys and values.",
                help,
            );
        }
    }
    true
}

/// Turns what the parser found into findings of the `yaml` family.
pub(super) fn syntax_findings(sources: &Sources, read: &mut FileRead<'_>) {
    let tree = &sources.file(read.file).tree;
    let mut reporter = Reporter::default();
    for error in tree.errors() {
        let rule = match error.code {
            ErrorCode::AnchorCycle => "yaml/anchor-cycle",
            ErrorCode::UnquotedPlaceholder => "yaml/unquoted-template",
            _ => "yaml/syntax",
        };
        let place = Place::new(read.file, error.span);
        let hint = error
            .hint
            .as_deref()
            .unwrap_or("Mend this line; the rest of the file is checked all the same.");
        let finding = reporter.find_as(rule, place, sentence(&error.message), sentence(hint));
        let text = tree.slice(error.span);
        if error.code == ErrorCode::UnquotedPlaceholder && !text.contains(['\n', '\r', '"', '\\']) {
            finding.unsafe_fix(
                "put quotes around it",
                crate::syntax::Edit {
                    span: error.span,
                    text: format!("\"{text}\""),
                },
            );
        }
    }
    read.findings.append(&mut reporter.take());
}

/// `campaigns/spring.yaml` → `spring`.
fn stem_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
