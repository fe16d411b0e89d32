//! From a place in a decoded value back to the place in the file.
//!
//! A value is cut into segments: stretches that stand in the file as they are, and small pieces
//! (an escape, a folded line break) whose whole source stands for their whole text.

use super::lines::behind_break;
use super::{ScalarStyle, Span};
use std::ops::Range;

/// A stretch of a decoded value with its source. Where `verbatim`, both are the same text; else the
/// source as a whole stands for the text as a whole.
#[derive(Clone, Copy, Debug)]
struct Segment {
    length: usize,
    start: usize,
    end: usize,
    verbatim: bool,
}

/// The span in the file of a part of a decoded value.
pub(super) fn source_span(
    text: &str,
    node: Span,
    style: ScalarStyle,
    decoded: &str,
    part: Range<usize>,
) -> Span {
    let from = part.start.min(decoded.len());
    let to = part.end.min(decoded.len()).max(from);
    let mut at = 0;
    let (mut start, mut end) = (None, None);
    let mut last_end = None;
    each_segment(text, node, style, decoded, &mut |segment| {
        let next = at + segment.length;
        if start.is_none() && from < next {
            start = Some(if segment.verbatim {
                segment.start + (from - at)
            } else {
                segment.start
            });
        }
        if to <= next && end.is_none() && start.is_some() {
            end = Some(if segment.verbatim {
                segment.start + to.saturating_sub(at)
            } else if to > at {
                segment.end
            } else {
                segment.start
            });
        }
        at = next;
        last_end = Some(segment.end);
        end.is_none()
    });
    let last_end = last_end.unwrap_or_else(|| match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => node.start as usize + 1,
        _ => node.end as usize,
    });
    let start = start.unwrap_or(last_end);
    // An empty part is a place, also where it stands before an escape.
    let end = if from == to {
        start
    } else {
        end.unwrap_or(last_end).max(start)
    };
    // Whatever the file is like, the answer is a piece of the node.
    let fit = |at: usize| {
        (text.floor_char_boundary(at) as u32).clamp(node.start, node.end.max(node.start))
    };
    Span::new(fit(start), fit(end))
}

/// The whole span of a block scalar, header included. The parser gives only where its text begins
/// (or its header, when there is no text).
pub(super) fn block_span(
    text: &str,
    after: u32,
    content: u32,
    style: ScalarStyle,
    decoded: &str,
) -> Span {
    let start = block_header(text, after as usize, content as usize);
    let header_end = line_end(text, start);
    let mut end = start + text[start..header_end].trim_end().len();
    let span = Span::new(start as u32, text.len() as u32);
    block_segments(
        text,
        span,
        style == ScalarStyle::Folded,
        decoded,
        &mut |segment| {
            end = end.max(segment.end);
            true
        },
    );
    // The value may come from the copy of a text that was repaired, and then it need not match.
    Span::new(start as u32, text.ceil_char_boundary(end) as u32)
}

/// Where the `|` or `>` of a block scalar stands.
fn block_header(text: &str, after: usize, content: usize) -> usize {
    let content = text.floor_char_boundary(content);
    if is_header(text, content) && text[content..].starts_with(['|', '>']) {
        let line = &text[line_start(text, content)..content];
        // Text that looks like a header itself stands alone behind its indentation; a header
        // without text may do so too, and then nothing above it can be the header.
        if !line.trim().is_empty() || find_header(text, after, content).is_none() {
            return content;
        }
    }
    find_header(text, after, content).unwrap_or(content)
}

/// The header on the last line before `content` that is not blank.
fn find_header(text: &str, after: usize, content: usize) -> Option<usize> {
    let before = text[..content].trim_end_matches([' ', '\t', '\n', '\r']);
    let start = line_start(text, before.len()).max(after.min(before.len()));
    before[start..]
        .char_indices()
        .filter(|(_, character)| matches!(character, '|' | '>'))
        .map(|(at, _)| start + at)
        .find(|at| is_header(text, *at))
}

