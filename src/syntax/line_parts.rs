//! A rough reading of a single line, for lines that the parser could not read: where its dashes,
//! its key and its value are.

use super::value_map::{line_end, line_start};
use std::ops::Range;

/// The parts of a line. All numbers are byte offsets in the file.
#[derive(Clone, Debug)]
pub(super) struct LineParts {
    pub start: usize,
    /// Without the line break.
    pub end: usize,
    /// The first character that is not white space; the line's end when there is none.
    pub first: usize,
    /// The dashes (and `?`) before the content.
    pub dashes: Vec<usize>,
    /// Where the content behind the dashes begins.
    pub content: usize,
    pub key: Option<Range<usize>>,
    /// Where the value begins, behind anchor and tag: behind the key, else the content.
    pub value: usize,
    /// Behind the last character of the value, comment and white space left out.
    pub value_end: usize,
}

impl LineParts {
    /// Reads the line that holds the offset.
    pub(super) fn of(text: &str, at: usize) -> LineParts {
        let at = at.min(text.len());
        let (start, end) = (line_start(text, at), line_end(text, at));
        let bytes = text.as_bytes();
        let blank = |at: usize| at >= end || matches!(bytes[at], b' ' | b'\t');
        let skip = |mut at: usize| {
            while at < end && blank(at) {
                at += 1;
            }
            at
        };
        let mark = if start == 0 && text.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        let first = skip(start + mark);
        let mut dashes = Vec::new();
        let mut content = first;
        while content < end && matches!(bytes[content], b'-' | b'?') && blank(content + 1) {
            dashes.push(content);
            content = skip(content + 1);
        }
        let colon = find_colon(bytes, content, end);
        let key = colon.map(|colon| content..text[content..colon].trim_end().len() + content);
        let mut value = colon.map_or(content, |colon| skip(colon + 1));
        // Anchor and tag stay, so that aliases to a broken value are not broken as well.
        while value < end && matches!(bytes[value], b'&' | b'!') {
            let word = (value..end).find(|at| blank(*at)).unwrap_or(end);
            if word == value + 1 || skip(word) == end {
                break;
            }
            value = skip(word);
        }
        let tail = &text[value..end];
        let comment = if tail.starts_with('#') {
            Some(0)
        } else {
            tail.find(" #")
        };
        let value_end = value + tail[..comment.unwrap_or(tail.len())].trim_end().len();
        LineParts {
            start,
            end,
            first,
            dashes,
            content,
            key,
            value,
            value_end,
        }
    }

    /// Bytes of white space before the first character.
    pub(super) fn indent(&self) -> usize {
        self.first - self.start
    }

    /// Whether the line holds nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.first >= self.end
    }

    /// The column that lines below must pass to belong to the entry at this line.
    pub(super) fn base(&self) -> usize {
        match (&self.key, self.dashes.last()) {
            (Some(key), _) => key.start - self.start,
            (None, Some(dash)) => dash - self.start,
            (None, None) => self.indent(),
        }
    }
}

/// The colon behind a key that begins at `content`.
fn find_colon(bytes: &[u8], content: usize, end: usize) -> Option<usize> {
    let ends_key =
        |at: usize| bytes[at] == b':' && (at + 1 >= end || matches!(bytes[at + 1], b' ' | b'\t'));
    let mut at = content;
    match bytes.get(content).filter(|_| content < end)? {
        quote @ (b'"' | b'\'') => {
            at += 1;
            while at < end && bytes[at] != *quote {
                at += if bytes[at] == b'\\' && *quote == b'"' {
                    2
                } else {
                    1
                };
            }
            at += 1;
            while at < end && matches!(bytes[at], b' ' | b'\t') {
                at += 1;
            }
            (at < end && ends_key(at)).then_some(at)
        }
        b'{' | b'[' | b'#' => None,
        _ => {
            while at < end {
                if ends_key(at) {
                    return Some(at);
                }
                if bytes[at] == b'#' && at > content && matches!(bytes[at - 1], b' ' | b'\t') {
                    return None;
                }
                at += 1;
            }
            None
        }
    }
}

/// The nearest line above the one that begins at `start` that is not blank and no comment.
pub(super) fn line_above(text: &str, start: usize) -> Option<LineParts> {
    let mut at = start;
    // Looking further than this would make a long run of blank lines cost its square.
    for _ in 0..200 {
        at = at.checked_sub(1)?;
        if at > 0 && text.as_bytes()[at] == b'\n' && text.as_bytes()[at - 1] == b'\r' {
            at -= 1;
        }
        let line = LineParts::of(text, at);
        if !line.is_blank() && !text[line.first..].starts_with('#') {
            return Some(line);
        }
        at = line.start;
    }
    None
}
