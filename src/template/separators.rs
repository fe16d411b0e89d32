//! The signs between the tokens of a template.

/// The signs between the tokens of a template.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Separators {
    /// As they stand in the template: ` - `, `_`.
    literals: Vec<Box<str>>,
    /// Their characters.
    signs: String,
    /// Those of them that have a space beside them wherever they separate tokens.
    spaced: String,
}

/// What no word holds, spaces or not.
const NEVER_IN_WORDS: [char; 2] = ['_', '|'];

impl Separators {
    pub(super) fn new<'l>(literals: impl IntoIterator<Item = &'l str>) -> Separators {
        let literals: Vec<Box<str>> = literals
            .into_iter()
            .map(|literal| literal.trim_end_matches(char::is_alphanumeric))
            .filter(|literal| !literal.is_empty())
            .map(Box::from)
            .collect();
        let signs: String = literals
            .iter()
            .flat_map(|literal| literal.chars())
            .collect();
        let spaced = signs
            .chars()
            .filter(|sign| !sign.is_whitespace() && !NEVER_IN_WORDS.contains(sign))
            .filter(|sign| literals.iter().all(|literal| beside_space(literal, *sign)))
            .collect();
        Separators {
            literals,
            signs,
            spaced,
        }
    }

    /// Whether a sign separates tokens.
    pub fn hold(&self, sign: char) -> bool {
        self.signs.contains(sign)
    }

    /// Whether a sign separates tokens where it stands; `inside` says that letters or digits are on both
    /// its sides. In a template of ` - ` the hyphen of `Zero-Trust` is a hyphen.
    pub fn part(&self, sign: char, inside: bool) -> bool {
        self.hold(sign) && !(inside && self.spaced.contains(sign))
    }

    /// How many of them a text holds, with or without their spaces.
    pub fn within(&self, text: &str) -> usize {
        let runs = text
            .split(char::is_alphanumeric)
            .filter(|run| !run.is_empty());
        runs.filter(|run| {
            self.literals.iter().any(|literal| {
                let is_loose = run.trim() == *run && self.is_spaced(literal);
                **literal == **run
                    || (!is_loose && !run.trim().is_empty() && literal.trim() == run.trim())
            })
        })
        .count()
    }

    fn is_spaced(&self, literal: &str) -> bool {
        literal
            .trim()
            .chars()
            .all(|sign| self.spaced.contains(sign))
    }
}

/// Whether a sign has a space beside it in a literal, as often as it stands there.
fn beside_space(literal: &str, sign: char) -> bool {
    literal.match_indices(sign).all(|(at, found)| {
        literal[..at].ends_with(char::is_whitespace)
            || literal[at + found.len()..].starts_with(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_within_a_word_parts_nothing_where_hyphens_have_spaces() {
        let separators = Separators::new([" - ", " - "]);
        assert!(!separators.part('-', true));
        assert!(separators.part('-', false));
        assert_eq!(separators.within("Zero-Trust"), 0);
        assert_eq!(separators.within("Zero - Trust"), 1);
        assert_eq!(separators.within("Zero -Trust"), 1);
        assert_eq!(separators.within("Zero Trust"), 0);
    }

    #[test]
    fn a_hyphen_that_parts_without_spaces_always_does() {
        let separators = Separators::new(["-", " - "]);
        assert!(separators.part('-', true));
        assert_eq!(separators.within("Zero-Trust"), 1);
    }

    #[test]
    fn a_bar_is_in_no_word() {
        let separators = Separators::new([" | "]);
        assert!(separators.part('|', true));
        assert_eq!(separators.within("a|b"), 1);
    }
}
