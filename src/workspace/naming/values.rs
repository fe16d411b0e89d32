//! What a campaign says of the tokens of a template, and the name that this makes.

use std::borrow::Cow;

use super::pattern::one_word;
use super::{Built, Convention, Pattern, TokenValue};
use crate::model::target::Definition;
use crate::model::values::Text;
use crate::model::{Campaign, FiscalYear};
use crate::template::{Shape, Value, Words};
use crate::workspace::calendar::fiscal_quarter;
use crate::workspace::{Asked, Index, Reads, Said};

impl Pattern<'_> {
    /// What a campaign says of a token, given by its number.
    pub(super) fn value(
        &self,
        number: usize,
        campaign: &Campaign<'_>,
        convention: &Convention<'_>,
        fiscal: Option<&FiscalYear<'_>>,
        index: &Index<'_>,
        reads: &Reads,
    ) -> TokenValue {
        let asked = Asked {
            campaign,
            index,
            reads,
        };
        let (Some(token), Some(shape)) = (self.tokens.get(number), self.shapes.get(number)) else {
            return TokenValue::Nothing;
        };
        let said = match &*token.key {
            // A name is not made of itself.
            "name" => None,
            key => asked.said(key),
        };
        match said {
            Some(Said::Date(date)) => {
                let fiscal = fiscal.and_then(|fiscal| fiscal_quarter(fiscal, date));
                let fiscal = fiscal.map(|fiscal| (fiscal.year, fiscal.quarter));
                let formats = shape.dates().into_iter();
                let texts: Vec<String> = formats
                    .flat_map(|format| format.spellings(date, fiscal))
                    .collect();
                match texts.is_empty() {
                    true => TokenValue::Nothing,
                    false => TokenValue::Texts(texts),
                }
            }
            Some(Said::Value(definition)) => self.of_definition(number, definition),
            Some(Said::Channel(text, definition)) => match definition {
                Some(definition) => self.of_definition(number, definition),
                None => self.of_text(number, text.value, convention),
            },
            Some(Said::Id(text) | Said::Words(text)) => {
                self.of_text(number, text.value, convention)
            }
            Some(Said::Unknown) => TokenValue::Unknown,
            Some(Said::Nothing) => TokenValue::Nothing,
            None => match own_key(campaign, &token.key) {
                Some(text) => self.of_text(number, text.value, convention),
                None => TokenValue::Nothing,
            },
        }
    }

    /// The texts for something that is defined: its own, else the code that means it.
    fn of_definition(&self, number: usize, definition: &Definition<'_>) -> TokenValue {
        let token = &self.tokens[number];
        if let Some((_, texts)) = token.values.iter().find(|(id, _)| **id == *definition.id)
            && !texts.is_empty()
        {
            return TokenValue::Texts(texts.clone());
        }
        let called = definition.called.as_deref();
        let label = called
            .and_then(|called| called.label)
            .map(|label| label.value);
        let in_name = called
            .and_then(|called| called.in_name)
            .map(|name| name.value);
        let aliases = definition.aliases.iter().map(|alias| alias.value);
        let names = [Some(definition.id), label, in_name]
            .into_iter()
            .flatten()
            .chain(aliases);
        let mut codes: Vec<String> = Vec::new();
        for name in names {
            for code in self.codes_for(number, name) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        if !codes.is_empty() {
            return TokenValue::Texts(codes);
        }
        match in_name.or(label).unwrap_or(definition.id) {
            // No word of the list means it: that is for the convention to say.
            _ if self.shapes[number].is_closed() => TokenValue::Nothing,
            text => TokenValue::Free(text.to_string()),
        }
    }

    /// The codes and words of the token's list that mean a text.
    fn codes_for(&self, number: usize, text: &str) -> Vec<String> {
        let token = &self.tokens[number];
        let coded = token
            .codes
            .iter()
            .filter(|(_, meaning)| same_words(meaning, text));
        let mut codes: Vec<String> = coded.map(|(code, _)| code.to_string()).collect();
        let texts = self.shapes[number].texts();
        codes.extend(
            texts
                .iter()
                .filter(|word| same_words(word, text))
                .map(|word| (*word).to_string()),
        );
        codes
    }

    /// What a text of somebody's own choice becomes in a name.
    fn of_text(&self, number: usize, text: &str, convention: &Convention<'_>) -> TokenValue {
        let shape = &self.shapes[number];
        let separators = self.template.separators();
        let codes = self.codes_for(number, text);
        if !codes.is_empty() {
            return TokenValue::Texts(codes);
        }
        let text = text.trim();
        let has_words = words_of(shape);
        let lower = convention
            .keys
            .spelling
            .is_some_and(|spelling| spelling.lower_case);
        if !lower
            && (has_words.is_none() || !text.contains(char::is_whitespace))
            && shape.fits(text, separators)
        {
            return match has_words {
                Some(_) => TokenValue::Free(text.to_string()),
                None => TokenValue::Texts(vec![text.to_string()]),
            };
        }
        let keeps_spaces = convention
            .keys
            .spelling
            .is_some_and(|spelling| spelling.spaces)
            || convention
                .keys
                .all_templates()
                .any(|(_, template)| template.value.contains(' '));
        if !lower && keeps_spaces && shape.fits(text, separators) {
            return TokenValue::Free(text.to_string());
        }
        match has_words {
            Some(words) => {
                let word = one_word(text, &convention.keys, &self.template, Some(words));
                match shape.fits(&word, separators) {
                    true => TokenValue::Free(word),
                    false => TokenValue::Nothing,
                }
            }
            None => TokenValue::Nothing,
        }
    }

    pub(super) fn build(
        &self,
        campaign: &Campaign<'_>,
        convention: &Convention<'_>,
        fiscal: Option<&FiscalYear<'_>>,
        index: &Index<'_>,
        reads: &Reads,
    ) -> Built<'_> {
        let mut values = Vec::with_capacity(self.tokens.len());
        let mut lacks = Vec::new();
        for (number, token) in self.template.tokens().enumerate() {
            let value = match self.value(number, campaign, convention, fiscal, index, reads) {
                TokenValue::Texts(mut texts) if !texts.is_empty() => Some(texts.swap_remove(0)),
                TokenValue::Free(text) => Some(text),
                TokenValue::Unknown => return Built::Unknown,
                // A list of one word leaves no choice.
                _ => match self.shapes[number].texts().as_slice() {
                    [only] if !token.optional => Some((*only).to_string()),
                    _ => None,
                },
            };
            if value.is_none() && !token.optional {
                lacks.push(&*token.name);
            }
            values.push(value);
        }
        if !lacks.is_empty() {
            return Built::Lacks(lacks);
        }
        let mut values = values.into_iter();
        let built = self.template.build(|_| match values.next().flatten() {
            Some(text) => Value::Text(Cow::Owned(text), Vec::new()),
            None => Value::Nothing,
        });
        match built {
            Ok(name) => Built::Name(name),
            Err(token) => Built::Lacks(vec![&token.name]),
        }
    }
}

