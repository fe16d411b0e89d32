//! What a campaign's keys, the taxonomy and the policy say of each token of a template.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::model::Campaign;
use crate::model::target::Target;
use crate::model::values::{DateValue, OneOrMany, Reference, Text};
use crate::syntax::Node;
use crate::template::{DateFormat, Template, Token, Value};
use crate::workspace::{Index, Reads, TrackingPolicy};

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
const DATE_FORMATS: [&str; 3] = ["YYYY-MM-DD", "YYYYMMDD", "YYYY_MM_DD"];

/// What a key of the campaign says of a token.
enum Said<'v> {
    Text(Cow<'v, str>),
    Dates(Vec<Cow<'v, str>>),
    /// None, or several.
    Nothing,
    /// Something that can't be resolved.
    Unknown,
}

pub(super) struct Keys<'k, 'a> {
    pub(super) campaign: &'k Campaign<'a>,
    pub(super) policy: &'k TrackingPolicy<'k>,
    pub(super) index: &'k Index<'k>,
    pub(super) reads: &'k Reads,
}

impl<'k> Keys<'k, '_> {
    /// The values of a template's tokens; `None` when one of them refers to something unknown, so
    /// that nothing can be judged.
    pub(super) fn values(&self, template: &Template) -> Option<Vec<Value<'k>>> {
        template
            .tokens()
            .map(|token| self.value(token, template))
            .collect()
    }

    fn value(&self, token: &Token, template: &Template) -> Option<Value<'k>> {
        let is_none = key_of_campaign(self.campaign, &token.name).is_none();
        match self.said(token, template) {
            Some(Said::Text(text)) => return Some(Value::Text(text, Vec::new())),
            Some(Said::Dates(mut dates)) if !dates.is_empty() => {
                let first = dates.remove(0);
                return Some(Value::Text(first, dates));
            }
            Some(Said::Unknown) => return None,
            // What may be left out and has no value is left out.
            Some(_) if token.optional && is_none => return Some(Value::Nothing),
            Some(_) | None => {}
        }
        let mut words: Vec<Cow<'k, str>> = self.words(&token.name).map(Cow::Borrowed).collect();
        Some(match words.len() {
            0 => Value::Nothing,
            1 => Value::Text(words.remove(0), Vec::new()),
            _ => Value::OneOf(words),
        })
    }

    /// The words that `tokens:` of the policy gives a token.
    pub(super) fn words(&self, token: &str) -> impl Iterator<Item = &'k str> {
        let words = self
            .policy
            .keys
            .tokens
            .as_ref()
            .and_then(|tokens| tokens.get(token));
        words
            .into_iter()
            .flat_map(|words| &words.items)
            .map(|word| word.value)
    }

    /// What a key of the campaign says; `None` for a token that is no key of a campaign.
    fn said(&self, token: &Token, template: &Template) -> Option<Said<'k>> {
        let campaign = self.campaign;
        Some(match &*token.name {
            "date" => self.date(campaign.event.or(campaign.start), token),
            "event" => self.date(campaign.event, token),
            "start" => self.date(campaign.start, token),
            "end" => self.date(campaign.end, token),
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
                Some(channel) => Said::Text(self.in_case(channel.text.value)),
                None => Said::Nothing,
            },
            "topic" => match campaign.topic {
                Some(topic) => self
                    .known("topic", topic)
                    .unwrap_or_else(|| Said::Text(self.as_one_word(topic.value, template))),
                None => Said::Nothing,
            },
            "name" => match campaign.name {
                Some(name) => Said::Text(self.as_one_word(name.value, template)),
                None => Said::Nothing,
            },
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

    fn date(&self, date: Option<DateValue<'_>>, token: &Token) -> Said<'k> {
        let Some(date) = date else {
            return Said::Nothing;
        };
        let written = |format: &DateFormat, date: Date| Cow::Owned(format.write(date));
        Said::Dates(match &token.format {
            Some(format) => vec![written(format, date.date)],
            None => DATE_FORMATS
                .iter()
                .filter_map(|format| Some(written(&DateFormat::parse(format)?, date.date)))
                .collect(),
        })
    }

    fn one_of<T>(
        &self,
        dimension: &str,
        list: Option<&OneOrMany<'_, Reference<'_, T>>>,
    ) -> Said<'k> {
        match list.map(|list| list.items.as_slice()) {
            Some([only]) => self.one(dimension, Some(only.text)),
            _ => Said::Nothing,
        }
    }

    fn one(&self, dimension: &str, text: Option<Text<'_>>) -> Said<'k> {
        let Some(text) = text else {
            return Said::Nothing;
        };
        if let Some(said) = self.known(dimension, text) {
            return said;
        }
        if self.index.has_any(Target::Value(dimension), self.reads) {
            return Said::Unknown;
        }
        Said::Text(self.in_case(text.value))
    }

    /// A value of the taxonomy, as it is written in `utm_campaign`.
    fn known(&self, dimension: &str, text: Text<'_>) -> Option<Said<'k>> {
        let target = Target::Value(dimension);
        let value = self.index.get(target, text.value, self.reads).or_else(|| {
            let meant = self.index.meant(target, text.value, self.reads)?;
            self.index.get(target, meant, self.reads)
        })?;
        let written = value.in_utm.map_or(value.id, |in_utm| in_utm.value);
        Some(Said::Text(Cow::Borrowed(written)))
    }

    /// In the letter case of the policy.
    fn in_case(&self, text: &str) -> Cow<'k, str> {
        let lower_case = is_lower_case(self.policy);
        Cow::Owned(if lower_case {
            text.to_lowercase()
        } else {
            text.to_string()
        })
    }

    /// Free text as the policy spells values, without the signs that separate tokens.
    fn as_one_word(&self, text: &str, template: &Template) -> Cow<'k, str> {
        let spelling = self.policy.keys.spelling;
        let allowed = |c: char| spelling.is_none_or(|spelling| spelling.allows(c));
        let joiner = ['-', '_', '.']
            .into_iter()
            .find(|c| allowed(*c) && !template.separates(*c));
        let mut word = String::with_capacity(text.len());
        for c in text.trim().chars() {
            let stays =
                c.is_alphanumeric() || (!c.is_whitespace() && allowed(c) && !template.separates(c));
            if stays {
                word.push(c);
            } else if let Some(joiner) = joiner
                && !word.is_empty()
                && !word.ends_with(joiner)
            {
                word.push(joiner);
            }
        }
        if let Some(joiner) = joiner {
            word.truncate(word.trim_end_matches(joiner).len());
        }
        self.in_case(&word)
    }
}

/// Whether what is built is in lower case: unless the policy says that values may have any.
pub(super) fn is_lower_case(policy: &TrackingPolicy<'_>) -> bool {
    policy
        .keys
        .spelling
        .is_none_or(|spelling| spelling.lower_case)
}
