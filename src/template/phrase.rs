//! What a token may hold, in plain words: `2 capital letters then 4 digits`, `YYYY-MM or YYYY`.

use super::DateFormat;
use super::shape::{Joined, Letters, Run, Shape, Sort, Words};

/// More runs and alternatives than anybody needs.
const MOST_PARTS: usize = 8;

/// More characters of one sort in a row than any name has.
const LONGEST_RUN: usize = 200;

/// The phrases for words of one's own choice.
const WORD_PHRASES: &[(&str, Letters, Joined)] = &[
    ("words", Letters::Any, Joined::Freely),
    ("word", Letters::Any, Joined::WithoutSpaces),
    ("word without spaces", Letters::Any, Joined::WithoutSpaces),
    ("words without spaces", Letters::Any, Joined::WithoutSpaces),
    ("one word", Letters::Any, Joined::Not),
    ("any text", Letters::Any, Joined::ByAnything),
    ("CamelCase", Letters::Capitalised, Joined::Not),
    ("PascalCase", Letters::Capitalised, Joined::Not),
    ("camelCase", Letters::LowerFirst, Joined::Not),
    ("kebab-case", Letters::Lower, Joined::By('-')),
    ("snake_case", Letters::Lower, Joined::By('_')),
    ("Title Case", Letters::Capitalised, Joined::By(' ')),
    ("Title-Case", Letters::Capitalised, Joined::By('-')),
    ("Title_Case", Letters::Capitalised, Joined::By('_')),
    ("lower case", Letters::Lower, Joined::Freely),
    ("upper case", Letters::Upper, Joined::Freely),
    ("lower-case words", Letters::Lower, Joined::Freely),
    ("upper-case words", Letters::Upper, Joined::Freely),
    ("capitalised words", Letters::Capitalised, Joined::Freely),
    ("lower-case word", Letters::Lower, Joined::WithoutSpaces),
    ("upper-case word", Letters::Upper, Joined::WithoutSpaces),
    (
        "capitalised word",
        Letters::Capitalised,
        Joined::WithoutSpaces,
    ),
];

const SORTS: &[(&str, Sort)] = &[
    ("letters", Sort::Letters),
    ("capital letters", Sort::Capitals),
    ("lower-case letters", Sort::Lower),
    ("digits", Sort::Digits),
    ("letters or digits", Sort::LettersOrDigits),
    ("capital letters or digits", Sort::CapitalsOrDigits),
    ("lower-case letters or digits", Sort::LowerOrDigits),
];

impl Shape {
    /// Reads a phrase.
    ///
    /// # Errors
    /// The part of the phrase that is not understood.
    pub fn parse(phrase: &str) -> Result<Shape, String> {
        let mut shapes = Vec::new();
        for part in alternatives(phrase) {
            shapes.push(one(part).ok_or_else(|| part.to_string())?);
        }
        match shapes.len() {
            0 => Err(phrase.to_string()),
            1 => Ok(shapes.remove(0)),
            2..=MOST_PARTS => Ok(Shape::Either(shapes)),
            _ => Err(phrase.to_string()),
        }
    }

    /// The phrases for words, for a did-you-mean.
    pub fn phrases() -> impl Iterator<Item = &'static str> {
        let sorts = SORTS.iter().map(|(phrase, _)| *phrase);
        WORD_PHRASES.iter().map(|(phrase, ..)| *phrase).chain(sorts)
    }
}

/// The parts between `or`; not within quotes, and not the `or` of "letters or digits".
pub(crate) fn alternatives(phrase: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut quoted = false;
    for (at, c) in phrase.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        let rest = &phrase[at..];
        if !quoted
            && rest.starts_with(" or ")
            && !(phrase[..at].ends_with("letters") && rest.starts_with(" or digits"))
        {
            parts.push(phrase[from..at].trim());
            from = at + " or ".len();
        }
    }
    parts.push(phrase[from..].trim());
    parts
}

/// One alternative.
fn one(phrase: &str) -> Option<Shape> {
    if let Some(shape) = words(phrase) {
        return Some(shape);
    }
    let date = phrase.strip_prefix("date ").unwrap_or(phrase);
    if let Some(format) = DateFormat::parse(date) {
        return Some(Shape::Date(format));
    }
    let runs: Vec<Run> = phrase.split(" then ").map(run).collect::<Option<_>>()?;
    match runs.as_slice() {
        [
            Run {
                of: Sort::Text(text),
                ..
            },
        ] if phrase.starts_with('"') => Some(Shape::OneOf(vec![text.clone()])),
        // A bare word alone is more likely a slip than a text.
        [
            Run {
                of: Sort::Text(_), ..
            },
        ] => None,
        runs if runs.len() <= MOST_PARTS => Some(Shape::Code(runs.to_vec())),
        _ => None,
    }
}

fn words(phrase: &str) -> Option<Shape> {
    let (what, by) = match phrase.split_once(" with ") {
        Some((what, sign)) => {
            let mut signs = sign.trim().trim_matches('"').chars();
            let sign = match sign.trim() {
                "spaces" => ' ',
                _ => signs
                    .next()
                    .filter(|c| !c.is_alphanumeric() && signs.next().is_none())?,
            };
            (what, Some(sign))
        }
        None => (phrase, None),
    };
    let (_, letters, joined) = WORD_PHRASES.iter().find(|(known, ..)| *known == what)?;
    let joined = match (by, joined) {
        (None, joined) => *joined,
        (Some(sign), Joined::Freely) => Joined::By(sign),
        _ => return None,
    };
    Some(Shape::Words(Words {
        letters: *letters,
        joined,
    }))
}

/// `2 capital letters`, `1 to 3 digits`, `"PO"`.
fn run(text: &str) -> Option<Run> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('"') {
        let literal = rest.strip_suffix('"')?;
        return (!literal.is_empty() && !literal.contains('"')).then(|| literally(literal));
    }
    let (least, most, of) = if let Some(rest) = text.strip_prefix("up to ") {
        let (most, of) = number(rest)?;
        (1, Some(most), of)
    } else if let Some(rest) = text.strip_prefix("at least ") {
        let (least, of) = number(rest)?;
        (least, None, of)
    } else if let Some((count, rest)) = number(text) {
        match rest.strip_prefix("to ").and_then(number) {
            Some((most, of)) => (count, Some(most), of),
            None => (count, Some(count), rest),
        }
    } else {
        (1, None, text)
    };
    let sort = SORTS.iter().find(|(name, _)| {
        let plural = name.replace("letters", "letter").replace("digits", "digit");
        *name == of || (most == Some(1) && plural == of)
    });
    match sort {
        Some((_, sort)) => {
            let in_order = most.is_none_or(|most| least <= most && most <= LONGEST_RUN);
            (least > 0 && least <= LONGEST_RUN && in_order).then(|| Run {
                of: sort.clone(),
                least,
                most,
            })
        }
        None => (most.is_none() && least == 1 && text.chars().all(char::is_alphanumeric))
            .then(|| literally(text))
            .filter(|_| !text.is_empty()),
    }
}

fn literally(text: &str) -> Run {
    Run {
        of: Sort::Text(text.into()),
        least: 1,
        most: Some(1),
    }
}

/// A number and what follows it.
fn number(text: &str) -> Option<(usize, &str)> {
    let (digits, rest) = text.split_once(' ')?;
    Some((digits.parse().ok()?, rest))
}
