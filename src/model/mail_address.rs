//! An e-mail address: `events@acme.example`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::reader::{Read, Reader, ValueType, describe};
use super::values::Text;
use crate::diagnostics::Place;
use crate::syntax::{Node, edit};

/// An e-mail address, without a name around it.
#[derive(Clone, Copy, Debug)]
pub struct MailAddress<'a> {
    /// As it is written.
    pub text: Text<'a>,
    /// Where the domain begins; `None` where a platform fills the address in.
    at: Option<usize>,
}

impl<'a> MailAddress<'a> {
    /// What stands before the `@`.
    pub fn local(&self) -> Option<&'a str> {
        Some(&self.text.value[..self.at?])
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> Option<&'a str> {
        Some(&self.text.value[self.at? + 1..])
    }

    /// Where the domain stands; the whole address where a platform fills it in.
    pub fn domain_place(&self) -> Place {
        let from = self.at.map_or(0, |at| at + 1);
        Place::part(self.text.node, from..self.text.value.len())
    }

    /// Where the part before the `@` stands.
    pub fn local_place(&self) -> Place {
        Place::part(self.text.node, 0..self.at.unwrap_or(self.text.value.len()))
    }
}

impl<'a> Read<'a> for MailAddress<'a> {
    fn value_type() -> ValueType {
        ValueType::Text
    }

    fn expected() -> String {
        "an e-mail address such as events@acme.example".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        let text = Text { value, node };
        if is_filled_in(value) {
            return Some(MailAddress { text, at: None });
        }
        if let Some(at) = split(value) {
            return Some(MailAddress { text, at: Some(at) });
        }
        if reader.is_quiet() {
            return None;
        }
        // `Acme Events <events@acme.example>`, or the address in brackets or after `mailto:`.
        let within = value
            .split(|c: char| c.is_whitespace() || "<>()[]\",;:".contains(c))
            .find(|word| split(word).is_some());
        let message = match within {
            Some(_) => format!("{} holds more than an address.", describe(node)),
            None => format!("{} is not an e-mail address.", describe(node)),
        };
        let help = match within {
            Some(address) => format!(
                "Write `{}` alone; the name that people see belongs in `name:`.",
                super::reader::shown(address)
            ),
            None => "Write an address such as `events@acme.example`.".to_string(),
        };
        let finding = reader
            .reporter
            .find_as("workspace/invalid-value", node, message, help);
        if let Some(address) = within {
            finding.unsafe_fix(
                format!("change to `{address}`"),
                edit::set_value(node, address),
            );
        }
        None
    }
}

/// Whether a platform fills in a part of a text: a token in double braces, or Pardot's `%%`.
pub fn is_filled_in(text: &str) -> bool {
    text.contains("{{") || text.contains("%%")
}

/// Where the `@` of an address stands, if this is one.
fn split(text: &str) -> Option<usize> {
    let at = text.find('@')?;
    let (local, domain) = (&text[..at], &text[at + 1..]);
    let plain = |part: &str| {
        !part.is_empty()
            && !part.contains(|c: char| c.is_whitespace() || "@<>()[]\",;:".contains(c))
    };
    let well_formed =
        plain(local) && domain.contains('.') && domain.split('.').all(plain) && text.len() <= 254;
    well_formed.then_some(at)
}

impl JsonSchema for MailAddress<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "e-mail address".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "[{][{]|%%|^[^\\s@<>()\\[\\]\",;:]+@[^\\s@<>()\\[\\]\",;:.]+([.][^\\s@<>()\\[\\]\",;:.]+)+$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        assert_eq!(split("events@acme.example"), Some(6));
        assert_eq!(split("müller@bücher.example"), Some(7));
        for text in [
            "",
            "@",
            "events",
            "events@acme",
            "a@b.c, d@e.f",
            "a@b..c",
            "a b@c.d",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
