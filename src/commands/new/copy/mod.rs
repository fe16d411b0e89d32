//! A campaign copied from another, without what belongs to that one: its name, ids and tags, its tokens,
//! files and pages, and its days, which move with the new one's.

mod links;
mod sweep;

use jiff::civil::Date;

use super::super::Failure;
use super::super::arguments::{DatesChoice, NewCampaignArguments};
use super::super::around::Found;
use super::Draft;
use super::answers::{Answers, Inquiry};
use super::fresh::{self, as_value};
use super::place::days_between;
use super::residue::Residue;
use super::sheet::{Sheet, Step, at};
use crate::checks::CampaignTag;
use crate::model::Campaign;
use crate::model::values::{parse_date, to_id};
use crate::syntax::{NodeKind, edit};
use crate::workspace::Reads;

/// What belongs to one campaign alone.
const OWN_KEYS: [&str; 9] = [
    "id",
    "name",
    "description",
    "planned-in",
    "cost",
    "reviewed",
    "utm",
    "tokens",
    "assets",
];
/// The days of a campaign.
const DAYS: [&str; 4] = ["event", "start", "end", "until"];
/// Changes in a loop are bounded, whatever a file holds.
const MOST_ROUNDS: usize = 200;

/// A campaign on the way to another one.
pub(super) struct Copy<'c, 'w, 'a> {
    found: &'c Found<'w, 'a>,
    inquiry: &'c Inquiry<'c, 'w, 'a>,
    answers: &'c Answers,
    arguments: &'c NewCampaignArguments,
    sheet: Sheet,
    id: String,
    /// How many days the new campaign is later; `None` where days are left out.
    shift: Option<i64>,
    /// What names the old campaign.
    residue: Residue,
    /// What names what the old campaign was about, where the new one is about something else.
    topic: Residue,
    tokens: Vec<String>,
    left_out: Vec<String>,
    commented: bool,
}

impl<'c, 'w, 'a> Copy<'c, 'w, 'a> {
    pub(super) fn new(
        found: &'c Found<'w, 'a>,
        inquiry: &'c Inquiry<'c, 'w, 'a>,
        answers: &'c Answers,
        arguments: &'c NewCampaignArguments,
    ) -> Result<Copy<'c, 'w, 'a>, Failure> {
        let sources = inquiry.workspace.sources;
        let sheet = Sheet::of(sources.text(found.file.file), found.document.root.span());
        let shift = shift(&found.campaign, answers, arguments)?;
        let mut copy = Copy {
            found,
            inquiry,
            answers,
            arguments,
            sheet,
            id: String::new(),
            shift,
            residue: Residue::default(),
            topic: Residue::default(),
            tokens: Vec::new(),
            left_out: Vec::new(),
            commented: false,
        };
        copy.id = copy.new_id()?;
        copy.know_the_old();
        Ok(copy)
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// The channel of the new campaign.
    pub(super) fn channel(&self) -> &str {
        let old = || {
            self.found
                .campaign
                .channel
                .map(|channel| channel.text.value)
        };
        self.answers.one("channel").or_else(old).unwrap_or_default()
    }

    /// The day that decides where the new campaign lies.
    pub(super) fn date(&self) -> Option<Date> {
        self.new_date("event").or_else(|| self.new_date("start"))
    }

    fn old_date(&self, key: &str) -> Option<Date> {
        let campaign = &self.found.campaign;
        match key {
            "event" => campaign.event.map(|date| date.date),
            "start" => campaign.start.map(|date| date.date),
            "end" => campaign.end.map(|date| date.date),
            _ => parse_date(self.found.document.root.get(key)?.value()?).ok(),
        }
    }

    fn new_date(&self, key: &str) -> Option<Date> {
        if let Some(text) = self.answers.one(key) {
            return parse_date(text).ok();
        }
        moved(self.old_date(key)?, self.shift?)
    }

    /// The id of the copy: as told, else the old one with the new day and the new topic in it.
    fn new_id(&self) -> Result<String, Failure> {
        if let Some(id) = super::given_id(self.arguments) {
            return Ok(id);
        }
        let old = self.found.id;
        let mut words = Residue::default();
        for key in ["event", "start"] {
            if let (Some(old), Some(new)) = (self.old_date(key), self.new_date(key)) {
                words.add_date(old, Some(new), &[]);
            }
        }
        let old_topic = self.found.campaign.topic.map(|topic| to_id(topic.value));
        let new_topic = self.answers.one("topic").map(to_id);
        if let (Some(old), Some(new)) = (&old_topic, &new_topic) {
            words.add(old, Some(new));
        }
        let is_other_topic = new_topic.is_some() && new_topic != old_topic;
        let names_topic = old_topic
            .as_deref()
            .is_some_and(|topic| old.contains(topic));
        let id = words.replaced(old).unwrap_or_default();
        if id != old && (names_topic || !is_other_topic) {
            return Ok(id);
        }
        let about = self
            .answers
            .one("topic")
            .or_else(|| self.answers.one("name"));
        match about {
            Some(about) => Ok(self.inquiry.examples.id(self.channel(), self.date(), about)),
            None => Err(Failure::words(format!(
                "say with --id what the copy of `{old}` is called"
            ))),
        }
    }

