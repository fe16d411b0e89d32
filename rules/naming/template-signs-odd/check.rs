//! The templates of names hold the same signs.

use crate::checks::Context;
use crate::checks::templates::{Declared, declared};
use crate::diagnostics::{Place, Reporter};

/// With fewer templates there is no custom to speak of.
const FEWEST: usize = 4;

/// What is looked at, with what it is called.
const SIGNS: [(&[char], &str); 2] = [(&[' '], "spaces"), (&['[', ']', '<', '>', '(', ')'], "brackets")];

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let mut all = declared(context);
    all.retain(|one| one.naming.is_some());
    for (signs, noun) in SIGNS {
        let holds = |one: &&Declared<'_>| literal_at(one, signs).is_some();
        let odd: Vec<&Declared<'_>> = all.iter().filter(holds).collect();
        if all.len() < FEWEST || odd.len() * 4 > all.len() {
            continue;
        }
        let Some(usual) = all.iter().find(|one| !holds(one)) else { continue };
        let without = all.len() - odd.len();
        for one in odd {
            let Some(at) = literal_at(one, signs) else { continue };
            report
                .find(
                    Place::part(one.text.node, at..at + 1),
                    format!("Names of this template hold {noun}; the templates of {without} others have none."),
                    format!("Leave the {noun} out, and join the words as the others do."),
                )
                .because(usual.text.node, "one of the others");
        }
    }
}

/// Where one of some signs stands outside the tokens of a template.
fn literal_at(one: &Declared<'_>, signs: &[char]) -> Option<usize> {
    let tokens: Vec<_> = one.template.iter().flat_map(|template| template.tokens()).collect();
    let mut found = one.text.value.char_indices().filter(|(_, c)| signs.contains(c));
    let outside = |at: usize| !tokens.iter().any(|token| token.range.contains(&at));
    found.find(|(at, _)| outside(*at)).map(|(at, _)| at)
}
