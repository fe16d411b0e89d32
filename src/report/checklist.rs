//! What a campaign still needs, as text, as a task list in Markdown, and for programs.

use std::io::{self, Write};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::full::{Paint, wrapped};
use super::link::Line;
use super::texts::Texts;
use super::{Look, Places, Report, Summary, json};
use crate::diagnostics::{Finding, Severity, Sources, escape};

/// The version of the contract. It grows when a program that reads it would have to change.
const VERSION: u32 = 1;

/// What a campaign needs before it may say `status: ready`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Checklist {
    /// The version of this format: 1.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The campaign's id.
    pub campaign: String,
    /// Its file.
    pub path: String,
    /// What its channel is called.
    pub channel: Option<String>,
    /// The line that says what campaigns of the channel need.
    pub needs: Option<Line>,
    /// How far the campaign is, as it says itself.
    pub status: Option<String>,
    /// Whether nothing is missing and nothing is wrong.
    pub complete: bool,
    /// What is needed, what is done of it first in each group.
    pub items: Vec<Item>,
}

/// One thing that a campaign needs, or that is wrong with it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Item {
    /// What it belongs to.
    pub group: Group,
    /// Whether it is done.
    pub done: bool,
    /// What it is.
    pub text: String,
    /// What to do. May be empty.
    pub help: String,
    /// The rule that asks for it; null where the channel does.
    pub rule: Option<String>,
    /// Where it stands in the campaign; null for what is not there yet.
    pub line: Option<Line>,
}

impl Item {
    /// What it is, and what to do about it where it is not done.
    fn with_help(&self) -> String {
        if self.done || self.help.is_empty() {
            return self.text.clone();
        }
        // A message is a sentence; what a channel needs is a word.
        match self.text.ends_with(['.', '?', '!']) {
            true => format!("{} {}", self.text, self.help),
            false => format!("{}. {}", self.text, self.help),
        }
    }
}

/// The parts of a checklist.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Keys of the campaign.
    Fields,
    /// Program tokens.
    Tokens,
    /// E-mails.
    Emails,
    /// Smart campaigns and workflows.
    SwitchedOn,
    /// Links and their tags.
    Links,
    /// Dates, notice and approvals.
    DatesAndNotice,
    /// What is wrong whatever the status.
    WrongAlready,
}

impl Group {
    fn title(self) -> &'static str {
        match self {
            Group::Fields => "Fields",
            Group::Tokens => "Tokens",
            Group::Emails => "E-mails",
            Group::SwitchedOn => "Switched on",
            Group::Links => "Links and tags",
            Group::DatesAndNotice => "Dates, notice and approvals",
            Group::WrongAlready => "Wrong already",
        }
    }

    /// The group of something that is missing.
    fn of(finding: &Finding) -> Group {
        let family = finding.rule.split('/').next().unwrap_or_default();
        let key = finding.route.split(['.', '[']).next().unwrap_or_default();
        match (family, key) {
            ("approvals", _) | (_, "start" | "end" | "event") => Group::DatesAndNotice,
            ("tracking" | "analytics", _) | (_, "links" | "utm") => Group::Links,
            ("email", _) | (_, "emails") => Group::Emails,
            (_, "tokens") => Group::Tokens,
            (_, "switched-on") => Group::SwitchedOn,
            _ => Group::Fields,
        }
    }
}

/// The JSON Schema of the format.
pub fn checklist_schema() -> Schema {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.contract = schemars::generate::Contract::Serialize;
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<Checklist>();
    schema.insert("title".into(), "a checklist".into());
    schema.insert(
        "description".into(),
        "What `campaignlint checklist --format json` says a campaign still needs.".into(),
    );
    schema
}

impl Checklist {
    /// An empty checklist of a campaign.
    pub fn new(campaign: &str, path: &str) -> Checklist {
        Checklist {
            version: VERSION,
            campaign: campaign.to_string(),
            path: path.to_string(),
            channel: None,
            needs: None,
            status: None,
            complete: true,
            items: Vec::new(),
        }
    }

