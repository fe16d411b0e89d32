//! The id of a campaign is the name of its file.

use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::Reporter;
use crate::model::Kind;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    if document.kind != Kind::Campaign {
        return;
    }
    let Some(id) = document.root.get("id") else { return };
    let number = document.root.tree().file_number() as usize;
    let Some(file) = context.workspace().files.get(number) else { return };
    // A file of several campaigns is called after none of them.
    if file.documents.len() > 1 || id.value().is_none_or(|id| id == file.stem) {
        return;
    }
    report.find(
        id,
        format!("This campaign's id is `{}`, but its file is called `{}`.", id.value().unwrap_or_default(), file.stem),
        "Leave `id:` out, or rename the file.",
    );
}
