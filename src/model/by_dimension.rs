//! Values of the workspace's own dimensions, for documents that are sorted by them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::reader::{Read, Reader};
use super::target::Target;
use super::values::{OneOrMany, Text, one_text_for_several};
use crate::syntax::{Node, NodeKind};

/// Dimensions of the taxonomy, each with one value or a list: `{ gtm: autosd, event-type: virtual }`.
#[derive(Clone, Debug)]
pub struct ByDimension<'a> {
    /// The dimensions, in the order of the file.
    pub entries: Vec<(Text<'a>, OneOrMany<'a, Text<'a>>)>,
    /// The mapping.
    pub node: Node<'a>,
}

/// The dimensions that are keys of a campaign, and the keys: there is one way to write each.
const KEYS_OF_THEIR_OWN: &[(&str, &str)] = &[
    ("region", "region"),
    ("language", "languages"),
    ("languages", "languages"),
    ("persona", "persona"),
    ("business-unit", "business-unit"),
    ("product", "product"),
    ("industry", "industry"),
    ("topic", "topic"),
];

impl<'a> ByDimension<'a> {
    /// A dimension as it was written, and its values; `-` and `_` in its name are one, since a
    /// template may write either.
    pub fn entry(&self, dimension: &str) -> Option<&(Text<'a>, OneOrMany<'a, Text<'a>>)> {
        let same = |one: &str| {
            one.len() == dimension.len()
                && one
                    .bytes()
                    .zip(dimension.bytes())
                    .all(|(a, b)| a == b || (matches!(a, b'-' | b'_') && matches!(b, b'-' | b'_')))
        };
        self.entries.iter().find(|(known, _)| same(known.value))
    }
}

impl<'a> Read<'a> for ByDimension<'a> {
    fn expected() -> String {
        "a block of dimensions and values, such as `event-type: virtual`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.kind() != NodeKind::Mapping {
            reader.wrong_type(node, &Self::expected());
            return None;
        }
        let mut entries: Vec<(Text<'a>, OneOrMany<'a, Text<'a>>)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for entry in node.effective_entries() {
            let Some(dimension) = Text::of(entry.key) else {
                reader.wrong_type(entry.key, "a name followed by a colon");
                continue;
            };
            // The second of two equal keys is yaml/duplicate-key.
            if !seen.insert(dimension.value) || entry.value.is_null() {
                continue;
            }
            let own = KEYS_OF_THEIR_OWN
                .iter()
                .find(|(name, _)| *name == dimension.value);
            if let Some((_, key)) = own {
                reader.invalid(
                    dimension.node,
                    format!("A campaign has a key for this: `{key}`."),
                    format!("Write `{key}:` beside `channel:`, and take it out here."),
                );
                continue;
            }
            reader.refer(Target::Dimension, dimension, false);
            let Some(mut values) = OneOrMany::<Text<'a>>::read(entry.value, reader) else {
                continue;
            };
            values.items.retain(|value| {
                let is_one = !value.value.contains(',');
                if is_one {
                    reader.refer(Target::Value(dimension.value), *value, false);
                } else {
                    one_text_for_several(*value, reader);
                }
                is_one
            });
            entries.push((dimension, values));
        }
        Some(ByDimension { entries, node })
    }
}

impl JsonSchema for ByDimension<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "values by dimension".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let value = json_schema!({"type": ["string", "number", "boolean"], "pattern": "^[^,]*$"});
        let own: Vec<&str> = KEYS_OF_THEIR_OWN.iter().map(|(name, _)| *name).collect();
        json_schema!({
            "type": "object",
            "additionalProperties": {"anyOf": [value, {"type": "array", "items": value}, {"type": "null"}]},
            "propertyNames": {"not": {"enum": own}},
        })
    }
}
