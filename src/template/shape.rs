//! What a token may hold, as far as the text alone says it: a word of a list, a date, a code, words.

use std::borrow::Cow;

use super::{DateFormat, DateReading, Separators};
use crate::diagnostics::list_words;

/// What a token may hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// One of these texts, letter by letter.
    OneOf(Vec<Box<str>>),
    /// A date.
    Date(DateFormat),
    /// Letters, digits and signs in a fixed order: `2 capital letters then 4 digits`.
    Code(Vec<Run>),
    /// Words of somebody's own choice.
    Words(Words),
    /// Any of these.
    Either(Vec<Shape>),
}

/// Some characters of one sort in a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// Of which sort.
    pub of: Sort,
    /// How many there are at least; from 1.
    pub least: usize,
    /// How many there are at most.
    pub most: Option<usize>,
}

/// A sort of characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sort {
    /// Letters.
    Letters,
    /// Capital letters.
    Capitals,
    /// Lower-case letters.
    Lower,
    /// Digits.
    Digits,
    /// Letters and digits.
    LettersOrDigits,
    /// Capital letters and digits.
    CapitalsOrDigits,
    /// Lower-case letters and digits.
    LowerOrDigits,
    /// This very text.
    Text(Box<str>),
}

/// Words of somebody's own choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words {
    /// How their letters are written.
    pub letters: Letters,
    /// What may stand between them.
    pub joined: Joined,
}

/// How the letters of words are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Letters {
    /// As one likes.
    Any,
    /// `product-launch`
    Lower,
    /// `PRODUCT-LAUNCH`
    Upper,
    /// `Product Launch`: each word begins with a capital letter or a digit.
    Capitalised,
    /// `productLaunch`
    LowerFirst,
}

/// What may stand between words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joined {
    /// Spaces and other signs, but none that separates the tokens of the template.
    Freely,
    /// Nothing but letters and digits: one word.
    Not,
    /// Letters, digits and signs, but no spaces and none that separates the tokens.
    WithoutSpaces,
    /// This sign, even where it separates tokens as well.
    By(char),
    /// Anything at all.
    ByAnything,
}

/// How well a text fits a shape.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// It does.
    Yes,
    /// A date in the right form, on a day that doesn't exist.
    NoSuchDay,
    /// But for letter case.
    ButForCase,
    /// But for a slip or two, or another form of a date.
    Nearly,
    /// It doesn't.
    No,
}

impl Shape {
    /// Whether a text is what the shape asks for; `separators` are the signs between tokens.
    pub fn fits(&self, text: &str, separators: &Separators) -> bool {
        match self {
            Shape::OneOf(texts) => texts.iter().any(|known| **known == *text),
            Shape::Date(format) => format.read(text) == DateReading::Real && format.has_case(text),
            Shape::Code(runs) => fits_runs(runs, text),
            Shape::Words(words) => words.fits(text, separators),
            Shape::Either(shapes) => shapes.iter().any(|shape| shape.fits(text, separators)),
        }
    }

    /// How well a text fits.
    pub fn fit(&self, text: &str, separators: &Separators) -> Fit {
        if self.fits(text, separators) {
            return Fit::Yes;
        }
        match self {
            Shape::OneOf(texts) => {
                if texts
                    .iter()
                    .any(|known| known.to_lowercase() == text.to_lowercase())
                {
                    Fit::ButForCase
                } else if crate::diagnostics::suggest(text, texts.iter().map(|text| &**text))
                    .is_some()
                {
                    Fit::Nearly
                } else {
                    Fit::No
                }
            }
            Shape::Date(format) => match format.read(text) {
                DateReading::NotReal(_) => Fit::NoSuchDay,
                DateReading::Real => Fit::ButForCase,
                _ if looks_like_date(format, text) => Fit::Nearly,
                _ => Fit::No,
            },
            Shape::Code(runs) => {
                let other_case = [text.to_uppercase(), text.to_lowercase()];
                if other_case.iter().any(|text| fits_runs(runs, text)) {
                    Fit::ButForCase
                } else {
                    Fit::No
                }
            }
            Shape::Words(words) => {
                let any = Words {
                    letters: Letters::Any,
                    ..*words
                };
                if any.fits(text, separators) {
                    Fit::ButForCase
                } else {
                    Fit::No
                }
            }
            Shape::Either(shapes) => {
                let fits = shapes.iter().map(|shape| shape.fit(text, separators));
                fits.min().unwrap_or(Fit::No)
            }
        }
    }

