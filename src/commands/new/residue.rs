//! What would still name the campaign that another was copied from: its id, its name, its
//! `utm_campaign`, its pages and its days, however they are written.

use std::ops::Range;

use jiff::civil::Date;

/// Shorter words stand in too many texts by chance.
const SHORTEST: usize = 4;

const MONTHS: [(&str, &str); 12] = [
    ("January", "Januar"),
    ("February", "Februar"),
    ("March", "März"),
    ("April", "April"),
    ("May", "Mai"),
    ("June", "Juni"),
    ("July", "Juli"),
    ("August", "August"),
    ("September", "September"),
    ("October", "Oktober"),
    ("November", "November"),
    ("December", "Dezember"),
];

/// A day in every form in which people write it, always in the same order; the long ones first.
pub(super) fn forms(date: Date) -> Vec<String> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let mut forms = Vec::new();
    for sign in ["-", "_", "/", ".", ""] {
        forms.push(format!("{year}{sign}{month:02}{sign}{day:02}"));
        forms.push(format!("{day:02}{sign}{month:02}{sign}{year}"));
        forms.push(format!("{month:02}{sign}{day:02}{sign}{year}"));
    }
    for sign in ["/", "."] {
        forms.push(format!("{day}{sign}{month}{sign}{year}"));
        forms.push(format!("{month}{sign}{day}{sign}{year}"));
    }
    forms.push(format!("{day}. {month}. {year}"));
    let (english, german) = MONTHS[(month as usize - 1) % 12];
    // Without the year behind the forms that have one, so that the whole is replaced.
    for name in [english, german, english.get(..3).unwrap_or(english)] {
        for day in [format!("{day}"), format!("{day:02}")] {
            forms.push(format!("{day} {name} {year}"));
            forms.push(format!("{day}. {name} {year}"));
            forms.push(format!("{name} {day}, {year}"));
            forms.push(format!("{name} {day}th, {year}"));
        }
    }
    for name in [english, german, english.get(..3).unwrap_or(english)] {
        for day in [format!("{day}"), format!("{day:02}")] {
            forms.push(format!("{day} {name}"));
            forms.push(format!("{day}. {name}"));
            forms.push(format!("{name} {day}"));
        }
    }
    forms
}

/// One word, and what takes its place.
#[derive(Debug, Clone)]
struct Word {
    /// In ASCII lower case.
    old: String,
    new: Option<String>,
}

/// The words of an old campaign.
#[derive(Debug, Clone, Default)]
pub(super) struct Residue {
    words: Vec<Word>,
}

impl Residue {
    /// Adds a word, with what takes its place where something does.
    pub(super) fn add(&mut self, old: &str, new: Option<&str>) {
        let old = old.trim().to_ascii_lowercase();
        let is_same = new.is_some_and(|new| new.eq_ignore_ascii_case(&old));
        if old.chars().count() >= SHORTEST && !is_same {
            self.words.push(Word {
                old,
                new: new.map(str::to_string),
            });
        }
    }

    /// Adds a day in every form; a form that a day of the new campaign has is no residue.
    pub(super) fn add_date(&mut self, old: Date, new: Option<Date>, fresh: &[Date]) {
        let fresh: Vec<String> = fresh.iter().flat_map(|date| forms(*date)).collect();
        let new = new.map(forms);
        for (number, form) in forms(old).into_iter().enumerate() {
            if fresh.contains(&form) {
                continue;
            }
            let new = new.as_ref().and_then(|new| new.get(number));
            self.add(&form, new.map(String::as_str));
        }
    }

    /// The first word of the old campaign in a text, the longest of those that begin there, and what
    /// takes its place.
    fn first(&self, text: &str) -> Option<(Range<usize>, Option<&str>)> {
        let lower = text.to_ascii_lowercase();
        let mut first: Option<(Range<usize>, Option<&str>)> = None;
        for word in &self.words {
            let Some(at) = find_word(&lower, &word.old) else {
                continue;
            };
            let range = at..at + word.old.len();
            let is_better = first.as_ref().is_none_or(|(known, _)| {
                (range.start, std::cmp::Reverse(range.end))
                    < (known.start, std::cmp::Reverse(known.end))
            });
            if is_better {
                first = Some((range, word.new.as_deref()));
            }
        }
        first
    }

    /// Whether a text names the old campaign.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.first(text).is_some()
    }

    /// The text with every word replaced; `None` where one has nothing to take its place.
    pub(super) fn replaced(&self, text: &str) -> Option<String> {
        let mut done = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((range, new)) = self.first(rest) {
            done.push_str(&rest[..range.start]);
            done.push_str(new?);
            rest = &rest[range.end..];
        }
        done.push_str(rest);
        Some(done)
    }
}

/// Where a word stands that is no part of a longer one.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(word).map(|at| from + at) {
        let end = at + word.len();
        let before = text[..at].chars().next_back();
        let behind = text[end..].chars().next();
        let goes_on = |edge: Option<char>, inner: Option<char>| {
            edge.zip(inner).is_some_and(|(edge, inner)| {
                (edge.is_ascii_digit() && inner.is_ascii_digit())
                    || (edge.is_alphabetic() && inner.is_alphabetic())
            })
        };
        if !goes_on(before, word.chars().next()) && !goes_on(behind, word.chars().next_back()) {
            return Some(at);
        }
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Residue;

    #[test]
    fn a_day_is_known_in_every_form_and_moves() {
        let mut residue = Residue::default();
        let (old, new) = (date(2026, 12, 3), date(2027, 3, 18));
        residue.add_date(old, Some(new), &[new]);
        for (text, expected) in [
            ("2026-12-03", "2027-03-18"),
            ("on 3 December 2026, at ten", "on 18 March 2027, at ten"),
            ("am 3. Dezember", "am 18. März"),
            ("December 3", "March 18"),
            ("20261203_Webcast", "20270318_Webcast"),
            ("03.12.2026", "18.03.2027"),
            ("13 December", "13 December"),
            ("220261203", "220261203"),
        ] {
            assert_eq!(residue.replaced(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_word_counts_only_as_a_whole() {
        let mut residue = Residue::default();
        residue.add("DevSecOps", Some("Compliance"));
        residue.add("old-name", None);
        assert_eq!(
            residue.replaced("devsecops/x").as_deref(),
            Some("Compliance/x")
        );
        assert_eq!(
            residue.replaced("mydevsecops").as_deref(),
            Some("mydevsecops")
        );
        assert!(residue.is_in("an Old-Name here"));
        assert_eq!(residue.replaced("an old-name here"), None);
    }
}
