//! What a campaign's keys and the taxonomy say of the tokens of a template, whatever is built from
//! them: a name, or `utm_campaign`.

use jiff::civil::Date;

use super::{Index, Reads};
use crate::model::Campaign;
use crate::model::target::{Definition, Target};
use crate::model::values::{DateValue, OneOrMany, Reference, Text};
use crate::syntax::Node;

/// The key of a campaign from which a token takes its text.
pub fn key_of_campaign<'a>(campaign: &Campaign<'a>, token: &str) -> Option<Node<'a>> {
    match token {
        "date" => campaign.event.or(campaign.start).map(|date| date.node),
        "event" => campaign.event.map(|date| date.node),
        "start" => campaign.start.map(|date| date.node),
        "end" => campaign.end.map(|date| date.node),
        "region" => campaign.region.as_ref().map(|list| list.node),
        "language" | "languages" => campaign.languages.as_ref().map(|list| list.node),
        "persona" => campaign.persona.as_ref().map(|list| list.node),
        "product" => campaign.product.as_ref().map(|list| list.node),
        "industry" => campaign.industry.as_ref().map(|list| list.node),
        "business-unit" | "business_unit" => campaign.business_unit.map(|unit| unit.text.node),
        "budget" => Some(campaign.budget.as_ref()?.code?.text.node),
        "type" | "channel" => campaign.channel.map(|channel| channel.text.node),
        "topic" => campaign.topic.map(|topic| topic.node),
        "name" => campaign.name.map(|name| name.node),
        _ => campaign.in_dimension(token).map(|(node, _)| node),
    }
}

/// How a date is right where the template gives no format; the first is the one that is built.
pub const DATE_FORMATS: [&str; 3] = ["YYYY-MM-DD", "YYYYMMDD", "YYYY_MM_DD"];

/// What a key of the campaign says of a token.
#[derive(Debug)]
pub enum Said<'k, 'a> {
    /// A day.
    Date(Date),
    /// A value of the taxonomy.
    Value(&'k Definition<'k>),
    /// The program channel, with its definition where there is one.
    Channel(Text<'a>, Option<&'k Definition<'k>>),
    /// An id of something that the workspace defines nowhere.
    Id(Text<'a>),
    /// Words of somebody's own choice.
    Words(Text<'a>),
    /// Nothing, or several things.
    Nothing,
    /// Something that can't be resolved, which is a finding of its own.
    Unknown,
}

/// Asks a campaign.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'k, 'c, 'a> {
    /// The campaign.
    pub campaign: &'c Campaign<'a>,
    /// What the workspace defines.
    pub index: &'k Index<'k>,
    /// Where the look-ups are noted.
    pub reads: &'c Reads,
}

impl<'k, 'a> Asked<'k, '_, 'a> {
    /// What a key of the campaign says; `None` for a token that is no key of a campaign.
    pub fn said(&self, token: &str) -> Option<Said<'k, 'a>> {
        let campaign = self.campaign;
        Some(match token {
            "date" => date(campaign.event.or(campaign.start)),
            "event" => date(campaign.event),
            "start" => date(campaign.start),
            "end" => date(campaign.end),
            "region" => self.one_of("region", campaign.region.as_ref()),
            "language" | "languages" => self.one_of("language", campaign.languages.as_ref()),
            "persona" => self.one_of("persona", campaign.persona.as_ref()),
            "product" => self.one_of("product", campaign.product.as_ref()),
            "industry" => self.one_of("industry", campaign.industry.as_ref()),
            "business-unit" | "business_unit" => self.one(
                "business-unit",
                campaign.business_unit.map(|unit| unit.text),
            ),
            "budget" => {
                let code = campaign.budget.as_ref().and_then(|budget| budget.code);
                self.one("budget", code.map(|code| code.text))
            }
            "type" | "channel" => match campaign.channel {
                Some(channel) => {
                    Said::Channel(channel.text, self.find(Target::Channel, channel.text))
                }
                None => Said::Nothing,
            },
            "topic" => match campaign.topic {
                Some(topic) => match self.find(Target::Value("topic"), topic) {
                    Some(value) => Said::Value(value),
                    None => Said::Words(topic),
                },
                None => Said::Nothing,
            },
            "name" => campaign.name.map_or(Said::Nothing, Said::Words),
            // A dimension that only this workspace has.
            own => {
                let (dimension, values) = campaign.taxonomy.as_ref()?.entry(own)?;
                match values.items.as_slice() {
                    [only] => self.one(dimension.value, Some(*only)),
                    _ => Said::Nothing,
                }
            }
        })
    }

    fn one_of<T>(
        &self,
        dimension: &str,
        list: Option<&OneOrMany<'a, Reference<'a, T>>>,
    ) -> Said<'k, 'a> {
        match list.map(|list| list.items.as_slice()) {
            Some([only]) => self.one(dimension, Some(only.text)),
            _ => Said::Nothing,
        }
    }

    fn one(&self, dimension: &str, text: Option<Text<'a>>) -> Said<'k, 'a> {
        let Some(text) = text else {
            return Said::Nothing;
        };
        let target = Target::Value(dimension);
        match self.find(target, text) {
            Some(value) => Said::Value(value),
            None if self.index.has_any(target, self.reads) => Said::Unknown,
            None => Said::Id(text),
        }
    }

    /// What is defined under an id, or under another spelling of it.
    fn find(&self, target: Target<'_>, text: Text<'_>) -> Option<&'k Definition<'k>> {
        self.index.get(target, text.value, self.reads).or_else(|| {
            let meant = self.index.meant(target, text.value, self.reads)?;
            self.index.get(target, meant, self.reads)
        })
    }
}

fn date<'k, 'a>(date: Option<DateValue<'_>>) -> Said<'k, 'a> {
    date.map_or(Said::Nothing, |date| Said::Date(date.date))
}
