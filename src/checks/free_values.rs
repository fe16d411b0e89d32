//! Values of the taxonomy that stand where no key refers to them: parts of tags, program tokens named
//! like a dimension, a team's own keys named like one.
//!
//! References by id are of the family `workspace`.

use std::ops::Range;

use super::platforms::token_name;
use super::{Context, DocumentSubject};
use crate::diagnostics::Place;
use crate::model::target::{Definition, Target};
use crate::model::values::{Text, to_id};
use crate::model::{Body, Campaign, Kind, LinkEntry, Status};
use crate::syntax::{Edit, edit};
use crate::workspace::TagReader;

/// A value in a free place.
pub(crate) struct FreeValue<'a, 'c> {
    /// The dimension whose value it is meant to be.
    pub(crate) dimension: &'c str,
    /// The text of which it is a part, and where that stands.
    whole: Text<'a>,
    range: Range<usize>,
    /// The value that it names; `None` where there is none.
    pub(crate) value: Option<&'c Definition<'c>>,
    /// Whether it is written in a tag, where values have names of their own.
    pub(crate) in_tag: bool,
    /// The line that says that a value of the dimension stands here.
    pub(crate) because: Option<Place>,
}

impl<'a> FreeValue<'a, '_> {
    pub(crate) fn text(&self) -> &'a str {
        &self.whole.value[self.range.clone()]
    }

    pub(crate) fn place(&self) -> Place {
        Place::part(self.whole.node, self.range.clone())
    }

    /// The edit that puts another text in its place.
    pub(crate) fn replaced(&self, by: &str) -> Edit {
        let (before, after) = (
            &self.whole.value[..self.range.start],
            &self.whole.value[self.range.end..],
        );
        edit::set_value(self.whole.node, &format!("{before}{by}{after}"))
    }
}

/// The values in free places of a document that is not over.
pub(crate) fn free_values<'a, 'c>(
    document: &DocumentSubject<'_, 'a>,
    context: &Context<'c>,
) -> Vec<FreeValue<'a, 'c>> {
    let mut found = Vec::new();
    match document.body {
        Body::Campaign(campaign) => {
            if matches!(campaign.status, Some(Status::Done | Status::Aborted)) {
                return found;
            }
            for link in campaign.links.iter().flat_map(|links| &links.items) {
                of_link(link, Some(campaign), context, &mut found);
            }
            if let Some(tag) = campaign.utm.as_ref().and_then(|utm| utm.campaign) {
                of_tag(
                    tag,
                    context.tag_readers().campaign.as_ref(),
                    Some(campaign),
                    context,
                    &mut found,
                );
            }
            if context.defines_any(Target::Dimension) {
                of_tokens(campaign, context, &mut found);
                of_own_keys(campaign, context, &mut found);
            }
        }
        Body::Links(links) => {
            for (_, link) in &links.entries {
                of_link(link, None, context, &mut found);
            }
        }
        _ => {}
    }
    found
}

fn of_link<'a, 'c>(
    link: &LinkEntry<'a>,
    campaign: Option<&Campaign<'a>>,
    context: &Context<'c>,
    found: &mut Vec<FreeValue<'a, 'c>>,
) {
    let readers = context.tag_readers();
    if let Some(tag) = link.campaign {
        of_tag(tag, readers.campaign.as_ref(), campaign, context, found);
    }
    if let Some(tag) = link.content {
        of_tag(tag, readers.content.as_ref(), None, context, found);
    }
}

/// The parts of a tag. What a key of the campaign says is compared by tracking/template-token.
fn of_tag<'a, 'c>(
    tag: Text<'a>,
    reader: Option<&'c TagReader<'c>>,
    campaign: Option<&Campaign<'a>>,
    context: &Context<'c>,
    found: &mut Vec<FreeValue<'a, 'c>>,
) {
    let Some(reader) = reader else { return };
    // What a platform fills in can't be judged.
    if tag.value.contains(['{', '}', '%', '$', '[']) {
        return;
    }
    for part in reader.read(tag.value) {
        let said = campaign.is_some_and(|campaign| {
            campaign.in_dimension(part.dimension).is_some()
                || (part.wrong && context.has_words(part.dimension))
        });
        if said {
            continue;
        }
        let target = Target::Value(part.dimension);
        let value = part.value.and_then(|id| context.definition(target, id));
        // A word of the policy stands for campaigns that have no value.
        if value.is_none() && !part.wrong {
            continue;
        }
        found.push(FreeValue {
            dimension: part.dimension,
            whole: tag,
            range: part.range,
            value,
            in_tag: true,
            because: Some(reader.text.node.into()),
        });
    }
}

/// Program tokens that are called like a dimension: `my.Content Type`.
fn of_tokens<'a, 'c>(
    campaign: &Campaign<'a>,
    context: &Context<'c>,
    found: &mut Vec<FreeValue<'a, 'c>>,
) {
    /// A text of more words is for people to read.
    const MOST_WORDS: usize = 4;
    for (name, value) in campaign.tokens.iter().flat_map(|tokens| &tokens.entries) {
        let (plain, _) = token_name(name.value);
        let dimension = context
            .meant(Target::Dimension, plain)
            .or_else(|| context.meant(Target::Dimension, &to_id(plain)));
        if value.value.split_whitespace().count() <= MOST_WORDS
            && let Some(dimension) = dimension
        {
            of_text(dimension, *value, name.node.into(), context, found);
        }
    }
}

/// Keys that the team added, where they are called like a dimension.
fn of_own_keys<'a, 'c>(
    campaign: &Campaign<'a>,
    context: &Context<'c>,
    found: &mut Vec<FreeValue<'a, 'c>>,
) {
    for key in context.workspace().extensions().keys_of(Kind::Campaign) {
        let (Some(dimension), Some(node)) = (
            context.meant(Target::Dimension, &key),
            campaign.node.get(&key),
        ) else {
            continue;
        };
        let node = node.resolved();
        let values = Text::of(node)
            .into_iter()
            .chain(node.items().filter_map(Text::of));
        for value in values {
            if let Some(definition) = context.definition(Target::Dimension, dimension) {
                of_text(dimension, value, definition.place, context, found);
            }
        }
    }
}

fn of_text<'a, 'c>(
    dimension: &'c str,
    text: Text<'a>,
    because: Place,
    context: &Context<'c>,
    found: &mut Vec<FreeValue<'a, 'c>>,
) {
    let target = Target::Value(dimension);
    let written = text.value.trim();
    // Topics are free words; what is empty or filled in by a platform can't be judged.
    if dimension == "topic"
        || written.is_empty()
        || written.contains(['{', '<'])
        || !context.defines_any(target)
    {
        return;
    }
    let meant = context.meant(target, written);
    let value = meant.and_then(|id| context.definition(target, id));
    if value.is_none() && context.is_mapped(dimension, written) {
        return;
    }
    found.push(FreeValue {
        dimension,
        whole: text,
        range: 0..text.value.len(),
        value,
        in_tag: false,
        because: Some(because),
    });
}
