//! Why the parser stopped, in plain words, and the place to look at.
//!
//! The parser says where it stopped and which rule of YAML broke. A person needs to know which
//! character to change, so most of this looks at the line again as a person would.

use super::events::{Stop, Trouble};
use super::line_parts::{LineParts, line_above};
use super::lines_in_doubt::{flow_item_end, in_block, in_brackets};
use super::messages::{control_character, error, quote_hint, shown};
use super::value_map::{line_end, line_start};
use super::{ErrorCode, MAX_DEPTH, Span, SyntaxError};

/// What to take out of the text to read on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scope {
    /// The value at the place, with the lines that belong to it.
    Value,
    /// The line, with the lines that are indented deeper.
    Line,
    /// A single character.
    Character,
    /// Tabs in indentation, all of them.
    Tabs,
    /// The one item of a list or mapping in brackets.
    FlowItem,
    /// Everything from the bracket that begins there.
    Bracket,
}

/// What is wrong, and where the broken place begins.
pub(super) struct Diagnosis {
    pub error: SyntaxError,
    pub at: usize,
    pub scope: Scope,
}

/// What the builder knew when the parser stopped.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// Behind the last piece that was read.
    pub cursor: u32,
    /// The outermost open bracket: the place of a `[` or `{`.
    pub outer_flow: Option<u32>,
    /// The innermost open bracket, likewise.
    pub inner_flow: Option<u32>,
}

/// Explains why the parser stopped.
pub(super) fn diagnose(text: &str, stop: &Stop, around: Around, quote: Option<usize>) -> Diagnosis {
    let at = real_place(text, text.floor_char_boundary(stop.at as usize));
    let parts = LineParts::of(text, at);
    match stop.trouble {
        Trouble::TooDeep => Diagnosis {
            error: error(
                (at, next(text, at)),
                ErrorCode::TooDeep,
                format!(
                    "lists and mappings are nested too deeply here (more than {MAX_DEPTH} levels)"
                ),
                "",
            ),
            at,
            scope: if around.outer_flow.is_some() {
                Scope::Bracket
            } else {
                Scope::Value
            },
        },
        Trouble::Quotes => quotes(text, at, quote, around),
        Trouble::Escape => escapes(text, at, quote, around),
        Trouble::Tab => tabs(text, at),
        Trouble::UnclosedBracket => {
            unclosed(text, around.inner_flow.map_or(at, |inner| inner as usize))
        }
        Trouble::WrongBracket { open, close } => Diagnosis {
            error: error(
                (at, next(text, at)),
                ErrorCode::Brackets,
                format!("`{open}` is closed by `{close}`"),
                format!("close it with `{}`", if open == '[' { ']' } else { '}' }),
            ),
            at,
            scope: Scope::Bracket,
        },
        Trouble::Tag => {
            let message =
                "a value that begins with `!` is read as a YAML tag, and this is not a good one";
            word(text, at, &parts, ErrorCode::Directive, message)
        }
        Trouble::Character(character) if character.is_control() => {
            // The parser may stop at the beginning of the text that holds the character.
            let here = text[at..].find(character).map_or(at, |more| at + more);
            let found = text[here..].starts_with(character);
            let error = if found {
                control_character(here, character)
            } else {
                let message = "an invisible control character stands here";
                error(
                    (at, next(text, at)),
                    ErrorCode::ControlCharacter,
                    message,
                    "delete it",
                )
            };
            Diagnosis {
                error,
                at,
                scope: Scope::Value,
            }
        }
        Trouble::Character(character) if at >= parts.value => {
            let message = format!("a value cannot begin with `{character}`");
            word(text, at, &parts, ErrorCode::NeedsQuotes, &message)
        }
        Trouble::ByteOrderMark => Diagnosis {
            error: error(
                (at, next(text, at)),
                ErrorCode::ControlCharacter,
                "an invisible byte order mark (U+FEFF) stands in the middle of the file",
                "delete it; it usually comes from joining two files",
            ),
            at,
            scope: Scope::Character,
        },
        Trouble::NamelessAnchor => {
            let sign = text[at..].chars().next().unwrap_or('*');
            let message = format!("a value that begins with `{sign}` needs quotes");
            word(text, at, &parts, ErrorCode::NeedsQuotes, &message)
        }
        Trouble::BlockHeader => {
            let sign = text[at..].chars().next().unwrap_or('|');
            let message = format!(
                "`{sign}` begins a text block here, and nothing may follow it on the same line"
            );
            word(text, at, &parts, ErrorCode::NeedsQuotes, &message)
        }
        Trouble::Comment => Diagnosis {
            error: error(
                (at, line_end(text, at)),
                ErrorCode::Syntax,
                "a comment needs a space before its `#`",
                "put a space before `#`, or quotes around the value if `#` belongs to it",
            ),
            at,
            scope: if around.outer_flow.is_some() {
                Scope::FlowItem
            } else {
                Scope::Value
            },
        },
        Trouble::Directive => directive(text, at, &parts),
        _ if around.outer_flow.is_some() => in_brackets(text, at, &parts, around),
        trouble => in_block(text, at, parts, trouble),
    }
}

