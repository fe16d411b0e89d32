//! A campaign's text on the way to another: one change after the other, each on a fresh tree.

use crate::syntax::{Edit, Entry, Node, NodeKind, Span, Tree, edit};

/// The text of one document.
pub(super) struct Sheet {
    pub(super) text: String,
}

/// One step to a place: a key, or the number of an item.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'s> {
    Key(&'s str),
    Item(usize),
}

impl Sheet {
    /// One document of a file, with the comments around it.
    pub(super) fn of(file: &str, root: Span) -> Sheet {
        let (start, end) = (root.start as usize, root.end as usize);
        let is_mark = |line: &str| line.trim_end() == "---" || line.starts_with("--- ");
        let mut from = 0;
        let mut to = file.len();
        let mut at = 0;
        for line in file.split_inclusive('\n') {
            if is_mark(line) {
                if at + 3 <= start {
                    from = at + line.len();
                } else if at >= end && to == file.len() {
                    to = at;
                }
            }
            at += line.len();
        }
        let text = file.get(from.min(start)..to.max(end).min(file.len()));
        let mut text = text
            .unwrap_or_default()
            .trim_start_matches('\u{feff}')
            .to_string();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        Sheet { text }
    }

    pub(super) fn tree(&self) -> Tree {
        Tree::parse(self.text.clone())
    }

    /// Makes one change; one that does not fit is left out.
    pub(super) fn apply(&mut self, edits: &[Edit]) -> bool {
        match edit::apply(&self.text, edits) {
            Ok(text) => {
                let changed = text != self.text;
                self.text = text;
                changed
            }
            Err(_) => false,
        }
    }

    /// Makes the change that somebody finds in the tree; says whether there was one.
    pub(super) fn change(&mut self, find: impl FnOnce(Node<'_>) -> Option<Vec<Edit>>) -> bool {
        let tree = self.tree();
        let edits = tree.documents().next().and_then(find);
        edits.is_some_and(|edits| self.apply(&edits))
    }

    /// Takes a key out; says whether it was there.
    pub(super) fn remove(&mut self, way: &[Step<'_>], key: &str) -> bool {
        self.change(|root| Some(vec![edit::remove_entry(entry(root, way, key)?)]))
    }

    /// Writes a value behind a key, which is added where there is none. The value is as it is written.
    pub(super) fn set(&mut self, way: &[Step<'_>], key: &str, value: &str) {
        let replaced = self.change(|root| {
            let node = entry(root, way, key)?.value;
            let is_block =
                matches!(node.kind(), NodeKind::Mapping | NodeKind::Sequence) && !node.is_flow();
            if is_block {
                return None;
            }
            if node.span().is_empty() {
                return Some(vec![edit::set_value(node, value)]);
            }
            Some(vec![Edit {
                span: node.span(),
                text: value.to_string(),
            }])
        });
        if replaced || self.has(way, key, value) {
            return;
        }
        self.remove(way, key);
        self.change(|root| Some(vec![edit::insert_entry(at(root, way)?, key, "x")]));
        self.change(|root| {
            let node = entry(root, way, key)?.value;
            Some(vec![Edit {
                span: node.span(),
                text: value.to_string(),
            }])
        });
    }

    fn has(&self, way: &[Step<'_>], key: &str, value: &str) -> bool {
        let tree = self.tree();
        let entry = tree
            .documents()
            .next()
            .and_then(|root| entry(root, way, key));
        entry.is_some_and(|entry| tree.slice(entry.value.span()) == value)
    }

    /// Makes comments of some lines, given by a span that they touch.
    pub(super) fn comment_out(&mut self, span: Span) {
        let from = self.text[..span.start as usize]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let inside = self.text[span.start as usize..span.end as usize].trim_end();
        let last = span.start as usize + inside.len();
        let to = self.text[last..]
            .find('\n')
            .map_or(self.text.len(), |at| last + at);
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let column = self.text[from..to]
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(indent)
            .min()
            .unwrap_or_default();
        let mut lines = Vec::new();
        for line in self.text[from..to].split('\n') {
            let column = column.min(indent(line));
            lines.push(match line.trim().is_empty() {
                true => line.to_string(),
                false => format!("{}# {}", &line[..column], &line[column..]),
            });
        }
        self.text.replace_range(from..to, &lines.join("\n"));
    }
}

/// The node at the end of a way.
pub(super) fn at<'t>(root: Node<'t>, way: &[Step<'_>]) -> Option<Node<'t>> {
    way.iter().try_fold(root, |node, step| match step {
        Step::Key(key) => node.get(key),
        Step::Item(number) => node.resolved().items().nth(*number),
    })
}

/// The entry with a key at the end of a way.
pub(super) fn entry<'t>(root: Node<'t>, way: &[Step<'_>], key: &str) -> Option<Entry<'t>> {
    at(root, way)?.entry(key)
}
