//! The naming conventions in force: which one is about a campaign, the name that it builds, and what
//! is wrong with a name that somebody typed.

mod judge;
mod pattern;
mod values;

use std::borrow::Cow;
use std::collections::HashSet;

use super::calendar::CalendarInForce;
use super::campaigns::Campaigns;
use super::read::FileRead;
use super::{Index, Reads};
use crate::diagnostics::Sources;
use crate::model::values::{OneOrMany, Reference, Text};
use crate::model::{
    Body, Campaign, CampaignsWith, Channels, EndingWhen, FiscalYear, Naming, Taxonomy,
};
use crate::template::Division;

pub use judge::{Judged, Outline, Trouble, TroubleKind, forbidden_in, without_stray_spaces};
pub use pattern::{Pattern, PatternToken, TokenValue};

/// Every naming convention of a workspace.
#[derive(Debug, Default)]
pub struct Names<'a> {
    /// In the order of the files.
    pub conventions: Vec<Convention<'a>>,
    /// Campaigns that another one names as its parent.
    parents: HashSet<&'a str>,
    fiscal: Option<FiscalYear<'a>>,
    /// The keys of a campaign of which its name may be made.
    keys: HashSet<&'static str>,
}

/// One naming convention, its templates taken apart.
#[derive(Debug)]
pub struct Convention<'a> {
    /// Its keys.
    pub keys: Naming<'a>,
    /// Its templates, in the order in which they stand.
    pub patterns: Vec<Pattern<'a>>,
}

/// The name that a convention builds for a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Built<'n> {
    /// This name.
    Name(String),
    /// These tokens have no text: their names.
    Lacks(Vec<&'n str>),
    /// A key refers to something that is not defined, which is a finding of its own.
    Unknown,
    /// No convention says how this campaign is called.
    NoTemplate,
}

/// What the values of tokens are taken from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vocabulary<'v, 'a> {
    pub(super) taxonomies: &'v [&'v Taxonomy<'a>],
    pub(super) channels: &'v [&'v Channels<'a>],
}

impl<'a> Names<'a> {
    pub(super) fn new(
        files: &[FileRead<'a>],
        sources: &Sources,
        calendar: Option<&CalendarInForce<'a>>,
        campaigns: &Campaigns<'a>,
    ) -> Names<'a> {
        let bodies = || {
            let files = files
                .iter()
                .filter(|file| !super::is_shipped(sources.path(file.file)));
            files
                .flat_map(|file| &file.documents)
                .filter_map(|document| document.body.as_ref())
        };
        let mut taxonomies = Vec::new();
        let mut channels = Vec::new();
        for body in bodies() {
            match body {
                Body::Taxonomy(taxonomy) => taxonomies.push(taxonomy.as_ref()),
                Body::Channels(of_file) => channels.push(of_file.as_ref()),
                _ => {}
            }
        }
        let vocabulary = Vocabulary {
            taxonomies: &taxonomies,
            channels: &channels,
        };
        let conventions: Vec<Convention<'a>> = bodies()
            .filter_map(|body| match body {
                Body::Naming(naming) => Some(Convention::new(naming, vocabulary)),
                _ => None,
            })
            .collect();
        let parents = campaigns
            .all()
            .iter()
            .filter_map(|mark| mark.parent)
            .collect();
        let keys = keys_of(&conventions);
        Names {
            conventions,
            parents,
            fiscal: calendar.and_then(|calendar| calendar.keys.fiscal_year.clone()),
            keys,
        }
    }

    /// Whether the name of a campaign may be made of a key.
    pub(super) fn uses(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// The convention that says how a campaign is called: one that lists its channel, region or
    /// business unit goes before one that is for all; the first of several, which is a finding.
    pub fn convention_of(&self, campaign: &Campaign<'_>) -> Option<&Convention<'a>> {
        let about = |listed: bool| {
            self.conventions
                .iter()
                .find(|convention| convention.lists() == listed && convention.is_about(campaign))
        };
        about(true).or_else(|| about(false))
    }

    /// The convention whose document this is.
    pub fn of_document(&self, naming: &Naming<'_>) -> Option<&Convention<'a>> {
        let here = crate::diagnostics::Place::from(naming.node);
        self.conventions
            .iter()
            .find(|convention| crate::diagnostics::Place::from(convention.keys.node) == here)
    }

    /// The name of a campaign: the one it says itself, else the one that the convention builds.
    pub fn name_of<'c>(
        &self,
        campaign: &'c Campaign<'_>,
        id: &str,
        index: &Index<'_>,
        reads: &Reads,
    ) -> Option<Cow<'c, str>> {
        match campaign.name {
            Some(name) if !name.is_blank() => Some(Cow::Borrowed(name.value)),
            _ => match self.build(campaign, id, index, reads) {
                Built::Name(name) => Some(Cow::Owned(name)),
                _ => None,
            },
        }
    }

    /// Builds the name of a campaign, whatever it says itself. `id` is that of its document.
    pub fn build(
        &self,
        campaign: &Campaign<'_>,
        id: &str,
        index: &Index<'_>,
        reads: &Reads,
    ) -> Built<'_> {
        let Some(convention) = self.convention_of(campaign) else {
            return Built::NoTemplate;
        };
        let mut first = None;
        for pattern in convention.patterns_for(campaign) {
            match pattern.build(campaign, convention, self.fiscal.as_ref(), index, reads) {
                Built::Name(mut name) => {
                    for ending in self.endings_due(convention, campaign, id) {
                        name.push_str(ending.value);
                    }
                    return Built::Name(name);
                }
                other => first = first.or(Some(other)),
            }
        }
        first.unwrap_or(Built::NoTemplate)
    }

