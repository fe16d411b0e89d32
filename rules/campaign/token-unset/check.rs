//! What a template left to be filled in is filled in.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::checks::Context;
use crate::checks::program::{bare_token, is_due, same_token, tokens_in};
use crate::diagnostics::Reporter;
use crate::links::is_placeholder;
use crate::model::Campaign;
use crate::model::reader::shown;

pub(crate) fn check(campaign: &Campaign<'_>, _context: &Context<'_>, report: &mut Reporter) {
    // What a draft has not filled in yet is nobody's mistake.
    if !is_due(campaign) {
        return;
    }
    for (name, value) in campaign.tokens.iter().flat_map(|map| &map.entries) {
        let token = bare_token(name.value);
        if is_left_over(value.value) || repeats_its_name(token, value.value) {
            report.find(
                value.node,
                format!("The token `{}` still has the text of its template: `{}`.", shown(token), shown(value.value)),
                "Write what it should say.",
            );
        }
    }
    for email in campaign.emails.iter().flat_map(|list| &list.items) {
        if let Some(subject) = email.subject.filter(|subject| is_left_over(subject.value)) {
            report.find(
                subject.node,
                format!("This subject still has the text of its template: `{}`.", shown(subject.value)),
                "Write the subject.",
            );
        }
    }
}

/// Whether a value is what a template had for it: `{{my.Event Name}}` under the name itself, or the name.
fn repeats_its_name(token: &str, value: &str) -> bool {
    let value = value.trim();
    let is_itself = tokens_in(value).any(|(range, name)| range == (0..value.len()) && same_token(name, token));
    // A single word may well be a value: `Region: region` is, `Event Name: Event Name` is not.
    is_itself || (token.contains([' ', '-', '_']) && value.eq_ignore_ascii_case(token))
}

/// Words without one of which no text asks to be filled in; most texts have none.
static SIGNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = [
        "[", "<", "here", "tbd", "tbc", "lorem", "select", "insert", "enter", "your", "yyyy", "mm/dd", "xxx", "todo",
        "fixme", "http",
    ];
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
});

/// Whether a text asks somebody to fill it in.
fn is_left_over(text: &str) -> bool {
    let text = text.trim();
    if is_placeholder(text) {
        return true;
    }
    if SIGNS.as_ref().is_some_and(|signs| !signs.is_match(text)) {
        return false;
    }
    // A phrase is short; a sentence that says "choose" is meant.
    if text.len() > 200 {
        return false;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let bare: Vec<&str> = words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let in_brackets = [('[', ']'), ('<', '>')].into_iter().any(|(open, close)| {
        lower.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(|inner| {
            !inner.is_empty() && !inner.contains([open, close, '/', '='])
        })
    });
    let names_a_thing = |word: &str| {
        ["name", "title", "date", "time", "url", "link", "topic", "subject", "text", "speaker", "city", "location"]
            .contains(&word)
    };
    in_brackets
        || bare.iter().any(|word| matches!(*word, "tbd" | "tbc" | "lorem" | "yyyymmdd" | "yyyy-mm-dd" | "mm/dd/yyyy"))
        || text.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "XXX" | "XXXX" | "TODO" | "FIXME"))
        || matches!(words.as_slice(), ["select", "one", ..] | ["insert", _, "here"] | ["insert" | "enter" | "your", _])
            && bare.last().is_some_and(|word| names_a_thing(word) || *word == "one" || *word == "here")
        || matches!(words.as_slice(), ["select", "one", ..] if lower.contains('('))
        || (bare.len() >= 2 && bare.len() <= 5 && bare.last() == Some(&"here") && bare[..bare.len() - 1].iter().any(|word| names_a_thing(word)))
        || text == "https://"
        || text == "http://"
}
