//! A tracked link as rules see it: the address taken apart, the tags it carries wherever they are
//! written, and the way back from any of it to the file.

use std::borrow::Cow;
use std::ops::Range;

use super::campaign_tag::CampaignTag;
use crate::diagnostics::{FileId, Place};
use crate::links::{Link, Parameter, Part, Tag, TagName, tag_of};
use crate::model::values::Text;
use crate::model::{Campaign, LinkEntry, Platform, Spelling};
use crate::syntax::{Edit, Node, Span, edit};
use crate::workspace::TrackingPolicy;

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
            Origin::Address(index) => self
                .url
                .parameters()
                .get(index)
                .is_some_and(Parameter::is_templated),
            Origin::Key(_) | Origin::Campaign => {
                let parsed = Link::parse(&tag.value, crate::links::Context::Text);
                !parsed.templates().is_empty()
            }
        }
    }

    /// The scalar that holds a tag's value, where it is not a part of the address: a key of the
    /// link, or `utm:` of the campaign. There is none for a value built from a template.
    pub fn key(&self, tag: &TagUse<'a>) -> Option<Text<'a>> {
        match tag.origin {
            Origin::Address(_) => None,
            Origin::Key(text) => Some(text),
            Origin::Campaign => {
                let given = self.campaign?.utm.as_ref()?.campaign?;
                (given.value == tag.value).then_some(given)
            }
        }
    }

    /// Whether somebody wrote this tag's value; otherwise it was built from a template.
    pub fn is_written(&self, tag: &TagUse<'a>) -> bool {
        matches!(tag.origin, Origin::Address(_)) || self.key(tag).is_some()
    }

    /// The name of a tag as it is written; the official one for the keys of a link.
    pub fn name_of(&self, tag: &TagUse<'a>) -> Cow<'a, str> {
        if let Some(parameter) = self.parameter(tag) {
            return parameter.name();
        }
        match (self.name_key(tag), tag.name.tag()) {
            (Some(name), _) => Cow::Borrowed(name.value),
            (None, Some(official)) => Cow::Borrowed(official.name()),
            (None, None) => Cow::Borrowed(""),
        }
    }

    /// The key under `more:` that names this tag.
    fn name_key(&self, tag: &TagUse<'a>) -> Option<Text<'a>> {
        let Origin::Key(value) = tag.origin else {
            return None;
        };
        let entries = &self.entry?.more.as_ref()?.entries;
        let span = value.node.span();
        entries
            .iter()
            .find(|(_, other)| other.node.span() == span)
            .map(|(name, _)| *name)
    }

    /// What fills in the link's tokens: as the link says, or the policy for its medium; with the
    /// place that says so.
    pub fn platform(&self, policy: Option<&TrackingPolicy<'_>>) -> Option<(Platform, Place)> {
        let entry = self.entry?;
        if let Some(platform) = entry.platform {
            let node = entry.node.get("platform").unwrap_or(entry.node);
            return Some((platform, node.into()));
        }
        let platforms = policy?.keys.platforms.as_ref()?;
        let (medium, platform) = platforms.entry(self.value_of(Tag::Medium))?;
        Some((*platform, medium.node.into()))
    }

    /// What the values of this link put between words: `-` or `_`, whichever is more usual in them;
    /// of two that are as usual the one that the spelling allows, `-` first. Empty when it allows
    /// neither.
    pub fn word_separator(&self, spelling: Option<&Spelling<'_>>) -> &'static str {
        let count = |sign: u8| -> usize {
            let written = self.tags.iter().filter(|tag| self.is_written(tag));
            written
                .map(|tag| tag.value.bytes().filter(|byte| *byte == sign).count())
                .sum()
        };
        let allowed = |sign: char| spelling.is_none_or(|spelling| spelling.allows(sign));
        match (allowed('-'), allowed('_')) {
            (true, true) if count(b'_') > count(b'-') => "_",
            (true, _) => "-",
            (false, true) => "_",
            (false, false) => "",
        }
    }

    /// Whether a tag's value can be compared with what the policy lists: it has one, no platform fills
    /// it in, and it is no word such as `(not set)` or `TODO`, about which another rule speaks.
    pub fn can_be_compared(&self, tag: &TagUse<'_>) -> bool {
        let value = tag.value.trim();
        !value.is_empty()
            && !crate::links::is_reserved(value)
            && !crate::links::is_placeholder(value)
            && !self.is_templated(tag)
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
            Source::Line(file) => Place::new(
                file,
                Span {
                    start: range.start as u32,
                    end: range.end as u32,
                },
            ),
        }
    }

    /// Where the value of a tag stands; the parameter's name when the value is empty, and the
    /// whole address for one that was built from a template.
    pub fn value_place(&self, tag: &TagUse<'a>) -> Place {
        match tag.origin {
            Origin::Address(index) => match self.url.parameters().get(index) {
                Some(parameter) if parameter.is_empty() => self.at(parameter.part()),
                Some(parameter) => self.at(parameter.value_part()),
                None => self.whole(),
            },
            Origin::Key(_) | Origin::Campaign => match self.key(tag) {
                Some(text) if text.value.is_empty() => text.node.into(),
                Some(text) => Place::part(text.node, 0..text.value.len()),
                None => self.whole(),
            },
        }
    }

    /// Where some bytes of a tag's decoded value stand.
    pub fn part_of_value(&self, tag: &TagUse<'a>, range: Range<usize>) -> Place {
        match tag.origin {
            Origin::Address(index) => match self.url.parameters().get(index) {
                Some(parameter) => self.at(parameter.decoded().source(range)),
                None => self.whole(),
            },
            Origin::Key(_) | Origin::Campaign => match self.key(tag) {
                Some(text) => Place::part(text.node, range),
                None => self.whole(),
            },
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
        let word = tag
            .value
            .get(range)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let keys = [
            campaign.topic,
            campaign.name,
            campaign.channel.map(|channel| channel.text),
        ];
        let found = keys.into_iter().flatten().find_map(|text| {
            let at = text.value.to_ascii_lowercase().find(&word)?;
            Some(Place::part(text.node, at..at + word.len()))
        });
        found.unwrap_or_else(|| self.whole())
    }

    /// Where the name of a tag stands.
    pub fn name_place(&self, tag: &TagUse<'a>) -> Place {
        match (self.parameter(tag), self.name_key(tag)) {
            (Some(parameter), _) => self.at(parameter.name_part()),
            (None, Some(name)) => name.node.into(),
            (None, None) => self.value_place(tag),
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
                span: Span {
                    start: range.start as u32,
                    end: range.end as u32,
                },
                text: new.to_string(),
            },
        }
    }

    /// One edit that writes other text over several parts of the address, which stand in order and don't
    /// overlap. `None` when there is no part.
    pub fn replace_all(&self, changes: &[(Range<usize>, Cow<'_, str>)]) -> Option<Edit> {
        let text = self.url.text();
        let (first, last) = (changes.first()?, changes.last()?);
        let mut new = String::with_capacity(last.0.end.saturating_sub(first.0.start));
        let mut done = first.0.start;
        for (range, replacement) in changes {
            new.push_str(text.get(done..range.start)?);
            new.push_str(replacement);
            done = range.end;
        }
        Some(self.replace_range(first.0.start..done, &new))
    }

    /// One edit that takes the parameters that `gone` picks out of the address.
    pub fn remove(&self, gone: impl Fn(&Parameter<'a>) -> bool) -> Option<Edit> {
        let changes: Vec<_> = self
            .url
            .removals(gone)
            .into_iter()
            .map(|range| (range, Cow::Borrowed("")))
            .collect();
        self.replace_all(&changes)
    }

    /// An edit that gives a tag another value; the value is escaped where it stands in the address.
    /// There is none for a tag that was built from a template.
    pub fn set_value(&self, tag: &TagUse<'a>, new: &str) -> Option<Edit> {
        if let Some(parameter) = self.parameter(tag) {
            return Some(self.replace(parameter.value_part(), &escaped(parameter, new)));
        }
        self.key(tag).map(|text| edit::set_value(text.node, new))
    }

    /// Edits that change some parts of a tag's decoded value. In the address everything else stays
    /// as it is written; a key gets a new value, with quotes where it needs them now.
    pub fn change_value(
        &self,
        tag: &TagUse<'a>,
        changes: &[(Range<usize>, String)],
    ) -> Option<Vec<Edit>> {
        if let Some(parameter) = self.parameter(tag) {
            let decoded = parameter.decoded();
            let edit = |(range, new): &(Range<usize>, String)| {
                self.replace(decoded.source(range.clone()), &escaped(parameter, new))
            };
            return Some(changes.iter().map(edit).collect());
        }
        let key = self.key(tag)?;
        let mut value = key.value.to_string();
        for (range, new) in changes.iter().rev() {
            value.replace_range(range.clone(), new);
        }
        Some(vec![edit::set_value(key.node, &value)])
    }

    /// An edit that gives a tag another name. The keys of a link have no name that could be wrong.
    pub fn rename(&self, tag: &TagUse<'a>, new: &str) -> Option<Edit> {
        if let Some(parameter) = self.parameter(tag) {
            return Some(self.replace(parameter.name_part(), new));
        }
        self.name_key(tag)
            .map(|name| edit::set_value(name.node, new))
    }

    /// An edit that takes a parameter out of the address.
    pub fn remove_tag(&self, tag: &TagUse<'a>) -> Option<Edit> {
        let Origin::Address(index) = tag.origin else {
            return None;
        };
        Some(self.replace_range(self.url.removal(index)?, ""))
    }

    /// The host of the page on which the link stands, where `placement` names a page:
    /// `https://acme.example/pricing` or `acme.example/pricing`.
    pub fn placed_on_host(&self) -> Option<&'a str> {
        let placement = self.entry?.placement?.value.trim();
        // Most placements are words, not pages.
        if !placement.contains('.') || placement.contains(char::is_whitespace) {
            return None;
        }
        Link::parse(placement, crate::links::Context::Text).plain_host()
    }

    /// Whether the link itself carries a tag, and does not only hand tags on to an app store as its
    /// `referrer`.
    pub fn is_tagged_itself(&self) -> bool {
        self.tags.iter().any(|tag| {
            self.parameter(tag)
                .is_none_or(|parameter| parameter.place() != crate::links::Place::Nested)
        })
    }

    /// Whether the address stands in a list of links and not in a document.
    pub fn is_in_list(&self) -> bool {
        matches!(self.source, Source::Line(_))
    }
}

/// A value as it must be written in a parameter; inside another parameter it is escaped twice.
fn escaped<'v>(parameter: &Parameter<'_>, value: &'v str) -> Cow<'v, str> {
    let once = crate::links::encode_value(value);
    match parameter.place() {
        crate::links::Place::Nested | crate::links::Place::NestedLink => {
            Cow::Owned(crate::links::encode_value(&once).into_owned())
        }
        _ => once,
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