    /// The endings that the name of a campaign must have.
    pub fn endings_due<'n>(
        &'n self,
        convention: &'n Convention<'a>,
        campaign: &Campaign<'_>,
        id: &str,
    ) -> impl Iterator<Item = Text<'a>> {
        let endings = convention
            .keys
            .ends_with
            .iter()
            .flat_map(|endings| &endings.entries);
        let due: Vec<Text<'a>> = endings
            .filter(|(_, when)| self.is_due(*when, campaign, id))
            .map(|(ending, _)| *ending)
            .collect();
        due.into_iter()
    }

    /// Whether an ending is due in the name of a campaign.
    pub fn is_due(&self, when: EndingWhen, campaign: &Campaign<'_>, id: &str) -> bool {
        match when {
            EndingWhen::HasChildren => self.has_children(id),
            EndingWhen::HasParent => campaign.parent.is_some(),
        }
    }

    /// Whether another campaign names this one as its parent.
    pub fn has_children(&self, id: &str) -> bool {
        self.parents.contains(id)
    }

    /// What is wrong with a name that is meant for a campaign. What the campaign says of the tokens makes
    /// no difference.
    pub fn judge<'n>(
        &'n self,
        name: &str,
        campaign: &Campaign<'_>,
    ) -> Option<(&'n Convention<'a>, Judged<'n, 'a>)> {
        let convention = self.convention_of(campaign)?;
        let patterns: Vec<&Pattern<'a>> = convention.patterns_for(campaign).collect();
        Some((
            convention,
            convention.judge(name, &patterns, &|_, _, _| true),
        ))
    }

    /// Divides a name among the tokens of a template so that it agrees with the campaign as far as it
    /// can. `None` where it follows no template.
    pub fn divide<'n>(
        &'n self,
        name: &str,
        campaign: &Campaign<'_>,
        index: &Index<'_>,
        reads: &Reads,
    ) -> Option<(&'n Pattern<'a>, Division, Vec<TokenValue>)> {
        let convention = self.convention_of(campaign)?;
        let patterns = convention.patterns_for(campaign);
        let fiscal = self.fiscal.as_ref();
        let values: Vec<(&Pattern<'a>, Vec<TokenValue>)> = patterns
            .map(|pattern| {
                let numbers = 0..pattern.tokens.len();
                let values = numbers
                    .map(|token| pattern.value(token, campaign, convention, fiscal, index, reads));
                (pattern, values.collect())
            })
            .collect();
        let of_pattern = |wanted: &Pattern<'_>| {
            let mut all = values.iter();
            all.find(|(pattern, _)| pattern.text.node.span() == wanted.text.node.span())
        };
        let agrees = |pattern: &Pattern<'_>, token: usize, text: &str| {
            let values = of_pattern(pattern).and_then(|(_, values)| values.get(token));
            !values.is_some_and(|value| value.contradicts(text))
        };
        let patterns: Vec<&Pattern<'a>> = values.iter().map(|(pattern, _)| *pattern).collect();
        let judged = convention.judge(name, &patterns, &agrees);
        let (pattern, division) = judged.follows.filter(|_| judged.troubles.is_empty())?;
        let values = of_pattern(pattern).map(|(_, values)| values.clone())?;
        Some((pattern, division, values))
    }

    /// What a campaign says of each token of a pattern.
    pub fn value(
        &self,
        pattern: &Pattern<'_>,
        token: usize,
        campaign: &Campaign<'_>,
        index: &Index<'_>,
        reads: &Reads,
    ) -> Option<TokenValue> {
        let convention = self.convention_of(campaign)?;
        Some(pattern.value(
            token,
            campaign,
            convention,
            self.fiscal.as_ref(),
            index,
            reads,
        ))
    }
}

