//! The values that keys hold: text, ids, references and numbers; days, periods, lists and maps have
//! files of their own.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::implicit;
use super::reader::{Read, ReadKeys, Reader, ValueType, describe};
use super::target::{RefersTo, Target};
use crate::syntax::Node;

pub use super::collections::{List, Map, OneOrMany};
pub use super::dates::{DateValue, Period, PeriodUnit, dates_meant, in_words, parse_date};

/// A scalar as its author meant it: text, whatever YAML would guess.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The decoded text.
    pub value: &'a str,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Text<'a> {
    /// The scalar at a node, where it is one.
    pub fn of(node: Node<'a>) -> Option<Text<'a>> {
        let node = node.resolved();
        Some(Text {
            value: node.value()?,
            node,
        })
    }

    /// Whether there is nothing in it but space.
    pub fn is_blank(&self) -> bool {
        self.value.trim().is_empty()
    }
}

impl<'a> Read<'a> for Text<'a> {
    fn value_type() -> ValueType {
        ValueType::Text
    }

    fn expected() -> String {
        "a text".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        implicit::look_at_text(node, reader);
        Some(Text { value, node })
    }
}

/// Whether a text can be an id: `[a-z0-9][a-z0-9_-]*`.
pub fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes
        .next()
        .is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

/// The nearest id to a text: lower case, everything else as `-`.
pub fn to_id(text: &str) -> String {
    let mut id = String::new();
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() || c == '_' {
            id.push(c);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    id.trim_matches(['-', '_']).to_string()
}

/// Reports a text that can't be an id.
pub(super) fn check_id<'a>(node: Node<'a>, text: &str, reader: &mut Reader<'a>) -> bool {
    if is_id(text) {
        return true;
    }
    if !reader.is_quiet() {
        let better = to_id(text);
        let finding = reader.reporter.find_as(
            "workspace/invalid-value",
            node,
            format!("`{}` can't be an id.", super::reader::shown(text)),
            "An id has lower-case letters, digits, `-` and `_`, and begins with a letter or digit.",
        );
        if is_id(&better) {
            finding.unsafe_fix(
                format!("change to `{better}`"),
                crate::syntax::edit::set_value(node, &better),
            );
        }
    }
    false
}

/// A name that other documents use: `[a-z0-9][a-z0-9_-]*`.
#[derive(Clone, Copy, Debug)]
pub struct Id<'a>(pub Text<'a>);

impl<'a> Read<'a> for Id<'a> {
    fn value_type() -> ValueType {
        ValueType::Text
    }

    fn expected() -> String {
        "an id such as `emea-webcast`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        implicit::look_at_text(node, reader);
        check_id(node, value, reader).then_some(Id(Text { value, node }))
    }
}

/// The id of something that is defined elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a, T> {
    /// The id as it was written.
    pub text: Text<'a>,
    target: PhantomData<T>,
}

impl<'a, T: RefersTo> Read<'a> for Reference<'a, T> {
    fn value_type() -> ValueType {
        ValueType::Text
    }

    fn expected() -> String {
        format!("the id of a {}", T::TARGET.noun())
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        implicit::look_at_text(node, reader);
        let text = Text { value, node };
        if value.contains(',') {
            one_text_for_several(text, reader);
            return None;
        }
        reader.refer(T::TARGET, text, T::IS_OWNER);
        Some(Reference {
            text,
            target: PhantomData,
        })
    }
}

/// Reports `de, en` where `[de, en]` is meant: YAML reads it as one text.
pub(super) fn one_text_for_several<'a>(text: Text<'a>, reader: &mut Reader<'a>) {
    if reader.is_quiet() {
        return;
    }
    let items: Vec<&str> = text.value.split(',').map(str::trim).collect();
    let list = format!("[{}]", items.join(", "));
    let finding = reader.reporter.find_as(
        "workspace/invalid-value",
        text.node,
        format!(
            "`{}` is one text for YAML, and no list.",
            super::reader::shown(text.value)
        ),
        format!("Write {}.", super::reader::shown(&list)),
    );
    if items.iter().all(|item| is_id(item)) {
        finding.unsafe_fix(
            format!("change to {list}"),
            crate::syntax::Edit {
                span: text.node.span(),
                text: list,
            },
        );
    }
}

impl<T: RefersTo> Reference<'_, T> {
    /// What it refers to.
    pub fn target(&self) -> Target<'static> {
        T::TARGET
    }
}

