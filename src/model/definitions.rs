//! Kinds whose documents are a list of definitions: `channels`, `people`, `senders`, `fields`,
//! `taxonomy`, `links`. Every key that is not one of the document's own is the id of a definition.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::reader::{Read, ReadKeys, Reader};
use super::shape::document;
use super::values::{Text, check_id};
use super::{Document, Header};
use crate::diagnostics::suggest;
use crate::syntax::Node;

document! {
    /// A document without keys of its own.
    pub struct PlainHeader<'a> {}
}

/// A document that defines things by id.
#[derive(Debug, Clone)]
pub struct Definitions<'a, H, T> {
    /// The document's own keys.
    pub own: H,
    /// The definitions, in the order of the file.
    pub entries: Vec<(Text<'a>, T)>,
}

impl<'a, H, T> Definitions<'a, H, T> {
    /// The definition with this id.
    pub fn get(&self, id: &str) -> Option<&(Text<'a>, T)> {
        self.entries.iter().find(|(key, _)| key.value == id)
    }
}

impl<'a, H: ReadKeys<'a>, T: Read<'a>> Definitions<'a, H, T> {
    /// Reads the document; `each` sees every definition once it is read, `what` names the kind and
    /// `id_like` says whether the names must be ids.
    pub(super) fn read_as(
        root: Node<'a>,
        reader: &mut Reader<'a>,
        what: &str,
        mut each: impl FnMut(&Text<'a>, &T, &mut Reader<'a>),
    ) -> Option<Definitions<'a, H, T>> {
        let mut entries: Vec<(Text<'a>, T)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        let own = reader.read_mapping_with::<H>(root, what, |_, entry, reader| {
            let Some(key) = Text::of(entry.key) else {
                return true;
            };
            // `owne: field-emea` is a slip in a key, not something called "owne".
            let plain_value = entry.value.value().is_some();
            if plain_value && suggest(key.value, H::KEYS.iter().map(|k| k.name)).is_some() {
                return false;
            }
            if reader.extension_keys.iter().any(|known| known == key.value)
                || !seen.insert(key.value)
            {
                return true;
            }
            check_id(key.node, key.value, reader);
            if entry.value.is_null() {
                reader.wrong_type(entry.value, &T::expected());
                return true;
            }
            if let Some(value) = T::read(entry.value, reader) {
                each(&key, &value, reader);
                entries.push((key, value));
            }
            true
        })?;
        Some(Definitions { own, entries })
    }
}

impl<'a, H: Document<'a>, T> Document<'a> for Definitions<'a, H, T> {
    fn header(&self) -> Header<'_, 'a> {
        self.own.header()
    }
}

impl<H: JsonSchema, T: JsonSchema> JsonSchema for Definitions<'_, H, T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{} of {}", H::schema_name(), T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = H::json_schema(generator);
        let entry = generator.subschema_for::<T>();
        schema.remove("additionalProperties");
        schema.remove("description");
        schema.insert("additionalProperties".to_string(), entry.to_value());
        schema.insert(
            "propertyNames".to_string(),
            serde_json::json!({"pattern": "^[a-z0-9][a-z0-9_-]*$"}),
        );
        schema
    }
}
