//! What a rule may ask besides the node it looks at.

use std::borrow::Cow;

use jiff::civil::Date;

use super::campaign_tag::CampaignTag;
use super::settings::{Options, Value};
use crate::analytics::ChannelGroup;
use crate::model::target::{Definition, Target};
use crate::model::values::Text;
use crate::model::{Body, Campaign};
use crate::template::Division;
use crate::workspace::naming::{Built, Convention, Judged, Outline, Pattern, TokenValue};
use crate::workspace::{
    CalendarInForce, Campaigns, ChannelInForce, FormInForce, Mail, Names, Read, Reads, Regions,
    TrackingPolicy, Workspace,
};

/// The world around a node: today, the policies, the index, the rule's options. Every look-up is
/// recorded for the file that is being checked.
#[derive(Debug)]
pub struct Context<'c> {
    pub(super) workspace: &'c Workspace<'c>,
    pub(super) today: Date,
    pub(super) reads: &'c Reads,
    pub(super) options: &'c Options,
    /// The hosts of the page on which the links stand, where a list of links says so.
    pub(super) page_hosts: &'c [String],
}

impl<'c> Context<'c> {
    /// The day that counts as today.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The whole workspace. A rule that walks it must not be run per file.
    pub fn workspace(&self) -> &'c Workspace<'c> {
        self.workspace
    }

    /// How links are tagged, where the workspace says so.
    pub fn tracking(&self) -> Option<&'c TrackingPolicy<'c>> {
        self.reads.record(|| Read::policy("tracking"));
        self.workspace.tracking.as_ref()
    }

    /// Who sends e-mails, and which.
    pub fn mail(&self) -> &'c Mail<'c> {
        self.reads.record(|| Read::policy("senders"));
        &self.workspace.mail
    }

    /// The regions of the taxonomy.
    pub fn regions(&self) -> &'c Regions<'c> {
        self.reads.record(|| Read::all(Target::Value("region")));
        &self.workspace.regions
    }

