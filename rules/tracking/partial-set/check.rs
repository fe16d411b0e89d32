//! A link that HubSpot sends has all three tags or none.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::{Reporter, list_words};
use crate::links::Tag;
use crate::model::Platform;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if link.entry.is_none() || !link.is_tagged() || link.url.may_gain_parameters() {
        return;
    }
    let missing: Vec<&str> = [Tag::Source, Tag::Medium, Tag::Campaign]
        .into_iter()
        .filter(|tag| link.tag(*tag).is_none())
        .map(Tag::name)
        .collect();
    if missing.is_empty() {
        return;
    }
    let Some((Platform::HubSpot, place)) = link.platform(context.tracking()) else {
        return;
    };
    let list = list_words(missing.iter().copied(), 3);
    report
        .find(
            link.whole(),
            format!("This link has tags of its own, so HubSpot adds no {list}."),
            format!("Add {}, or remove all tags.", list.replace(" or ", " and ")),
        )
        .because(place, "HubSpot sends this link");
}
