//! The JSON Schemas say what the reader says, are up to date, and explain every key.

#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use campaignlint::diagnostics::Finding;
use campaignlint::model::reader::Reader;
use campaignlint::model::{kind_of, read_document, schemas};
use campaignlint::syntax::{Node, Tree};
use campaignlint::workspace::{Configuration, configuration_schema, to_json};
use serde_json::Value;

/// The rules that are about shape, which a schema can say as well.
const SHAPE: &[&str] = &[
    "workspace/unknown-key",
    "workspace/missing-key",
    "workspace/wrong-type",
    "workspace/invalid-value",
    "yaml/unquoted-template",
];

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every YAML file below a folder of the project.
fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![project(folder)];
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shape_findings(mut reader: Reader<'_>) -> Vec<Finding> {
    let mut findings = reader.reporter.take();
    findings.retain(|finding| SHAPE.contains(&&*finding.rule));
    findings
}

fn validators() -> HashMap<String, jsonschema::Validator> {
    let mut all = schemas();
    all.push(("configuration".to_string(), configuration_schema()));
    all.into_iter()
        .filter(|(name, _)| name != "campaignlint")
        .map(|(name, schema)| {
            let validator = jsonschema::options()
                .should_validate_formats(true)
                .build(&schema)
                .unwrap();
            (name, validator)
        })
        .collect()
}

/// What the reader says about a document, and the name of its schema.
fn read<'a>(root: Node<'a>, is_configuration: bool) -> Option<(&'static str, Vec<Finding>)> {
    let mut reader = Reader::new();
    if is_configuration {
        if root.is_null() {
            return None;
        }
        let _ = reader.read_mapping::<Configuration<'a>>(root, "the configuration");
        return Some(("configuration", shape_findings(reader)));
    }
    let kind = kind_of(root)?;
    read_document(kind, root, "stem", &mut reader);
    Some((kind.name(), shape_findings(reader)))
}

#[test]
fn schemas_and_the_reader_agree_on_every_case_and_example() {
    let validators = validators();
    let mut disagreements = String::new();
    let mut compared = (0, 0);
    let mut files = yaml_files("rules");
    files.extend(yaml_files("examples"));
    files.extend(yaml_files("tests"));
    for path in files {
        // Files in other encodings and links that lead nowhere are among the cases.
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let tree = Tree::parse(text);
        if !tree.errors().is_empty() {
            continue;
        }
        // What nobody can see in a key, and what a comment cuts off, rules of their own point at.
        let elsewhere = ["suspicious-character", "comment-cuts-value"];
        if path
            .iter()
            .any(|part| elsewhere.iter().any(|name| part == *name))
        {
            continue;
        }
        let is_configuration = path.ends_with("campaignlint.yaml");
        for root in tree.documents() {
            let Some((name, findings)) = read(root, is_configuration) else {
                continue;
            };
            let instance = to_json(root);
            let errors: Vec<String> = validators[name]
                .iter_errors(&instance)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            if errors.is_empty() {
                compared.0 += 1;
            } else {
                compared.1 += 1;
            }
            if errors.is_empty() != findings.is_empty() {
                let said: Vec<&str> = findings.iter().map(|f| f.message.as_str()).collect();
                disagreements += &format!(
                    "{} ({name}):\n  schema: {errors:?}\n  reader: {said:?}\n",
                    path.display()
                );
            }
        }
    }
    assert!(disagreements.is_empty(), "{disagreements}");
    assert!(
        compared.0 > 100 && compared.1 >= 8,
        "good and bad documents compared: {compared:?}"
    );
}

