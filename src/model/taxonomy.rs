//! `taxonomy`: the dimensions by which campaigns are sorted, and their values.

use std::borrow::Cow;
use std::collections::HashSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::definitions::{Definitions, PlainHeader};
use super::reader::{Read, Reader};
use super::shape::shape;
use super::target::{Called, Definition, Retired, Target};
use super::values::{Any, DateValue, Id, Map, Named, OneOrMany, Text, check_id};
use crate::diagnostics::suggest;
use crate::syntax::Node;

/// Dimensions such as region or language, with their values.
pub type Taxonomy<'a> = Definitions<'a, PlainHeader<'a>, Dimension<'a>>;

shape! {
    /// One dimension of the taxonomy.
    pub struct Dimension<'a> {
        /// What people call it.
        label: Text<'a>,
        /// What it is for.
        description: Text<'a>,
        /// Its values, by id.
        #[schemars(with = "ValuesById")]
        values: Map<'a, TaxonomyValue<'a>> = required,
        /// The fields or properties that hold it, by platform.
        fields: Map<'a, Any<'a>>,
        /// Whether each value stands for exactly one value of each platform.
        one_to_one: super::values::Flag<'a>,
    }
}

impl Named for Dimension<'_> {
    const NAME: &'static str = "a dimension of the taxonomy";
}

shape! {
    /// One value of a dimension. `emea: EMEA` is short for `emea: { label: EMEA }`.
    pub struct TaxonomyValue<'a> {
        /// What people call it.
        label: Text<'a>,
        /// What it means.
        description: Text<'a>,
        /// Other spellings that mean it.
        aliases: OneOrMany<'a, Text<'a>>,
        /// The value it is a part of, in the same dimension.
        parent: Id<'a>,
        /// What belongs to it, such as the countries of a region.
        members: OneOrMany<'a, Text<'a>>,
        /// The day from which it may be used.
        since: DateValue<'a>,
        /// The day from which it may no longer be used.
        retired: DateValue<'a>,
        /// What to use instead once it is retired: a value of the same dimension, or `none` where
        /// nothing takes its place.
        replaced_by: Id<'a>,
        /// How it is written in `utm_campaign`, where that is not its id.
        in_utm: Text<'a>,
        /// How it is written in names, where that is not its label.
        in_name: Text<'a>,
        /// Its value in Marketo.
        marketo: Any<'a>,
        /// Its value in HubSpot.
        hubspot: Any<'a>,
        /// Its value in Salesforce.
        salesforce: Any<'a>,
        /// Its value in Account Engagement.
        pardot: Any<'a>,
        /// Its value in Mautic.
        mautic: Any<'a>,
    }
}

/// The schema of the values of a dimension: a label, a block, or nothing but the id.
struct ValuesById;

impl JsonSchema for ValuesById {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "values by id".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let label = generator.subschema_for::<Text<'_>>();
        let block = generator.subschema_for::<TaxonomyValue<'_>>();
        json_schema!({
            "type": "object",
            "additionalProperties": {"anyOf": [label, block, {"type": "null"}]},
            "propertyNames": {"pattern": "^[a-z0-9][a-z0-9_-]*$"},
        })
    }
}

impl<'a> TaxonomyValue<'a> {
    /// What `replaced-by:` names, unless that is `none`.
    pub fn successor(&self) -> Option<Id<'a>> {
        self.replaced_by.filter(|id| id.0.value != "none")
    }

    fn labelled(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let label = Text::read(node, reader);
        let mut value = <Self as super::reader::ReadKeys>::empty(node);
        value.label = label;
        Some(value)
    }
}

impl<'a> Read<'a> for TaxonomyValue<'a> {
    const MAY_BE_EMPTY: bool = true;

    fn expected() -> String {
        "a label, or a block with `label:` and more".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.is_null() {
            return Some(<Self as super::reader::ReadKeys>::empty(node));
        }
        if node.value().is_some() {
            return Self::labelled(node, reader);
        }
        reader.read_mapping::<Self>(node, "a value of the taxonomy")
    }
}

pub(super) fn read<'a>(root: Node<'a>, reader: &mut Reader<'a>) -> Option<Taxonomy<'a>> {
    Taxonomy::read_as(
        root,
        reader,
        "a taxonomy",
        |id, dimension: &Dimension<'a>, reader| {
            let mut definition = Definition::new(Target::Dimension, id.value, id.node);
            definition.aliases = dimension.label.into_iter().collect();
            reader.define(definition);
            let Some(values) = &dimension.values else {
                return;
            };
            for (key, value) in &values.entries {
                check_id(key.node, key.value, reader);
                let mut definition = Definition::new(Target::Value(id.value), key.value, key.node);
                definition.retired = value.retired.map(|retired| {
                    Box::new(Retired {
                        from: retired.date,
                        place: retired.node.into(),
                        replaced_by: value.successor().map(|id| id.0),
                    })
                });
                definition.aliases = value
                    .aliases
                    .iter()
                    .flat_map(|aliases| aliases.items.iter().copied())
                    .chain(value.label)
                    .collect();
                definition.in_utm = value.in_utm.map(Box::new);
                definition.called = Called::of(value.label, value.in_name);
                reader.define(definition);
            }
            relatives(id.value, values, reader);
        },
    )
}

/// Reports a parent or a replacement that is no value of the dimension.
fn relatives<'a>(dimension: &str, values: &Map<'a, TaxonomyValue<'a>>, reader: &mut Reader<'a>) {
    if reader.is_quiet() {
        return;
    }
    let known: HashSet<&str> = values.entries.iter().map(|(id, _)| id.value).collect();
    for (_, value) in &values.entries {
        let relatives = value.parent.into_iter().chain(value.successor());
        for Id(other) in relatives.filter(|id| !known.contains(id.0.value)) {
            let suggestion = suggest(other.value, values.entries.iter().map(|(id, _)| id.value));
            let help = match suggestion {
                Some(id) => format!("Did you mean `{id}`?"),
                None => "Name a value of the same dimension.".to_string(),
            };
            let finding = reader.reporter.find_as(
                "workspace/unknown-reference",
                other.node,
                format!(
                    "There is no {dimension} `{}`.",
                    super::reader::shown(other.value)
                ),
                help,
            );
            if let Some(id) = suggestion {
                finding.unsafe_fix(
                    format!("change to `{id}`"),
                    crate::syntax::edit::set_value(other.node, id),
                );
            }
        }
    }
}
