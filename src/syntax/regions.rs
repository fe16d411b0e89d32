//! How far a broken place reaches: the lines that belong to it, the document that holds it.

use super::line_parts::LineParts;
use super::value_map::line_end;

/// Turns the tabs of all indentation into spaces.
pub(super) fn spaces_for_tabs(text: &str) -> String {
    let mut indentation = true;
    text.chars()
        .map(|character| match character {
            '\n' | '\r' => {
                indentation = true;
                character
            }
            '\t' if indentation => ' ',
            ' ' => ' ',
            _ => {
                indentation = false;
                character
            }
        })
        .collect()
}

/// Where the lines end that are indented deeper than `base` and follow the line; blank lines at the
/// end are left out, a line of closing brackets only is taken in.
pub(super) fn block_end(text: &str, line: &LineParts, base: usize) -> usize {
    let mut end = line.end;
    let mut at = next_line(text, line.end);
    while at < text.len() {
        let next = line_end(text, at);
        let piece = &text[at..next];
        let content = piece.trim_start_matches([' ', '\t']);
        let indent = piece.len() - content.len();
        let closing = !content.is_empty()
            && content
                .trim_end()
                .chars()
                .all(|c| matches!(c, ']' | '}' | ','));
        if !content.is_empty() {
            if (indent <= base && !closing) || is_document_mark(piece) {
                break;
            }
            end = next;
        }
        if next == text.len() {
            break;
        }
        at = next_line(text, next);
    }
    end
}

/// Behind a run of lines that are neither keys nor list items: pasted text is one mistake.
pub(super) fn loose_end(text: &str, line: &LineParts) -> usize {
    let mut end = line.end;
    if line.key.is_some() || !line.dashes.is_empty() {
        return end;
    }
    let mut at = next_line(text, end);
    while at > end && at < text.len() {
        let next = LineParts::of(text, at);
        let told = next.is_blank()
            || next.key.is_some()
            || !next.dashes.is_empty()
            || text[next.first..].starts_with('#')
            || is_document_mark(&text[next.start..next.end]);
        if told {
            break;
        }
        end = next.end;
        at = next_line(text, end);
    }
    end
}

fn next_line(text: &str, end: usize) -> usize {
    let bytes = text.as_bytes();
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => end + 2,
        (Some(_), _) => end + 1,
        (None, _) => end,
    }
}

fn is_document_mark(line: &str) -> bool {
    (line.starts_with("---") || line.starts_with("..."))
        && line[3..]
            .chars()
            .next()
            .is_none_or(|c| c.is_ascii_whitespace())
}

/// The beginning of the next line from `at` on that begins a document, or the end of the text.
pub(super) fn document_end(text: &str, at: usize) -> usize {
    let mut here = next_line(text, line_end(text, at.min(text.len())));
    while here < text.len() {
        let end = line_end(text, here);
        if is_document_mark(&text[here..end]) {
            return here;
        }
        let next = next_line(text, end);
        if next == here {
            break;
        }
        here = next;
    }
    text.len()
}
