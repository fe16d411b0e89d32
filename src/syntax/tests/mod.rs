//! Stories about the tree as a whole.

use super::*;

mod edits;
mod reading;
mod recovery;
mod routes;

fn tree(text: &str) -> Tree {
    Tree::parse(text.to_owned())
}

#[test]
fn a_node_takes_sixteen_bytes_and_so_does_a_place() {
    assert_eq!(size_of::<tree::Raw>(), 16);
    assert_eq!(size_of::<Node<'_>>(), 16);
}

#[test]
fn values_are_read_as_the_core_schema_says() {
    let tree = tree("a: NO\nb: 012\nc: ~\nd: 'true'\ne: true\nf: 0x1F\ng: 1e3\nh: !!str 7\n");
    let root = tree.documents().next().unwrap();
    let core = |key: &str| root.get(key).unwrap().core();
    assert_eq!(core("a"), Core::Text("NO"));
    assert_eq!(core("b"), Core::Int(12));
    assert_eq!(core("c"), Core::Null);
    assert_eq!(core("d"), Core::Text("true"));
    assert_eq!(core("e"), Core::Bool(true));
    assert_eq!(core("f"), Core::Int(31));
    assert_eq!(core("g"), Core::Float(1000.0));
    assert_eq!(core("h"), Core::Text("7"));
}
