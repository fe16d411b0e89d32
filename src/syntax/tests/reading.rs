//! What stands where.

use super::tree;
use crate::syntax::{Core, NodeKind, ScalarStyle, Span, Tree};

#[test]
fn spans_hold_quotes_headers_and_brackets() {
    let text = "a: 'x'\nb: | # c\n  t\nc: [1, {d: 2}]\ne:\n- f\n- g: h\n";
    let tree = tree(text);
    let root = tree.documents().next().unwrap();
    let slice = |key: &str| tree.slice(root.get(key).unwrap().span());
    assert_eq!(slice("a"), "'x'");
    assert_eq!(slice("b"), "| # c\n  t\n");
    assert_eq!(slice("c"), "[1, {d: 2}]");
    assert_eq!(slice("e"), "- f\n- g: h");
    assert_eq!(root.get("b").unwrap().style(), Some(ScalarStyle::Literal));
    assert_eq!(tree.comments().len(), 1);
    assert!(!tree.comments()[0].own_line);
}

#[test]
fn text_that_looks_like_a_block_header_is_not_taken_for_one() {
    for text in [
        "a: |\n  |\n",
        "a: |  # > x\n  >\n",
        "\"a |\": >\n  | # no\n",
        "- |\n |-\n- x\n",
    ] {
        let tree = tree(text);
        assert!(tree.errors().is_empty());
        let block = tree.nodes().find(|node| {
            matches!(
                node.style(),
                Some(ScalarStyle::Literal | ScalarStyle::Folded)
            )
        });
        let block = block.unwrap();
        let header = tree.slice(block.span()).lines().next().unwrap();
        assert!(
            block.span().len() as usize > header.len(),
            "{text:?}: {block:?}"
        );
        let value = block.value().unwrap();
        assert_eq!(
            tree.slice(block.source_span(0..value.len())),
            value,
            "{text:?}"
        );
    }
}

#[test]
fn missing_values_stand_behind_their_colon_or_dash() {
    let tree = tree("a:\nb: # c\nc:\n  -\n  - # d\n  - x\n");
    let root = tree.documents().next().unwrap();
    assert_eq!(root.get("a").unwrap().span(), Span::new(2, 2));
    assert_eq!(root.get("b").unwrap().span(), Span::new(5, 5));
    let items: Vec<Span> = root
        .get("c")
        .unwrap()
        .items()
        .map(|item| item.span())
        .collect();
    assert_eq!((items[0], items[1]), (Span::new(16, 16), Span::new(20, 20)));
}

#[test]
fn columns_count_characters_and_the_byte_order_mark_is_none() {
    let tree = tree("\u{feff}ä: ü\r\nb: x\rc: y\n");
    assert_eq!(tree.line_column(3), (1, 1));
    assert_eq!(tree.line_column(7), (1, 4));
    assert_eq!(tree.line_column(11), (2, 1));
    assert_eq!(tree.line_column(16), (3, 1));
    assert_eq!(tree.line_column(999), (4, 1));
    assert_eq!(
        tree.line_span(1).map(|line| tree.slice(line)),
        Some("\u{feff}ä: ü")
    );
}

#[test]
fn tags_and_anchors_are_kept_as_written() {
    let tree = tree("a: &x !!str 12\nb: *x\nc: !own {d: 1}\n");
    let root = tree.documents().next().unwrap();
    let a = root.get("a").unwrap();
    assert_eq!(
        (a.anchor(), a.tag(), a.core()),
        (Some("x"), Some("!!str"), Core::Text("12"))
    );
    let b = root.get("b").unwrap();
    assert_eq!(
        (b.kind(), b.value(), b.resolved()),
        (NodeKind::Alias, Some("12"), a)
    );
    assert!(root.get("c").unwrap().has_unknown_tag() && !a.has_unknown_tag());
}

#[test]
fn merge_keys_give_what_the_mapping_does_not_say_itself() {
    let tree =
        tree("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 3}\nd: {'<<': *a}\n");
    let root = tree.documents().next().unwrap();
    let c = root.get("c").unwrap();
    let all: Vec<_> = c
        .effective_entries()
        .map(|entry| {
            format!(
                "{}{}",
                entry.key.value().unwrap(),
                entry.value.value().unwrap()
            )
        })
        .collect();
    assert_eq!(all, ["x3", "y1", "z2"]);
    assert_eq!(c.get("z").and_then(|node| node.value()), Some("2"));
    assert!(
        root.get("d").unwrap().get("<<").is_some(),
        "in quotes it is a key like others"
    );
}

#[test]
fn numbers_are_those_of_the_core_schema() {
    use crate::syntax::resolve_plain as core;
    for text in [
        "0b1", "1_0", "12:30", "0x", "0o8", "+", "-", ".", "1e", "e1", "++1", "0x-1", "inf",
    ] {
        assert_eq!(core(text), Core::Text(text));
    }
    assert_eq!(core("-012"), Core::Int(-12));
    assert_eq!(core("99999999999999999999"), Core::Float(1e20));
    assert_eq!(core("1."), Core::Float(1.0));
    assert_eq!(core(".5e-1"), Core::Float(0.05));
    assert_eq!(core("-.inf"), Core::Float(f64::NEG_INFINITY));
}

#[test]
fn files_that_are_not_utf_8_are_told_what_they_are() {
    use crate::syntax::Encoding;
    let guess = |bytes: &[u8]| Tree::from_bytes(bytes.to_vec()).unwrap_err().guess;
    assert_eq!(guess(b"a\0b\0c\0:\0"), Encoding::Utf16LittleEndian);
    assert_eq!(guess(b"\0a\0b\0c\0:"), Encoding::Utf16BigEndian);
    assert_eq!(guess(b"\xFF\xFE\0\0a\0\0\0"), Encoding::Utf32LittleEndian);
    assert_eq!(guess(b"a: caf\xE9\n"), Encoding::Latin1);
    assert_eq!(guess(b"a: caf\xC3"), Encoding::CutOff);
    assert!(Tree::from_bytes(b"\xEF\xBB\xBFa: 1".to_vec()).is_ok());
}

#[test]
fn a_file_over_the_limit_is_refused_without_being_read() {
    let tree = Tree::parse(" ".repeat(crate::syntax::MAX_FILE_BYTES + 1));
    assert_eq!(tree.errors().len(), 1);
    assert_eq!(tree.documents().len(), 0);
}
