//! What names have in common: the sign between their parts, where the day stands, which parts come
//! from a short list. It becomes a template where most names follow it.

use std::collections::{BTreeMap, HashMap};

use super::campaigns::Campaigns;
use super::report::{About, Report, rows};
use super::roles::{Role, TableKind};
use super::spelling::Values;
use super::table::Table;
use super::yaml::{Value, Yaml};
use crate::template::Template;

/// The signs that may stand between the parts of a name, the most usual first.
const SIGNS: [&str; 9] = ["_", " | ", "|", " - ", "-", "/", " – ", ": ", ":"];

/// So many of a hundred names must follow a template before it is proposed.
const SHARE: usize = 70;

/// One part of names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Part {
    /// A day, in this format.
    Day(String),
    /// Something else.
    Words,
}

/// What a token of the template holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Holds {
    Day,
    /// One of these names of something that is defined, and the phrase that says so where it is not
    /// the usual one.
    Known(Vec<String>, Option<String>),
    /// One of these, with how many names have each.
    OneOf(Vec<(String, usize)>),
    Anything,
}

/// Values that a part of names may come from, with the token that stands for them.
pub(super) struct Vocabulary<'v> {
    pub(super) token: &'static str,
    /// What a naming document calls its values.
    pub(super) phrase: &'static str,
    pub(super) values: &'v Values,
}

impl Vocabulary<'_> {
    /// The token for a part of names, where most of them have one of these values: by its label, or
    /// else by its id.
    fn as_token(&self, column: &BTreeMap<String, usize>, count: usize) -> Option<Holds> {
        let by_label = |value: &super::spelling::Value| value.label.clone();
        let by_id = |value: &super::spelling::Value| value.id.clone();
        let names = |of: &dyn Fn(&super::spelling::Value) -> String| -> Vec<String> {
            self.values.list.iter().map(of).collect()
        };
        [
            (names(&by_label), None),
            (names(&by_id), Some(format!("{} by id", self.phrase))),
        ]
        .into_iter()
        .find(|(names, _)| {
            let hits = column.iter().filter(|(text, _)| names.contains(text));
            hits.map(|(_, count)| count).sum::<usize>() * 5 >= count * 4
        })
        .map(|(names, phrase)| Holds::Known(names, phrase))
    }
}

/// A template that names follow, with those that don't.
#[derive(Debug)]
pub(super) struct Convention {
    pub(super) template: String,
    tokens: Vec<(String, Holds)>,
    fits: usize,
    of: usize,
    misfits: Vec<(usize, String, String)>,
    examples: Vec<String>,
}

