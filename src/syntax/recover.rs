//! Reading on behind an error: the broken place is taken out of a copy of the text, so that the
//! rest of the document is still checked.
//!
//! The copy has the same length and the same lines, so places in it are places in the file. A
//! broken value becomes a run of `x` that the builder recognises by its place and turns into an
//! error node; broken lines become blanks. If the parser stops again inside of what was taken out,
//! that is the same mistake seen twice: more is taken out and nothing is reported.

use super::diagnose::{Around, Diagnosis, Scope, diagnose, next};
use super::events::Stop;
use super::line_parts::LineParts;
use super::lines_in_doubt::{flow_item_end, flow_item_start};
use super::messages;
use super::regions::{block_end, document_end, loose_end, spaces_for_tabs};
use super::scan;
use super::value_map::{line_end, line_start};
use super::{ErrorCode, Span, SyntaxError};

/// How often a document is read again before the rest of it is given up.
const MAX_ROUNDS: u32 = 20;

/// Bytes that may be read again, for each byte of the file: many rounds for a file that a person
/// wrote, few for a huge one.
const REREAD: usize = 3;
const REREAD_ALWAYS: usize = 200_000;

/// What to take out next time the parser stops in the same place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Step {
    Place,
    Line,
    TopEntry,
    Rest,
    Document,
}

/// A place that was taken out.
#[derive(Clone, Copy, Debug)]
struct Patch {
    start: usize,
    end: usize,
    step: Step,
}

/// The text as the parser gets to see it, and what was taken out of it.
pub(super) struct Recovery<'a> {
    original: &'a str,
    patched: Option<String>,
    /// Broken values, in the order of the text.
    broken: Vec<Span>,
    patches: Vec<Patch>,
    document: u32,
    rounds: u32,
    budget: usize,
    tabs_told: bool,
    untab: bool,
    /// Everything that was overwritten in this document.
    altered: Vec<Span>,
    /// What is to be overwritten with which byte.
    fills: Vec<(usize, usize, u8)>,
}

