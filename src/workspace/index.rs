//! What is defined where. Every look-up is recorded for the file that asked, so that a later run
//! knows which files a change can reach.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::diagnostics::stable_hash;
use crate::model::target::{Definition, Target};

/// One thing that a file looked up, as a number that is the same in every run: a set of these says
/// which files a change of a definition can reach.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Read(u64);

impl Read {
    /// A definition by its id, whether or not there is one.
    pub fn definition(target: Target<'_>, id: &str) -> Read {
        Read::of(&[target.kind(), target.noun(), id])
    }

    /// Every definition of a kind of thing.
    pub fn all(target: Target<'_>) -> Read {
        Read::of(&[target.kind(), target.noun()])
    }

    /// Whether there is any definition of a kind of thing.
    pub fn any(target: Target<'_>) -> Read {
        Read::of(&[target.kind(), target.noun(), "", "any"])
    }

    /// The policies of a kind, such as `tracking`.
    pub fn policy(kind: &str) -> Read {
        Read::of(&[kind])
    }

    fn of(words: &[&str]) -> Read {
        Read(stable_hash(words.iter().map(|word| word.as_bytes())))
    }
}

/// What one file looked up.
#[derive(Debug, Default)]
pub struct Reads {
    /// Few and mostly repeated: a short list is searched faster than a tree.
    seen: RefCell<Vec<Read>>,
    off: bool,
}

impl Reads {
    /// For runs that nobody asks what they read, such as those over lists of links.
    pub fn off() -> Reads {
        Reads {
            off: true,
            ..Reads::default()
        }
    }

    /// Notes a look-up.
    pub fn record(&self, read: impl FnOnce() -> Read) {
        if self.off {
            return;
        }
        let read = read();
        let mut seen = self.seen.borrow_mut();
        if !seen.contains(&read) {
            seen.push(read);
        }
    }

    /// Everything that was looked up, sorted.
    pub fn into_inner(self) -> Box<[Read]> {
        let mut reads = self.seen.into_inner();
        reads.sort_unstable();
        reads.into_boxed_slice()
    }
}

/// Definitions by what they are and by id.
#[derive(Debug, Default)]
pub struct Index<'a> {
    /// By id; those of equal id in the order of the workspace. Sorted lists and not maps of lists:
    /// a workspace may define tens of thousands of campaigns.
    by_id: HashMap<Target<'a>, Vec<Definition<'a>>>,
    /// Ids and aliases in lower case; `None` where one means several things.
    by_lower_case: HashMap<(Target<'a>, String), Option<&'a str>>,
    ids: HashMap<Target<'a>, Vec<&'a str>>,
    /// The dimensions that have values.
    dimensions: HashSet<&'a str>,
}

impl<'a> Index<'a> {
    /// An index of definitions; those of equal id keep the order in which they are given.
    pub fn new(definitions: impl IntoIterator<Item = Definition<'a>>) -> Index<'a> {
        let mut index = Index::default();
        for definition in definitions {
            if let Target::Value(dimension) = definition.target {
                index.dimensions.insert(dimension);
            }
            let lower = (definition.target, definition.id.to_lowercase());
            index.meant_by(lower, definition.id);
            let ids = index.ids.entry(definition.target).or_default();
            ids.push(definition.id);
            index
                .by_id
                .entry(definition.target)
                .or_default()
                .push(definition);
        }
        for list in index.by_id.values_mut() {
            list.sort_by_key(|definition| definition.id);
            list.shrink_to_fit();
        }
        for ids in index.ids.values_mut() {
            let mut seen = HashSet::new();
            ids.retain(|id| seen.insert(*id));
        }
        // An id is what it says, even where it is another value's alias.
        let mut aliases = Index::default();
        for definition in index.all() {
            for alias in &definition.aliases {
                let lower = (definition.target, alias.value.to_lowercase());
                if !index.by_lower_case.contains_key(&lower) {
                    aliases.meant_by(lower, definition.id);
                }
            }
        }
        index.by_lower_case.extend(aliases.by_lower_case);
        index
    }

    /// Notes what a text in lower case means; what means two things means nothing.
    fn meant_by(&mut self, lower: (Target<'a>, String), id: &'a str) {
        self.by_lower_case
            .entry(lower)
            .and_modify(|known| *known = known.filter(|known| *known == id))
            .or_insert(Some(id));
    }

    /// The definition with this id; the first where there are several.
    pub fn get(&self, target: Target<'_>, id: &str, reads: &Reads) -> Option<&Definition<'a>> {
        reads.record(|| Read::definition(target, id));
        self.with_id(target, id).first()
    }

    /// All definitions with this id: more than one is a mistake.
    pub fn same_id(&self, target: Target<'_>, id: &str, reads: &Reads) -> &[Definition<'a>] {
        reads.record(|| Read::definition(target, id));
        self.with_id(target, id)
    }

    /// The id that a text means when letter case and aliases don't count.
    pub fn meant(&self, target: Target<'_>, text: &str, reads: &Reads) -> Option<&'a str> {
        reads.record(|| Read::all(target));
        let target = self.known(target)?;
        self.by_lower_case
            .get(&(target, text.to_lowercase()))
            .copied()
            .flatten()
    }

    /// Every id of a kind, in the order of the workspace.
    pub fn ids(&self, target: Target<'_>, reads: &Reads) -> &[&'a str] {
        reads.record(|| Read::all(target));
        self.known(target)
            .and_then(|target| self.ids.get(&target))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether the workspace defines anything of a kind; where it doesn't, a reference can't be
    /// judged.
    pub fn has_any(&self, target: Target<'_>, reads: &Reads) -> bool {
        reads.record(|| Read::any(target));
        self.known(target)
            .is_some_and(|target| self.by_id.contains_key(&target))
    }

    /// Every definition.
    pub fn all(&self) -> impl Iterator<Item = &Definition<'a>> {
        self.by_id.values().flatten()
    }

    /// A dimension that has values, by its id.
    pub fn dimension(&self, id: &str) -> Option<&'a str> {
        self.dimensions.get(id).copied()
    }

    /// A target as it is a key here; `None` for values of a dimension that nothing defines.
    fn known(&self, target: Target<'_>) -> Option<Target<'a>> {
        target.known_by(|dimension| self.dimensions.get(dimension).copied())
    }

    fn with_id(&self, target: Target<'_>, id: &str) -> &[Definition<'a>] {
        let list = self
            .known(target)
            .and_then(|target| self.by_id.get(&target))
            .map_or(&[][..], Vec::as_slice);
        let from = list.partition_point(|definition| definition.id < id);
        let length = list[from..].partition_point(|definition| definition.id == id);
        &list[from..from + length]
    }
}