/// The place itself, or, when nothing stands there, the last character before it.
fn real_place(text: &str, at: usize) -> usize {
    if text[at..line_end(text, at)].trim().is_empty() {
        let before = text[..at].trim_end();
        return before
            .char_indices()
            .next_back()
            .map_or(0, |(last, _)| last);
    }
    at
}

pub(super) fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// A value that begins with a character that means something to YAML.
fn word(text: &str, at: usize, parts: &LineParts, code: ErrorCode, message: &str) -> Diagnosis {
    let end = parts.value_end.max(next(text, at));
    let start = if parts.value <= at { parts.value } else { at };
    Diagnosis {
        error: error(
            (start, end),
            code,
            message,
            quote_hint(text, parts, (start, end)),
        ),
        at,
        scope: Scope::Value,
    }
}

fn quotes(text: &str, at: usize, open: Option<usize>, around: Around) -> Diagnosis {
    let open = open.unwrap_or(at);
    if !text[open..].starts_with(['"', '\'']) {
        let message = "a text in quotes cannot be read here";
        let hint = "check where the quotes around it begin and end";
        return Diagnosis {
            error: error((at, next(text, at)), ErrorCode::Quotes, message, hint),
            at,
            scope: Scope::Value,
        };
    }
    let scope = if around.outer_flow.is_some() {
        Scope::FlowItem
    } else {
        Scope::Value
    };
    let parts = LineParts::of(text, open);
    let quote = text[open..].chars().next().unwrap_or('"');
    let single = quote == '\'';
    let line = text[open..parts.end].trim_end();
    // Opened here and closed on a later line: what lies between was never meant to be one text.
    let closed_here = line.len() > 1 && line[1..].contains(quote);
    if !closed_here {
        return Diagnosis {
            error: error(
                (open, parts.end.min(open + line.len())),
                ErrorCode::Quotes,
                format!("the text that begins with {quote} is never closed"),
                format!("put {quote} at the end of the text"),
            ),
            at: open,
            scope,
        };
    }
    let item_end = match around.outer_flow {
        Some(_) => flow_item_end(text, open, parts.end).min(open + line.len()),
        None => open + line.len(),
    };
    let inner = text.get(open + 1..item_end).unwrap_or_default();
    // `"PO" then 6 digits`: the quotes belong to the text.
    let inner = match inner.strip_suffix(quote) {
        Some(inner) => inner,
        None if !single => text.get(open..item_end).unwrap_or_default(),
        None => inner,
    };
    let shown = shown(inner, Span::new(0, inner.len() as u32));
    let (message, hint) = if single {
        let hint = if inner.contains('"') {
            format!(
                "write the apostrophe twice: '{}'",
                shown.replace('\'', "''")
            )
        } else {
            format!("use double quotes around a text with an apostrophe: \"{shown}\"")
        };
        (
            "the text in quotes ends at the apostrophe (') inside it",
            hint,
        )
    } else {
        let hint = format!(
            "use single quotes around it: '{}'",
            shown.replace('\'', "''")
        );
        (
            "the text in quotes ends early, and more text follows behind its closing quote",
            hint,
        )
    };
    // The quote that closes too early.
    let close = open + 1 + line[1..].find(quote).unwrap_or(0);
    let span = if at > close && at < parts.end {
        (close, at)
    } else {
        (close, next(text, close))
    };
    Diagnosis {
        error: error(span, ErrorCode::Quotes, message, hint),
        at: open,
        scope,
    }
}