/// Whether a block scalar could begin here: indicators, then nothing or a comment to the line's end.
fn is_header(text: &str, at: usize) -> bool {
    let rest = &text[at..line_end(text, at)];
    let Some(rest) = rest.strip_prefix(['|', '>']) else {
        return false;
    };
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '+' || c == '-');
    let blank = behind.trim_start_matches([' ', '\t']);
    rest.len() - behind.len() <= 2
        && (blank.is_empty() || (blank.starts_with('#') && blank.len() < behind.len()))
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..at]).map_or(0, |found| found + 1)
}

pub(super) fn line_end(text: &str, at: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |found| at + found)
}

fn each_segment(
    text: &str,
    node: Span,
    style: ScalarStyle,
    decoded: &str,
    visit: &mut dyn FnMut(Segment) -> bool,
) {
    match style {
        ScalarStyle::Plain => {
            flow_segments(text, node.start as usize, node.end as usize, style, visit);
        }
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => flow_segments(
            text,
            node.start as usize + 1,
            (node.end as usize).saturating_sub(1),
            style,
            visit,
        ),
        ScalarStyle::Literal | ScalarStyle::Folded => {
            block_segments(text, node, style == ScalarStyle::Folded, decoded, visit);
        }
    }
}

/// Segments of a plain or quoted scalar whose content is `text[from..to]`.
fn flow_segments(
    text: &str,
    from: usize,
    to: usize,
    style: ScalarStyle,
    visit: &mut dyn FnMut(Segment) -> bool,
) {
    let bytes = text.as_bytes();
    let mut at = from;
    // Begin of the stretch that was not reported yet.
    let mut stretch = from;
    // Behind the last character that a line break must not swallow as trailing space.
    let mut solid = from;
    macro_rules! report {
        ($length:expr, $start:expr, $end:expr, $verbatim:expr) => {
            if $end > $start || $length > 0 {
                let segment = Segment {
                    length: $length,
                    start: $start,
                    end: $end,
                    verbatim: $verbatim,
                };
                if !visit(segment) {
                    return;
                }
            }
        };
    }
    while at < to {
        match (bytes[at], style) {
            (b'\'', ScalarStyle::SingleQuoted) => {
                report!(at - stretch, stretch, at, true);
                report!(1, at, (at + 2).min(to), false);
                at = (at + 2).min(to);
                (stretch, solid) = (at, at);
            }
            (b'\\', ScalarStyle::DoubleQuoted) => {
                report!(at - stretch, stretch, at, true);
                let (length, behind) = escape(text, at, to);
                report!(length, at, behind, false);
                at = behind;
                (stretch, solid) = (at, at);
            }
            (b'\n' | b'\r', _) => {
                report!(solid - stretch, stretch, solid, true);
                let (breaks, behind) = fold(text, at, to);
                report!(
                    if breaks == 1 { 1 } else { breaks - 1 },
                    solid,
                    behind,
                    false
                );
                at = behind;
                (stretch, solid) = (at, at);
            }
            (b' ' | b'\t', _) => at += 1,
            _ => {
                at += 1;
                solid = at;
            }
        }
    }
    report!(to.saturating_sub(stretch), stretch, to.max(stretch), true);
}

/// Counts the line breaks from the one at `at`; says where the text goes on.
fn fold(text: &str, mut at: usize, to: usize) -> (usize, usize) {
    let mut breaks = 0;
    while at < to {
        match text.as_bytes()[at] {
            b'\n' | b'\r' => {
                breaks += 1;
                at = behind_break(text, at).min(to);
            }
            b' ' | b'\t' => at += 1,
            _ => break,
        }
    }
    (breaks, at)
}

