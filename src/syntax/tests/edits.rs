//! Edits change what they are about and nothing else.

use super::tree;
use crate::syntax::edit::{
    self, Edit, apply, insert_entry, remove_entry, rename_key, replace_part, set_value,
};
use crate::syntax::{Entry, Node, NodeKind, Span, Tree};
use proptest::prelude::*;

fn edited(text: &str, make: impl Fn(Node<'_>) -> Edit) -> String {
    let tree = tree(text);
    let edit = make(tree.documents().next().unwrap());
    apply(text, &[edit]).unwrap()
}

fn entry<'t>(root: Node<'t>, key: &str) -> Entry<'t> {
    root.entry(key).unwrap()
}

#[test]
fn a_plain_value_stays_plain_and_its_comment_stays() {
    let set = |text, new| edited(text, |root| set_value(root.get("a").unwrap(), new));
    assert_eq!(
        set("a: old   # why\n", "new, better"),
        "a: new, better   # why\n"
    );
    assert_eq!(set("a: old\r\nb: 1\r\n", "new"), "a: new\r\nb: 1\r\n");
    assert_eq!(set("{ a: old, b: 1 }", "x, y"), "{ a: \"x, y\", b: 1 }");
}

#[test]
fn a_value_gets_quotes_when_it_needs_them_or_would_change_its_type() {
    let set = |text, new| edited(text, |root| set_value(root.get("a").unwrap(), new));
    assert_eq!(set("a: SE\n", "NO"), "a: \"NO\"\n");
    assert_eq!(set("a: old\n", "12"), "a: \"12\"\n");
    assert_eq!(set("a: 11\n", "12"), "a: 12\n");
    assert_eq!(set("a: old\n", "x: y"), "a: \"x: y\"\n");
    assert_eq!(set("a: old\n", "*.x"), "a: \"*.x\"\n");
    assert_eq!(set("a: old\n", ""), "a: \"\"\n");
    assert_eq!(set("a: 'old'\n", "it's"), "a: 'it''s'\n");
    assert_eq!(set("a: 'old'\n", "two\nlines"), "a: \"two\\nlines\"\n");
    assert_eq!(set("a: \"old\"\n", "say \"x\""), "a: \"say \\\"x\\\"\"\n");
}

#[test]
fn a_missing_value_is_put_behind_its_key() {
    let set = |text, new| edited(text, |root| set_value(root.get("a").unwrap(), new));
    assert_eq!(set("a:\nb: 1\n", "x"), "a: x\nb: 1\n");
    assert_eq!(set("a: # why\nb: 1\n", "x"), "a: x # why\nb: 1\n");
    assert_eq!(set("{a, b: 1}", "x"), "{a: x, b: 1}");
    assert_eq!(set("a: &anchor\nb: 1\n", "x"), "a: &anchor x\nb: 1\n");
}

#[test]
fn a_block_scalar_stays_one() {
    let set = |text, new| edited(text, |root| set_value(root.get("a").unwrap(), new));
    assert_eq!(
        set("a: | # why\n   x\n   y\nb: 1\n", "p\n\nq\n"),
        "a: | # why\n   p\n\n   q\nb: 1\n"
    );
    assert_eq!(
        set("a: >-\r\n  x\r\n  y\r\nb: 1\r\n", "p q"),
        "a: >-\r\n  p q\r\nb: 1\r\n"
    );
    assert_eq!(set("a: |\n  x\nb: 1\n", " p"), "a: \" p\"\nb: 1\n");
}

#[test]
fn a_part_of_a_value_is_replaced_through_quotes_and_escapes() {
    let part = |text, range: std::ops::Range<usize>, new| {
        edited(text, |root| {
            replace_part(root.get("a").unwrap(), range.clone(), new)
        })
    };
    assert_eq!(
        part("a: 'it''s old'\n", 5..8, "o'new"),
        "a: 'it''s o''new'\n"
    );
    assert_eq!(
        part("a: \"x\\ty old\"\n", 4..7, "\"new\""),
        "a: \"x\\ty \\\"new\\\"\"\n"
    );
    assert_eq!(
        part("a: |\n  x old y\nb: 1\n", 2..5, "new"),
        "a: |\n  x new y\nb: 1\n"
    );
    assert_eq!(
        part("a: x old y # c\n", 2..5, "#new"),
        "a: \"x #new y\" # c\n"
    );
    assert_eq!(
        part(
            "a: https://x.example/?utm_medium=Email&b=1 # c\n",
            30..35,
            "email"
        ),
        "a: https://x.example/?utm_medium=email&b=1 # c\n"
    );
}

