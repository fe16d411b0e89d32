//! `# campaignlint: allow(family/name) until=2027-01-31 -- reason`.
//!
//! Behind a value it covers what begins on its line; on a line of its own, what begins on the next
//! one: an entry with all that it holds, an item of a list. Above the first line of a document it
//! covers the document.

use jiff::civil::Date;

use super::rule::RuleSet;
use super::settings::suggest_rule;
use crate::diagnostics::{FileId, Finding, Place, Reporter};
use crate::model::values::parse_date;
use crate::syntax::{Comment, Edit, Node, NodeKind, Span, Tree};

/// One comment that allows something.
#[derive(Debug)]
pub(super) struct Suppression {
    /// The rules it allows, each with the place of its id and whether it was needed.
    rules: Vec<(String, Span, bool)>,
    /// What it covers.
    covers: Span,
    /// The whole comment.
    comment: Span,
    own_line: bool,
    /// The last day it counts.
    until: Option<(Date, Span)>,
}

const MARK: &str = "campaignlint:";

/// Reads the comments of a file; those that can't be read are reported.
pub(super) fn read(
    file: FileId,
    tree: &Tree,
    rules: &RuleSet,
    report: &mut Reporter,
) -> Vec<Suppression> {
    tree.comments()
        .iter()
        .filter_map(|comment| {
            let text = tree.slice(comment.span);
            let body = text.trim_start_matches('#').trim_start();
            let rest = body.strip_prefix(MARK)?;
            let offset = comment.span.start + (text.len() - rest.len()) as u32;
            match parse(rest, offset) {
                Ok(mut suppression) => {
                    suppression.comment = comment.span;
                    suppression.own_line = comment.own_line;
                    suppression.covers = covered(tree, comment);
                    report_unknown(file, &suppression, rules, report);
                    Some(suppression)
                }
                Err((span, message)) => {
                    report.find_as(
                        "workspace/suppression-malformed",
                        Place::new(file, span),
                        message,
                        "Write `# campaignlint: allow(family/name) -- reason`, with `until=2027-01-31` before the `--` where it should end.",
                    );
                    None
                }
            }
        })
        .collect()
}

fn report_unknown(file: FileId, suppression: &Suppression, rules: &RuleSet, report: &mut Reporter) {
    for (id, span, _) in &suppression.rules {
        if rules.get(id).is_some() {
            continue;
        }
        let suggestion = suggest_rule(rules, id);
        let help = match suggestion {
            Some(known) => format!("Did you mean `{known}`?"),
            None => "`campaignlint rules` lists all rules.".to_string(),
        };
        let finding = report.find_as(
            "workspace/suppression-malformed",
            Place::new(file, *span),
            format!("There is no rule `{id}`."),
            help,
        );
        if let Some(known) = suggestion {
            finding.unsafe_fix(
                format!("change to `{known}`"),
                Edit {
                    span: *span,
                    text: known.to_string(),
                },
            );
        }
    }
}

/// Reads what stands behind the mark; `offset` is where it stands in the file.
fn parse(rest: &str, offset: u32) -> Result<Suppression, (Span, String)> {
    let span = |start: usize, end: usize| Span {
        start: offset + start as u32,
        end: offset + end as u32,
    };
    let whole = if rest.trim().is_empty() {
        // Nothing follows, so the mark is what there is to point at.
        Span::new(offset - MARK.len() as u32, offset)
    } else {
        span(rest.len() - rest.trim_start().len(), rest.trim_end().len())
    };
    let inner = rest.trim_start();
    let lead = rest.len() - inner.len();
    let Some(list) = inner.strip_prefix("allow(") else {
        return Err((
            whole,
            "This comment can't be read: `allow(...)` is missing.".to_string(),
        ));
    };
    let Some(close) = list.find(')') else {
        return Err((
            whole,
            "This comment can't be read: the `)` is missing.".to_string(),
        ));
    };
    let list_start = lead + "allow(".len();
    let mut rules = Vec::new();
    let mut at = list_start;
    for piece in list[..close].split(',') {
        let id = piece.trim();
        let start = at + (piece.len() - piece.trim_start().len());
        if id.is_empty() {
            return Err((whole, "This comment names no rule.".to_string()));
        }
        rules.push((id.to_string(), span(start, start + id.len()), false));
        at += piece.len() + 1;
    }
    let after = &list[close + 1..];
    let after_start = list_start + close + 1;
    let (settings, reason) = match after.split_once("--") {
        Some((settings, reason)) => (settings, reason.trim()),
        None => (after, ""),
    };
    if reason.is_empty() {
        return Err((whole, "This comment gives no reason.".to_string()));
    }
    let mut until = None;
    let trimmed = settings.trim();
    if !trimmed.is_empty() {
        let start = after_start + (settings.len() - settings.trim_start().len());
        let place = span(start, start + trimmed.len());
        let Some(date) = trimmed.strip_prefix("until=") else {
            return Err((place, format!("`{trimmed}` is not known here.")));
        };
        match parse_date(date) {
            Ok(date) => until = Some((date, place)),
            Err(problem) => return Err((place, problem)),
        }
    }
    Ok(Suppression {
        rules,
        covers: whole,
        comment: whole,
        own_line: false,
        until,
    })
}

