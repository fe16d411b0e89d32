//! One mistake is one error, and the rest of the file is still read.

use super::tree;
use crate::syntax::{ErrorCode, Node, NodeKind, Tree};

/// Asserts that a file has exactly one error, whose place reads like this.
fn one<'t>(tree: &'t Tree, code: ErrorCode, place: &str) -> Node<'t> {
    assert_eq!(tree.errors().len(), 1, "{:?}", tree.errors());
    let error = &tree.errors()[0];
    assert_eq!(
        (error.code, tree.slice(error.span)),
        (code, place),
        "{error:?}"
    );
    tree.documents().next().unwrap()
}

fn hint(tree: &Tree) -> &str {
    tree.errors()[0].hint.as_deref().unwrap_or_default()
}

fn value<'t>(node: Node<'t>, key: &str) -> &'t str {
    node.get(key).and_then(Node::value).unwrap_or("(missing)")
}

#[test]
fn a_colon_in_a_value_breaks_that_value_only() {
    let tree = tree("id: a\ntitle: Webinar: how to win # note\nowner: b\n");
    let root = one(&tree, ErrorCode::NeedsQuotes, "Webinar: how to win");
    assert!(
        hint(&tree).ends_with("title: \"Webinar: how to win\""),
        "{}",
        hint(&tree)
    );
    let title = root.get("title").unwrap();
    assert_eq!(title.kind(), NodeKind::Error);
    assert_eq!(tree.slice(title.span()), "Webinar: how to win");
    assert_eq!((value(root, "id"), value(root, "owner")), ("a", "b"));
    assert_eq!(tree.comments().len(), 1, "the comment behind it survives");
}

#[test]
fn an_apostrophe_in_single_quotes_is_named() {
    let tree = tree("title: 'It's here'\nowner: b\n");
    let root = one(&tree, ErrorCode::Quotes, "'");
    assert!(hint(&tree).contains("\"It's here\""));
    assert_eq!(value(root, "owner"), "b");
}

#[test]
fn an_unclosed_quote_is_told_where_it_opens_even_when_a_later_quote_closes_it() {
    for later in [
        "other: 1\nlast: \"x\"\n",
        "other: 1\n",
        "other: 1\nlast: it's \"x\" y\n",
    ] {
        let tree = tree(&format!("title: \"Spring sale\n{later}"));
        let root = one(&tree, ErrorCode::Quotes, "\"Spring sale");
        assert_eq!(value(root, "other"), "1", "{later}");
    }
}

#[test]
fn a_mistake_in_one_item_in_brackets_leaves_the_others() {
    let tree = tree("links:\n  - { id: a, title: It: s, medium: email }\n  - { id: b }\n");
    let root = one(&tree, ErrorCode::NeedsQuotes, "It: s");
    let items: Vec<Node<'_>> = root.get("links").unwrap().items().collect();
    assert_eq!(items.len(), 2);
    assert_eq!(
        (value(items[0], "id"), value(items[0], "medium")),
        ("a", "email")
    );
    assert_eq!(items[0].get("title").unwrap().kind(), NodeKind::Error);
}

#[test]
fn a_pair_in_a_list_in_brackets_is_no_bracket_of_its_own() {
    // The key of the pair was taken for the bracket around it. What stands behind a bracket begins
    // one byte later, which for this key is the middle of a letter.
    let file = tree("a: [ßß: b: c ]\nd: e\n");
    let root = one(&file, ErrorCode::NeedsQuotes, "b: c");
    assert_eq!(value(root, "d"), "e");
    // And a person was told to close the letter.
    let file = tree("a: [\n  ßß: b\nd: e\n");
    one(&file, ErrorCode::Brackets, "[");
}

#[test]
fn a_second_stop_inside_of_what_was_taken_out_keeps_to_whole_characters() {
    // The copy that is read again has two `x` for `ß`.
    for text in [
        "a:\n\tb: 1\nc: [ßß: ß: ß ]\n",
        "c: 'ß' ß\n ß: ß: ß\n",
        "a: \u{a0}\n b: c\n  d: \u{3000} # x\n",
        "- |\n ß\n\tß\n- [ß: ß: |\n ß",
    ] {
        let tree = tree(text);
        for span in tree.errors().iter().map(|error| error.span) {
            assert!(tree.text().get(span.range()).is_some(), "{text:?} {span:?}");
        }
        for span in tree.nodes().map(|node| node.span()) {
            assert!(tree.text().get(span.range()).is_some(), "{text:?} {span:?}");
        }
    }
}

#[test]
fn an_unclosed_bracket_is_told_where_it_opens() {
    let tree = tree("links:\n  - { id: a, medium: email\n  - { id: b }\nowner: c\n");
    let root = one(&tree, ErrorCode::Brackets, "{");
    assert_eq!(root.get("links").unwrap().items().count(), 2);
    assert_eq!(value(root, "owner"), "c");
}

#[test]
fn tabs_are_one_mistake_however_many_lines_have_them() {
    let tree = tree("a:\n\tb: 1\n\tc:\n\t\td: 2\ne: 3\n");
    let root = one(&tree, ErrorCode::Tab, "\t");
    assert_eq!(value(root.get("a").unwrap().get("c").unwrap(), "d"), "2");
    assert_eq!(value(root, "e"), "3");
}

