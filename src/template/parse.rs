//! From the text of a template to its tokens.

use std::ops::Range;

use super::{DateFormat, Separators, Step, Template, Token};

/// Why a text is no template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The characters that are wrong.
    pub range: Range<usize>,
    /// What is wrong with them, as a sentence.
    pub message: String,
}

/// More tokens than anybody needs; what reads a text back is quadratic in them.
const MOST_TOKENS: usize = 32;

pub(super) fn template(text: &str) -> Result<Template, Problem> {
    let problem = |range: Range<usize>, message: &str| Problem {
        range,
        message: message.to_string(),
    };
    let mut steps = Vec::new();
    let mut from = 0;
    loop {
        let rest = &text[from..];
        let Some(open) = rest.find(['{', '}']).map(|at| from + at) else {
            break;
        };
        if text[open..].starts_with('}') {
            return Err(problem(open..open + 1, "This `}` closes no token."));
        }
        let inside = open + 1;
        let close = match text[inside..].find(['{', '}']).map(|at| inside + at) {
            Some(close) if text[close..].starts_with('}') => close,
            _ => return Err(problem(open..inside, "This `{` is never closed.")),
        };
        let token = token(&text[inside..close], open..close + 1).ok_or_else(|| {
            let message = "A token is a name in braces, such as `{region}`, `{language?}` or \
                           `{event:YYYYMMDD}`.";
            problem(open..close + 1, message)
        })?;
        if steps.len() == MOST_TOKENS {
            return Err(problem(
                open..close + 1,
                "This is more tokens than a template can have.",
            ));
        }
        let (words, signs) = split_signs(&text[from..open], token.optional && !steps.is_empty());
        steps.push(Step {
            words: words.into(),
            signs: signs.into(),
            token,
        });
        from = close + 1;
    }
    if steps.is_empty() {
        let message = "A template has at least one token in braces, such as `{region}`.";
        return Err(problem(0..text.len(), message));
    }
    let end = &text[from..];
    let separators = steps
        .iter()
        .flat_map(|step: &Step| [first_signs(&step.words), &*step.signs])
        .chain([first_signs(end)]);
    Ok(Template {
        separators: Separators::new(separators),
        end: end.into(),
        steps,
    })
}

/// `event:YYYYMMDD?`
fn token(inside: &str, range: Range<usize>) -> Option<Token> {
    let (inside, optional) = match inside.strip_suffix('?') {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let (name, format) = match inside.split_once(':') {
        Some((name, format)) => (name, Some(DateFormat::parse(format)?)),
        None => (inside, None),
    };
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    is_name.then(|| Token {
        name: name.into(),
        format,
        optional,
        range,
    })
}

/// The signs at the end of a literal, and what is before them. In front of a token that may be left out,
/// a single letter goes with the signs: the `v` of `_v{version?}`.
fn split_signs(literal: &str, optional: bool) -> (&str, &str) {
    let is_sign = |c: char| !c.is_alphanumeric();
    let before = literal.trim_end_matches(char::is_alphabetic);
    let is_letter = literal[before.len()..].chars().count() == 1;
    let words = match optional && is_letter && (before.is_empty() || before.ends_with(is_sign)) {
        true => before.trim_end_matches(is_sign),
        false => literal.trim_end_matches(is_sign),
    };
    literal.split_at(words.len())
}

/// The signs at the beginning of a literal.
fn first_signs(literal: &str) -> &str {
    let end = literal.find(char::is_alphanumeric);
    &literal[..end.unwrap_or(literal.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_have_a_name_and_perhaps_a_format() {
        let template = Template::parse("{event:YYYY_MM_DD}_{region}_x-{name?}").unwrap();
        let names: Vec<(&str, bool, bool)> = template
            .tokens()
            .map(|token| (&*token.name, token.format.is_some(), token.optional))
            .collect();
        assert_eq!(
            names,
            [
                ("event", true, false),
                ("region", false, false),
                ("name", false, true)
            ]
        );
    }

    #[test]
    fn a_letter_goes_with_the_token_that_may_be_left_out() {
        for (text, words, signs) in [
            ("{a}_v{b?}", "", "_v"),
            ("{a}_v{b}", "_v", ""),
            ("{a}_wave{b?}", "_wave", ""),
            ("{a}_Webinar_{b?}", "_Webinar", "_"),
        ] {
            let step = &Template::parse(text).unwrap().steps[1];
            assert_eq!((&*step.words, &*step.signs), (words, signs), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        for (text, range) in [
            ("{date}_{region", 7..8),
            ("{date}_region}", 13..14),
            ("{date}_{}", 7..9),
            ("{date:yyyy}_{region}", 0..11),
            ("{{my.utm}}", 0..1),
            ("plain", 0..5),
        ] {
            assert_eq!(Template::parse(text).unwrap_err().range, range, "{text}");
        }
    }
}
