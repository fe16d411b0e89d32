//! Naming conventions as companies and vendors document them, each with right and wrong names: every name
//! is judged as it is labelled, as an example of the convention and as the name of a campaign, and the
//! message names the part that is wrong.
//!
//! Each file of `tests/naming_conventions/` is a naming document that says where its convention is
//! documented. The reason of a wrong name begins with the word that the message must hold.

// What serves a test may fail as the test itself does.
#![allow(clippy::unwrap_used)]

use campaignlint::checks::{RuleSet, Selection, check};
use campaignlint::diagnostics::Finding;
use campaignlint::workspace::{Workspace, load_texts};
use jiff::civil::date;

/// A documented convention.
struct Convention {
    file: String,
    /// The document without its examples.
    head: String,
    /// The documents behind it.
    tail: String,
    /// Its channels, where it has templates by channel.
    channels: Vec<String>,
    right: Vec<String>,
    /// Each with the reason why it is wrong.
    wrong: Vec<(String, String)>,
}

fn conventions() -> Vec<Convention> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/naming_conventions");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
            convention(path.file_name().unwrap().to_str().unwrap(), &text)
        })
        .collect()
}

fn convention(file: &str, text: &str) -> Convention {
    let (own, tail) = text.split_once("\n---\n").unwrap_or((text, ""));
    let (head, _) = own.split_once("\nright:").unwrap();
    let loaded = load_texts(vec![("naming.yaml".to_owned(), text.to_owned())], &[]);
    let root = loaded
        .sources
        .iter()
        .next()
        .unwrap()
        .1
        .tree
        .documents()
        .next()
        .unwrap();
    let words = |node: campaignlint::syntax::Node<'_>| node.value().unwrap_or_default().to_owned();
    let channels = root
        .get("templates")
        .into_iter()
        .flat_map(|node| node.entries());
    Convention {
        file: file.to_owned(),
        head: head.to_owned(),
        tail: tail.to_owned(),
        channels: channels.map(|entry| words(entry.key)).collect(),
        right: root.get("right").unwrap().items().map(words).collect(),
        wrong: root
            .get("wrong")
            .unwrap()
            .entries()
            .map(|entry| (words(entry.key), words(entry.value)))
            .collect(),
    }
}

impl Convention {
    /// What is found in the convention with something added to its document, and other documents.
    fn check(&self, added: &str, documents: &str) -> Vec<(usize, String)> {
        let text = format!("{}\n{added}---\n{}", self.head, self.tail);
        let texts = vec![
            ("naming.yaml".to_owned(), text),
            ("names.yaml".to_owned(), documents.to_owned()),
        ];
        let loaded = load_texts(texts, &[]);
        let selection = Selection {
            only: vec!["naming".to_owned(), "workspace/invalid-value".to_owned()],
            skip: vec![
                "naming/name-not-unique".to_owned(),
                "naming/suffix".to_owned(),
            ],
            ..Selection::default()
        };
        let workspace = Workspace::new(&loaded);
        let today = date(2026, 11, 22);
        let checked = check(&workspace, &RuleSet::built_in(), &selection, today, false);
        let line = |finding: &Finding| {
            let source = loaded.sources.file(finding.place.file);
            let before = &source.tree.text()[..finding.place.span.start as usize];
            before.matches('\n').count() + 1
        };
        checked
            .findings
            .iter()
            .map(|finding| (line(finding), finding.message.clone()))
            .collect()
    }

    /// What is found in names as those of campaigns: by name, in their order.
    fn of_campaigns(&self, channel: &str, names: &[&str]) -> Vec<Option<String>> {
        let campaigns: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(number, name)| {
                format!("kind: campaign\nid: c{number}\nchannel: {channel}\nname: {name:?}\n")
            })
            .collect();
        let found = self.check("", &campaigns.join("---\n"));
        (0..names.len())
            .map(|number| {
                let line = number * 5 + 4;
                found
                    .iter()
                    .find(|(at, _)| *at == line)
                    .map(|(_, message)| message.clone())
            })
            .collect()
    }
}

