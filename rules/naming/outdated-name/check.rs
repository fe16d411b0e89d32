//! A synced name still says what the campaign says.

use crate::checks::Context;
use crate::checks::naming::{disagreements, is_synced};
use crate::diagnostics::Reporter;
use crate::model::{AfterFirstSync, Campaign};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    if !is_synced(campaign) {
        return;
    }
    let keeps = context
        .names()
        .convention_of(campaign)
        .is_some_and(|convention| convention.keys.after_first_sync == Some(AfterFirstSync::Keep));
    disagreements(campaign, context, report, |token, part, expected| {
        (
            format!("This name is in use with the {token} `{part}`, but the campaign's is `{expected}` by now."),
            match keeps {
                true => "The convention keeps the name; tell those who filter reports by it.".to_string(),
                false => "Rename it on the platform as well, or leave it and tell those who filter reports by it.".to_string(),
            },
        )
    });
}
