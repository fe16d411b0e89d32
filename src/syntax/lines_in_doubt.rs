//! Trouble that the parser only notices: a line, or an item in brackets, is not what may stand
//! there. What was meant has to be guessed from the lines around.

use super::diagnose::{Around, Diagnosis, Scope, next, unclosed};
use super::events::Trouble;
use super::line_parts::{LineParts, line_above};
use super::messages::{error, placeholder, quote_hint, shown};
use super::value_map::line_start;
use super::{ErrorCode, Span};

/// Inside of `[…]` or `{…}`.
pub(super) fn in_brackets(text: &str, at: usize, parts: &LineParts, around: Around) -> Diagnosis {
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
                format!(
                    "put it in quotes: \"{}\"",
                    shown(text, piece).replace('"', "'")
                ),
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
    let start = before
        .rfind([',', '{', '['])
        .map_or(from, |found| from + found + 1);
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
    let end = item[value..]
        .find([',', '}', ']'])
        .map_or(line, |found| start + value + found);
    start + text[start..end].trim_end().len()
}

/// Outside of brackets.
pub(super) fn in_block(text: &str, at: usize, parts: LineParts, trouble: Trouble) -> Diagnosis {
    let above = line_above(text, parts.start);
    let value = (parts.value, parts.value_end);
    let first_colon = parts
        .key
        .as_ref()
        .is_some_and(|key| at <= parts.value && at >= key.end);
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
                    (
                        parts.first,
                        parts.key.as_ref().map_or(parts.end, |key| key.end),
                    ),
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
        return Diagnosis {
            error,
            at,
            scope: Scope::Value,
        };
    }
    if trouble == Trouble::NoKey {
        return neither(text, &parts);
    }
    if trouble == Trouble::StrayBracket && text[parts.value..].starts_with(['[', '{']) {
        return Diagnosis {
            error: error(
                (at, next(text, at)),
                ErrorCode::Brackets,
                "this bracket is one too many",
                "delete it",
            ),
            at,
            scope: Scope::Value,
        };
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
        error: error(
            (parts.first, parts.end.max(parts.first)),
            code,
            message,
            hint,
        ),
        at,
        scope: Scope::Line,
    }
}

/// A line that is neither `key: value` nor a list item.
fn neither(text: &str, line: &LineParts) -> Diagnosis {
    let content = &text[line.first..line.end];
    let colon = content.find(':').filter(|at| *at > 0);
    let (message, hint) = if content.starts_with('-') && !content.starts_with("--") {
        (
            "a space is missing behind the dash",
            "write `- ` before each item of a list",
        )
    } else if colon.is_some() {
        (
            "a space is missing behind the colon",
            "write `key: value` with a space behind the colon",
        )
    } else {
        (
            "this line is neither `key: value` nor a list item",
            "if it is a key, put `:` and a space behind it; if it belongs to the text above, put \
             that text in quotes and indent this line",
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