/// The keys of a campaign of which names by these conventions may be made, and by which a convention is
/// chosen.
fn keys_of(conventions: &[Convention<'_>]) -> HashSet<&'static str> {
    let mut keys = HashSet::from(["id", "name", "channel", "region", "business-unit", "parent"]);
    let patterns = conventions
        .iter()
        .flat_map(|convention| &convention.patterns);
    for token in patterns.flat_map(|pattern| &pattern.tokens) {
        match &*token.key {
            "date" => keys.extend(["event", "start"]),
            "language" => keys.extend(["languages"]),
            "type" => {}
            key => match Campaign::KEYS.iter().find(|known| known.name == key) {
                Some(known) => keys.extend([known.name]),
                // A dimension or a program token of the team's own.
                None => keys.extend(["taxonomy", "tokens"]),
            },
        }
    }
    keys
}

impl<'a> Convention<'a> {
    fn new(naming: &Naming<'a>, vocabulary: Vocabulary<'_, 'a>) -> Convention<'a> {
        let patterns = naming
            .all_templates()
            .filter_map(|(channel, text)| Pattern::new(naming, channel, text, vocabulary))
            .collect();
        Convention {
            keys: naming.clone(),
            patterns,
        }
    }

    /// Whether it lists the campaigns it is about.
    fn lists(&self) -> bool {
        self.listed().is_some()
    }

    fn listed(&self) -> Option<&CampaignsWith<'a>> {
        self.keys
            .applies_to
            .as_ref()?
            .campaigns
            .as_ref()?
            .with
            .as_ref()
    }

    /// Whether it is about a campaign.
    pub fn is_about(&self, campaign: &Campaign<'_>) -> bool {
        let except = self
            .keys
            .applies_to
            .as_ref()
            .and_then(|of| of.except.as_ref());
        self.listed().is_none_or(|with| with.holds(campaign))
            && !except.is_some_and(|except| except.holds(campaign))
    }

    /// Whether a campaign can fall under both of two conventions, neither of which goes before the
    /// other: the channel where it is one channel alone.
    pub fn shares_campaigns_with(&self, other: &Convention<'_>) -> Option<Option<&'a str>> {
        if self.lists() != other.lists() {
            return None;
        }
        let ids = |with: Option<&CampaignsWith<'_>>, key: usize| -> Option<Vec<String>> {
            let with = with?;
            fn texts<T>(list: &Option<OneOrMany<'_, Reference<'_, T>>>) -> Option<Vec<String>> {
                let list = list.as_ref()?;
                Some(
                    list.items
                        .iter()
                        .map(|item| item.text.value.to_string())
                        .collect(),
                )
            }
            match key {
                0 => texts(&with.channel),
                1 => texts(&with.region),
                _ => texts(&with.business_unit),
            }
        };
        // Each key that both list must have a value in common, which no `except:` takes out.
        let mut shared = None;
        for key in 0..3 {
            let (Some(mine), Some(theirs)) = (ids(self.listed(), key), ids(other.listed(), key))
            else {
                continue;
            };
            let both = mine.iter().find(|id| theirs.contains(id))?;
            if key == 0 {
                let list = self.listed()?.channel.as_ref()?;
                shared = list
                    .items
                    .iter()
                    .map(|item| item.text.value)
                    .find(|id| id == both);
            }
        }
        // Two that are for all, each but for some: what both leave over can't be told from here, unless
        // one of them excepts nothing of the other.
        for (one, another) in [
            (self.excepted(), other.listed()),
            (other.excepted(), self.listed()),
        ] {
            let (Some(except), Some(listed)) = (ids(one, 0), ids(another, 0)) else {
                continue;
            };
            if listed.iter().all(|id| except.contains(id)) {
                return None;
            }
        }
        Some(shared)
    }

    fn excepted(&self) -> Option<&CampaignsWith<'a>> {
        self.keys.applies_to.as_ref()?.except.as_ref()
    }

    /// The templates for a campaign: those of its channel, else those for all.
    pub fn patterns_for(&self, campaign: &Campaign<'_>) -> impl Iterator<Item = &Pattern<'a>> {
        let channel = campaign.channel.map(|channel| channel.text.value);
        let of = |pattern: &Pattern<'a>| pattern.channel.map(|channel| channel.value);
        let has_own =
            channel.is_some() && self.patterns.iter().any(|pattern| of(pattern) == channel);
        let wanted = channel.filter(|_| has_own);
        self.patterns
            .iter()
            .filter(move |pattern| of(pattern) == wanted)
    }
}

impl CampaignsWith<'_> {
    /// Whether a campaign is among these. A choice without a key takes none.
    fn holds(&self, campaign: &Campaign<'_>) -> bool {
        fn among<T>(list: &Option<OneOrMany<'_, Reference<'_, T>>>, ids: &[&str]) -> Option<bool> {
            let list = list.as_ref()?;
            Some(list.items.iter().any(|item| ids.contains(&item.text.value)))
        }
        let channel: Vec<&str> = campaign
            .channel
            .iter()
            .map(|item| item.text.value)
            .collect();
        let unit: Vec<&str> = campaign
            .business_unit
            .iter()
            .map(|item| item.text.value)
            .collect();
        let regions = campaign.region.iter().flat_map(|list| &list.items);
        let regions: Vec<&str> = regions.map(|item| item.text.value).collect();
        let holds = [
            among(&self.channel, &channel),
            among(&self.region, &regions),
            among(&self.business_unit, &unit),
        ];
        holds.iter().flatten().all(|holds| *holds) && holds.iter().any(Option::is_some)
    }
}
