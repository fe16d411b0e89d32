//! The plain words of errors that need no second look at the text.

use super::line_parts::LineParts;
use super::value_map::line_start;
use super::{ErrorCode, MAX_FILE_BYTES, Span, SyntaxError};

/// An error; an empty hint is none.
pub(super) fn error(
    (start, end): (usize, usize),
    code: ErrorCode,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> SyntaxError {
    let hint = Some(hint.into()).filter(|hint: &String| !hint.is_empty());
    SyntaxError {
        span: Span::new(start as u32, end as u32),
        code,
        message: message.into(),
        hint,
    }
}

pub(super) fn too_large(bytes: usize) -> SyntaxError {
    error(
        (0, 0),
        ErrorCode::TooLarge,
        format!(
            "the file is too large to be read: {bytes} bytes, and {MAX_FILE_BYTES} is the limit"
        ),
        "split it into several files",
    )
}

/// A piece of the text for a message: short, and without characters that a terminal would obey.
pub(super) fn shown(text: &str, span: Span) -> String {
    const LONGEST: usize = 60;
    let piece = text.get(span.range()).unwrap_or_default();
    let mut shown = String::new();
    for (count, character) in piece.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        let hidden = character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        shown.push(if hidden { '\u{fffd}' } else { character });
    }
    shown
}

/// The advice to put a value into quotes, as it would look.
pub(super) fn quote_hint(text: &str, parts: &LineParts, value: (usize, usize)) -> String {
    let shown_value = shown(text, Span::new(value.0 as u32, value.1 as u32));
    let quoted = if shown_value.contains(['"', '\\']) {
        format!("'{}'", shown_value.replace('\'', "''"))
    } else {
        format!("\"{shown_value}\"")
    };
    match &parts.key {
        Some(key) if key.end <= value.0 => {
            let key = shown(text, Span::new(key.start as u32, key.end as u32));
            format!("put the value in quotes: {key}: {quoted}")
        }
        _ => format!("put it in quotes: {quoted}"),
    }
}

pub(super) fn undefined_alias(text: &str, span: Span) -> SyntaxError {
    let name = shown(text, span);
    let plain = name
        .bytes()
        .skip(1)
        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let range = (span.start as usize, span.end as usize);
    if plain {
        let message = format!("`{name}` refers to an anchor that does not stand before it");
        let hint = format!(
            "write `&{}` before the block that is meant; if you mean the text itself, put it in \
             quotes: \"{name}\"",
            name.trim_start_matches('*')
        );
        return error(range, ErrorCode::UndefinedAlias, message, hint);
    }
    let parts = LineParts::of(text, range.0);
    let message = format!("`{name}` is read as a reference, because it begins with `*`");
    error(
        range,
        ErrorCode::UndefinedAlias,
        message,
        quote_hint(text, &parts, range),
    )
}

pub(super) fn anchor_cycle(text: &str, span: Span) -> SyntaxError {
    error(
        (span.start as usize, span.end as usize),
        ErrorCode::AnchorCycle,
        format!(
            "`{}` stands inside the very block that it refers to",
            shown(text, span)
        ),
        "refer to a block that ends before this place",
    )
}

pub(super) fn placeholder(text: &str, span: Span) -> SyntaxError {
    let range = (span.start as usize, span.end as usize);
    let parts = LineParts::of(text, range.0);
    error(
        range,
        ErrorCode::UnquotedPlaceholder,
        format!(
            "the placeholder `{}` needs quotes: `{{` begins a mapping in YAML",
            shown(text, span)
        ),
        quote_hint(text, &parts, range),
    )
}

pub(super) fn under_indented(text: &str, at: u32, what: &str) -> SyntaxError {
    let start = line_start(text, at as usize);
    let first = LineParts::of(text, start).first;
    let width = text[first..].chars().next().map_or(0, char::len_utf8);
    error(
        (first, first + width),
        ErrorCode::Indentation,
        format!("this line belongs to {what} that began above, but it is not indented"),
        "put spaces before it, more than before the key above",
    )
}

pub(super) fn control_character(at: usize, character: char) -> SyntaxError {
    error(
        (at, at + character.len_utf8()),
        ErrorCode::ControlCharacter,
        format!(
            "an invisible control character (U+{:04X}, non-printable) stands here",
            u32::from(character)
        ),
        "delete it; it usually comes from copying out of another program",
    )
}