/// The length of the text that the escape at `at` stands for, and the offset behind the escape.
fn escape(text: &str, at: usize, to: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let hex = |from: usize, digits: usize| {
        let behind = (from + digits).min(to);
        (
            u32::from_str_radix(text.get(from..behind).unwrap_or_default(), 16).unwrap_or(0),
            behind,
        )
    };
    let width = |code: u32| char::from_u32(code).map_or(3, char::len_utf8);
    let Some(kind) = bytes.get(at + 1).filter(|_| at + 1 < to) else {
        return (0, to);
    };
    match kind {
        b'\n' | b'\r' => {
            // An escaped line break is nothing; blank lines behind it are line breaks.
            let (breaks, behind) = fold(text, at + 1, to);
            (breaks.saturating_sub(1), behind)
        }
        b'x' => {
            let (code, behind) = hex(at + 2, 2);
            (width(code), behind)
        }
        b'u' => {
            let (code, behind) = hex(at + 2, 4);
            if (0xD800..0xDC00).contains(&code) && text[behind..to].starts_with("\\u") {
                return (4, hex(behind + 2, 4).1);
            }
            (width(code), behind)
        }
        b'U' => {
            let (code, behind) = hex(at + 2, 8);
            (width(code), behind)
        }
        b'N' | b'_' => (2, at + 2),
        b'L' | b'P' => (3, at + 2),
        _ => (
            1,
            at + 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
        ),
    }
}

/// Segments of a block scalar, from its header on. The decoded text leads; the source is only
/// matched to it, so where the text ends is where the scalar ends.
fn block_segments(
    text: &str,
    node: Span,
    folded: bool,
    decoded: &str,
    visit: &mut dyn FnMut(Segment) -> bool,
) {
    let (bytes, value) = (text.as_bytes(), decoded.as_bytes());
    let mut at = behind_break(text, line_end(text, node.start as usize));
    let mut done = 0;
    let mut indent = None;
    while done < value.len() {
        let end = line_end(text, at);
        let spaces = bytes[at..end]
            .iter()
            .take_while(|byte| **byte == b' ')
            .count();
        if value[done] == b'\n' && (indent.is_none() || at + spaces.min(indent.unwrap_or(0)) == end)
        {
            // A blank line.
            let next = behind_break(text, end);
            if !visit(Segment {
                length: 1,
                start: end,
                end: next,
                verbatim: false,
            }) {
                return;
            }
            done += 1;
            if next == end && at == end {
                // The file ends here, and the value has a line break that the file has not.
                continue;
            }
            at = next;
            continue;
        }
        let indent = *indent.get_or_insert_with(|| {
            let own = value[done..]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
            spaces.saturating_sub(own)
        });
        let start = at + spaces.min(indent);
        let length = (end - start).min(value.len() - done);
        if length > 0
            && !visit(Segment {
                length,
                start,
                end: start + length,
                verbatim: true,
            })
        {
            return;
        }
        done += length;
        if done >= value.len() {
            return;
        }
        // The break of this line, and in folded text the blank lines behind it.
        let mut breaks = vec![(end, behind_break(text, end))];
        let mut next = breaks[0].1;
        while next < bytes.len() {
            let end = line_end(text, next);
            let spaces = bytes[next..end]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
            if next + spaces.min(indent) != end || end == bytes.len() {
                break;
            }
            next = behind_break(text, end);
            breaks.push((end, next));
        }
        let newlines = value[done..]
            .iter()
            .take_while(|byte| **byte == b'\n')
            .count();
        let more = done + newlines < value.len();
        if folded && newlines == 0 && value[done] == b' ' {
            let spaces = bytes[next..]
                .iter()
                .take(indent)
                .take_while(|b| **b == b' ')
                .count();
            at = next;
            done += 1;
            if !visit(Segment {
                length: 1,
                start: end,
                end: next + spaces,
                verbatim: false,
            }) {
                return;
            }
            continue;
        }
        if newlines == 0 {
            // Cannot happen as long as the parser and this file agree on what a line is; going on
            // line by line keeps the walk finite.
            at = next.max(end);
            if at == end {
                return;
            }
            continue;
        }
        let dropped = usize::from(folded && more && newlines + 1 == breaks.len());
        for (number, pair) in breaks.iter().enumerate().skip(dropped).take(newlines) {
            let start = if number == dropped {
                breaks[0].0
            } else {
                pair.0
            };
            done += 1;
            if !visit(Segment {
                length: 1,
                start,
                end: pair.1,
                verbatim: false,
            }) {
                return;
            }
        }
        at = next;
    }
}
