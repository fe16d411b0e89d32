//! What is true of every condition.

use proptest::prelude::*;

use super::{TODAY, cel, person, random, root, tree};
use crate::condition::{Condition, Kind, from_cel_text, from_words};

fn reread(condition: &Condition) -> Condition {
    let yaml = condition.yaml();
    let tree = tree(&yaml);
    let (read, problems) = from_words(root(&tree), &person());
    assert!(problems.is_empty(), "{yaml}: {problems:#?}");
    read.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn printed_as_cel_it_is_the_same_tree(text in random::condition()) {
        let condition = cel(&text);
        let printed = condition.cel();
        let again = cel(&printed);
        prop_assert_eq!(&again, &condition, "{} became {}", text, printed);
        prop_assert_eq!(again.cel(), printed);
    }

    #[test]
    fn printed_as_words_it_asks_the_same(text in random::condition(), someone in random::someone(false)) {
        let condition = cel(&text);
        let again = reread(&condition);
        prop_assert_eq!(again.holds(&someone, TODAY), condition.holds(&someone, TODAY), "{}", again.yaml());
    }

    #[test]
    fn what_decided_agrees_with_the_answer(text in random::condition(), someone in random::someone(false)) {
        let condition = cel(&text);
        let told = condition.explain(&someone, TODAY).unwrap();
        prop_assert_eq!(Ok(told.holds), condition.holds(&someone, TODAY));
        prop_assert!(!told.clauses.is_empty());
    }

    #[test]
    fn not_is_the_complement(text in random::condition(), someone in random::someone(false)) {
        let (yes, no) = (cel(&text), cel(&format!("!({text})")));
        prop_assert_ne!(yes.holds(&someone, TODAY), no.holds(&someone, TODAY));
    }

    #[test]
    fn different_is_the_complement_of_equal_where_nothing_is_empty(
        field in prop::sample::select(vec!["P.title", "P.code", "P.topics", "P.company"]),
        value in "[a-cA-C]{1,2}",
        someone in random::someone(true),
    ) {
        let equal = cel(&format!("{field} == '{value}'"));
        let other = cel(&format!("{field} != '{value}'"));
        prop_assert_ne!(equal.holds(&someone, TODAY), other.holds(&someone, TODAY));
    }

    #[test]
    fn every_part_slices_to_its_own_text(text in random::condition()) {
        let condition = cel(&text);
        let mut parts = Vec::new();
        condition.expression().each(&mut |part| parts.push(part.clone()));
        for part in parts {
            let slice = text.get(part.span.range());
            prop_assert!(slice.is_some_and(|slice| !slice.is_empty()));
            // Choices are written out and negations of negations undone, so those are other trees.
            let slice = slice.unwrap();
            if part.children().is_empty() && !text.contains('?') && !matches!(part.kind, Kind::Always(_)) {
                let read = from_cel_text(slice, &person());
                prop_assert!(read.is_ok(), "{} in {}", slice, text);
                if !slice.contains('!') {
                    let read = read.unwrap();
                    prop_assert_eq!(read.expression(), &part, "{} in {}", slice, text);
                }
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text in "\\PC{0,60}", words in "[a-z\\[\\]{}:,. \"'0-9-]{0,60}") {
        for text in [&text, &words] {
            let _ = from_cel_text(text, &person());
            let tree = crate::syntax::Tree::parse(format!("title: {text}"));
            for document in tree.documents() {
                let _ = from_words(document, &person());
            }
        }
    }

    #[test]
    fn a_damaged_condition_is_answered_inside_its_text(
        text in random::condition(),
        cut in any::<[prop::sample::Index; 2]>(),
        put in prop::sample::select(vec!["", "(", ")", "\"", "'", "[", ",", " in ", "&&", "=", "null", ".", "ä", "9999999999999", "P.", "did()", "today", "not [", " to ", ": ", "- "]),
    ) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let (a, b) = (*cut[0].get(&places), *cut[1].get(&places));
        let damaged = format!("{}{put}{}", &text[..a.min(b)], &text[a.max(b)..]);
        if let Err(problems) = from_cel_text(&damaged, &person()) {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(damaged.get(problem.span.range()).is_some(), "{}: {:?}", damaged, problem);
            }
        }
        let yaml = cel(&text).yaml();
        let places: Vec<usize> = yaml.char_indices().map(|(at, _)| at).collect();
        let (a, b) = (*cut[0].get(&places), *cut[1].get(&places));
        let damaged = format!("{}{put}{}", &yaml[..a.min(b)], &yaml[a.max(b)..]);
        let tree = crate::syntax::Tree::parse(damaged.clone());
        for document in tree.documents() {
            let (condition, problems) = from_words(document, &person());
            for problem in &problems {
                prop_assert!(damaged.get(problem.span.range()).is_some(), "{}: {:?}", damaged, problem);
            }
            if let Some(condition) = condition {
                let printed = condition.cel();
                prop_assert_eq!(&cel(&printed), &Condition { complete: true, ..condition }, "{}", printed);
            }
        }
    }
}
