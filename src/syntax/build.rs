//! Events to nodes.

use super::diagnose::Around;
use super::events::{Event, Events, Place, Stop, TagKind};
use super::messages;
use super::recover::Recovery;
use super::tree::{
    Comment, FLOW, HAS_PROPERTIES, NONE, NodeKind, Properties, Raw, ScalarStyle, Tree,
};
use super::{MAX_FILE_BYTES, Span, SyntaxError, amend, check, value_map};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A mapping has a `<<` key among its entries.
pub(super) const HAS_MERGE: u8 = 4;
/// The `<<` keys of a mapping are not followed, because the file merges too much.
pub(super) const MERGE_OFF: u8 = 8;
/// No two keys of a mapping are the same text. Not set where finding that out would take long.
pub(super) const DISTINCT_KEYS: u8 = 16;
/// Mappings of more keys than this are not looked at for [`DISTINCT_KEYS`].
const MANY_KEYS: usize = 32;

/// Nodes of `{{name}}`: the mapping, its key with key and value, its value.
const PLACEHOLDER_NODES: u32 = 5;

/// More errors than this are of no use to anybody and are left out.
pub(super) const MAX_ERRORS: usize = 100;

/// Parses a text into a tree.
pub(super) fn build(mut text: String) -> Tree {
    text.shrink_to_fit();
    let mut builder = Builder::new(&text);
    if text.len() > MAX_FILE_BYTES {
        builder.errors.push(messages::too_large(text.len()));
    } else {
        builder.read();
    }
    builder.finish().into_tree(text)
}

/// A collection whose end has not come yet.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub node: u32,
    pub flow: bool,
    /// The next child is a value of a mapping.
    pub value_next: bool,
    /// The column of the block that this is in: what continues a value must stand behind it.
    /// -1 where there is none.
    pub indent: i32,
}

pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) nodes: Vec<Raw>,
    pub(super) roots: Vec<u32>,
    pub(super) properties: Vec<Properties>,
    pub(super) decoded: String,
    pub(super) decoded_spans: Vec<Span>,
    pub(super) comments: Vec<Comment>,
    pub(super) errors: Vec<SyntaxError>,
    pub(super) stack: Vec<Open>,
    /// The node of each anchor of the current parser run, by the number of the anchor.
    pub(super) anchors: Vec<u32>,
    /// Where the last finished node ends.
    pub(super) last_end: u32,
    /// Behind the last piece of text that was read: a node, a dash or a bracket.
    pub(super) cursor: u32,
    /// Where the last finished document ends.
    pub(super) document_end: u32,
    pub(super) has_merge: bool,
    pub(super) comments_in_order: bool,
    pub(super) flow_depth: u32,
    /// The line of the outermost open bracket.
    pub(super) flow_line: u32,
    /// That its lines are not indented was told.
    pub(super) flow_told: bool,
}

/// What is known at the start of a document, to go back to.
struct Mark {
    at: u32,
    nodes: usize,
    roots: usize,
    properties: usize,
    decoded: usize,
    decoded_spans: usize,
    comments: usize,
    errors: usize,
}

/// The parts of a tree without its text, which is still borrowed while they are made.
struct Parts {
    nodes: Vec<Raw>,
    roots: Vec<u32>,
    properties: Vec<Properties>,
    decoded: String,
    decoded_spans: Vec<Span>,
    comments: Vec<Comment>,
    errors: Vec<SyntaxError>,
    has_merge: bool,
}

impl Parts {
    fn into_tree(mut self, text: String) -> Tree {
        self.decoded.shrink_to_fit();
        let mut tree = Tree {
            text,
            nodes: exact(self.nodes),
            roots: exact(self.roots),
            properties: exact(self.properties),
            decoded: self.decoded,
            decoded_spans: exact(self.decoded_spans),
            comments: exact(self.comments),
            errors: self.errors,
            line_starts: OnceLock::new(),
            parents: OnceLock::new(),
            file_number: 0,
        };
        if self.has_merge {
            check::merges(&mut tree, MAX_ERRORS);
        }
        if tree.errors.len() > 1 {
            tree.errors.sort_by_key(|error| (error.span, error.code));
            tree.errors.dedup_by_key(|error| (error.span, error.code));
            tree.errors.truncate(MAX_ERRORS);
        }
        tree
    }
}