    /// Whether the texts are known, or at least their form: what is no such text is surely wrong.
    pub fn is_closed(&self) -> bool {
        match self {
            Shape::OneOf(_) | Shape::Date(_) | Shape::Code(_) => true,
            Shape::Words(_) => false,
            Shape::Either(shapes) => shapes.iter().all(Shape::is_closed),
        }
    }

    /// The texts that are allowed, where they are listed.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Shape::OneOf(texts) => texts.iter().map(|text| &**text).collect(),
            Shape::Either(shapes) => shapes.iter().flat_map(Shape::texts).collect(),
            _ => Vec::new(),
        }
    }

    /// The same, with the names of months in lower case.
    #[must_use]
    pub fn in_lower_case(self) -> Shape {
        match self {
            Shape::Date(format) => Shape::Date(format.in_lower_case()),
            Shape::Either(shapes) => {
                Shape::Either(shapes.into_iter().map(Shape::in_lower_case).collect())
            }
            other => other,
        }
    }

    /// The formats of its dates.
    pub fn dates(&self) -> Vec<&DateFormat> {
        match self {
            Shape::Date(format) => vec![format],
            Shape::Either(shapes) => shapes.iter().flat_map(Shape::dates).collect(),
            _ => Vec::new(),
        }
    }

    /// How many of the signs between tokens a text of this shape holds by itself: those within a date,
    /// or within a text of a list.
    pub(super) fn own_signs(&self, text: &str, separators: &Separators) -> usize {
        let signs = || text.chars().filter(|c| !c.is_alphanumeric()).count();
        match self {
            Shape::Date(format) if looks_like_date(format, text) => signs(),
            Shape::Words(words) => match words.joined {
                Joined::ByAnything => signs(),
                Joined::By(sign) => text.chars().filter(|c| *c == sign).count(),
                _ => 0,
            },
            Shape::Either(shapes) => {
                let signs = shapes.iter().map(|shape| shape.own_signs(text, separators));
                signs.max().unwrap_or(0)
            }
            Shape::OneOf(texts) => {
                let signs = texts.iter().map(|text| separators.within(text));
                signs.max().unwrap_or(0)
            }
            Shape::Code(_) | Shape::Date(_) => 0,
        }
    }

    /// What it asks for, to follow "should be".
    pub fn describe(&self) -> Cow<'static, str> {
        match self {
            Shape::OneOf(texts) => {
                let quoted: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
                list_words(quoted.iter().map(String::as_str), 8).into()
            }
            Shape::Date(format) => {
                let example = jiff::civil::date(2026, 12, 3);
                let written = format
                    .write_with(example, Some((2026, 4)))
                    .unwrap_or_default();
                format!("a date as {}, such as `{written}`", format.text()).into()
            }
            Shape::Code(runs) => {
                let runs: Vec<String> = runs.iter().map(Run::describe).collect();
                runs.join(", then ").into()
            }
            Shape::Words(words) => words.describe().into(),
            Shape::Either(shapes) => {
                let parts: Vec<Cow<'_, str>> = shapes.iter().map(Shape::describe).collect();
                parts.join(", or ").into()
            }
        }
    }
}

/// Whether a text was surely meant as a date: digits, the signs of dates and names of months, about as
/// long.
fn looks_like_date(format: &DateFormat, text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let right = format.digits();
    let names = text.split(|c: char| !c.is_alphabetic());
    let months: usize = names
        .filter(|name| DateFormat::is_month(name))
        .map(|name| name.chars().count())
        .sum();
    if (digits < 2 && months == 0) || digits.abs_diff(right) > 2 {
        return false;
    }
    let others = || text.chars().filter(|c| !c.is_ascii_digit());
    let fits = |c: &char| "-_./ ".contains(*c) || format.holds(*c);
    others().count() - months <= 2
        && others()
            .filter(|c| !c.is_alphabetic() || months == 0)
            .all(|c| fits(&c))
}