    /// Adds findings: what is missing when the campaign says `ready`, or what is `wrong` already.
    pub fn add_findings(&mut self, findings: &[Finding], wrong: bool, sources: &Sources) {
        let places = Places::new(sources);
        let report = Report {
            findings,
            sources,
            hidden: &[],
            summary: Summary::default(),
        };
        let texts = Texts::new(&places, &report);
        for finding in findings {
            let group = match wrong {
                true => Group::WrongAlready,
                false => Group::of(finding),
            };
            self.items.push(Item {
                group,
                done: false,
                text: texts.masked(&finding.message).into_owned(),
                help: texts.masked(&finding.help).into_owned(),
                rule: Some(finding.rule.to_string()),
                line: Some(Line {
                    path: texts.path(finding.place.file).into_owned(),
                    line: texts.lines(finding.place).start.0 as u32,
                }),
            });
            self.complete &= finding.severity < Severity::Warning;
        }
    }

    /// Puts the items in order.
    pub fn sort(&mut self) {
        self.items.sort_by_key(|item| (item.group, !item.done));
        let mut asked = self.items.iter().filter(|item| item.rule.is_none());
        self.complete &= asked.all(|item| item.done);
    }

    fn groups(&self) -> impl Iterator<Item = &[Item]> {
        self.items.chunk_by(|a, b| a.group == b.group)
    }

    /// What it comes to, in a sentence.
    fn sentence(&self) -> String {
        let open = self.items.iter().filter(|item| !item.done).count();
        let all = self.items.len();
        match (self.complete, self.status.as_deref()) {
            (true, None | Some("draft")) => {
                "Complete: the campaign may say `status: ready`.".to_string()
            }
            (true, Some(_)) => "Complete.".to_string(),
            (false, _) => format!("{} of {all} done, {open} to go.", all - open),
        }
    }

    fn head(&self) -> String {
        let mut head = self.campaign.clone();
        for more in [&self.channel, &self.status].into_iter().flatten() {
            head.push_str(" · ");
            head.push_str(more);
        }
        head
    }

    /// For people.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn full(&self, look: Look, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(look.color);
        writeln!(out, "{}", paint.bold(&escape::line(&self.head())))?;
        if let Some(line) = &self.needs {
            let line = line.to_string();
            writeln!(out, "what it needs: {}", escape::line(&line))?;
        }
        for items in self.groups() {
            let Some(first) = items.first() else { continue };
            writeln!(out, "\n{}", paint.key(first.group.title()))?;
            for item in items {
                let tick = match (item.done, item.group) {
                    (true, _) => "[x]",
                    (false, Group::WrongAlready) => "[!]",
                    (false, _) => "[ ]",
                };
                let mut text = item.with_help();
                if let (false, Some(line)) = (item.done, &item.line) {
                    text = format!("{text} ({line})");
                }
                let text = wrapped(&escape::line(&text), look.width, 6, 6);
                writeln!(out, "  {tick} {text}")?;
            }
        }
        let sentence = self.sentence();
        let sentence = match self.complete {
            true => paint.bold(&sentence),
            false => paint.warning(&sentence),
        };
        writeln!(out, "\n{sentence}")
    }

    /// A task list, for an issue or a merge request.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "### {}", markdown(&self.head()))?;
        for items in self.groups() {
            let Some(first) = items.first() else { continue };
            writeln!(out, "\n**{}**\n", first.group.title())?;
            for item in items {
                let tick = if item.done { 'x' } else { ' ' };
                let mut text = markdown(&item.with_help());
                if let (false, Some(line)) = (item.done, &item.line) {
                    text = format!("{text} ({})", markdown(&format!("`{line}`")));
                }
                writeln!(out, "- [{tick}] {text}")?;
            }
        }
        writeln!(out, "\n{}", markdown(&self.sentence()))
    }

    /// For programs.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        json::put(&mut *out, self)?;
        writeln!(out)
    }
}

/// A text of which Markdown makes nothing but what it says: words in backticks stay code, and whatever
/// else would be a link, a mention, a tag or emphasis is text.
fn markdown(text: &str) -> String {
    let text = escape::line(text);
    let mut safe = String::with_capacity(text.len());
    let is_paired = text.matches('`').count().is_multiple_of(2);
    let mut code = false;
    for c in text.chars() {
        match c {
            '`' if is_paired => {
                code = !code;
                safe.push(c);
            }
            _ if code => safe.push(c),
            '@' => safe.push_str("&#64;"),
            '<' => safe.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '$' | '&' => {
                safe.push('\\');
                safe.push(c);
            }
            _ => safe.push(c),
        }
    }
    safe
}
