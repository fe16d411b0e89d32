//! The pages of the documentation that are written from the program itself: every kind with its
//! keys, from the JSON Schemas, and every rule.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};

use crate::checks::{Rule, RuleSet, family_of};
use crate::model::{self, Kind};
use crate::workspace::Preset;

const HEAD: &str = "<!-- Written by `cargo run -- dev generate`. -->\n\n";

/// Keys that every document may carry: told once, at the top.
const COMMON: [&str; 6] = ["kind", "id", "owner", "reviewed", "review-every", "until"];

/// `docs/rules.md`: an index of the rules.
pub(super) fn rules_page(rules: &RuleSet) -> String {
    let mut families: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in rules.iter() {
        families.entry(family_of(&rule.id)).or_default().push(rule);
    }
    let total: usize = families.values().map(Vec::len).sum();
    let mut page = format!(
        "{HEAD}# Rules\n\n{total} rules in {} families. A rule's page tells what it catches, why that matters, what fails and what \
         passes; `campaignlint explain RULE` prints it.\n\n\
         *Preset*: `recommended` rules are on unless a workspace says otherwise, `strict` ones with `preset: strict`, the \
         others when `rules:` asks for them. *Fix*: what `--fix` applies is *safe*; with `--unsafe-fixes` also what a person \
         should look at. *C*: it may turn red by the calendar alone.\n",
        families.len(),
    );
    for (family, rules) in families {
        section(&mut page, family, &rules);
    }
    page
}

/// A page with the number of rules in the table of families: `| `yaml` | 12 | ...`.
pub(super) fn count_rules(page: &str, rules: &RuleSet) -> String {
    let mut counted = String::with_capacity(page.len());
    for line in page.split_inclusive('\n') {
        let mut cells: Vec<&str> = line.split('|').collect();
        let family = cells.get(1).map(|cell| cell.trim().trim_matches('`'));
        let count = rules
            .iter()
            .filter(|rule| Some(family_of(&rule.id)) == family)
            .count();
        let number = format!(" {count} ");
        match cells.get_mut(2) {
            Some(cell) if count > 0 => *cell = &number,
            _ => {}
        }
        counted += &cells.join("|");
    }
    counted
}

fn section(page: &mut String, family: &str, rules: &[&Rule]) {
    let head = "| rule | severity | preset | fix | what it catches |\n|---|---|---|---|---|";
    // Writing to a text can't fail.
    let _ = writeln!(page, "\n## {family}\n\n{head}");
    for rule in rules {
        let preset = match rule.preset {
            Some(Preset::Recommended) => "recommended",
            Some(Preset::Strict) => "strict",
            None => "",
        };
        let fix = match rule.page.fix_is_safe {
            Some(true) => "safe",
            Some(false) => "to look at",
            None => "",
        };
        let calendar = if rule.by_the_calendar { " *C*" } else { "" };
        let _ = writeln!(
            page,
            "| [{id}](../rules/{id}/README.md) | {severity} | {preset} | {fix} | {summary}{calendar} |",
            id = rule.id,
            severity = rule.severity.word(),
            summary = cell(&rule.page.summary),
        );
    }
}

/// `docs/kinds.md`: every kind of document with its keys.
pub(super) fn kinds_page() -> String {
    let mut page = format!(
        "{HEAD}# Kinds of documents\n\n\
         Every YAML document of a workspace says with `kind:` what it is. Files may lie anywhere and may hold several \
         documents, parted by `---`. An editor that reads `schemas/campaignlint.schema.json` knows all of this page. \
         The folder [examples/acme](../examples/acme) has every kind in use.\n\n\
         A *text* may be written without quotes, whatever other programs would make of it; a *name* below stands for an \
         id that you choose: lower-case letters, digits, `-` and `_`.\n",
    );
    let schemas = model::schemas();
    let schema_of = |kind: Kind| schemas.iter().find(|(name, _)| name == kind.name());
    let _ = writeln!(page, "\n## Every document\n");
    if let Some((_, schema)) = schema_of(Kind::Campaign) {
        table(&mut page, schema, schema, |key| COMMON.contains(&key));
    }
    for kind in Kind::ALL {
        if let Some((_, schema)) = schema_of(*kind) {
            write_kind(&mut page, *kind, schema);
        }
    }
    page
}

