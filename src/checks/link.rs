//! A tracked link as rules see it: the address taken apart, the tags it carries wherever they are
//! written, and the way back from any of it to the file.

use std::borrow::Cow;
use std::ops::Range;

use super::campaign_tag::CampaignTag;
use crate::diagnostics::{FileId, Place};
use crate::links::{Link, Parameter, Part, Tag, TagName, tag_of};
use crate::model::values::Text;
use crate::model::{Campaign, LinkEntry};
use crate::syntax::{Edit, Node, Span, edit};

/// A link in a campaign, in a document of links, or in a list.
#[derive(Debug)]
pub struct LinkSubject<'a> {
    /// The address, taken apart.
    pub url: Link<'a>,
    /// The keys beside the address, where the link is written in YAML.
    pub entry: Option<&'a LinkEntry<'a>>,
    /// The campaign that the link belongs to.
    pub campaign: Option<&'a Campaign<'a>>,
    /// What `utm_campaign` of that campaign should be.
    pub campaign_tag: Option<&'a CampaignTag<'a>>,
    source: Source<'a>,
    tags: Vec<TagUse<'a>>,
}

#[derive(Debug, Clone, Copy)]
enum Source<'a> {
    /// The scalar that holds the address.
    Yaml(Node<'a>),
    /// The address is the whole text of a file of its own.
    Line(FileId),
}

/// One tag that a link carries: in its address, or as a key beside it.
#[derive(Debug, Clone)]
pub struct TagUse<'a> {
    /// Which UTM parameter the name is, or was meant to be.
    pub name: TagName,
    /// The value, decoded.
    pub value: Cow<'a, str>,
    /// Where it is written.
    pub origin: Origin<'a>,
}

/// Where a tag is written.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// In the address: the number of the parameter within [`Link::parameters`].
    Address(usize),
    /// As a key beside the address.
    Key(Text<'a>),
    /// In `utm:` of the campaign, or built from the template of the tracking policy.
    Campaign,
}

