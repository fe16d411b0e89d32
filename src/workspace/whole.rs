//! The workspace as a whole: all files, the index over them and the policies in force.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::calendar::CalendarInForce;
use super::campaigns::{self, Campaigns, ChannelInForce, FormInForce};
use super::channel_group::ChannelGroupInUse;
use super::configuration::{Configuration, Patterns};
use super::extensions::Extensions;
use super::index::{Index, Reads};
use super::load::Loaded;
use super::mail::{self, EmailMark, Mail};
use super::naming::Names;
use super::platforms::{MappedNames, Platforms};
use super::read::{DocumentRead, FileRead, Found, read_file, syntax_findings};
use super::regions::Regions;
use super::tag_reader::TagReaders;
use super::tracking::TrackingPolicy;
use crate::diagnostics::{FileId, Sources};
use crate::model::reader::Reader;
use crate::model::target::Target;
use crate::model::values::Text;
use crate::model::{self, Attribution, Body, Campaign, Kind};
use crate::syntax::Node;

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
    /// What the values of the taxonomy are called there.
    pub mapped_names: MappedNames<'a>,
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
        let mapped_names = MappedNames::new(files.iter().flat_map(|file| &file.documents));
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
            mapped_names,
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
