//! What must be known of every link to compare it with all others: a hash and a place, no text.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZeroU64;

use crate::diagnostics::Place;
use crate::links::{Context, Link, Tag, tag_of};
use crate::model::{Body, LinkEntry};

/// A tagged link of a document, as far as nothing in it is filled in later.
#[derive(Debug, Clone, Copy)]
pub struct LinkMark {
    /// The address and all its tags but `utm_campaign`, however they are written.
    pub address: u64,
    /// `utm_campaign`, its hash and 1; `None` where it is built from the template of the policy. What is
    /// never 0 saves the room that `None` would take.
    pub campaign: Option<NonZeroU64>,
    /// The number of the document within its file.
    pub document: u32,
    /// Where the address stands.
    pub place: Place,
}

/// A `utm_id` in a campaign.
#[derive(Debug, Clone, Copy)]
pub struct IdMark {
    /// The id.
    pub id: u64,
    /// The number of the document within its file.
    pub document: u32,
    /// Where it stands.
    pub place: Place,
}

/// A text as a number, the same for the same text.
pub fn hash_of(text: &str) -> u64 {
    hash(text)
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The links and ids of one file.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) links: Vec<LinkMark>,
    pub(super) ids: Vec<IdMark>,
}

impl Marks {
    /// Adds those of a document.
    pub(super) fn add(&mut self, body: &Body<'_>, document: u32) {
        match body {
            Body::Campaign(campaign) => {
                let utm = campaign.utm.as_ref();
                let id = utm.and_then(|utm| utm.id);
                if let Some(id) = id {
                    self.add_id(id.value, Place::part(id.node, 0..id.value.len()), document);
                }
                let given = utm
                    .and_then(|utm| utm.campaign)
                    .map(|given| hash(given.value));
                let id = id.map(|id| hash(id.value));
                for entry in campaign.links.iter().flat_map(|list| &list.items) {
                    self.add_link(
                        entry,
                        document,
                        Some(Shared {
                            campaign: given,
                            id,
                        }),
                    );
                }
            }
            Body::Links(links) => {
                for (_, entry) in &links.entries {
                    self.add_link(entry, document, None);
                }
            }
            _ => {}
        }
    }

    fn add_link(&mut self, entry: &LinkEntry<'_>, document: u32, shared: Option<Shared>) {
        let Some(text) = entry.url else { return };
        let url = Link::parse(text.value, Context::Text);
        let mut templated = !url.templates().is_empty();
        // Sums, so that the order of parameters makes no difference.
        let mut tags = Tags::default();
        let mut others = 0_u64;
        for parameter in url.parameters() {
            if !(parameter.tag_name().is_tracking() && parameter.is_own()) {
                others = others.wrapping_add(hash((parameter.raw_name(), parameter.raw_value())));
                continue;
            }
            tags.add(parameter.tag(), &parameter.name(), &parameter.value());
            let is_id = parameter.tag() == Some(Tag::Id) && !parameter.is_templated();
            if is_id && shared.is_some() {
                let place = Place::part(text.node, parameter.value_part().range());
                self.add_id(&parameter.value(), place, document);
            }
        }
        for (name, value) in entry.tags() {
            templated |= is_templated(value.value);
            let tag = tag_of(name).tag();
            tags.add(tag, name, value.value);
            if shared.is_some() && tag == Some(Tag::Id) {
                let place = Place::part(value.node, 0..value.value.len());
                self.add_id(value.value, place, document);
            }
        }
        if templated || tags.count == 0 {
            return;
        }
        if tags.id.is_none() {
            tags.sum = tags
                .sum
                .wrapping_add(shared.and_then(|shared| shared.id).unwrap_or(0));
        }
        let host = url.host().map(str::to_ascii_lowercase);
        let fragment = url.fragment_part().map(|part| part.of(text.value));
        let port = url.port_part().map(|part| part.of(text.value));
        let campaign = match (tags.campaign, shared) {
            (Some(said), _) => Some(said),
            // That it lacks its campaign is told about the link itself.
            (None, None) => return,
            (None, Some(shared)) => shared.campaign,
        };
        self.links.push(LinkMark {
            address: hash((host, port, url.path(), fragment, others, tags.sum)),
            campaign: campaign.map(|campaign| NonZeroU64::MIN.saturating_add(campaign)),
            document,
            place: Place::part(text.node, url.content().range()),
        });
    }

    fn add_id(&mut self, id: &str, place: Place, document: u32) {
        if !id.trim().is_empty() && !is_templated(id) {
            self.ids.push(IdMark {
                id: hash(id.trim()),
                document,
                place,
            });
        }
    }
}

/// What the links of a campaign share.
#[derive(Clone, Copy)]
struct Shared {
    campaign: Option<u64>,
    id: Option<u64>,
}

#[derive(Default)]
struct Tags {
    sum: u64,
    count: usize,
    campaign: Option<u64>,
    id: Option<u64>,
}

impl Tags {
    fn add(&mut self, tag: Option<Tag>, name: &str, value: &str) {
        self.count += 1;
        match tag {
            Some(Tag::Campaign) => self.campaign = self.campaign.or(Some(hash(value))),
            Some(Tag::Id) => {
                self.id = Some(hash(value));
                self.sum = self.sum.wrapping_add(hash(value));
            }
            Some(tag) => self.sum = self.sum.wrapping_add(hash((tag, value))),
            None => self.sum = self.sum.wrapping_add(hash((name, value))),
        }
    }
}

/// Whether a platform fills in a part of a value.
fn is_templated(value: &str) -> bool {
    // Nearly every value is made of these, and they are no template.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b' ');
    let has_signs = value.contains("__") || !value.bytes().all(|b| is_plain(b) || b == b'_');
    has_signs && !Link::parse(value, Context::Text).templates().is_empty()
}