/// Whether a text is these runs, one after the other.
fn fits_runs(runs: &[Run], text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    // Where the runs so far may end. Each run takes one pass, so that no text takes long.
    let mut ends = vec![false; chars.len() + 1];
    ends[0] = true;
    for run in runs {
        let mut next = vec![false; chars.len() + 1];
        if let Sort::Text(literal) = &run.of {
            let literal: Vec<char> = literal.chars().collect();
            for from in (0..=chars.len()).filter(|from| ends[*from]) {
                if chars[from..].starts_with(&literal) {
                    next[from + literal.len()] = true;
                }
            }
            ends = next;
            continue;
        }
        // The latest places from which a run that is still going on may have begun.
        let mut starts = std::collections::VecDeque::new();
        for at in 0..=chars.len() {
            if at > 0 && !run.of.holds(chars[at - 1]) {
                starts.clear();
            }
            let most = run.most.unwrap_or(usize::MAX);
            while starts.front().is_some_and(|from| at - from > most) {
                starts.pop_front();
            }
            next[at] = starts.front().is_some_and(|from| at - from >= run.least);
            if ends[at] {
                starts.push_back(at);
            }
        }
        ends = next;
    }
    ends[chars.len()]
}

impl Sort {
    fn holds(&self, c: char) -> bool {
        match self {
            Sort::Letters => c.is_alphabetic(),
            Sort::Capitals => c.is_alphabetic() && !c.is_lowercase(),
            Sort::Lower => c.is_alphabetic() && !c.is_uppercase(),
            Sort::Digits => c.is_ascii_digit(),
            Sort::LettersOrDigits => c.is_alphanumeric(),
            Sort::CapitalsOrDigits => c.is_alphanumeric() && !c.is_lowercase(),
            Sort::LowerOrDigits => c.is_alphanumeric() && !c.is_uppercase(),
            Sort::Text(_) => false,
        }
    }
}

impl Run {
    fn describe(&self) -> String {
        let of = match &self.of {
            Sort::Letters => "letters",
            Sort::Capitals => "capital letters",
            Sort::Lower => "lower-case letters",
            Sort::Digits => "digits",
            Sort::LettersOrDigits => "letters or digits",
            Sort::CapitalsOrDigits => "capital letters or digits",
            Sort::LowerOrDigits => "lower-case letters or digits",
            Sort::Text(text) => return format!("`{text}`"),
        };
        match (self.least, self.most) {
            (1, Some(1)) => {
                let one = of.replace("letters", "letter").replace("digits", "digit");
                format!("1 {one}")
            }
            (least, Some(most)) if least == most => format!("{least} {of}"),
            (1, Some(most)) => format!("up to {most} {of}"),
            (1, None) => of.to_string(),
            (least, Some(most)) => format!("{least} to {most} {of}"),
            (least, None) => format!("at least {least} {of}"),
        }
    }
}

impl Words {
    /// Words as one likes, without what separates tokens.
    pub const FREE: Words = Words {
        letters: Letters::Any,
        joined: Joined::Freely,
    };

