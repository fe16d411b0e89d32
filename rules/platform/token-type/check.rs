//! Tokens hold what their channel says.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::platforms::{LARGEST_NUMBER, token_name};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::values::{Map, Text, parse_date};
use crate::model::{Body, Kind, TokenType};
use crate::syntax::Node;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let documents = || context.workspace().documents().map(|(_, document)| document);
    let mut types: HashMap<&str, &Map<'_, TokenType>> = HashMap::new();
    for document in documents() {
        let Some(Body::Channels(channels)) = &document.body else { continue };
        for (id, channel) in &channels.entries {
            if let Some(token_types) = &channel.token_types {
                types.entry(id.value).or_insert(token_types);
            }
        }
    }
    if types.is_empty() {
        return;
    }
    for document in documents().filter(|document| document.kind == Some(Kind::Campaign)) {
        let says = |key: &str| document.root.get(key).map(|node| node.resolved());
        let is_over = matches!(says("status").and_then(Node::value), Some("done" | "aborted"));
        let channel = says("channel").and_then(Node::value);
        let types = channel.and_then(|channel| types.get(channel));
        if let (false, Some(types), Some(tokens)) = (is_over, types, says("tokens")) {
            check_tokens(tokens, types, report);
        }
    }
}

fn check_tokens(tokens: Node<'_>, types: &Map<'_, TokenType>, report: &mut Reporter) {
    for entry in tokens.effective_entries() {
        let (Some(name), Some(value)) = (Text::of(entry.key), Text::of(entry.value)) else { continue };
        let (plain, _) = token_name(name.value);
        let declared = types
            .entries
            .iter()
            .find(|(known, _)| token_name(known.value).0.eq_ignore_ascii_case(plain));
        let Some((known, token_type)) = declared else { continue };
        let text = value.value.trim();
        // What is empty is told elsewhere, what another token fills in can't be judged.
        if text.is_empty() || text.contains("{{") {
            continue;
        }
        let Some((wrong, help)) = what_is_wrong(text, *token_type) else { continue };
        report
            .find(
                value.node,
                format!("The token `{}` {wrong}, but it is `{}`.", shown(name.value), shown(text)),
                help,
            )
            .because(known.node, "what this token holds");
    }
}

/// What a value should be and is not, to follow the token's name, and what to do.
fn what_is_wrong(text: &str, token_type: TokenType) -> Option<(&'static str, &'static str)> {
    let is_wrong = match token_type {
        TokenType::Date => parse_date(text).is_err(),
        TokenType::Number => !is_number(text),
        TokenType::Score => !is_score(text),
        _ => false,
    };
    is_wrong.then_some(match token_type {
        TokenType::Date => ("holds a day", "Write it as 2026-12-03."),
        TokenType::Number => (
            "holds a number up to 99,999,999",
            "Write digits only, without separators and units.",
        ),
        _ => ("holds a change of score", "Write `+5`, `-5`, or `=5` to set it."),
    })
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole)
        && all_digits(decimals)
        && whole.parse::<i64>().is_ok_and(|number| number <= LARGEST_NUMBER)
}

/// A score is a signed whole number of 32 bits.
fn is_score(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-', '=']).unwrap_or(text);
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.parse::<i32>().is_ok()
}
