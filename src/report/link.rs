//! One link, told to people and to programs: where a visit by it is counted, and why.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::full::{Paint, Teller, wrapped};
use super::json::{self, JsonFinding, of_finding};
use super::texts::Texts;
use super::{LinkText, Look, Places, Report, Summary};
use crate::diagnostics::{Finding, LINK, Place, Sources, escape};

/// The version of the contract. It grows when a program that reads it would have to change.
const VERSION: u32 = 1;
/// Where the word before a line ends, so that they stand in a column.
const KEY_WIDTH: usize = 11;

/// What there is to say about a link, but for what is wrong with it.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Story {
    /// The link as it goes out.
    pub url: String,
    /// The link with all safe fixes applied, where that changes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub corrected: Option<String>,
    /// Its UTM parameters and their values, decoded.
    pub tags: BTreeMap<String, String>,
    /// What was filled in or put right while it was built, one sentence each.
    pub notes: Vec<String>,
    /// Where analytics counts a visit by it; null where that can't be said, since it has no tags or a
    /// platform fills them in.
    pub analytics: Option<Channel>,
    /// What the team's attribution mappings make of it, one entry for each mapping.
    pub attribution: Vec<Credit>,
}

/// The analytics channel of a link.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Channel {
    /// The channel's name.
    pub channel: String,
    /// Why: what holds for the link, condition by condition. Empty where no rule takes it.
    pub because: Vec<String>,
    /// The channel group that decides.
    pub group: String,
    /// The number of its rule that takes the link, from 1; null where none does.
    pub rule: Option<usize>,
    /// Where that rule stands, for a channel group of the workspace.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Line")]
    pub line: Option<Line>,
    /// Channels of later rules that would take it too, where it is disputed which rule comes first.
    pub disputed: Vec<String>,
    /// The channel in which the tracking policy wants this medium; null where it says nothing.
    pub wanted: Option<Wanted>,
}

/// What the tracking policy wants.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Wanted {
    /// The channel.
    pub channel: String,
    /// Where that is said.
    pub line: Line,
}

/// What an attribution mapping makes of a link.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Credit {
    /// The attribution channel; null where no line takes the link and nothing is said for the rest.
    pub channel: Option<String>,
    /// Its bucket.
    pub bucket: Option<String>,
    /// The line that takes it.
    pub line: Option<Line>,
    /// Whether it is the line for all that no other takes.
    pub otherwise: bool,
    /// Lines before it that take visitors from certain sites.
    pub unless_from: Vec<Line>,
}

/// A line of a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Line {
    /// The file.
    pub path: String,
    /// The line, from 1.
    #[schemars(range(min = 1))]
    pub line: u32,
}

/// A link's story and what is wrong with it.
#[derive(Clone, Copy, Debug)]
pub struct LinkReport<'a> {
    /// The story.
    pub story: &'a Story,
    /// What is wrong. Findings of a link that stands in no file count in its text.
    pub findings: &'a [Finding],
    /// The files that findings point into.
    pub sources: &'a Sources,
    /// Sensitive places that are not told.
    pub hidden: &'a [Place],
}

/// The contract, as it is written.
#[derive(Serialize, JsonSchema)]
struct JsonLink<'a> {
    /// The version of this format: 1.
    #[schemars(extend("const" = 1))]
    version: u32,
    #[serde(flatten)]
    #[schemars(with = "Story")]
    story: &'a Story,
    /// What is wrong with the link. Places in the file `link` count in `url`.
    findings: Vec<JsonFinding>,
}

/// The JSON Schema of the format.
pub fn link_schema() -> Schema {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.contract = schemars::generate::Contract::Serialize;
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<JsonLink<'_>>();
    schema.insert("title".into(), "one link, explained".into());
    schema.insert(
        "description".into(),
        "What `campaignlint link --format json` says of a link.".into(),
    );
    schema
}