fn escapes(text: &str, at: usize, open: Option<usize>, around: Around) -> Diagnosis {
    let open = open.unwrap_or(at);
    let bytes = text.as_bytes();
    let hex = |from: usize, digits: usize| {
        text.get(from..from + digits)
            .is_some_and(|piece| piece.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let mut here = open + 1;
    while here + 1 < bytes.len() && bytes[here] != b'"' {
        if bytes[here] == b'\\' {
            let good = match bytes[here + 1] {
                b'x' => hex(here + 2, 2),
                b'u' => hex(here + 2, 4) && !text[here + 2..].starts_with(['d', 'D']),
                b'U' => hex(here + 2, 8),
                other => b"0abtnvfre \"/\\N_LP\t\n\r".contains(&other),
            };
            if !good {
                break;
            }
            here += 1;
        }
        here += 1;
    }
    let here = if bytes.get(here) == Some(&b'\\') {
        here
    } else {
        open
    };
    Diagnosis {
        error: error(
            (here, next(text, next(text, here))),
            ErrorCode::Escape,
            "in double quotes `\\` begins a special character, and this one does not exist",
            "write `\\\\` for a backslash, or use single quotes around the text",
        ),
        at: open,
        scope: if around.outer_flow.is_some() {
            Scope::FlowItem
        } else {
            Scope::Value
        },
    }
}

fn tabs(text: &str, at: usize) -> Diagnosis {
    // The parser stops before, at or behind the tab; look at this line and its neighbours.
    let start = line_start(text, at);
    let mut here = line_above(text, start).map_or(start, |line| line.start);
    let mut tab = None;
    for _ in 0..4 {
        let end = line_end(text, here);
        let line = &text[here..end];
        let white = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(found) = line[..white].find('\t').filter(|_| white < line.len()) {
            tab = Some(here + found);
            break;
        }
        here = text[end..]
            .find(|c| c != '\n' && c != '\r')
            .map_or(text.len(), |more| end + more);
        here = line_start(text, here);
    }
    let found = tab.unwrap_or(at);
    Diagnosis {
        error: error(
            (found, next(text, found)),
            ErrorCode::Tab,
            "a tab stands where YAML wants spaces",
            "indent with spaces; most editors can convert tabs to spaces",
        ),
        at: found,
        scope: if tab.is_some() {
            Scope::Tabs
        } else {
            Scope::Value
        },
    }
}

pub(super) fn unclosed(text: &str, bracket: usize) -> Diagnosis {
    let open = text[bracket..].chars().next().unwrap_or('[');
    Diagnosis {
        error: error(
            (bracket, next(text, bracket)),
            ErrorCode::Brackets,
            format!("`{open}` is never closed"),
            format!(
                "put `{}` at the end of the list",
                if open == '{' { '}' } else { ']' }
            ),
        ),
        at: bracket,
        scope: Scope::Bracket,
    }
}

fn directive(text: &str, at: usize, parts: &LineParts) -> Diagnosis {
    let above = line_above(text, parts.start);
    let line = match above {
        Some(above)
            if !text[parts.first..].starts_with('%') && text[above.first..].starts_with('%') =>
        {
            above
        }
        _ => parts.clone(),
    };
    Diagnosis {
        error: error(
            (line.first, line.end),
            ErrorCode::Directive,
            "a line that begins with `%` is an instruction to YAML, and this one cannot be read",
            "delete the line, or put the value in quotes if it is text",
        ),
        at: if line.start == parts.start {
            at
        } else {
            line.first
        },
        scope: Scope::Line,
    }
}
