//! Lists of fields as CRMs and marketing platforms export them: they become the dictionary of fields.

use std::collections::BTreeMap;

use super::ids::{Ids, slug};
use super::report::{About, Report, rows};
use super::roles::{Role, TableKind, header_words};
use super::spelling::key;
use super::table::{Row, Table};
use super::yaml::{Value, Yaml};

/// Longer lists of values are told, not written.
const MOST_VALUES: usize = 300;

/// Whose field names these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Platform {
    Salesforce,
    HubSpot,
    Marketo,
}

impl Platform {
    fn of(table: &Table) -> Option<Platform> {
        let words: Vec<String> = table.header.iter().map(|name| header_words(name)).collect();
        let has = |name: &str| words.iter().any(|word| word == name);
        if has("rest api name") || has("soap api name") || has("friendly label") || has("rest name")
        {
            return Some(Platform::Marketo);
        }
        if has("internal name") || has("property name") {
            return Some(Platform::HubSpot);
        }
        let custom = table
            .rows
            .iter()
            .any(|row| table.get(row, Role::FieldName).ends_with("__c"));
        (custom || has("api name") || has("field api name") || has("qualified api name"))
            .then_some(Platform::Salesforce)
    }

    fn key(self) -> &'static str {
        match self {
            Platform::Salesforce => "salesforce",
            Platform::HubSpot => "hubspot",
            Platform::Marketo => "marketo",
        }
    }
}

/// Reads lists of fields.
pub(super) fn read(tables: &[Table], report: &mut Report, texts: &mut BTreeMap<String, String>) {
    let mut documents: Vec<(String, Yaml)> = Vec::new();
    let mut ids = Ids::default();
    for table in tables {
        let mut about = About::new(table, TableKind::Fields);
        about.columns(table, |column| key_of(table.roles[column]?));
        let platform = Platform::of(table);
        if platform.is_none() {
            about.left_out.push("It is not known which platform these fields are of; their names there are left out.".to_string());
        }
        let mut groups: BTreeMap<&'static str, Vec<&Row>> = BTreeMap::new();
        for row in &table.rows {
            let object = table.get(row, Role::FieldObject);
            match owner(object) {
                Some(owner) => groups.entry(owner).or_default().push(row),
                None => about.doubt(
                    "a field of something that is neither person nor company; the row is left out",
                    row.number,
                    object,
                ),
            }
        }
        for (owner, group) in groups {
            let mut yaml = Yaml::default();
            yaml.comment(
                0,
                &format!(
                    "From {}: {}. Who writes each field, and which are personal, is not in it.",
                    about.file,
                    rows(group.len())
                ),
            );
            yaml.entry(0, "kind", &Value::plain("fields"), "");
            yaml.entry(0, "of", &Value::plain(owner), "");
            let mut names: BTreeMap<String, usize> = BTreeMap::new();
            for row in group {
                field(
                    table, row, platform, &mut ids, &mut names, &mut yaml, &mut about,
                );
            }
            let name = format!("policies/fields-{owner}-{}", slug(&table.stem, "list"));
            documents.push((name, yaml));
        }
        report.tables.push(about);
    }
    let mut files = Ids::default();
    for (name, yaml) in documents {
        texts.insert(format!("{}.yaml", files.take(&name)), yaml.finish());
    }
}

fn key_of(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::FieldLabel | Role::Name => "`label`",
        Role::FieldName => "the field's name in its platform, and its id",
        Role::FieldType => "`type`",
        Role::FieldValues => "the values of `type`",
        Role::FieldObject => "`of`",
        Role::Description => "`description`",
        _ => return None,
    })
}

/// Whose fields an object has.
fn owner(object: &str) -> Option<&'static str> {
    match key(object).as_str() {
        "" | "lead" | "leads" | "contact" | "contacts" | "person" | "people" | "prospect"
        | "leadandcontact" => Some("person"),
        "account" | "accounts" | "company" | "companies" => Some("company"),
        _ => None,
    }
}

