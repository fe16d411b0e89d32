//! Sheets of tracked links: each row becomes a link, of a campaign where its `utm_campaign` says which.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::campaigns::Campaigns;
use super::ids::{Ids, folded, slug};
use super::link_policy;
use super::report::{About, Report, rows};
use super::roles::{Role, TableKind};
use super::spelling::key;
use super::table::{Row, Table};
use super::yaml::{Value, Yaml};
use crate::links::{Context, Link, Tag};

/// A sheet with more links becomes several files, one for each source.
const MOST_IN_A_FILE: usize = 500;

/// A source with fewer links gets no file of its own.
const FEWEST_IN_A_FILE: usize = 20;

/// The tags that have a column of their own, with the key of a link.
const TAGS: [(Role, Tag, &str); 6] = [
    (Role::Source, Tag::Source, "source"),
    (Role::Medium, Tag::Medium, "medium"),
    (Role::UtmCampaign, Tag::Campaign, "campaign"),
    (Role::Content, Tag::Content, "content"),
    (Role::Term, Tag::Term, "term"),
    (Role::UtmId, Tag::Id, "utm-id"),
];

/// A link of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) row: usize,
    pub(super) id: String,
    pub(super) url: String,
    /// What is written as keys.
    pub(super) keys: Vec<(&'static str, String)>,
    /// What the link carries, wherever it stands.
    pub(super) tags: HashMap<Tag, String>,
    pub(super) host: String,
    pub(super) remark: String,
}

/// Sheets of links, before it is settled where each link goes.
pub(super) struct Sheets<'t> {
    sheets: Vec<(&'t Table, About, Vec<Entry>)>,
}

/// Reads sheets of links.
pub(super) fn read(tables: &[Table]) -> Sheets<'_> {
    let mut ids = Ids::default();
    let sheets = tables.iter().map(|table| {
        let mut about = About::new(table, TableKind::UtmLinks);
        about.columns(table, |column| key_of(table.roles[column]?));
        let entries = entries(table, &mut ids, &mut about);
        (table, about, entries)
    });
    Sheets {
        sheets: sheets.collect(),
    }
}

impl Sheets<'_> {
    /// Writes the convention that all of them follow.
    pub(super) fn write_policy(&mut self, texts: &mut BTreeMap<String, String>) {
        let names: Vec<String> = self
            .sheets
            .iter()
            .map(|(_, about, _)| about.file.clone())
            .collect();
        let all: Vec<&Entry> = self.sheets.iter().flat_map(|(.., list)| list).collect();
        let mut said = About::default();
        let text = link_policy::tracking(&all, &names, &mut said);
        if let Some((_, about, _)) = self.sheets.last_mut() {
            about.inferred.extend(said.inferred);
            about.doubts.extend(said.doubts);
            texts.insert("policies/tracking.yaml".to_string(), text);
        }
    }

    /// Gives the links whose `utm_campaign` is a campaign's name to that campaign; the others stay.
    pub(super) fn hand_over(&mut self, campaigns: &mut Campaigns) {
        let by_name = campaigns.by_name();
        // A link needs a name of its own within its campaign only.
        let mut ids: HashMap<usize, Ids> = HashMap::new();
        for (_, about, entries) in &mut self.sheets {
            let mut takers = HashSet::new();
            let before = entries.len();
            entries.retain(|entry| {
                let tag = entry.tags.get(&Tag::Campaign);
                let Some(Some(at)) = tag.and_then(|text| by_name.get(&key(text))) else {
                    return true;
                };
                takers.insert(*at);
                let mut entry = entry.clone();
                entry.remark = entry.remark.replacen(
                    &format!("row {}", entry.row),
                    &format!("row {} of {}", entry.row, about.file),
                    1,
                );
                let ids = ids.entry(*at).or_insert_with(|| {
                    let mut ids = Ids::default();
                    ids.take("page");
                    ids
                });
                entry.id = ids.take(&slug(&which(&entry), "link"));
                campaigns.records[*at].links.push(entry);
                false
            });
            if !takers.is_empty() {
                let (count, word) = match takers.len() {
                    1 => (1, "campaign"),
                    n => (n, "campaigns"),
                };
                about.inferred.push(format!(
                    "{} of {before} links stand with {count} {word} of the list: their utm_campaign is its name",
                    before - entries.len()
                ));
            }
        }
    }

    /// Writes the links that belong to no campaign.
    pub(super) fn write(self, report: &mut Report, texts: &mut BTreeMap<String, String>) {
        let mut files = Ids::default();
        for (table, about, entries) in self.sheets {
            write(table, &about, &entries, &mut files, texts);
            report.tables.push(about);
        }
    }
}

