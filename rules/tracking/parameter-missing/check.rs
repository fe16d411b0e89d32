//! A tagged link has every parameter that the policy requires.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::{Reporter, list_words};
use crate::links::Tag;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else { return };
    if !link.is_tagged() || link.url.may_gain_parameters() {
        return;
    }
    let missing: Vec<Tag> = Tag::ALL
        .into_iter()
        .filter(|tag| link.tag(*tag).is_none() && policy.requires(tag.name()).is_some())
        .collect();
    let Some(first) = missing.first() else { return };
    let names: Vec<&str> = missing.iter().map(|tag| tag.name()).collect();
    let finding = report.find(
        link.whole(),
        format!("This link has tags, but no {}.", list_words(names.iter().copied(), 9)),
        format!("Add {}.", list_words(names.iter().copied(), 9).replace(" or ", " and ")),
    );
    if let Some(line) = policy.requires(first.name()) {
        finding.because(line.node, "required by the tracking policy");
    }
}