impl Convention {
    /// What most of the names follow, where most follow anything.
    pub(super) fn of(names: &[(&str, usize)], vocabulary: &[Vocabulary<'_>]) -> Option<Convention> {
        let mut seen = std::collections::HashSet::new();
        let names: Vec<(&str, usize)> = names
            .iter()
            .copied()
            .filter(|(name, _)| name.len() <= 200 && seen.insert(*name))
            .collect();
        if names.len() < 5 {
            return None;
        }
        let mut best: Option<(usize, &str, Vec<Part>)> = None;
        for sign in SIGNS {
            let mut counts: HashMap<Vec<Part>, usize> = HashMap::new();
            for (name, _) in &names {
                let parts = parts(name, sign);
                // A sign with spaces around it is another sign.
                let is_bare = parts.iter().all(|(_, text)| text.trim() == text);
                let parts: Vec<Part> = parts.into_iter().map(|(part, _)| part).collect();
                if is_bare && (2..=12).contains(&parts.len()) {
                    *counts.entry(parts).or_default() += 1;
                }
            }
            let most = counts
                .into_iter()
                .max_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
            if let Some((form, count)) = most
                && best.as_ref().is_none_or(|(most, ..)| count > *most)
            {
                best = Some((count, sign, form));
            }
        }
        let (count, sign, form) = best?;
        if count * 100 < names.len() * SHARE {
            return None;
        }
        let mut convention = Convention {
            template: String::new(),
            tokens: Vec::new(),
            fits: 0,
            of: names.len(),
            misfits: Vec::new(),
            examples: Vec::new(),
        };
        convention.find_tokens(&names, sign, &form, vocabulary);
        convention.divide(&names, sign, &form);
        (convention.is_one()
            && convention.fits * 100 >= names.len() * SHARE
            && Template::parse(&convention.template).is_ok())
        .then_some(convention)
    }

    /// Whether it says more than that names have a sign in them: titles such as `Webcast: …` and
    /// `Campaign_7` are no convention.
    fn is_one(&self) -> bool {
        let certain = self
            .tokens
            .iter()
            .any(|(_, holds)| matches!(holds, Holds::Day | Holds::Known(..)));
        let lists = self
            .tokens
            .iter()
            .filter(|(_, holds)| matches!(holds, Holds::OneOf(words) if words.len() > 1))
            .count();
        certain || lists > 1
    }

    fn find_tokens(
        &mut self,
        names: &[(&str, usize)],
        sign: &str,
        form: &[Part],
        vocabulary: &[Vocabulary<'_>],
    ) {
        let mut columns: Vec<BTreeMap<String, usize>> = vec![BTreeMap::new(); form.len()];
        let mut count = 0;
        for (name, _) in names {
            let parts = parts(name, sign);
            if !parts.iter().map(|(part, _)| part).eq(form) {
                continue;
            }
            count += 1;
            for (column, (_, text)) in columns.iter_mut().zip(parts) {
                *column.entry(text).or_default() += 1;
            }
        }
        let mut template = Vec::new();
        let mut used: Vec<&str> = Vec::new();
        for (at, (part, column)) in form.iter().zip(columns).enumerate() {
            let number = at + 1;
            if let Part::Day(format) = part {
                let name = if used.contains(&"date") {
                    format!("day-{number}")
                } else {
                    "date".to_string()
                };
                used.push("date");
                template.push(format!("{{{name}:{format}}}"));
                self.tokens.push((name, Holds::Day));
                continue;
            }
            let known = vocabulary
                .iter()
                .filter(|known| !used.contains(&known.token))
                .find_map(|known| {
                    known
                        .as_token(&column, count)
                        .map(|holds| (known.token, holds))
                });
            let mut words: Vec<(String, usize)> = column.into_iter().collect();
            let (name, holds) = match known {
                Some((token, holds)) => {
                    used.push(token);
                    (token.to_string(), holds)
                }
                // Numbers are counted on: the next one is not on the list.
                None if words.len() <= 40
                    && words.len() * 3 <= count
                    && !words.iter().all(|(word, _)| is_number(word)) =>
                {
                    // What one name of many has alone is a slip more often than a value.
                    let least = if count >= 20 { 2 } else { 1 };
                    words.retain(|(word, count)| *count >= least && !word.is_empty());
                    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
                    // Nor is another spelling of a commoner one.
                    let mut kept: Vec<(String, usize)> = Vec::new();
                    for (word, count) in words {
                        let plain = word.to_lowercase();
                        if !kept.iter().any(|(known, _)| known.to_lowercase() == plain) {
                            kept.push((word, count));
                        }
                    }
                    (format!("part-{number}"), Holds::OneOf(kept))
                }
                None => (format!("text-{number}"), Holds::Anything),
            };
            template.push(format!("{{{name}}}"));
            self.tokens.push((name, holds));
        }
        self.template = template.join(sign);
    }

    /// Says which names follow it.
    fn divide(&mut self, names: &[(&str, usize)], sign: &str, form: &[Part]) {
        for (name, row) in names {
            let parts = parts(name, sign);
            let wrong = if parts.len() != form.len() {
                Some(format!(
                    "{} parts where most have {}",
                    parts.len(),
                    form.len()
                ))
            } else {
                parts.iter().zip(form).zip(&self.tokens).find_map(
                    |(((part, text), expected), (_, holds))| {
                        if part != expected {
                            return Some(match expected {
                                Part::Day(format) => format!("\"{text}\" is no day as {format}"),
                                Part::Words => format!("\"{text}\" is a day where most have words"),
                            });
                        }
                        match holds {
                            Holds::OneOf(words)
                                if words.iter().any(|(word, _)| {
                                    word != text && word.to_lowercase() == text.to_lowercase()
                                }) =>
                            {
                                Some(format!("\"{text}\" is spelt in another way in most"))
                            }
                            Holds::Known(names, _) if !names.contains(text) => Some(format!(
                                "\"{text}\" is not written as the value it stands for"
                            )),
                            Holds::OneOf(words) if !words.iter().any(|(word, _)| word == text) => {
                                Some(format!("\"{text}\" stands in no other name at its place"))
                            }
                            _ => None,
                        }
                    },
                )
            };
            match wrong {
                Some(why) => self.misfits.push((*row, name.to_string(), why)),
                None => {
                    self.fits += 1;
                    if self.examples.len() < 3 {
                        self.examples.push(name.to_string());
                    }
                }
            }
        }
    }

    /// How many names follow it.
    pub(super) fn in_words(&self) -> String {
        format!(
            "{} of {} names follow this template, which was inferred from them.",
            self.fits, self.of
        )
    }

    /// Tells what was inferred, and which names don't follow it.
    pub(super) fn tell(&self, what: &str, about: &mut About) {
        about.inferred.push(format!(
            "{what} is {}: {} of {} follow it",
            self.template, self.fits, self.of
        ));
        for (row, name, why) in &self.misfits {
            about.doubt(
                &format!("{what} does not follow {}", self.template),
                *row,
                &format!("{name}: {why}"),
            );
        }
    }

    /// The tokens that come from a list, with its words.
    pub(super) fn lists(&self) -> Vec<(String, Vec<String>)> {
        let list = |(name, holds): &(String, Holds)| match holds {
            Holds::OneOf(words) => Some((
                name.clone(),
                words.iter().map(|(word, _)| word.clone()).collect(),
            )),
            _ => None,
        };
        self.tokens.iter().filter_map(list).collect()
    }

    /// The convention as a document.
    fn document(&self, from: &str) -> String {
        let mut yaml = Yaml::default();
        yaml.comment(0, &format!("From {from}: {}", self.in_words()));
        yaml.entry(0, "kind", &Value::plain("naming"), "");
        yaml.entry(0, "id", &Value::plain("program-names"), "");
        yaml.entry(0, "template", &Value::text(self.template.clone()), "");
        if self.tokens.iter().any(|(_, holds)| {
            matches!(
                holds,
                Holds::OneOf(_) | Holds::Anything | Holds::Known(_, Some(_))
            )
        }) {
            yaml.open(0, "tokens", "give them better names");
            for (name, holds) in &self.tokens {
                match holds {
                    Holds::OneOf(words) => {
                        let counts: Vec<String> = words
                            .iter()
                            .take(8)
                            .map(|(word, count)| format!("{word} {count}"))
                            .collect();
                        let list = words
                            .iter()
                            .map(|(word, _)| Value::text(word.clone()))
                            .collect();
                        yaml.entry(2, name, &Value::List(list), &counts.join(", "));
                    }
                    Holds::Anything => {
                        yaml.entry(2, name, &Value::text("any text"), "");
                    }
                    Holds::Known(_, Some(phrase)) => {
                        yaml.entry(2, name, &Value::text(phrase.clone()), "");
                    }
                    Holds::Day | Holds::Known(_, None) => {}
                }
            }
        }
        if !self.examples.is_empty() {
            yaml.open(0, "right", "");
            for example in &self.examples {
                yaml.item(2, &Value::text(example.clone()), "");
            }
        }
        yaml.finish()
    }
}

/// The parts of a name; a day is one part, whatever signs it holds.
fn parts(name: &str, sign: &str) -> Vec<(Part, String)> {
    let pieces: Vec<&str> = name.split(sign).collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if let (true, Some([year, month, day])) = (sign.len() == 1, pieces.get(at..at + 3))
            && is_day(year, month, day)
        {
            let format = ["YYYY", "MM", "DD"].join(sign);
            parts.push((Part::Day(format), pieces[at..at + 3].join(sign)));
            at += 3;
            continue;
        }
        let piece = pieces[at];
        parts.push((
            day_format(piece).map_or(Part::Words, Part::Day),
            piece.to_string(),
        ));
        at += 1;
    }
    parts
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The format of a part that is a day.
fn day_format(piece: &str) -> Option<String> {
    if piece.len() == 6 && piece.bytes().all(|b| b.is_ascii_digit()) {
        let is_month = (1990..2100).contains(&piece[..4].parse().unwrap_or(0))
            && is_day(&piece[..4], &piece[4..], "01");
        return is_month.then(|| "YYYYMM".to_string());
    }
    if piece.len() == 8 && piece.bytes().all(|b| b.is_ascii_digit()) {
        return is_day(&piece[..4], &piece[4..6], &piece[6..]).then(|| "YYYYMMDD".to_string());
    }
    if piece.len() == 10 && piece.is_ascii() {
        let sign = piece.as_bytes()[4] as char;
        let same = piece.as_bytes()[7] as char == sign && matches!(sign, '-' | '.' | '/');
        return (same && is_day(&piece[..4], &piece[5..7], &piece[8..]))
            .then(|| ["YYYY", "MM", "DD"].join(&sign.to_string()));
    }
    None
}

fn is_day(year: &str, month: &str, day: &str) -> bool {
    let number = |text: &str, length: usize| {
        let digits = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<i16>().unwrap_or_default())
    };
    match (number(year, 4), number(month, 2), number(day, 2)) {
        (Some(year), Some(month), Some(day)) => {
            (1990..2100).contains(&year)
                && jiff::civil::Date::new(year, month as i8, day as i8).is_ok()
        }
        _ => false,
    }
}

/// Proposes a convention from the names of campaigns.
pub(super) fn of_campaigns(
    names: Vec<(&str, usize)>,
    campaigns: &Campaigns,
    about: &mut About,
    texts: &mut BTreeMap<String, String>,
) {
    let dimension = |id: &str| {
        campaigns
            .dimensions
            .iter()
            .find(|(dimension, ..)| dimension.id == id)
            .map(|(_, values, _)| values)
    };
    let mut vocabulary = Vec::new();
    for (token, phrase, values) in [
        ("region", "taxonomy region", dimension("region")),
        ("language", "taxonomy language", dimension("language")),
        ("channel", "channel", Some(&campaigns.channels)),
    ] {
        vocabulary.extend(values.map(|values| Vocabulary {
            token,
            phrase,
            values,
        }));
    }
    match Convention::of(&names, &vocabulary) {
        Some(convention) => {
            convention.tell("The name", about);
            texts.insert(
                "policies/naming.yaml".to_string(),
                convention.document(&about.file),
            );
        }
        None => about.inferred.push(format!(
            "The names follow no template that {SHARE} of 100 of them share; none is proposed"
        )),
    }
}

/// Reads lists of names.
pub(super) fn read(tables: &[Table], report: &mut Report, texts: &mut BTreeMap<String, String>) {
    for table in tables {
        let mut about = About::new(table, TableKind::ProgramNames);
        let column = table.column(Role::Name).unwrap_or_default();
        about.columns(table, |at| (at == column).then_some("the names"));
        let names: Vec<(&str, usize)> = table
            .rows
            .iter()
            .map(|row| (row.cell(column), row.number))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        let mut seen: HashMap<String, (usize, &str)> = HashMap::new();
        for (name, row) in &names {
            let plain = name
                .to_lowercase()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            if let Some((first, other)) = seen.get(&plain) {
                let what = if name == other {
                    "the same name again"
                } else {
                    "the same name again, spelt in another way"
                };
                about.doubt(what, *row, &format!("{name}, as row {first}"));
            } else {
                seen.insert(plain, (*row, name));
            }
        }
        match Convention::of(&names, &[]) {
            Some(convention) => {
                convention.tell("The name", &mut about);
                texts
                    .entry("policies/naming.yaml".to_string())
                    .or_insert_with(|| convention.document(&about.file));
            }
            None => about.inferred.push(format!(
                "The {} follow no template that {SHARE} of 100 of them share; none is proposed",
                rows(names.len())
            )),
        }
        report.tables.push(about);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        let regions = ["EMEA", "AMER", "APAC"];
        (0..60)
            .map(|at| {
                format!(
                    "202612{:02}_Webcast_Topic{at}_{}",
                    at % 28 + 1,
                    regions[at % 3]
                )
            })
            .collect()
    }

    fn of(names: &[String]) -> Option<Convention> {
        let names: Vec<(&str, usize)> = names
            .iter()
            .enumerate()
            .map(|(at, name)| (name.as_str(), at + 2))
            .collect();
        Convention::of(&names, &[])
    }

    #[test]
    fn a_template_is_found_with_its_misfits() {
        let mut names = names();
        names.push("20261399_Webcast_Late_EMEA".into());
        names.push("20261203_Webcast_Other_Emea".into());
        names.push("Something else".into());
        let convention = of(&names).unwrap();
        assert_eq!(
            convention.template,
            "{date:YYYYMMDD}_{part-2}_{text-3}_{part-4}"
        );
        assert_eq!(convention.lists()[1].1, ["AMER", "APAC", "EMEA"]);
        let rows: Vec<usize> = convention.misfits.iter().map(|(row, ..)| *row).collect();
        assert_eq!(rows, [62, 63, 64]);
    }

    #[test]
    fn a_day_may_hold_the_sign_between_parts() {
        let names: Vec<String> = (1..28)
            .map(|day| format!("2026_12_{day:02}_emea_topic{day}"))
            .collect();
        assert_eq!(
            of(&names).unwrap().template,
            "{date:YYYY_MM_DD}_{part-2}_{text-3}"
        );
    }

    #[test]
    fn free_names_have_no_template() {
        let names: Vec<String> = (0..40)
            .map(|at| {
                format!(
                    "Our {} evening in {}",
                    ["big", "small-ish", "nice"][at % 3],
                    at
                )
            })
            .collect();
        assert!(of(&names).is_none());
    }
}