#[test]
fn an_entry_goes_with_its_line_or_its_comma() {
    let remove = |text: &str| edited(text, |root| remove_entry(entry(root, "b")));
    assert_eq!(remove("a: 1\nb: 2 # two\nc: 3\n"), "a: 1\nc: 3\n");
    assert_eq!(
        remove("a: 1\r\nb:\r\n  - x\r\n  - y\r\nc: 3\r\n"),
        "a: 1\r\nc: 3\r\n"
    );
    assert_eq!(remove("a: 1\nb: |\n  x\n\n  y\n\nc: 3\n"), "a: 1\n\nc: 3\n");
    assert_eq!(remove("a: 1\nb: 2"), "a: 1\n");
    assert_eq!(remove("b: 2\n"), "{}\n");
    assert_eq!(remove("{ a: 1, b: 2, c: 3 }"), "{ a: 1, c: 3 }");
    assert_eq!(remove("{ a: 1, b: 2 }"), "{ a: 1 }");
    assert_eq!(
        remove("{\n  a: 1,\n  b: 2,\n  c: 3\n}"),
        "{\n  a: 1,\n  c: 3\n}"
    );
    let item = "- b: 2\n  c: 3\n- d: 1\n";
    let removed = edited(item, |root| {
        remove_entry(entry(root.items().next().unwrap(), "b"))
    });
    assert_eq!(removed, "- c: 3\n- d: 1\n");
}

#[test]
fn an_entry_is_added_in_the_style_of_its_neighbours() {
    let insert = |text: &str| edited(text, |root| insert_entry(root, "new", "x y"));
    assert_eq!(
        insert("a: 1 # one\n# end\n"),
        "a: 1 # one\nnew: x y\n# end\n"
    );
    assert_eq!(
        insert("a: 1\r\nb: |\r\n  t\r\n"),
        "a: 1\r\nb: |\r\n  t\r\nnew: x y\r\n"
    );
    assert_eq!(insert("a: 1"), "a: 1\nnew: x y");
    assert_eq!(insert("{ a: 1 }"), "{ a: 1, new: x y }");
    assert_eq!(insert("{ a: 1, }"), "{ a: 1, new: x y }");
    assert_eq!(insert("{}"), "{new: x y}");
    assert_eq!(insert("{\n  a: 1\n}"), "{\n  a: 1,\n  new: x y\n}");
    let item = edited("- a: 1\n- b\n", |root| {
        insert_entry(root.items().next().unwrap(), "new", "x y")
    });
    assert_eq!(item, "- a: 1\n  new: x y\n- b\n");
}

#[test]
fn edits_that_overlap_are_refused() {
    let at = |start, end| Edit {
        span: Span::new(start, end),
        text: String::new(),
    };
    assert!(apply("abcdef", &[at(0, 2), at(2, 4)]).is_ok());
    assert!(apply("abcdef", &[at(0, 3), at(2, 4)]).is_err());
    assert!(apply("abcdef", &[at(2, 2), at(2, 2)]).is_err());
    assert!(apply("abcdef", &[at(5, 9)]).is_err());
    assert!(apply("aé", &[at(2, 3)]).is_err());
}

/// The values of a tree without any positions.
#[derive(Clone, PartialEq, Debug)]
enum Plain {
    Text(String),
    List(Vec<Plain>),
    Map(Vec<(Plain, Plain)>),
    Other,
}

fn plain(node: Node<'_>) -> Plain {
    match node.kind() {
        NodeKind::Scalar => Plain::Text(node.value().unwrap().to_owned()),
        NodeKind::Sequence => Plain::List(node.items().map(plain).collect()),
        NodeKind::Mapping => Plain::Map(
            node.entries()
                .map(|e| (plain(e.key), plain(e.value)))
                .collect(),
        ),
        _ => Plain::Other,
    }
}

fn comments(tree: &Tree) -> Vec<String> {
    tree.comments()
        .iter()
        .map(|comment| tree.slice(comment.span).to_owned())
        .collect()
}