/// The same list without room for growing. A run holds thousands of trees at once, and the large
/// piece of memory that is given back whole serves the next file; cut in two, it serves nothing.
fn exact<T: Copy>(list: Vec<T>) -> Vec<T> {
    if list.len() == list.capacity() {
        list
    } else {
        list.as_slice().to_vec()
    }
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Builder<'a> {
        Builder {
            text,
            nodes: Vec::with_capacity(text.len().min(MAX_FILE_BYTES) / 16),
            roots: Vec::new(),
            properties: Vec::new(),
            decoded: String::new(),
            decoded_spans: Vec::new(),
            comments: Vec::new(),
            errors: Vec::new(),
            stack: Vec::new(),
            anchors: Vec::new(),
            last_end: 0,
            cursor: 0,
            document_end: 0,
            has_merge: false,
            comments_in_order: true,
            flow_depth: 0,
            flow_line: 0,
            flow_told: false,
        }
    }

    fn finish(mut self) -> Parts {
        if !self.comments_in_order {
            self.comments.sort_by_key(|comment| comment.span);
            self.comments.dedup_by_key(|comment| comment.span);
        }
        Parts {
            nodes: self.nodes,
            roots: self.roots,
            properties: self.properties,
            decoded: self.decoded,
            decoded_spans: self.decoded_spans,
            comments: self.comments,
            errors: self.errors,
            has_merge: self.has_merge,
        }
    }

    /// Reads all documents. Where the parser stops, the broken place is taken out and the document
    /// is read again.
    fn read(&mut self) {
        let mut recovery = Recovery::new(self.text);
        self.errors = recovery.control_characters(MAX_ERRORS);
        let mut from = 0;
        loop {
            // The parser borrows the patched text, so a patch needs a new parser anyway.
            let stopped = self.run(&recovery, from);
            let Some((stop, mark)) = stopped else { return };
            from = self.recover(&mut recovery, stop, mark);
        }
    }

    /// Runs the parser from an offset to the end of the text or to where it stops.
    fn run(&mut self, recovery: &Recovery<'_>, from: u32) -> Option<(Stop, Mark)> {
        let text = recovery.text();
        let mut events = Events::new(text, from);
        self.stack.clear();
        self.flow_depth = 0;
        self.anchors.clear();
        // Numbers of anchors begin at 1.
        self.anchors.push(NONE);
        self.document_end = from;
        self.last_end = from;
        self.cursor = from;
        let mut mark = self.mark();
        while let Some(next) = events.next() {
            match next {
                Ok((Event::DocumentStart, _)) => mark = self.mark(),
                Ok((Event::DocumentEnd, place)) => {
                    self.document_end = place.span.end.max(self.last_end);
                    mark = self.mark();
                }
                Ok((event, place)) => self.event(event, place, recovery),
                Err(stop) => return Some((stop, mark)),
            }
        }
        None
    }

    fn mark(&self) -> Mark {
        Mark {
            at: self.document_end,
            nodes: self.nodes.len(),
            roots: self.roots.len(),
            properties: self.properties.len(),
            decoded: self.decoded.len(),
            decoded_spans: self.decoded_spans.len(),
            comments: self
                .comments
                .partition_point(|comment| comment.span.start < self.document_end),
            errors: self.errors.len(),
        }
    }

    /// Takes back everything since the mark.
    fn rewind(&mut self, mark: &Mark) {
        self.nodes.truncate(mark.nodes);
        self.roots.truncate(mark.roots);
        self.properties.truncate(mark.properties);
        self.decoded.truncate(mark.decoded);
        self.decoded_spans.truncate(mark.decoded_spans);
        self.comments.truncate(mark.comments);
        self.errors.truncate(mark.errors);
    }

    /// Decides what to do where the parser stopped; says from where to read on.
    fn recover(&mut self, recovery: &mut Recovery<'_>, stop: Stop, mark: Mark) -> u32 {
        // A pair in a list, `[a: b]`, is a mapping in brackets too, but no bracket of its own begins
        // it: what stands at its beginning is its key, or `?`.
        let bracket = |open: &Open| {
            let raw = &self.nodes[open.node as usize];
            let byte = self.text.as_bytes().get(raw.start as usize);
            (open.flow && raw.start < raw.end && matches!(byte, Some(b'[' | b'{')))
                .then_some(raw.start)
        };
        let around = Around {
            cursor: self.cursor,
            outer_flow: self.stack.iter().find_map(bracket),
            inner_flow: self.stack.iter().rev().find_map(bracket),
        };
        self.rewind(&mark);
        let (error, from) = recovery.patch(&stop, mark.at, around);
        if self.errors.len() < MAX_ERRORS {
            self.errors.extend(error);
        }
        if from > mark.at {
            // The whole document was given up.
            self.roots.push(self.nodes.len() as u32);
            let body = self
                .text
                .get(mark.at as usize..from as usize)
                .unwrap_or_default();
            let start = mark.at + (body.len() - body.trim_start().len()) as u32;
            let end = start + body.trim().len() as u32;
            self.push(Span::new(start, end), NodeKind::Error, NONE);
        }
        from
    }

    fn event(&mut self, event: Event<'_>, place: Place, recovery: &Recovery<'_>) {
        match event {
            Event::Scalar { value, style } => {
                let lent = matches!(value, Cow::Borrowed(_));
                self.scalar(&value, lent, style, place, recovery);
            }
            Event::SequenceStart { flow } => self.open(NodeKind::Sequence, flow, place),
            Event::MappingStart { flow } => self.open(NodeKind::Mapping, flow, place),
            Event::CollectionEnd => self.close(place),
            Event::Alias(number) => self.alias(number, place),
            Event::UnknownAlias => {
                self.errors
                    .push(messages::undefined_alias(self.text, place.span));
                self.add(place, NodeKind::Error, NONE);
            }
            Event::Anchor(number) => self.anchor(number, place.span),
            Event::Comment => self.comment(place.span),
            Event::DocumentStart | Event::DocumentEnd => {}
        }
    }

    fn comment(&mut self, span: Span) {
        let before = &self.text.as_bytes()[..span.start as usize];
        let blanks = before
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let before = &before[..before.len() - blanks];
        let own_line =
            matches!(before.last(), None | Some(b'\n' | b'\r')) || before == b"\xEF\xBB\xBF";
        self.comments_in_order &= self.comments.last().is_none_or(|last| last.span < span);
        self.comments.push(Comment { span, own_line });
    }

    fn push(&mut self, span: Span, kind: NodeKind, link: u32) -> u32 {
        let id = self.nodes.len() as u32;
        self.nodes.push(Raw {
            start: span.start,
            end: span.end,
            link,
            kind,
            style: ScalarStyle::Plain,
            tag: TagKind::None,
            flags: 0,
        });
        id
    }

    /// Adds a node as a child of the innermost open collection.
    fn add(&mut self, place: Place, kind: NodeKind, link: u32) -> u32 {
        let id = self.push(place.span, kind, link);
        match self.stack.last_mut() {
            Some(open) => open.value_next = !open.value_next,
            None => self.roots.push(id),
        }
        if let Some((tag, kind)) = place.tag {
            let raw = &mut self.nodes[id as usize];
            raw.tag = kind;
            raw.flags |= HAS_PROPERTIES;
            self.properties.push(Properties {
                node: id,
                anchor: Span::default(),
                tag,
            });
        }
        self.last_end = place.span.end;
        self.cursor = place.span.end;
        id
    }

    fn scalar(
        &mut self,
        value: &str,
        lent: bool,
        style: ScalarStyle,
        mut place: Place,
        recovery: &Recovery<'_>,
    ) {
        if let Some(broken) = recovery.broken_at(place.span.start) {
            place.span = broken;
            place.tag = None;
            self.add(place, NodeKind::Error, NONE);
            return;
        }
        if place.span.is_empty() && place.tag.is_none() && style == ScalarStyle::Plain {
            let at = self.missing_value(place.span.start);
            place.span = Span::new(at, at);
        }
        let length = place.span.len() as usize;
        // A block scalar's header and first lines may have been taken out as well.
        let before = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => Span::new(self.cursor, place.span.start),
            _ => Span::default(),
        };
        let whole = place.span;
        let as_written = match style {
            // A missing value comes as "~" that stands nowhere.
            ScalarStyle::Plain => length == 0 || value.len() == length,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => value.len() + 2 == length,
            ScalarStyle::Literal | ScalarStyle::Folded => {
                place.span =
                    value_map::block_span(self.text, self.cursor, place.span.start, style, value);
                false
            }
        };
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        if recovery.alters(place.span)
            || recovery.alters(before)
            || recovery.breaks(whole)
            || (block && recovery.untabs(place.span))
        {
            // Text that only the patched copy has is nobody's value.
            self.add(place, NodeKind::Error, NONE);
            return;
        }
        // Same length is not yet same text: an escape may be as long as what it stands for only
        // when nothing was decoded at all, which the parser tells by lending its input.
        let as_written = as_written && (lent || length == 0);
        let link = if as_written { NONE } else { self.decode(value) };
        if place.line != place.end_line || self.flow_depth > 0 {
            self.check_indentation(style, place);
        }
        let id = self.add(place, NodeKind::Scalar, link);
        self.nodes[id as usize].style = style;
        if as_written && length == 2 && style == ScalarStyle::Plain && value == "<<" {
            self.merge_key();
        }
    }

    /// Marks the mapping that got `<<` as a key.
    fn merge_key(&mut self) {
        // `add` has already turned the question what comes next.
        if let Some(open) = self.stack.last().filter(|open| open.value_next) {
            let raw = &mut self.nodes[open.node as usize];
            if raw.kind == NodeKind::Mapping {
                raw.flags |= HAS_MERGE;
                self.has_merge = true;
            }
        }
    }

    fn decode(&mut self, value: &str) -> u32 {
        let start = self.decoded.len() as u32;
        self.decoded.push_str(value);
        self.decoded_spans
            .push(Span::new(start, self.decoded.len() as u32));
        self.decoded_spans.len() as u32 - 1
    }

    fn open(&mut self, kind: NodeKind, flow: bool, mut place: Place) {
        if kind == NodeKind::Sequence && !flow {
            // A list without indentation, possible below a key only, comes with the place of its
            // first item.
            let below = self
                .stack
                .last()
                .map(|open| self.nodes[open.node as usize].kind);
            if below == Some(NodeKind::Mapping) {
                place.span.start = amend::first_dash(self.text, self.cursor, place.span.start);
            }
            place.span.end = place.span.start + 1;
        }
        // `NONE` as link says that the collection is open, which is how cycles are found.
        let node = self.add(place, kind, NONE);
        if flow {
            self.nodes[node as usize].flags |= FLOW;
        }
        if flow && self.flow_depth == 0 {
            self.flow_line = place.line;
            self.flow_told = false;
        }
        self.flow_depth += u32::from(flow);
        let indent = if flow {
            self.indent()
        } else {
            self.column_of(kind, place)
        };
        self.stack.push(Open {
            node,
            flow,
            value_next: false,
            indent,
        });
    }

    fn close(&mut self, place: Place) {
        let Some(open) = self.stack.pop() else { return };
        self.flow_depth -= u32::from(open.flow);
        let behind = self.nodes.len() as u32;
        let raw = &mut self.nodes[open.node as usize];
        raw.link = behind;
        // Only a bracket takes place; the end of a block is noticed far behind its last child.
        raw.end = if place.span.is_empty() {
            raw.start.max(self.last_end)
        } else {
            place.span.end
        };
        self.last_end = raw.end;
        self.cursor = raw.end;
        if raw.kind == NodeKind::Mapping && self.keys_are_distinct(open.node) {
            self.nodes[open.node as usize].flags |= DISTINCT_KEYS;
        }
        if open.flow && behind - open.node == PLACEHOLDER_NODES {
            self.placeholder(open.node);
        }
    }

    /// Whether a mapping surely has no key twice. Most mappings have a few keys: comparing them here
    /// once is cheaper than every reader doing it again.
    fn keys_are_distinct(&self, mapping: u32) -> bool {
        let behind = self.nodes.len() as u32;
        let mut known = [""; MANY_KEYS];
        let mut count = 0;
        let mut next = mapping + 1;
        while next < behind {
            let key = self.nodes[next as usize];
            if key.kind != NodeKind::Scalar || count == MANY_KEYS {
                return false;
            }
            let text = self.text_of(&key);
            let first = text.as_bytes().first();
            let same = |other: &&str| {
                other.len() == text.len() && other.as_bytes().first() == first && **other == *text
            };
            if known[..count].iter().any(same) {
                return false;
            }
            known[count] = text;
            count += 1;
            let Some(value) = self.nodes.get(next as usize + 1) else {
                break;
            };
            next = match value.kind {
                NodeKind::Mapping | NodeKind::Sequence => value.link,
                _ => next + 2,
            };
        }
        true
    }

    fn text_of(&self, scalar: &Raw) -> &str {
        let decoded = self.decoded_spans.get(scalar.link as usize);
        match decoded {
            Some(span) => self.decoded.get(span.range()),
            None => self.text.get(scalar.written().range()),
        }
        .unwrap_or_default()
    }

    fn alias(&mut self, number: usize, place: Place) {
        let target = self.anchors.get(number).copied().unwrap_or(NONE);
        let Some(raw) = self.nodes.get(target as usize) else {
            self.errors
                .push(messages::undefined_alias(self.text, place.span));
            self.add(place, NodeKind::Error, NONE);
            return;
        };
        let open = matches!(raw.kind, NodeKind::Mapping | NodeKind::Sequence) && raw.link == NONE;
        match (open, raw.kind) {
            (true, _) => {
                self.errors
                    .push(messages::anchor_cycle(self.text, place.span));
                self.add(place, NodeKind::Error, NONE);
            }
            (false, _) => {
                self.add(place, NodeKind::Alias, target);
            }
        }
    }

    fn anchor(&mut self, number: usize, span: Span) {
        let Some(node) = (self.nodes.len() as u32).checked_sub(1) else {
            return;
        };
        if self.anchors.len() <= number {
            self.anchors.resize(number + 1, NONE);
        }
        self.anchors[number] = node;
        match self.properties.last_mut().filter(|last| last.node == node) {
            Some(last) => last.anchor = span,
            None => self.properties.push(Properties {
                node,
                anchor: span,
                tag: Span::default(),
            }),
        }
        let raw = &mut self.nodes[node as usize];
        if raw.kind == NodeKind::Scalar && raw.start == raw.end && raw.start < span.end {
            // A missing value stands behind its anchor.
            (raw.start, raw.end) = (span.end, span.end);
            (self.cursor, self.last_end) = (span.end, span.end);
        }
        self.nodes[node as usize].flags |= HAS_PROPERTIES;
    }
}
