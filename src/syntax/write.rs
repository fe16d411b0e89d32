//! Text to YAML: when a value may stand without quotes, and how it is written when it may not.

use super::core::{Core, resolve_plain};
use super::tree::ScalarStyle;

/// Where a scalar is going to stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    /// Inside of brackets.
    pub flow: bool,
    /// As a key.
    pub key: bool,
}

/// Whether the text can stand without quotes and is read as the same text (of whatever type).
fn can_be_plain(text: &str, setting: Setting) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let second = text[first.len_utf8()..].chars().next();
    let starts = match first {
        '-' => second.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.'),
        '?' | ':' | ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\''
        | '"' | '%' | '@' | '`' | '=' => false,
        _ => true,
    };
    starts
        && text.trim() == text
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.starts_with("...")
        && text != "<<"
        && !text.chars().any(|c| needs_escape(c) || c == '\t')
        && !(setting.flow && text.contains([',', '[', ']', '{', '}']))
        // In brackets and in keys a colon can end the key even without a space.
        && !((setting.flow || setting.key) && text.contains("::"))
}

/// Characters that are only safe as an escape in double quotes.
fn needs_escape(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Text that readers of the older YAML 1.1 take for something else than text.
fn is_risky(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    if matches!(word.as_str(), "y" | "n" | "yes" | "no" | "on" | "off") {
        return true;
    }
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'))
        && text.contains([':', '_'])
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b':' | b'_' | b'.' | b'+' | b'-'))
}

/// What sort of value a plain text is, as far as quotes are concerned.
fn sort(text: &str) -> u8 {
    match resolve_plain(text) {
        Core::Null => 0,
        Core::Bool(_) => 1,
        Core::Int(_) | Core::Float(_) => 2,
        _ if is_risky(text) => 3,
        _ => 4,
    }
}

/// Writes a text as a scalar in one line. `old` is the plain text that stood there before: text of
/// its sort needs no quotes; `None` when nothing did.
pub(super) fn scalar(new: &str, style: ScalarStyle, old: Option<&str>, setting: Setting) -> String {
    let single_possible = !new.chars().any(|c| needs_escape(c) || c == '\t');
    match style {
        ScalarStyle::DoubleQuoted => double(new),
        ScalarStyle::SingleQuoted if single_possible => single(new),
        ScalarStyle::SingleQuoted => double(new),
        _ => {
            let same_sort = match (sort(new), old) {
                (4, _) => true,
                (new, Some(old)) if !old.is_empty() => new == sort(old),
                // Where nothing stood, a number stays a number.
                (new, _) => matches!(new, 1 | 2),
            };
            if same_sort && can_be_plain(new, setting) {
                new.to_owned()
            } else {
                double(new)
            }
        }
    }
}

/// Writes a text as a scalar of a new file: in one line, and with quotes wherever any reader would
/// take it for something else than this text. `in_brackets` says that it stands within `[ ]` or `{ }`.
pub fn new_text(text: &str, in_brackets: bool) -> String {
    let setting = Setting {
        flow: in_brackets,
        key: true,
    };
    // `2026-12-03`, `1.10`, `12:30` and `1_000` are days, numbers and seconds to some reader.
    let number_like = !text.contains(|c: char| c.is_alphabetic())
        || text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '~'))
            && !text.contains(|c: char| {
                c.is_alphabetic() && !c.is_ascii_hexdigit() && c != 'x' && c != 'o'
            });
    if number_like && !text.bytes().all(|b| b.is_ascii_digit()) {
        return double(text);
    }
    scalar(text, ScalarStyle::Plain, Some("text"), setting)
}

/// Whether a plain scalar may change from one text to the other without getting quotes.
pub(super) fn stays_plain(old: &str, new: &str, setting: Setting) -> bool {
    (sort(new) == 4 || sort(new) == sort(old)) && can_be_plain(new, setting)
}

/// In single quotes.
pub(super) fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// In double quotes.
pub(super) fn double(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// The inside of double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0' => out.push_str("\\0"),
            c if needs_escape(c) && u32::from(c) < 0x100 => {
                out.push_str(&format!("\\x{:02X}", u32::from(c)));
            }
            c if needs_escape(c) => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Whether a text can be the content of a block scalar with at most one line break at its end.
pub(super) fn can_be_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    !body.is_empty()
        && !body.ends_with('\n')
        && !body.starts_with([' ', '\t', '\n'])
        && !body.chars().any(|c| c != '\n' && needs_escape(c))
        && !body
            .lines()
            .any(|line| !line.is_empty() && line.trim().is_empty())
}
