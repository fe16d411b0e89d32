//! What is wrong with a name under a convention, and where in the name.

use std::borrow::Cow;
use std::ops::Range;

use super::{Convention, Pattern};
use crate::model::Naming;
use crate::model::values::Text;
use crate::template::{DateReading, Division, Fault, FaultKind, Fit, Following};

/// A name, judged by a convention.
#[derive(Debug)]
pub struct Judged<'n, 'a> {
    /// What is wrong with it, from the most certain to what else there is; empty for a right name.
    pub troubles: Vec<Trouble<'n, 'a>>,
    /// The template that it follows, and which part of it stands for which token.
    pub follows: Option<(&'n Pattern<'a>, Division)>,
}

/// What there is to say of a name, without the words: it tells which rules need to look closer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outline {
    /// Whether it follows a template.
    pub follows: bool,
    /// Whether it has spaces too many, or dashes that are none on a keyboard.
    pub spaces: bool,
    /// Whether a date in it doesn't exist, or two are in the wrong order.
    pub dates: bool,
    /// Whether its parts, its length or its spelling are wrong.
    pub pattern: bool,
}

impl Judged<'_, '_> {
    /// What there is to say.
    pub fn outline(&self) -> Outline {
        let any = |is: fn(&TroubleKind<'_, '_>) -> bool| {
            self.troubles.iter().any(|trouble| is(&trouble.kind))
        };
        Outline {
            follows: self.follows.is_some(),
            spaces: any(|kind| matches!(kind, TroubleKind::Space(_))),
            dates: any(|kind| {
                matches!(kind, TroubleKind::NoSuchDay(..) | TroubleKind::DateOrder(_))
            }),
            pattern: any(|kind| {
                matches!(
                    kind,
                    TroubleKind::Pattern(..) | TroubleKind::TooLong(..) | TroubleKind::Spelling(_)
                )
            }),
        }
    }
}

/// One thing that is wrong with a name.
#[derive(Debug)]
pub struct Trouble<'n, 'a> {
    /// What it is.
    pub kind: TroubleKind<'n, 'a>,
    /// The bytes of the name; empty where something is missing.
    pub range: Range<usize>,
}

