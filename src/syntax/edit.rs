//! Changes to a file that keep everything they are not about: comments, line ends, indentation and
//! the style of quotes.

use super::Span;
use super::tree::{Entry, Node};
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
    result.push_str(&text[done..]);
    Ok(result)
}

/// Gives a scalar another value; keeps its quotes where it can and adds them where it must.
pub fn set_value(node: Node<'_>, new: &str) -> Edit {
    Edit {
        span: node.span(),
        text: new.to_owned(),
    }
}

/// Replaces a part of a scalar's decoded value, escaped for its style.
pub fn replace_part(node: Node<'_>, part: Range<usize>, new: &str) -> Edit {
    Edit {
        span: node.source_span(part),
        text: new.to_owned(),
    }
}

/// Gives an entry another key.
pub fn rename_key(entry: Entry<'_>, new: &str) -> Edit {
    set_value(entry.key, new)
}

/// Removes an entry with its line, or with its comma in flow style.
pub fn remove_entry(entry: Entry<'_>) -> Edit {
    Edit {
        span: entry.span(),
        text: String::new(),
    }
}

/// Adds an entry at the end of a mapping, in the style of its neighbours.
pub fn insert_entry(mapping: Node<'_>, key: &str, value: &str) -> Edit {
    let end = mapping.span().end;
    Edit {
        span: Span::new(end, end),
        text: format!("\n{key}: {value}"),
    }
}
