//! The tracking policy in force: the workspace's own document over the shipped one.

use super::read::FileRead;
use crate::diagnostics::Sources;
use crate::model::values::{OneOrMany, Text};
use crate::model::{Body, OurSite, Tracking};
use crate::template::Template;

/// How links are tagged. Each key is the workspace's own where it has one, else the shipped one.
#[derive(Debug, Clone)]
pub struct TrackingPolicy<'a> {
    /// The keys in force.
    pub keys: Tracking<'a>,
    /// Whether a document of the workspace takes part, and not only the shipped policy.
    pub has_own: bool,
    /// The template of `utm_campaign`, where there is one that can be read.
    pub campaign: Option<Template>,
}

impl<'a> TrackingPolicy<'a> {
    pub(super) fn new(files: &[FileRead<'a>], sources: &Sources) -> Option<TrackingPolicy<'a>> {
        let mut own = None;
        let mut shipped = None;
        for file in files {
            let is_shipped = super::is_shipped(sources.path(file.file));
            for document in &file.documents {
                if let Some(Body::Tracking(tracking)) = &document.body {
                    let layer = if is_shipped { &mut shipped } else { &mut own };
                    // A second document is reported as workspace/duplicate-id; the first counts.
                    if layer.is_none() {
                        *layer = Some(tracking.as_ref().clone());
                    }
                }
            }
        }
        let has_own = own.is_some();
        let mut keys = own.or_else(|| shipped.clone())?;
        if let (true, Some(shipped)) = (has_own, &shipped) {
            keys.fill_from(shipped);
        }
        let campaign = keys
            .campaign
            .and_then(|text| Template::parse(text.value).ok());
        Some(TrackingPolicy {
            keys,
            has_own,
            campaign,
        })
    }

    /// The team's own site that a host belongs to; the longest match.
    pub fn own_site(&self, host: &str) -> Option<&OurSite<'a>> {
        self.keys
            .our_sites
            .iter()
            .flat_map(|list| &list.items)
            .filter(|site| {
                site.host
                    .is_some_and(|own| crate::links::covers(own.value, host))
            })
            .max_by_key(|site| site.host.map_or(0, |own| own.value.len()))
    }

    /// Whether the team's own sites are declared, so that others can be told apart.
    pub fn knows_own_sites(&self) -> bool {
        self.keys
            .our_sites
            .as_ref()
            .is_some_and(|list| !list.items.is_empty())
    }

    /// The line that says that a host hands tags on.
    pub fn passes_tags_on(&self, host: &str) -> Option<Text<'a>> {
        covering(self.keys.passes_tags_on.as_ref(), host)
    }

    /// The line that says that tags are useless on a host.
    pub fn never_tag(&self, host: &str) -> Option<Text<'a>> {
        covering(self.keys.never_tag.as_ref(), host)
    }

    /// The line that calls a host a link shortener.
    pub fn shortens(&self, host: &str) -> Option<Text<'a>> {
        covering(self.keys.shorteners.as_ref(), host)
    }

    /// The line that exempts a path of our own sites from tags.
    pub fn needs_no_tags(&self, path: &str) -> Option<Text<'a>> {
        let list = self.keys.no_tags_needed.as_ref()?;
        list.items.iter().copied().find(|exempt| {
            let exempt = exempt.value.trim_end_matches('/');
            path.trim_end_matches('/') == exempt
                || path
                    .strip_prefix(exempt)
                    .is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// The line that requires a parameter, given by its full name: `utm_source`.
    pub fn requires(&self, parameter: &str) -> Option<Text<'a>> {
        let list = self.keys.required.as_ref()?;
        list.items
            .iter()
            .copied()
            .find(|name| full_name_is(name.value, parameter))
    }

    /// The line that allows a parameter: among the required or the optional ones.
    pub fn allows(&self, parameter: &str) -> Option<Text<'a>> {
        let optional = self
            .keys
            .optional
            .iter()
            .flat_map(|list| &list.items)
            .copied();
        let also = self.keys.also_required.iter().flat_map(|map| &map.entries);
        let also = also.flat_map(|(_, names)| names.items.iter().copied());
        let optional = optional.chain(also);
        self.requires(parameter).or_else(|| {
            optional
                .into_iter()
                .find(|name| full_name_is(name.value, parameter))
        })
    }

    /// The mediums that a source may be used with, and where that is said.
    pub fn mediums_of(&self, source: &str) -> Option<&(Text<'a>, OneOrMany<'a, Text<'a>>)> {
        self.keys.sources.as_ref()?.entry(source)
    }

    /// The line that says that a medium lands in no channel on purpose.
    pub fn lands_nowhere(&self, medium: &str) -> Option<Text<'a>> {
        let mediums = self.keys.lands_nowhere_on_purpose.as_ref()?;
        mediums.entry(medium).map(|(name, _)| *name)
    }

    /// Whether two values of a tag are one to this policy: where it asks for lower case, letter case and
    /// spaces around a value are mistakes of their own and don't make it another value.
    pub fn same_value(&self, one: &str, other: &str) -> bool {
        match self.keys.spelling {
            Some(spelling) if spelling.lower_case => one.trim().eq_ignore_ascii_case(other.trim()),
            _ => one == other,
        }
    }

    /// The channel that a medium must land in, and where that is said.
    pub fn channel_of(&self, medium: &str) -> Option<(Text<'a>, Text<'a>)> {
        let (name, landing) = self.keys.mediums.as_ref()?.entry(medium)?;
        Some((*name, landing.channel?))
    }

    /// The line that lists a medium, whether it says where it lands or not.
    pub fn medium(&self, medium: &str) -> Option<Text<'a>> {
        let (name, _) = self.keys.mediums.as_ref()?.entry(medium)?;
        Some(*name)
    }
}

/// `source` and `utm_source` both name `utm_source`.
fn full_name_is(written: &str, parameter: &str) -> bool {
    written == parameter || parameter.strip_prefix("utm_") == Some(written)
}

fn covering<'a>(
    list: Option<&crate::model::values::List<'a, Text<'a>>>,
    host: &str,
) -> Option<Text<'a>> {
    list?
        .items
        .iter()
        .copied()
        .find(|domain| crate::links::covers(domain.value, host))
}