#[test]
fn placeholders_without_quotes_are_named_whether_or_not_they_happen_to_be_yaml() {
    let tree = tree("a: {{my.token}}\nb: {{my.token}} and more\nc: '{{fine}}'\n");
    let codes: Vec<ErrorCode> = tree.errors().iter().map(|error| error.code).collect();
    assert_eq!(codes, [ErrorCode::UnquotedPlaceholder; 2]);
    assert!(
        hint(&tree).contains("a: \"{{my.token}}\""),
        "{}",
        hint(&tree)
    );
    let root = tree.documents().next().unwrap();
    assert_eq!(root.get("a").unwrap().kind(), NodeKind::Error);
    assert_eq!(value(root, "c"), "{{fine}}");
}

#[test]
fn pasted_lines_are_one_mistake() {
    let tree = tree("a: 1\nHello all\nhere is the news\nand more\nb: 2\n");
    let root = one(&tree, ErrorCode::Syntax, "Hello all");
    assert_eq!((value(root, "a"), value(root, "b")), ("1", "2"));
}

#[test]
fn the_other_documents_of_a_file_stay() {
    let tree = tree("a: 1\n---\nb: [\n  x\n---\nc: 3\n");
    let documents: Vec<Node<'_>> = tree.documents().collect();
    assert_eq!(documents.len(), 3);
    assert_eq!(
        (value(documents[0], "a"), value(documents[2], "c")),
        ("1", "3")
    );
    one(&tree, ErrorCode::Brackets, "[");
}

#[test]
fn several_mistakes_are_all_told_in_the_order_of_the_text() {
    let tree = tree("a: @x\nb: 1\nc: 'x'y\nd: *nobody\ne: - f\ng: 2\n");
    let lines: Vec<u32> = tree
        .errors()
        .iter()
        .map(|error| tree.line_column(error.span.start).0)
        .collect();
    assert_eq!(lines, [1, 3, 4, 5]);
    let root = tree.documents().next().unwrap();
    assert_eq!((value(root, "b"), value(root, "g")), ("1", "2"));
    assert_eq!(root.entries().count(), 6);
}

#[test]
fn a_line_that_is_indented_wrongly_is_told_once() {
    for text in [
        "a: 1\n  b: 2\nc: 3\n",
        "a:\n    x: 1\n  b: 2\nc: 3\n",
        "a:\n  - x\n b: 2\nc: 3\n",
    ] {
        let tree = tree(text);
        assert_eq!(tree.errors().len(), 1, "{:?}", tree.errors());
        assert_eq!(tree.errors()[0].code, ErrorCode::Indentation, "{text}");
        assert_eq!(value(tree.documents().next().unwrap(), "c"), "3");
    }
}

#[test]
fn a_list_in_brackets_may_be_closed_at_the_beginning_of_a_line_but_its_items_are_indented() {
    assert!(tree("a: [\n  x,\n  y\n]\nb: 1\n").errors().is_empty());
    let tree = tree("a: [x,\ny,\n  z]\nb: 1\n");
    let root = one(&tree, ErrorCode::Indentation, "y");
    assert_eq!(root.get("a").unwrap().items().count(), 3, "nothing is lost");
}

#[test]
fn messages_never_hold_a_raw_control_character_and_stay_short() {
    let tree = tree(&format!(
        "a: @\u{202e}\u{1b}[31m{}\nb: *x\u{9b}31m\n",
        "x".repeat(5000)
    ));
    assert!(!tree.errors().is_empty());
    for error in tree.errors() {
        let told = error.to_string();
        assert!(
            !told.contains(|c: char| c.is_control() || c == '\u{202e}'),
            "{told:?}"
        );
        assert!(told.chars().count() < 400, "{told}");
    }
}

#[test]
fn merge_keys_that_pull_in_the_world_are_switched_off_and_told() {
    let mut text = "m0: &m0 {a: 1}\n".to_owned();
    for number in 1..600 {
        let before = number - 1;
        text.push_str(&format!(
            "m{number}: &m{number} {{<<: *m{before}, k{number}: 1}}\n"
        ));
    }
    let tree = tree(&text);
    assert!(
        tree.errors()
            .iter()
            .all(|error| error.code == ErrorCode::MergeTooLarge)
    );
    assert!(!tree.errors().is_empty());
    let root = tree.documents().next().unwrap();
    assert_eq!(root.get("m100").unwrap().effective_entries().count(), 101);
    assert_eq!(root.get("m599").unwrap().effective_entries().count(), 1);
}

#[test]
fn a_file_of_mistakes_is_read_in_linear_time() {
    for line in [
        "a: b: c\n",
        "---\na: b: c\n",
        "- {{x}}\n",
        "a: [x\n",
        "---\na:\n\tb: 1\n",
    ] {
        let started = std::time::Instant::now();
        let tree = tree(&line.repeat(200_000 / line.len()));
        assert!(!tree.errors().is_empty() && tree.errors().len() <= 100);
        assert!(
            started.elapsed() < std::time::Duration::from_secs(10),
            "{line:?}"
        );
    }
}

#[test]
fn a_list_in_brackets_without_any_indentation_is_one_mistake() {
    let tree = tree("a: [\nx,\ny,\nz\n]\nb: [\nx\n]\n");
    let lines: Vec<u32> = tree
        .errors()
        .iter()
        .map(|error| tree.line_column(error.span.start).0)
        .collect();
    assert_eq!(lines, [2, 7]);
}
