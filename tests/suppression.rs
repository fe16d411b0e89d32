//! What a comment that allows something covers.

#![allow(clippy::unwrap_used, missing_docs)]

use campaignlint::checks::{RuleSet, Selection, TODAY, check};
use campaignlint::workspace::{Workspace, load_texts};

/// The lines on which `yaml/implicit-type` still speaks.
fn lines(text: &str) -> Vec<u32> {
    let loaded = load_texts(vec![("file.yaml".to_string(), text.to_string())], &[]);
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::built_in();
    let selection = Selection {
        only: vec!["yaml/implicit-type".to_string()],
        ..Selection::default()
    };
    check(&workspace, &rules, &selection, TODAY, false)
        .findings
        .iter()
        .map(|finding| {
            let tree = &loaded.sources.file(finding.place.file).tree;
            tree.line_column(finding.place.span.start).0
        })
        .collect()
}

const ALLOW: &str = "# campaignlint: allow(yaml/implicit-type) -- read by our own script";

#[test]
fn behind_a_value_it_covers_the_line() {
    let text = format!("kind: metric\nmql:\n  means: NO {ALLOW}\n  truth: NO\n");
    assert_eq!(lines(&text), [4]);
}

#[test]
fn behind_a_key_it_covers_the_block() {
    let text =
        format!("kind: metric\nmql: {ALLOW}\n  means: NO\n  truth: NO\nsql: {{ means: NO }}\n");
    assert_eq!(lines(&text), [5]);
}

#[test]
fn above_an_entry_it_covers_the_entry() {
    let text = format!("kind: metric\nmql:\n  {ALLOW}\n  means: NO\n  truth: NO\n");
    assert_eq!(lines(&text), [5]);
}

#[test]
fn above_a_block_it_covers_the_block() {
    let text =
        format!("kind: metric\n{ALLOW}\nmql:\n  means: NO\n  truth: NO\nsql: {{ means: NO }}\n");
    assert_eq!(lines(&text), [6]);
}

#[test]
fn above_an_item_it_covers_the_item() {
    let text = format!(
        "kind: audience\nonly:\n  {ALLOW}\n  - NO\n  - NO\nnever:\n  - NO {ALLOW}\n  - NO\n"
    );
    assert_eq!(lines(&text), [5]);
}

#[test]
fn above_a_block_in_a_list_it_covers_that_block() {
    let text = format!(
        "kind: campaign\nchannel: webcast\nemails:\n  {ALLOW}\n  - id: a\n    subject: NO\n  - id: b\n    subject: NO\n"
    );
    assert_eq!(lines(&text), [8]);
}

#[test]
fn above_a_document_it_covers_the_document() {
    let text = format!(
        "{ALLOW}\nkind: metric\nmql: {{ means: NO }}\n---\nkind: metric\nid: b\nsql: {{ means: NO }}\n"
    );
    assert_eq!(lines(&text), [7]);
}

#[test]
fn without_a_reason_it_covers_nothing() {
    let text = "kind: metric\nmql: { means: NO } # campaignlint: allow(yaml/implicit-type)\n";
    assert_eq!(lines(text), [2]);
}

#[test]
fn after_its_day_it_covers_nothing() {
    let text = "kind: metric\nmql: { means: NO } # campaignlint: allow(yaml/implicit-type) until=2026-11-21 -- mend it\n";
    assert_eq!(lines(text), [2]);
}

/// It pointed at a place that ended before it began.
#[test]
fn with_nothing_behind_its_mark_the_mark_is_what_is_wrong() {
    for comment in [
        "# campaignlint:",
        "# campaignlint: ",
        "#campaignlint:\u{a0}\t",
    ] {
        let text = format!("kind: metric\nmql: {{ means: leads }} {comment}\n");
        let loaded = load_texts(vec![("file.yaml".to_string(), text)], &[]);
        let workspace = Workspace::new(&loaded);
        let checked = check(
            &workspace,
            &RuleSet::built_in(),
            &Selection::default(),
            TODAY,
            false,
        );
        let [finding] = &checked.findings[..] else {
            panic!("one finding is expected: {:?}", checked.findings);
        };
        let tree = &loaded.sources.file(finding.place.file).tree;
        assert_eq!(&*finding.rule, "workspace/suppression-malformed");
        assert_eq!(tree.slice(finding.place.span), "campaignlint:");
    }
}
