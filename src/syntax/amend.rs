//! What the parser leaves to us: where a missing value would stand, lines that it lets pass although
//! they are not indented, and placeholders that happen to be YAML.

use super::build::Builder;
use super::events::Place;
use super::messages;
use super::tree::{FLOW, NONE, NodeKind, Raw, ScalarStyle};
use super::{Span, value_map};

impl Builder<'_> {
    /// Where a missing value would stand. The parser puts it before the colon, or behind a comment.
    pub(super) fn missing_value(&self, at: u32) -> u32 {
        let Some(open) = self.stack.last() else {
            return at;
        };
        let parent = &self.nodes[open.node as usize];
        match parent.kind {
            NodeKind::Mapping if open.value_next => behind_colon(self.text, self.cursor.min(at)),
            NodeKind::Sequence if parent.flags & FLOW == 0 => {
                if self.nodes.len() as u32 == open.node + 1 {
                    return parent.start + 1;
                }
                let dash = first_dash(self.text, self.cursor, at);
                if dash < at { dash + 1 } else { at }
            }
            _ => at,
        }
    }

    /// The column that a continued value must pass, -1 at the top of a document.
    pub(super) fn indent(&self) -> i32 {
        self.stack.last().map_or(-1, |open| open.indent)
    }

    /// The column of a block collection. A list without indentation counts as its mapping.
    pub(super) fn column_of(&self, kind: NodeKind, place: Place) -> i32 {
        let column = place.column as i32;
        match self.stack.last() {
            Some(open) if kind == NodeKind::Sequence && column > open.indent => {
                let start = value_map::line_start(self.text, place.span.start as usize);
                let before = &self.text[start..place.span.start as usize];
                (before.chars().count() as i32).max(open.indent)
            }
            _ => column,
        }
    }

    /// Reports what the parser lets pass although YAML does not: lines of a value in brackets or
    /// quotes that are not indented.
    pub(super) fn check_indentation(&mut self, style: ScalarStyle, place: Place) {
        let indent = self.indent();
        if indent < 0 {
            return;
        }
        if self.flow_depth > 0 {
            if !self.flow_told && place.line != self.flow_line && place.column as i32 <= indent {
                self.flow_told = true;
                let what = "a list or mapping in brackets";
                self.errors
                    .push(messages::under_indented(self.text, place.span.start, what));
            }
            return;
        }
        if !matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
            return;
        }
        let mut at = place.span.start as usize;
        let end = place.span.end as usize;
        loop {
            at = value_map::line_end(self.text, at) + 1;
            if at >= end {
                return;
            }
            let line = &self.text[at..end];
            let content = line.trim_start_matches(' ');
            let blank = content.trim_start_matches('\t').starts_with(['\n', '\r']);
            if !blank && (line.len() - content.len()) as i32 <= indent {
                self.errors.push(messages::under_indented(
                    self.text,
                    at as u32,
                    "a text in quotes",
                ));
                return;
            }
        }
    }

    /// Turns `{{name}}`, which YAML reads as a mapping with a mapping as its key, into an error:
    /// nobody ever means that, and everybody who writes it means a placeholder.
    pub(super) fn placeholder(&mut self, node: u32) {
        let raw = self.nodes[node as usize];
        let inside = &self.nodes[node as usize + 1..];
        let empty = |raw: &Raw| raw.kind == NodeKind::Scalar && raw.start == raw.end;
        let nested = raw.kind == NodeKind::Mapping
            && inside[0].kind == NodeKind::Mapping
            && inside[1].kind == NodeKind::Scalar
            && empty(&inside[2])
            && empty(&inside[3]);
        let span = Span::new(raw.start, raw.end);
        let text = self.text.get(span.range()).unwrap_or_default();
        if !(nested && text.starts_with("{{") && text.ends_with("}}")) {
            return;
        }
        self.errors.push(messages::placeholder(self.text, span));
        self.nodes.truncate(node as usize + 1);
        while self.properties.last().is_some_and(|last| last.node > node) {
            self.properties.pop();
        }
        // Anchors are in the order of their nodes; those inside now name the placeholder.
        for anchor in self
            .anchors
            .iter_mut()
            .rev()
            .take_while(|anchor| **anchor > node)
        {
            *anchor = node;
        }
        let raw = &mut self.nodes[node as usize];
        (raw.kind, raw.link) = (NodeKind::Error, NONE);
    }
}

/// Behind the colon that follows a key without a value (which ends at `at`), else the key's end.
fn behind_colon(text: &str, at: u32) -> u32 {
    let bytes = text.as_bytes();
    let mut here = at as usize;
    loop {
        match bytes.get(here) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => here += 1,
            Some(b'#') if here > at as usize => here = value_map::line_end(text, here),
            Some(b':') => return here as u32 + 1,
            _ => return at,
        }
    }
}

/// Where the dash of the first item stands, between what was read last and the item.
pub(super) fn first_dash(text: &str, from: u32, item: u32) -> u32 {
    let bytes = text.as_bytes();
    let mut at = from as usize;
    while at < item as usize {
        match bytes[at] {
            b'-' => return at as u32,
            b'#' => at = value_map::line_end(text, at),
            b'&' | b'!' => {
                let word = bytes[at..].iter().position(u8::is_ascii_whitespace);
                at += word.unwrap_or(1).max(1);
            }
            _ => at += 1,
        }
    }
    item
}
