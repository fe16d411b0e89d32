//! Plain scalars that another YAML reader takes for something else than text.
//!
//! We read every value by the type of its key, so `name: NO` is the text "NO" here. A spreadsheet
//! import, a Ruby script or an older YAML library takes it for `false`, and `1.10` for 1.1: the
//! file then says two things. <https://yaml.org/type/bool.html> lists what YAML 1.1 takes for truth
//! values; <https://yaml.org/type/float.html> and `int.html` the numbers.

use super::reader::{Reader, is_plain};
use crate::syntax::Node;

/// What another reader makes of a plain scalar, where that is not the text as it stands.
pub(super) fn guessed_type(text: &str) -> Option<&'static str> {
    match text {
        "y" | "Y" | "n" | "N" => return None, // no reader in use takes the single letters
        "~" | "null" | "Null" | "NULL" => return Some("nothing"),
        _ => {}
    }
    let lower = text.to_ascii_lowercase();
    let one_case = text == lower || text == text.to_ascii_uppercase() || is_capitalised(text);
    match lower.as_str() {
        "yes" | "on" | "true" if one_case => return Some("true"),
        "no" | "off" | "false" if one_case => return Some("false"),
        ".inf" | "+.inf" | "-.inf" | ".nan" => return Some("a number"),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if let Some(rest) = unsigned.strip_prefix("0x") {
        return (!rest.is_empty() && rest.bytes().all(|b| b.is_ascii_hexdigit() || b == b'_'))
            .then_some("a hexadecimal number");
    }
    if let Some(rest) = unsigned
        .strip_prefix("0o")
        .or_else(|| unsigned.strip_prefix("0b"))
    {
        return (!rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'_'))
            .then_some("a number");
    }
    let digits_only = unsigned.bytes().all(|b| b.is_ascii_digit());
    if digits_only {
        // `2026` comes back as "2026" from every reader; `007` does not, nor do 20 digits.
        return ((unsigned.len() > 1 && unsigned.starts_with('0')) || unsigned.len() > 15)
            .then_some("a number");
    }
    let time_like = unsigned.split(':').count() > 1
        && unsigned.split(':').all(|part| {
            !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())
        });
    if time_like {
        return Some("a number of seconds (base 60)");
    }
    if unsigned.bytes().all(|b| b.is_ascii_digit() || b == b'_') {
        return Some("a number without the underscores");
    }
    let float = unsigned
        .bytes()
        .all(|b| matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
        && unsigned.parse::<f64>().is_ok();
    float.then_some("a number that loses its exact spelling")
}

fn is_capitalised(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.all(|c| c.is_ascii_lowercase())
}

/// Reports a plain scalar that stands for a text but looks like something else.
pub(super) fn look_at_text<'a>(node: Node<'a>, reader: &mut Reader<'a>) {
    if reader.is_quiet() || !is_plain(node) || node.tag().is_some() {
        return;
    }
    let Some(text) = node.value() else { return };
    if text.len() > 24 {
        return;
    }
    let Some(guess) = guessed_type(text) else {
        return;
    };
    reader
        .reporter
        .find_as(
            "yaml/implicit-type",
            node,
            format!("`{text}` is meant as text, but other YAML readers take it for {guess}."),
            "Put quotes around it.",
        )
        .safe_fix(
            "put quotes around it",
            crate::syntax::Edit {
                span: node.span(),
                text: format!("\"{text}\""),
            },
        );
}