impl<'a> LinkSubject<'a> {
    /// A link written in YAML, and the campaign to which it belongs.
    pub(super) fn in_yaml(
        entry: &'a LinkEntry<'a>,
        campaign: Option<(&'a Campaign<'a>, &'a CampaignTag<'a>)>,
    ) -> Option<LinkSubject<'a>> {
        let text = entry.url?;
        let url = Link::parse(text.value, crate::links::Context::Text);
        let mut tags = tags_in_address(&url);
        for (name, value) in entry.tags() {
            tags.push(TagUse {
                name: tag_of(name),
                value: Cow::Borrowed(value.value),
                origin: Origin::Key(value),
            });
        }
        let says_campaign = tags.iter().any(|tag| tag.name.tag() == Some(Tag::Campaign));
        let built = campaign.and_then(|(_, tag)| tag.text());
        if let (false, Some(value)) = (says_campaign || tags.is_empty(), built) {
            tags.push(TagUse {
                name: TagName::Exact(Tag::Campaign),
                value: Cow::Borrowed(value),
                origin: Origin::Campaign,
            });
        }
        let source = Source::Yaml(text.node);
        Some(LinkSubject {
            url,
            entry: Some(entry),
            campaign: campaign.map(|(campaign, _)| campaign),
            campaign_tag: campaign.map(|(_, tag)| tag),
            source,
            tags,
        })
    }

    /// A link of a list: the address is the whole text of `file`.
    pub(super) fn in_list(url: Link<'a>, file: FileId) -> LinkSubject<'a> {
        let tags = tags_in_address(&url);
        LinkSubject {
            url,
            entry: None,
            campaign: None,
            campaign_tag: None,
            source: Source::Line(file),
            tags,
        }
    }

    /// Every tag of the link, those in the address first.
    pub fn tags(&self) -> &[TagUse<'a>] {
        &self.tags
    }

    /// The tag that is, or was meant to be, this parameter.
    pub fn tag(&self, tag: Tag) -> Option<&TagUse<'a>> {
        self.tags.iter().find(|used| used.name.tag() == Some(tag))
    }

    /// The decoded value of a tag; empty when the link doesn't have it.
    pub fn value_of(&self, tag: Tag) -> &str {
        self.tag(tag).map_or("", |used| used.value.as_ref())
    }

    /// Whether the link carries any tag, misspelt ones included.
    pub fn is_tagged(&self) -> bool {
        !self.tags.is_empty()
    }

    /// Whether the link itself says this tag; otherwise it comes from its campaign.
    pub fn says(&self, tag: &TagUse<'_>) -> bool {
        !matches!(tag.origin, Origin::Campaign)
    }

    /// The parameter of the address in which a tag is written.
    pub fn parameter(&self, tag: &TagUse<'_>) -> Option<&Parameter<'a>> {
        match tag.origin {
            Origin::Address(index) => self.url.parameters().get(index),
            Origin::Key(_) | Origin::Campaign => None,
        }
    }

    /// Whether a platform fills in a part of this tag's name or value, so that it can't be judged.
    pub fn is_templated(&self, tag: &TagUse<'_>) -> bool {
        match tag.origin {
            Origin::Address(index) => {
                self.url.parameters().get(index).is_some_and(Parameter::is_templated)
            }
            Origin::Key(text) => {
                Link::parse(text.value, crate::links::Context::Text).templates().first().is_some()
            }
            Origin::Campaign => false,
        }
    }

    /// Whether a tag's value can be compared with what the policy lists: it has one, no platform fills
    /// it in, and it is no word in parentheses such as `(not set)`, about which another rule speaks.
    pub fn can_be_compared(&self, tag: &TagUse<'_>) -> bool {
        let value = tag.value.trim();
        !value.is_empty() && !value.starts_with('(') && !self.is_templated(tag)
    }

    /// The whole address.
    pub fn whole(&self) -> Place {
        self.at(self.url.content())
    }

    /// A part of the address.
    pub fn at(&self, part: Part) -> Place {
        self.at_range(part.range())
    }

    /// Some bytes of the address.
    pub fn at_range(&self, range: Range<usize>) -> Place {
        match self.source {
            Source::Yaml(node) => Place::part(node, range),
            Source::Line(file) => {
                Place::new(file, Span { start: range.start as u32, end: range.end as u32 })
            }
        }
    }

    /// Where the value of a tag stands; the parameter's name when the value is empty, and the
    /// whole address for one that comes from the campaign.
    pub fn value_place(&self, tag: &TagUse<'_>) -> Place {
        match tag.origin {
            Origin::Address(index) => match self.url.parameters().get(index) {
                Some(parameter) if parameter.is_empty() => self.at(parameter.part()),
                Some(parameter) => self.at(parameter.value_part()),
                None => self.whole(),
            },
            Origin::Key(text) => Place::part(text.node, 0..text.value.len()),
            Origin::Campaign => self.whole(),
        }
    }

    /// Where some bytes of a tag's decoded value stand.
    pub fn part_of_value(&self, tag: &TagUse<'_>, range: Range<usize>) -> Place {
        match tag.origin {
            Origin::Address(index) => match self.url.parameters().get(index) {
                Some(parameter) => self.at(parameter.decoded().source(range)),
                None => self.whole(),
            },
            Origin::Key(text) => Place::part(text.node, range),
            Origin::Campaign => self.whole(),
        }
    }

    /// Where some bytes of `utm_campaign` stand: in the link, in `utm.campaign` of its campaign, or in
    /// the key of the campaign that brought the word in.
    pub fn part_of_campaign(&self, tag: &TagUse<'_>, range: Range<usize>) -> Place {
        let (Origin::Campaign, Some(campaign)) = (tag.origin, self.campaign) else {
            return self.part_of_value(tag, range);
        };
        if let Some(given) = self.campaign_tag.and_then(|tag| tag.given) {
            return Place::part(given.node, range);
        }
        let word = tag.value.get(range).unwrap_or_default().to_ascii_lowercase();
        let keys = [campaign.topic, campaign.name, campaign.channel.map(|channel| channel.text)];
        let found = keys.into_iter().flatten().find_map(|text| {
            let at = text.value.to_ascii_lowercase().find(&word)?;
            Some(Place::part(text.node, at..at + word.len()))
        });
        found.unwrap_or_else(|| self.whole())
    }

    /// Where the name of a tag stands.
    pub fn name_place(&self, tag: &TagUse<'_>) -> Place {
        match self.parameter(tag) {
            Some(parameter) => self.at(parameter.name_part()),
            None => self.value_place(tag),
        }
    }

    /// An edit that writes other text over a part of the address.
    pub fn replace(&self, part: Part, new: &str) -> Edit {
        self.replace_range(part.range(), new)
    }

    /// An edit that writes other text over some bytes of the address.
    pub fn replace_range(&self, range: Range<usize>, new: &str) -> Edit {
        match self.source {
            Source::Yaml(node) => edit::replace_part(node, range, new),
            Source::Line(_) => Edit {
                span: Span { start: range.start as u32, end: range.end as u32 },
                text: new.to_string(),
            },
        }
    }

    /// An edit that gives a tag another value; the value is escaped where it stands in the address.
    /// There is none for a tag that comes from the campaign.
    pub fn set_value(&self, tag: &TagUse<'_>, new: &str) -> Option<Edit> {
        match tag.origin {
            Origin::Address(index) => {
                let parameter = self.url.parameters().get(index)?;
                let escaped = crate::links::encode_value(new);
                Some(self.replace(parameter.value_part(), &escaped))
            }
            Origin::Key(text) => Some(edit::set_value(text.node, new)),
            Origin::Campaign => None,
        }
    }

    /// Whether the address stands in a list of links and not in a document.
    pub fn is_in_list(&self) -> bool {
        matches!(self.source, Source::Line(_))
    }
}

fn tags_in_address<'a>(url: &Link<'a>) -> Vec<TagUse<'a>> {
    url.parameters()
        .iter()
        .enumerate()
        .filter(|(_, parameter)| parameter.tag_name().is_tracking() && parameter.is_own())
        .map(|(index, parameter)| TagUse {
            name: parameter.tag_name(),
            value: parameter.value(),
            origin: Origin::Address(index),
        })
        .collect()
}
