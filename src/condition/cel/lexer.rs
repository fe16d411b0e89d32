//! CEL text to tokens, each with its range.

use std::ops::Range;

use super::Mistake;
use crate::condition::decimal::{Decimal, DecimalError};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Name(String),
    Text(String),
    Number(Decimal),
    Sign(&'static str),
    End,
}

pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

/// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: [&str; 22] = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", "{", "}", ",", ".", "?",
    ":", "+", "-", "*",
];

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Lexer<'t> {
        Lexer { text, at: 0 }
    }

    pub(super) fn next(&mut self) -> Result<(Token, Range<usize>), Mistake> {
        let rest = self.text[self.at..].trim_start();
        let start = self.text.len() - rest.len();
        self.at = start;
        let Some(first) = rest.chars().next() else {
            return Ok((Token::End, start..start));
        };
        if matches!(first, '"' | '\'') {
            return self.quoted(start, first, false);
        }
        if matches!(first, 'r' | 'R') && rest[1..].starts_with(['"', '\'']) {
            self.at += 1;
            let quote = if rest[1..].starts_with('"') {
                '"'
            } else {
                '\''
            };
            return self.quoted(start, quote, true);
        }
        if first.is_ascii_digit() {
            return self.number(start, rest);
        }
        if first.is_alphabetic() || first == '_' {
            let length = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            self.at += length;
            return Ok((Token::Name(rest[..length].to_owned()), start..self.at));
        }
        for sign in SIGNS {
            if rest.starts_with(sign) {
                self.at += sign.len();
                return Ok((Token::Sign(sign), start..self.at));
            }
        }
        Err(unknown_sign(rest, first, start))
    }

    fn number(&mut self, start: usize, rest: &str) -> Result<(Token, Range<usize>), Mistake> {
        let digits = |text: &str| {
            text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(text.len())
        };
        let mut length = digits(rest);
        if let Some(fraction) = rest[length..].strip_prefix('.')
            && fraction.starts_with(|c: char| c.is_ascii_digit())
        {
            length += 1 + digits(fraction);
        }
        self.at += length;
        let range = start..self.at;
        match rest[..length].parse() {
            Ok(number) => Ok((Token::Number(number), range)),
            Err(error) => Err(number_mistake(&range, &rest[..length], error)),
        }
    }

    fn quoted(
        &mut self,
        start: usize,
        quote: char,
        raw: bool,
    ) -> Result<(Token, Range<usize>), Mistake> {
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.text[self.at..].chars().next() {
            let from = self.at;
            self.at += c.len_utf8();
            if c == quote {
                return Ok((Token::Text(text), start..self.at));
            }
            if c != '\\' || raw {
                text.push(c);
                continue;
            }
            let letter = self.text[self.at..].chars().next();
            self.at += letter.map_or(0, char::len_utf8);
            let escaped = match letter {
                Some('n') => Some('\n'),
                Some('r') => Some('\r'),
                Some('t') => Some('\t'),
                Some('x' | 'X') => self.hexadecimal(2),
                Some('u') => self.hexadecimal(4),
                Some('U') => self.hexadecimal(8),
                Some(c @ ('\\' | '"' | '\'' | '`' | '?')) => Some(c),
                _ => None,
            };
            let Some(escaped) = escaped else {
                let at = from..self.at;
                return Err(Mistake::new(
                    &at,
                    format!("`{}` is no escape.", &self.text[at.clone()]),
                    "A backslash itself is written \\\\; patterns are best written r\"...\".",
                ));
            };
            text.push(escaped);
        }
        Err(Mistake::new(
            &(start..self.text.len()),
            "This text has no closing quote.",
            format!("Add {quote} where it ends."),
        ))
    }

    /// The character with this number of hexadecimal digits.
    fn hexadecimal(&mut self, digits: usize) -> Option<char> {
        let number = self.text[self.at..].get(..digits)?;
        if !number.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        self.at += digits;
        char::from_u32(u32::from_str_radix(number, 16).ok()?)
    }
}

fn unknown_sign(rest: &str, first: char, start: usize) -> Mistake {
    let (length, help, instead) = match first {
        '=' => (1, "Two values are compared with ==.", Some("==")),
        '&' => (1, "Both sides must hold is written &&.", Some("&&")),
        '|' => (1, "One side is enough is written ||.", Some("||")),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}' => (
            first.len_utf8(),
            "Typographic quotes are no quotes here.",
            Some("\""),
        ),
        _ => (
            first.len_utf8(),
            "Conditions are made of fields, values, functions and the signs && || ! == != < <= > >= in.",
            None,
        ),
    };
    let at = start..start + length;
    Mistake::new(
        &at,
        format!("`{}` has no meaning here.", &rest[..length]),
        help,
    )
    .suggest(instead)
}

pub(super) fn number_mistake(at: &Range<usize>, text: &str, error: DecimalError) -> Mistake {
    match error {
        DecimalError::NotANumber => Mistake::new(
            at,
            format!("`{text}` is no number."),
            "Numbers are digits with at most one point; a text stands in quotes.",
        )
        .suggest(Some(text.replace('_', "")).filter(|plain| plain.parse::<Decimal>().is_ok())),
        DecimalError::TooManyDigits => Mistake::new(
            at,
            format!("`{text}` has more than six digits behind the point."),
            "Round it to six digits.",
        ),
        DecimalError::TooLarge => Mistake::new(
            at,
            format!("`{text}` is too large."),
            "Numbers go up to 1000000000000.",
        ),
    }
}
