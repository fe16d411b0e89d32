//! The files that lists of campaigns become: a campaign a file, taxonomy, channels and people.

use std::collections::BTreeMap;

use super::campaign_values::spelling_rows;
use super::campaigns::{Campaigns, Money, NO_CHANNEL, Record};
use super::columns::{row_of, table_of};
use super::links::Entry;
use super::report::rows;
use super::spelling;
use super::yaml::{Value, Yaml};

/// Writes all of them, by path.
pub(super) fn write(campaigns: &Campaigns, files: &[String], texts: &mut BTreeMap<String, String>) {
    for record in &campaigns.records {
        let path = format!("{}/{}.yaml", record.folder, record.id);
        texts.insert(path, campaign(record, campaigns, files));
    }
    for (dimension, values, title) in &campaigns.dimensions {
        let mut yaml = Yaml::default();
        yaml.comment(
            0,
            &format!(
                "From the column \"{title}\" of {}: {} in {}.",
                files.join(", "),
                count(values.list.len(), "value"),
                rows(values.list.iter().map(|value| value.rows).sum())
            ),
        );
        yaml.entry(0, "kind", &Value::plain("taxonomy"), "");
        if dimension.file != "regions" {
            // Several documents of a kind are told apart by their file's name already.
            yaml.comment(
                0,
                "The commonest spelling is the value; delete what should not be one.",
            );
        }
        yaml.open(0, dimension.id, "");
        yaml.entry(2, "label", &Value::text(title.clone()), "");
        yaml.open(2, "values", "");
        for value in &values.list {
            taxonomy_value(&mut yaml, value);
        }
        texts.insert(format!("taxonomy/{}.yaml", dimension.file), yaml.finish());
    }
    if !campaigns.records.is_empty() {
        texts.insert(
            "policies/channels.yaml".to_string(),
            channels(campaigns, files),
        );
    }
    if !campaigns.owners.list.is_empty() {
        texts.insert("people.yaml".to_string(), people(campaigns, files));
    }
}

fn count(count: usize, word: &str) -> String {
    match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    }
}

fn taxonomy_value(yaml: &mut Yaml, value: &spelling::Value) {
    let other = |text: &str| {
        !text.eq_ignore_ascii_case(&value.id) && !text.eq_ignore_ascii_case(&value.label)
    };
    // `emea` and `Emea` need no alias: letter case is told by itself.
    let mut aliases: Vec<&spelling::Spelling> = Vec::new();
    for spelling in value.others.iter().filter(|spelling| other(&spelling.text)) {
        if !aliases
            .iter()
            .any(|known| known.text.eq_ignore_ascii_case(&spelling.text))
        {
            aliases.push(spelling);
        }
    }
    let written: Vec<String> = value
        .others
        .iter()
        .map(|s| format!("\"{}\" in {}", s.text, spelling_rows(&s.rows)))
        .collect();
    let mut remark = rows(value.rows);
    if !written.is_empty() {
        remark.push_str(&format!("; also written {}", written.join(", ")));
    }
    let label = Value::text(value.label.clone());
    let entry = match aliases.is_empty() {
        true => label,
        false => Value::Map(vec![
            ("label".to_string(), label),
            (
                "aliases".to_string(),
                Value::List(
                    aliases
                        .iter()
                        .map(|s| Value::text(s.text.clone()))
                        .collect(),
                ),
            ),
        ]),
    };
    yaml.entry(4, &value.id, &entry, &remark);
}

