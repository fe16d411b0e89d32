//! The convention that tracked links follow, as a proposal: our sites, pairs of source and medium, where
//! analytics files each medium, the template of `utm_campaign`.

use std::collections::{BTreeMap, HashMap};

use super::links::Entry;
use super::names::Convention;
use super::report::{About, rows};
use super::spelling::{Value as Spelt, Values, key, nothing_same};
use super::yaml::{Value, Yaml};
use crate::analytics::ChannelGroup;
use crate::links::Tag;

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

/// The convention that the links follow, as far as they do.
pub(super) fn tracking(entries: &[&Entry], files: &[String], about: &mut About) -> String {
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

fn sites(entries: &[&Entry], yaml: &mut Yaml, about: &mut About) {
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

fn parameters(entries: &[&Entry], yaml: &mut Yaml) {
    let tagged: Vec<&Entry> = entries
        .iter()
        .copied()
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
fn pairs(entries: &[&Entry], yaml: &mut Yaml, about: &mut About) {
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
        "{} of {} pairs of source and medium are proposed",
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
        let total: usize = channels.values().sum();
        let Some((channel, most)) = channels.iter().max_by_key(|(_, count)| **count) else {
            continue;
        };
        let (channel, most) = (*channel, *most);
        if most * 10 < total * 9 {
            // `cpc` is paid search at one source and paid social at another, and both are right.
            let names: Vec<String> = channels
                .iter()
                .map(|(channel, count)| format!("{channel} {count}"))
                .collect();
            let remark = format!("by source: {}{}", names.join(", "), variants(value));
            landing.push((medium, None, remark));
            continue;
        }
        match channel == group.otherwise() {
            true => nowhere.push(format!("{medium} ({})", rows(value.rows))),
            false => landing.push((
                medium,
                Some(channel),
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
            match channel {
                Some(channel) => yaml.entry(2, &medium, &Value::text(channel), &remark),
                None => yaml.open(2, &medium, &remark),
            };
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
fn written(value: &Spelt) -> String {
    value.label.to_lowercase()
}

fn variants(value: &Spelt) -> String {
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
