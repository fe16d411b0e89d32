//! Sheets of tracked links: each row becomes a link, and what the rows say together becomes the
//! convention for tracked links.

use std::collections::{BTreeMap, HashMap};

use super::ids::{Ids, folded, slug};
use super::names::Convention;
use super::report::{About, Report, rows};
use super::roles::{Role, TableKind};
use super::spelling::{Values, key, nothing_same};
use super::table::{Row, Table};
use super::yaml::{Value, Yaml};
use crate::analytics::ChannelGroup;
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

/// Sites of others to which tagged links lead often; they are nobody's own.
const NOT_OURS: &[&str] = &[
    "youtube.com",
    "youtu.be",
    "linkedin.com",
    "facebook.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "google.com",
    "zoom.us",
    "on24.com",
    "eventbrite.com",
    "bit.ly",
    "t.co",
    "goo.gl",
    "lnkd.in",
    "apple.com",
    "microsoft.com",
    "github.com",
    "medium.com",
    "vimeo.com",
    "brighttalk.com",
    "reddit.com",
    "hubspot.com",
    "salesforce.com",
];

/// A link of a sheet.
struct Entry {
    row: usize,
    id: String,
    url: String,
    /// What is written as keys.
    keys: Vec<(&'static str, String)>,
    /// What the link carries, wherever it stands.
    tags: HashMap<Tag, String>,
    host: String,
    remark: String,
}

/// Reads sheets of links.
pub(super) fn read(tables: &[Table], report: &mut Report, texts: &mut BTreeMap<String, String>) {
    if tables.is_empty() {
        return;
    }
    let mut ids = Ids::default();
    let mut files = Ids::default();
    let mut all: Vec<Entry> = Vec::new();
    let mut names = Vec::new();
    for table in tables {
        let mut about = About::new(table, TableKind::UtmLinks);
        about.columns(table, |column| key_of(table.roles[column]?));
        let entries = entries(table, &mut ids, &mut about);
        write(table, &about, &entries, &mut files, texts);
        names.push(about.file.clone());
        all.extend(entries);
        report.tables.push(about);
    }
    let about = report.tables.last_mut();
    if let Some(about) = about {
        texts.insert(
            "policies/tracking.yaml".to_string(),
            tracking(&all, &names, about),
        );
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

fn id(entry: &Entry) -> String {
    let tag = |tag: Tag| entry.tags.get(&tag).map(String::as_str).unwrap_or_default();
    let which = [tag(Tag::Content), tag(Tag::Term)]
        .into_iter()
        .find(|text| !text.is_empty());
    let which = which.map_or_else(
        || format!("{} {}", tag(Tag::Source), tag(Tag::Medium)),
        str::to_string,
    );
    let words = format!("{} {which}", tag(Tag::Campaign));
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

/// The convention that the links follow, as far as they do.
fn tracking(entries: &[Entry], files: &[String], about: &mut About) -> String {
    let mut yaml = Yaml::default();
    yaml.comment(
        0,
        &format!(
            "From {}: {} links. What is commonest is proposed; the rest stands in comments.",
            files.join(", "),
            entries.len()
        ),
    );
    yaml.entry(0, "kind", &Value::plain("tracking"), "");
    sites(entries, &mut yaml, about);
    parameters(entries, &mut yaml);
    pairs(entries, &mut yaml, about);
    let campaigns: Vec<(&str, usize)> = entries
        .iter()
        .filter_map(|entry| Some((entry.tags.get(&Tag::Campaign)?.as_str(), entry.row)))
        .collect();
    if let Some(convention) = Convention::of(&campaigns, &[]) {
        convention.tell("utm_campaign", about);
        yaml.comment(0, &convention.in_words());
        yaml.entry(0, "campaign", &Value::Text(convention.template.clone()), "");
        let lists = convention.lists();
        if !lists.is_empty() {
            yaml.open(0, "tokens", "");
            for (name, words) in lists {
                yaml.entry(
                    2,
                    &name,
                    &Value::List(words.into_iter().map(Value::Text).collect()),
                    "",
                );
            }
        }
    }
    yaml.finish()
}

fn sites(entries: &[Entry], yaml: &mut Yaml, about: &mut About) {
    let mut domains: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries
        .iter()
        .filter(|entry| crate::links::is_public(&entry.host))
    {
        *domains.entry(domain(&entry.host)).or_default() += 1;
    }
    let total: usize = domains.values().sum();
    let mut by_count: Vec<(String, usize)> = domains.into_iter().collect();
    by_count.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let is_ours = |domain: &str, count: usize| count * 10 >= total && !NOT_OURS.contains(&domain);
    let (ours, others): (Vec<_>, Vec<_>) = by_count
        .into_iter()
        .partition(|(domain, count)| is_ours(domain, *count));
    if !ours.is_empty() {
        yaml.open(0, "our-sites", "each covers its subdomains");
        for (domain, count) in &ours {
            yaml.item(2, &Value::text(domain.clone()), &rows(*count));
        }
        let names: Vec<String> = ours
            .iter()
            .map(|(domain, count)| format!("{domain} ({count})"))
            .collect();
        about.inferred.push(format!(
            "Our sites, by their share of the links: {}",
            names.join(", ")
        ));
    }
    if !others.is_empty() {
        let names: Vec<String> = others
            .iter()
            .take(12)
            .map(|(domain, count)| format!("{domain} {count}"))
            .collect();
        let more = if others.len() > 12 { ", …" } else { "" };
        yaml.comment(0, &format!("Other sites: {}{more}", names.join(", ")));
    }
}

/// `page.acme.example` is of `acme.example`, `www.acme.co.uk` of `acme.co.uk`.
fn domain(host: &str) -> String {
    let labels: Vec<&str> = host.trim_end_matches('.').split('.').collect();
    let second = labels
        .len()
        .checked_sub(2)
        .map(|at| labels[at])
        .unwrap_or_default();
    let is_country = labels.last().is_some_and(|last| last.len() == 2);
    let takes = if is_country
        && matches!(
            second,
            "co" | "com" | "org" | "net" | "ac" | "gov" | "edu" | "or" | "ne"
        ) {
        3
    } else {
        2
    };
    labels[labels.len().saturating_sub(takes)..].join(".")
}

fn parameters(entries: &[Entry], yaml: &mut Yaml) {
    let tagged: Vec<&Entry> = entries
        .iter()
        .filter(|entry| !entry.tags.is_empty())
        .collect();
    let short = |tag: Tag| Value::plain(tag.name().trim_start_matches("utm_"));
    let mut required = Vec::new();
    let mut optional = Vec::new();
    let mut counts = Vec::new();
    let mut basic = 0;
    for tag in Tag::ALL {
        let count = tagged
            .iter()
            .filter(|entry| entry.tags.contains_key(&tag))
            .count();
        if count == 0 {
            continue;
        }
        counts.push(format!("{} {count}", tag.name()));
        let is_basic = matches!(tag, Tag::Source | Tag::Medium | Tag::Campaign);
        if count * 10 >= tagged.len() * 9 {
            required.push(short(tag));
            basic += usize::from(is_basic);
        } else if !is_basic {
            optional.push(short(tag));
        }
    }
    if counts.is_empty() {
        return;
    }
    yaml.comment(
        0,
        &format!(
            "How many of {} tagged links have each: {}.",
            tagged.len(),
            counts.join(", ")
        ),
    );
    // Where links leave out even what every link needs, the data is no model.
    if basic == 3 {
        yaml.entry(0, "required", &Value::List(required), "");
    }
    if !optional.is_empty() {
        yaml.entry(0, "optional", &Value::List(optional), "");
    }
}

/// Sources and mediums, with the pairs that are used.
fn pairs(entries: &[Entry], yaml: &mut Yaml, about: &mut About) {
    let of = |tag: Tag| {
        let cells = entries
            .iter()
            .filter_map(move |entry| Some((entry.tags.get(&tag)?.as_str(), entry.row)));
        Values::group(cells.filter(|(text, _)| is_value(text)), nothing_same)
    };
    let (sources, mediums) = (of(Tag::Source), of(Tag::Medium));
    for (values, name) in [(&sources, "utm_source"), (&mediums, "utm_medium")] {
        for value in values.with_variants() {
            for other in &value.others {
                let what = format!(
                    "{name} is \"{}\" where most say \"{}\"",
                    other.text, value.label
                );
                other
                    .rows
                    .iter()
                    .for_each(|row| about.doubt(&what, *row, ""));
            }
        }
        for (slip, meant) in values.slips() {
            about.doubt(
                &format!("{name} may be a slip"),
                slip.first,
                &format!(
                    "\"{}\" beside \"{}\" ({} rows)",
                    slip.label, meant.label, meant.rows
                ),
            );
        }
    }
    let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
    for entry in entries {
        let value = |values: &Values, tag: Tag| values.of(entry.tags.get(&tag)?).map(written);
        if let (Some(source), Some(medium)) =
            (value(&sources, Tag::Source), value(&mediums, Tag::Medium))
        {
            *pairs.entry((source, medium)).or_default() += 1;
        }
    }
    let total: usize = pairs.values().sum();
    let few = match total {
        0..30 => 0,
        30..100 => 1,
        _ => 2,
    };
    let by_text = |values: &Values| -> HashMap<String, usize> {
        let rows = values.list.iter().map(|value| (written(value), value.rows));
        rows.collect()
    };
    let (source_rows, medium_rows) = (by_text(&sources), by_text(&mediums));
    let rows_of =
        |rows: &HashMap<String, usize>, text: &str| rows.get(text).copied().unwrap_or_default();
    // A rare pair is a slip more often than not, unless all of its source is rare.
    let is_proposed = |source: &str, medium: &str, count: usize| {
        count > few || (rows_of(&source_rows, source) <= few && rows_of(&medium_rows, medium) > few)
    };
    let mut proposed: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    let mut rare = Vec::new();
    for ((source, medium), count) in &pairs {
        match is_proposed(source, medium, *count) {
            true => proposed.entry(source).or_default().push((medium, *count)),
            false => rare.push(format!("{source} x {medium} {count}")),
        }
    }
    if proposed.is_empty() {
        return;
    }
    yaml.open(0, "sources", "each with the mediums it is used with");
    for value in &sources.list {
        let source = written(value);
        let Some(mediums) = proposed.get_mut(source.as_str()) else {
            continue;
        };
        mediums.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let list: Vec<Value> = mediums
            .iter()
            .map(|(medium, _)| Value::text(*medium))
            .collect();
        let counts: Vec<String> = mediums
            .iter()
            .map(|(medium, count)| format!("{medium} {count}"))
            .collect();
        let entry = if list.len() == 1 {
            list.into_iter().next().unwrap_or(Value::List(Vec::new()))
        } else {
            Value::List(list)
        };
        let remark = if counts.len() == 1 {
            rows(value.rows)
        } else {
            counts.join(", ")
        };
        yaml.entry(2, &source, &entry, &format!("{remark}{}", variants(value)));
    }
    if !rare.is_empty() {
        about.inferred.push(format!(
            "Pairs of source and medium that are too rare to propose: {}",
            rare.join(", ")
        ));
        for chunk in rare.chunks(6) {
            yaml.comment(0, &format!("too rare to propose: {}", chunk.join(", ")));
        }
    }
    about.inferred.push(format!(
        "{} pairs of source and medium are proposed, of {} in the links",
        proposed.values().map(Vec::len).sum::<usize>(),
        pairs.len()
    ));
    channels(&mediums, &proposed, yaml);
}

/// Where analytics files each medium now.
fn channels(mediums: &Values, proposed: &BTreeMap<&str, Vec<(&str, usize)>>, yaml: &mut Yaml) {
    let group = ChannelGroup::ga4();
    let mut nowhere = Vec::new();
    let mut landing = Vec::new();
    for value in &mediums.list {
        let medium = written(value);
        let mut channels: BTreeMap<&str, usize> = BTreeMap::new();
        for (source, pairs) in proposed {
            for (_, count) in pairs.iter().filter(|(name, _)| *name == medium) {
                *channels
                    .entry(group.classify(source, &medium, "").channel)
                    .or_default() += count;
            }
        }
        let Some((channel, _)) = channels.into_iter().max_by_key(|(_, count)| *count) else {
            continue;
        };
        match channel == group.otherwise() {
            true => nowhere.push(format!("{medium} ({})", rows(value.rows))),
            false => landing.push((
                medium,
                channel,
                format!("{}{}", rows(value.rows), variants(value)),
            )),
        }
    }
    if !landing.is_empty() {
        yaml.open(
            0,
            "mediums",
            "where Google Analytics files each today; say where it should",
        );
        for (medium, channel, remark) in landing {
            yaml.entry(2, &medium, &Value::text(channel), &remark);
        }
    }
    if !nowhere.is_empty() {
        yaml.comment(
            0,
            &format!(
                "filed under \"{}\" today: {}",
                group.otherwise(),
                nowhere.join(", ")
            ),
        );
    }
}

/// A value as it is proposed: analytics counts `LinkedIn` and `linkedin` apart, so in small letters.
fn written(value: &super::spelling::Value) -> String {
    value.label.to_lowercase()
}

fn variants(value: &super::spelling::Value) -> String {
    let others: Vec<String> = value
        .others
        .iter()
        .map(|other| format!("\"{}\" {}", other.text, other.rows.len()))
        .collect();
    match others.is_empty() {
        true => String::new(),
        false => format!("; also written {}", others.join(", ")),
    }
}

/// Whether a text is a value and nothing that a platform or nobody fills in.
fn is_value(text: &str) -> bool {
    !key(text).is_empty()
        && text.len() <= 60
        && !text.contains(['{', '}', '[', ']', '<', '>', '%', '(', '\n'])
        && !crate::links::is_placeholder(text)
}
