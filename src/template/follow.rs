//! Whether a text follows a template whose tokens have shapes, and if not, where and why.
//!
//! First the text is divided so that everything fits. Where that can't be done, it is divided as
//! cheaply as possible: each token that doesn't fit, is missing or too many has a price, and so has each
//! wrong sign. What the cheapest division pays for is what is told. There always is one, so a text that
//! doesn't follow never goes unexplained.

use std::ops::Range;

use super::Template;
use super::shape::{Fit, Shape};

/// Whether a text follows a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Following {
    /// It does.
    Yes(Division),
    /// It doesn't: what is wrong, from left to right, never empty; and how far off it is, to choose
    /// among templates.
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

const MISSING: u32 = 60;
const EXTRA: u32 = 70;
const SIGN: u32 = 30;
const NO_SIGN: u32 = 40;
const WORD_CASE: u32 = 30;
const WORD: u32 = 60;
/// What a sign of the template within a wrong token adds, where the token's texts are known.
const SIGN_WITHIN: u32 = 40;

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
            Some(best) => Following::No(lenient.faults(), best.cost),
            None => whole(FaultKind::Wrong),
        }
    }

    /// Whether a sign stands between tokens.
    pub fn parts_tokens(&self, c: char) -> bool {
        !c.is_alphanumeric() && separators_of(self).contains(c)
    }
}

/// The signs between the tokens of a template.
fn separators_of(template: &Template) -> String {
    let mut signs = String::new();
    for step in &template.steps {
        signs.push_str(&step.signs);
        signs.extend(step.words.chars().next());
    }
    signs.extend(template.end.chars().next());
    signs.retain(|c| !c.is_alphanumeric());
    signs
}