fn key_of(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Url => "`url`",
        Role::TaggedUrl => "`url` with its tags",
        Role::Source => "`source`",
        Role::Medium => "`medium`",
        Role::UtmCampaign => "`campaign`",
        Role::Content => "`content`",
        Role::Term => "`term`",
        Role::UtmId => "`utm-id`",
        Role::Placement => "`placement`",
        _ => return None,
    })
}

fn entries(table: &Table, ids: &mut Ids, about: &mut About) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for row in &table.rows {
        let tagged = table.get(row, Role::TaggedUrl);
        let base = table.get(row, Role::Url);
        let urls: Vec<&str> = match base.split_whitespace().count() {
            n if n > 1
                && tagged.is_empty()
                && base.split_whitespace().all(|url| url.contains("://")) =>
            {
                base.split_whitespace().collect()
            }
            _ => vec![base],
        };
        for base in urls {
            let Some(mut entry) = entry(table, row, base, tagged, about) else {
                continue;
            };
            let known = format!("{} {:?}", entry.url, entry.keys);
            if let Some(first) = seen.get(&known) {
                about.doubt(
                    "the same link again",
                    row.number,
                    &format!("as row {first}"),
                );
                entry.remark = format!("row {}; the same as row {first}", row.number);
            } else {
                seen.insert(known, row.number);
            }
            entry.id = ids.take(&id(&entry));
            entries.push(entry);
        }
    }
    entries
}

/// The link of a row.
fn entry(table: &Table, row: &Row, base: &str, tagged: &str, about: &mut About) -> Option<Entry> {
    let of_columns: Vec<(Tag, &'static str, &str)> = TAGS
        .iter()
        .map(|(role, tag, key)| (*tag, *key, table.get(row, *role)))
        .filter(|(.., text)| !text.is_empty())
        .collect();
    let url = if tagged.is_empty() { base } else { tagged };
    if let Some(why) = no_link(url) {
        about.doubt(why, row.number, url);
        return None;
    }
    let in_url = tags_of(url);
    let differs = of_columns
        .iter()
        .find(|(tag, _, text)| in_url.get(tag).is_some_and(|there| there != text));
    let agrees = !in_url.is_empty()
        && of_columns
            .iter()
            .all(|(tag, _, text)| in_url.get(tag).map(String::as_str) == Some(text));
    let mut entry = Entry {
        row: row.number,
        id: String::new(),
        url: url.to_string(),
        keys: Vec::new(),
        tags: in_url.clone(),
        host: Link::parse(url, Context::Text)
            .host()
            .unwrap_or_default()
            .to_ascii_lowercase(),
        remark: format!("row {}", row.number),
    };
    if let Some((tag, _, text)) = differs {
        let there = in_url.get(tag).map(String::as_str).unwrap_or_default();
        let detail = format!(
            "{} is \"{there}\" in the link and \"{text}\" in the column",
            tag.name()
        );
        about.doubt(
            "the link and its columns disagree; the link is kept",
            row.number,
            &detail,
        );
        entry.remark = format!(
            "row {}; the column says {} is \"{text}\"",
            row.number,
            tag.name()
        );
    } else if agrees
        && of_columns.len() == in_url.len()
        && !tagged.is_empty()
        && tags_of(base).is_empty()
        && no_link(base).is_none()
    {
        // What the sheet puts together is written as its parts.
        entry.url = base.to_string();
        entry.keys = of_columns
            .iter()
            .map(|(_, key, text)| (*key, text.to_string()))
            .collect();
    } else {
        // What the link carries already is not said again.
        for (tag, key, text) in &of_columns {
            if !in_url.contains_key(tag) {
                entry.keys.push((*key, text.to_string()));
                entry.tags.insert(*tag, text.to_string());
            }
        }
    }
    let placement = table.get(row, Role::Placement);
    if !placement.is_empty() {
        entry.keys.push(("placement", placement.to_string()));
    }
    Some(entry)
}

/// Why a cell holds no link.
fn no_link(url: &str) -> Option<&'static str> {
    if url.is_empty() {
        return Some("there is no link; the row is left out");
    }
    if url.starts_with('=')
        || url.starts_with("#REF")
        || url.starts_with("#N")
        || url.starts_with("#VALUE")
    {
        return Some("a formula stands where the link should; the row is left out");
    }
    (!url.contains(['.', '/']) || (url.contains(' ') && !url.contains("://")))
        .then_some("this is no link; the row is left out")
}