fn write_kind(page: &mut String, kind: Kind, schema: &Value) {
    let _ = writeln!(page, "\n## {}\n", kind.name());
    if let Some(description) = text(schema, "description") {
        let _ = writeln!(page, "{description}\n");
    }
    let own = |key: &str| !COMMON.contains(&key);
    let has_own = keys(schema).any(|(key, _)| own(key));
    if has_own {
        table(page, schema, schema, own);
    }
    if let Some(entry) = schema
        .get("additionalProperties")
        .filter(|entry| entry.is_object())
    {
        if has_own {
            page.push('\n');
        }
        let also = if has_own {
            "Every other key"
        } else {
            "Every key besides those of every document"
        };
        match block(entry, schema) {
            Some((_, block)) => {
                let what = text(block, "description").unwrap_or_default();
                let _ = writeln!(page, "{also} is a name. {what}\n");
                table(page, block, schema, |_| true);
            }
            None => {
                let _ = writeln!(
                    page,
                    "{also} is a name; its value is {}.",
                    words(entry, schema)
                );
            }
        }
    }
    let entry = schema
        .get("additionalProperties")
        .and_then(|entry| block(entry, schema));
    for (name, definition) in definitions(schema) {
        let is_entry = entry.is_some_and(|(entry, _)| entry == name);
        if is_entry || keys(definition).next().is_none() {
            continue;
        }
        let what = text(definition, "description").unwrap_or_default();
        let _ = writeln!(page, "\n### {}\n\n{what}\n", heading(kind.name(), name));
        table(page, definition, schema, |_| true);
    }
}

/// The keys of a block, one a line.
fn table(page: &mut String, block: &Value, schema: &Value, wanted: impl Fn(&str) -> bool) {
    page.push_str("| key | value | what it says |\n|---|---|---|\n");
    let required: Vec<&str> = block
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    for (key, value) in keys(block).filter(|(key, _)| wanted(key)) {
        let must = if required.contains(&key) {
            ", required"
        } else {
            ""
        };
        let what = value
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default();
        // Paragraphs and lists stay what they are within the cell.
        let what = what.replace("\n\n", "<br>").replace("\n- ", "<br>- ");
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = match key {
            "kind" if value.get("const").is_some() => "the name of a kind".to_string(),
            _ => words(value, schema),
        };
        let _ = writeln!(page, "| `{key}` | {value}{must} | {} |", cell(&what));
    }
}

/// What a value may be, in words.
fn words(value: &Value, schema: &Value) -> String {
    if let Some((name, definition)) = referred(value, schema) {
        return match keys(definition).next() {
            Some(_) => format!("[{}](#{})", name_of(name), anchor(schema, name)),
            None => words(definition, schema),
        };
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = value.get(choice).and_then(Value::as_array) {
            return of_choices(choices, schema);
        }
    }
    if let Some(word) = value.get("const") {
        return word
            .as_str()
            .map_or_else(|| word.to_string(), |word| format!("`{word}`"));
    }
    if let Some(list) = value.get("enum").and_then(Value::as_array) {
        return list
            .iter()
            .filter_map(Value::as_str)
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ");
    }
    let types: Vec<&str> = match value.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several
            .iter()
            .filter_map(Value::as_str)
            .filter(|name| *name != "null")
            .collect(),
        _ => return "see the example".to_string(),
    };
    match types.as_slice() {
        ["object"] => match value.get("additionalProperties") {
            Some(inner @ Value::Object(_)) => format!("names, each with {}", words(inner, schema)),
            _ => "a block".to_string(),
        },
        ["array"] => match value.get("items") {
            Some(items) => format!("a list of {}", plural(&words(items, schema))),
            None => "a list".to_string(),
        },
        ["null"] | [] => "nothing".to_string(),
        ["boolean"] => "yes or no".to_string(),
        ["integer"] => "a whole number".to_string(),
        ["number"] => "a number".to_string(),
        _ if value.get("format").is_some_and(|format| format == "date") => "a date".to_string(),
        _ => match value.get("pattern").and_then(Value::as_str) {
            Some(pattern) if pattern.contains("business") => "a period".to_string(),
            Some("^[a-z0-9][a-z0-9_-]*$") => "a name".to_string(),
            Some(pattern) if pattern.contains("[Yy]") || pattern.contains("yes") => {
                "yes or no".to_string()
            }
            Some("^[0-9]+$") => "a whole number".to_string(),
            Some(pattern) if pattern.starts_with("^-?[0-9]") => "a number".to_string(),
            _ => "text".to_string(),
        },
    }
}

