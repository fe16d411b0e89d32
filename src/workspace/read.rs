//! From parsed files to a workspace: which documents are ours, what they define and refer to.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::calendar::CalendarInForce;
use super::campaigns::{self, CampaignMark, Campaigns, ChannelInForce, FormInForce};
use super::channel_group::ChannelGroupInUse;
use super::configuration::{Configuration, Patterns};
use super::extensions::Extensions;
use super::index::{Index, Reads};
use super::link_marks::{IdMark, LinkMark, Marks};
use super::load::Loaded;
use super::mail::{self, EmailMark, Mail, MailMarks};
use super::naming::Names;
use super::platforms::Platforms;
use super::references::StoredReferences;
use super::regions::Regions;
use super::tag_reader::TagReaders;
use super::tracking::TrackingPolicy;
use crate::diagnostics::{FileId, Finding, Place, Reporter, Sources};
use crate::model::reader::{Reader, capitalised, opening};
use crate::model::target::{Definition, ReferenceUse, Target};
use crate::model::values::Text;
use crate::model::{self, Attribution, Body, Campaign, Kind};
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
struct Found<'a>(Mutex<(Vec<Definition<'a>>, Vec<CampaignMark<'a>>)>);

impl<'a> Found<'a> {
    fn add(&self, definitions: &mut Vec<Definition<'a>>, campaigns: &mut Vec<CampaignMark<'a>>) {
        // A poisoned lock only means that another thread panicked; what was found stays true.
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        found.0.append(definitions);
        found.1.append(campaigns);
    }

    /// In the order of the files; those of one file as they were added.
    fn in_order(self) -> (Vec<Definition<'a>>, Vec<CampaignMark<'a>>) {
        let found = self.0.into_inner();
        let (mut definitions, mut campaigns) = found.unwrap_or_else(PoisonError::into_inner);
        definitions.sort_by_key(|definition| definition.place.file);
        campaigns.sort_by_key(|mark| mark.place.file);
        (definitions, campaigns)
    }
}

/// A workspace, ready to be checked.
#[derive(Debug)]
pub struct Workspace<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The settings; empty where there are none.
    pub configuration: Option<Configuration<'a>>,
    /// What each file holds, in the order of [`Sources`].
    pub files: Vec<FileRead<'a>>,
    /// What is defined where.
    pub index: Index<'a>,
    /// What is referred to from anywhere.
    pub used: HashSet<(Target<'a>, &'a str)>,
    /// How links are tagged, where the workspace says so.
    pub tracking: Option<TrackingPolicy<'a>>,
    /// Working days, holidays and caps, where the workspace says so.
    pub calendar: Option<CalendarInForce<'a>>,
    /// Every channel by its id.
    pub channels: HashMap<&'a str, ChannelInForce<'a>>,
    /// What campaigns are compared with of each form, by the form's id.
    pub forms: HashMap<&'a str, FormInForce<'a>>,
    /// Every campaign, by what it is called.
    pub campaigns: Campaigns<'a>,
    /// How campaigns are called, where the workspace says so.
    pub names: Names<'a>,
    /// Who sends e-mails, and which.
    pub mail: Mail<'a>,
    /// The regions of the taxonomy.
    pub regions: Regions<'a>,
    /// Whose clocks a time without a zone is read from, where the configuration says so.
    pub timezone: Option<jiff::tz::TimeZone>,
    /// The templates of tags in which the taxonomy has a say.
    pub tag_readers: TagReaders<'a>,
    /// The platforms in use.
    pub platforms: Platforms,
    /// Which channel visits lead to.
    pub channel_group: ChannelGroupInUse,
    extensions: Extensions,
    root: &'a std::path::Path,
}

