//! A template of a convention with what each of its tokens may hold.

use super::Vocabulary;
use crate::model::values::Text;
use crate::model::{By, Channel, InCase, Naming, TaxonomyValue, TokenSource, WrittenAs};
use crate::template::{DateFormat, Letters, Shape, Template, Words};
use crate::workspace::DATE_FORMATS;

/// A template with the shapes of its tokens.
#[derive(Debug)]
pub struct Pattern<'a> {
    /// The channel whose template it is; `None` for all that have none of their own.
    pub channel: Option<Text<'a>>,
    /// Where it stands.
    pub text: Text<'a>,
    /// The template.
    pub template: Template,
    /// Its tokens, in order.
    pub tokens: Vec<PatternToken<'a>>,
    /// What they may hold, in the same order.
    pub shapes: Vec<Shape>,
}

/// What is known of a token of a template.
#[derive(Debug)]
pub struct PatternToken<'a> {
    /// The key of the campaign that says it; the token's own name unless `from:` says another.
    pub key: Box<str>,
    /// Its line under `tokens:`.
    pub declared: Option<Text<'a>>,
    /// The dimension of the taxonomy, or `channel`, from which its texts come.
    pub dimension: Option<Box<str>>,
    /// Ids, each with the texts that stand for it in a name; the first is the one to write.
    pub(super) values: Vec<(Box<str>, Vec<String>)>,
    /// Codes, each with what it means.
    pub(super) codes: Vec<(Box<str>, Box<str>)>,
    /// Whether anything says what it may hold.
    pub is_known: bool,
}

/// What a campaign says of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenValue {
    /// One of these texts; the first is the one to write.
    Texts(Vec<String>),
    /// A text that may be put in other words.
    Free(String),
    /// Nothing.
    Nothing,
    /// Something that is not defined.
    Unknown,
}

impl TokenValue {
    /// Whether a text says something else.
    pub fn contradicts(&self, text: &str) -> bool {
        match self {
            TokenValue::Texts(texts) => !texts.iter().any(|known| known.eq_ignore_ascii_case(text)),
            _ => false,
        }
    }
}

/// The dimensions that tokens of these names stand for without being declared.
fn dimension_of(token: &str) -> &str {
    match token {
        "languages" => "language",
        "business_unit" => "business-unit",
        "type" => "channel",
        other => other,
    }
}

impl<'a> Pattern<'a> {
    pub(super) fn new(
        naming: &Naming<'a>,
        channel: Option<Text<'a>>,
        text: Text<'a>,
        vocabulary: Vocabulary<'_, 'a>,
    ) -> Option<Pattern<'a>> {
        let template = Template::parse(text.value).ok()?;
        let mut tokens = Vec::new();
        let mut shapes = Vec::new();
        for token in template.tokens() {
            let writer = Writer {
                naming,
                template: &template,
                vocabulary,
            };
            let (token, shape) = writer.token(&token.name, token.format.as_ref());
            tokens.push(token);
            shapes.push(
                match naming.spelling.is_some_and(|spelling| spelling.lower_case) {
                    true => shape.in_lower_case(),
                    false => shape,
                },
            );
        }
        Some(Pattern {
            channel,
            text,
            template,
            tokens,
            shapes,
        })
    }
}

/// Knows how values are written in the names of one template.
struct Writer<'w, 'a> {
    naming: &'w Naming<'a>,
    template: &'w Template,
    vocabulary: Vocabulary<'w, 'a>,
}