/// The words of a shape, where it has any.
fn words_of(shape: &Shape) -> Option<Words> {
    match shape {
        Shape::Words(words) => Some(*words),
        Shape::Either(shapes) => shapes.iter().find_map(words_of),
        _ => None,
    }
}

/// A key that the team added to its campaigns, or a program token, of the name of a token.
fn own_key<'a>(campaign: &Campaign<'a>, name: &str) -> Option<Text<'a>> {
    if Campaign::KEYS.iter().any(|key| key.name == name) {
        return None;
    }
    let own = campaign.node.get(name).and_then(Text::of);
    own.or_else(|| {
        let tokens = campaign.tokens.as_ref()?;
        let entry = tokens
            .entries
            .iter()
            .find(|(key, _)| same_words(key.value, name));
        entry.map(|(_, value)| *value)
    })
    .filter(|text| !text.is_blank())
}

/// Whether two texts are the same words, however they are joined.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> bool { text.chars().any(char::is_alphanumeric) };
    let of = |c: &char| c.is_alphanumeric();
    let mut others = other.chars().filter(of).flat_map(char::to_lowercase);
    let same = one
        .chars()
        .filter(of)
        .flat_map(char::to_lowercase)
        .all(|c| others.next() == Some(c));
    same && others.next().is_none() && (letters(one) || one == other)
}