/// `text, or a list of text`; fixed words first.
fn of_choices(choices: &[Value], schema: &Value) -> String {
    let mut fixed = Vec::new();
    let mut others = Vec::new();
    for choice in choices {
        let told = words(choice, schema);
        let target = match told.starts_with('`') {
            true => &mut fixed,
            false => &mut others,
        };
        if told != "nothing" && told != "false" && !target.contains(&told) {
            target.push(told);
        }
    }
    if !fixed.is_empty() {
        others.insert(0, fixed.join(", "));
    }
    if let [one, list] = others.as_slice()
        && *list == format!("a list of {}", plural(one))
    {
        return format!("{one}, or a list");
    }
    others.join(" or ")
}

/// What several of these are called.
fn plural(words: &str) -> String {
    match words.strip_prefix("text") {
        Some(", or a list") => "texts or lists".to_string(),
        Some(rest) => format!("texts{rest}"),
        None => words.to_string(),
    }
}

/// The keys of a block with their schemas.
fn keys(block: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let properties = block.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.as_str(), value))
}

fn definitions(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let definitions: Option<&Map<String, Value>> = schema.get("$defs").and_then(Value::as_object);
    definitions
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value))
}

/// What a `$ref` leads to, with its name.
fn referred<'s>(value: &'s Value, schema: &'s Value) -> Option<(&'s str, &'s Value)> {
    let name = value.get("$ref")?.as_str()?.strip_prefix("#/$defs/")?;
    Some((name, schema.get("$defs")?.get(name)?))
}

/// The block that a value may be, straight or as one of several choices.
fn block<'s>(value: &'s Value, schema: &'s Value) -> Option<(&'s str, &'s Value)> {
    if let Some((name, definition)) = referred(value, schema) {
        return match keys(definition).next() {
            Some(_) => Some((name, definition)),
            None => block(definition, schema),
        };
    }
    let choices = value.get("anyOf").and_then(Value::as_array)?;
    choices.iter().find_map(|choice| block(choice, schema))
}

/// `CampaignUtm` as `campaign utm`.
fn name_of(definition: &str) -> String {
    let mut name = String::new();
    for c in definition.chars() {
        if c.is_uppercase() && !name.is_empty() && !name.ends_with(' ') {
            name.push(' ');
        }
        name.extend(c.to_lowercase());
    }
    name
}

fn heading(kind: &str, definition: &str) -> String {
    let name = name_of(definition);
    match name.starts_with(kind) {
        true => name,
        false => format!("{kind}: {name}"),
    }
}

/// The anchor of a block's heading, as GitLab and GitHub make it.
fn anchor(schema: &Value, definition: &str) -> String {
    let kind = text(schema, "title").unwrap_or_default();
    let entry = schema
        .get("additionalProperties")
        .and_then(|entry| block(entry, schema));
    if entry.is_some_and(|(entry, _)| entry == definition) {
        return kind;
    }
    heading(&kind, definition)
        .replace(':', "")
        .replace(' ', "-")
}

fn text(schema: &Value, key: &str) -> Option<String> {
    let words = schema.get(key)?.as_str()?.split_whitespace();
    Some(words.collect::<Vec<_>>().join(" "))
}

/// Text that fits into a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
