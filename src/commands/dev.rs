//! For whoever works on campaignlint itself: generated files, and workspaces for benchmarks.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::{Failure, Terminal, reference, schema};
use crate::checks::{RuleSet, registry_source};

/// Writes every generated file, or says which are stale.
pub(super) fn generate(check: bool, terminal: &mut Terminal) -> Result<u8, Failure> {
    let mut stale = 0;
    for (path, text) in generated_files(Path::new("."))? {
        if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        stale += 1;
        let shown = path.display();
        if check {
            writeln!(terminal.out(), "stale: {shown}")?;
        } else {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&path, text)?;
            writeln!(terminal.out(), "wrote {shown}")?;
        }
    }
    Ok(u8::from(check && stale > 0))
}

/// Every generated file below the root of the project, with its text.
fn generated_files(root: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    let registry = registry_source(&root.join("rules")).map_err(Failure::words)?;
    let mut files = vec![(root.join("src/checks/registry.rs"), registry)];
    for (name, value) in schema::all() {
        let path = root.join("schemas").join(format!("{name}.schema.json"));
        files.push((path, format!("{}\n", schema::pretty(&value))));
    }
    let rules = RuleSet::built_in();
    files.push((root.join("docs/kinds.md"), reference::kinds_page()));
    files.push((root.join("docs/rules.md"), reference::rules_page(&rules)));
    let readme = root.join("README.md");
    if let Ok(text) = std::fs::read_to_string(&readme) {
        files.push((readme, reference::count_rules(&text, &rules)));
    }
    Ok(files)
}

/// Writes campaigns of about 2 KB each, all alike in shape and different in what they say, with the
/// policies that they refer to. One campaign in twenty has a mistake.
pub(super) fn generate_workspace(
    files: usize,
    folder: &Path,
    terminal: &mut Terminal,
) -> Result<u8, Failure> {
    let taken = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(Failure::words(format!("{} is not empty", folder.display())));
    }
    let mut seed = Numbers(20_261_122);
    std::fs::create_dir_all(folder.join("campaigns"))?;
    std::fs::write(folder.join("campaignlint.yaml"), CONFIGURATION)?;
    std::fs::write(folder.join("policies.yaml"), POLICIES)?;
    let mut bytes = 0;
    for number in 0..files {
        let (name, text) = campaign(number, &mut seed);
        bytes += text.len();
        // A thousand files a folder: no file system likes more.
        let place = folder.join(format!("campaigns/{:03}", number / 1000));
        if number % 1000 == 0 {
            std::fs::create_dir_all(&place)?;
        }
        std::fs::write(place.join(format!("{name}.yaml")), text)?;
    }
    let mean = bytes / files.max(1);
    writeln!(terminal.out(), "{files} campaigns, {mean} bytes each")?;
    Ok(0)
}

/// A small generator of numbers: the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64 (Marsaglia 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn words(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| self.pick(WORDS))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn campaign(number: usize, numbers: &mut Numbers) -> (String, String) {
    let region = numbers.pick(&["emea", "amer", "apac", "latam"]);
    let topic = numbers.pick(&["devsecops", "platform", "security", "compliance"]);
    let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
    let name = format!("2027{month:02}{day:02}-{region}-{topic}-{number:05}");
    let utm = format!("2027{month:02}{day:02}_{region}_{topic}_{number:05}");
    let mistake = if numbers.below(20) == 0 {
        1 + numbers.below(5)
    } else {
        0
    };
    let mut text = String::with_capacity(2300);
    // Writing to a text can't fail.
    let _ = write!(
        text,
        "# Planned with the field team of {region}\nkind: campaign\nchannel: webcast\nstatus: draft\nevent: 2027-{month:02}-{day:02}\nregion: {}\nlanguages: [en]\nowner: {}\ntopic: {topic}\ndescription: >-\n  {}\n  {}\nbudget: {{ amount: {}, currency: EUR, code: dmp }}\n{}: {{ campaign: {utm} }}\ntokens:\n  Event Name: \"{}\"\n  Event Date: 2027-{month:02}-{day:02}\nlinks:\n",
        if mistake == 1 { "emae" } else { region },
        if mistake == 2 { "nobody" } else { "field-emea" },
        numbers.words(10),
        numbers.words(11),
        1000 + numbers.below(20_000),
        if mistake == 3 { "utn" } else { "utm" },
        numbers.words(4),
    );
    let placements = [
        ("marketo", "email"),
        ("linkedin", "paidsocial"),
        ("linkedin", "social"),
        ("google", "cpc"),
        ("google", "display"),
    ];
    for (position, (source, medium)) in placements.iter().enumerate() {
        let medium = if mistake == 4 && position == 2 {
            "Social"
        } else {
            medium
        };
        let typo = if mistake == 5 && position == 3 {
            "?utm_souce=x"
        } else {
            ""
        };
        let _ = write!(
            text,
            "  - id: link-{position}\n    url: https://page.acme.example/{topic}/{number}/{position}{typo}\n    source: {source}\n    medium: {medium}\n    content: v{position}_{}\n    placement: \"{}\"\n",
            numbers.pick(&["banner", "button", "text"]),
            numbers.words(5),
        );
    }
    text.push_str("emails:\n");
    for position in 0..4 {
        let _ = write!(
            text,
            "  - id: invite-{position}\n    role: invitation\n    subject: {}\n    send: 2027-01-{:02} 10:00 Europe/Berlin\n    links: [link-0]\n",
            numbers.words(7),
            10 + position,
        );
    }
    (name, text)
}

const WORDS: &[&str] = &[
    "register", "now", "to", "learn", "how", "teams", "ship", "faster", "with", "fewer",
    "handoffs", "and", "a", "clearer", "view", "of", "pipeline", "health", "across", "regions",
];

const CONFIGURATION: &str = "preset: recommended\ntimezone: Europe/Berlin\ntoday: 2026-11-22\npolicies: [common-tracking]\n";

const POLICIES: &str = "\
kind: people
field-emea: { label: Field Marketing EMEA }
---
kind: channels
webcast:
  statuses: [Invited, Registered, [No Show, Attended]]
  success: [Attended]
---
kind: taxonomy
region:
  values: { emea: EMEA, amer: Americas, apac: Asia and Pacific, latam: Latin America }
language:
  values: { en: English }
budget:
  values: { dmp: Demand programs }
---
kind: tracking
our-sites: [acme.example]
required: [source, medium, campaign]
optional: [content]
spelling: lower case, digits, _ and -
sources: { marketo: email, linkedin: [paidsocial, social], google: [cpc, display] }
mediums: { email: Email, cpc: Paid Search, paidsocial: Paid Social, social: Organic Social, display: Display }
";