/// Documents that no case of a rule happens to hold.
#[test]
fn schemas_and_the_reader_agree_on_values() {
    let validators = validators();
    let campaign = |line: &str| format!("kind: campaign\nchannel: webcast\n{line}\n");
    let calendar = |line: &str| format!("kind: calendar\n{line}\n");
    let documents = [
        calendar("fiscal-year: { starts: February 1, written: FY27-Q4 }"),
        calendar("fiscal-year: { starts: february 29, written: 2027 q1, named-after: first day }"),
        calendar("fiscal-year: { starts: February 30 }"),
        calendar("fiscal-year: { starts: April 31 }"),
        calendar("fiscal-year: { starts: 02-01 }"),
        calendar("fiscal-year: { starts: February 1, written: FY27 }"),
        calendar("fiscal-year: { starts: February 1, written: Q4 FY2027 }"),
        calendar("fiscal-year: { starts: February 1, written: Q4 FY027 }"),
        calendar("fiscal-year: { starts: February 1, written: Q4/27, named-after: the end }"),
        calendar(
            "caps: { everybody: [at most 1 e-mail a day, \"at most 3 emails a week, operational included\"] }",
        ),
        calendar("caps: { everybody: at most 0 e-mails a day }"),
        calendar("caps: { everybody: at most 2 e-mails in 3 weeks }"),
        calendar("caps: { everybody: 2 per week }"),
        calendar("quiet-hours: 20:00 to 07:00"),
        calendar("quiet-hours: 8 pm to 24:00"),
        calendar("business-days: [Monday, Tuesday]"),
        calendar("business-days: [monday]"),
        calendar("no-send: [{ days: [Friday, 2026-12-24 to 2027-01-03], except: operational }]"),
        calendar("no-send: [{ except: operational }]"),
        calendar("holidays: { DE: { 2026-12-25: Christmas Day } }"),
        calendar("holidays: { DE: [2026-12-25] }"),
        calendar("large-sends: [{ over: 20000, needs: [a, b] }, { over: many, needs: a }]"),
        calendar("notice: { webcast: 45 business days }"),
        campaign("budget: { amount: 99.5 }"),
        campaign("budget: { amount: 99.999 }"),
        campaign("budget: { amount: \"99.50\" }"),
        campaign("budget: { amount: -1 }"),
        campaign("budget: { amount: .inf }"),
        campaign("budget: { amount: 1_000 }"),
        campaign("budget: 12000"),
        campaign("budget:"),
        campaign("event: 2028-02-29"),
        campaign("event: 2027-02-29"),
        campaign("event: 2027-2-9"),
        campaign("event: 20270209"),
        campaign("status: ready"),
        campaign("status: Ready"),
        campaign("status:"),
        campaign("region: emea"),
        campaign("region: [emea, 49]"),
        campaign("region: [emea, [apac]]"),
        campaign("region: [emea, ~]"),
        campaign("region: { emea: yes }"),
        campaign("id: 2027"),
        campaign("id: -5"),
        campaign("id: true"),
        campaign("id: A"),
        campaign("id: a.b"),
        campaign("review-every: 6 months"),
        campaign("review-every: 1 day"),
        campaign("review-every: 6"),
        campaign("review-every: six months"),
        campaign("review-every: 99999999999 days"),
        campaign("tokens: { a: 1, b: x, c: }"),
        campaign("tokens: { a: [1] }"),
        campaign("tokens: [a]"),
        campaign("links: [{ id: a, url: x }]"),
        campaign("links: [{ id: a }]"),
        campaign("links: [{ id: a, url: x, utm: y }]"),
        campaign("links: [a]"),
        campaign("links: { a: x }"),
        campaign("links: [{ url: x, platform: marketo, untagged: YES }]"),
        campaign("links: [{ url: x, platform: eloqua }]"),
        campaign("links: [{ url: x, untagged: maybe }]"),
        campaign("links: [{ url: x, untagged: \"no\" }]"),
        campaign("emails: [{ id: a, operational: on }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 10:00 Europe/Berlin }]"),
        campaign("emails: [{ id: a, send: 2026-11-17T10:00:00+01:00[Europe/Berlin] }]"),
        campaign("emails: [{ id: a, send: 2026-11-17T10:00Z }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 New York }]"),
        campaign("emails: [{ id: a, send: 9:05 in each person's time zone }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 25:00 Berlin }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 10:60 }]"),
        campaign("emails: [{ id: a, send: 2026-13-17 10:00 }]"),
        campaign("emails: [{ id: a, send: 17.11.2026 10:00 }]"),
        campaign("emails: [{ id: a, send: tomorrow }]"),
        campaign("emails: [{ id: a, send: 10:00 }]"),
        campaign("emails: [{ id: a, send: 10:00 Berlin }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 10 }]"),
        campaign("emails: [{ id: a, send: 2026-11-17 10:00:00 CET }]"),
        campaign("emails: [{ id: a, send: \"{{my.Send}}\" }]"),
        campaign("emails: [{ id: a, send: [2026-11-17] }]"),
        campaign("emails: [{ id: a, recipients: 20000 }]"),
        campaign("emails: [{ id: a, recipients: many }]"),
        campaign("emails: [{ id: a, safeguards: [a, b] }]"),
        campaign("sync: { marketo: { a: [b] } }"),
        campaign("<<: { status: ready }"),
        campaign("<<: { stauts: ready }"),
        "kind: campaign\nchannel:\n".to_string(),
        "kind: campaign\nchannel: { a: b }\n".to_string(),
        "kind: taxonomy\nregion: { values: { emea: EMEA, apac: , amer: { label: A }, x: 1 } }\n"
            .to_string(),
        "kind: taxonomy\nregion: { values: { EMEA: EMEA } }\n".to_string(),
        "kind: taxonomy\nregion: { values: { emea: [a] } }\n".to_string(),
        "kind: taxonomy\nregion: { values: [emea] }\n".to_string(),
        "kind: taxonomy\nregion: {}\n".to_string(),
        "kind: taxonomy\nregion:\n".to_string(),
        "kind: taxonomy\nRegion: { values: { a: A } }\n".to_string(),
        "kind: taxonomy\nregion: { values: { a: { replaced-by: B } } }\n".to_string(),
        "kind: channels\nwebcast: { statuses: [A, [B, C]] }\n".to_string(),
        "kind: channels\nwebcast: { statuses: [A, [B, [C]]] }\n".to_string(),
        "kind: channels\nwebcast: { statuses: A }\n".to_string(),
        "kind: channels\nwebcast: { statuses: [A], notice: 45 business days }\n".to_string(),
        "kind: channels\nwebcast: { statuses: [A], notice: 45 working days }\n".to_string(),
        "kind: channels\nwebcast: { statuses: [A], is: { marketo: Event, x: } }\n".to_string(),
        "kind: tracking\nour-sites: [acme.example, { host: a.b, trailing-slash: never }]\n"
            .to_string(),
        "kind: tracking\nour-sites: [{ trailing-slash: never }]\n".to_string(),
        "kind: tracking\nour-sites: [{ host: a, trailing-slash: maybe }]\n".to_string(),
        "kind: tracking\nour-sites: [[a]]\n".to_string(),
        "kind: tracking\nspelling: lower case, digits, _ and -\n".to_string(),
        "kind: tracking\nspelling: any case, digits, _\n".to_string(),
        "kind: tracking\nspelling: upper case\n".to_string(),
        "kind: tracking\nspelling: lower case, numbers\n".to_string(),
        "kind: tracking\nlongest: 100\n".to_string(),
        "kind: tracking\nlongest: -1\n".to_string(),
        "kind: tracking\nlongest: 1.5\n".to_string(),
        "kind: tracking\nlongest: a hundred\n".to_string(),
        "kind: tracking\nsources: { marketo: email, linkedin: [paidsocial, social] }\n".to_string(),
        "kind: tracking\nsources: { linkedin: { a: b } }\n".to_string(),
        "kind: tracking\nplatforms: { email: marketo, cpc: eloqua }\n".to_string(),
        "kind: tracking\nmediums: { email: }\n".to_string(),
        "kind: senders\nevents: { from: events@acme.example }\n".to_string(),
        "kind: senders\nevents: { from: events@acme }\n".to_string(),
        "kind: senders\nevents: { from: Acme <events@acme.example> }\n".to_string(),
        "kind: senders\nevents: { from: \"{{my.From}}\" }\n".to_string(),
        "kind: senders\nevents: { reply-to: \"\" }\n".to_string(),
        "kind: senders\nevents: { reply-to: a@b.c, d@e.f }\n".to_string(),
        "kind: senders\nevents: { unsubscribe: link and one-click header }\n".to_string(),
        "kind: senders\nevents: { unsubscribe: click here }\n".to_string(),
        "kind: senders\nevents: { dmarc: none }\n".to_string(),
        "kind: senders\nevents: { dmarc: no record }\n".to_string(),
        "kind: senders\nevents: { dmarc: p=none }\n".to_string(),
        "kind: senders\nevents: { operational: yes }\n".to_string(),
        "kind: senders\nevents: { operational: often }\n".to_string(),
        "kind: people\nanna: { active: no }\nsdr: { round-robin: [anna] }\n".to_string(),
        "kind: people\nanna: Anna\n".to_string(),
        "kind: people\n\"\": { label: Anna }\n".to_string(),
        "kind: attribution\nrules: [{ channel: a, medium: [b, c] }]\n".to_string(),
        "kind: attribution\nrules: [{ medium: b }]\n".to_string(),
        "kind: calendar\nsend-times: { emea: 10:00 Europe/Berlin }\n".to_string(),
        "kind: calendar\nsend-times: { emea: 09:00 ET }\n".to_string(),
        "kind: calendar\nsend-times: { emea: 9:00 }\n".to_string(),
        "kind: calendar\nsend-times: { emea: 24:00 Berlin }\n".to_string(),
        "kind: calendar\nsend-times: { emea: ten }\n".to_string(),
        "kind: rule\nsummary: a\nwhy: b\nseverity: error\nfor: campaign\n".to_string(),
        "kind: rule\nsummary: a\nwhy: b\nseverity: fatal\nfor: campaigns\n".to_string(),
        "kind: fields\nof: person\ncountry: { type: [a, b], personal: yes }\n".to_string(),
        "kind: fields\nof: company\n_x: { label: a }\n".to_string(),
    ];
    let mut disagreements = String::new();
    for text in documents {
        let tree = Tree::parse(text.clone());
        let root = tree.documents().next().unwrap();
        let (name, findings) = read(root, false).unwrap();
        let errors: Vec<String> = validators[name]
            .iter_errors(&to_json(root))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        if errors.is_empty() != findings.is_empty() {
            let said: Vec<&str> = findings.iter().map(|f| f.message.as_str()).collect();
            disagreements += &format!("{text}  schema: {errors:?}\n  reader: {said:?}\n");
        }
    }
    assert!(disagreements.is_empty(), "{disagreements}");
}

