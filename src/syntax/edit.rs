//! Changes to a file that keep everything they are not about: comments, line ends, indentation and
//! the style of quotes.

use super::Span;
use super::edit_place::{begin, finish, indent_of, line_break, parent, setting};
use super::line_parts::LineParts;
use super::lines::behind_break;
use super::node::{Entry, Node};
use super::tree::{NodeKind, ScalarStyle};
use super::value_map::{line_end, line_start};
use super::write::{self, Setting};
use std::ops::Range;

/// A replacement of a stretch of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Two edits that cannot both be made, or one that does not fit the text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("changes overlap or lie outside of the text")]
pub struct Conflict {
    /// The edit that was to be made first.
    pub first: Span,
    /// The edit that does not fit with it (the same where it does not fit the text).
    pub second: Span,
}

/// Makes all edits at once.
///
/// # Errors
/// When two edits overlap or insert at the same place, or one does not fit the text.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Conflict> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    let mut last: Option<Span> = None;
    for edit in sorted {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        if let Some(first) = last
            && (start < done || first == edit.span)
        {
            return Err(Conflict {
                first,
                second: edit.span,
            });
        }
        let conflict = Conflict {
            first: edit.span,
            second: edit.span,
        };
        if end < start || !text.is_char_boundary(start) || !text.is_char_boundary(end) {
            return Err(conflict);
        }
        result.push_str(text.get(done..start).ok_or(conflict)?);
        result.push_str(&edit.text);
        done = end;
        last = Some(edit.span);
    }
    result.push_str(text.get(done..).unwrap_or_default());
    Ok(result)
}

fn edit(start: usize, end: usize, text: impl Into<String>) -> Edit {
    Edit {
        span: Span::new(start as u32, end as u32),
        text: text.into(),
    }
}

/// Gives a scalar another value. Its quotes stay; a plain one gets quotes when the new text needs
/// them or would be read as another type (text as a number, a number as text). A block scalar stays
/// one where it can. An alias or a collection in brackets is replaced by the value.
pub fn set_value(node: Node<'_>, new: &str) -> Edit {
    let setting = setting(node);
    let span = node.span();
    let style = match node.kind() {
        NodeKind::Scalar => node.style().unwrap_or(ScalarStyle::Plain),
        _ => ScalarStyle::Plain,
    };
    if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
        return set_block(node, style, new);
    }
    let old = if node.kind() == NodeKind::Scalar {
        node.value()
    } else {
        None
    };
    let text = write::scalar(new, style, old, setting);
    if span.is_empty() && !setting.key {
        return fill_empty(node, &text, setting);
    }
    if span.is_empty() && begin(node) < span.start as usize {
        return Edit {
            span,
            text: format!(" {text}"),
        };
    }
    Edit { span, text }
}

/// A text as it is written as a value, with quotes where it needs them; in brackets it needs them more
/// often.
pub fn written(value: &str, in_brackets: bool) -> String {
    let setting = Setting {
        flow: in_brackets,
        key: false,
    };
    write::scalar(value, ScalarStyle::Plain, None, setting)
}

/// Puts a value where there was none: behind `key:`, `-`, an anchor, or a key alone in brackets.
fn fill_empty(node: Node<'_>, text: &str, setting: Setting) -> Edit {
    let at = node.span().start as usize;
    let source = node.tree().text();
    let before = source[..at].chars().next_back();
    let behind = source[at..].chars().next();
    let separate = matches!(before, Some(':' | '-' | '?')) || node.anchor_span().is_some();
    let separate = separate || node.tag_span().is_some();
    let alone = !separate && !matches!(before, None | Some(' ' | '\t' | '\n' | '\r' | '\u{feff}'));
    if let Some(mapping) = parent(node).filter(|_| alone && !setting.flow) {
        // A key behind `?` that has no `:` yet.
        let line = line_end(source, at);
        let eol = line_break(source, at);
        return edit(line, line, format!("{eol}{}: {text}", indent_of(mapping)));
    }
    let left = match before {
        None | Some(' ' | '\t' | '\n' | '\r' | '\u{feff}') => "",
        _ if separate => " ",
        // A key alone has no colon yet.
        _ => ": ",
    };
    let right = match behind {
        Some('#') => " ",
        _ => "",
    };
    edit(at, at, format!("{left}{text}{right}"))
}

