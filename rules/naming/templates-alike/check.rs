//! The names of two channels can be told apart.

use crate::checks::Context;
use crate::checks::templates::{Declared, FreeTokens, declared};
use crate::diagnostics::{Reporter, list_words};
use crate::model::Naming;
use crate::model::reader::shown;
use crate::template::Token;

/// More templates than anybody has; each is compared with each.
const MOST: usize = 200;

/// A part of a template between two `_`.
enum Part<'t> {
    /// A token and nothing else.
    Token(&'t Token),
    /// Text, perhaps with a token behind it.
    Text { text: &'t str, goes_on: bool },
}

impl Part<'_> {
    fn is_channel(&self) -> bool {
        matches!(self, Part::Token(token) if &*token.name == "channel")
    }
}

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let free = FreeTokens::new(context);
    let all = declared(context);
    let all: Vec<(&Declared<'_>, &Naming<'_>, Vec<Part<'_>>)> = all
        .iter()
        .filter_map(|one| Some((one, one.naming?, parts(one)?)))
        // The channel is in the name, where the name says it.
        .filter(|(one, ..)| one.channel.is_some())
        .filter(|(_, _, parts)| !parts.iter().any(Part::is_channel))
        .take(MOST)
        .collect();
    for (one, naming, mine) in &all {
        let mut covered = all.iter().filter(|(other, _, theirs)| {
            channel(one) != channel(other)
                && mine.len() == theirs.len()
                && mine.iter().zip(theirs).all(|(mine, theirs)| takes(mine, theirs, &free, naming))
        });
        let Some((first, ..)) = covered.next() else { continue };
        let mut others = vec![channel(first)];
        others.extend(covered.map(|(other, ..)| channel(other)).filter(|other| *other != channel(first)));
        others.dedup();
        report
            .find(
                one.text.node,
                format!(
                    "Names of {} also follow this template, which is for `{}`.",
                    list_words(others.into_iter(), 5),
                    shown(channel(one))
                ),
                "Add a word that says what kind of program it is, such as `Workshop_`, or `{channel}`.",
            )
            .because(first.text.node, "such a template");
    }
}

fn channel<'w>(one: &Declared<'w>) -> &'w str {
    one.channel.map_or("", |channel| channel.value)
}

/// The parts of a template; `None` where some are optional, because then they move.
fn parts<'t>(one: &'t Declared<'_>) -> Option<Vec<Part<'t>>> {
    let tokens: Vec<&Token> = one.template.as_ref()?.tokens().collect();
    if tokens.iter().any(|token| token.optional) {
        return None;
    }
    let text = one.text.value;
    let mut parts = Vec::new();
    let mut from = 0;
    let inside = |at: usize| tokens.iter().any(|token| token.range.contains(&at));
    let ends = text.match_indices('_').map(|(at, _)| at).filter(|at| !inside(*at));
    for end in ends.chain([text.len()]).collect::<Vec<_>>() {
        let whole = tokens.iter().find(|token| token.range == (from..end));
        parts.push(match whole {
            Some(token) => Part::Token(token),
            None => {
                let part = &text[from..end];
                let fixed = part.find('{').unwrap_or(part.len());
                Part::Text { text: &part[..fixed], goes_on: fixed < part.len() }
            }
        });
        from = end + 1;
    }
    Some(parts)
}

/// Whether whatever one part holds is also right for another.
fn takes(mine: &Part<'_>, theirs: &Part<'_>, free: &FreeTokens<'_>, naming: &Naming<'_>) -> bool {
    match (mine, theirs) {
        (Part::Token(mine), Part::Token(theirs)) => match (&mine.format, &theirs.format) {
            (Some(mine), Some(theirs)) => mine.text() == theirs.text(),
            (None, None) => free.is_free(mine, naming) || mine.name == theirs.name,
            _ => false,
        },
        (Part::Token(mine), Part::Text { .. }) => free.is_free(mine, naming),
        (Part::Text { .. }, Part::Token(_)) => false,
        (Part::Text { text: mine, goes_on }, Part::Text { text: theirs, goes_on: theirs_does }) => {
            (mine == theirs && goes_on == theirs_does) || (*goes_on && !mine.is_empty() && theirs.starts_with(mine))
        }
    }
}