    fn fits(self, text: &str, separators: &Separators) -> bool {
        let edge = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        if !edge(text.chars().next()) || !edge(text.chars().next_back()) {
            return false;
        }
        let sign_fits = |c: char, inside: bool| match self.joined {
            Joined::Not => false,
            Joined::By(sign) => c == sign,
            Joined::ByAnything => !c.is_control(),
            Joined::WithoutSpaces => !c.is_whitespace() && !separators.part(c, inside),
            Joined::Freely => c == ' ' || (!c.is_control() && !separators.part(c, inside)),
        };
        let mut before: Option<char> = None;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let begins = before.is_none_or(|before| !before.is_alphanumeric());
            if c.is_alphanumeric() {
                if !self.letter_fits(c, before, begins) {
                    return false;
                }
            } else {
                // Two signs in a row, or one at an edge, leave an empty word between them.
                let leaves_gap = matches!(self.joined, Joined::By(_)) && begins;
                let inside = !begins && chars.peek().is_some_and(|c| c.is_alphanumeric());
                if !sign_fits(c, inside) || leaves_gap {
                    return false;
                }
            }
            before = Some(c);
        }
        let has_word = text.chars().any(char::is_alphanumeric);
        has_word && !(matches!(self.joined, Joined::By(sign) if text.ends_with(sign)))
    }

    fn letter_fits(self, c: char, before: Option<char>, begins: bool) -> bool {
        match self.letters {
            Letters::Any => true,
            Letters::Lower => !c.is_uppercase(),
            Letters::Upper => !c.is_lowercase(),
            Letters::Capitalised => !begins || !c.is_lowercase(),
            Letters::LowerFirst => before.is_some() || !c.is_uppercase(),
        }
    }

    fn describe(self) -> String {
        let letters = match self.letters {
            Letters::Any => "",
            Letters::Lower => " in lower case",
            Letters::Upper => " in capital letters",
            Letters::Capitalised => " with a capital letter at the beginning of each",
            Letters::LowerFirst => " with a small letter at the beginning",
        };
        match self.joined {
            Joined::Not => format!("one word of letters and digits{letters}"),
            Joined::WithoutSpaces => format!("a word without spaces{letters}"),
            Joined::By(' ') => format!("words{letters}, joined by spaces"),
            Joined::By(sign) => format!("words{letters}, joined by `{sign}`"),
            Joined::Freely => {
                format!(
                    "words{letters}, without a sign that parts tokens; `words with -` would allow one"
                )
            }
            Joined::ByAnything => format!("a text{letters}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(phrase: &str, text: &str) -> bool {
        let shape = Shape::parse(phrase).unwrap_or_else(|problem| panic!("{phrase}: {problem:?}"));
        shape.fits(text, &Separators::new(["_"]))
    }

    #[test]
    fn a_code_has_its_letters_and_digits_in_order() {
        for (phrase, right, wrong) in [
            ("4 digits", "2026", "202"),
            ("2 capital letters then 4 digits", "AB1234", "Ab1234"),
            ("\"PO\" then 1 to 3 digits", "PO12", "PO1234"),
            ("up to 3 letters", "ab", "abcd"),
            ("at least 2 digits", "123", "1"),
            ("v then digits", "v12", "12"),
            ("letters or digits", "a1", "a-1"),
            ("3 letters then letters or digits", "abcd1", "ab"),
        ] {
            assert!(fits(phrase, right), "{phrase}: {right}");
            assert!(!fits(phrase, wrong), "{phrase}: {wrong}");
        }
    }

    #[test]
    fn words_are_written_as_the_phrase_says() {
        for (phrase, right, wrong) in [
            ("words", "Brilliant Gifts", "Brilliant_Gifts"),
            ("one word", "DevSecOps", "Dev Ops"),
            ("CamelCase", "ProductLaunch", "productLaunch"),
            ("CamelCase", "ProductLaunch2", "Product-Launch"),
            ("camelCase", "productLaunch", "ProductLaunch"),
            ("kebab-case", "product-launch", "Product-Launch"),
            (
                "capitalised words with -",
                "Product-Launch",
                "product-launch",
            ),
            ("Title Case", "Product Launch", "Product launch"),
            ("snake_case", "product_launch", "product__launch"),
            ("lower case", "launch 2", "Launch"),
            ("upper case", "LAUNCH", "Launch"),
            ("any text", "a_b c", " "),
            ("word without spaces", "a-b", "a b"),
        ] {
            assert!(fits(phrase, right), "{phrase}: {right}");
            assert!(!fits(phrase, wrong), "{phrase}: {wrong}");
        }
    }

    #[test]
    fn a_phrase_may_give_several() {
        assert!(fits("YYYY-MM or YYYY-MM-DD", "2026-12-03"));
        assert!(fits("YYYY or \"eg\"", "eg"));
        assert!(!fits("YYYY or \"eg\"", "EG"));
    }

    #[test]
    fn what_is_no_phrase_is_refused() {
        for phrase in [
            "",
            "something",
            "3",
            "3 apples",
            "\"open",
            "5 to 3 digits",
            "[A-Z]+",
        ] {
            assert!(Shape::parse(phrase).is_err(), "{phrase}");
        }
    }

    #[test]
    fn a_long_code_takes_no_time() {
        let phrase = "letters then letters then letters then letters then 1 digit";
        assert!(!fits(phrase, &"a".repeat(60)));
    }
}