fn set_block(node: Node<'_>, style: ScalarStyle, new: &str) -> Edit {
    let source = node.tree().text();
    let span = node.span();
    let old = node.tree().slice(span);
    let ends_line = old.ends_with(['\n', '\r']);
    let eol = line_break(source, span.start as usize);
    let header_end = line_end(source, span.start as usize).min(span.end as usize);
    let header = &source[span.start as usize..header_end];
    let comment = source[span.start as usize..line_end(source, span.start as usize)].find(" #");
    let content = LineParts::of(
        source,
        header_end + eol.len().min(source.len() - header_end),
    );
    let tail = if ends_line { eol } else { "" };
    let nothing = node.value().is_none_or(str::is_empty);
    if nothing
        || !write::can_be_block(new)
        || content.is_blank()
        || content.start >= span.end as usize
    {
        // The header's comment stands inside of what is replaced; it moves behind the value.
        let comment = comment
            .filter(|at| span.start as usize + at < span.end as usize)
            .map(|at| format!(" {}", header[at..].trim()))
            .unwrap_or_default();
        let text = write::double(new);
        return Edit {
            span,
            text: format!("{text}{comment}{tail}"),
        };
    }
    let (body, chomp) = match new.strip_suffix('\n') {
        Some(body) => (body, ""),
        None => (new, "-"),
    };
    let folded = style == ScalarStyle::Folded && !body.contains('\n');
    let indicator = if folded { '>' } else { '|' };
    let digit: String = header
        .get(1..)
        .unwrap_or_default()
        .chars()
        .take(2)
        .filter(char::is_ascii_digit)
        .collect();
    let comment = comment.map_or("", |at| header.get(at..).unwrap_or_default());
    // The indentation of the old text, without spaces that were part of the text.
    let first = node.source_span(0..0).start as usize;
    let indent = &source[line_start(source, first)..first];
    let indent = if indent.trim().is_empty() {
        indent
    } else {
        "  "
    };
    let mut text = format!("{indicator}{digit}{chomp}{comment}");
    for line in body.split('\n') {
        text.push_str(eol);
        if !line.is_empty() {
            text.push_str(indent);
            text.push_str(line);
        }
    }
    text.push_str(tail);
    Edit { span, text }
}

/// Replaces a part (a byte range) of a scalar's decoded value, escaped for its style. Where the new
/// text cannot stand in that style, the whole scalar is written anew.
pub fn replace_part(node: Node<'_>, part: Range<usize>, new: &str) -> Edit {
    let node = node.resolved();
    let Some(old) = node.value() else {
        return set_value(node, new);
    };
    let start = part.start.min(old.len());
    let end = part.end.min(old.len()).max(start);
    let (Some(head), Some(tail)) = (old.get(..start), old.get(end..)) else {
        return set_value(node, new);
    };
    let whole = format!("{head}{new}{tail}");
    let source = node.tree().slice(node.span());
    let several_lines = source.contains(['\n', '\r']);
    let span = node.source_span(start..end);
    let text = match node.style() {
        // At the edge of a line white space would be folded or taken for indentation.
        _ if several_lines && !is_inside_line(head, new, tail) => None,
        _ if several_lines && node.tree().slice(span).contains(['\n', '\r']) => None,
        Some(ScalarStyle::Plain) => {
            let fits = !span.is_empty() || !node.span().is_empty();
            (fits && write::stays_plain(old, &whole, setting(node))).then(|| new.to_owned())
        }
        Some(ScalarStyle::SingleQuoted) => {
            let quoted = write::scalar(new, ScalarStyle::SingleQuoted, None, Setting::default());
            let inside = quoted
                .strip_prefix('\'')
                .and_then(|text| text.strip_suffix('\''));
            inside.map(str::to_owned)
        }
        Some(ScalarStyle::DoubleQuoted) => Some(write::escaped(new)),
        Some(ScalarStyle::Literal | ScalarStyle::Folded) => {
            (write::can_be_block(&whole) && !new.contains(['\n', '\t'])).then(|| new.to_owned())
        }
        None => None,
    };
    match text {
        Some(text) => Edit { span, text },
        None => set_value(node, &whole),
    }
}

/// Whether a change keeps clear of the white space at which lines are folded.
fn is_inside_line(head: &str, new: &str, tail: &str) -> bool {
    let solid = |text: &str| !text.is_empty() && text.trim() == text;
    let edge = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    solid(new) && edge(head.chars().next_back()) && edge(tail.chars().next())
}

/// Gives an entry another key.
pub fn rename_key(entry: Entry<'_>, new: &str) -> Edit {
    set_value(entry.key, new)
}