/// `yes` or `no`, in any of the spellings that YAML knows.
#[derive(Clone, Copy, Debug)]
pub struct Flag<'a> {
    /// Whether it is yes.
    pub yes: bool,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for Flag<'a> {
    fn value_type() -> ValueType {
        ValueType::Flag
    }

    fn expected() -> String {
        "yes or no".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        let yes = match text.to_ascii_lowercase().as_str() {
            "yes" | "true" | "on" => true,
            "no" | "false" | "off" => false,
            _ => {
                reader.invalid(node, "This is neither yes nor no.", "Write `yes` or `no`.");
                return None;
            }
        };
        Some(Flag {
            yes,
            node: node.resolved(),
        })
    }
}

/// A whole number from 0.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// The number.
    pub value: u64,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for Whole<'a> {
    fn value_type() -> ValueType {
        ValueType::Whole
    }

    fn expected() -> String {
        "a whole number".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        match text.parse().ok().filter(|_| digits) {
            Some(value) => Some(Whole {
                value,
                node: node.resolved(),
            }),
            None => {
                reader.invalid(
                    node,
                    format!("{} is not a whole number.", describe(node)),
                    "Write digits only, without separators: 12000.",
                );
                None
            }
        }
    }
}

/// A number with up to two decimals, such as an amount of money; kept in hundredths.
#[derive(Clone, Copy, Debug)]
pub struct Amount<'a> {
    /// The amount in hundredths: 12000 is 120.00.
    pub hundredths: i64,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for Amount<'a> {
    fn value_type() -> ValueType {
        ValueType::Amount
    }

    fn expected() -> String {
        "an amount such as 12000 or 99.50".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        match hundredths(text) {
            Some(hundredths) => Some(Amount {
                hundredths,
                node: node.resolved(),
            }),
            None => {
                reader.invalid(
                    node,
                    format!("{} is not an amount.", describe(node)),
                    "Write digits, and a point before up to two decimals: 12000 or 99.50.",
                );
                None
            }
        }
    }
}

pub(super) fn hundredths(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) || decimals.len() > 2 {
        return None;
    }
    let cents: i64 = format!("{decimals:0<2}").parse().ok()?;
    let total = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(100)?
        .checked_add(cents)?;
    Some(if negative { -total } else { total })
}

/// A part whose words are read later, by whoever knows what they mean.
#[derive(Clone, Copy, Debug)]
pub struct Any<'a>(pub Node<'a>);

impl<'a> Read<'a> for Any<'a> {
    const MAY_BE_EMPTY: bool = true;

    fn expected() -> String {
        "a value".to_string()
    }

    fn read(node: Node<'a>, _reader: &mut Reader<'a>) -> Option<Self> {
        Some(Any(node.resolved()))
    }
}

/// A mapping whose keys are fixed, as a value of another.
impl<'a, T: ReadKeys<'a> + Named> Read<'a> for T {
    fn value_type() -> ValueType {
        ValueType::Mapping(T::KEYS)
    }

    fn expected() -> String {
        T::NAME.to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.read_mapping::<T>(node, T::NAME)?;
        value.finish(reader);
        Some(value)
    }
}

/// What a mapping is called in a message.
pub trait Named: Sized {
    /// With its article: `a link`.
    const NAME: &'static str;

    /// A last look once all keys are read.
    fn finish<'a>(&self, _reader: &mut Reader<'a>)
    where
        Self: ReadKeys<'a>,
    {
    }
}

macro_rules! value_schema {
    ($($ty:ty, $name:literal, $schema:tt;)*) => {
        $(impl JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })*
    };
}

// Text is whatever scalar stands there: `name: 2026` is the text "2026" to us, a number to a
// general YAML editor, so the schema allows both.
pub(super) use value_schema;

value_schema! {
    Text<'_>, "text", {"type": ["string", "number", "boolean"]};
    Id<'_>, "id", {"type": ["string", "integer", "boolean"], "pattern": "^[a-z0-9][a-z0-9_-]*$", "minimum": 0};
    Flag<'_>, "flag", {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": "^(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Nn]|[Oo][Ff][Ff])$"}]};
    Whole<'_>, "whole number", {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+$"}]};
    Amount<'_>, "amount", {"anyOf": [{"type": "number", "multipleOf": 0.01}, {"type": "string", "pattern": "^-?[0-9]+([.][0-9]{1,2})?$"}]};
    DateValue<'_>, "date", {"type": "string", "format": "date", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"};
    Period<'_>, "period", {"type": "string", "pattern": "^ *[0-9]{1,9} +((business )?(hours?|days?)|weeks?|months?|years?) *$"};
    Any<'_>, "any", true;
}

impl<T: RefersTo> JsonSchema for Reference<'_, T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::TARGET.noun().into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number", "boolean"], "pattern": "^[^,]*$"})
    }
}