impl LinkReport<'_> {
    fn texts<'t>(&'t self, places: &'t Places<'t>) -> Texts<'t> {
        if self.findings.iter().all(|found| found.place.file == LINK) {
            let link = LinkText {
                path: "link",
                line: 1,
                url: &self.story.url,
            };
            return Texts::of_link(places, link, self.findings);
        }
        let report = Report {
            findings: self.findings,
            sources: self.sources,
            hidden: self.hidden,
            summary: Summary::default(),
        };
        Texts::new(places, &report)
    }

    /// The story with what is sensitive hidden.
    fn masked(&self, texts: &Texts<'_>) -> Story {
        let mask = |text: &str| texts.masks.apply(text).into_owned();
        let mut story = self.story.clone();
        story.url = texts.masks.apply_to_file(LINK, &story.url);
        story.corrected = story.corrected.as_deref().map(mask);
        for value in story.tags.values_mut() {
            *value = mask(value);
        }
        for note in &mut story.notes {
            *note = mask(note);
        }
        story
    }

    /// For programs.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let places = Places::new(self.sources);
        let texts = self.texts(&places);
        let story = self.masked(&texts);
        let findings = self.findings.iter().map(|found| of_finding(&texts, found));
        let link = JsonLink {
            version: VERSION,
            story: &story,
            findings: findings.collect(),
        };
        json::put(&mut *out, &link)?;
        writeln!(out)
    }

    /// For people.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn full(&self, look: Look, out: &mut dyn Write) -> io::Result<()> {
        let places = Places::new(self.sources);
        let texts = self.texts(&places);
        let story = self.masked(&texts);
        writeln!(out, "{}\n", escape::line(&story.url))?;
        let mut lines = Lines { look, out };
        match &story.analytics {
            None => lines.put(
                "analytics",
                &["can't be said: the link has no tags, or a platform fills them in".to_string()],
            )?,
            Some(channel) => lines.put("analytics", &channel.words())?,
        }
        for credit in &story.attribution {
            lines.put("attribution", &credit.words())?;
        }
        lines.put("note", &story.notes)?;
        if let Some(corrected) = &story.corrected {
            lines.put("corrected", std::slice::from_ref(corrected))?;
        }
        writeln!(out)?;
        let mut teller = Teller::new(look);
        for finding in self.findings {
            teller.tell(&texts, finding, out)?;
        }
        if self.findings.is_empty() {
            writeln!(out, "Nothing is wrong with this link.")?;
        }
        Ok(())
    }
}

struct Lines<'o> {
    look: Look,
    out: &'o mut dyn Write,
}

impl Lines<'_> {
    fn put(&mut self, key: &str, texts: &[String]) -> io::Result<()> {
        let indent = KEY_WIDTH + 4;
        for (number, text) in texts.iter().enumerate() {
            let text = wrapped(&escape::line(text), self.look.width, indent, indent);
            let key = if number == 0 { key } else { "" };
            let padding = KEY_WIDTH.saturating_sub(key.len()) + 2;
            let colon = if key.is_empty() { " " } else { ":" };
            let key = Paint(self.look.color).key(&format!("{key}{colon}"));
            writeln!(self.out, "{:padding$}{key} {text}", "")?;
        }
        Ok(())
    }
}

impl Channel {
    fn words(&self) -> Vec<String> {
        let because = match self.because.as_slice() {
            [] => ": no rule takes it".to_string(),
            reasons => format!(": the {}", reasons.join(" and the ")),
        };
        let mut lines = vec![format!("{}{because}", self.channel)];
        lines.push(match (&self.line, self.rule) {
            (Some(line), _) => format!("{line} decides, a rule of {}", self.group),
            (None, Some(rule)) => format!("rule {rule} of {} decides", self.group),
            (None, None) => format!("by {}", self.group),
        });
        if !self.disputed.is_empty() {
            let others = self.disputed.join(", ");
            lines.push(format!("or {others}: which rule comes first is disputed"));
        }
        if let Some(Wanted { channel, line }) = &self.wanted {
            let same = channel.trim().eq_ignore_ascii_case(self.channel.trim());
            lines.push(match same {
                true => format!("{line} wants it there"),
                false => format!("{line} wants it in {channel}"),
            });
        }
        lines
    }
}

impl Credit {
    fn words(&self) -> Vec<String> {
        let mut lines = vec![match (&self.channel, &self.bucket) {
            (Some(channel), Some(bucket)) => format!("{channel}, bucket {bucket}"),
            (Some(channel), None) => channel.clone(),
            (None, _) => "none: no line of the mapping takes it".to_string(),
        }];
        if let Some(line) = &self.line {
            lines.push(match self.otherwise {
                true => format!("{line}: no other line takes it"),
                false => format!("{line} takes it, the first line that does"),
            });
        }
        for line in &self.unless_from {
            lines.push(format!(
                "{line} takes visitors from the sites it names first"
            ));
        }
        lines
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}", self.path, self.line)
    }
}