impl<'a> Writer<'_, 'a> {
    fn token(&self, name: &str, format: Option<&DateFormat>) -> (PatternToken<'a>, Shape) {
        let entry = self
            .naming
            .tokens
            .as_ref()
            .and_then(|tokens| tokens.entry(name));
        let mut token = PatternToken {
            key: name.into(),
            declared: entry.map(|(key, _)| *key),
            dimension: None,
            values: Vec::new(),
            codes: Vec::new(),
            is_known: true,
        };
        if let Some((_, declared)) = entry
            && let Some(from) = declared.from
        {
            token.key = from.value.into();
        }
        if let Some(format) = format {
            return (token, Shape::Date(format.clone()));
        }
        let mut shapes = Vec::new();
        match entry {
            Some((_, declared)) => {
                for source in &declared.alternatives {
                    self.source(source, &mut token, &mut shapes);
                }
            }
            None => self.undeclared(name, &mut token, &mut shapes),
        }
        let shape = match shapes.len() {
            0 => Shape::Words(Words::FREE),
            1 => shapes.remove(0),
            _ => Shape::Either(shapes),
        };
        (token, shape)
    }

    /// What a token holds of which `tokens:` says nothing.
    fn undeclared(&self, name: &str, token: &mut PatternToken<'a>, shapes: &mut Vec<Shape>) {
        let by_name = WrittenAs {
            by: By::Name,
            case: InCase::AsItIs,
        };
        match dimension_of(name) {
            "date" | "event" | "start" | "end" => {
                let formats = DATE_FORMATS
                    .iter()
                    .filter_map(|format| DateFormat::parse(format));
                shapes.push(Shape::Either(formats.map(Shape::Date).collect()));
            }
            "topic" => {
                // What it is about may be in nobody's list.
                self.taxonomy("topic", by_name, token, shapes);
                shapes.push(Shape::Words(Words::FREE));
            }
            "name" => {}
            "channel" => self.channels(by_name, token, shapes),
            dimension => {
                let is_key = [
                    "region", "language", "persona", "product", "industry", "budget",
                ]
                .contains(&dimension)
                    || dimension == "business-unit";
                self.taxonomy(dimension, by_name, token, shapes);
                token.is_known = is_key || !shapes.is_empty();
            }
        }
    }

    fn source(
        &self,
        source: &TokenSource<'a>,
        token: &mut PatternToken<'a>,
        shapes: &mut Vec<Shape>,
    ) {
        match source {
            TokenSource::Shape(shape) => shapes.push(shape.clone()),
            TokenSource::Word(word, meaning) => {
                if let Some(meaning) = meaning {
                    token.codes.push((word.value.into(), meaning.value.into()));
                }
                match shapes.last_mut() {
                    Some(Shape::OneOf(texts)) => texts.push(word.value.into()),
                    _ => shapes.push(Shape::OneOf(vec![word.value.into()])),
                }
            }
            TokenSource::Taxonomy(dimension, written) => {
                self.taxonomy(dimension, *written, token, shapes);
            }
            TokenSource::Channel(written) => self.channels(*written, token, shapes),
        }
    }

    fn taxonomy(
        &self,
        dimension: &str,
        written: WrittenAs,
        token: &mut PatternToken<'a>,
        shapes: &mut Vec<Shape>,
    ) {
        let found: Vec<&crate::model::Dimension<'a>> = self
            .vocabulary
            .taxonomies
            .iter()
            .filter_map(|taxonomy| taxonomy.get(dimension).map(|(_, dimension)| dimension))
            .collect();
        if found.is_empty() {
            return;
        }
        token.dimension = Some(dimension.into());
        let values = found.iter().flat_map(|dimension| &dimension.values);
        let all = values
            .flat_map(|values| &values.entries)
            .map(|(id, value)| {
                (
                    *id,
                    self.texts_of(id.value, Source::of_value(value), written),
                )
            });
        add_values(all, token, shapes);
    }

    fn channels(&self, written: WrittenAs, token: &mut PatternToken<'a>, shapes: &mut Vec<Shape>) {
        let channels = self
            .vocabulary
            .channels
            .iter()
            .flat_map(|channels| &channels.entries);
        let mut all = channels
            .map(|(id, channel)| {
                (
                    *id,
                    self.texts_of(id.value, Source::of_channel(channel), written),
                )
            })
            .peekable();
        if all.peek().is_some() {
            token.dimension = Some("channel".into());
            add_values(all, token, shapes);
        }
    }

    /// The texts that stand for a value; the first is the one to write.
    fn texts_of(&self, id: &str, source: Source<'_>, written: WrittenAs) -> Vec<String> {
        let texts: Vec<&str> = match written.by {
            By::Id => vec![id],
            By::Label => source.label.into_iter().collect(),
            By::Alias => source.aliases,
            By::Name => vec![source.in_name.or(source.label).unwrap_or(id)],
        };
        let mut spellings = Vec::new();
        for text in texts {
            let is_literal =
                written.by == By::Alias || (written.by == By::Name && source.in_name.is_some());
            for spelling in self.spellings(text, is_literal) {
                let spelling = match written.case {
                    InCase::AsItIs => spelling,
                    InCase::Lower => spelling.to_lowercase(),
                    InCase::Upper => spelling.to_uppercase(),
                };
                if !spellings.contains(&spelling) {
                    spellings.push(spelling);
                }
            }
        }
        spellings
    }

    /// How a label is written in a name: with its spaces where the template has spaces too, else as
    /// one word; the others are right as well.
    fn spellings(&self, text: &str, is_literal: bool) -> Vec<String> {
        let lower = self
            .naming
            .spelling
            .is_some_and(|spelling| spelling.lower_case);
        let in_case = |text: String| if lower { text.to_lowercase() } else { text };
        if is_literal {
            return vec![in_case(text.to_string())];
        }
        let mut spellings = Vec::new();
        let spaced = text.to_string();
        let has_separator = self.template.separators().within(text) > 0;
        let joined = in_case(self.one_word(text));
        let allows_spaces = self.naming.spelling.is_none_or(|spelling| spelling.spaces);
        if !has_separator && allows_spaces {
            spellings.push(in_case(spaced));
        }
        for spelling in [joined, in_case(squashed(text))] {
            if !spelling.is_empty() && !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        // One word is what most names have; spaces are kept where the convention has them anyway.
        if spellings.len() > 1 && !self.has_spaces() && text.contains(' ') {
            spellings.rotate_left(1);
        }
        spellings
    }

    fn has_spaces(&self) -> bool {
        self.naming.spelling.is_some_and(|spelling| spelling.spaces)
            || self
                .naming
                .all_templates()
                .any(|(_, template)| template.value.contains(' '))
    }

    fn one_word(&self, text: &str) -> String {
        one_word(text, self.naming, self.template, None)
    }
}