/// Removes an entry: in block style with its lines and the comment behind it, in flow style with
/// its comma. The last entry leaves `{}`.
pub fn remove_entry(entry: Entry<'_>) -> Edit {
    let tree = entry.key.tree();
    let text = tree.text();
    let Some(mapping) = parent(entry.key) else {
        return edit(0, 0, "");
    };
    let alone = mapping.entries().nth(1).is_none();
    let start = begin(entry.key);
    let end = finish(entry);
    if mapping.is_flow() {
        return remove_flow(text, mapping, start, end, alone);
    }
    let ends_line = end > start && matches!(text.as_bytes()[end - 1], b'\n' | b'\r');
    let line = LineParts::of(text, start);
    if alone {
        return edit(
            line.content.min(start),
            if ends_line {
                end - line_break(text, start).len()
            } else {
                end
            },
            "{}",
        );
    }
    let rest = if ends_line {
        end
    } else {
        behind_break(text, line_end(text, end))
    };
    if line
        .dashes
        .iter()
        .any(|dash| text[*dash..].starts_with('-'))
        && line.content <= start
    {
        // Other keys of the item follow: the next one moves up behind the dash.
        let next = LineParts::of(text, rest);
        return edit(
            line.content,
            if rest >= text.len() { rest } else { next.first },
            "",
        );
    }
    let mark = if line.start == 0 && text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    edit(line.start + mark, rest, "")
}

fn remove_flow(text: &str, mapping: Node<'_>, start: usize, end: usize, alone: bool) -> Edit {
    let braces = text[mapping.span().range()].starts_with('{');
    if alone {
        return edit(start, end, if braces { "" } else { "{}" });
    }
    let behind = end + text[end..].len() - text[end..].trim_start().len();
    if text[behind..].starts_with(',') {
        let comma = behind + 1;
        let blank = text[comma..].len() - text[comma..].trim_start_matches([' ', '\t']).len();
        let line = LineParts::of(text, start);
        let next = comma + blank;
        // A line of its own goes as a whole.
        if line.first == start && next == line_end(text, next) && next < text.len() {
            return edit(line.start, behind_break(text, next), "");
        }
        return edit(start, next, "");
    }
    let before = text[..start].trim_end();
    if before.ends_with(',') {
        edit(before.len() - 1, end, "")
    } else {
        edit(start, end, "")
    }
}

/// Adds an entry at the end of a mapping, in the style of its neighbours.
pub fn insert_entry(mapping: Node<'_>, key: &str, value: &str) -> Edit {
    let mapping = mapping.resolved();
    let text = mapping.tree().text();
    let flow = mapping.kind() != NodeKind::Mapping || mapping.is_flow() || setting(mapping).flow;
    let key = write::scalar(
        key,
        ScalarStyle::Plain,
        Some("a"),
        Setting { flow, key: true },
    );
    let value = write::scalar(
        value,
        ScalarStyle::Plain,
        None,
        Setting { flow, key: false },
    );
    let new = format!("{key}: {value}");
    if mapping.kind() != NodeKind::Mapping {
        let new = format!("{{ {new} }}");
        return if mapping.span().is_empty() {
            fill_empty(mapping, &new, setting(mapping))
        } else {
            Edit {
                span: mapping.span(),
                text: new,
            }
        };
    }
    let span = mapping.span();
    let (start, end) = (span.start as usize, span.end as usize);
    let Some(last) = mapping.entries().last() else {
        return edit(start + 1, start + 1, new);
    };
    let last_end = finish(last);
    if mapping.is_flow() {
        if !text[start..].starts_with('{') {
            // A pair in a list, `[a: b]`, has room for one entry only.
            return edit(start, end, format!("{{{}, {new}}}", &text[start..end]));
        }
        let behind = last_end + text[last_end..].len() - text[last_end..].trim_start().len();
        let line = LineParts::of(text, begin(last.key));
        let own_line = line.first == begin(last.key);
        let indent = &text[line.start..line.first];
        let gap = if own_line {
            format!("{}{indent}", line_break(text, start))
        } else {
            " ".to_owned()
        };
        return if text[behind..].starts_with(',') {
            edit(behind + 1, behind + 1, format!("{gap}{new}"))
        } else {
            edit(last_end, last_end, format!(",{gap}{new}"))
        };
    }
    let indent = indent_of(mapping);
    let eol = line_break(text, start);
    if last_end > 0 && matches!(text.as_bytes()[last_end - 1], b'\n' | b'\r') {
        return edit(last_end, last_end, format!("{indent}{new}{eol}"));
    }
    let at = line_end(text, last_end);
    edit(at, at, format!("{eol}{indent}{new}"))
}
