//! The templates of names and tags that a workspace declares, to be compared with each other.

use std::collections::HashSet;

use super::Context;

use crate::model::values::Text;
use crate::model::{Body, Naming, TokenSource};
use crate::template::{Template, Token};
use crate::workspace::is_shipped;

/// A template where it is declared.
#[derive(Debug)]
pub(crate) struct Declared<'w> {
    /// Its text.
    pub(crate) text: Text<'w>,
    /// The same, taken apart; `None` where that can't be done, which is a finding of its own.
    pub(crate) template: Option<Template>,
    /// The convention for names that it belongs to; `None` for a template of tags.
    pub(crate) naming: Option<&'w Naming<'w>>,
    /// The channel that it is for, where it is for one.
    pub(crate) channel: Option<Text<'w>>,
}

/// Every template of the workspace's own documents, in their order.
pub(crate) fn declared<'w>(context: &Context<'w>) -> Vec<Declared<'w>> {
    let workspace = context.workspace();
    let mut all = Vec::new();
    for (file, document) in workspace.documents() {
        if is_shipped(workspace.sources.path(file.file)) {
            continue;
        }
        match &document.body {
            Some(Body::Naming(naming)) => {
                let own = naming.template.iter().flat_map(|list| &list.items);
                let own = own.map(|text| (*text, None));
                let of_channels = naming.templates.iter().flat_map(|map| &map.entries);
                let of_channels = of_channels
                    .flat_map(|(id, list)| list.items.iter().map(|text| (*text, Some(*id))));
                all.extend(own.chain(of_channels).map(|(text, channel)| Declared {
                    text,
                    template: Template::parse(text.value).ok(),
                    naming: Some(naming),
                    channel,
                }));
            }
            Some(Body::Tracking(tracking)) => {
                let texts = [tracking.campaign, tracking.content];
                all.extend(texts.into_iter().flatten().map(|text| Declared {
                    text,
                    template: Template::parse(text.value).ok(),
                    naming: None,
                    channel: None,
                }));
            }
            _ => {}
        }
    }
    all
}

/// Tokens that the program fills from what a campaign says, out of a list.
const FROM_LISTS: [&str; 8] = [
    "region",
    "language",
    "languages",
    "country",
    "channel",
    "type",
    "persona",
    "industry",
];

/// Which tokens of names are free text.
#[derive(Debug)]
pub(crate) struct FreeTokens<'w> {
    dimensions: HashSet<&'w str>,
}

impl<'w> FreeTokens<'w> {
    pub(crate) fn new(context: &Context<'w>) -> FreeTokens<'w> {
        let documents = context.workspace().documents();
        let taxonomies = documents.filter_map(|(_, document)| match &document.body {
            Some(Body::Taxonomy(taxonomy)) => Some(taxonomy),
            _ => None,
        });
        let ids = taxonomies.flat_map(|taxonomy| &taxonomy.entries);
        FreeTokens {
            dimensions: ids.map(|(id, _)| id.value).collect(),
        }
    }

    /// Whether a token may hold any text: it is no day, and comes from no list.
    pub(crate) fn is_free(&self, token: &Token, naming: &Naming<'_>) -> bool {
        if token.format.is_some() {
            return false;
        }
        match naming
            .tokens
            .as_ref()
            .and_then(|tokens| tokens.get(&token.name))
        {
            Some(declared) => declared.alternatives.iter().any(|source| match source {
                TokenSource::Shape(shape) => !shape.is_closed(),
                _ => false,
            }),
            None => !FROM_LISTS.contains(&&*token.name) && !self.dimensions.contains(&*token.name),
        }
    }
}
