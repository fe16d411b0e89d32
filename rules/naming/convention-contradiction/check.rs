//! A convention asks for nothing that it forbids, and no other one is about the same campaigns.

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Naming;
use crate::model::reader::opening;
use crate::model::values::Text;
use crate::workspace::naming::{Convention, TroubleKind, forbidden_in};

pub(crate) fn check(naming: &Naming<'_>, context: &Context<'_>, report: &mut Reporter) {
    let names = context.names();
    let Some(convention) = names.of_document(naming) else { return };
    endings(convention, report);
    templates(convention, report);
    twins(convention, report);
    let earlier = names.conventions.iter().take_while(|other| !std::ptr::eq(*other, convention));
    for other in earlier {
        let Some(shared) = convention.shares_campaigns_with(other) else { continue };
        let here = convention.keys.applies_to.as_ref().map(|of| of.node);
        let there = other.keys.applies_to.as_ref().map(|of| of.node);
        let kind = |naming: &Naming<'_>| naming.node.get("kind").map_or(opening(naming.node), Place::from);
        report
            .find(
                here.map_or_else(|| kind(&convention.keys), opening),
                match shared {
                    Some(channel) => format!("Two conventions say how campaigns of the channel `{channel}` are called."),
                    None => "Two conventions say how the same campaigns are called.".to_string(),
                },
                "Say in `for:` of each which campaigns it is about; the first one counts until then.",
            )
            .because(there.map_or_else(|| kind(&other.keys), opening), "the other convention");
        break;
    }
}

/// An ending that the convention asks for and forbids.
fn endings(convention: &Convention<'_>, report: &mut Reporter) {
    for (ending, _) in convention.keys.ends_with.iter().flat_map(|endings| &endings.entries) {
        for trouble in forbidden_in(ending.value, &convention.keys) {
            contradiction(&trouble.kind, &format!("The ending `{}` is asked for", ending.value), Place::part(ending.node, trouble.range.clone()), report);
        }
    }
}

/// What always stands in a name and is forbidden, and spaces that nobody means.
fn templates(convention: &Convention<'_>, report: &mut Reporter) {
    for pattern in &convention.patterns {
        let mut from = 0;
        let text = pattern.text;
        let mut starts_and_ends: Vec<(usize, usize)> =
            pattern.template.tokens().map(|token| (token.range.start, token.range.end)).collect();
        starts_and_ends.push((text.value.len(), text.value.len()));
        for (start, end) in starts_and_ends {
            let literal = &text.value[from..start];
            for trouble in forbidden_in(literal, &convention.keys) {
                let range = from + trouble.range.start..from + trouble.range.end;
                let word = &text.value[range.clone()];
                contradiction(&trouble.kind, &format!("`{word}` stands in every name of this template"), Place::part(text.node, range), report);
            }
            from = end;
        }
        for range in stray_spaces(text.value) {
            report.find(
                Place::part(text.node, range),
                "This template has a space beside a sign that joins the parts of a name.",
                "Take the space out, or every name gets it.",
            );
        }
    }
    for (token, declared) in convention.keys.tokens.iter().flat_map(|tokens| &tokens.entries) {
        for source in &declared.alternatives {
            let crate::model::TokenSource::Word(word, _) = source else { continue };
            for trouble in forbidden_in(word.value, &convention.keys) {
                contradiction(&trouble.kind, &format!("`{}` is a {} of this convention", word.value, token.value), Place::part(word.node, trouble.range.clone()), report);
            }
        }
    }
}

fn contradiction(kind: &TroubleKind<'_, '_>, what: &str, place: Place, report: &mut Reporter) {
    let (TroubleKind::ForbiddenWord(word) | TroubleKind::ForbiddenText(word)) = kind else { return };
    report
        .find(
            place,
            format!("{what}, but no name may hold `{}`.", word.value),
            "Decide for one of the two.",
        )
        .because(word.node, "forbidden here");
}

/// Spaces at the ends of a template, two in a row, and those beside a `_`.
fn stray_spaces(template: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let bytes = template.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b' ' {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at] == b' ' {
            at += 1;
        }
        let before = start.checked_sub(1).map(|before| bytes[before]);
        let behind = bytes.get(at).copied();
        // `_ x _` is a separator of its own; a `_` on one side only is a slip.
        let one_side = (before == Some(b'_')) != (behind == Some(b'_'));
        let spaced = before == Some(b'_') && start >= 2 && bytes[start - 2] == b' '
            || behind == Some(b'_') && bytes.get(at + 1) == Some(&b' ');
        if before.is_none() || behind.is_none() || at - start > 1 || (one_side && !spaced) {
            found.push(start..at);
        }
    }
    found
}

/// A template that stands there twice.
fn twins(convention: &Convention<'_>, report: &mut Reporter) {
    for (number, pattern) in convention.patterns.iter().enumerate() {
        let twin = convention.patterns[..number].iter().find(|other| {
            let channel = |text: Option<Text<'_>>| text.map(|text| text.value.to_string());
            channel(other.channel) == channel(pattern.channel) && other.text.value == pattern.text.value
        });
        if let Some(twin) = twin {
            report
                .find(pattern.text.node, "This template stands here twice.", "Remove one of the two.")
                .because(twin.text.node, "the first");
        }
    }
}
