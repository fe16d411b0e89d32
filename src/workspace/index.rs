//! What is defined where. Every look-up is recorded for the file that asked, so that a later run
//! knows which files a change can reach.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::naming::Outline;
use crate::diagnostics::stable_hash;
use crate::model::target::{Definition, Target};
use crate::syntax::NodeId;

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
    /// The name that was built last, for which campaign: several rules ask for it in turn.
    built: RefCell<Option<(CampaignPlace, Option<String>)>>,
    /// The same of the name that was judged last.
    judged: RefCell<Option<(CampaignPlace, Option<Outline>)>>,
}

/// The number of a campaign's file, and its node there.
pub(crate) type CampaignPlace = (u32, NodeId);

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

    /// The name of a campaign, built unless it was the last that was asked for.
    pub(crate) fn name_built(
        &self,
        campaign: CampaignPlace,
        build: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        if let Some((known, name)) = &*self.built.borrow()
            && *known == campaign
        {
            return name.clone();
        }
        let name = build();
        *self.built.borrow_mut() = Some((campaign, name.clone()));
        name
    }

    /// What there is to say of the typed name of a campaign, judged unless it was the last that was asked
    /// for.
    pub(crate) fn name_judged(
        &self,
        campaign: CampaignPlace,
        judge: impl FnOnce() -> Option<Outline>,
    ) -> Option<Outline> {
        if let Some((known, outline)) = *self.judged.borrow()
            && known == campaign
        {
            return outline;
        }
        let outline = judge();
        *self.judged.borrow_mut() = Some((campaign, outline));
        outline
    }

    /// Everything that was looked up, sorted.
    pub fn into_inner(self) -> Box<[Read]> {
        let mut reads = self.seen.into_inner();
        reads.sort_unstable();
        reads.into_boxed_slice()
    }
}

/// What is known of one kind of thing.
#[derive(Debug)]
struct OfTarget<'a> {
    target: Target<'a>,
    /// By id; those of equal id in the order of the workspace.
    definitions: Vec<Definition<'a>>,
    /// Every id, in the order of the workspace.
    ids: Vec<&'a str>,
}

/// Definitions by what they are and by id. Sorted lists and not maps of lists: a workspace may define
/// tens of thousands of campaigns.
#[derive(Debug, Default)]
pub struct Index<'a> {
    targets: Vec<OfTarget<'a>>,
    /// Ids and aliases by the hash of what they are and their text in lower case; `None` where one
    /// means several things.
    by_lower_case: HashMap<u64, Option<&'a str>>,
}

impl<'a> Index<'a> {
    /// An index of definitions; those of equal id keep the order in which they are given.
    pub fn new(definitions: impl IntoIterator<Item = Definition<'a>>) -> Index<'a> {
        let mut by_target: BTreeMap<Target<'a>, OfTarget<'a>> = BTreeMap::new();
        let mut index = Index::default();
        for definition in definitions {
            let target = definition.target;
            index.meant_by(lower_case(target, definition.id), definition.id);
            let of_target = by_target.entry(target).or_insert_with(|| OfTarget {
                target,
                definitions: Vec::new(),
                ids: Vec::new(),
            });
            of_target.ids.push(definition.id);
            of_target.definitions.push(definition);
        }
        index.targets = by_target.into_values().collect();
        for of_target in &mut index.targets {
            let definitions = &mut of_target.definitions;
            definitions.sort_by_key(|definition| definition.id);
            definitions.shrink_to_fit();
            let mut seen = HashSet::new();
            of_target.ids.retain(|id| seen.insert(*id));
        }
        // An id is what it says, even where it is another value's alias.
        let mut aliases = Index::default();
        for definition in index.all() {
            for alias in &definition.aliases {
                let lower = lower_case(definition.target, alias.value);
                if !index.by_lower_case.contains_key(&lower) {
                    aliases.meant_by(lower, definition.id);
                }
            }
        }
        index.by_lower_case.extend(aliases.by_lower_case);
        index
    }

    /// Notes what a text in lower case means; what means two things means nothing.
    fn meant_by(&mut self, lower: u64, id: &'a str) {
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
        let lower = lower_case(target, text);
        self.by_lower_case.get(&lower).copied().flatten()
    }

    /// Every id of a kind, in the order of the workspace.
    pub fn ids(&self, target: Target<'_>, reads: &Reads) -> &[&'a str] {
        reads.record(|| Read::all(target));
        self.of_target(target).map_or(&[], |known| &known.ids)
    }

    /// Whether the workspace defines anything of a kind; where it doesn't, a reference can't be
    /// judged.
    pub fn has_any(&self, target: Target<'_>, reads: &Reads) -> bool {
        reads.record(|| Read::any(target));
        self.of_target(target).is_some()
    }

    /// Every definition.
    pub fn all(&self) -> impl Iterator<Item = &Definition<'a>> {
        self.targets.iter().flat_map(|known| &known.definitions)
    }

    /// A dimension that has values, by its id.
    pub fn dimension(&self, id: &str) -> Option<&'a str> {
        match self.of_target(Target::Value(id))?.target {
            Target::Value(dimension) => Some(dimension),
            _ => None,
        }
    }

    fn of_target(&self, target: Target<'_>) -> Option<&OfTarget<'a>> {
        let search = |known: &OfTarget<'a>| known.target.cmp(&target);
        let number = self.targets.binary_search_by(search).ok()?;
        self.targets.get(number)
    }

    fn with_id(&self, target: Target<'_>, id: &str) -> &[Definition<'a>] {
        let list = self
            .of_target(target)
            .map_or(&[][..], |known| &known.definitions);
        let from = list.partition_point(|definition| definition.id < id);
        let length = list[from..].partition_point(|definition| definition.id == id);
        &list[from..from + length]
    }
}

/// A text that stands for something, without its letter case.
fn lower_case(target: Target<'_>, text: &str) -> u64 {
    let lower = text.to_lowercase();
    stable_hash([target.kind(), target.noun(), &lower].map(str::as_bytes))
}
