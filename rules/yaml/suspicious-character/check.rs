//! Keys and values hold no character that looks like another or like nothing.

use std::collections::HashSet;

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{Place, Reporter};
use crate::model::characters::invisible;
use crate::syntax::{Edit, Node, NodeKind, ScalarStyle, Span};

/// Whole texts pasted from a word processor need not be listed character by character.
const MOST: usize = 100;

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    if file.tree.text().trim_start_matches('\u{feff}').is_ascii() {
        return;
    }
    let before = report.len();
    let suspects: Vec<Node<'_>> = file
        .tree
        .nodes()
        .filter(|node| node.kind() == NodeKind::Scalar)
        .filter(|node| file.tree.slice(node.span()).contains(is_suspect))
        .collect();
    let mut keys = HashSet::new();
    let mut values = HashSet::new();
    if !suspects.is_empty() {
        let blocks = file.tree.nodes().filter(|node| node.kind() == NodeKind::Mapping);
        for entry in blocks.flat_map(Node::entries) {
            keys.insert(entry.key.id());
            values.insert(entry.value.id());
        }
    }
    for node in suspects {
        let part = Part {
            is_key: keys.contains(&node.id()),
            is_value: values.contains(&node.id()),
        };
        look_at(file, node, part, report);
        if report.len() - before >= MOST {
            return;
        }
    }
    for comment in file.tree.comments() {
        let text = file.tree.slice(comment.span);
        for (at, c) in text.char_indices() {
            if changes_direction(c) && !has_right_to_left(text) {
                find(file, comment.span.start as usize + at, c, "this comment", report);
            }
        }
    }
}

/// Whether a character is worth a second look.
fn is_suspect(c: char) -> bool {
    !c.is_ascii() && (c == '\u{ff1a}' || is_typographic_quote(c) || invisible(c).is_some())
}

/// The quotes of word processors.
fn is_typographic_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚')
}

/// Which part of an entry a scalar is; an item of a list is neither.
#[derive(Clone, Copy)]
struct Part {
    is_key: bool,
    is_value: bool,
}

fn look_at(file: &FileSubject<'_>, node: Node<'_>, part: Part, report: &mut Reporter) {
    let is_key = part.is_key;
    let span = node.span();
    let text = file.tree.slice(span);
    let what = if is_key { "this key" } else { "this value" };
    if look_at_quotes(file, node, is_key, report) {
        return;
    }
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        if c == '\u{ff1a}' && node.style() == Some(ScalarStyle::Plain) {
            if before.is_some_and(|c: char| c.is_ascii_alphanumeric()) {
                full_width_colon(file, span.start as usize + at, after, part.is_value, report);
            }
        } else if invisible(c).is_some() && !is_at_home(c, before, after, text, is_key) {
            find(file, span.start as usize + at, c, what, report);
        }
        before = Some(c);
    }
}

/// Whether a character is right where it stands: in French and in numbers a no-break space is good
/// spelling, in Arabic or in an emoji a joiner is.
fn is_at_home(c: char, before: Option<char>, after: Option<char>, text: &str, is_key: bool) -> bool {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' if !is_key => {
            before == Some('«')
                || before.is_some_and(|c| c.is_ascii_digit())
                || after.is_some_and(|c| matches!(c, '!' | '?' | ':' | ';' | '»' | '%' | '€' | '–'))
        }
        '\u{3000}' => before.is_some_and(|c| !c.is_ascii()) || after.is_some_and(|c| !c.is_ascii()),
        '\u{200c}' | '\u{200d}' => {
            before.is_some_and(|c| !c.is_ascii()) && after.is_some_and(|c| !c.is_ascii())
        }
        _ => changes_direction(c) && has_right_to_left(text),
    }
}

fn changes_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text holds letters of Hebrew, Arabic and their neighbours.
fn has_right_to_left(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// Typographic quotes in place of YAML's own become part of the text. Within a text they are good
/// typography, and an apostrophe is.
fn look_at_quotes(
    file: &FileSubject<'_>,
    node: Node<'_>,
    is_key: bool,
    report: &mut Reporter,
) -> bool {
    let span = node.span();
    let text = file.tree.slice(span);
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return false;
    };
    let opens = is_typographic_quote(first);
    let closes = matches!(last, '“' | '”' | '‘' | '’');
    let inner = text.get(first.len_utf8()..text.len().saturating_sub(last.len_utf8()));
    let inner = inner.unwrap_or_default();
    if node.style() != Some(ScalarStyle::Plain) || !opens || !(closes || is_key) || inner.is_empty() {
        return false;
    }
    let place = |start: u32, c: char| Span {
        start,
        end: start + c.len_utf8() as u32,
    };
    let what = if is_key { "key" } else { "value" };
    let finding = report.find(
        Place::new(file.file, place(span.start, first)),
        format!("The typographic quote `{first}` is part of this {what}; YAML's own quote is `\"`."),
        "Type straight quotes.",
    );
    if closes && !inner.contains(['"', '\\', '“', '”']) {
        let quote = |span| Edit {
            span,
            text: "\"".to_string(),
        };
        finding.unsafe_fix(
            "put straight quotes",
            vec![
                quote(place(span.start, first)),
                quote(place(span.end - last.len_utf8() as u32, last)),
            ],
        );
    }
    true
}

fn full_width_colon(
    file: &FileSubject<'_>,
    at: usize,
    after: Option<char>,
    in_value: bool,
    report: &mut Reporter,
) {
    let span = Span {
        start: at as u32,
        end: (at + '\u{ff1a}'.len_utf8()) as u32,
    };
    let finding = report.find(
        Place::new(file.file, span),
        "This is a full-width colon (U+FF1A), which does not end a key.",
        "Type an ordinary `:` and a space.",
    );
    let has_space = after.is_none_or(char::is_whitespace);
    // Within a value a colon and a space would begin another one.
    let colon = match (in_value, has_space) {
        (true, true) => return,
        (true, false) | (false, true) => ":",
        (false, false) => ": ",
    };
    finding.unsafe_fix(
        "change to an ordinary colon",
        Edit {
            span,
            text: colon.to_string(),
        },
    );
}

fn find(file: &FileSubject<'_>, at: usize, c: char, what: &str, report: &mut Reporter) {
    let Some((name, instead)) = invisible(c) else { return };
    let span = Span {
        start: at as u32,
        end: (at + c.len_utf8()) as u32,
    };
    let title = if instead.is_empty() {
        "remove it"
    } else {
        "change to an ordinary space"
    };
    report
        .find(
            Place::new(file.file, span),
            format!(
                "An invisible character stands in {what}: a {name} (U+{:04X}).",
                u32::from(c)
            ),
            if instead.is_empty() {
                "Remove it."
            } else {
                "Type an ordinary space."
            },
        )
        .unsafe_fix(
            title,
            Edit {
                span,
                text: instead.to_string(),
            },
        );
}
