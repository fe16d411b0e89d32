//! A document that counts until a day is removed after it.

use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(until) = document.body.header().until else { return };
    if until.date >= context.today() {
        return;
    }
    report.find(
        until.node,
        format!("This document stopped counting after {}.", until.date),
        "Remove it, or give it a later date.",
    );
}