/// A piece of a template.
#[derive(Clone, Copy, Debug)]
enum Piece<'t> {
    /// Letters and digits that always stand there.
    Word(&'t str),
    /// Signs that always stand there.
    Signs(&'t str),
    /// A token with the signs in front of it.
    Token(usize, &'t str),
}

#[derive(Clone, Copy)]
struct Best {
    cost: u32,
    ways: u8,
    choice: Choice,
}

#[derive(Clone, Copy)]
enum Choice {
    End,
    /// The piece stands there: from, to.
    Stands(usize, usize),
    /// The piece is left out, and may be.
    LeftOut,
    /// A token: where its signs begin, where it begins and ends.
    Token(usize, usize, usize),
    /// A required piece is missing.
    Missing,
    /// Something else stands there: from, to.
    Extra(usize, usize),
}

struct Search<'s> {
    template: &'s Template,
    pieces: Vec<Piece<'s>>,
    text: &'s str,
    shapes: &'s [Shape],
    agrees: &'s dyn Fn(usize, &str) -> bool,
    strict: bool,
    cuts: Vec<usize>,
    /// The signs between tokens.
    separators: String,
    known: Vec<Option<Option<Best>>>,
}

impl<'s> Search<'s> {
    fn new(
        template: &'s Template,
        text: &'s str,
        shapes: &'s [Shape],
        agrees: &'s dyn Fn(usize, &str) -> bool,
        strict: bool,
    ) -> Search<'s> {
        let mut pieces = Vec::new();
        for (number, step) in template.steps.iter().enumerate() {
            pieces_of(&step.words, &mut pieces);
            pieces.push(Piece::Token(number, &step.signs));
        }
        pieces_of(&template.end, &mut pieces);
        let cuts = cuts(template, &pieces, text, strict);
        let known = vec![None; (pieces.len() + 1) * (text.len() + 1)];
        Search {
            template,
            pieces,
            text,
            shapes,
            agrees,
            strict,
            cuts,
            separators: separators_of(template),
            known,
        }
    }

    fn best(&mut self, piece: usize, from: usize) -> Option<Best> {
        let place = piece * (self.text.len() + 1) + from;
        if let Some(known) = self.known[place] {
            return known;
        }
        let best = self.find(piece, from);
        self.known[place] = Some(best);
        best
    }

    fn find(&mut self, number: usize, from: usize) -> Option<Best> {
        let mut best = None;
        match self.pieces.get(number).copied() {
            None if from == self.text.len() => {
                return Some(Best {
                    cost: 0,
                    ways: 1,
                    choice: Choice::End,
                });
            }
            None => {}
            Some(Piece::Word(word)) => self.word(&mut best, number, from, word),
            Some(Piece::Signs(signs)) => {
                for (cost, to) in self.signs(from, signs) {
                    self.weigh(&mut best, cost, Choice::Stands(from, to), (number + 1, to));
                }
            }
            Some(Piece::Token(token, signs)) => {
                self.token(&mut best, number, from, token, signs);
            }
        }
        if !self.strict
            && let Some(to) = self.extra(from)
        {
            self.weigh(&mut best, EXTRA, Choice::Extra(from, to), (number, to));
        }
        best
    }

    fn word(&mut self, best: &mut Option<Best>, number: usize, from: usize, word: &str) {
        let rest = &self.text[from..];
        let to = from + word.len();
        if rest.starts_with(word) {
            return self.weigh(best, 0, Choice::Stands(from, to), (number + 1, to));
        }
        if self.strict {
            return;
        }
        if let Some(length) = same_letters(rest, word) {
            let to = from + length;
            self.weigh(best, WORD_CASE, Choice::Stands(from, to), (number + 1, to));
        }
        let length = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        if length > 0 {
            let to = from + length;
            self.weigh(best, WORD, Choice::Stands(from, to), (number + 1, to));
        }
        self.weigh(best, WORD, Choice::Missing, (number + 1, from));
    }

    /// How signs may stand at a place: the price, and where they end.
    fn signs(&self, from: usize, signs: &str) -> Vec<(u32, usize)> {
        let rest = &self.text[from..];
        let mut ways = Vec::new();
        if rest.starts_with(signs) {
            ways.push((0, from + signs.len()));
        }
        if self.strict {
            return ways;
        }
        let length = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        if length == 0 {
            if !signs.is_empty() {
                ways.push((NO_SIGN, from));
            }
        } else if &rest[..length] != signs {
            ways.push((SIGN, from + length));
        }
        ways
    }

    fn token(
        &mut self,
        best: &mut Option<Best>,
        number: usize,
        from: usize,
        token: usize,
        signs: &str,
    ) {
        // Where nothing stands before it, the signs in front of a token go.
        let starts = match token > 0 && from == 0 {
            true => vec![(0, 0)],
            false => self.signs(from, signs),
        };
        for (sign_cost, start) in starts {
            for end in self.ends(token, start) {
                let Some(cost) = self.price(token, start, end) else {
                    continue;
                };
                let choice = Choice::Token(from, start, end);
                self.weigh(best, sign_cost + cost, choice, (number + 1, end));
            }
        }
        if self.template.steps[token].token.optional {
            self.weigh(best, 0, Choice::LeftOut, (number + 1, from));
        } else if !self.strict {
            self.weigh(best, MISSING, Choice::Missing, (number + 1, from));
        }
    }

    /// Where a token may end that begins at a place.
    fn ends(&self, token: usize, start: usize) -> Vec<usize> {
        let first = self.cuts.partition_point(|cut| *cut <= start);
        let mut ends = self.cuts[first..].to_vec();
        if !self.strict {
            for text in self.shapes[token].texts() {
                let end = start + text.len();
                if self.text[start..].starts_with(text) && !ends.contains(&end) {
                    ends.push(end);
                }
            }
        }
        ends
    }

    /// What a text in the place of a token costs; `None` where it can't stand there.
    fn price(&self, token: usize, start: usize, end: usize) -> Option<u32> {
        let part = &self.text[start..end];
        let shape = &self.shapes[token];
        let separates = |c: char| self.separators.contains(c);
        if self.strict {
            return shape
                .fits(part, &separates)
                .then(|| u32::from(!(self.agrees)(token, part)));
        }
        let price = match shape.fit(part, &separates) {
            // Where a text can be two things, it is the one whose texts are known.
            Fit::Yes => return Some(u32::from(!shape.is_closed())),
            Fit::NoSuchDay => 20,
            Fit::ButForCase => 30,
            Fit::Nearly => 40,
            Fit::No => 60,
        };
        let signs = part.chars().filter(|c| separates(*c)).count();
        let within = signs.saturating_sub(shape.own_signs(part)) as u32;
        Some(price + within * if shape.is_closed() { SIGN_WITHIN } else { 1 })
    }

    /// Where something that no piece stands for ends.
    fn extra(&self, from: usize) -> Option<usize> {
        let rest = &self.text[from..];
        let signs = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let word = &rest[signs..];
        let length = word
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(word.len());
        (!rest.is_empty()).then_some(from + signs + length)
    }

    fn weigh(
        &mut self,
        best: &mut Option<Best>,
        cost: u32,
        choice: Choice,
        (piece, from): (usize, usize),
    ) {
        let Some(rest) = self.best(piece, from) else {
            return;
        };
        let cost = cost + rest.cost;
        match best {
            Some(known) if known.cost < cost => {}
            Some(known) if known.cost == cost => known.ways = 2,
            _ => {
                *best = Some(Best {
                    cost,
                    ways: rest.ways,
                    choice,
                });
            }
        }
    }

    /// The cheapest division, piece by piece.
    fn walk(&mut self, mut visit: impl FnMut(&Self, Option<Piece<'s>>, usize, Choice)) {
        let (mut piece, mut from) = (0, 0);
        while let Some(best) = self.best(piece, from) {
            visit(self, self.pieces.get(piece).copied(), from, best.choice);
            match best.choice {
                Choice::End => return,
                Choice::Stands(_, to) | Choice::Token(_, _, to) => (piece, from) = (piece + 1, to),
                Choice::LeftOut | Choice::Missing => piece += 1,
                Choice::Extra(_, to) => from = to,
            }
        }
    }

    fn tokens(&mut self) -> Vec<(usize, Range<usize>)> {
        let mut tokens = Vec::new();
        self.walk(|_, piece, _, choice| {
            if let (Some(Piece::Token(token, _)), Choice::Token(_, start, end)) = (piece, choice) {
                tokens.push((token, start..end));
            }
        });
        tokens
    }

    fn faults(&mut self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut before = None;
        self.walk(|search, piece, from, choice| {
            let mut add = |kind, range, token| faults.push(Fault { kind, range, token });
            match (piece, choice) {
                (_, Choice::Extra(start, end)) => add(FaultKind::Extra, start..end, before),
                (Some(Piece::Token(token, signs)), Choice::Token(from, start, end)) => {
                    let is_first = token > 0 && from == 0;
                    if !is_first && &search.text[from..start] != signs {
                        add(FaultKind::Sign(signs.into()), from..start, Some(token));
                    }
                    if search
                        .price(token, start, end)
                        .is_none_or(|price| price > 1)
                    {
                        add(FaultKind::Wrong, start..end, Some(token));
                    }
                    before = Some(token);
                }
                (Some(Piece::Token(token, _)), Choice::Missing) => {
                    add(FaultKind::Missing, from..from, Some(token));
                }
                (Some(Piece::Word(word)), Choice::Stands(start, end))
                    if &search.text[start..end] != word =>
                {
                    add(FaultKind::Word(word.into()), start..end, before);
                }
                (Some(Piece::Word(word)), Choice::Missing) => {
                    add(FaultKind::Word(word.into()), from..from, before);
                }
                (Some(Piece::Signs(signs)), Choice::Stands(start, end))
                    if &search.text[start..end] != signs =>
                {
                    add(FaultKind::Sign(signs.into()), start..end, None);
                }
                _ => {}
            }
        });
        faults
    }
}

/// How much of the front of a text has the letters of a word, whatever their case and the signs between.
fn same_letters(text: &str, word: &str) -> Option<usize> {
    let mut wanted = word.chars().flat_map(char::to_lowercase);
    let mut next = wanted.next();
    for (at, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            // A sign in front of the word is a matter of its own.
            if at == 0 {
                return None;
            }
            continue;
        }
        for letter in c.to_lowercase() {
            if next != Some(letter) {
                return None;
            }
            next = wanted.next();
        }
        if next.is_none() {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// The words and signs of a literal.
fn pieces_of<'t>(literal: &'t str, pieces: &mut Vec<Piece<'t>>) {
    let mut rest = literal;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let length = rest
            .find(|c: char| c.is_alphanumeric() != is_word)
            .unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(length);
        pieces.push(match is_word {
            true => Piece::Word(piece),
            false => Piece::Signs(piece),
        });
        rest = behind;
    }
}

/// Where a token may end: at the end of the text and where any piece of the template begins; anywhere,
/// where two tokens touch. Where the text is to be explained, also where any sign begins, and between
/// digits and letters.
fn cuts(template: &Template, pieces: &[Piece<'_>], text: &str, strict: bool) -> Vec<usize> {
    let touching = template
        .steps
        .iter()
        .skip(1)
        .any(|step| step.words.is_empty() && step.signs.is_empty());
    let begins = |at: usize| {
        pieces.iter().any(|piece| match piece {
            Piece::Word(literal) | Piece::Signs(literal) | Piece::Token(_, literal) => {
                !literal.is_empty() && text[at..].starts_with(literal)
            }
        })
    };
    let turns = |at: usize, c: char| {
        let before = text[..at].chars().next_back();
        before.is_some_and(|before| {
            (before.is_alphanumeric() && !c.is_alphanumeric())
                || (before.is_alphanumeric()
                    && c.is_alphanumeric()
                    && before.is_numeric() != c.is_numeric())
        })
    };
    text.char_indices()
        .filter(|(at, c)| touching || begins(*at) || (!strict && turns(*at, *c)))
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}
