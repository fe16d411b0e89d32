//! Where visits land, why, and what is said about a group that is written wrong.

use super::*;
use crate::syntax::Tree;
use proptest::prelude::*;
use regex::Regex;
use std::sync::LazyLock;

fn channel(source: &str, medium: &str, campaign: &str) -> &'static str {
    ChannelGroup::ga4()
        .classify(source, medium, campaign)
        .channel
}

fn group(text: &str) -> (ChannelGroup, Vec<(String, String, Option<String>)>) {
    let tree = Tree::parse(text.to_owned());
    let (group, problems) = ChannelGroup::read(tree.documents().next().expect("a document"));
    let problems = problems.into_iter().map(|problem| {
        (
            tree.slice(problem.span).to_owned(),
            problem.message,
            problem.hint,
        )
    });
    (group, problems.collect())
}

#[test]
fn the_shipped_group_reads_without_a_problem() {
    let (group, problems) = group(include_str!("ga4-2026-05-13.yaml"));
    assert_eq!(problems, []);
    assert_eq!(
        (group.rules().len(), group.as_of(), group.otherwise()),
        (19, "2026-05-13", "Unassigned")
    );
    assert_eq!(group.channels().len(), 20);
    assert_eq!(group.source_category("DuckDuckGo"), Some("search"));
}

#[test]
fn what_is_missing_is_what_google_stores_in_its_place() {
    assert_eq!(channel("", "", ""), "Direct");
    assert_eq!(channel("(direct)", "", ""), "Direct");
    assert_eq!(channel("(not set)", "(not set)", ""), "Unassigned");
    assert_eq!(channel("(direct)", "email", ""), "Email");
    assert_eq!(channel("", "email", ""), "Email");
    assert_eq!(channel("facebook", "", ""), "Organic Social");
    assert_eq!(channel("some-source", "", ""), "Unassigned");
}

#[test]
fn capital_letters_do_not_matter_and_spaces_do() {
    assert_eq!(channel("Google", "CPC", ""), "Paid Search");
    assert_eq!(channel("x", "Social Network", ""), "Organic Social");
    assert_eq!(channel("x", "E-Mail", ""), "Email");
    assert_eq!(channel("x", "email ", ""), "Unassigned");
}

#[test]
fn a_campaign_name_that_moves_a_visit_is_named() {
    let decision = ChannelGroup::ga4().classify("marketo", "email", "2026_eShop_launch");
    assert_eq!(
        (decision.channel, decision.without_campaign),
        ("Organic Shopping", Some("Email"))
    );
    let reasons = ChannelGroup::ga4().reasons(
        decision.rule.expect("a rule"),
        "marketo",
        "email",
        "2026_eShop_launch",
    );
    assert_eq!(
        reasons[0].words,
        "campaign has a word that begins with `shop`"
    );
    assert_eq!(reasons[0].range, 6..10);
    assert!(
        !ChannelGroup::ga4()
            .classify("marketo", "email", "2026_workshop")
            .campaign_hijack()
    );
    assert!(
        !ChannelGroup::ga4()
            .classify("amazon", "referral", "shop")
            .campaign_hijack()
    );
}

#[test]
fn reasons_are_given_in_words() {
    let words = |source: &str, medium: &str| {
        let group = ChannelGroup::ga4();
        let rule = group.classify(source, medium, "").rule.expect("a rule");
        group
            .reasons(rule, source, medium, "")
            .into_iter()
            .map(|reason| reason.words)
            .collect::<Vec<_>>()
    };
    assert_eq!(words("x", "tCPa"), ["medium contains `cp`"]);
    assert_eq!(
        words("google", "paid"),
        [
            "source `google` is in the list of search sites",
            "medium begins with `paid`"
        ]
    );
    assert_eq!(words("x", "webpush"), ["medium ends with `push`"]);
    assert_eq!(words("email", "newsletter"), ["source is `email`"]);
}