/// Does to the values what an edit of the node number `wanted` should do.
fn change(node: &mut Plain, next: &mut usize, wanted: usize, how: &mut dyn FnMut(&mut Plain)) {
    let this = *next;
    *next += 1;
    match node {
        Plain::List(items) => {
            for item in items {
                change(item, next, wanted, how);
            }
        }
        Plain::Map(entries) => {
            for (key, value) in entries {
                change(key, next, wanted, how);
                change(value, next, wanted, how);
            }
        }
        _ => {}
    }
    if this == wanted {
        how(node);
    }
}

fn scalar_source() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("word".to_owned()),
        Just("two words".to_owned()),
        Just("12".to_owned()),
        Just("NO".to_owned()),
        Just("https://x.example/?a=1&b=2".to_owned()),
        Just("'it''s'".to_owned()),
        Just("'with # and: '".to_owned()),
        Just("\"tab\\tand \\u00e9 \\\"q\\\"\"".to_owned()),
        Just("\"\"".to_owned()),
        Just("grün".to_owned()),
    ]
}

#[derive(Clone, Debug)]
enum Shape {
    Scalar(String),
    Missing,
    Literal(bool),
    Folded(bool),
    Flow(Vec<String>),
    FlowMap(Vec<String>, bool),
    Map(Vec<(Shape, bool)>),
    List(Vec<(Shape, bool)>),
}

fn shape() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        4 => scalar_source().prop_map(Shape::Scalar),
        1 => Just(Shape::Missing),
        1 => any::<bool>().prop_map(Shape::Literal),
        1 => any::<bool>().prop_map(Shape::Folded),
        1 => prop::collection::vec(scalar_source(), 0..3).prop_map(Shape::Flow),
        2 => (prop::collection::vec(scalar_source(), 0..4), any::<bool>())
            .prop_map(|(values, lines)| Shape::FlowMap(values, lines)),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let several = prop::collection::vec((inner, any::<bool>()), 1..4);
        prop_oneof![
            several.clone().prop_map(Shape::Map),
            several.prop_map(Shape::List)
        ]
    })
}

/// Writes a shape behind `key:` or `-`, and the line break behind it.
fn write(shape: &Shape, comment: bool, indent: usize, out: &mut String, number: &mut usize) {
    *number += 1;
    let id = *number;
    let tail = if comment {
        format!(" # note {id}\n")
    } else {
        "\n".to_owned()
    };
    let pad = " ".repeat(indent);
    match shape {
        Shape::Scalar(text) => out.push_str(&format!(" {text}{tail}")),
        Shape::Missing => out.push_str(&tail),
        Shape::Literal(strip) => {
            let mark = if *strip { "|-" } else { "|" };
            out.push_str(&format!(
                " {mark}{tail}{pad}  first line\n\n{pad}    more\n{pad}  last\n"
            ));
        }
        Shape::Folded(strip) => {
            let mark = if *strip { ">-" } else { ">" };
            out.push_str(&format!(
                " {mark}{tail}{pad}  first line\n{pad}  goes on\n\n{pad}  last\n"
            ));
        }
        Shape::Flow(items) => out.push_str(&format!(" [{}]{tail}", items.join(", "))),
        Shape::FlowMap(values, lines) => {
            let gap = if *lines {
                format!("\n{pad}    ")
            } else {
                " ".to_owned()
            };
            out.push_str(" {");
            for (at, value) in values.iter().enumerate() {
                let comma = if at > 0 { "," } else { "" };
                out.push_str(&format!("{comma}{gap}k{at}: {value}"));
            }
            out.push_str(if *lines && !values.is_empty() {
                "\n"
            } else {
                " "
            });
            if *lines && !values.is_empty() {
                out.push_str(&format!("{pad}  "));
            }
            out.push_str(&format!("}}{tail}"));
        }
        Shape::Map(entries) => {
            out.push_str(&tail);
            for (at, (shape, comment)) in entries.iter().enumerate() {
                out.push_str(&format!("{pad}  key{at}:"));
                write(shape, *comment, indent + 2, out, number);
            }
        }
        Shape::List(items) => {
            out.push_str(&tail);
            for (shape, comment) in items {
                out.push_str(&format!("{pad}  -"));
                write(shape, *comment, indent + 2, out, number);
            }
        }
    }
}

