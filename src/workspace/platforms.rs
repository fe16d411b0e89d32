//! Which marketing platforms and CRMs a workspace works with, as its documents show.

use std::collections::{HashMap, HashSet};

use super::read::DocumentRead;
use crate::diagnostics::Place;
use crate::model::values::Text;
use crate::model::{Body, Kind};
use crate::syntax::Node;

/// The platforms whose limits are known: the word by which documents name each, and its own name.
pub const PLATFORMS: [(&str, &str); 5] = [
    ("marketo", "Marketo"),
    ("hubspot", "HubSpot"),
    ("salesforce", "Salesforce"),
    ("pardot", "Account Engagement"),
    ("mautic", "Mautic"),
];

/// The platforms in use, each with the first line that shows it.
#[derive(Debug, Clone, Default)]
pub struct Platforms([Option<Place>; PLATFORMS.len()]);

impl Platforms {
    /// What the documents of a workspace name; `documents` are its own.
    pub(super) fn new<'w, 'a: 'w>(
        documents: impl Iterator<Item = &'w DocumentRead<'a>>,
    ) -> Platforms {
        let mut platforms = Platforms::default();
        for document in documents {
            platforms.look_at(document);
        }
        platforms
    }

    /// The line that shows that a platform is in use, given by the word for it.
    pub fn place(&self, platform: &str) -> Option<Place> {
        let number = PLATFORMS.iter().position(|(word, _)| *word == platform)?;
        self.0[number]
    }

    fn look_at(&mut self, document: &DocumentRead<'_>) {
        match (&document.body, document.kind) {
            // Campaigns are not kept as they were read.
            (_, Some(Kind::Campaign)) => {
                if let Some(sync) = document.root.get("sync") {
                    self.keys_of(sync);
                }
            }
            (Some(Body::Channels(channels)), _) => {
                let names = channels.entries.iter().flat_map(|(_, channel)| &channel.is);
                for (platform, _) in names.flat_map(|names| &names.entries) {
                    self.named(*platform);
                }
            }
            (Some(Body::Taxonomy(taxonomy)), _) => {
                for (_, dimension) in &taxonomy.entries {
                    let fields = dimension.fields.iter().flat_map(|fields| &fields.entries);
                    for (platform, _) in fields {
                        self.named(*platform);
                    }
                    for (_, value) in dimension.values.iter().flat_map(|values| &values.entries) {
                        self.keys_of(value.node);
                    }
                }
            }
            (Some(Body::Fields(fields)), _) => {
                for (_, field) in &fields.entries {
                    self.keys_of(field.node);
                }
            }
            _ => {}
        }
    }

    fn keys_of(&mut self, node: Node<'_>) {
        // Once all are known, nothing more can be learnt.
        if self.0.iter().all(Option::is_some) {
            return;
        }
        for entry in node.resolved().effective_entries() {
            if let Some(key) = Text::of(entry.key)
                && !matches!(entry.value.value(), Some("no" | "false"))
            {
                self.named(key);
            }
        }
    }

    fn named(&mut self, word: Text<'_>) {
        if let Some(number) = PLATFORMS.iter().position(|(known, _)| *known == word.value) {
            self.0[number].get_or_insert(word.node.into());
        }
    }
}

/// What the values of each dimension are called in the platforms, in lower case.
#[derive(Debug, Default)]
pub struct MappedNames<'a>(HashMap<&'a str, HashSet<String>>);

impl<'a> MappedNames<'a> {
    /// What the taxonomy of a workspace maps its values to; `documents` are its own.
    pub(super) fn new<'w>(documents: impl Iterator<Item = &'w DocumentRead<'a>>) -> MappedNames<'a>
    where
        'a: 'w,
    {
        let mut names: HashMap<&'a str, HashSet<String>> = HashMap::new();
        for document in documents {
            let Some(Body::Taxonomy(taxonomy)) = &document.body else {
                continue;
            };
            for (id, dimension) in &taxonomy.entries {
                let of_dimension = names.entry(id.value).or_default();
                for (_, value) in dimension.values.iter().flat_map(|values| &values.entries) {
                    let called = [
                        value.marketo,
                        value.hubspot,
                        value.salesforce,
                        value.pardot,
                        value.mautic,
                    ];
                    let called = called.into_iter().flatten();
                    of_dimension.extend(
                        called.filter_map(|any| Some(Text::of(any.0)?.value.to_ascii_lowercase())),
                    );
                }
            }
        }
        MappedNames(names)
    }

    /// Whether a text is what a value of a dimension is called in one of the platforms; letter case doesn't
    /// count.
    pub fn hold(&self, dimension: &str, text: &str) -> bool {
        self.0
            .get(dimension)
            .is_some_and(|names| names.contains(&text.to_ascii_lowercase()))
    }
}
