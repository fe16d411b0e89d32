//! Real tracked links from public repositories, labelled by eye: the parser must see the same defects.
//!
//! Only labels that a link's text alone can decide are checked. Recall must be at least 95 %, and at
//! most 5 % of the other rows may be accused.
#![allow(clippy::print_stdout, reason = "says what it skips and what it missed")]

use campaignlint::links::{
    Context, EscapeKind, Link, Place, Tag, TagName, UnusualKind, unusual_characters,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Test data that is kept outside of the repository; absent, the test passes and says so.
fn shared(path: &str) -> Option<String> {
    let root = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(root.join(path)).ok();
    if text.is_none() {
        println!("skipped: {path} is not there");
    }
    text
}

/// A row of tab-separated text whose cells may be quoted.
fn rows(text: &str) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .flexible(true)
        .has_headers(true)
        .from_reader(text.as_bytes())
        .records()
        .filter_map(Result::ok)
        .collect()
}

const CHECKED: &[&str] = &[
    "second-question-mark",
    "question-mark-in-query",
    "utm-in-fragment",
    "no-question-mark",
    "double-equals",
    "amp-entity",
    "amp-entity-in-markup",
    "bad-percent-encoding",
    "duplicate-param",
    "param-typo",
    "uppercase-param-name",
    "non-standard-param",
    "trailing-punctuation",
    "missing-source",
    "missing-medium",
    "missing-campaign",
    "empty-value",
    "space-in-value",
    "special-char-in-value",
    "non-ascii-value",
    "uppercase-value",
    "nested-utm",
    "http-scheme",
    "non-public-host",
];

fn defects(url: &str, context: Context) -> BTreeSet<&'static str> {
    let link = Link::parse(url, context);
    let mut found = BTreeSet::new();
    let mut say = |label: &'static str, yes: bool| {
        if yes {
            found.insert(label);
        }
    };
    let any_place = |place| link.tags().any(|tag| tag.place() == place);
    say(
        "second-question-mark",
        any_place(Place::AfterSecondQuestionMark),
    );
    say(
        "question-mark-in-query",
        link.query_part().is_some_and(|query| {
            link.further_question_marks()
                .any(|mark| query.overlaps(mark))
        }) && !any_place(Place::AfterSecondQuestionMark),
    );
    say("utm-in-fragment", any_place(Place::AfterFragment));
    say("no-question-mark", any_place(Place::Path));
    say("nested-utm", any_place(Place::Nested));
    say(
        "double-equals",
        link.parameters()
            .iter()
            .any(|parameter| !parameter.extra_equals_part().is_empty()),
    );
    say("amp-entity", link.misplaced_entities().next().is_some());
    say(
        "amp-entity-in-markup",
        context == Context::Markup && !link.entities().is_empty(),
    );
    say(
        "bad-percent-encoding",
        link.escapes_in(link.content())
            .iter()
            .any(|escape| escape.kind == EscapeKind::Broken),
    );
    let names: Vec<_> = link.tags().map(|tag| tag.name()).collect();
    say(
        "duplicate-param",
        names
            .iter()
            .enumerate()
            .any(|(at, name)| names[..at].contains(name)),
    );
    say(
        "param-typo",
        link.tags()
            .any(|tag| matches!(tag.tag_name(), TagName::Typo(_))),
    );
    say(
        "uppercase-param-name",
        link.tags()
            .any(|tag| matches!(tag.tag_name(), TagName::Case(_))),
    );
    say(
        "non-standard-param",
        link.tags().any(|tag| tag.tag_name() == TagName::Unknown),
    );
    say(
        "trailing-punctuation",
        !link.trailing_punctuation().is_empty(),
    );
    for (label, tag) in [
        ("missing-source", Tag::Source),
        ("missing-medium", Tag::Medium),
        ("missing-campaign", Tag::Campaign),
    ] {
        say(label, link.is_tagged() && link.tag(tag).is_none());
    }
    for tag in link.tags().filter(|tag| !tag.value_is_templated()) {
        say("empty-value", tag.is_empty());
        let value = tag.value();
        say("uppercase-value", value.chars().any(char::is_uppercase));
        for unusual in unusual_characters(&value) {
            let broken = link
                .escapes_in(tag.value_part())
                .iter()
                .any(|escape| escape.kind == EscapeKind::Broken);
            say("space-in-value", unusual.kind == UnusualKind::Space);
            say(
                "special-char-in-value",
                unusual.kind == UnusualKind::Special && !broken && tag.value() != "",
            );
            say("non-ascii-value", unusual.kind == UnusualKind::NonAscii);
        }
    }
    say("http-scheme", link.scheme_is("http"));
    say(
        "non-public-host",
        link.host().is_some_and(|host| {
            !host.is_empty()
                && !link.is_templated(link.host_part().unwrap_or_default())
                && !campaignlint::links::is_public(host)
        }),
    );
    found
}

#[test]
fn defects_labelled_by_eye_are_seen() {
    let Some(text) = shared("corpora/utm/labelled.tsv") else {
        return;
    };
    let rows: Vec<_> = rows(&text);
    assert!(rows.len() > 150, "{} rows", rows.len());
    let mut failed = Vec::new();
    for label in CHECKED {
        let (mut expected, mut hit, mut others, mut accused) = (0, 0, 0, 0);
        let mut misses = Vec::new();
        for row in &rows {
            let (id, url, labels, file) = (&row[0], &row[1], &row[2], &row[4]);
            // Excerpts without a file name leave the context open.
            if label.starts_with("amp-entity") && Path::new(file).extension().is_none() {
                continue;
            }
            let is = labels.split(',').any(|other| other == *label);
            let says = defects(url, Context::from_path(Path::new(file))).contains(label);
            if is {
                expected += 1;
                hit += usize::from(says);
            } else {
                others += 1;
                accused += usize::from(says);
            }
            if is != says {
                misses.push(format!(
                    "    {} {id} {url}  [{labels}]",
                    if is { "missed " } else { "accused" }
                ));
            }
        }
        println!("{label:24} {hit}/{expected} seen, {accused}/{others} accused");
        println!("{}", misses.join("\n"));
        if hit * 100 < expected * 95 || accused * 100 > others * 5 {
            failed.push(*label);
        }
    }
    assert!(failed.is_empty(), "below the bar: {failed:?}");
}

#[test]
fn unlabelled_links_are_taken_apart_without_loss() {
    let Some(text) = shared("corpora/utm/urls.tsv") else {
        return;
    };
    let mut tagged = 0;
    let mut tally = std::collections::BTreeMap::<&str, Vec<String>>::new();
    for row in rows(&text) {
        let (file, url) = (&row[1], &row[6]);
        let link = Link::parse(url, Context::from_path(Path::new(file)));
        tagged += usize::from(link.is_tagged());
        for label in defects(url, link.context()) {
            tally.entry(label).or_default().push(url.to_owned());
        }
    }
    for (label, urls) in tally.iter().filter(|(_, urls)| urls.len() < 12) {
        println!("{label}\n    {}", urls.join("\n    "));
    }
    assert!(tagged > 600, "{tagged} tagged links");
}
