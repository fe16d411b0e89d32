//! What is wrong with a condition, at the exact characters, said in plain words.
//!
//! Readers of conditions collect problems instead of stopping at the first, so that ten mistakes in
//! a file are ten findings of one run.

use crate::syntax::Span;

/// One mistake in a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The characters that are wrong.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Text that could stand in place of the span.
    pub suggestion: Option<String>,
}

impl Problem {
    pub(super) fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem {
            span,
            message: message.into(),
            help: help.into(),
            suggestion: None,
        }
    }

    /// Adds the text that was probably meant.
    pub(super) fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Problem {
        self.suggestion = suggestion.map(Into::into);
        self
    }
}

/// The known word that was probably meant: at most a third of its letters differ, or only its case,
/// spaces, hyphens and underscores.
pub(super) fn nearest<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Nobody mistypes a word of hundreds of letters, and comparing such texts takes long.
    const LONGEST: usize = 80;
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    let plain = plain_letters(typed);
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        if word.is_empty() || word.len() > LONGEST {
            continue;
        }
        let other = plain_letters(word);
        let longest = plain.chars().count().max(other.chars().count());
        // A slip in a short word needs all its other letters right: `DE` is no slip for `AT`.
        let allowed = if longest <= 2 {
            0
        } else {
            longest.div_ceil(3).min(3)
        };
        let distance = strsim::osa_distance(&plain, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

fn plain_letters(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, ' ' | '-' | '_' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// `a, b or c`: at most eight of the words, since nobody reads fifty.
pub(super) fn list_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 8;
    let words: Vec<&str> = words.into_iter().collect();
    if words.len() > SHOWN {
        let more = words.len() - SHOWN;
        return format!("{} and {more} more", words[..SHOWN].join(", "));
    }
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["person_country", "job_function", "DE", "AT"];
        assert_eq!(nearest("persn_country", known), Some("person_country"));
        assert_eq!(nearest("Job Function", known), Some("job_function"));
    }

    #[test]
    fn short_codes_are_never_mistaken_for_each_other() {
        assert_eq!(nearest("CH", ["DE", "AT"]), None);
    }

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(list_of(["a", "b", "c"]), "a, b or c");
        assert_eq!(list_of(["a"; 10]), "a, a, a, a, a, a, a, a and 2 more");
    }
}
