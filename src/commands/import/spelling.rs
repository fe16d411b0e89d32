//! The values of a column, with their spellings grouped.

use std::collections::{BTreeMap, HashMap};

use super::ids::{Ids, folded, slug};

/// A value with everything that is written for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// Its id.
    pub(super) id: String,
    /// The commonest spelling.
    pub(super) label: String,
    /// The other spellings, with how many rows have each and the first of them.
    pub(super) others: Vec<Spelling>,
    /// How many rows have it, however it is spelt.
    pub(super) rows: usize,
    /// The first row with the commonest spelling.
    pub(super) first: usize,
}

/// One spelling of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) text: String,
    pub(super) rows: Vec<usize>,
}

/// Values by all their spellings.
#[derive(Debug, Default, Clone)]
pub(super) struct Values {
    /// In the order of their commonness.
    pub(super) list: Vec<Value>,
    by_text: HashMap<String, usize>,
}

impl Values {
    /// The value that a spelling stands for.
    pub(super) fn of(&self, text: &str) -> Option<&Value> {
        self.by_text.get(text).map(|at| &self.list[*at])
    }

    /// Groups what stands in a column; `same` names texts that mean the same by what they say.
    pub(super) fn group<'t>(
        cells: impl Iterator<Item = (&'t str, usize)>,
        same: fn(&str) -> Option<&'static str>,
    ) -> Values {
        let mut spellings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (text, row) in cells {
            spellings.entry(text).or_default().push(row);
        }
        let keys: Vec<String> = spellings.keys().map(|text| key(text)).collect();
        let known: std::collections::HashSet<&str> = keys.iter().map(String::as_str).collect();
        let mut groups: BTreeMap<String, Vec<Spelling>> = BTreeMap::new();
        for ((text, rows), key) in spellings.into_iter().zip(&keys) {
            // `Webinars` is `Webinar` where both are there.
            let singular = key
                .strip_suffix('s')
                .filter(|one| one.len() > 3 && known.contains(one));
            let key = same(key).or(singular).unwrap_or(key).to_string();
            let text = text.to_string();
            groups.entry(key).or_default().push(Spelling { text, rows });
        }
        let mut list: Vec<Value> = Vec::new();
        for mut spellings in groups.into_values() {
            // The commonest; of equally common ones the one that is neither all small nor all capital.
            spellings.sort_by_key(|s| (std::cmp::Reverse(s.rows.len()), s.rows[0], s.text.clone()));
            let rows = spellings.iter().map(|s| s.rows.len()).sum();
            let commonest = spellings.remove(0);
            list.push(Value {
                id: String::new(),
                label: commonest.text,
                others: spellings,
                rows,
                first: commonest.rows[0],
            });
        }
        list.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.label.cmp(&b.label)));
        let mut ids = Ids::default();
        let mut values = Values::default();
        for (at, mut value) in list.into_iter().enumerate() {
            value.id = ids.take(&slug(&value.label, "value"));
            let texts = value
                .others
                .iter()
                .map(|other| &other.text)
                .chain([&value.label]);
            for text in texts {
                values.by_text.insert(text.clone(), at);
            }
            values.list.push(value);
        }
        values
    }

    /// Values that may be slips of others: long, rare, and nearly the same.
    pub(super) fn slips(&self) -> Vec<(&Value, &Value)> {
        const MOST: usize = 400;
        let mut slips = Vec::new();
        for rare in self.list.iter().take(MOST).filter(|value| value.rows <= 2) {
            let text = folded(&rare.label);
            if text.len() < 6 || text.bytes().any(|b| b.is_ascii_digit()) {
                continue;
            }
            let near = self.list.iter().take(MOST).find(|common| {
                let other = folded(&common.label);
                common.rows >= rare.rows * 3
                    && other.len() >= 6
                    && strsim::damerau_levenshtein(&text, &other) <= 1 + usize::from(text.len() > 9)
            });
            slips.extend(near.map(|near| (rare, near)));
        }
        slips
    }

    /// The values that have more than one spelling.
    pub(super) fn with_variants(&self) -> impl Iterator<Item = &Value> {
        self.list.iter().filter(|value| !value.others.is_empty())
    }
}

/// What is left of a text when case, accents, signs and spaces don't count.
pub(super) fn key(text: &str) -> String {
    let key: String = folded(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    match key.is_empty() {
        true => text.to_string(),
        false => key,
    }
}

/// Regions that are another's name in full or in short. `Europe` is no name of EMEA: what may be meant
/// is said, not decided.
pub(super) fn same_region(key: &str) -> Option<&'static str> {
    Some(match key {
        "europemiddleeastandafrica" | "europethemiddleeastandafrica" | "europemiddleeastafrica" => {
            "emea"
        }
        "asiapacific" | "asiapac" => "apac",
        "latinamerica" | "latinamericas" => "latam",
        "northamerica" | "noram" => "northamerica",
        "americas" | "theamericas" => "amer",
        "worldwide" | "ww" | "global" => "global",
        "unitedkingdom" | "uk" => "uk",
        "unitedstates" | "usa" | "us" | "unitedstatesofamerica" => "us",
        _ => return None,
    })
}