#[test]
fn rules_whose_order_is_disputed_are_reported_together() {
    let group = ChannelGroup::ga4();
    let also = |source: &str, medium: &str| {
        let decision = group.classify(source, medium, "");
        (
            decision.channel,
            decision
                .also
                .iter()
                .map(|rule| group.rules()[*rule].channel())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(also("email", "referral"), ("Email", vec!["Referral"]));
    assert_eq!(
        also("firebase", "app"),
        ("Referral", vec!["Mobile Push Notifications"])
    );
    assert_eq!(also("marketo", "email"), ("Email", vec![]));
    assert_eq!(also("google", "email"), ("Organic Search", vec![]));
}

#[test]
fn a_teams_own_group_is_read_in_the_same_form() {
    let (group, problems) = group(
        "name: Ours\notherwise: Other\nsource-categories:\n  reviews: [G2, capterra]\nrules:\n  - channel: Review sites\n    when: { source-category: reviews }\n  - channel: Chat\n    when: { medium: [chat, { starts-with: live- }] }\n",
    );
    assert_eq!(problems, []);
    assert_eq!(group.classify("g2", "cpc", "").channel, "Review sites");
    assert_eq!(group.classify("x", "live-help", "").channel, "Chat");
    assert_eq!(group.classify("x", "email", "").channel, "Other");
}

#[test]
fn mistakes_are_said_with_their_place_and_the_rest_counts() {
    let (group, problems) = group(
        "name: Ours\nrulse: []\nsource-categories: { search: [google] }\nrules:\n  - { channel: A, when: { source-category: serch } }\n  - { channel: B, when: { medium: { contain: x } } }\n  - { channel: C }\n  - { channel: D, when: { medium: } }\n  - { channel: E, when: { medium: e } }\n",
    );
    let places: Vec<_> = problems
        .iter()
        .map(|(place, _, hint)| (place.as_str(), hint.as_deref()))
        .collect();
    assert_eq!(places[0], ("rulse", Some("did you mean `rules`?")));
    assert_eq!(places[1], ("serch", Some("did you mean `search`?")));
    assert_eq!(places[2], ("contain", Some("did you mean `contains`?")));
    assert!(
        problems
            .iter()
            .any(|(_, message, _)| message.contains("`when:`"))
    );
    assert_eq!(group.classify("x", "e", "").channel, "E");
    assert_eq!(group.rules().len(), 1);
}

#[test]
fn a_group_made_to_exhaust_is_bounded() {
    let deep = format!(
        "rules: [{{ channel: A, when: {}{{ medium: x }}{} }}]",
        "{ any: [".repeat(60),
        "] }".repeat(60)
    );
    assert!(!group(&deep).1.is_empty());
    let mut bomb = String::from("x0: &x0 { medium: a }\n");
    for level in 1..14 {
        let aliases = vec![format!("*x{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("x{level}: &x{level} {{ any: [{aliases}] }}\n"));
    }
    bomb.push_str("rules: [{ channel: A, when: *x13 }]\n");
    assert!(!group(&bomb).1.is_empty());
    assert!(!group("just text").1.is_empty());
}

/// Google's own expressions, as the judge of the tests that stand in their place.
static PAID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(.*cp.*|ppc|retargeting|paid.*)$").expect("valid"));
static SHOP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(.*(([^a-df-z]|^)shop|shopping).*)$").expect("valid"));

proptest! {
    #[test]
    fn conditions_agree_with_googles_expressions(
        medium in "(paid|cp|p|c|retargeting|ppc|_|x){0,4}",
        campaign in "(shop|shopping|ping|e|a|_|-|ö|1){0,5}",
    ) {
        let decision = ChannelGroup::ga4().classify("x", &medium, &campaign);
        let expected = match (PAID.is_match(&medium), SHOP.is_match(&campaign)) {
            (true, true) => "Paid Shopping",
            (true, false) => "Paid Other",
            (false, true) => "Organic Shopping",
            (false, false) => "Unassigned",
        };
        prop_assert_eq!(decision.channel, expected);
    }

    #[test]
    fn any_visit_is_filed_and_explained(source in ".{0,40}", medium in ".{0,40}", campaign in ".{0,300}") {
        let group = ChannelGroup::ga4();
        let decision = group.classify(&source, &medium, &campaign);
        for rule in decision.rule.into_iter().chain(decision.also.iter().copied()) {
            let reasons = group.reasons(rule, &source, &medium, &campaign);
            prop_assert!(!reasons.is_empty());
        }
    }
}
