//! Plain words for what the parser stumbles over, and the place to look at.
//!
//! The parser says where it stopped and which rule of YAML broke. A person needs to know which
//! character to change, so most of this looks at the line again as a person would.

use super::events::{Stop, Trouble};
use super::line_parts::{LineParts, line_above};
use super::value_map::{line_end, line_start};
use super::{ErrorCode, MAX_DEPTH, MAX_FILE_BYTES, Span, SyntaxError};

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
    /// The outermost open bracket.
    pub outer_flow: Option<u32>,
    /// The innermost open bracket.
    pub inner_flow: Option<u32>,
}

fn error(
    (start, end): (usize, usize),
    code: ErrorCode,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> SyntaxError {
    let hint = Some(hint.into()).filter(|hint: &String| !hint.is_empty());
    SyntaxError { span: Span::new(start as u32, end as u32), code, message: message.into(), hint }
}

pub(super) fn too_large(bytes: usize) -> SyntaxError {
    error(
        (0, 0),
        ErrorCode::TooLarge,
        format!(
            "the file is too large to be read: {bytes} bytes, and {MAX_FILE_BYTES} is the limit"
        ),
        "split it into several files",
    )
}

/// A piece of the text for a message: short, and without characters that a terminal would obey.
pub(super) fn shown(text: &str, span: Span) -> String {
    const LONGEST: usize = 60;
    let piece = text.get(span.range()).unwrap_or_default();
    let mut shown = String::new();
    for (count, character) in piece.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        let hidden = character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        shown.push(if hidden { '\u{fffd}' } else { character });
    }
    shown
}

/// The advice to put a value into quotes, as it would look.
fn quote_hint(text: &str, parts: &LineParts, value: (usize, usize)) -> String {
    let shown_value = shown(text, Span::new(value.0 as u32, value.1 as u32));
    let quoted = if shown_value.contains(['"', '\\']) {
        format!("'{}'", shown_value.replace('\'', "''"))
    } else {
        format!("\"{shown_value}\"")
    };
    match &parts.key {
        Some(key) if key.end <= value.0 => {
            let key = shown(text, Span::new(key.start as u32, key.end as u32));
            format!("put the value in quotes: {key}: {quoted}")
        }
        _ => format!("put it in quotes: {quoted}"),
    }
}

pub(super) fn undefined_alias(text: &str, span: Span) -> SyntaxError {
    let name = shown(text, span);
    let plain = name.bytes().skip(1).all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let range = (span.start as usize, span.end as usize);
    if plain {
        let message = format!("`{name}` refers to an anchor that does not stand before it");
        let hint = format!(
            "write `&{}` before the block that is meant; if you mean the text itself, put it in \
             quotes: \"{name}\"",
            name.trim_start_matches('*')
        );
        return error(range, ErrorCode::UndefinedAlias, message, hint);
    }
    let parts = LineParts::of(text, range.0);
    let message = format!("`{name}` is read as a reference, because it begins with `*`");
    error(range, ErrorCode::UndefinedAlias, message, quote_hint(text, &parts, range))
}

pub(super) fn anchor_cycle(text: &str, span: Span) -> SyntaxError {
    error(
        (span.start as usize, span.end as usize),
        ErrorCode::AnchorCycle,
        format!("`{}` stands inside the very block that it refers to", shown(text, span)),
        "refer to a block that ends before this place",
    )
}

pub(super) fn placeholder(text: &str, span: Span) -> SyntaxError {
    let range = (span.start as usize, span.end as usize);
    let parts = LineParts::of(text, range.0);
    error(
        range,
        ErrorCode::UnquotedPlaceholder,
        format!(
            "the placeholder `{}` needs quotes: `{{` begins a mapping in YAML",
            shown(text, span)
        ),
        quote_hint(text, &parts, range),
    )
}

pub(super) fn under_indented(text: &str, at: u32, what: &str) -> SyntaxError {
    let start = line_start(text, at as usize);
    let parts = LineParts::of(text, start);
    error(
        (parts.first.min(parts.end), parts.end.min(parts.first + 1).max(parts.first)),
        ErrorCode::Indentation,
        format!("this line belongs to {what} that began above, but it is not indented"),
        "put spaces before it, more than before the key above",
    )
}

pub(super) fn control_character(at: usize, character: char) -> SyntaxError {
    error(
        (at, at + character.len_utf8()),
        ErrorCode::ControlCharacter,
        format!(
            "an invisible control character (U+{:04X}, non-printable) stands here",
            u32::from(character)
        ),
        "delete it; it usually comes from copying out of another program",
    )
}

/// Explains why the parser stopped.
pub(super) fn diagnose(text: &str, stop: &Stop, around: Around, quote: Option<usize>) -> Diagnosis {
    let at = real_place(text, (stop.at as usize).min(text.len()));
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
            scope: if around.outer_flow.is_some() { Scope::Bracket } else { Scope::Value },
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
            Diagnosis { error: control_character(at, character), at, scope: Scope::Value }
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
            scope: if around.outer_flow.is_some() { Scope::FlowItem } else { Scope::Value },
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
        return before.char_indices().next_back().map_or(0, |(last, _)| last);
    }
    at
}

fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// A value that begins with a character that means something to YAML.
fn word(text: &str, at: usize, parts: &LineParts, code: ErrorCode, message: &str) -> Diagnosis {
    let end = parts.value_end.max(next(text, at));
    let start = if parts.value <= at { parts.value } else { at };
    Diagnosis {
        error: error((start, end), code, message, quote_hint(text, parts, (start, end))),
        at,
        scope: Scope::Value,
    }
}

fn quotes(text: &str, at: usize, open: Option<usize>, around: Around) -> Diagnosis {
    let open = open.unwrap_or(at);
    let scope = if around.outer_flow.is_some() { Scope::FlowItem } else { Scope::Value };
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
    let inner = text[open..item_end].trim_matches(quote);
    let shown = shown(inner, Span::new(0, inner.len() as u32));
    let (message, hint) = if single {
        let hint = if inner.contains('"') {
            format!("write the apostrophe twice: '{}'", shown.replace('\'', "''"))
        } else {
            format!("use double quotes around a text with an apostrophe: \"{shown}\"")
        };
        ("the text in quotes ends at the apostrophe (') inside it", hint)
    } else {
        let hint = format!("use single quotes around it: '{}'", shown.replace('\'', "''"));
        ("the text in quotes ends early, and more text follows behind its closing quote", hint)
    };
    // The quote that closes too early.
    let close = open + 1 + line[1..].find(quote).unwrap_or(0);
    let span = if at > close && at < parts.end { (close, at) } else { (close, next(text, close)) };
    Diagnosis { error: error(span, ErrorCode::Quotes, message, hint), at: open, scope }
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
    let here = if bytes.get(here) == Some(&b'\\') { here } else { open };
    Diagnosis {
        error: error(
            (here, next(text, next(text, here))),
            ErrorCode::Escape,
            "in double quotes `\\` begins a special character, and this one does not exist",
            "write `\\\\` for a backslash, or use single quotes around the text",
        ),
        at: open,
        scope: if around.outer_flow.is_some() { Scope::FlowItem } else { Scope::Value },
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
        here = text[end..].find(|c| c != '\n' && c != '\r').map_or(text.len(), |more| end + more);
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
        scope: if tab.is_some() { Scope::Tabs } else { Scope::Value },
    }
}

fn unclosed(text: &str, bracket: usize) -> Diagnosis {
    let open = text[bracket..].chars().next().unwrap_or('[');
    Diagnosis {
        error: error(
            (bracket, next(text, bracket)),
            ErrorCode::Brackets,
            format!("`{open}` is never closed"),
            format!("put `{}` at the end of the list", if open == '{' { '}' } else { ']' }),
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
        at: if line.start == parts.start { at } else { line.first },
        scope: Scope::Line,
    }
}

/// Inside of `[…]` or `{…}`.
fn in_brackets(text: &str, at: usize, parts: &LineParts, around: Around) -> Diagnosis {
    let inner = around.inner_flow.unwrap_or_default() as usize;
    let owner = LineParts::of(text, inner);
    let later = parts.start > owner.start;
    if later && parts.indent() <= owner.base() {
        return unclosed(text, inner);
    }
    let start = flow_item_start(text, at, inner);
    let end = flow_item_end(text, start, parts.end);
    let item = &text[start..end];
    let value = item.find(": ").map_or(start, |colon| start + colon + 2);
    let value = value + text[value..end].len() - text[value..end].trim_start().len();
    let piece = Span::new(value as u32, end as u32);
    if text[value..end].contains(": ") || text[at..].starts_with(':') {
        return Diagnosis {
            error: error(
                (value, end),
                ErrorCode::NeedsQuotes,
                "this value contains `: ` and needs quotes",
                format!("put it in quotes: \"{}\"", shown(text, piece).replace('"', "'")),
            ),
            at,
            scope: Scope::FlowItem,
        };
    }
    Diagnosis {
        error: error(
            (at, next(text, at)),
            ErrorCode::Syntax,
            "this does not fit into the list or mapping in brackets",
            "check that a comma stands between the entries, and put text with special characters \
             in quotes",
        ),
        at,
        scope: Scope::FlowItem,
    }
}

/// Where the item that holds `at` begins, not before the bracket, on the same line.
pub(super) fn flow_item_start(text: &str, at: usize, bracket: usize) -> usize {
    let from = line_start(text, at).max((bracket + 1).min(at));
    let before = &text[from..at];
    let start = before.rfind([',', '{', '[']).map_or(from, |found| from + found + 1);
    start + text[start..at].len() - text[start..at].trim_start().len()
}

/// Where the item that begins at `start` ends; text in quotes counts as a whole where it can.
pub(super) fn flow_item_end(text: &str, start: usize, line: usize) -> usize {
    let line = line.max(start);
    let item = &text[start..line];
    let in_quotes = item.starts_with(['"', '\'']);
    let colon = item.find(": ").filter(|_| !in_quotes);
    let value = colon.map_or(0, |colon| colon + 2);
    let body = item[value..].trim_start();
    let body_at = start + item.len() - body.len();
    if let Some(quote) = body.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        for (at, _) in body.match_indices(quote).skip(1) {
            let behind = body[at + 1..].trim_start();
            if behind.is_empty() || behind.starts_with([',', '}', ']']) {
                return body_at + at + 1;
            }
        }
    }
    let end = item[value..].find([',', '}', ']']).map_or(line, |found| start + value + found);
    start + text[start..end].trim_end().len()
}