/// What is wrong with a name.
#[derive(Debug)]
pub enum TroubleKind<'n, 'a> {
    /// Spaces too many, or a dash that is none on a keyboard: what to write instead.
    Space(String),
    /// A word that no name may hold.
    ForbiddenWord(Text<'a>),
    /// A text that no name may hold.
    ForbiddenText(Text<'a>),
    /// More characters than this.
    TooLong(Text<'a>, u64),
    /// A character or a letter that the spelling doesn't allow.
    Spelling(char),
    /// A date that doesn't exist: the token's name, and what is wrong with it.
    NoSuchDay(&'n Pattern<'a>, usize, String),
    /// The last day lies before the first.
    DateOrder(&'n Pattern<'a>),
    /// It doesn't follow the template.
    Pattern(&'n Pattern<'a>, Fault),
}

impl<'a> Convention<'a> {
    /// What is wrong with a name, held against some of the convention's templates. `agrees` says
    /// whether a text is what is wanted for a token.
    pub fn judge<'n>(
        &'n self,
        name: &str,
        patterns: &[&'n Pattern<'a>],
        agrees: &dyn Fn(&Pattern<'_>, usize, &str) -> bool,
    ) -> Judged<'n, 'a> {
        let mut judged = Judged {
            troubles: Vec::new(),
            follows: None,
        };
        let spaces = self.spaces(name, patterns);
        let clean: Cow<'_, str> = match spaces.is_empty() {
            true => Cow::Borrowed(name),
            false => Cow::Owned(mended(name, &spaces)),
        };
        let is_clean = spaces.is_empty();
        judged
            .troubles
            .extend(spaces.into_iter().map(|(range, better)| Trouble {
                kind: TroubleKind::Space(better),
                range,
            }));
        let own = &name[..name.len() - self.ending_of(name).map_or(0, str::len)];
        judged.troubles.extend(forbidden_in(own, &self.keys));
        if let Some(longest) = self.keys.longest {
            let most = usize::try_from(longest.value).unwrap_or(usize::MAX);
            if let Some((at, _)) = name.char_indices().nth(most)
                && let Some(text) = Text::of(longest.node)
            {
                judged.troubles.push(Trouble {
                    kind: TroubleKind::TooLong(text, longest.value),
                    range: at..name.len(),
                });
            }
        }
        if patterns.is_empty() {
            return judged;
        }
        let body = &clean[..clean.len() - self.ending_of(&clean).map_or(0, str::len)];
        match self.closest(&clean, body, patterns, agrees) {
            // Once its spaces are mended, it can be told what else is wrong.
            (_, Following::No(..)) if !is_clean => {}
            (pattern, Following::No(faults, _)) => {
                let text = &name[..body
                    .len()
                    .max(faults.last().map_or(0, |fault| fault.range.end))];
                judged.troubles.extend(
                    faults
                        .into_iter()
                        .map(|fault| of_fault(pattern, fault, text)),
                );
            }
            (pattern, Following::Yes(division)) => {
                if is_clean {
                    self.spelling(body, &mut judged.troubles);
                    date_order(pattern, &division, body, &mut judged.troubles);
                }
                judged.follows = Some((pattern, division));
            }
        }
        judged
    }

    /// The template that a name follows, else the one it comes nearest to. An ending of the
    /// convention may stand behind the template.
    fn closest<'n>(
        &self,
        name: &str,
        body: &str,
        patterns: &[&'n Pattern<'a>],
        agrees: &dyn Fn(&Pattern<'_>, usize, &str) -> bool,
    ) -> (&'n Pattern<'a>, Following) {
        let mut best: Option<(&'n Pattern<'a>, Following)> = None;
        for &pattern in patterns {
            let follow = |text: &str| {
                let agrees = |token: usize, text: &str| agrees(pattern, token, text);
                pattern.template.follow(text, &pattern.shapes, &agrees)
            };
            let mut following = follow(body);
            if body.len() < name.len() && matches!(following, Following::No(..)) {
                // The template may have the ending itself.
                let whole = follow(name);
                if matches!(whole, Following::Yes(_)) {
                    following = whole;
                }
            }
            let is_better = match (&best, &following) {
                (None, _) => true,
                (Some((_, Following::Yes(_))), _) => false,
                (Some(_), Following::Yes(_)) => true,
                (Some((_, Following::No(_, least))), Following::No(_, price)) => price < least,
            };
            if is_better {
                best = Some((pattern, following));
            }
        }
        best.unwrap_or_else(|| (patterns[0], Following::Yes(Division::default())))
    }

    /// The ending of the convention with which a name ends, whether or not it is due.
    pub fn ending_of(&self, name: &str) -> Option<&'a str> {
        let endings = self
            .keys
            .ends_with
            .iter()
            .flat_map(|endings| &endings.entries);
        endings
            .map(|(ending, _)| ending.value)
            .filter(|ending| !ending.is_empty() && ends_with(name, ending))
            .max_by_key(|ending| ending.len())
    }

    fn spelling(&self, name: &str, troubles: &mut Vec<Trouble<'_, 'a>>) {
        let Some(spelling) = self.keys.spelling else {
            return;
        };
        let wrong = name.char_indices().find(|(_, c)| match c {
            ' ' => !spelling.spaces,
            c if c.is_alphanumeric() => spelling.lower_case && c.is_uppercase(),
            c => !spelling.allows(*c),
        });
        if let Some((at, c)) = wrong {
            troubles.push(Trouble {
                kind: TroubleKind::Spelling(c),
                range: at..at + c.len_utf8(),
            });
        }
    }

    /// Spaces too many and dashes of another sort, each with what to write instead.
    fn spaces(&self, name: &str, patterns: &[&Pattern<'_>]) -> Vec<(Range<usize>, String)> {
        let in_template = |text: &str| {
            patterns
                .iter()
                .any(|pattern| pattern.text.value.contains(text))
        };
        let mut found = Vec::new();
        let mut at = 0;
        for run in name.chunk_by_space() {
            let range = at..at + run.len();
            at = range.end;
            if !run.starts_with(char::is_whitespace) {
                found.extend(
                    dashes(run, range.start)
                        .filter(|(range, _)| !in_template(&name[range.clone()])),
                );
                continue;
            }
            let behind = name[range.end..].chars().next();
            let before = name[..range.start].chars().next_back();
            // `AWS _MDF` and `AWS_ MDF`: a space beside a sign that joins by itself.
            let joins = |c: Option<char>| {
                c.is_some_and(|c| {
                    (c == '_' || c == '|')
                        && patterns
                            .iter()
                            .any(|pattern| pattern.template.separators().hold(c))
                })
            };
            let beside = |sign: char, first: bool| match first {
                true => format!("{sign} "),
                false => format!(" {sign}"),
            };
            let stray = (joins(behind) && !in_template(&beside(behind.unwrap_or(' '), false)))
                || (joins(before) && !in_template(&beside(before.unwrap_or(' '), true)));
            if before.is_none() || behind.is_none() || stray {
                found.push((range, String::new()));
            } else if run != " " {
                found.push((range, " ".to_string()));
            }
        }
        found
    }
}

/// What a convention forbids in a text: whole words, and texts anywhere.
pub fn forbidden_in<'n, 'a>(text: &str, keys: &Naming<'a>) -> Vec<Trouble<'n, 'a>> {
    let mut troubles = Vec::new();
    for word in keys.forbidden_words.iter().flat_map(|list| &list.items) {
        for range in occurrences(text, word.value) {
            if is_boundary(text, range.start) && is_boundary(text, range.end) {
                troubles.push(Trouble {
                    kind: TroubleKind::ForbiddenWord(*word),
                    range,
                });
            }
        }
    }
    for forbidden in keys.forbidden_text.iter().flat_map(|list| &list.items) {
        let first = occurrences(text, forbidden.value).next();
        troubles.extend(first.map(|range| Trouble {
            kind: TroubleKind::ForbiddenText(*forbidden),
            range,
        }));
    }
    troubles
}

/// A name without the spaces and dashes that were found in it.
pub fn without_stray_spaces(name: &str, troubles: &[Trouble<'_, '_>]) -> String {
    let spaces = troubles.iter().filter_map(|trouble| match &trouble.kind {
        TroubleKind::Space(better) => Some((trouble.range.clone(), better.clone())),
        _ => None,
    });
    mended(name, &spaces.collect::<Vec<_>>())
}

/// A fault as what is wrong with the name.
fn of_fault<'n, 'a>(pattern: &'n Pattern<'a>, fault: Fault, name: &str) -> Trouble<'n, 'a> {
    let range = fault.range.clone();
    if let (FaultKind::Wrong, Some(token)) = (&fault.kind, fault.token)
        && let Some(shape) = pattern.shapes.get(token)
        && let Some(text) = name.get(range.clone())
        && shape.fit(text, pattern.template.separators()) == Fit::NoSuchDay
    {
        let problem = shape
            .dates()
            .into_iter()
            .find_map(|format| match format.read(text) {
                DateReading::NotReal(problem) => Some(problem),
                _ => None,
            });
        if let Some(problem) = problem {
            return Trouble {
                kind: TroubleKind::NoSuchDay(pattern, token, problem),
                range,
            };
        }
    }
    Trouble {
        kind: TroubleKind::Pattern(pattern, fault),
        range,
    }
}

/// Two days of a name in the wrong order.
fn date_order<'n, 'a>(
    pattern: &'n Pattern<'a>,
    division: &Division,
    name: &str,
    troubles: &mut Vec<Trouble<'n, 'a>>,
) {
    let day_of = |key: &str| {
        division.tokens.iter().find_map(|(number, range)| {
            let token = pattern
                .tokens
                .get(*number)
                .filter(|token| *token.key == *key)?;
            let _ = token;
            let text = name.get(range.clone())?;
            let formats = pattern.shapes.get(*number)?.dates();
            let day = formats.iter().find_map(|format| format.day(text))?;
            Some((day, range.clone()))
        })
    };
    let first = day_of("start")
        .or_else(|| day_of("date"))
        .or_else(|| day_of("event"));
    if let (Some((first, _)), Some((last, range))) = (first, day_of("end"))
        && last < first
    {
        troubles.push(Trouble {
            kind: TroubleKind::DateOrder(pattern),
            range,
        });
    }
}

fn ends_with(name: &str, ending: &str) -> bool {
    name.len() > ending.len()
        && name
            .get(name.len() - ending.len()..)
            .is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// A name with its spaces and dashes mended.
fn mended(name: &str, spaces: &[(Range<usize>, String)]) -> String {
    let mut text = String::with_capacity(name.len());
    let mut from = 0;
    for (range, better) in spaces {
        text.push_str(&name[from..range.start]);
        text.push_str(better);
        from = range.end;
    }
    text.push_str(&name[from..]);
    text
}

/// Where a text stands in a name, letter case aside. Both are short.
fn occurrences(name: &str, text: &str) -> impl Iterator<Item = Range<usize>> {
    let places = name.char_indices().map(|(at, _)| at);
    places
        .filter(move |at| !text.is_empty() && begins_with(&name[*at..], text))
        .map(move |at| at..at + text.len())
        .filter(move |range| name.is_char_boundary(range.end))
}

fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|part| {
        part.eq_ignore_ascii_case(start)
            || (!start.is_ascii() && part.to_lowercase() == start.to_lowercase())
    })
}

/// Whether a word begins or ends at a place: at a sign, between letters and digits, and where
/// `CamelCase` begins a new word.
fn is_boundary(name: &str, at: usize) -> bool {
    let (before, behind) = name.split_at(at);
    let mut later = behind.chars();
    let (Some(left), Some(right)) = (before.chars().next_back(), later.next()) else {
        return true;
    };
    if !left.is_alphanumeric() || !right.is_alphanumeric() {
        return true;
    }
    left.is_numeric() != right.is_numeric()
        || (left.is_lowercase() && right.is_uppercase())
        || (left.is_uppercase()
            && right.is_uppercase()
            && later.next().is_some_and(char::is_lowercase))
}

/// Dashes that look like a hyphen and are none.
fn dashes(run: &str, from: usize) -> impl Iterator<Item = (Range<usize>, String)> {
    run.char_indices()
        .filter(|(_, c)| {
            matches!(
                c,
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
            )
        })
        .map(move |(at, c)| (from + at..from + at + c.len_utf8(), "-".to_string()))
}

/// Cuts a text where spaces begin and end.
trait BySpace {
    fn chunk_by_space(&self) -> impl Iterator<Item = &str>;
}

impl BySpace for str {
    fn chunk_by_space(&self) -> impl Iterator<Item = &str> {
        let mut rest = self;
        std::iter::from_fn(move || {
            let is_space = rest.chars().next()?.is_whitespace();
            let end = rest
                .find(|c: char| c.is_whitespace() != is_space)
                .unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            rest = behind;
            Some(run)
        })
    }
}
