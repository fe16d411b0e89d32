//! Lists and maps of values.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::reader::{Read, Reader, ValueType};
use super::values::Text;
use crate::syntax::{Node, NodeKind};

/// A list; every item that can be read is kept.
#[derive(Clone, Debug)]
pub struct List<'a, T> {
    /// The items.
    pub items: Vec<T>,
    /// The list itself.
    pub node: Node<'a>,
}

impl<'a, T: Read<'a>> Read<'a> for List<'a, T> {
    fn value_type() -> ValueType {
        ValueType::List(Box::new(T::value_type()))
    }

    fn expected() -> String {
        "a list".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.kind() != NodeKind::Sequence {
            reader.wrong_type(node, "a list");
            return None;
        }
        Some(List {
            items: read_items(node, reader),
            node,
        })
    }
}

fn read_items<'a, T: Read<'a>>(node: Node<'a>, reader: &mut Reader<'a>) -> Vec<T> {
    let mut items = Vec::new();
    for item in node.items() {
        if item.is_null() {
            reader.wrong_type(item, &T::expected());
        } else {
            items.extend(T::read(item, reader));
        }
    }
    items
}

/// One value, or a list of them.
#[derive(Clone, Debug)]
pub struct OneOrMany<'a, T> {
    /// The values.
    pub items: Vec<T>,
    /// The value or the list.
    pub node: Node<'a>,
}

impl<'a, T: Read<'a>> Read<'a> for OneOrMany<'a, T> {
    fn value_type() -> ValueType {
        ValueType::List(Box::new(T::value_type()))
    }

    fn expected() -> String {
        format!("{} or a list", T::expected())
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        let items = if node.kind() == NodeKind::Sequence {
            read_items(node, reader)
        } else {
            T::read(node, reader).into_iter().collect()
        };
        Some(OneOrMany { items, node })
    }
}

/// Names that the author chooses, each with a value.
#[derive(Clone, Debug)]
pub struct Map<'a, T> {
    /// The entries, in the order of the file.
    pub entries: Vec<(Text<'a>, T)>,
    /// The mapping.
    pub node: Node<'a>,
}

impl<'a, T> Map<'a, T> {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.entry(name).map(|(_, value)| value)
    }

    /// The name as it was written, and its value.
    pub fn entry(&self, name: &str) -> Option<&(Text<'a>, T)> {
        self.entries.iter().find(|(key, _)| key.value == name)
    }
}

impl<'a, T: Read<'a>> Read<'a> for Map<'a, T> {
    fn expected() -> String {
        "a block of names and values".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.kind() != NodeKind::Mapping {
            reader.wrong_type(node, &Self::expected());
            return None;
        }
        let mut entries: Vec<(Text<'a>, T)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for entry in node.effective_entries() {
            let Some(key) = Text::of(entry.key) else {
                reader.wrong_type(entry.key, "a name followed by a colon");
                continue;
            };
            if !seen.insert(key.value) || (entry.value.is_null() && !T::MAY_BE_EMPTY) {
                continue;
            }
            if let Some(value) = T::read(entry.value, reader) {
                entries.push((key, value));
            }
        }
        Some(Map { entries, node })
    }
}

impl<T: JsonSchema> JsonSchema for List<'_, T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("list of {}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<T>()})
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<'_, T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("one or many {}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
    }
}

impl<T: JsonSchema> JsonSchema for Map<'_, T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("map of {}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        // A name without a value is as good as not there, like a key without one.
        let value = match value.as_bool() {
            Some(_) => value,
            None => json_schema!({"anyOf": [value, {"type": "null"}]}),
        };
        json_schema!({"type": "object", "additionalProperties": value})
    }
}
