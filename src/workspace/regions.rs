//! The regions of the taxonomy: which countries belong to one, and whether two have people in common.

use std::collections::{BTreeSet, HashMap};

use super::read::FileRead;
use crate::model::Body;
use crate::model::values::Text;

/// The regions of a workspace.
#[derive(Debug, Default)]
pub struct Regions<'a> {
    by_id: HashMap<&'a str, Region<'a>>,
}

#[derive(Debug, Default)]
struct Region<'a> {
    parent: Option<&'a str>,
    members: Vec<Text<'a>>,
    has_parts: bool,
}

/// How far up the parents of a region are followed: a circle is a finding of its own.
const MOST_LEVELS: usize = 16;

impl<'a> Regions<'a> {
    pub(super) fn new(files: &[FileRead<'a>]) -> Regions<'a> {
        let mut regions = Regions::default();
        for document in files.iter().flat_map(|file| &file.documents) {
            let Some(Body::Taxonomy(taxonomy)) = &document.body else {
                continue;
            };
            let Some((_, dimension)) = taxonomy.get("region") else {
                continue;
            };
            for (id, value) in dimension.values.iter().flat_map(|values| &values.entries) {
                let parent = value.parent.map(|parent| parent.0.value);
                if let Some(parent) = parent {
                    regions.by_id.entry(parent).or_default().has_parts = true;
                }
                let region = regions.by_id.entry(id.value).or_default();
                region.parent = parent;
                let members = value.members.iter().flat_map(|list| &list.items);
                region.members.extend(members.copied());
            }
        }
        regions
    }

    /// The countries of a region, in the order of the taxonomy; none where it doesn't say.
    pub fn countries(&self, id: &str) -> impl Iterator<Item = &'a str> {
        let members = self.by_id.get(id).map_or(&[][..], |region| &region.members);
        members.iter().map(|member| member.value)
    }

    /// Whether nobody can be in both regions: both are of the taxonomy, neither is a part of the
    /// other, and no country belongs to both. A region without countries, parts and parent, such as
    /// `global`, may be everything.
    pub fn are_apart(&self, one: &str, other: &str) -> bool {
        let (Some(first), Some(second)) = (self.by_id.get(one), self.by_id.get(other)) else {
            return false;
        };
        if one == other || self.is_within(one, other) || self.is_within(other, one) {
            return false;
        }
        let has_limits = |region: &Region<'_>| {
            !region.members.is_empty() || region.has_parts || region.parent.is_some()
        };
        // A taxonomy that lists ids alone has no limits to compare: there, `emea` and `amer` are two.
        let none_has = self.by_id.values().all(|region| !has_limits(region));
        if none_has {
            return ![one, other].iter().any(|id| is_everywhere(id));
        }
        let countries: BTreeSet<&str> = self.countries(one).collect();
        has_limits(first)
            && has_limits(second)
            && !self
                .countries(other)
                .any(|country| countries.contains(country))
    }

    fn is_within(&self, id: &str, whole: &str) -> bool {
        let parents = std::iter::successors(Some(id), |id| self.by_id.get(id)?.parent);
        parents.take(MOST_LEVELS).any(|id| id == whole)
    }
}

fn is_everywhere(id: &str) -> bool {
    matches!(
        id,
        "global" | "worldwide" | "ww" | "all" | "world" | "international" | "multi" | "x"
    )
}
