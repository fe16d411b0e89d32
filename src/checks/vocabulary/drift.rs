//! One word in several spellings, where it is used from several places.

use std::collections::HashMap;

use super::spelling::key;
use crate::model::values::Text;

/// The uses of a kind of name across the workspace, such as member statuses.
#[derive(Debug)]
pub(crate) struct Uses<'a> {
    /// What they are, to follow "as": `a member status`.
    pub(crate) noun: &'static str,
    /// By text; the places in the order in which they were added.
    by_text: HashMap<&'a str, Vec<Use<'a>>>,
}

/// One use of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Use<'a> {
    pub(crate) text: Text<'a>,
    /// The list in which it stands. Two spellings within one list are not drift: another rule speaks.
    list: usize,
    /// Whether this is where the name is laid down, so that its spelling counts for more.
    defines: bool,
}

/// A spelling that is not the usual one.
#[derive(Debug)]
pub(crate) struct Drift<'u, 'a> {
    /// Where it stands.
    pub(crate) uses: Vec<&'u Use<'a>>,
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
        if !text.is_blank() {
            let uses = self.by_text.entry(text.value).or_default();
            uses.push(Use {
                text,
                list,
                defines,
            });
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
    ) -> Vec<Drift<'_, 'a>> {
        let mut by_key: HashMap<String, Vec<&Vec<Use<'a>>>> = HashMap::new();
        for (text, uses) in &self.by_text {
            by_key.entry(key(name(text))).or_default().push(uses);
        }
        let mut drifts = Vec::new();
        for mut spellings in by_key.into_values() {
            if spellings.len() < 2 {
                continue;
            }
            spellings.sort_by_key(|uses| {
                let defined = uses.iter().any(|one| one.defines);
                let place = crate::diagnostics::Place::from(uses[0].text.node);
                (!defined, std::cmp::Reverse(uses.len()), place)
            });
            let Some((usual, others)) = spellings.split_first() else {
                continue;
            };
            let lists: HashMap<usize, &str> =
                usual.iter().map(|one| (one.list, one.text.value)).collect();
            for uses in others {
                let uses: Vec<&Use<'a>> = uses
                    .iter()
                    .filter(|one| !lists.contains_key(&one.list) && same(one, &usual[0]))
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