    /// Whose clocks a time without a zone is read from, where the configuration says so.
    pub fn timezone(&self) -> Option<&'c jiff::tz::TimeZone> {
        self.workspace.timezone.as_ref()
    }

    /// Working days, holidays and caps, where the workspace says so.
    pub fn calendar(&self) -> Option<&'c CalendarInForce<'c>> {
        self.reads.record(|| Read::policy("calendar"));
        self.workspace.calendar.as_ref()
    }

    /// The channel of a campaign, whatever its letter case.
    pub fn channel_of(
        &self,
        campaign: &crate::model::Campaign<'_>,
    ) -> Option<&'c ChannelInForce<'c>> {
        let id = campaign.channel?.text.value;
        let channels = &self.workspace.channels;
        self.reads.record(|| Read::definition(Target::Channel, id));
        channels
            .get(id)
            .or_else(|| channels.get(self.meant(Target::Channel, id)?))
    }

    /// What campaigns are compared with of a form.
    pub fn form(&self, id: &str) -> Option<&'c FormInForce<'c>> {
        self.reads.record(|| Read::definition(Target::Form, id));
        self.workspace.forms.get(id)
    }

    /// Every campaign, by what it is called.
    pub fn campaigns(&self) -> &'c Campaigns<'c> {
        self.reads.record(|| Read::all(Target::Campaign));
        &self.workspace.campaigns
    }

    /// `utm_campaign` of a campaign, given as a document of the workspace. It reads the document
    /// again: a rule should ask only where there is something to find.
    pub fn campaign_tag_of(
        &self,
        file: &crate::workspace::FileRead<'c>,
        document: u32,
    ) -> Option<String> {
        let document = file.documents.get(document as usize)?;
        match self.workspace.body_of(file, document)? {
            Body::Campaign(campaign) => {
                let tag = CampaignTag::of(&campaign, self.workspace, self.reads);
                tag.text().map(str::to_string)
            }
            _ => None,
        }
    }

    /// The naming conventions of the workspace.
    pub fn names(&self) -> &'c Names<'c> {
        self.reads.record(|| Read::policy("naming"));
        &self.workspace.names
    }

    /// The name of a campaign: the one it says itself, else the one that the convention builds.
    pub fn campaign_name<'n>(&self, campaign: &'n Campaign<'_>) -> Option<Cow<'n, str>> {
        let names = self.names();
        if let Some(name) = campaign.name.filter(|name| !name.is_blank()) {
            return Some(Cow::Borrowed(name.value));
        }
        let place = (campaign.node.tree().file_number(), campaign.node.id());
        let built = self.reads.name_built(place, || {
            let id = self.id_of(campaign);
            match names.build(campaign, id, &self.workspace.index, self.reads) {
                Built::Name(name) => Some(name),
                _ => None,
            }
        });
        built.map(Cow::Owned)
    }

    /// The name that the convention builds for a campaign, whatever it says itself.
    pub fn built_name(&self, campaign: &Campaign<'_>) -> Built<'c> {
        self.names().build(
            campaign,
            self.id_of(campaign),
            &self.workspace.index,
            self.reads,
        )
    }

    /// What a convention says of a name that is meant for a campaign; `None` where none is about it.
    pub fn judge_name(
        &self,
        name: &str,
        campaign: &Campaign<'_>,
    ) -> Option<(&'c Convention<'c>, Judged<'c, 'c>)> {
        self.names().judge(name, campaign)
    }

    /// What there is to say of the name that a campaign says itself; several rules ask in turn.
    pub fn outline_of_name(&self, name: Text<'_>, campaign: &Campaign<'_>) -> Option<Outline> {
        let place = (campaign.node.tree().file_number(), campaign.node.id());
        let names = self.names();
        self.reads.name_judged(place, || {
            let (_, judged) = names.judge(name.value, campaign)?;
            Some(judged.outline())
        })
    }

    /// Divides a name so that it agrees with its campaign as far as it can, with what the campaign says
    /// of each token.
    pub fn divide_name(
        &self,
        name: &str,
        campaign: &Campaign<'_>,
    ) -> Option<(&'c Pattern<'c>, Division, Vec<TokenValue>)> {
        self.names()
            .divide(name, campaign, &self.workspace.index, self.reads)
    }

    /// What a campaign says of a token of a template of its convention.
    pub fn token_value(
        &self,
        pattern: &Pattern<'_>,
        token: usize,
        campaign: &Campaign<'_>,
    ) -> Option<TokenValue> {
        self.names()
            .value(pattern, token, campaign, &self.workspace.index, self.reads)
    }

    /// The id of a campaign: its own, or the name of its file.
    pub fn id_of<'n>(&self, campaign: &Campaign<'n>) -> &'n str
    where
        'c: 'n,
    {
        match campaign.id {
            Some(id) => id.0.value,
            None => {
                let number = campaign.node.tree().file_number() as usize;
                self.workspace
                    .files
                    .get(number)
                    .map_or("", |file| file.stem)
            }
        }
    }

    /// Whether a text is what a value of a dimension is called in one of the platforms.
    pub fn is_mapped(&self, dimension: &str, text: &str) -> bool {
        self.reads
            .record(|| Read::definition(Target::Dimension, dimension));
        self.workspace.mapped_names.hold(dimension, text)
    }

    /// The line that shows that the workspace works with a platform, given by the word for it:
    /// `salesforce`.
    pub fn platform(&self, platform: &str) -> Option<crate::diagnostics::Place> {
        self.reads.record(|| Read::policy("platforms"));
        self.workspace.platforms.place(platform)
    }

    /// The templates of tags in which the taxonomy has a say.
    pub(crate) fn tag_readers(&self) -> &'c crate::workspace::TagReaders<'c> {
        self.reads.record(|| Read::policy("tracking"));
        &self.workspace.tag_readers
    }

    /// Whether the tracking policy says itself what a token may hold.
    pub(crate) fn has_words(&self, token: &str) -> bool {
        let tokens = self
            .tracking()
            .and_then(|policy| policy.keys.tokens.as_ref());
        tokens.is_some_and(|tokens| tokens.get(token).is_some())
    }

    /// The value of a dimension that a part of a tag stands for.
    pub(crate) fn value_in_tag(&self, dimension: &str, text: &str) -> Option<&'c Definition<'c>> {
        let target = Target::Value(dimension);
        let written = |definition: &Definition<'_>| {
            let id = definition
                .in_utm
                .as_ref()
                .map_or(definition.id, |text| text.value);
            id.eq_ignore_ascii_case(text)
        };
        let by_id = self
            .meant(target, text)
            .and_then(|id| self.definition(target, id));
        by_id.filter(|definition| written(definition)).or_else(|| {
            let ids = self.ids(target).iter();
            ids.filter_map(|id| self.definition(target, id))
                .find(|definition| written(definition))
        })
    }

    /// Every attribution mapping.
    pub fn attributions(&self) -> impl Iterator<Item = &'c crate::model::Attribution<'c>> {
        self.reads.record(|| Read::policy("attribution"));
        self.workspace.attributions()
    }

    /// The channel group in use.
    pub fn channel_group(&self) -> &'c ChannelGroup {
        self.workspace.channel_group.group()
    }

    /// The hosts of the page on which links of a list stand.
    pub fn page_hosts(&self) -> &'c [String] {
        self.page_hosts
    }

    /// The definition with this id.
    pub fn definition(&self, target: Target<'_>, id: &str) -> Option<&'c Definition<'c>> {
        self.workspace.index.get(target, id, self.reads)
    }

    /// All definitions with this id; more than one is a mistake.
    pub fn definitions(&self, target: Target<'_>, id: &str) -> &'c [Definition<'c>] {
        self.workspace.index.same_id(target, id, self.reads)
    }

    /// Every id of a kind of thing.
    pub fn ids(&self, target: Target<'_>) -> &'c [&'c str] {
        self.workspace.index.ids(target, self.reads)
    }

    /// The id that a text means when letter case and aliases don't count.
    pub fn meant(&self, target: Target<'_>, text: &str) -> Option<&'c str> {
        self.workspace.index.meant(target, text, self.reads)
    }

    /// Whether the workspace defines anything of a kind; where it doesn't, nothing can be judged.
    pub fn defines_any(&self, target: Target<'_>) -> bool {
        self.workspace.index.has_any(target, self.reads)
    }

    /// Whether anything in the workspace refers to an id.
    pub fn is_used(&self, target: Target<'_>, id: &str) -> bool {
        self.workspace.used.contains(&(target, id))
    }

    /// An option of the rule that is a whole number. The defaults are in the rule's folder, so
    /// there always is one.
    pub fn whole_number(&self, option: &str) -> u64 {
        self.options
            .get(option)
            .and_then(Value::as_u64)
            .unwrap_or_default()
    }

    /// An option of the rule that is yes or no.
    pub fn flag(&self, option: &str) -> bool {
        self.options
            .get(option)
            .and_then(Value::as_bool)
            .unwrap_or_default()
    }

    /// An option of the rule that is a text.
    pub fn text(&self, option: &str) -> &str {
        self.options
            .get(option)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// An option of the rule that is a list of texts.
    pub fn texts(&self, option: &str) -> impl Iterator<Item = &str> {
        let list = self.options.get(option).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str)
    }
}
