//! One word in several spellings, where it is used from several places.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::spelling::key;
use crate::model::values::Text;
use crate::syntax::Node;

/// The uses of a kind of name across the workspace, such as member statuses.
#[derive(Debug)]
pub(crate) struct Uses<'a> {
    /// What they are, to follow "as": `a member status`.
    pub(crate) noun: &'static str,
    /// By text.
    by_text: HashMap<&'a str, Places<'a>>,
}

/// Where a text stands, in the order in which it was added. Most texts of free choice stand in one
/// place, and a workspace may hold tens of thousands of them.
#[derive(Debug)]
struct Places<'a> {
    first: Place<'a>,
    more: Vec<Place<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    node: Node<'a>,
    list: u32,
    defines: bool,
}

impl<'a> Places<'a> {
    fn uses(&self, text: &'a str) -> Vec<Use<'a>> {
        let places = std::iter::once(&self.first).chain(&self.more);
        let used = |place: &Place<'a>| Use {
            text: Text {
                value: text,
                node: place.node,
            },
            list: place.list,
            defines: place.defines,
        };
        places.map(used).collect()
    }
}

/// One use of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Use<'a> {
    pub(crate) text: Text<'a>,
    /// The list in which it stands. Two spellings within one list are not drift: another rule speaks.
    list: u32,
    /// Whether this is where the name is laid down, so that its spelling counts for more.
    defines: bool,
}

/// A spelling that is not the usual one.
#[derive(Debug)]
pub(crate) struct Drift<'a> {
    /// Where it stands.
    pub(crate) uses: Vec<Use<'a>>,
    /// The first use of the usual spelling.
    pub(crate) usual: Text<'a>,
    /// How often the usual spelling is used.
    pub(crate) times: usize,
}

impl<'a> Uses<'a> {
    pub(crate) fn new(noun: &'static str) -> Uses<'a> {
        Uses {
            noun,
            by_text: HashMap::new(),
        }
    }

    pub(crate) fn add(&mut self, text: Text<'a>, list: usize, defines: bool) {
        if text.is_blank() {
            return;
        }
        let place = Place {
            node: text.node,
            // More lists than this nobody has; the last ones then count as one.
            list: u32::try_from(list).unwrap_or(u32::MAX),
            defines,
        };
        match self.by_text.entry(text.value) {
            Entry::Occupied(mut known) => known.get_mut().more.push(place),
            Entry::Vacant(free) => {
                free.insert(Places {
                    first: place,
                    more: Vec::new(),
                });
            }
        }
    }

    /// The different texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.by_text.keys().copied()
    }

    /// Takes texts out again.
    pub(crate) fn forget(&mut self, which: impl Fn(&str) -> bool) {
        self.by_text.retain(|text, _| !which(text));
    }

    /// Every spelling of a name beside its usual one: where it is laid down, else what is used most, else
    /// what comes first. `same` may tell names apart that the spelling alone doesn't.
    pub(crate) fn drifts(
        &self,
        name: impl Fn(&'a str) -> &'a str,
        same: impl Fn(&Use<'a>, &Use<'a>) -> bool,
    ) -> Vec<Drift<'a>> {
        let mut by_key: HashMap<String, Vec<&'a str>> = HashMap::new();
        for text in self.texts() {
            by_key.entry(key(name(text))).or_default().push(text);
        }
        let mut drifts = Vec::new();
        for spellings in by_key.into_values().filter(|texts| texts.len() > 1) {
            let mut spellings: Vec<Vec<Use<'a>>> = spellings
                .into_iter()
                .filter_map(|text| Some(self.by_text.get(text)?.uses(text)))
                .collect();
            spellings.sort_by_key(|uses| {
                let defined = uses.iter().any(|one| one.defines);
                let place = crate::diagnostics::Place::from(uses[0].text.node);
                (!defined, std::cmp::Reverse(uses.len()), place)
            });
            let Some((usual, others)) = spellings.split_first() else {
                continue;
            };
            let lists: HashSet<u32> = usual.iter().map(|one| one.list).collect();
            for uses in others {
                let uses: Vec<Use<'a>> = uses
                    .iter()
                    .filter(|one| !lists.contains(&one.list) && same(one, &usual[0]))
                    .copied()
                    .collect();
                if !uses.is_empty() {
                    drifts.push(Drift {
                        uses,
                        usual: usual[0].text,
                        times: usual.len(),
                    });
                }
            }
        }
        drifts
    }
}
