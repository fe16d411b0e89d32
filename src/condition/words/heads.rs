//! The words with which a phrase begins. The list is closed.

use crate::condition::field::ValueKind;

/// What a phrase begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Head {
    Not,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Within,
    After,
    Before,
    On,
    ContainsAnyOf,
    Contains,
    StartsWith,
    EndsWith,
    At,
}

/// Longer words first, so that `at least` is not read as `at`.
const HEADS: [(&str, Head); 14] = [
    ("contains any of", Head::ContainsAnyOf),
    ("starts with", Head::StartsWith),
    ("ends with", Head::EndsWith),
    ("more than", Head::MoreThan),
    ("less than", Head::LessThan),
    ("contains", Head::Contains),
    ("at least", Head::AtLeast),
    ("at most", Head::AtMost),
    ("within", Head::Within),
    ("before", Head::Before),
    ("after", Head::After),
    ("not", Head::Not),
    ("on", Head::On),
    ("at", Head::At),
];

/// What people write for a head, and which one they mean.
const OTHER_WORDS: [(&str, &str); 22] = [
    (">=", "at least"),
    ("<=", "at most"),
    (">", "more than"),
    ("<", "less than"),
    ("over", "more than"),
    ("above", "more than"),
    ("greater than", "more than"),
    ("higher than", "more than"),
    ("under", "less than"),
    ("below", "less than"),
    ("fewer than", "less than"),
    ("lower than", "less than"),
    ("minimum", "at least"),
    ("min", "at least"),
    ("maximum", "at most"),
    ("max", "at most"),
    ("up to", "at most"),
    ("in the last", "within"),
    ("last", "within"),
    ("since", "after"),
    ("until", "before"),
    ("isn't", "not"),
];

impl Head {
    pub(super) fn word(self) -> &'static str {
        HEADS
            .iter()
            .find(|(_, head)| *head == self)
            .map_or("", |(word, _)| word)
    }

    /// Whether it can be said of values of this kind.
    pub(super) fn fits(self, kind: ValueKind) -> bool {
        use Head::{
            After, At, AtLeast, AtMost, Before, Contains, ContainsAnyOf, EndsWith, LessThan,
            MoreThan, Not, On, StartsWith, Within,
        };
        match self {
            Not => true,
            AtLeast | AtMost | LessThan => kind == ValueKind::Number,
            MoreThan => kind == ValueKind::Number || kind.is_date(),
            Within | After | Before | On => kind.is_date(),
            ContainsAnyOf | Contains | StartsWith | EndsWith | At => kind == ValueKind::Text,
        }
    }
}

/// The head of a text and where what follows it begins.
pub(super) fn split(text: &str) -> Option<(Head, usize)> {
    HEADS.iter().find_map(|(word, head)| {
        let rest = text.strip_prefix(word)?;
        let ends = rest.is_empty() || rest.starts_with([' ', '[', '\t', '\n']);
        ends.then_some((*head, word.len()))
    })
}

/// The head with this very word.
pub(super) fn named(word: &str) -> Option<Head> {
    HEADS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, head)| *head)
}

/// A phrase as it was probably meant, where its beginning is another word for a head or a slip of
/// one; only heads that fit the kind.
pub(super) fn corrected(text: &str, kind: ValueKind) -> Option<String> {
    let lower = text.to_lowercase();
    for (word, meant) in OTHER_WORDS {
        if kind == ValueKind::Text {
            break;
        }
        let fits = named(meant).is_some_and(|head| head.fits(kind));
        if let Some(rest) = lower.strip_prefix(word)
            && fits
            && rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit())
        {
            return Some(format!("{meant} {}", rest.trim()));
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    for (word, head) in HEADS {
        if !head.fits(kind) || word.len() < 5 {
            continue;
        }
        // A head may have been run together: `atleast`.
        let count = word.split(' ').count();
        for taken in [count, 1] {
            if words.len() <= taken {
                continue;
            }
            let typed = words[..taken].join(" ").to_lowercase();
            let distance = strsim::osa_distance(&typed, word);
            if distance > 0 && distance <= 2 && typed.len() >= 5 {
                return Some(format!("{word} {}", words[taken..].join(" ")));
            }
        }
    }
    None
}
