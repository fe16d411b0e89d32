//! From values to a text.

use std::borrow::Cow;

use super::{Template, Token};

/// What is known of a token's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'v> {
    /// It is this text. The others mean the same and are right as well, but never written.
    Text(Cow<'v, str>, Vec<Cow<'v, str>>),
    /// It is one of these, and nothing says which.
    OneOf(Vec<Cow<'v, str>>),
    /// Any text will do, but for the shape of a date where the token says one.
    Any,
    /// There is none, so the token should not be there.
    Nothing,
}

impl<'v> Value<'v> {
    /// It is this text.
    pub fn text(text: impl Into<Cow<'v, str>>) -> Value<'v> {
        Value::Text(text.into(), Vec::new())
    }
}

pub(super) fn build<'t, 'v>(
    template: &'t Template,
    mut value: impl FnMut(&'t Token) -> Value<'v>,
) -> Result<String, &'t Token> {
    let mut text = String::new();
    for (number, step) in template.steps.iter().enumerate() {
        text.push_str(&step.words);
        match value(&step.token) {
            Value::Text(value, _) => {
                if number == 0 || !text.is_empty() {
                    text.push_str(&step.signs);
                }
                text.push_str(&value);
            }
            _ if step.token.optional => {}
            _ => return Err(&step.token),
        }
    }
    text.push_str(&template.end);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
        let template = Template::parse(template).unwrap();
        let built = template.build(|token| {
            let value = values.iter().find(|(name, _)| *name == &*token.name);
            value.map_or(Value::Nothing, |(_, text)| Value::text(*text))
        });
        built.map_err(|token| token.name.to_string())
    }

    #[test]
    fn tokens_are_replaced() {
        assert_eq!(
            built("{date}_{region}-x", &[("date", "eg"), ("region", "emea")]),
            Ok("eg_emea-x".to_string())
        );
    }

    #[test]
    fn an_optional_token_takes_its_sign_along() {
        let template = "{a?}_{b}_{c?}_{d?}";
        assert_eq!(built(template, &[("b", "1")]), Ok("1".to_string()));
        assert_eq!(
            built(template, &[("b", "1"), ("d", "2")]),
            Ok("1_2".to_string())
        );
        assert_eq!(
            built(template, &[("a", "0"), ("b", "1")]),
            Ok("0_1".to_string())
        );
    }

    #[test]
    fn the_token_without_a_value_is_named() {
        assert_eq!(built("{a}_{b}", &[("a", "1")]), Err("b".to_string()));
    }
}