impl<'a> Recovery<'a> {
    pub(super) fn new(text: &'a str) -> Recovery<'a> {
        Recovery {
            original: text,
            patched: None,
            broken: Vec::new(),
            patches: Vec::new(),
            document: 0,
            rounds: 0,
            budget: REREAD_ALWAYS + REREAD * text.len(),
            tabs_told: false,
            untab: false,
            altered: Vec::new(),
            fills: Vec::new(),
        }
    }

    /// The text to parse.
    pub(super) fn text(&self) -> &str {
        self.patched.as_deref().unwrap_or(self.original)
    }

    /// The span of the broken value that was replaced at this place.
    pub(super) fn broken_at(&self, start: u32) -> Option<Span> {
        if self.broken.is_empty() {
            return None;
        }
        let at = self
            .broken
            .binary_search_by_key(&start, |span| span.start)
            .ok()?;
        Some(self.broken[at])
    }

    /// Finds characters that no YAML file may hold and replaces them in the copy, so that each is
    /// reported (one for each line) and none stops the parser.
    pub(super) fn control_characters(&mut self, limit: usize) -> Vec<SyntaxError> {
        let control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
        let bytes = self.original.as_bytes();
        // Counting instead of searching lets the compiler look at many bytes at once.
        if bytes.iter().filter(|byte| control(byte)).count() == 0 {
            return Vec::new();
        }
        let mut errors: Vec<SyntaxError> = Vec::new();
        let mut patched = bytes.to_vec();
        let mut line = usize::MAX;
        for at in (0..bytes.len()).filter(|at| control(&bytes[*at])) {
            patched[at] = b'?';
            let this = line_start(self.original, at);
            if this != line && errors.len() < limit {
                errors.push(messages::control_character(at, char::from(bytes[at])));
            }
            line = this;
        }
        self.patched = String::from_utf8(patched).ok();
        errors
    }

    /// Takes out the place where the parser stopped. Gives the error, unless the mistake was
    /// reported before, and the offset to read on from: the document's beginning, or behind the
    /// document when it is given up.
    pub(super) fn patch(
        &mut self,
        stop: &Stop,
        document: u32,
        around: Around,
    ) -> (Option<SyntaxError>, u32) {
        if self.document != document {
            // Documents before this one are not read again. What was taken out behind its beginning
            // still is: taking something out can move where documents begin.
            (self.document, self.rounds) = (document, 0);
            self.patches.retain(|patch| patch.end > document as usize);
            self.broken.retain(|span| span.end > document);
            self.altered.retain(|span| span.end > document);
        }
        self.rounds += 1;
        let cost = (stop.at.saturating_sub(document)) as usize;
        // Taken out, so that it can be read while the changes are collected.
        let text = self
            .patched
            .take()
            .unwrap_or_else(|| self.original.to_owned());
        // Where the copy has `xx` the file may have a single character: a place in the copy is a
        // place in the file only when it begins a character there.
        let stopped = self
            .original
            .floor_char_boundary(text.floor_char_boundary(stop.at as usize));
        let (quote, around) = scan::pending(&text, stopped, around);
        let again = self.patches.iter().position(|patch| {
            patch.start <= stopped && stopped <= patch.end && patch.start >= document as usize
        });
        let (error, mut step, at, diagnosis) = match again {
            Some(index) => {
                let patch = self.patches.swap_remove(index);
                let step = match patch.step {
                    Step::Place => Step::Line,
                    Step::Line => Step::TopEntry,
                    Step::TopEntry => Step::Rest,
                    Step::Rest | Step::Document => Step::Document,
                };
                (None, step, patch.start, None)
            }
            None => {
                let mut diagnosis = diagnose(&text, stop, around, quote);
                diagnosis.at = self.original.floor_char_boundary(diagnosis.at);
                let span = &mut diagnosis.error.span;
                span.start = self.original.floor_char_boundary(span.start as usize) as u32;
                span.end = self.original.ceil_char_boundary(span.end as usize) as u32;
                let step = if diagnosis.scope == Scope::Line {
                    Step::Line
                } else {
                    Step::Place
                };
                (
                    Some(diagnosis.error.clone()),
                    step,
                    diagnosis.at,
                    Some(diagnosis),
                )
            }
        };
        let enough = self.rounds > MAX_ROUNDS || self.budget < cost;
        self.budget = self.budget.saturating_sub(cost);
        if enough && step < Step::Rest {
            step = Step::Rest;
        }
        if self.rounds > MAX_ROUNDS + 2
            || (step == Step::Rest && line_start(&text, at) <= document as usize)
        {
            step = Step::Document;
        }
        // All tabs are turned into spaces at once, so one report is enough.
        let tab = error
            .as_ref()
            .is_some_and(|error| error.code == ErrorCode::Tab);
        let told = self.tabs_told && {
            // What else is wrong with a line indented with tabs is wrong because of them.
            let line = &self.original[line_start(self.original, stopped)..stopped];
            tab || line[..line.len() - line.trim_start().len()].contains('\t')
        };
        let error = error.filter(|_| !told);
        self.tabs_told |= tab;
        let line = LineParts::of(&text, at);
        match step {
            Step::Place => self.take_place(&text, diagnosis, around, &line),
            Step::Line => {
                let end = block_end(&text, &line, line.indent()).max(loose_end(&text, &line));
                self.blank(line.start, end);
                self.note(line.start, end.max(stopped), step);
            }
            Step::TopEntry => self.take_top_entry(&text, &line, document as usize, stopped),
            Step::Rest => {
                let end = document_end(&text, line.start);
                self.blank(line.start.max(document as usize), end);
                self.note(document as usize, end, step);
            }
            Step::Document => {
                let end = document_end(&text, stopped.max(line.start));
                self.patched = Some(text);
                return (error, end as u32);
            }
        }
        self.overwrite(text);
        (error, document)
    }

    fn take_place(
        &mut self,
        text: &str,
        diagnosis: Option<Diagnosis>,
        around: Around,
        line: &LineParts,
    ) {
        let Some(diagnosis) = diagnosis else { return };
        let at = diagnosis.at;
        match diagnosis.scope {
            Scope::Tabs => self.untab = true,
            Scope::Character => {
                // A line break at the beginning of a line changes no indentation.
                let end = next(text, at);
                self.fill(at, end, if at == line.start { b'\n' } else { b' ' });
                self.note(at, end, Step::Place);
            }
            Scope::FlowItem => {
                let bracket = around.inner_flow.unwrap_or_default() as usize;
                let start = flow_item_start(text, at, bracket);
                let end = flow_item_end(text, start, line.end);
                let item = &text[start..end];
                let value = item.find(": ").filter(|colon| start + colon < at);
                let value = value.map_or(start, |colon| start + colon + 2);
                let value = value + text[value..end].len() - text[value..end].trim_start().len();
                self.replace(text, value, end, end);
                self.note(start, end, Step::Place);
            }
            Scope::Bracket => {
                let bracket = around.outer_flow.map_or(at, |outer| outer as usize).min(at);
                let line = LineParts::of(text, bracket);
                let end = block_end(text, &line, line.base());
                self.replace(text, bracket, line.end, end);
                self.note(line.start, end, Step::Place);
            }
            Scope::Value | Scope::Line => {
                let end = block_end(text, line, line.base());
                let nested = line
                    .dashes
                    .first()
                    .filter(|_| diagnosis.error.code == ErrorCode::TooDeep);
                let mut value = nested.map_or(line.value, |dash| dash + 2);
                if at < value && line.key.as_ref().is_none_or(|key| at > key.end) {
                    // The trouble is the anchor or tag before the value.
                    value = at.max(line.content);
                }
                if value >= line.end || line.key.as_ref().is_some_and(|key| at < key.end) {
                    self.blank(line.start, end);
                    self.note(line.start, end, Step::Line);
                } else {
                    // A comment behind the value survives, unless it may be part of a text whose
                    // quotes are wrong.
                    let quoted = text[value..].starts_with(['"', '\'']);
                    let first_end = if quoted {
                        line.end
                    } else {
                        // A value may look empty, like a lone no-break space.
                        line.value_end.max(next(text, value))
                    };
                    self.replace(text, value, first_end, end);
                    self.note(line.start, end, Step::Place);
                }
            }
        }
    }

    /// Takes out the entry of the outermost mapping or list that holds the line.
    fn take_top_entry(&mut self, text: &str, line: &LineParts, document: usize, stopped: usize) {
        let mut top = line.clone();
        while (top.is_blank() || top.indent() > 0) && top.start > document {
            top = LineParts::of(text, top.start - 1);
        }
        let end = block_end(text, &top, 0)
            .max(line.end)
            .max(line_end(text, stopped));
        if top.value < top.end && top.value > top.first {
            self.replace(text, top.value, top.end, end);
        } else {
            self.blank(top.end, end);
        }
        self.note(top.start.max(document), end, Step::TopEntry);
    }

    fn note(&mut self, start: usize, end: usize, step: Step) {
        self.patches.push(Patch { start, end, step });
    }

    /// Puts a run of `x` from `start` to `first_end` on one line, and blanks from there to `end`.
    fn replace(&mut self, text: &str, start: usize, first_end: usize, end: usize) {
        let first_end = start + text[start..first_end.max(start)].trim_end().len();
        if first_end <= start {
            self.blank(start, end);
            return;
        }
        // A comment behind the value on the same line is not part of what is broken.
        let several_lines = end > line_end(text, start);
        let whole_end = if several_lines { end } else { first_end };
        let whole = start + text[start..whole_end].trim_end().len();
        self.broken
            .retain(|span| (span.start as usize) < start || span.start as usize >= end);
        let at = self
            .broken
            .partition_point(|span| (span.start as usize) < start);
        self.broken
            .insert(at, Span::new(start as u32, whole as u32));
        if several_lines {
            self.fill(line_end(text, start), end, b'\n');
        }
        self.fill(start, first_end, b'x');
    }

    fn blank(&mut self, start: usize, end: usize) {
        self.broken
            .retain(|span| (span.start as usize) < start || span.start as usize >= end);
        // Line breaks rather than spaces, which would become text in a block scalar.
        self.fill(start, end, b'\n');
    }

    /// Notes that everything but line breaks is to be overwritten.
    fn fill(&mut self, start: usize, end: usize, with: u8) {
        if start < end {
            self.fills.push((start, end, with));
            self.altered.push(Span::new(start as u32, end as u32));
        }
    }

    /// Does what was noted. Costs no more than the ranges are long, whatever the size of the file.
    fn overwrite(&mut self, mut text: String) {
        for (start, end, with) in std::mem::take(&mut self.fills) {
            let Some(old) = text.get(start..end) else {
                continue;
            };
            let new: String = old
                .bytes()
                .map(|byte| {
                    if matches!(byte, b'\n' | b'\r') {
                        byte
                    } else {
                        with
                    }
                })
                .map(char::from)
                .collect();
            text.replace_range(start..end, &new);
        }
        if std::mem::take(&mut self.untab) {
            text = spaces_for_tabs(&text);
        }
        self.patched = Some(text);
    }

    /// Whether lines of a place were indented with tabs that the parser saw as spaces.
    pub(super) fn untabs(&self, span: Span) -> bool {
        let lines = || {
            self.original
                .get(span.range())
                .unwrap_or_default()
                .split(['\n', '\r'])
        };
        self.tabs_told
            && lines().any(|line| line[..line.len() - line.trim_start().len()].contains('\t'))
    }

    /// Whether a place holds the beginning of a broken value.
    pub(super) fn breaks(&self, span: Span) -> bool {
        self.broken
            .iter()
            .any(|broken| span.start <= broken.start && broken.start < span.end)
    }

    /// Whether a place holds something that was overwritten.
    pub(super) fn alters(&self, span: Span) -> bool {
        self.altered
            .iter()
            .any(|altered| altered.start < span.end && span.start < altered.end)
    }
}