fn channels(campaigns: &Campaigns, files: &[String]) -> String {
    let mut yaml = Yaml::default();
    let title = &campaigns.channel_title;
    match title.is_empty() {
        true => yaml.comment(
            0,
            &format!("No column of {} names a channel.", files.join(", ")),
        ),
        false => yaml.comment(
            0,
            &format!("From the column \"{title}\" of {}.", files.join(", ")),
        ),
    };
    match campaigns.member_statuses.is_empty() {
        true => yaml.comment(0, "Member statuses, and which of them are a success, are not in the data: add them."),
        false => yaml.comment(0, "Member statuses stand in the order in which the data has them: put them in order of progress."),
    };
    yaml.entry(0, "kind", &Value::plain("channels"), "");
    let mut one = |id: &str, label: &str, remark: &str| {
        yaml.open(0, id, remark);
        yaml.entry(2, "label", &Value::text(label), "");
        let statuses = campaigns
            .member_statuses
            .get(id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let names = |only_success: bool| {
            let chosen = statuses
                .iter()
                .filter(|(.., responded)| *responded || !only_success);
            Value::List(chosen.map(|(name, ..)| Value::text(name.clone())).collect())
        };
        let counts: Vec<String> = statuses
            .iter()
            .map(|(name, count, _)| format!("{name} {count}"))
            .collect();
        yaml.entry(2, "statuses", &names(false), &counts.join(", "));
        if statuses.iter().any(|(.., responded)| *responded) {
            yaml.entry(2, "success", &names(true), "what the data calls responded");
        }
    };
    for value in &campaigns.channels.list {
        let written: Vec<String> = value
            .others
            .iter()
            .map(|s| format!("\"{}\" in {}", s.text, spelling_rows(&s.rows)))
            .collect();
        let remark = match written.is_empty() {
            true => rows(value.rows),
            false => format!("{}; also written {}", rows(value.rows), written.join(", ")),
        };
        one(&value.id, &value.label, &remark);
    }
    if campaigns.some_without_channel > 0 {
        one(
            NO_CHANNEL,
            "Not said in the data",
            &rows(campaigns.some_without_channel),
        );
    }
    yaml.finish()
}

fn people(campaigns: &Campaigns, files: &[String]) -> String {
    let mut yaml = Yaml::default();
    yaml.comment(0, &format!("The owners that {} names.", files.join(", ")));
    yaml.entry(0, "kind", &Value::plain("people"), "");
    for value in &campaigns.owners.list {
        let text = &value.label;
        let is_email = text.contains('@') && !text.contains(' ');
        // Ids of Salesforce users begin with 005.
        let is_user = matches!(text.len(), 15 | 18)
            && text.starts_with("005")
            && text.bytes().all(|b| b.is_ascii_alphanumeric());
        let key = match (is_email, is_user) {
            (true, _) => "email",
            (_, true) => "salesforce",
            _ => "label",
        };
        let entry = Value::Map(vec![(key.to_string(), Value::text(text.clone()))]);
        yaml.entry(0, &value.id, &entry, &rows(value.rows));
    }
    yaml.finish()
}

fn campaign(record: &Record, campaigns: &Campaigns, files: &[String]) -> String {
    let mut yaml = Yaml::default();
    let file = files
        .get(table_of(record.row))
        .map(String::as_str)
        .unwrap_or_default();
    yaml.comment(0, &format!("Row {} of {file}.", row_of(record.row)));
    for remark in &record.remarks {
        yaml.comment(0, remark);
    }
    yaml.entry(0, "kind", &Value::plain("campaign"), "");
    yaml.entry(0, "channel", &Value::text(record.channel.clone()), "");
    if let Some(status) = record.status {
        yaml.entry(0, "status", &Value::plain(status), "");
    }
    yaml.entry(0, "name", &Value::text(record.name.clone()), "");
    for wanted in ["start", "event", "end"] {
        if let Some((key, day, written)) = record.days.iter().find(|(key, ..)| *key == wanted) {
            yaml.entry(0, key, &Value::plain(day.to_string()), written);
        }
    }
    for (key, values) in &record.references {
        yaml.entry(0, key, &one_or_many(values), "");
    }
    if !record.owner.is_empty() {
        yaml.entry(0, "owner", &Value::text(record.owner.clone()), "");
    }
    for (key, text) in &record.texts {
        yaml.entry(0, key, &Value::text(text.clone()), "");
    }
    let code = campaigns
        .dimensions
        .iter()
        .find(|(dimension, ..)| dimension.id == "budget");
    let code = code
        .and_then(|(_, values, _)| values.of(&record.code))
        .map(|value| value.id.as_str())
        .unwrap_or_default();
    for (key, money, code) in [("budget", &record.budget, code), ("cost", &record.cost, "")] {
        if let Some(value) = amount(money.as_ref(), code) {
            yaml.entry(0, key, &value, "");
        }
    }
    if let Some(parent) = &record.parent {
        yaml.entry(0, "parent", &Value::text(parent.clone()), "");
    }
    links(record, &mut yaml);
    if !record.unclear.is_empty() {
        yaml.open(0, "unclear", "");
        for (key, text, why) in &record.unclear {
            yaml.entry(2, key, &Value::text(text.clone()), why);
        }
    }
    if is_salesforce_id(&record.platform_id) {
        yaml.open(0, "sync", "");
        let id = Value::Map(vec![(
            "id".to_string(),
            Value::text(record.platform_id.clone()),
        )]);
        yaml.entry(2, "salesforce", &id, "");
    }
    yaml.finish()
}

/// The page of a campaign and its links; a tag that all links share is said once.
fn links(record: &Record, yaml: &mut Yaml) {
    let page = |keys: &[(&str, &str)]| {
        let mut entries = vec![("id".to_string(), Value::plain("page"))];
        entries.extend(
            keys.iter()
                .map(|(key, text)| (key.to_string(), Value::plain(*text))),
        );
        entries.push(("url".to_string(), Value::text(record.page.clone())));
        Value::Map(entries)
    };
    let is_tagged = record.page.contains("utm_");
    if !record.page.is_empty() && !is_tagged {
        yaml.open(0, "assets", "");
        yaml.item(2, &page(&[("kind", "page")]), "");
    }
    let campaign_of = |link: &Entry| {
        let found = link.keys.iter().find(|(key, _)| *key == "campaign");
        found.map(|(_, text)| text.clone())
    };
    let shared = record.links.first().and_then(campaign_of).filter(|shared| {
        let has_it = |link| campaign_of(link).as_ref() == Some(shared);
        !is_tagged && record.links.iter().all(has_it)
    });
    if let Some(shared) = &shared {
        let campaign = ("campaign".to_string(), Value::text(shared.clone()));
        yaml.entry(0, "utm", &Value::Map(vec![campaign]), "");
    }
    if is_tagged || !record.links.is_empty() {
        yaml.open(0, "links", "");
    }
    if is_tagged {
        yaml.item(2, &page(&[]), "");
    }
    for link in &record.links {
        let mut keys = vec![
            ("id".to_string(), Value::text(link.id.clone())),
            ("url".to_string(), Value::text(link.url.clone())),
        ];
        let own = link
            .keys
            .iter()
            .filter(|(key, _)| shared.is_none() || *key != "campaign");
        keys.extend(own.map(|(key, text)| (key.to_string(), Value::text(text.clone()))));
        yaml.item(2, &Value::Map(keys), &link.remark);
    }
}

/// Ids of Salesforce campaigns have 15 or 18 letters and digits, and begin with 701
/// (<https://help.salesforce.com/s/articleView?id=000385203>).
fn is_salesforce_id(id: &str) -> bool {
    matches!(id.len(), 15 | 18)
        && id.starts_with("701")
        && id.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn one_or_many(values: &[String]) -> Value {
    match values {
        [one] => Value::text(one.clone()),
        many => Value::List(
            many.iter()
                .map(|value| Value::text(value.clone()))
                .collect(),
        ),
    }
}

fn amount(money: Option<&Money>, code: &str) -> Option<Value> {
    let mut entries = Vec::new();
    if let Some(money) = money {
        entries.push(("amount".to_string(), Value::plain(money.amount.clone())));
        if !money.currency.is_empty() {
            entries.push(("currency".to_string(), Value::text(money.currency.clone())));
        }
    }
    if !code.is_empty() {
        entries.push(("code".to_string(), Value::text(code)));
    }
    (!entries.is_empty()).then_some(Value::Map(entries))
}
