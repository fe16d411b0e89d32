//! The lines of a file that a finding is about, made fit to be shown.
//!
//! Only these lines are looked at, whatever the size of the file. In them, what a terminal must
//! not get is escaped, secrets are masked, tabs become spaces, and a line that is too long is cut
//! around the place that matters. The marks move along with the text they mark.

use std::ops::Range;

use super::position::LineIndex;
use super::texts::Texts;
use crate::diagnostics::{FileId, escape, mask};

/// A place to be underlined, in bytes of the file.
pub(super) struct Mark {
    pub(super) span: Range<usize>,
    /// What is said at the underline; may be empty.
    pub(super) text: String,
    /// Whether it is the place of the finding itself.
    pub(super) primary: bool,
}

/// Some lines that follow each other, as they are shown.
pub(super) struct Excerpt {
    /// The path with the line and column of the first mark, escaped.
    pub(super) title: String,
    /// The number of the first line, from 1.
    pub(super) first_line: u64,
    /// The lines; each ends with a line feed.
    pub(super) shown: String,
    /// The marks, in bytes of `shown`, in order.
    pub(super) marks: Vec<Mark>,
}

impl Excerpt {
    /// How many digits its longest line number has.
    pub(super) fn digits(&self) -> usize {
        let last = self.first_line + (self.shown.lines().count() as u64).saturating_sub(1);
        last.to_string().len()
    }
}

/// A span over more lines than this is marked in its first line only.
const MOST_LINES_MARKED: usize = 4;
/// Lines shown before and after the marked ones.
const CONTEXT: usize = 1;
/// However narrow the terminal: less than this of a line tells nothing.
const NARROWEST: usize = 40;
const TAB: usize = 4;
const CUT: char = '…';

/// The excerpts of one file that show all marks, the first mark's excerpt first.
pub(super) fn excerpts(
    texts: &Texts<'_>,
    file: FileId,
    marks: Vec<Mark>,
    width: usize,
) -> Vec<Excerpt> {
    let text = texts.text(file);
    let index = texts.index(file);
    let mut groups: Vec<Group> = Vec::new();
    for mark in marks {
        let title = texts.position(file, mark.span.start.min(text.len()) as u32);
        let (mark, lines) = settle(text, &index, mark);
        match groups.iter_mut().find(|group| group.takes(&mark, &lines)) {
            Some(group) => group.add(mark, lines),
            None => groups.push(Group {
                title,
                marks: vec![mark],
                lines,
            }),
        }
    }
    let path = texts.path(file);
    let path = escape::line(&path);
    groups
        .into_iter()
        .map(|group| {
            let title = format!("{path}:{}:{}", group.title.0, group.title.1);
            show(texts, file, &index, group, title, width)
        })
        .collect()
}

/// Marks that are shown together.
struct Group {
    title: (u64, u64),
    marks: Vec<Mark>,
    lines: Range<usize>,
}

impl Group {
    /// Marks are shown together when their lines are neighbours. Where they overlap each would
    /// hide the other, so then each gets lines of its own.
    fn takes(&self, mark: &Mark, lines: &Range<usize>) -> bool {
        let near =
            lines.start <= self.lines.end + CONTEXT && self.lines.start <= lines.end + CONTEXT;
        let apart = |other: &Mark| {
            let (first, second) = if other.span.start < mark.span.start {
                (other, mark)
            } else {
                (mark, other)
            };
            first.span.end <= second.span.start && first.span.start != second.span.start
        };
        near && self.marks.iter().all(apart)
    }

    fn add(&mut self, mark: Mark, lines: Range<usize>) {
        self.lines = self.lines.start.min(lines.start)..self.lines.end.max(lines.end);
        self.marks.push(mark);
    }
}

/// Brings a mark inside the text and onto a few lines; these are returned with it.
fn settle(text: &str, index: &LineIndex, mut mark: Mark) -> (Mark, Range<usize>) {
    let start = floor(text, mark.span.start.min(text.len()));
    let mut end = ceil(text, mark.span.end.clamp(start, text.len()));
    // The line break at the end of a block belongs to it, but underlining it shows nothing.
    let bytes = text.as_bytes();
    while end > start && matches!(bytes[end - 1], b'\n' | b'\r' | b' ') {
        end -= 1;
    }
    let first = index.line(start);
    let mut last = index.line(end);
    if last - first >= MOST_LINES_MARKED {
        end = index.content(text, first).end.max(start);
        let more = last - first;
        let note = format!("and the {more} lines below");
        mark.text = match mark.text.is_empty() {
            true => note,
            false => format!("{} ({note})", mark.text),
        };
        last = first;
    }
    mark.span = start..end;
    (mark, first..last + 1)
}

