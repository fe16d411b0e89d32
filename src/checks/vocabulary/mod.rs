//! The lists of values that a workspace declares, whatever the kind of document: dimensions of the
//! taxonomy, channels and their member statuses, sources and mediums, picklists of fields.

pub(crate) mod drift;
pub(crate) mod leftover;
pub(crate) mod spelling;

use std::collections::HashSet;

use crate::model::values::Text;
use crate::model::{Body, Channel, Dimension, Fields, Tracking};
use crate::syntax::NodeKind;
use crate::workspace::{Workspace, is_shipped};

/// A list of values that should all be different.
#[derive(Debug)]
pub(crate) struct Vocabulary<'a> {
    /// What its entries are, to follow "are": ``values of `region` ``.
    pub(crate) members: String,
    /// The name by which people know it, to see what it holds: `event-date`.
    pub(crate) name: &'a str,
    /// The values, in the order of the file.
    pub(crate) entries: Vec<Entry<'a>>,
}

/// One value of a vocabulary.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    /// What people see: its label, or its id where it has none.
    pub(crate) text: Text<'a>,
    /// Its id, where it has a label as well.
    pub(crate) id: Option<Text<'a>>,
    /// Whether it is no longer to be used.
    pub(crate) retired: bool,
}

impl<'a> Entry<'a> {
    fn new(text: Text<'a>) -> Entry<'a> {
        Entry {
            text,
            id: None,
            retired: false,
        }
    }
}

/// Every vocabulary of a workspace; those that come with the program are left out.
pub(crate) fn vocabularies<'w>(workspace: &'w Workspace<'w>) -> Vec<Vocabulary<'w>> {
    let mut all = Vec::new();
    let mut channels = Vec::new();
    for (file, document) in workspace.documents() {
        if is_shipped(workspace.sources.path(file.file)) {
            continue;
        }
        match &document.body {
            Some(Body::Taxonomy(taxonomy)) => {
                all.extend(
                    taxonomy
                        .entries
                        .iter()
                        .map(|(id, dimension)| of_dimension(id, dimension)),
                );
            }
            Some(Body::Channels(document)) => {
                for (id, channel) in &document.entries {
                    channels.push(Entry {
                        id: channel.label.map(|_| *id),
                        ..Entry::new(channel.label.unwrap_or(*id))
                    });
                    all.push(of_statuses(id, channel));
                }
            }
            Some(Body::Tracking(tracking)) => all.extend(of_tracking(tracking)),
            Some(Body::Fields(fields)) => all.extend(of_fields(fields)),
            _ => {}
        }
    }
    all.push(Vocabulary {
        members: "channels".to_string(),
        name: "channel",
        entries: channels,
    });
    all
}

fn of_dimension<'w>(id: &Text<'w>, dimension: &'w Dimension<'w>) -> Vocabulary<'w> {
    let values = dimension.values.iter().flat_map(|values| &values.entries);
    let entries = values.map(|(id, value)| Entry {
        text: value.label.filter(|label| !label.is_blank()).unwrap_or(*id),
        id: value.label.map(|_| *id),
        retired: value.retired.is_some(),
    });
    Vocabulary {
        members: format!("values of `{}`", id.value),
        name: id.value,
        entries: entries.collect(),
    }
}

fn of_statuses<'w>(id: &Text<'w>, channel: &'w Channel<'w>) -> Vocabulary<'w> {
    Vocabulary {
        members: format!("member statuses of `{}`", id.value),
        name: "status",
        entries: channel.all_statuses().copied().map(Entry::new).collect(),
    }
}

fn of_tracking<'w>(tracking: &'w Tracking<'w>) -> [Vocabulary<'w>; 2] {
    let sources = tracking.sources.iter().flat_map(|sources| &sources.entries);
    let of_sources = sources
        .clone()
        .flat_map(|(_, mediums)| &mediums.items)
        .copied();
    let landing = tracking.mediums.iter().flat_map(|mediums| &mediums.entries);
    let nowhere = tracking
        .lands_nowhere_on_purpose
        .iter()
        .flat_map(|mediums| &mediums.entries);
    let mediums = landing
        .map(|(medium, _)| *medium)
        .chain(nowhere.map(|(medium, _)| *medium));
    let mut seen = HashSet::new();
    [
        Vocabulary {
            members: "sources of the tracking policy".to_string(),
            name: "source",
            entries: sources.map(|(source, _)| Entry::new(*source)).collect(),
        },
        Vocabulary {
            members: "mediums of the tracking policy".to_string(),
            name: "medium",
            entries: mediums
                .chain(of_sources)
                .filter(|medium| seen.insert(medium.value))
                .map(Entry::new)
                .collect(),
        },
    ]
}

/// The values of fields that take one of a list.
fn of_fields<'w>(fields: &'w Fields<'w>) -> impl Iterator<Item = Vocabulary<'w>> {
    fields.entries.iter().filter_map(|(id, field)| {
        let values = field.field_type?.0;
        (values.kind() == NodeKind::Sequence).then(|| Vocabulary {
            members: format!("values of the field `{}`", id.value),
            name: id.value,
            entries: values
                .items()
                .filter_map(Text::of)
                .map(Entry::new)
                .collect(),
        })
    })
}
