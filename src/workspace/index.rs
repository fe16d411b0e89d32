//! What is defined where. Every look-up is recorded for the file that asked, so that a later run
//! knows which files a change can reach.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use crate::model::target::{Definition, Target};

/// One thing that a file looked up.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Read {
    /// A definition by its id, whether or not there is one.
    Definition(Target, String),
    /// Every definition of a kind.
    All(Target),
    /// The policies of a kind, such as `tracking`.
    Policy(&'static str),
}

/// What one file looked up.
#[derive(Debug, Default)]
pub struct Reads(RefCell<BTreeSet<Read>>);

impl Reads {
    /// Notes a look-up.
    pub fn record(&self, read: Read) {
        self.0.borrow_mut().insert(read);
    }

    /// Everything that was looked up.
    pub fn into_inner(self) -> BTreeSet<Read> {
        self.0.into_inner()
    }
}

/// Definitions by what they are and by id.
#[derive(Debug, Default)]
pub struct Index<'a> {
    by_id: HashMap<Target, HashMap<&'a str, Vec<Definition<'a>>>>,
    /// Ids in lower case, for references that differ in case only.
    by_lower_case: HashMap<(Target, String), &'a str>,
    ids: HashMap<Target, Vec<&'a str>>,
}

impl<'a> Index<'a> {
    /// An index of definitions; those of equal id keep the order in which they are given.
    pub fn new(definitions: impl IntoIterator<Item = Definition<'a>>) -> Index<'a> {
        let mut index = Index::default();
        for definition in definitions {
            let lower = (definition.target, definition.id.to_lowercase());
            index.by_lower_case.entry(lower).or_insert(definition.id);
            for alias in &definition.aliases {
                let lower = (definition.target, alias.value.to_lowercase());
                index.by_lower_case.entry(lower).or_insert(definition.id);
            }
            let of_target = index.by_id.entry(definition.target).or_default();
            let same = of_target.entry(definition.id).or_default();
            if same.is_empty() {
                index
                    .ids
                    .entry(definition.target)
                    .or_default()
                    .push(definition.id);
            }
            same.push(definition);
        }
        index
    }

    /// The definition with this id; the first where there are several.
    pub fn get(&self, target: Target, id: &str, reads: &Reads) -> Option<&Definition<'a>> {
        reads.record(Read::Definition(target, id.to_string()));
        self.by_id.get(&target)?.get(id)?.first()
    }

    /// All definitions with this id: more than one is a mistake.
    pub fn same_id(&self, target: Target, id: &str, reads: &Reads) -> &[Definition<'a>] {
        reads.record(Read::Definition(target, id.to_string()));
        let same = self
            .by_id
            .get(&target)
            .and_then(|of_target| of_target.get(id));
        same.map_or(&[], Vec::as_slice)
    }

    /// The id that a text means when letter case and aliases don't count.
    pub fn meant(&self, target: Target, text: &str, reads: &Reads) -> Option<&'a str> {
        reads.record(Read::All(target));
        self.by_lower_case
            .get(&(target, text.to_lowercase()))
            .copied()
    }

    /// Every id of a kind, in the order of the workspace.
    pub fn ids(&self, target: Target, reads: &Reads) -> &[&'a str] {
        reads.record(Read::All(target));
        self.ids.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Whether the workspace defines anything of a kind; where it doesn't, a reference can't be
    /// judged.
    pub fn has_any(&self, target: Target, reads: &Reads) -> bool {
        !self.ids(target, reads).is_empty()
    }

    /// Every definition.
    pub fn all(&self) -> impl Iterator<Item = &Definition<'a>> {
        self.by_id.values().flat_map(HashMap::values).flatten()
    }
}