/// Outside of brackets.
fn in_block(text: &str, at: usize, parts: LineParts, trouble: Trouble) -> Diagnosis {
    let above = line_above(text, parts.start);
    let value = (parts.value, parts.value_end);
    let first_colon = parts.key.as_ref().is_some_and(|key| at <= parts.value && at >= key.end);
    if trouble == Trouble::Colon {
        if !first_colon && parts.key.is_some() {
            return Diagnosis {
                error: error(
                    value,
                    ErrorCode::NeedsQuotes,
                    "this value contains `: ` and needs quotes, because a colon and a space begin \
                     a value of their own",
                    quote_hint(text, &parts, value),
                ),
                at,
                scope: Scope::Value,
            };
        }
        if let Some(above) = above {
            if above.key.is_none() && above.dashes.is_empty() {
                return neither(text, &above);
            }
            return Diagnosis {
                error: error(
                    (parts.first, parts.key.as_ref().map_or(parts.end, |key| key.end)),
                    ErrorCode::Indentation,
                    "this line is indented deeper than the one above, which already has a value",
                    "give it as many spaces as the key above, or remove the value above",
                ),
                at,
                scope: Scope::Line,
            };
        }
    }
    let placeholder_value = text[parts.value..parts.end].starts_with("{{");
    if placeholder_value && at >= parts.value {
        let mut error = placeholder(text, Span::new(value.0 as u32, value.1 as u32));
        error.hint = Some(quote_hint(text, &parts, value));
        return Diagnosis { error, at, scope: Scope::Value };
    }
    if trouble == Trouble::NoKey {
        return neither(text, &parts);
    }
    let behind_key = parts.key.as_ref().is_some_and(|key| at > key.end);
    if behind_key || at > parts.content {
        let begins = text[parts.value..].chars().next().unwrap_or(' ');
        let message = match begins {
            '[' | '{' => format!("text follows behind the bracket that closes `{begins}`"),
            '-' => "a list cannot begin on the line of its key".to_owned(),
            _ => "this value cannot be read without quotes".to_owned(),
        };
        let mut hint = quote_hint(text, &parts, value);
        if begins == '-' {
            hint = format!("begin the list on a line of its own, or {hint}");
        }
        return Diagnosis {
            error: error(value, ErrorCode::NeedsQuotes, message, hint),
            at,
            scope: Scope::Value,
        };
    }
    if trouble == Trouble::StrayBracket {
        return Diagnosis {
            error: error(
                (at, next(text, at)),
                ErrorCode::Brackets,
                "this bracket closes nothing",
                "delete it, or look for the place where it should have been opened",
            ),
            at,
            scope: Scope::Line,
        };
    }
    let item = text[parts.first..].starts_with("- ");
    let same = above.is_some_and(|above| above.indent() == parts.indent());
    let (code, message, hint) = if item && same {
        (
            ErrorCode::Indentation,
            "a list item stands here, but the lines above are keys",
            "put the list below a key of its own",
        )
    } else if same {
        (
            ErrorCode::Indentation,
            "a key stands here, but the lines above are list items",
            "indent it with the item it belongs to, or move it out of the list",
        )
    } else {
        (
            ErrorCode::Indentation,
            "the spaces before this line fit no line above it",
            "give it exactly as many spaces as the lines it belongs to",
        )
    };
    Diagnosis {
        error: error((parts.first, parts.end.max(parts.first)), code, message, hint),
        at,
        scope: Scope::Line,
    }
}

/// A line that is neither `key: value` nor a list item.
fn neither(text: &str, line: &LineParts) -> Diagnosis {
    let content = &text[line.first..line.end];
    let colon = content.find(':').filter(|at| *at > 0);
    let (message, hint) = if content.starts_with('-') && !content.starts_with("--") {
        ("a space is missing behind the dash", "write `- ` before each item of a list")
    } else if colon.is_some() {
        ("a space is missing behind the colon", "write `key: value` with a space behind the colon")
    } else {
        (
            "this line is neither `key: value` nor a list item",
            "if it belongs to the text above, indent it and put the text in quotes; if it is a key, \
             put `:` behind it",
        )
    };
    Diagnosis {
        error: error(
            (line.first, line.value_end.max(line.first)),
            ErrorCode::Syntax,
            message,
            hint,
        ),
        at: line.first,
        scope: Scope::Line,
    }
}
