//! What a file refers to, in little room: a run holds the references of thousands of files at once.

use std::sync::Arc;

use crate::model::target::{ReferenceUse, Target};
use crate::model::values::Text;
use crate::syntax::{NodeId, Tree};

/// What a file refers to: a [`ReferenceUse`] each, without what its node knows.
#[derive(Debug)]
pub(super) struct StoredReferences<'a> {
    list: Box<[StoredReference]>,
    /// What is referred to, each once. Most files refer to the same kinds of things, and share the list.
    targets: Arc<[Target<'a>]>,
    /// The ids that are not all that their node says: `region` of `taxonomy region by id`.
    parts: Box<[(u32, &'a str)]>,
}

#[derive(Debug, Clone, Copy)]
struct StoredReference {
    node: NodeId,
    /// The number among the targets.
    target: u16,
    is_owner: bool,
}

impl Default for StoredReferences<'_> {
    fn default() -> Self {
        StoredReferences {
            list: Box::default(),
            targets: Arc::from([]),
            parts: Box::default(),
        }
    }
}

impl<'a> StoredReferences<'a> {
    /// `before` are the targets of the file that the same thread read before.
    pub(super) fn new(
        references: &[ReferenceUse<'a>],
        before: &mut Arc<[Target<'a>]>,
    ) -> StoredReferences<'a> {
        let mut targets: Vec<Target<'a>> = Vec::new();
        let mut list = Vec::with_capacity(references.len());
        let mut parts = Vec::new();
        for reference in references {
            let known = targets.iter().position(|known| *known == reference.target);
            let Ok(target) = u16::try_from(known.unwrap_or(targets.len())) else {
                // Nobody refers to that many kinds of things.
                continue;
            };
            if known.is_none() {
                targets.push(reference.target);
            }
            let id = reference.text.value;
            let whole = reference.text.node.value();
            if whole.is_some_and(|whole| whole.len() != id.len()) {
                parts.push((list.len() as u32, id));
            }
            list.push(StoredReference {
                node: reference.text.node.id(),
                target,
                is_owner: reference.is_owner,
            });
        }
        if **before != *targets {
            *before = Arc::from(targets);
        }
        StoredReferences {
            list: list.into(),
            targets: Arc::clone(before),
            parts: parts.into(),
        }
    }

    pub(super) fn all(&self, tree: &'a Tree) -> impl Iterator<Item = ReferenceUse<'a>> {
        self.list.iter().enumerate().filter_map(|(number, stored)| {
            let whole = Text::of(tree.node(stored.node)?)?;
            let number = number as u32;
            let part = self
                .parts
                .binary_search_by_key(&number, |(number, _)| *number);
            let value = part.map_or(whole.value, |at| self.parts[at].1);
            Some(ReferenceUse {
                target: *self.targets.get(usize::from(stored.target))?,
                text: Text { value, ..whole },
                is_owner: stored.is_owner,
            })
        })
    }
}
