//! Any bytes: parse, look at everything, map every value back to its source, edit. Nothing may
//! panic, and what the tree promises must hold.
#![no_main]

use campaignlint::syntax::edit::{
    apply, insert_entry, remove_entry, rename_key, replace_part, set_value,
};
use campaignlint::syntax::{NodeKind, Route, Span, Tree, locate, route_to};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(tree) = Tree::from_bytes(bytes.to_vec()) else { return };
    let length = tree.text().len() as u32;
    assert!(tree.errors().len() <= 100);
    for error in tree.errors() {
        assert!(error.span.start <= error.span.end && error.span.end <= length, "{error:?}");
        assert!(error.span.is_empty() || !tree.slice(error.span).is_empty(), "{error:?}");
        assert!(!error.message.contains(char::is_control), "{error:?}");
        tree.line_column(error.span.start);
    }
    for comment in tree.comments() {
        assert!(tree.slice(comment.span).starts_with('#'));
    }
    for (number, node) in tree.nodes().enumerate() {
        let span = node.span();
        assert!(span.start <= span.end && span.end <= length, "{node:?}");
        assert!(span.is_empty() || !tree.slice(span).is_empty(), "{node:?}");
        assert_ne!(node.resolved().kind(), NodeKind::Alias);
        node.core();
        node.tag();
        node.anchor();
        if number < 500 {
            node.effective_entries().count();
            assert_eq!(node.items().count() + 2 * node.entries().count(), node.resolved().children().count());
        }
        if node.kind() == NodeKind::Error {
            assert!(!tree.errors().is_empty(), "an error node without an error");
        }
        if node.kind() == NodeKind::Scalar && number < 200 {
            let value = node.value().expect("a scalar has a value");
            let mut last = span.start;
            for (at, character) in value.char_indices().take(300) {
                let part = node.source_span(at..at + character.len_utf8());
                assert!(span.contains(part), "{node:?} {at} {part:?}");
                assert!(part.start >= last, "{node:?} {at} {part:?}");
                last = part.start;
                let source = tree.slice(part);
                assert!(part.is_empty() || !source.is_empty(), "{node:?} {at} {part:?}");
            }
        }
    }
    if let Some(root) = tree.documents().next() {
        for node in tree.nodes().take(50) {
            let route = route_to(root, node.span());
            let _ = locate(root, &route);
            let text = route.to_string();
            assert_eq!(text.parse::<Route>().as_ref(), Ok(&route), "{text}");
        }
        let _ = route_to(root, Span::new(0, length));
    }
    // Edits on a clean file keep it clean.
    if !tree.errors().is_empty() || bytes.len() > 2000 {
        return;
    }
    let seed = bytes.iter().fold(7usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(*byte as usize));
    let news = ["x", "", "a: b", "it's \"q\"", "12", "two\nlines\n", " s ", "- {", "\u{85}\t"];
    let new = news[seed % news.len()];
    let nodes: Vec<_> = tree.nodes().collect();
    let Some(node) = nodes.get(seed / 16 % nodes.len().max(1)) else { return };
    let mut edits = Vec::new();
    if node.kind() == NodeKind::Scalar {
        edits.push(set_value(*node, new));
        let value = node.value().unwrap_or_default();
        let mut cut = seed % (value.len() + 1);
        while !value.is_char_boundary(cut) {
            cut -= 1;
        }
        edits.push(replace_part(*node, cut..value.len(), new));
    }
    if node.kind() == NodeKind::Mapping {
        edits.push(insert_entry(*node, "new", new));
        if let Some(entry) = node.entries().next() {
            edits.push(remove_entry(entry));
            edits.push(rename_key(entry, new));
        }
    }
    for edit in edits {
        let changed = apply(tree.text(), std::slice::from_ref(&edit)).expect("an edit fits its file");
        Tree::parse(changed);
    }
});