/// Regions that cover much of the same ground, so that two of them in one column deserve a question.
pub(super) fn near_regions(values: &Values) -> Vec<(&Value, &Value)> {
    const NEAR: &[&[&str]] = &[
        &["emea", "europe", "eu", "emeai"],
        &["amer", "northamerica", "na", "us", "nasa"],
        &["apac", "apj", "asia", "jpapac", "anz"],
        &["latam", "southamerica", "laca", "lac"],
    ];
    let mut near = Vec::new();
    for (at, value) in values.list.iter().enumerate() {
        let own = key(&value.label);
        let own = same_region(&own).unwrap_or(&own);
        let Some(group) = NEAR.iter().find(|group| group.contains(&own)) else {
            continue;
        };
        let other = values.list[..at].iter().find(|other| {
            let other = key(&other.label);
            group.contains(&same_region(&other).unwrap_or(&other))
        });
        near.extend(other.map(|other| (value, other)));
    }
    near
}

/// Languages by their names, as ISO 639-1 codes.
pub(super) fn same_language(key: &str) -> Option<&'static str> {
    Some(match key {
        "english" | "englisch" | "anglais" | "en" => "en",
        "german" | "deutsch" | "allemand" | "de" => "de",
        "french" | "franzosisch" | "francais" | "fr" => "fr",
        "spanish" | "spanisch" | "espanol" | "es" => "es",
        "italian" | "italienisch" | "italiano" | "it" => "it",
        "portuguese" | "portugues" | "portugiesisch" | "pt" => "pt",
        "dutch" | "nederlands" | "niederlandisch" | "nl" => "nl",
        "japanese" | "japanisch" | "ja" | "jp" => "ja",
        "korean" | "koreanisch" | "ko" => "ko",
        "chinese" | "zh" => "zh",
        "polish" | "polnisch" | "pl" => "pl",
        "swedish" | "sv" => "sv",
        _ => return None,
    })
}

/// No text means what another says.
pub(super) fn nothing_same(_: &str) -> Option<&'static str> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(cells: &[&str], same: fn(&str) -> Option<&'static str>) -> Vec<String> {
        let values = Values::group(
            cells.iter().enumerate().map(|(row, cell)| (*cell, row + 2)),
            same,
        );
        let shown = |value: &Value| {
            let others: Vec<&str> = value
                .others
                .iter()
                .map(|other| other.text.as_str())
                .collect();
            format!("{}={} [{}]", value.id, value.label, others.join(", "))
        };
        values.list.iter().map(shown).collect()
    }

    #[test]
    fn the_commonest_spelling_is_the_value() {
        assert_eq!(
            grouped(
                &[
                    "EMEA",
                    "emea",
                    "EMEA",
                    "E.M.E.A.",
                    "Europe",
                    "APAC",
                    "Asia Pacific"
                ],
                same_region
            ),
            [
                "emea=EMEA [emea, E.M.E.A.]",
                "apac=APAC [Asia Pacific]",
                "europe=Europe []"
            ]
        );
        assert_eq!(
            grouped(
                &["paid_social", "Paid-Social", "Webinar", "Webinars"],
                nothing_same
            ),
            [
                "webinar=Webinar [Webinars]",
                "paid_social=paid_social [Paid-Social]"
            ]
        );
    }

    #[test]
    fn regions_that_overlap_are_asked_about() {
        let cells = ["EMEA", "EMEA", "Europe", "Americas", "North America"];
        let values = Values::group(cells.iter().map(|cell| (*cell, 2)), same_region);
        let near = near_regions(&values);
        let near: Vec<(&str, &str)> = near
            .iter()
            .map(|(a, b)| (a.label.as_str(), b.label.as_str()))
            .collect();
        assert_eq!(near, [("Europe", "EMEA"), ("North America", "Americas")]);
    }

    #[test]
    fn a_slip_is_told_and_short_codes_are_left_alone() {
        let cells = [
            "Conference",
            "Conference",
            "Conference",
            "Conferance",
            "AMER",
            "AMEX",
        ];
        let values = Values::group(cells.iter().map(|cell| (*cell, 2)), nothing_same);
        let slips: Vec<&str> = values
            .slips()
            .iter()
            .map(|(slip, _)| slip.label.as_str())
            .collect();
        assert_eq!(slips, ["Conferance"]);
    }
}
