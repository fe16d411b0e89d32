//! Plain words for what the parser stumbles over.

use super::events::Stop;
use super::{ErrorCode, MAX_FILE_BYTES, Span, SyntaxError};

pub(super) fn too_large(bytes: usize) -> SyntaxError {
    SyntaxError {
        span: Span::new(0, 0),
        code: ErrorCode::TooLarge,
        message: format!(
            "the file is too large to be read: {bytes} bytes, and {MAX_FILE_BYTES} is the limit"
        ),
        hint: Some("split it into several files".to_owned()),
    }
}

/// A piece of the text for a message: short, and without characters that a terminal would obey.
pub(super) fn shown(text: &str, span: Span) -> String {
    const LONGEST: usize = 40;
    let piece = text.get(span.range()).unwrap_or_default();
    let mut shown = String::new();
    for (count, character) in piece.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        shown.push(if character.is_control() {
            '\u{fffd}'
        } else {
            character
        });
    }
    shown
}

pub(super) fn undefined_alias(text: &str, span: Span) -> SyntaxError {
    let name = shown(text, span);
    let plain = name
        .bytes()
        .skip(1)
        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    SyntaxError {
        span,
        code: ErrorCode::UndefinedAlias,
        message: format!(
            "`{name}` refers to an anchor `&{}` that does not stand before it",
            &name[1..]
        ),
        hint: Some(if plain {
            format!("if you mean the text, put it in quotes: \"{name}\"")
        } else {
            format!("a value that begins with `*` needs quotes: \"{name}\"")
        }),
    }
}

pub(super) fn of_stop(text: &str, stop: &Stop) -> SyntaxError {
    let at = (stop.at as usize).min(text.len());
    let width = text[at..].chars().next().map_or(0, char::len_utf8);
    SyntaxError {
        span: Span::new(at as u32, (at + width) as u32),
        code: ErrorCode::Syntax,
        message: stop.kind.to_string(),
        hint: None,
    }
}
