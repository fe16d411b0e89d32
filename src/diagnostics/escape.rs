//! Text from files, paths and messages made fit for a terminal.
//!
//! A file may hold characters that move the cursor, recolour the screen, turn the reading
//! direction round or cannot be seen at all. A reviewer must see what is there, so each of them is
//! shown as the visible text `\u{202e}`, and no raw one ever reaches a terminal.

use std::borrow::Cow;
use std::fmt::{self, Write};

/// Whether a terminal must not get this character as it is: controls (tab and line feed
/// included), direction marks, line and paragraph separators, and characters without a width.
pub fn is_unsafe(character: char) -> bool {
    // Nearly everything is ASCII; the list below is for the rest.
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    matches!(character as u32,
        0x80..=0x9f                         // C1 controls: some terminals act on them
        | 0x00ad                            // soft hyphen
        | 0x034f                            // combining grapheme joiner
        | 0x061c                            // Arabic letter mark
        | 0x115f | 0x1160 | 0x3164 | 0xffa0 // Hangul fillers: blank letters
        | 0x17b4 | 0x17b5                   // Khmer inherent vowels: never shown
        | 0x180b..=0x180f                   // Mongolian selectors and vowel separator
        | 0x200b..=0x200f                   // zero-width space and joiners, direction marks
        | 0x2028..=0x202e                   // separators, direction embeddings and overrides
        | 0x2060..=0x206f                   // word joiner, invisible operators, direction isolates
        | 0xfe00..=0xfe0f                   // variation selectors
        | 0xfeff                            // byte order mark, zero-width no-break space
        | 0xfff0..=0xfffb                   // interlinear annotation and its neighbours
        | 0x1bca0..=0x1bca3                 // shorthand format controls
        | 0x1d173..=0x1d17a                 // musical format controls
        | 0xe0000..=0xe0fff                 // tags and further variation selectors
    )
}

/// Writes one character so that it can be seen and does nothing.
pub fn write_char(out: &mut impl Write, character: char) -> fmt::Result {
    match character {
        '\t' => out.write_str("\\t"),
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        _ if is_unsafe(character) => write!(out, "\\u{{{:x}}}", character as u32),
        _ => out.write_char(character),
    }
}

/// A text as one harmless line: for messages, paths and labels.
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        // Writing to a string cannot fail.
        let _ = write_char(&mut escaped, character);
    }
    Cow::Owned(escaped)
}

/// How many columns of a terminal a character takes, as far as laying out text needs it: 0 for
/// marks that sit on the character before, 2 for the wide ones of East Asia and for emoji, else 1.
/// Unsafe characters count as what [`write_char`] makes of them.
pub fn width(character: char) -> usize {
    if character.is_ascii() && !character.is_ascii_control() {
        return 1;
    }
    if is_unsafe(character) {
        let mut shown = String::new();
        let _ = write_char(&mut shown, character);
        return shown.len();
    }
    match character as u32 {
        0x0300..=0x036f | 0x0483..=0x0489 | 0x0591..=0x05bd | 0x064b..=0x065f => 0,
        0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f => 0,
        0x1100..=0x115e | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 => 2,
        0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 => 2,
        0x1f300..=0x1f64f | 0x1f680..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(line("Grüße, 東京 👍: fine"), Cow::Borrowed(_)));
    }

    #[test]
    fn an_escape_sequence_is_shown_and_not_obeyed() {
        assert_eq!(
            line("a\u{1b}[31mred\u{9b}0m\u{7}"),
            "a\\u{1b}[31mred\\u{9b}0m\\u{7}"
        );
    }

    #[test]
    fn text_cannot_be_turned_round() {
        for hostile in
            "\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}\u{2028}\u{2029}".chars()
        {
            let shown = line(hostile.encode_utf8(&mut [0; 4])).into_owned();
            assert_eq!(shown, format!("\\u{{{:x}}}", hostile as u32));
        }
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(
            line("pay\u{200b}pal\u{feff}\u{e0041}"),
            "pay\\u{200b}pal\\u{feff}\\u{e0041}"
        );
    }

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(line("one\ntwo\r\n\tthree"), "one\\ntwo\\r\\n\\tthree");
    }

    #[test]
    fn width_counts_what_is_shown() {
        assert_eq!(
            "aé東👍\u{301}".chars().map(width).sum::<usize>(),
            1 + 1 + 2 + 2
        );
        assert_eq!(width('\u{202e}'), "\\u{202e}".len());
    }
}
