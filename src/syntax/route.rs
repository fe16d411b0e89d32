//! Names for places in a document that survive moved lines: `links[invite].medium`.

use super::Span;
use super::node::Node;
use super::tree::{NodeId, NodeKind};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;

/// One step of a [`Route`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RouteStep {
    /// The value of a key of a mapping.
    Key(String),
    /// The item of a list whose `id` has this value.
    Item(String),
    /// The item of a list with this number, from 0.
    Number(usize),
}

/// The way from the root of a document to a place in it: `links[invite].medium`,
/// `sources.linkedin[1]`.
///
/// A list item is named by its `id` where it has one that no item before it has, else by its
/// number from 0. A key or id that could be misread (it holds a dot, bracket, quote or line break,
/// is empty, or an id is a number) is written in double quotes with `\"`, `\\`, `\n`, `\r`, `\t`.
/// The route to the root itself is the empty text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Route(pub Vec<RouteStep>);

impl Route {
    /// The steps from the root.
    pub fn steps(&self) -> &[RouteStep] {
        &self.0
    }

    /// Adds a step to a key.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Route {
        self.0.push(RouteStep::Key(key.into()));
        self
    }

    /// Adds a step to the item with this `id`.
    #[must_use]
    pub fn item(mut self, id: impl Into<String>) -> Route {
        self.0.push(RouteStep::Item(id.into()));
        self
    }

    /// Adds a step to the item with this number, from 0.
    #[must_use]
    pub fn number(mut self, number: usize) -> Route {
        self.0.push(RouteStep::Number(number));
        self
    }
}

fn plain(text: &str) -> bool {
    !text.is_empty()
        && !text.contains(|c: char| matches!(c, '.' | '[' | ']' | '"' | '\\') || c.is_control())
        && text.trim() == text
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str("\"")?;
    for character in text.chars() {
        match character {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            _ => fmt::Write::write_char(f, character)?,
        }
    }
    f.write_str("\"")
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                RouteStep::Key(key) => {
                    if at > 0 {
                        f.write_str(".")?;
                    }
                    if plain(key) {
                        f.write_str(key)?
                    } else {
                        quoted(f, key)?
                    }
                }
                RouteStep::Item(id) => {
                    f.write_str("[")?;
                    let number = id.bytes().all(|byte| byte.is_ascii_digit());
                    if plain(id) && !number {
                        f.write_str(id)?
                    } else {
                        quoted(f, id)?
                    }
                    f.write_str("]")?;
                }
                RouteStep::Number(number) => write!(f, "[{number}]")?,
            }
        }
        Ok(())
    }
}

/// Why a text is not a route.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a route, at byte {offset}: {message}")]
pub struct RouteError {
    /// Offset in bytes in the text of the route.
    pub offset: usize,
    /// What was expected.
    pub message: &'static str,
}

impl FromStr for Route {
    type Err = RouteError;

    fn from_str(text: &str) -> Result<Route, RouteError> {
        let mut steps = Vec::new();
        let mut at = 0;
        while at < text.len() {
            if text[at..].starts_with('[') {
                let (name, was_quoted, behind) = name(text, at + 1)?;
                if !text[behind..].starts_with(']') {
                    return Err(RouteError {
                        offset: behind,
                        message: "`]` is missing",
                    });
                }
                let number = (!was_quoted).then(|| name.parse().ok()).flatten();
                steps.push(number.map_or(RouteStep::Item(name), RouteStep::Number));
                at = behind + 1;
            } else {
                if at > 0 {
                    if !text[at..].starts_with('.') {
                        return Err(RouteError {
                            offset: at,
                            message: "`.` or `[` is missing",
                        });
                    }
                    at += 1;
                }
                let (name, _, behind) = name(text, at)?;
                steps.push(RouteStep::Key(name));
                at = behind;
            }
        }
        Ok(Route(steps))
    }
}