fn field(
    table: &Table,
    row: &Row,
    platform: Option<Platform>,
    ids: &mut Ids,
    names: &mut BTreeMap<String, usize>,
    yaml: &mut Yaml,
    about: &mut About,
) {
    let name = table.get(row, Role::FieldName);
    let label = table.get(row, Role::FieldLabel);
    if name.is_empty() && label.is_empty() {
        about.doubt("the field has no name; the row is left out", row.number, "");
        return;
    }
    let called = if name.is_empty() { label } else { name };
    if let Some(first) = names.get(&called.to_lowercase()) {
        about.doubt(
            "the same field again",
            row.number,
            &format!("{called}, as row {first}"),
        );
    } else {
        names.insert(called.to_lowercase(), row.number);
    }
    let words = header_words(called).replace(' ', "_");
    let id = ids.take(&slug(&words, &format!("field-{}", row.number)));
    let mut keys = Vec::new();
    let mut add = |key: &str, value: Value| keys.push((key.to_string(), value));
    if !label.is_empty() {
        add("label", Value::text(label));
    }
    let written = table.get(row, Role::FieldType);
    let values: Vec<&str> = table
        .get(row, Role::FieldValues)
        .split([';', '|', '\n'])
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .collect();
    match field_type(written) {
        Some("list") if !values.is_empty() && values.len() <= MOST_VALUES => {
            let mut list: Vec<Value> = Vec::new();
            for value in values {
                let value = Value::text(value);
                if !list.contains(&value) {
                    list.push(value);
                }
            }
            add("type", Value::List(list));
        }
        Some("list") => add("type", Value::plain("text")),
        Some(known) => add("type", Value::plain(known)),
        None if written.is_empty() => {}
        None => about.doubt(
            "the type is none that the dictionary has; `type` is left out",
            row.number,
            &format!("{called}: {written}"),
        ),
    }
    let description = table.get(row, Role::Description);
    if !description.is_empty() {
        add("description", Value::text(description));
    }
    if let (Some(platform), false) = (platform, name.is_empty()) {
        let object = table.get(row, Role::FieldObject);
        let full = match platform == Platform::Salesforce && !object.is_empty() {
            true => format!("{object}.{name}"),
            false => name.to_string(),
        };
        add(platform.key(), Value::text(full));
    }
    let remark = if written.is_empty() {
        format!("row {}", row.number)
    } else {
        format!("row {}, {written}", row.number)
    };
    yaml.entry(0, &id, &Value::Map(keys), &remark);
}

/// The type of the dictionary that a platform's type is.
fn field_type(written: &str) -> Option<&'static str> {
    let word = key(written.split(['(', ',']).next().unwrap_or_default());
    let decimals = written
        .split_once(',')
        .is_some_and(|(_, rest)| !rest.trim_start().starts_with('0'));
    Some(match word.as_str() {
        "text" | "string" | "textarea" | "longtextarea" | "richtextarea" | "singlelinetext"
        | "multilinetext" | "textencrypted" | "url" | "id" | "autonumber" | "lookup"
        | "masterdetail" | "reference" | "html" | "name" => "text",
        "picklist"
        | "dropdown"
        | "dropdownselect"
        | "radio"
        | "radioselect"
        | "enumeration"
        | "select"
        | "combobox"
        | "multipicklist"
        | "picklistmultiselect"
        | "multiselect"
        | "multiplecheckboxes" => "list",
        "checkbox" | "boolean" | "bool" | "singlecheckbox" | "singleonoffcheckbox" => "yes/no",
        "date" | "datepicker" => "date",
        "datetime" => "date",
        "integer" | "int" | "score" | "long" => "whole number",
        "number" if written.contains(',') && !decimals => "whole number",
        "number" | "double" | "float" | "currency" | "percent" | "decimal" => "number",
        "email" => "email",
        "phone" | "phonenumber" | "fax" => "phone",
        "country" => "country",
        _ => return None,
    })
}
