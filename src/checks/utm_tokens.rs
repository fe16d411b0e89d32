//! What the tokens of `utm_campaign` hold: what the campaign says, as the tracking policy writes it.

use std::borrow::Cow;

use crate::model::Campaign;
use crate::model::target::Target;
use crate::template::{DateFormat, Template, Token, Value};
use crate::workspace::{Asked, DATE_FORMATS, Index, Reads, Said, TrackingPolicy, key_of_campaign};

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
        let asked = Asked {
            campaign: self.campaign,
            index: self.index,
            reads: self.reads,
        };
        let text = |text: Cow<'k, str>| Some(Value::Text(text, Vec::new()));
        let said = asked.said(&token.name);
        let said_nothing_of = said.is_none();
        match said {
            Some(Said::Date(date)) => {
                let mut dates = match &token.format {
                    Some(format) => format.spellings(date, None),
                    None => DATE_FORMATS
                        .iter()
                        .filter_map(|format| Some(DateFormat::parse(format)?.write(date)))
                        .collect(),
                };
                if !dates.is_empty() {
                    let first = Cow::Owned(dates.remove(0));
                    return Some(Value::Text(
                        first,
                        dates.into_iter().map(Cow::Owned).collect(),
                    ));
                }
            }
            Some(Said::Value(value)) => {
                let written = value
                    .in_utm
                    .as_ref()
                    .map_or(value.id, |in_utm| in_utm.value);
                return text(Cow::Borrowed(written));
            }
            Some(Said::Channel(id, _) | Said::Id(id)) => return text(self.in_case(id.value)),
            Some(Said::Words(words)) => return text(self.as_one_word(words.value, template)),
            Some(Said::Unknown) => return None,
            // What may be left out and has no value is left out.
            Some(Said::Nothing)
                if token.optional && key_of_campaign(self.campaign, &token.name).is_none() =>
            {
                return Some(Value::Nothing);
            }
            Some(Said::Nothing) | None => {}
        }
        let is_free = said_nothing_of && token.optional && self.is_no_dimension(&token.name);
        let mut words: Vec<Cow<'k, str>> = self.words(&token.name).map(Cow::Borrowed).collect();
        Some(match words.len() {
            // Nothing says what it holds, so whoever writes it may write what they like.
            0 if is_free => Value::Any,
            0 => Value::Nothing,
            1 => Value::Text(words.remove(0), Vec::new()),
            _ => Value::OneOf(words),
        })
    }

    /// Whether no dimension of the taxonomy is called like a token.
    fn is_no_dimension(&self, token: &str) -> bool {
        let dimension = self.index.get(Target::Dimension, token, self.reads);
        dimension.is_none()
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