    /// Writes down how the old campaign may be named.
    fn know_the_old(&mut self) {
        let campaign = &self.found.campaign;
        let new: Vec<Date> = DAYS.iter().filter_map(|key| self.new_date(key)).collect();
        let mut residue = Residue::default();
        residue.add(self.found.id, Some(&self.id));
        residue.add(self.found.file.stem, Some(&self.id));
        if let Some(name) = campaign.name {
            residue.add(name.value, self.answers.one("name"));
        }
        let workspace = self.inquiry.workspace;
        let reads = Reads::off();
        let name = workspace
            .names
            .name_of(campaign, self.found.id, &workspace.index, &reads);
        residue.add(name.as_deref().unwrap_or_default(), None);
        let tag = CampaignTag::of(campaign, workspace, &reads);
        for text in [tag.given.map(|text| text.value), tag.built.as_deref()] {
            residue.add(text.unwrap_or_default(), None);
        }
        let id = campaign.utm.as_ref().and_then(|utm| utm.id);
        residue.add(id.map_or("", |id| id.value), None);
        for key in DAYS {
            if let Some(old) = self.old_date(key) {
                residue.add_date(old, self.new_date(key), &new);
            }
        }
        for (_, token) in campaign.tokens.iter().flat_map(|map| &map.entries) {
            if parse_date(token.value).is_err() {
                residue.add(bare(token.value), None);
            }
        }
        for asset in campaign.assets.iter().flat_map(|list| &list.items) {
            residue.add(asset.url.map_or("", |url| bare(url.value)), None);
        }
        if let (Some(old), Some(new)) = (campaign.topic, self.answers.one("topic"))
            && to_id(old.value) != to_id(new)
        {
            self.topic.add(old.value, Some(new));
            self.topic.add(&to_id(old.value), Some(&to_id(new)));
        }
        // A word of the old id that the new one doesn't have is what only the old one was called.
        let channel = campaign.channel.map_or("", |channel| channel.text.value);
        let regions = campaign.region.iter().flat_map(|list| &list.items);
        let usual: Vec<&str> = regions
            .map(|region| region.text.value)
            .chain([channel, self.id.as_str()])
            .collect();
        for word in self.found.id.split(['-', '_']) {
            let is_usual = usual.iter().any(|text| text.contains(word));
            if !is_usual && !word.bytes().all(|byte| byte.is_ascii_digit()) {
                self.topic.add(word, None);
            }
        }
        self.residue = residue;
    }

    /// Makes the text of the new campaign.
    pub(super) fn write(&mut self) {
        self.sheet.set(&[], "status", "draft");
        let tokens = self
            .found
            .campaign
            .tokens
            .iter()
            .flat_map(|map| &map.entries);
        self.tokens = tokens.map(|(name, _)| name.value.to_string()).collect();
        for key in OWN_KEYS {
            if self.sheet.remove(&[], key) && !matches!(key, "id" | "cost" | "reviewed") {
                self.left_out.push(key.to_string());
            }
        }
        self.days();
        for (key, given) in &self.answers.keys {
            match key.split_once('.') {
                None => self.sheet.set(&[], key, &as_value(given, false)),
                Some((block, inner)) => self.set_inner(block, inner, &as_value(given, true)),
            }
        }
        self.parent();
        self.links();
        self.emails();
        self.sync();
        self.comments();
        self.sweep();
    }

    fn set_inner(&mut self, block: &str, key: &str, value: &str) {
        let tree = self.sheet.tree();
        let has_block = tree
            .documents()
            .next()
            .and_then(|root| root.get(block))
            .is_some_and(|node| node.kind() == NodeKind::Mapping);
        match has_block {
            true => self.sheet.set(&[Step::Key(block)], key, value),
            false => self.sheet.set(&[], block, &format!("{{ {key}: {value} }}")),
        }
    }

    /// How many e-mails the old campaign has.
    fn email_count(&self) -> usize {
        let emails = self.found.campaign.emails.iter();
        emails.flat_map(|list| &list.items).count()
    }

    /// The days of the campaign and of its e-mails.
    fn days(&mut self) {
        for key in DAYS {
            if self.answers.has(key) {
                continue;
            }
            match self.new_date(key) {
                Some(date) => self.sheet.set(&[], key, &date.to_string()),
                None => {
                    self.sheet.remove(&[], key);
                }
            }
        }
        for number in 0..self.email_count() {
            let way = [Step::Key("emails"), Step::Item(number)];
            let shift = self.shift;
            let moved = self.sheet.change(|root| {
                let node = at(root, &way)?.get("send")?.resolved();
                let day = node.value()?.get(..10)?;
                let new = moved(parse_date(day).ok()?, shift?)?;
                Some(vec![edit::replace_part(node, 0..10, &new.to_string())])
            });
            if !moved && self.shift != Some(0) && self.sheet.remove(&way, "send") {
                self.leave_out("send of e-mails");
            }
        }
    }

