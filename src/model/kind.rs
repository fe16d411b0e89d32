//! Which kinds there are, and how a document of each is read.

use super::reader::{Reader, opening};
use super::target::{Definition, Target};
use super::values::{Any, Text, is_id};
use super::*;
use crate::diagnostics::suggest;
use crate::syntax::{Node, NodeKind};

macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident($body:ty) = $name:literal, $read:expr;)*) => {
        /// A kind of document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$meta])* $variant),* }

        /// A document that was read, by kind.
        #[derive(Debug, Clone)]
        pub enum Body<'a> { $($(#[$meta])* $variant(Box<$body>)),* }

        impl Kind {
            /// Every kind, in alphabetical order.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant),*];

            /// The word after `kind:`.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name),* }
            }

            /// The keys of a document of this kind.
            // The types of the bodies name the lifetime, which the lint can't see through the macro.
            #[allow(clippy::extra_unused_lifetimes)]
            pub fn keys<'a>(self) -> &'static [super::reader::Key] {
                match self { $(Kind::$variant => <$body as super::DocumentKeys<'a>>::DOCUMENT_KEYS),* }
            }

            // The types of the bodies name the lifetime, which the lint can't see through the macro.
            #[allow(clippy::extra_unused_lifetimes)]
            pub(super) fn generate<'a>(self, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match self { $(Kind::$variant => <$body as schemars::JsonSchema>::json_schema(generator)),* }
            }
        }

        impl<'a> Body<'a> {
            /// What every document may carry.
            pub fn header(&self) -> Header<'_, 'a> {
                match self { $(Body::$variant(body) => Document::header(body.as_ref())),* }
            }
        }

        fn read_body<'a>(kind: Kind, root: Node<'a>, reader: &mut Reader<'a>) -> Option<Body<'a>> {
            match kind {
                $(Kind::$variant => {
                    #[allow(clippy::redundant_closure_call)]
                    let body: Option<$body> = ($read)(root, reader);
                    body.map(|body| Body::$variant(Box::new(body)))
                })*
            }
        }
    };
}

macro_rules! plain {
    ($what:literal) => {
        |root, reader: &mut Reader<'a>| reader.read_mapping(root, $what)
    };
}

kinds! {
    /// Who must approve which change.
    Approvals(Approvals<'a>) = "approvals", plain!("an approvals document");
    /// Which visits count for which channel and bucket.
    Attribution(Attribution<'a>) = "attribution", plain!("an attribution mapping");
    /// People who are addressed together.
    Audience(Audience<'a>) = "audience", plain!("an audience");
    /// Fiscal year, working days, holidays, caps.
    Calendar(Calendar<'a>) = "calendar", plain!("a calendar");
    /// A program.
    Campaign(Campaign<'a>) = "campaign", plain!("a campaign");
    /// Program channels.
    Channels(Channels<'a>) = "channels", super::channels::read;
    /// For which purposes and reasons people may be written to.
    Consent(Consent<'a>) = "consent", plain!("a consent policy");
    /// The dictionary of fields.
    Fields(Fields<'a>) = "fields", super::fields::read;
    /// A form.
    Form(Form<'a>) = "form", plain!("a form");
    /// The stages of a person.
    Lifecycle(Lifecycle<'a>) = "lifecycle", plain!("a lifecycle");
    /// Links that belong to no campaign.
    Links(Links<'a>) = "links", |root, reader: &mut Reader<'a>| {
        Links::read_as(root, reader, "a links document", |id, _: &LinkEntry<'a>, reader| {
            reader.define(Definition::new(Target::SharedLink, id.value, id.node));
        })
    };
    /// A file of people to be loaded.
    List(PeopleList<'a>) = "list", plain!("a list of people");
    /// What figures mean.
    Metric(Metric<'a>) = "metric", |root, reader: &mut Reader<'a>| {
        Metric::read_as(root, reader, "a metric document", |_, _: &super::metric::MetricEntry<'a>, _| {})
    };
    /// The convention for names.
    Naming(Naming<'a>) = "naming", plain!("a naming convention");
    /// People, queues, pools, groups.
    People(People<'a>) = "people", super::people::read;
    /// Who gets which lead.
    Routing(Routing<'a>) = "routing", plain!("a routing document");
    /// A team's own rule.
    Rule(RuleDocument<'a>) = "rule", plain!("a rule");
    /// How people are scored.
    Scoring(Scoring<'a>) = "scoring", plain!("a scoring model");
    /// Who e-mails come from.
    Senders(Senders<'a>) = "senders", super::senders::read;
    /// Dimensions and their values.
    Taxonomy(Taxonomy<'a>) = "taxonomy", super::taxonomy::read;
    /// How links are tagged.
    Tracking(Tracking<'a>) = "tracking", plain!("a tracking policy");
}

impl Kind {
    /// The kind with this name.
    pub fn by_name(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// The kind of a document, where it says a known one.
pub fn kind_of(root: Node<'_>) -> Option<Kind> {
    Kind::by_name(root.get("kind")?.value()?)
}

/// For a document whose kind is not known: what it says, and the kind it nearly names.
pub fn near_kind(root: Node<'_>) -> Option<(Node<'_>, Kind)> {
    let node = root.get("kind")?;
    let names = Kind::ALL.iter().map(|kind| kind.name());
    Some((node, Kind::by_name(suggest(node.value()?, names)?)?))
}

/// Reads a document of a known kind. `stem` is the file's name without its ending, which is the
/// id of a document that has none of its own.
pub fn read_document<'a>(
    kind: Kind,
    root: Node<'a>,
    stem: &'a str,
    reader: &mut Reader<'a>,
) -> Option<Body<'a>> {
    let body = read_body(kind, root, reader)?;
    if let Body::Campaign(campaign) = &body {
        campaign.finish(reader);
    }
    if let Body::Tracking(tracking) = &body {
        tracking.finish(reader);
    }
    if let Body::Naming(naming) = &body {
        naming.finish(reader);
    }
    if let Body::Consent(consent) = &body {
        define_purposes(consent, reader);
    }
    let target = match kind {
        Kind::Campaign => Some(Target::Campaign),
        Kind::Audience => Some(Target::Audience),
        Kind::Form => Some(Target::Form),
        _ => None,
    };
    if let Some(target) = target {
        let (id, place) = match root.get("id").and_then(Text::of) {
            Some(id) => (id.value, id.node.into()),
            None => (stem, root.get("kind").map_or(opening(root), Into::into)),
        };
        if root.get("id").is_none() && !is_id(id) {
            reader.invalid_file_name(root, id);
        }
        reader.define(Definition::new(target, id, place));
    }
    Some(body)
}

fn define_purposes<'a>(consent: &Consent<'a>, reader: &mut Reader<'a>) {
    let Some(Any(purposes)) = consent.purposes else {
        return;
    };
    if purposes.kind() != NodeKind::Mapping {
        return;
    }
    for entry in purposes.effective_entries() {
        if let Some(id) = Text::of(entry.key) {
            reader.define(Definition::new(Target::Purpose, id.value, id.node));
        }
    }
}

impl<'a> Reader<'a> {
    fn invalid_file_name(&mut self, root: Node<'a>, stem: &str) {
        if self.is_quiet() {
            return;
        }
        let better = values::to_id(stem);
        self.reporter.find_as(
            "workspace/invalid-value",
            root.get("kind").map_or(opening(root), Into::into),
            format!(
                "The file's name `{}` is the id of this document, but it can't be one.",
                reader::shown(stem)
            ),
            format!("Rename the file, or add `id: {better}`."),
        );
    }
}