/// Free text as one word of a name: without what separates tokens, in the letters of its shape.
pub(super) fn one_word(
    text: &str,
    naming: &Naming<'_>,
    template: &Template,
    words: Option<Words>,
) -> String {
    use crate::template::Joined;
    let lower = naming.spelling.is_some_and(|spelling| spelling.lower_case)
        || words.is_some_and(|words| words.letters == Letters::Lower);
    let joiner = match words.map(|words| words.joined) {
        Some(Joined::By(sign)) => Some(sign),
        Some(Joined::Not) => None,
        _ if lower => ['-', '_', '.'].into_iter().find(|c| {
            !template.separators().hold(*c)
                && naming.spelling.is_none_or(|spelling| spelling.allows(*c))
        }),
        _ => None,
    };
    let mut word = String::with_capacity(text.len());
    for part in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
    {
        if let Some(joiner) = joiner.filter(|_| !word.is_empty()) {
            word.push(joiner);
        }
        let mut letters = part.chars();
        match letters.next() {
            // Words that nothing joins are told apart by their capital letters.
            Some(first)
                if joiner.is_none()
                    || words.is_some_and(|words| words.letters == Letters::Capitalised) =>
            {
                word.extend(first.to_uppercase());
                word.push_str(letters.as_str());
            }
            _ => word.push_str(part),
        }
    }
    match words.map(|words| words.letters) {
        Some(Letters::Upper) => word.to_uppercase(),
        _ if lower => word.to_lowercase(),
        _ => word,
    }
}

/// A text without its spaces and signs, its letters as they are.
fn squashed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn add_values<'a>(
    values: impl Iterator<Item = (Text<'a>, Vec<String>)>,
    token: &mut PatternToken<'a>,
    shapes: &mut Vec<Shape>,
) {
    let mut texts: Vec<Box<str>> = Vec::new();
    for (id, spellings) in values {
        texts.extend(spellings.iter().map(|text| text.as_str().into()));
        token.values.push((id.value.into(), spellings));
    }
    if !texts.is_empty() {
        shapes.push(Shape::OneOf(texts));
    }
}

/// What a value may be called.
struct Source<'s> {
    label: Option<&'s str>,
    in_name: Option<&'s str>,
    aliases: Vec<&'s str>,
}

impl<'s> Source<'s> {
    fn of_value(value: &TaxonomyValue<'s>) -> Source<'s> {
        Source {
            label: value.label.map(|label| label.value),
            in_name: value.in_name.map(|name| name.value),
            aliases: value
                .aliases
                .iter()
                .flat_map(|list| &list.items)
                .map(|text| text.value)
                .collect(),
        }
    }

    fn of_channel(channel: &Channel<'s>) -> Source<'s> {
        Source {
            label: channel.label.map(|label| label.value),
            in_name: channel.in_name.map(|name| name.value),
            aliases: Vec::new(),
        }
    }
}
