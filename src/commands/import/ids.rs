//! Ids and names of files from what people type: safe on every system, stable, and each only once.

use std::collections::HashMap;

/// Longer ids are cut at a word: paths have limits, and nobody types them.
const LONGEST: usize = 80;

/// Latin letters without accents, in small; letters of other scripts stay.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' => folded.push('e'),
            'ì'..='ï' | 'ī' | 'ı' => folded.push('i'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ś' | 'š' | 'ş' => folded.push('s'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'ł' => folded.push('l'),
            'ř' => folded.push('r'),
            'ď' | 'đ' => folded.push('d'),
            'ť' => folded.push('t'),
            'ğ' => folded.push('g'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            // A dot above that is left of a capital I with one.
            '\u{307}' => {}
            c => folded.push(c),
        }
    }
    folded
}

/// The id that a text suggests; `otherwise` where nothing of it is left.
pub(super) fn slug(text: &str, otherwise: &str) -> String {
    let mut id =
        crate::model::values::to_id(&folded(text).replace("+", " plus ").replace("&", " "));
    if id.len() > LONGEST {
        let cut = id[..LONGEST]
            .rfind(['-', '_'])
            .filter(|at| *at > LONGEST / 2);
        id.truncate(cut.unwrap_or(LONGEST));
        id.truncate(id.trim_end_matches(['-', '_']).len());
    }
    // Names that Windows keeps for devices.
    let reserved = matches!(id.as_str(), "con" | "prn" | "aux" | "nul")
        || (id.len() == 4
            && (id.starts_with("com") || id.starts_with("lpt"))
            && id.ends_with(|c: char| c.is_ascii_digit()));
    // Keys that documents have for themselves.
    let own = [
        "kind",
        "id",
        "of",
        "owner",
        "reviewed",
        "review-every",
        "until",
    ];
    let reserved = reserved || own.contains(&id.as_str());
    match (id.is_empty(), reserved) {
        (true, _) => otherwise.to_string(),
        (_, true) => format!("{otherwise}-{id}"),
        _ => id,
    }
}

/// Hands out each id once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashMap<String, usize>,
}

impl Ids {
    /// The id, or where it is taken the id with the next number.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        if !self.taken.contains_key(wanted) {
            self.taken.insert(wanted.to_string(), 1);
            return wanted.to_string();
        }
        loop {
            let count = self.taken.entry(wanted.to_string()).or_insert(1);
            *count += 1;
            let id = format!("{wanted}-{count}");
            if !self.taken.contains_key(&id) {
                self.taken.insert(id.clone(), 1);
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::values::is_id;

    #[test]
    fn ids_are_safe_whatever_a_cell_holds() {
        for text in [
            "../../etc/passwd",
            "=HYPERLINK(\"x\")",
            "C:\\x",
            "a\0b\u{202e}c",
            "日本",
            "…",
            "",
            "NUL",
            "com1",
            ".hidden",
            "Zürich – März 2026",
            "ÅÄÖ",
            "İstanbul",
            &"very long ".repeat(50),
            "-x",
            "_x",
        ] {
            let id = slug(text, "row-2");
            assert!(is_id(&id) && id.len() <= LONGEST, "{text:?} became {id:?}");
        }
        assert_eq!(slug("Zürich – März 2026", ""), "zurich-marz-2026");
        assert_eq!(slug("NUL", "row-2"), "row-2-nul");
        assert_eq!(slug("Owner", "person"), "person-owner");
    }

    #[test]
    fn an_id_is_given_once() {
        let mut ids = Ids::default();
        let given: Vec<String> = ["a", "a", "a-2", "a", "b"]
            .iter()
            .map(|id| ids.take(id))
            .collect();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "b"]);
    }
}
