//! Characters that a person can't see, or takes for others.

use std::borrow::Cow;

/// What an invisible character is called, and what should stand in its place.
///
/// The names are those of the Unicode character database, in plain words:
/// <https://www.unicode.org/charts/nameslist/>. Bidi controls can make a line read differently from
/// what it says: <https://trojansource.codes>.
pub(crate) fn invisible(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '\u{a0}' => ("no-break space", " "),
        '\u{202f}' => ("narrow no-break space", " "),
        '\u{2007}' => ("figure space", " "),
        '\u{3000}' => ("full-width space", " "),
        '\u{ad}' => ("soft hyphen", ""),
        '\u{200b}' => ("zero-width space", ""),
        '\u{200c}' => ("zero-width non-joiner", ""),
        '\u{200d}' => ("zero-width joiner", ""),
        '\u{2060}' => ("word joiner", ""),
        '\u{feff}' => ("byte order mark", ""),
        '\u{200e}' | '\u{200f}' => ("mark of writing direction", ""),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ("change of writing direction", ""),
        _ => return None,
    })
}

/// A text as its author sees it: without invisible characters, and without space at its ends.
pub(crate) fn as_seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text.trim());
    }
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        match invisible(c) {
            Some((_, instead)) => seen.push_str(instead),
            None => seen.push(c),
        }
    }
    Cow::Owned(seen.trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_not_seen() {
        assert_eq!(as_seen("eme\u{200b}a\u{a0}"), "emea");
        assert_eq!(as_seen(" emea "), "emea");
    }
}