fn tags_of(url: &str) -> HashMap<Tag, String> {
    let link = Link::parse(url, Context::Text);
    let found = Tag::ALL
        .iter()
        .filter_map(|tag| Some((*tag, link.tag(*tag)?.value().into_owned())));
    found.collect()
}

/// What tells a link from the others of its campaign.
fn which(entry: &Entry) -> String {
    let tag = |tag: Tag| entry.tags.get(&tag).map(String::as_str).unwrap_or_default();
    let which = [tag(Tag::Content), tag(Tag::Term)]
        .into_iter()
        .find(|text| !text.is_empty());
    which.map_or_else(
        || format!("{} {}", tag(Tag::Source), tag(Tag::Medium)),
        str::to_string,
    )
}

fn id(entry: &Entry) -> String {
    let campaign = entry.tags.get(&Tag::Campaign).map(String::as_str);
    let words = format!("{} {}", campaign.unwrap_or_default(), which(entry));
    let words = match words.trim() {
        "" => entry
            .url
            .split("://")
            .last()
            .unwrap_or_default()
            .split(['?', '#'])
            .next()
            .unwrap_or_default(),
        words => words,
    };
    slug(words, &format!("row-{}", entry.row))
}

fn write(
    table: &Table,
    about: &About,
    entries: &[Entry],
    files: &mut Ids,
    texts: &mut BTreeMap<String, String>,
) {
    if entries.is_empty() {
        return;
    }
    let name = files.take(&slug(&table.stem, "links"));
    let mut groups: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    let source = |entry: &Entry| {
        let source = entry.tags.get(&Tag::Source).map(String::as_str);
        slug(&folded(source.unwrap_or_default()), "without-source")
    };
    let mut by_source: HashMap<String, usize> = HashMap::new();
    for entry in entries {
        *by_source.entry(source(entry)).or_default() += 1;
    }
    for entry in entries {
        let source = source(entry);
        let group = match entries.len() > MOST_IN_A_FILE {
            true if by_source[&source] < FEWEST_IN_A_FILE => format!("{name}/other-sources"),
            true => format!("{name}/{source}"),
            false => name.clone(),
        };
        groups.entry(group).or_default().push(entry);
    }
    for (group, entries) in groups {
        let mut yaml = Yaml::default();
        yaml.comment(0, &format!("From {}: {}.", about.file, rows(entries.len())));
        yaml.entry(0, "kind", &Value::plain("links"), "");
        for entry in entries {
            let mut keys = vec![("url".to_string(), Value::text(entry.url.clone()))];
            keys.extend(
                entry
                    .keys
                    .iter()
                    .map(|(key, text)| (key.to_string(), Value::text(text.clone()))),
            );
            yaml.entry(0, &entry.id, &Value::Map(keys), &entry.remark);
        }
        texts.insert(format!("links/{group}.yaml"), yaml.finish());
    }
}
