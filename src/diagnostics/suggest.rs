//! Did you mean …?

/// Longer words are not compared: nobody mistypes a whole sentence, and the comparison is quadratic.
const LONGEST: usize = 64;

/// The candidate that a mistyped word most probably means, where one is near enough: one slip in a
/// word of up to five letters, two up to eight, three beyond. Case and `-`/`_`/space don't count.
pub fn suggest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let word = normalised(word);
    let allowed = match word.chars().count() {
        0 | 1 => 0,
        2..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.len() > LONGEST || candidate.len().abs_diff(word.len()) > allowed + 2 {
            continue;
        }
        let other = normalised(candidate);
        let distance = strsim::damerau_levenshtein(&word, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn normalised(word: &str) -> String {
    word.chars()
        .map(|c| if matches!(c, '_' | ' ') { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// `a, b or c`, at most `most` of them, then how many more there are.
pub fn list_words<'w>(words: impl IntoIterator<Item = &'w str>, most: usize) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    if words.len() > most {
        let shown = words[..most].join(", ");
        return format!("{shown} or {} more", words.len() - most);
    }
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_string(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        assert_eq!(suggest("chanel", ["channel", "status"]), Some("channel"));
        assert_eq!(
            suggest("reviewEvery", ["review-every"]),
            Some("review-every")
        );
        assert_eq!(
            suggest("review_every", ["review-every", "reviewed"]),
            Some("review-every")
        );
    }

    #[test]
    fn a_different_word_is_no_slip() {
        assert_eq!(suggest("emea", ["apac", "amer"]), None);
        assert_eq!(suggest("x", ["y"]), None);
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        assert_eq!(list_words(["a"], 3), "a");
        assert_eq!(list_words(["a", "b", "c"], 3), "a, b or c");
        assert_eq!(list_words(["a", "b", "c", "d"], 2), "a, b or 2 more");
    }
}