#[test]
fn names_are_judged_as_labelled() {
    let (mut names, mut wrongly, mut unnamed) = (0, Vec::new(), Vec::new());
    for convention in conventions() {
        let file = &convention.file;
        let none: Vec<(usize, String)> = convention.check("", "");
        assert!(none.is_empty(), "{file}: {none:?}");
        let first = convention.head.lines().count() + 2;

        let list = |names: Vec<&str>| {
            let items: Vec<String> = names.iter().map(|name| format!("  - {name:?}\n")).collect();
            format!("right:\n{}", items.concat())
        };
        let right: Vec<&str> = convention.right.iter().map(String::as_str).collect();
        for (line, message) in convention.check(&list(right.clone()), "") {
            wrongly.push(format!("{file}: {}: {message}", right[line - first]));
        }
        let wrong: Vec<&str> = convention
            .wrong
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        let found = convention.check(&list(wrong.clone()), "");
        for (number, (name, reason)) in convention.wrong.iter().enumerate() {
            let found = found.iter().find(|(line, _)| *line == first + number);
            let Some((_, message)) = found else {
                wrongly.push(format!("{file}: {name}: nothing is said, but {reason}"));
                continue;
            };
            let part = reason.split(':').next().unwrap();
            if !message.contains(part) {
                unnamed.push(format!("{file}: {name}: {reason} <> {message}"));
            }
        }
        names += right.len() + wrong.len();

        // As names of campaigns: right under the template of some channel, wrong under all of them.
        let channels = match convention.channels.is_empty() {
            true => vec!["any".to_owned()],
            false => convention.channels.clone(),
        };
        let all: Vec<&str> = right.iter().chain(&wrong).copied().collect();
        let under: Vec<Vec<Option<String>>> = channels
            .iter()
            .map(|channel| convention.of_campaigns(channel, &all))
            .collect();
        for (number, name) in all.iter().enumerate() {
            let is_right = under.iter().any(|found| found[number].is_none());
            if is_right != (number < right.len()) {
                wrongly.push(format!("{file}: campaign {name}: {:?}", under[0][number]));
            }
        }
    }
    println!(
        "{names} names, {} wrongly judged, {} without the part",
        wrongly.len(),
        unnamed.len()
    );
    assert!(names > 150, "only {names} names");
    assert!(
        wrongly.is_empty() && unnamed.is_empty(),
        "{wrongly:#?}\n{unnamed:#?}"
    );
}

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/naming.md");
    std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

fn naming_findings(text: &str) -> Vec<String> {
    let loaded = load_texts(vec![("naming.yaml".to_owned(), text.to_owned())], &[]);
    let workspace = Workspace::new(&loaded);
    let selection = Selection {
        only: vec![
            "naming".to_owned(),
            "workspace".to_owned(),
            "yaml".to_owned(),
        ],
        skip: vec!["workspace/unused-definition".to_owned()],
        ..Selection::default()
    };
    let today = date(2026, 11, 22);
    let checked = check(&workspace, &RuleSet::built_in(), &selection, today, false);
    checked
        .findings
        .iter()
        .map(|finding| format!("[{}] {}", finding.rule, finding.message))
        .collect()
}

#[test]
fn a_slip_in_a_name_is_told_once() {
    let document = |names: [&str; 2]| {
        let campaigns =
            names.map(|name| format!("---\nkind: campaign\nchannel: webcast\nname: {name}\n"));
        format!(
            "kind: naming\ntemplate: \"{{event:YYYYMMDD}}_{{type}}_{{region}}\"\n\
             tokens: {{ type: [Webcast, Workshop], region: [EMEA, AMER] }}\n{}",
            campaigns.concat()
        )
    };
    for (slip, told) in [
        ("20261203_Webcast_emea", "naming/pattern-mismatch"),
        ("20261303_Webcast_EMEA", "naming/date-not-real"),
        ("20261203_Webcast_EMEA", "naming/name-not-unique"),
        ("20261203-Webcast_AMER", "naming/pattern-mismatch"),
    ] {
        let found = naming_findings(&document(["20261203_Webcast_EMEA", slip]));
        let found: Vec<&String> = found
            .iter()
            .filter(|finding| finding.starts_with("[naming/"))
            .collect();
        assert!(
            matches!(found.as_slice(), [only] if only.contains(told)),
            "{slip}: {found:?}"
        );
    }
}

#[test]
fn the_documents_on_the_page_do_what_they_say() {
    let page = page();
    let blocks: Vec<&str> = page
        .split("```yaml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(blocks.len() >= 6);
    for block in blocks {
        assert_eq!(naming_findings(block), Vec::<String>::new(), "{block}");
    }
}

#[test]
fn every_phrase_on_the_page_takes_what_it_says() {
    let page = page();
    let code = |cell: &str| -> Vec<String> {
        cell.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let mut phrases = 0;
    let mut in_table = false;
    for line in page.lines() {
        if line.starts_with("| phrase |") {
            in_table = line.contains("| right |");
            continue;
        }
        if !line.starts_with('|') {
            in_table = false;
        }
        if !in_table || line.starts_with("|--") {
            continue;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        let phrase = &code(cells[0])[0];
        let list = |names: &[String]| {
            let items: Vec<String> = names
                .iter()
                .map(|name| format!("  - {:?}\n", format!("x_{name}")))
                .collect();
            items.concat()
        };
        let (right, wrong) = (code(cells[1]), code(cells[2]));
        let mut text =
            format!("kind: naming\ntemplate: \"x_{{part}}\"\ntokens: {{ part: '{phrase}' }}\n");
        text.push_str(&format!("right:\n{}", list(&right)));
        if !wrong.is_empty() {
            text.push_str(&format!("wrong:\n{}", list(&wrong)));
        }
        assert_eq!(naming_findings(&text), Vec::<String>::new(), "{phrase}");
        phrases += 1;
    }
    assert!(phrases > 30, "only {phrases} phrases were found");
}