impl<'a> Workspace<'a> {
    /// Reads every file of what was loaded.
    pub fn new(loaded: &'a Loaded) -> Workspace<'a> {
        let sources = &loaded.sources;
        let mut configuration_reader = Reader::new();
        let configuration = loaded
            .configuration
            .and_then(|file| sources.file(file).tree.documents().next())
            .filter(|root| !root.is_null())
            .and_then(|root| {
                configuration_reader.read_mapping::<Configuration<'a>>(root, "the configuration")
            });
        let mut include = None;
        if let Some(configuration) = &configuration {
            configuration.finish(&mut configuration_reader);
            include = Some(Patterns::new(
                configuration.include.as_ref(),
                &mut configuration_reader,
            ));
        }
        let extensions = Extensions::load(
            &loaded.root,
            configuration.as_ref(),
            &mut configuration_reader,
        );
        let channel_group =
            ChannelGroupInUse::load(sources, configuration.as_ref(), &mut configuration_reader);
        let found = Found::default();
        let mut files: Vec<FileRead<'a>> = (0..sources.len() as u32)
            .into_par_iter()
            .map_init(
                || Arc::from([]),
                |targets, number| {
                    let file = FileId(number);
                    let claimed = loaded.named.contains(&file)
                        || include
                            .as_ref()
                            .is_some_and(|include| include.matches(sources.path(file)));
                    if Some(file) == loaded.configuration {
                        return FileRead::configuration(file);
                    }
                    read_file(file, sources, &extensions, claimed, targets, &found)
                },
            )
            .collect();
        for (file, reason) in &loaded.unreadable {
            files[file.0 as usize].cannot_read(reason);
        }
        for (file, error) in &loaded.encoding {
            files[file.0 as usize].not_utf8(error);
        }
        if let Some(file) = loaded.configuration {
            let read = &mut files[file.0 as usize];
            read.findings
                .append(&mut configuration_reader.reporter.take());
            syntax_findings(sources, read);
        }
        let (definitions, campaigns) = found.in_order();
        let index = Index::new(definitions);
        let used = files
            .iter()
            .flat_map(|file| file.references(sources))
            .map(|reference| (reference.target, reference.text.value))
            .collect();
        let tracking = TrackingPolicy::new(&files, sources);
        let tag_readers = TagReaders::new(tracking.as_ref(), &index);
        let calendar = CalendarInForce::new(&files, sources);
        let channels = campaigns::channels(&files);
        let forms = campaigns::forms(&files);
        let campaigns = Campaigns::new(campaigns);
        let names = Names::new(&files, sources, calendar.as_ref(), &campaigns);
        let mail = Mail::new(&files);
        let regions = Regions::new(&files);
        let platforms = Platforms::new(
            files
                .iter()
                .filter(|file| !super::is_shipped(sources.path(file.file)))
                .flat_map(|file| &file.documents),
        );
        let timezone = configuration.as_ref().and_then(|configuration| {
            crate::model::zones::time_zone(configuration.timezone?.value)
        });
        Workspace {
            sources,
            configuration,
            files,
            index,
            used,
            tracking,
            tag_readers,
            calendar,
            channels,
            forms,
            campaigns,
            names,
            mail,
            regions,
            platforms,
            timezone,
            channel_group,
            extensions,
            root: &loaded.root,
        }
    }

    /// Every attribution mapping.
    pub fn attributions(&self) -> impl Iterator<Item = &Attribution<'a>> {
        self.documents()
            .filter_map(|(_, document)| match &document.body {
                Some(Body::Attribution(attribution)) => Some(attribution.as_ref()),
                _ => None,
            })
    }

    /// Every document of every file.
    pub fn documents(&self) -> impl Iterator<Item = (&FileRead<'a>, &DocumentRead<'a>)> {
        self.files
            .iter()
            .flat_map(|file| file.documents.iter().map(move |document| (file, document)))
    }

    /// Reads a document again, for its values only.
    pub fn body_of(&self, file: &FileRead<'a>, document: &DocumentRead<'a>) -> Option<Body<'a>> {
        let kind = document.kind?;
        let mut reader = Reader::quiet();
        model::read_document(kind, document.root, file.stem, &mut reader)
    }

    /// The name of the campaign that a document is: its own, or the one that is built. Reads only what
    /// names are made of.
    pub fn campaign_name_at(
        &self,
        file: &FileRead<'a>,
        root: Node<'a>,
        reads: &Reads,
    ) -> Option<String> {
        let name = root
            .get("name")
            .and_then(Text::of)
            .filter(|name| !name.is_blank());
        if let Some(name) = name {
            return Some(name.value.to_string());
        }
        if self.names.conventions.is_empty() {
            return None;
        }
        let campaign = Campaign::with_keys(root, |key| self.names.uses(key));
        let id = campaign.id.map_or(file.stem, |id| id.0.value);
        let name = self.names.name_of(&campaign, id, &self.index, reads)?;
        Some(name.into_owned())
    }

    /// Every e-mail that goes out on a known day, with the number of its file. It reads all campaigns:
    /// for rules that look at the whole.
    pub fn emails(&self) -> Vec<(usize, EmailMark<'a>)> {
        let files = self.files.par_iter().enumerate();
        files
            .flat_map_iter(|(number, file)| {
                let documents = file.documents.iter().enumerate();
                let campaigns =
                    documents.filter(|(_, document)| document.kind == Some(Kind::Campaign));
                campaigns.flat_map(move |(at, document)| {
                    let emails = mail::emails_of(document.root, at as u32);
                    emails.into_iter().map(move |email| (number, email))
                })
            })
            .collect()
    }

    /// A text file of the workspace, by its path within; for the pages of a team's own rules.
    pub fn text_file(&self, path: &str) -> Option<String> {
        super::extensions::read_within(self.root, path).ok()
    }

    /// The team's own keys.
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
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

    fn configuration<'a>(file: FileId) -> FileRead<'a> {
        FileRead {
            ours: true,
            ..FileRead::empty(file, "campaignlint")
        }
    }

    fn cannot_read(&mut self, reason: &str) {
        self.report_unread(
            "workspace/unreadable",
            format!("This file can't be read: {reason}."),
            "Mend or remove it; every other file is checked all the same.".to_string(),
        );
    }

    fn not_utf8(&mut self, error: &EncodingError) {
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

fn read_file<'a>(
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
fn syntax_findings(sources: &Sources, read: &mut FileRead<'_>) {
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
