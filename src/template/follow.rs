//! Whether a text follows a template whose tokens have shapes, and if not, where and why.
//!
//! First the text is divided so that everything fits. Where that can't be done, it is divided as
//! cheaply as possible: each token that doesn't fit, is missing or too many has a price, and so has each
//! wrong sign. What the cheapest division pays for is what is told. There always is one, so a text that
//! doesn't follow never goes unexplained.

use std::ops::Range;

use super::Template;
use super::division::{Choice, Piece, Search};
use super::shape::Shape;

/// Whether a text follows a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Following {
    /// It does.
    Yes(Division),
    /// It doesn't: what is wrong, from left to right, never empty; and how far off it is, to choose
    /// among templates: a part that fits exactly tells the template that was meant.
    No(Vec<Fault>, u32),
}

/// A text divided among the tokens of a template.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Division {
    /// The tokens that are there, by number, with the bytes of the text.
    pub tokens: Vec<(usize, Range<usize>)>,
    /// Whether it could be divided in another way that is as good.
    pub ambiguous: bool,
}

/// One thing that keeps a text from following a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// What it is.
    pub kind: FaultKind,
    /// The bytes of the text; empty where something is missing.
    pub range: Range<usize>,
    /// The token it is about: for a sign the one behind it, where that is no word of the template.
    pub token: Option<usize>,
}

/// What keeps a text from following a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// A token holds what it may not hold.
    Wrong,
    /// A token is left out.
    Missing,
    /// Another sign stands between tokens, or none: the right one.
    Sign(Box<str>),
    /// A word of the template is missing or spelt otherwise: the right one.
    Word(Box<str>),
    /// More than the template has.
    Extra,
    /// The text is too long to be looked at.
    TooLong,
}

/// Longer texts are not divided.
const LONGEST: usize = 300;

/// Nor are texts with more places where a token could end.
const MOST_CUTS: usize = 80;

/// How much nearer a text comes to a template with each part that can hardly be right by chance.
const FITTING: u32 = 50;
/// From which the nearness is counted.
const FAR: u32 = 2_000;

impl Template {
    /// Whether a text follows the template. `shapes` are those of [`Self::tokens`], in their order;
    /// `agrees` says whether a text is what is wanted for a token: of several ways of dividing the text
    /// the one in which most tokens agree counts.
    pub fn follow(
        &self,
        text: &str,
        shapes: &[Shape],
        agrees: &dyn Fn(usize, &str) -> bool,
    ) -> Following {
        let whole = |kind| {
            let fault = Fault {
                kind,
                range: 0..text.len(),
                token: None,
            };
            Following::No(vec![fault], u32::MAX)
        };
        if text.len() > LONGEST || shapes.len() != self.steps.len() {
            return whole(FaultKind::TooLong);
        }
        let mut strict = Search::new(self, text, shapes, agrees, true);
        if strict.cuts.len() > MOST_CUTS {
            return whole(FaultKind::TooLong);
        }
        if let Some(best) = strict.best(0, 0) {
            return Following::Yes(Division {
                tokens: strict.tokens(),
                ambiguous: best.ways > 1,
            });
        }
        let mut lenient = Search::new(self, text, shapes, agrees, false);
        let best = match lenient.cuts.len() {
            0..=MOST_CUTS => lenient.best(0, 0),
            _ => None,
        };
        match best {
            Some(best) => {
                let near = FITTING * lenient.fitting();
                Following::No(faults(&mut lenient), (FAR + best.cost).saturating_sub(near))
            }
            None => whole(FaultKind::Wrong),
        }
    }
}

/// What a division pays for, from left to right.
fn faults(search: &mut Search<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut before = None;
    search.walk(|search, piece, from, choice| {
        let mut add = |kind, range, token| faults.push(Fault { kind, range, token });
        match (piece, choice) {
            (_, Choice::Extra(start, end)) => add(FaultKind::Extra, start..end, before),
            (Some(Piece::Token(token, signs)), Choice::Token(from, start, end)) => {
                let is_first = token > 0 && from == 0;
                if !is_first && &search.text[from..start] != signs {
                    add(FaultKind::Sign(signs.into()), from..start, Some(token));
                }
                let separators = search.template.separators();
                if !search.shapes[token].fits(&search.text[start..end], separators) {
                    add(FaultKind::Wrong, start..end, Some(token));
                }
                before = Some(token);
            }
            (Some(Piece::Token(token, _)), Choice::Missing(to)) => {
                add(FaultKind::Missing, to..to, Some(token));
            }
            (Some(Piece::Word(word, token)), Choice::Stands(start, end))
                if &search.text[start..end] != word =>
            {
                add(FaultKind::Word(word.into()), start..end, token.or(before));
            }
            (Some(Piece::Word(word, token)), Choice::Missing(_)) => {
                add(FaultKind::Word(word.into()), from..from, token.or(before));
            }
            (Some(Piece::Signs(signs)), Choice::Stands(start, end))
                if &search.text[start..end] != signs =>
            {
                add(FaultKind::Sign(signs.into()), start..end, None);
            }
            _ => {}
        }
    });
    tidy(&mut faults, search.text.len());
    faults
}

/// Leaves of what is missing at the end of a text the first token alone: the signs and words in front of
/// it are missing because it is.
fn tidy(faults: &mut Vec<Fault>, end: usize) {
    let is_at_end = |fault: &Fault| fault.range.end == end;
    if faults
        .iter()
        .any(|fault| fault.kind == FaultKind::Missing && is_at_end(fault))
    {
        faults.retain(|fault| match fault.kind {
            FaultKind::Sign(_) => !is_at_end(fault),
            FaultKind::Word(_) => fault.range.start < end,
            _ => true,
        });
    } else if faults
        .iter()
        .any(|fault| matches!(fault.kind, FaultKind::Word(_)) && fault.range.start == end)
    {
        faults.retain(|fault| !(matches!(fault.kind, FaultKind::Sign(_)) && is_at_end(fault)));
    }
    // `Final` in the place of `v{version}` is a wrong version.
    let pair = faults.windows(2).position(|pair| {
        matches!(pair[0].kind, FaultKind::Word(_))
            && !pair[0].range.is_empty()
            && pair[1].kind == FaultKind::Missing
            && pair[0].token == pair[1].token
    });
    if let Some(at) = pair {
        faults[at].kind = FaultKind::Wrong;
        faults.remove(at + 1);
    }
}