    /// The bracket around the old campaign holds the new one only where their days agree.
    fn parent(&mut self) {
        let Some(parent) = self.found.campaign.parent else {
            return;
        };
        if self.answers.has("parent") {
            return;
        }
        let workspace = self.inquiry.workspace;
        let found =
            crate::commands::around::all(workspace).find(|(id, ..)| *id == parent.text.value);
        let bracket = found.and_then(|found| crate::commands::around::read(workspace, found));
        let holds = bracket.is_some_and(|bracket| {
            let (start, end) = (bracket.campaign.start, bracket.campaign.end);
            self.date().is_some_and(|date| {
                start.is_none_or(|start| start.date <= date)
                    && end.is_none_or(|end| date <= end.date)
            })
        });
        if !holds && self.sheet.remove(&[], "parent") {
            self.leave_out("parent");
        }
    }

    fn leave_out(&mut self, what: &str) {
        if !self.left_out.iter().any(|known| known == what) {
            self.left_out.push(what.to_string());
        }
    }

    /// Writes the id down where the name of the file says another.
    pub(super) fn say_id(&mut self, path: &std::path::Path) {
        if !super::is_called(path, &self.id) {
            let id = self.id.clone();
            self.sheet.set(&[], "id", &id);
        }
    }

    /// The campaign, with what is to be filled in at its end.
    pub(super) fn finish(mut self) -> Draft {
        let mut lines = Vec::new();
        let tree = self.sheet.tree();
        let root = tree.documents().next();
        let has = |key: &str| root.is_some_and(|root| root.get(key).is_some());
        for key in ["name", "description"] {
            if self.left_out.iter().any(|gone| gone == key) && !has(key) {
                lines.push(format!("{key}:"));
            }
        }
        if self.left_out.iter().any(|gone| gone == "utm") && !has("utm") {
            let workspace = self.inquiry.workspace;
            let tag = CampaignTag::of(&self.found.campaign, workspace, &Reads::off());
            // What the template builds nobody fills in.
            if tag.given.is_some() && tag.built.is_none() {
                lines.push("utm: { campaign: }".to_string());
            }
        }
        if !self.tokens.is_empty() {
            lines.push("tokens:".to_string());
            for name in &self.tokens {
                lines.push(format!("  {}:", edit::written(name, false)));
            }
        }
        if self.left_out.iter().any(|gone| gone == "assets") {
            lines.push("assets:".to_string());
        }
        let needs_event = self.found.campaign.event.is_some() && !has("event");
        if needs_event {
            lines.push(fresh::line_of("event", self.inquiry));
        }
        if !lines.is_empty() {
            let eol = if self.sheet.text.contains("\r\n") {
                "\r\n"
            } else {
                "\n"
            };
            let text = &mut self.sheet.text;
            text.push_str(&format!("{eol}# {}{eol}", fresh::FILL_IN));
            for line in lines {
                text.push_str(&format!("# {line}{eol}"));
            }
        }
        let mut notes = Vec::new();
        if !self.left_out.is_empty() {
            notes.push(format!(
                "left out, since it was the old campaign's: {}",
                self.left_out.join(", ")
            ));
        }
        if self.commented {
            notes.push(
                "its links stand there as comments until you give them their page (or say it with --url)"
                    .to_string(),
            );
        }
        Draft {
            id: self.id,
            text: self.sheet.text,
            notes,
        }
    }
}

/// How many days the copy is later.
fn shift(
    campaign: &Campaign<'_>,
    answers: &Answers,
    arguments: &NewCampaignArguments,
) -> Result<Option<i64>, Failure> {
    if arguments.dates == DatesChoice::Drop {
        return Ok(None);
    }
    let days = [
        ("event", campaign.event),
        ("start", campaign.start),
        ("end", campaign.end),
    ];
    let mut old = days
        .iter()
        .filter_map(|(key, date)| Some((*key, (*date)?.date)));
    let Some((key, first)) = old.clone().next() else {
        return Ok(None);
    };
    let shift = old.find_map(|(key, old)| {
        let new = parse_date(answers.one(key)?).ok()?;
        Some(days_between(old, new))
    });
    match shift {
        Some(days) => Ok(Some(days)),
        None => Err(Failure::words(format!(
            "say the new day with --{key} (it was {first}), or --dates drop to leave all days out"
        ))),
    }
}

fn moved(date: Date, days: i64) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
}

/// An address without its scheme and what follows the page.
fn bare(text: &str) -> &str {
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['?', '#']).next().unwrap_or(text);
    text.trim_end_matches('/')
}

fn page_of(url: &str) -> String {
    bare(url).to_string()
}
