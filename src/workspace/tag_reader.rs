//! Tags that hold values of the taxonomy in free text: what a template says of each part of them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::{Index, Reads, TrackingPolicy};
use crate::model::target::Target;
use crate::model::values::Text;
use crate::template::{Case, Template, Value};

/// The templates of tags in which the taxonomy has a say.
#[derive(Debug, Default)]
pub struct TagReaders<'a> {
    /// That of `utm_campaign`.
    pub campaign: Option<TagReader<'a>>,
    /// That of `utm_content`.
    pub content: Option<TagReader<'a>>,
}

/// Divides a tag by its template.
#[derive(Debug)]
pub struct TagReader<'a> {
    /// The template as it was written.
    pub text: Text<'a>,
    template: Template,
    values: Vec<Value<'a>>,
    /// By token: the dimension that it is named like, with its values as a tag writes them, in lower case.
    dimensions: Vec<Option<(&'a str, HashMap<String, &'a str>)>>,
    case: Case,
}

/// A part of a tag that stands for a value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionPart<'a> {
    /// The dimension.
    pub dimension: &'a str,
    /// The bytes of the tag.
    pub range: Range<usize>,
    /// The id of the value that it is.
    pub value: Option<&'a str>,
    /// Whether it is none of the dimension's values and no word of the policy.
    pub wrong: bool,
}

impl<'a> TagReaders<'a> {
    pub(super) fn new(policy: Option<&TrackingPolicy<'a>>, index: &Index<'a>) -> TagReaders<'a> {
        let Some(policy) = policy else {
            return TagReaders::default();
        };
        let reader = |text: Option<Text<'a>>| TagReader::new(text?, policy, index);
        TagReaders {
            campaign: reader(policy.keys.campaign),
            content: reader(policy.keys.content),
        }
    }
}

impl<'a> TagReader<'a> {
    fn new(
        text: Text<'a>,
        policy: &TrackingPolicy<'a>,
        index: &Index<'a>,
    ) -> Option<TagReader<'a>> {
        let template = Template::parse(text.value).ok()?;
        let reads = Reads::off();
        let (mut values, mut dimensions) = (Vec::new(), Vec::new());
        for token in template.tokens() {
            let dimension = dimension_of(&token.name, index);
            let mut words: Vec<Cow<'a, str>> = Vec::new();
            let mut by_word = HashMap::new();
            if let Some(dimension) = dimension {
                let target = Target::Value(dimension);
                for id in index.ids(target, &reads) {
                    let written = index
                        .get(target, id, &reads)
                        .and_then(|value| value.in_utm.as_deref());
                    let word = written.map_or(*id, |text| text.value);
                    by_word.entry(word.to_lowercase()).or_insert(*id);
                    words.push(Cow::Borrowed(word));
                }
            }
            let own = policy
                .keys
                .tokens
                .as_ref()
                .and_then(|tokens| tokens.get(&token.name));
            for word in own.into_iter().flat_map(|words| &words.items) {
                words.push(Cow::Borrowed(word.value));
            }
            values.push(match dimension {
                Some(_) => Value::OneOf(words),
                None => Value::Any,
            });
            dimensions.push(dimension.map(|dimension| (dimension, by_word)));
        }
        if dimensions.iter().all(Option::is_none) {
            return None;
        }
        let lower = policy
            .keys
            .spelling
            .is_none_or(|spelling| spelling.lower_case);
        Some(TagReader {
            text,
            template,
            values,
            dimensions,
            case: if lower { Case::Ignored } else { Case::Counts },
        })
    }

    /// The parts of a tag that stand for values of the taxonomy; none where it can't be divided with
    /// certainty, or where more than one part of it is wrong.
    pub fn read(&self, tag: &str) -> Vec<DimensionPart<'a>> {
        let reading = self.template.read(tag, &self.values, self.case);
        let Some(reading) =
            reading.filter(|reading| reading.wrong <= 1 && reading.missing.is_empty())
        else {
            return Vec::new();
        };
        let parts = reading.segments.into_iter().filter_map(|segment| {
            let (dimension, by_word) = self.dimensions[segment.token].as_ref()?;
            let word = tag[segment.range.clone()].to_lowercase();
            Some(DimensionPart {
                dimension,
                value: by_word.get(&word).copied(),
                range: segment.range,
                wrong: segment.wrong,
            })
        });
        parts.collect()
    }
}

/// The dimension that a token is named like; topics are free words.
fn dimension_of<'a>(token: &str, index: &Index<'a>) -> Option<&'a str> {
    let name = match token {
        "languages" => "language",
        "topic" => return None,
        other => other,
    };
    [name, &name.replace('_', "-"), &name.replace('-', "_")]
        .into_iter()
        .find_map(|name| index.dimension(name))
}