fn new_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{0,8}",
        "[ -~]{0,12}",
        "[a-z:#'\"{}\\[\\],&*!|>%@ ]{0,6}",
        "[a-z\n\t é\u{85}\u{2028}]{0,8}",
        Just("null".to_owned()),
        Just("yes".to_owned()),
        Just("- x".to_owned()),
        Just("---".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn an_edit_gives_the_intended_value_and_leaves_everything_else(
        entries in prop::collection::vec((shape(), any::<bool>()), 1..4),
        crlf in any::<bool>(),
        pick in any::<prop::sample::Index>(),
        what in 0..5,
        new in new_text(),
        cut in any::<(u8, u8)>(),
    ) {
        let mut text = "# head\n".to_owned();
        let mut number = 0;
        for (at, (shape, comment)) in entries.iter().enumerate() {
            text.push_str(&format!("top{at}:"));
            write(shape, *comment, 0, &mut text, &mut number);
        }
        text.push_str("# end\n");
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let before = tree(&text);
        prop_assert!(before.errors().is_empty(), "{text}\n{:?}", before.errors());
        let root = before.documents().next().unwrap();
        let mut expected = plain(root);
        let all: Vec<Node<'_>> = before.nodes().collect();
        let maps: Vec<Node<'_>> =
            all.iter().copied().filter(|node| node.kind() == NodeKind::Mapping).collect();
        let scalars: Vec<Node<'_>> =
            all.iter().copied().filter(|node| node.kind() == NodeKind::Scalar).collect();
        let with_entries: Vec<Node<'_>> =
            maps.iter().copied().filter(|map| map.entries().next().is_some()).collect();
        let entry_of = |map: Node<'_>| {
            let all: Vec<Entry<'_>> = map.entries().collect();
            (cut.0 as usize) % all.len()
        };
        let mut number = 0;
        let mut apply_to = |id: usize, how: &mut dyn FnMut(&mut Plain)| {
            number = 0;
            change(&mut expected, &mut number, id, how);
        };
        let made = match what {
            0 => {
                let node = *pick.get(&scalars);
                apply_to(node.id().index(), &mut |plain| *plain = Plain::Text(new.clone()));
                edit::set_value(node, &new)
            }
            1 => {
                let node = *pick.get(&scalars);
                let old = node.value().unwrap();
                let cut_at = |at: u8| {
                    let mut at = at as usize % (old.len() + 1);
                    while !old.is_char_boundary(at) {
                        at -= 1;
                    }
                    at
                };
                let (from, to) = (cut_at(cut.0.min(cut.1)), cut_at(cut.0.max(cut.1)));
                let (from, to) = (from.min(to), from.max(to));
                let whole = format!("{}{new}{}", &old[..from], &old[to..]);
                apply_to(node.id().index(), &mut |plain| *plain = Plain::Text(whole.clone()));
                edit::replace_part(node, from..to, &new)
            }
            2 => {
                let map = *pick.get(&with_entries);
                let at = entry_of(map);
                apply_to(map.id().index(), &mut |plain| {
                    if let Plain::Map(entries) = plain {
                        entries[at].0 = Plain::Text(new.clone());
                    }
                });
                rename_key(map.entries().nth(at).unwrap(), &new)
            }
            3 => {
                let map = *pick.get(&with_entries);
                let at = entry_of(map);
                apply_to(map.id().index(), &mut |plain| {
                    if let Plain::Map(entries) = plain {
                        entries.remove(at);
                    }
                });
                remove_entry(map.entries().nth(at).unwrap())
            }
            _ => {
                let map = *pick.get(&maps);
                apply_to(map.id().index(), &mut |plain| {
                    if let Plain::Map(entries) = plain {
                        entries.push((Plain::Text("added".to_owned()), Plain::Text(new.clone())));
                    }
                });
                insert_entry(map, "added", &new)
            }
        };
        let after = tree(&apply(&text, std::slice::from_ref(&made)).unwrap());
        prop_assert!(after.errors().is_empty(),
            "{text}\n=== {made:?}\n{}\n{:?}", after.text(), after.errors());
        prop_assert_eq!(plain(after.documents().next().unwrap()), expected,
            "{}\n=== {:?}\n{}", text, made, after.text());
        let kept: Vec<String> = before.comments().iter()
            .filter(|comment| what != 3 || !made.span.contains(comment.span))
            .map(|comment| before.slice(comment.span).to_owned())
            .collect();
        prop_assert_eq!(comments(&after), kept, "{}\n=== {:?}\n{}", text, made, after.text());
        let mixed = after.text().replace("\r\n", "").contains(['\n', '\r']);
        prop_assert!(!crlf || !mixed, "{:?} mixes line ends", after.text());
    }
}
