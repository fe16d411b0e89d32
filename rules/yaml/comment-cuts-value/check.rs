//! A `#` before a word begins a comment, so the word is not part of the value.

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;
use crate::syntax::{Comment, Node, NodeKind, ScalarStyle};

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    let comments = file.tree.comments();
    if !comments.iter().any(|comment| is_word(file, comment)) {
        return;
    }
    for node in file.tree.nodes() {
        // What an alias stands for is looked at where it stands itself.
        if node.kind() == NodeKind::Alias {
            continue;
        }
        for entry in node.entries() {
            look_at(file, entry.value, Some(entry.key), comments, report);
        }
        for item in node.items() {
            look_at(file, item, None, comments, report);
        }
    }
}

/// Whether a comment behind a value begins like a word: `#general`, `#ff0000`. People who write a
/// comment leave a space.
fn is_word(file: &FileSubject<'_>, comment: &Comment) -> bool {
    let text = file.tree.slice(comment.span);
    !comment.own_line
        && !text[1..].starts_with("campaignlint")
        && text[1..].starts_with(|c: char| c.is_alphanumeric())
}

fn look_at(
    file: &FileSubject<'_>,
    value: Node<'_>,
    key: Option<Node<'_>>,
    comments: &[Comment],
    report: &mut Reporter,
) {
    if value.kind() != NodeKind::Scalar || value.style() != Some(ScalarStyle::Plain) {
        return;
    }
    let is_empty = value.span().is_empty();
    let is_address = value.value().is_some_and(|text| text.contains("://"));
    if !is_empty && !is_address {
        return;
    }
    let from = match key {
        Some(key) if is_empty => key.span().end,
        _ => value.span().end,
    };
    let next = comments.partition_point(|comment| comment.span.start < from);
    let Some(comment) = comments.get(next).filter(|comment| is_word(file, comment)) else {
        return;
    };
    let same_line = file
        .tree
        .text()
        .get(from as usize..comment.span.start as usize)
        .is_some_and(|between| !between.contains('\n') && (is_empty || between.trim().is_empty()));
    if !same_line {
        return;
    }
    let text = shown(file.tree.slice(comment.span));
    let message = if is_empty {
        format!("`{text}` is a comment, so there is no value here.")
    } else {
        format!("`{text}` is a comment and no part of the address before it.")
    };
    report.find(
        Place::new(file.file, comment.span),
        message,
        if is_empty {
            "Put quotes around the value; or, if it is a comment, put a space behind the `#`."
        } else {
            "Remove the space before `#`; or, if it is a comment, put a space behind the `#`."
        },
    );
}
