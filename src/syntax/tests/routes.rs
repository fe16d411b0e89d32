//! Routes name places that stay the same when lines move.

use super::tree;
use crate::syntax::{Route, Span, locate, route_to};
use proptest::prelude::*;

const CAMPAIGN: &str = "links:\n  - { id: invite, medium: email }\n  - id: carousel\n    medium: \
                        paid\n  - id: invite\nsources:\n  linked.in: [a, b]\n  \"12\": x\n";

fn route(needle: &str) -> String {
    let tree = tree(CAMPAIGN);
    let at = CAMPAIGN.find(needle).unwrap() as u32;
    let span = Span::new(at, at + needle.len() as u32);
    route_to(tree.documents().next().unwrap(), span).to_string()
}

#[test]
fn items_are_named_by_their_id_and_else_by_number() {
    assert_eq!(route("email"), "links[invite].medium");
    assert_eq!(route("paid"), "links[carousel].medium");
    assert_eq!(route("b]"), "sources.\"linked.in\"");
    let tree = tree(CAMPAIGN);
    let root = tree.documents().next().unwrap();
    let twice = root.get("links").unwrap().items().nth(2).unwrap();
    let route = route_to(root, twice.span()).to_string();
    assert_eq!(route, "links[2]", "an id that stands twice names the first");
}

#[test]
fn a_key_leads_to_its_value_and_nothing_leads_to_the_root() {
    assert_eq!(route("medium: email"), "links[invite].medium");
    assert_eq!(route("id: invite, medium: email"), "links[invite]");
    assert_eq!(route("medium"), "links[invite].medium");
    assert_eq!(
        route("links:\n  - { id: invite, medium: email }\n  - id"),
        "links"
    );
    let tree = tree(CAMPAIGN);
    let whole = Span::new(0, CAMPAIGN.len() as u32);
    assert_eq!(
        route_to(tree.documents().next().unwrap(), whole),
        Route::default()
    );
}

#[test]
fn what_a_route_names_is_found_again() {
    let tree = tree(CAMPAIGN);
    let root = tree.documents().next().unwrap();
    let value = |route: &str| locate(root, &route.parse().unwrap()).and_then(|node| node.value());
    assert_eq!(value("links[carousel].medium"), Some("paid"));
    assert_eq!(value("links[1].medium"), Some("paid"));
    assert_eq!(value("sources.\"linked.in\"[1]"), Some("b"));
    assert_eq!(value("sources.12"), Some("x"));
    assert_eq!(value("links[nobody]"), None);
    assert_eq!(locate(root, &Route::default()), Some(root));
}

#[test]
fn what_is_no_route_is_refused_with_its_place() {
    for (text, offset) in [
        ("a..b", 2),
        ("a[", 2),
        ("a[b", 3),
        ("a]", 1),
        ("\"a", 0),
        (".a", 0),
    ] {
        assert_eq!(text.parse::<Route>().unwrap_err().offset, offset, "{text}");
    }
}

proptest! {
    #[test]
    fn every_route_survives_being_written_and_read(
        steps in prop::collection::vec((0..3, "[a-z.\\[\\]\"\\\\ 0-9\n\té]{0,5}", 0usize..99), 0..5)
    ) {
        let mut route = Route::default();
        for (kind, text, number) in steps {
            route = match kind {
                0 => route.key(text),
                1 => route.item(text),
                _ => route.number(number),
            };
        }
        prop_assert_eq!(route.to_string().parse::<Route>(), Ok(route));
    }
}
