//! The search for the cheapest way of dividing a text among the tokens of a template.

use std::ops::Range;

use super::Template;
use super::shape::{Fit, Shape};

const MISSING: u32 = 60;
/// Where nothing is left of the text, words of somebody's choice are surely missing.
const WORDS_AT_END: u32 = 40;
/// Another word in the place of `v` and the version in `v{version}`: most of it is the missing version.
const WORD_OF_TOKEN: u32 = 20;
const WORD_AT_END: u32 = 15;
const SIGN_AT_END: u32 = 5;
const EXTRA: u32 = 70;
const SIGN: u32 = 30;
/// A wrong sign in a text that has the right one elsewhere is more likely a part of a token.
const ODD_SIGN: u32 = 75;
const NO_SIGN: u32 = 40;
const WORD_CASE: u32 = 30;
const WORD: u32 = 60;
/// What a sign of the template within a wrong token adds, where the token's texts are known.
const SIGN_WITHIN: u32 = 40;
/// What each sign of the template within right words adds, up to a number of signs: where they end is
/// anybody's guess.
const SIGN_IN_WORDS: u32 = 10;
const MOST_WITHIN: usize = 4;
/// A piece of a template.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece<'t> {
    /// Letters and digits that always stand there, with the token that touches them from behind.
    Word(&'t str, Option<usize>),
    /// Signs that always stand there.
    Signs(&'t str),
    /// A token with the signs in front of it.
    Token(usize, &'t str),
}

#[derive(Clone, Copy)]
pub(super) struct Best {
    pub(super) cost: u32,
    pub(super) ways: u8,
    choice: Choice,
}

#[derive(Clone, Copy)]
pub(super) enum Choice {
    End,
    /// The piece stands there: from, to.
    Stands(usize, usize),
    /// The piece is left out, and may be.
    LeftOut,
    /// A token: where its signs begin, where it begins and ends.
    Token(usize, usize, usize),
    /// A required piece is missing; to where what is left of the text goes with it.
    Missing(usize),
    /// Something else stands there: from, to.
    Extra(usize, usize),
}

pub(super) struct Search<'s> {
    pub(super) template: &'s Template,
    pieces: Vec<Piece<'s>>,
    pub(super) text: &'s str,
    pub(super) shapes: &'s [Shape],
    agrees: &'s dyn Fn(usize, &str) -> bool,
    strict: bool,
    pub(super) cuts: Vec<usize>,
    known: Vec<Option<Option<Best>>>,
}

impl<'s> Search<'s> {
    pub(super) fn new(
        template: &'s Template,
        text: &'s str,
        shapes: &'s [Shape],
        agrees: &'s dyn Fn(usize, &str) -> bool,
        strict: bool,
    ) -> Search<'s> {
        let mut pieces = Vec::new();
        for (number, step) in template.steps.iter().enumerate() {
            pieces_of(&step.words, &mut pieces);
            if let (Some(Piece::Word(_, token)), true) = (pieces.last_mut(), step.signs.is_empty())
            {
                *token = Some(number);
            }
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
            known,
        }
    }

    pub(super) fn best(&mut self, piece: usize, from: usize) -> Option<Best> {
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
            Some(Piece::Word(word, touched)) => {
                self.word(&mut best, number, from, word, touched.is_some());
            }
            Some(Piece::Signs(signs)) => {
                for (cost, to) in self.signs(from, signs, None) {
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

    fn word(
        &mut self,
        best: &mut Option<Best>,
        number: usize,
        from: usize,
        word: &str,
        touches: bool,
    ) {
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
            let cost = if touches { WORD_OF_TOKEN } else { WORD };
            self.weigh(best, cost, Choice::Stands(from, to), (number + 1, to));
        }
        let cost = if rest.is_empty() { WORD_AT_END } else { WORD };
        self.weigh(best, cost, Choice::Missing(from), (number + 1, from));
    }

    /// How signs may stand at a place: the price, and where they end. `token` is the one behind them.
    fn signs(&self, from: usize, signs: &str, token: Option<usize>) -> Vec<(u32, usize)> {
        let rest = &self.text[from..];
        let mut ways = Vec::new();
        if rest.starts_with(signs) {
            ways.push((0, from + signs.len()));
        }
        if self.strict {
            return ways;
        }
        let length = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        if length == rest.len() && rest != signs {
            ways.push((SIGN_AT_END, self.text.len()));
        } else if length == 0 {
            if !signs.is_empty() {
                ways.push((NO_SIGN, from));
            }
        } else if &rest[..length] != signs {
            let is_odd = token.is_some_and(|token| {
                let is_alike = !rest[..length].trim().is_empty()
                    && rest[..length].chars().all(|sign| signs.contains(sign));
                !is_alike
                    && self.text.contains(signs)
                    && !self.is_between_known(token, from, from + length)
            });
            let cost = if is_odd { ODD_SIGN } else { SIGN };
            ways.push((cost, from + length));
        }
        ways
    }

    /// Whether the token that ends at a place, or the one that begins there, is surely that token.
    fn is_between_known(&self, token: usize, end: usize, start: usize) -> bool {
        let separators = self.template.separators();
        let known = |token: usize, part: &str| {
            let shape = &self.shapes[token];
            shape.is_closed() && shape.fits(part, separators)
        };
        let ends = self.cuts.iter().filter(|cut| **cut > start);
        let begins = |at: usize| !self.text[..at].ends_with(char::is_alphanumeric);
        let starts = self.text[..end].char_indices().map(|(at, _)| at);
        ends.copied()
            .any(|end| known(token, &self.text[start..end]))
            || (token > 0
                && starts
                    .filter(|at| begins(*at))
                    .any(|at| known(token - 1, &self.text[at..end])))
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
            false => self.signs(from, signs, Some(token)),
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
            // Signs that nothing follows go with what is missing behind them.
            let is_end = !self.text[from..].contains(char::is_alphanumeric);
            let cost = match is_end && !self.shapes[token].is_closed() {
                true => WORDS_AT_END,
                false => MISSING,
            };
            let to = if is_end { self.text.len() } else { from };
            self.weigh(best, cost, Choice::Missing(to), (number + 1, to));
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
        let separators = self.template.separators();
        if self.strict {
            return shape
                .fits(part, separators)
                .then(|| u32::from(!(self.agrees)(token, part)));
        }
        let price = match shape.fit(part, separators) {
            // Where a text can be two things, it is the one whose texts are known.
            Fit::Yes if shape.is_closed() => return Some(0),
            Fit::Yes => {
                let within = separators.within(part).min(MOST_WITHIN) as u32;
                return Some(1 + within * SIGN_IN_WORDS);
            }
            Fit::NoSuchDay => 20,
            Fit::ButForCase => 30,
            Fit::Nearly => 45,
            Fit::No => 60,
        };
        let own = shape.own_signs(part, separators);
        let within = separators.within(part).saturating_sub(own) as u32;
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
    pub(super) fn walk(&mut self, mut visit: impl FnMut(&Self, Option<Piece<'s>>, usize, Choice)) {
        let (mut piece, mut from) = (0, 0);
        while let Some(best) = self.best(piece, from) {
            visit(self, self.pieces.get(piece).copied(), from, best.choice);
            match best.choice {
                Choice::End => return,
                Choice::Stands(_, to) | Choice::Token(_, _, to) => (piece, from) = (piece + 1, to),
                Choice::Missing(to) => (piece, from) = (piece + 1, to),
                Choice::LeftOut => piece += 1,
                Choice::Extra(_, to) => from = to,
            }
        }
    }

    pub(super) fn tokens(&mut self) -> Vec<(usize, Range<usize>)> {
        let mut tokens = Vec::new();
        self.walk(|_, piece, _, choice| {
            if let (Some(Piece::Token(token, _)), Choice::Token(_, start, end)) = (piece, choice) {
                tokens.push((token, start..end));
            }
        });
        tokens
    }

    /// How many parts can hardly be right by chance: the words of the template, and tokens whose texts are
    /// known.
    pub(super) fn fitting(&mut self) -> u32 {
        let mut number = 0;
        self.walk(|search, piece, _, choice| {
            number += u32::from(match (piece, choice) {
                (Some(Piece::Word(word, _)), Choice::Stands(start, end)) => {
                    &search.text[start..end] == word
                }
                (Some(Piece::Token(token, _)), Choice::Token(_, start, end)) => {
                    search.shapes[token].is_closed() && search.price(token, start, end) == Some(0)
                }
                _ => false,
            });
        });
        number
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
            true => Piece::Word(piece, None),
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
            Piece::Word(literal, _) | Piece::Signs(literal) | Piece::Token(_, literal) => {
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