#[test]
fn every_key_is_explained() {
    let mut silent = Vec::new();
    let mut all = schemas();
    all.push(("configuration".to_string(), configuration_schema()));
    for (name, schema) in &all {
        explained(schema, name, &mut silent);
    }
    assert!(silent.is_empty(), "keys without a description: {silent:#?}");
}

/// Notes every property without a description, wherever in a schema it stands. A schema under
/// `if` only compares.
fn explained(schema: &Value, path: &str, silent: &mut Vec<String>) {
    let Value::Object(parts) = schema else {
        for (number, part) in schema.as_array().into_iter().flatten().enumerate() {
            explained(part, &format!("{path}/{number}"), silent);
        }
        return;
    };
    for (word, part) in parts {
        if word == "properties" {
            for (key, property) in part.as_object().unwrap() {
                let description = property.get("description").and_then(Value::as_str);
                if description.is_none_or(|text| text.trim().is_empty()) {
                    silent.push(format!("{path}: {key}"));
                }
            }
        }
        if word != "if" {
            explained(part, &format!("{path}/{word}"), silent);
        }
    }
}

#[test]
fn committed_schemas_are_up_to_date() {
    let mut all = schemas();
    all.push(("configuration".to_string(), configuration_schema()));
    let mut stale = Vec::new();
    for (name, schema) in &all {
        let path = project("schemas").join(format!("{name}.schema.json"));
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        let fresh = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
        if committed.replace("\r\n", "\n") != fresh {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "stale: {stale:?}; run `cargo run -- dev generate`"
    );
}