fn show(
    texts: &Texts<'_>,
    file: FileId,
    index: &LineIndex,
    group: Group,
    title: String,
    width: usize,
) -> Excerpt {
    let text = texts.text(file);
    let blank = |line: usize| text[index.content(text, line)].trim().is_empty();
    let mut first = group.lines.start.saturating_sub(CONTEXT);
    let mut end = (group.lines.end + CONTEXT).min(index.lines());
    while first < group.lines.start && blank(first) {
        first += 1;
    }
    while end > group.lines.end && blank(end - 1) {
        end -= 1;
    }
    let digits = (end as u64 + texts.lines_before(file)).to_string().len();
    let room = width.saturating_sub(digits + 6).max(NARROWEST);

    let mut marks = group.marks;
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    let mut shown = String::new();
    let mut places = vec![0..0; marks.len()];
    for line in first..end {
        let content = index.content(text, line);
        let focus = marks
            .iter()
            .filter(|mark| mark.span.start >= content.start && mark.span.start <= content.end)
            .max_by_key(|mark| mark.primary)
            .map_or(content.start..content.start, |mark| mark.span.clone());
        let focus = focus.start..focus.end.min(content.end);
        let around = focus.start.saturating_sub(room * 8)..(focus.start + room * 8).min(text.len());
        let around = floor(text, around.start)..ceil(text, around.end);
        let hidden = texts.masks.hidden_in(file, text, around);
        let drawn = Drawn::new(text, content, focus, &hidden, room, &mut shown);
        // A line break belongs to its line.
        let owns = drawn.line.start..index.content_end_with_break(text, line);
        for (mark, place) in marks.iter().zip(&mut places) {
            if mark.span.start >= owns.start && (mark.span.start < owns.end || line + 1 == end) {
                place.start = drawn.start_of(mark.span.start);
            }
            if mark.span.end >= owns.start && (mark.span.end < owns.end || line + 1 == end) {
                place.end = drawn.end_of(mark.span.end);
            }
        }
        shown.push('\n');
    }
    for (mark, place) in marks.iter_mut().zip(places) {
        mark.span = place.start..place.end.max(place.start);
    }
    Excerpt {
        title,
        first_line: first as u64 + 1 + texts.lines_before(file),
        shown,
        marks,
    }
}

/// One line, drawn, with where each of its bytes went.
struct Drawn {
    line: Range<usize>,
    /// Offsets in the file, and where what begins there begins in the drawing. In order.
    places: Vec<(usize, usize)>,
}

impl Drawn {
    fn new(
        text: &str,
        line: Range<usize>,
        focus: Range<usize>,
        hidden: &[Range<usize>],
        room: usize,
        out: &mut String,
    ) -> Drawn {
        let window = window(text, &line, focus, hidden, room);
        let mut drawn = Drawn {
            line: line.clone(),
            places: Vec::new(),
        };
        drawn.places.push((line.start, out.len()));
        if window.start > line.start {
            out.push(CUT);
        }
        let mut column = 0;
        let mut at = window.start;
        while at < window.end {
            drawn.places.push((at, out.len()));
            if let Some(hidden) = covering(hidden, at) {
                let whole = text.get(hidden.clone()).unwrap_or_default();
                let shown = mask::masked(whole);
                column += shown.chars().map(escape::width).sum::<usize>();
                out.push_str(&escape::line(&shown));
                at = hidden.end.min(line.end);
                continue;
            }
            let Some(character) = text[at..].chars().next() else {
                break;
            };
            if character == '\t' {
                let spaces = TAB - column % TAB;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            } else {
                // Writing to a string cannot fail.
                let _ = escape::write_char(out, character);
                column += escape::width(character);
            }
            at += character.len_utf8();
        }
        drawn.places.push((at, out.len()));
        if at < line.end {
            out.push(CUT);
        }
        drawn.places.push((line.end.max(at), out.len()));
        drawn
    }

    /// Where in the drawing the thing at this offset begins.
    fn start_of(&self, offset: usize) -> usize {
        let after = self.places.partition_point(|(from, _)| *from <= offset);
        self.places[after.max(1) - 1].1
    }

    /// Where in the drawing everything before this offset has ended.
    fn end_of(&self, offset: usize) -> usize {
        let first = self.places.partition_point(|(from, _)| *from < offset);
        self.places[first.min(self.places.len() - 1)].1
    }
}

/// The part of a line that fits into `room` columns: all of it, or what stands around `focus`.
fn window(
    text: &str,
    line: &Range<usize>,
    focus: Range<usize>,
    hidden: &[Range<usize>],
    room: usize,
) -> Range<usize> {
    // With the beginning of the line, its key and all, where the focus fits in.
    let (end, _) = forth(text, line, line.start, hidden, room);
    if end == line.end || focus.end < end {
        return line.start..end;
    }
    let focus = focus.start.clamp(line.start, line.end);
    let focus = covering(hidden, focus).map_or(focus, |hidden| hidden.start.max(line.start));
    // Up to a third before the focus, then as much as fits, then what is left before it.
    let (start, before) = back(text, line, focus, hidden, room / 3);
    let (end, after) = forth(text, line, focus, hidden, room - before);
    let (start, _) = back(text, line, start, hidden, room - before - after);
    start..end
}

fn back(
    text: &str,
    line: &Range<usize>,
    from: usize,
    hidden: &[Range<usize>],
    room: usize,
) -> (usize, usize) {
    let (mut at, mut used) = (from, 0);
    while at > line.start {
        let Some(character) = text[..at].chars().next_back() else {
            break;
        };
        let (previous, width) = match covering(hidden, at - character.len_utf8()) {
            Some(hidden) => (hidden.start.max(line.start), mask::HIDDEN.len() + 2),
            None => (at - character.len_utf8(), width(character)),
        };
        if used + width > room {
            break;
        }
        (at, used) = (previous, used + width);
    }
    (at, used)
}

fn forth(
    text: &str,
    line: &Range<usize>,
    from: usize,
    hidden: &[Range<usize>],
    room: usize,
) -> (usize, usize) {
    let (mut at, mut used) = (from, 0);
    while at < line.end {
        let Some(character) = text[at..].chars().next() else {
            break;
        };
        let (next, width) = match covering(hidden, at) {
            Some(hidden) => (hidden.end.min(line.end), mask::HIDDEN.len() + 2),
            None => (at + character.len_utf8(), width(character)),
        };
        if used + width > room {
            break;
        }
        (at, used) = (next, used + width);
    }
    (at, used)
}

fn width(character: char) -> usize {
    if character == '\t' {
        TAB
    } else {
        escape::width(character)
    }
}

fn covering(hidden: &[Range<usize>], offset: usize) -> Option<&Range<usize>> {
    hidden.iter().find(|hidden| hidden.contains(&offset))
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn ceil(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}