/// What a comment covers: what begins on its line, or on the next one with content.
fn covered(tree: &Tree, comment: &Comment) -> Span {
    let line = if comment.own_line {
        let first = tree
            .nodes()
            .map(|node| node.span())
            .find(|span| span.start > comment.span.end && !span.is_empty());
        first.map(|first| tree.line_column(first.start).0)
    } else {
        Some(tree.line_column(comment.span.start).0)
    };
    let Some(line) = line.and_then(|line| tree.line_span(line)) else {
        return comment.span;
    };
    let until = if comment.own_line {
        line.end
    } else {
        comment.span.start
    };
    let begins = |node: Node<'_>| {
        let start = node.span().start;
        line.start <= start && start <= until
    };
    // Entry by entry and item by item: the block that a key opens is covered, the block that the
    // key happens to begin is not.
    let mut end = until;
    for node in tree.nodes().filter(|node| node.kind() != NodeKind::Alias) {
        for entry in node.entries().filter(|entry| begins(entry.key)) {
            end = end.max(entry.value.span().end);
        }
        for item in node.items().filter(|item| begins(*item)) {
            // Above a block in a list the comment means the block, behind its first line the line.
            let is_block = item.kind() == NodeKind::Mapping && !item.is_flow();
            if comment.own_line || !is_block {
                end = end.max(item.span().end);
            }
        }
    }
    if comment.own_line {
        for root in tree.documents().filter(|root| begins(*root)) {
            end = end.max(root.span().end);
        }
    }
    Span {
        start: line.start,
        end,
    }
}

/// Takes out what is allowed.
pub(super) fn apply(suppressions: &mut [Suppression], findings: &mut Vec<Finding>, today: Date) {
    if suppressions.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let mut allowed = false;
        for suppression in suppressions.iter_mut() {
            let inside = suppression.covers.start <= finding.place.span.start
                && finding.place.span.start <= suppression.covers.end;
            if !inside {
                continue;
            }
            let expired = suppression.until.is_some_and(|(until, _)| until < today);
            for (id, _, used) in &mut suppression.rules {
                if *id == *finding.rule {
                    *used = true;
                    allowed |= !expired;
                }
            }
        }
        !allowed
    });
}

/// Reports what expired or was never needed; `ran` says which rules had their say.
pub(super) fn report_leftovers(
    file: FileId,
    tree: &Tree,
    suppressions: &[Suppression],
    today: Date,
    ran: impl Fn(&str) -> bool,
    report: &mut Reporter,
) {
    for suppression in suppressions {
        if let Some((until, span)) = suppression.until
            && until < today
        {
            report.find_as(
                "workspace/suppression-expired",
                Place::new(file, span),
                format!("This comment stopped counting after {until}."),
                "Mend what it allowed, or give it a new date.",
            );
            continue;
        }
        for (number, (id, span, used)) in suppression.rules.iter().enumerate() {
            if *used || !ran(id) {
                continue;
            }
            let finding = report.find_as(
                "workspace/suppression-unused",
                Place::new(file, *span),
                format!("`{id}` has nothing to say here, so there is nothing to allow."),
                "Remove it.",
            );
            if suppression.rules.len() == 1 {
                finding.safe_fix("remove the comment", remove(tree, suppression));
            } else {
                let edit = Edit {
                    span: with_comma(&suppression.rules, number),
                    text: String::new(),
                };
                finding.safe_fix("remove it from the comment", edit);
            }
        }
    }
}

/// The place of one of several ids, with the comma that goes with it.
fn with_comma(rules: &[(String, Span, bool)], number: usize) -> Span {
    let span = rules[number].1;
    match (number.checked_sub(1), rules.get(number + 1)) {
        (None, Some((_, next, _))) => Span {
            start: span.start,
            end: next.start,
        },
        (Some(before), _) => Span {
            start: rules[before].1.end,
            end: span.end,
        },
        (None, None) => span,
    }
}

/// Removes a comment, with its line where it has one of its own.
fn remove(tree: &Tree, suppression: &Suppression) -> Edit {
    let text = tree.text();
    let mut start = suppression.comment.start as usize;
    let mut end = suppression.comment.end as usize;
    while start > 0 && matches!(text.as_bytes()[start - 1], b' ' | b'\t') {
        start -= 1;
    }
    if suppression.own_line {
        if text[end..].starts_with("\r\n") {
            end += 2;
        } else if text[end..].starts_with('\n') {
            end += 1;
        }
    }
    Edit {
        span: Span {
            start: start as u32,
            end: end as u32,
        },
        text: String::new(),
    }
}