/// A name from `at` on: the name, whether it was in quotes, and the offset behind it.
fn name(text: &str, at: usize) -> Result<(String, bool, usize), RouteError> {
    let rest = &text[at..];
    if !rest.starts_with('"') {
        let length = rest.find(['.', '[', ']', '"']).unwrap_or(rest.len());
        if length == 0 {
            return Err(RouteError {
                offset: at,
                message: "a name is missing",
            });
        }
        return Ok((rest[..length].to_owned(), false, at + length));
    }
    let mut name = String::new();
    let mut characters = rest.char_indices().skip(1);
    while let Some((offset, character)) = characters.next() {
        match character {
            '"' => return Ok((name, true, at + offset + 1)),
            '\\' => name.push(match characters.next() {
                Some((_, 'n')) => '\n',
                Some((_, 'r')) => '\r',
                Some((_, 't')) => '\t',
                Some((_, other)) => other,
                None => break,
            }),
            _ => name.push(character),
        }
    }
    Err(RouteError {
        offset: at,
        message: "a quote is not closed",
    })
}

/// The `id` of a list item.
fn id_of(item: Node<'_>) -> Option<&str> {
    item.get("id")
        .and_then(Node::value)
        .filter(|id| !id.is_empty())
}

/// Finds the place that a route names, through aliases and merge keys.
pub fn locate<'t>(root: Node<'t>, route: &Route) -> Option<Node<'t>> {
    let mut node = root;
    for step in route.steps() {
        node = match step {
            RouteStep::Key(key) => node.get(key)?,
            RouteStep::Item(id) => node.items().find(|item| id_of(*item) == Some(id))?,
            RouteStep::Number(number) => node.items().nth(*number)?,
        };
    }
    Some(node)
}

/// The route to the node with this span, else to the deepest node that holds it; a span on a key
/// leads to the key's value.
pub fn route_to(root: Node<'_>, span: Span) -> Route {
    Routes::default().to(root, span)
}

/// Routes to many places of one tree. Each collection on the way is taken apart once, so that a
/// hundred thousand findings in one list cost no more than the list.
#[derive(Debug, Default)]
pub struct Routes<'t>(HashMap<NodeId, Vec<Part<'t>>>);

/// One entry or item of a collection.
#[derive(Debug)]
struct Part<'t> {
    span: Span,
    key: Option<Node<'t>>,
    value: Node<'t>,
    /// The id of an item that is the first with it.
    id: Option<&'t str>,
}

impl<'t> Routes<'t> {
    /// The route to the deepest node that holds the span; as [`route_to`].
    pub fn to(&mut self, root: Node<'t>, span: Span) -> Route {
        let mut route = Route::default();
        let mut node = root;
        loop {
            if node.span() == span {
                return route;
            }
            let parts = self.0.entry(node.id()).or_insert_with(|| parts_of(node));
            // Parts stand one behind the other.
            let number = parts.partition_point(|part| part.span.end < span.end);
            let Some(part) = parts.get(number).filter(|part| part.span.contains(span)) else {
                return route;
            };
            match part.key {
                Some(key) => {
                    let Some(name) = key.value() else {
                        return route;
                    };
                    route = route.key(name);
                    if key.span().contains(span) {
                        return route;
                    }
                }
                None => {
                    route = match part.id {
                        Some(id) => route.item(id),
                        None => route.number(number),
                    };
                }
            }
            node = part.value;
        }
    }
}

fn parts_of<'t>(node: Node<'t>) -> Vec<Part<'t>> {
    match node.kind() {
        NodeKind::Mapping => node
            .entries()
            .map(|entry| Part {
                span: entry.span(),
                key: Some(entry.key),
                value: entry.value,
                id: None,
            })
            .collect(),
        NodeKind::Sequence => {
            let mut seen = HashSet::new();
            // A block that is listed many times by an alias is searched for its id once.
            let mut of_targets = HashMap::new();
            let mut id_of = |item: Node<'t>| match item.kind() {
                NodeKind::Alias => *of_targets
                    .entry(item.resolved().id())
                    .or_insert_with(|| id_of(item)),
                _ => id_of(item),
            };
            node.items()
                .map(|item| Part {
                    span: item.span(),
                    key: None,
                    value: item,
                    id: id_of(item).filter(|id| seen.insert(*id)),
                })
                .collect()
        }
        NodeKind::Scalar | NodeKind::Alias | NodeKind::Error => Vec::new(),
    }
}
