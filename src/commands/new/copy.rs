//! A campaign copied from another, without what belongs to that one: its name, ids and tags, its tokens,
//! files and pages, and its days, which move with the new one's.

use std::path::Path;

use jiff::civil::Date;

use super::super::Failure;
use super::super::arguments::{DatesChoice, NewCampaignArguments};
use super::super::around::{Around, Found};
use super::answers::{Answers, Inquiry};
use super::fresh::{self, as_value};
use super::place::{Examples, days_between};
use super::residue::Residue;
use super::sheet::{Sheet, Step, at};
use super::{Draft, findings_of};
use crate::checks::CampaignTag;
use crate::links::{Context, Link};
use crate::model::Campaign;
use crate::model::values::{parse_date, to_id};
use crate::syntax::{Edit, Node, NodeKind, Span, edit};
use crate::workspace::{Preset, Reads};

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
        if let Some(id) = &self.arguments.id {
            return Ok(id.clone());
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
        let count = self
            .found
            .campaign
            .emails
            .iter()
            .flat_map(|list| &list.items)
            .count();
        for number in 0..count {
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

    /// Links keep their source, medium and content; their own `utm_campaign` goes, and so does a page
    /// that belongs to the old campaign.
    fn links(&mut self) {
        let links: Vec<_> = self
            .found
            .campaign
            .links
            .iter()
            .flat_map(|list| &list.items)
            .collect();
        let belongs: Vec<bool> = links
            .iter()
            .map(|link| {
                let url = link.url.map_or("", |url| url.value);
                self.residue.is_in(&page_of(url)) || self.topic.is_in(url) || self.is_of_event(url)
            })
            .collect();
        // The page that most of these links lead to is the one that --url replaces.
        let pages: Vec<String> = links
            .iter()
            .zip(&belongs)
            .filter(|(_, own)| **own)
            .map(|(link, _)| page_of(link.url.map_or("", |url| url.value)))
            .collect();
        let count = |page: &String| pages.iter().filter(|other| *other == page).count();
        let main = pages.iter().rev().max_by_key(|page| count(page)).cloned();
        let mut gone: Vec<(usize, String)> = Vec::new();
        for (number, link) in links.iter().enumerate() {
            let way = [Step::Key("links"), Step::Item(number)];
            for key in ["campaign", "utm-id"] {
                self.sheet.remove(&way, key);
            }
            self.sheet
                .change(|root| untag(at(root, &way)?.get("url")?.resolved()));
            if !belongs[number] {
                continue;
            }
            let page = page_of(link.url.map_or("", |url| url.value));
            match &self.arguments.url {
                Some(url) if Some(&page) == main.as_ref() => {
                    self.sheet.set(&way, "url", &edit::written(url, true));
                }
                _ => {
                    let id = link.id.map_or(String::new(), |id| id.0.value.to_string());
                    gone.push((number, id));
                }
            }
        }
        for (number, _) in gone.iter().rev() {
            self.comment_out_link(*number);
        }
        let tree = self.sheet.tree();
        let links = tree.documents().next().and_then(|root| root.entry("links"));
        if let Some(links) = links.filter(|links| links.value.is_null()) {
            self.sheet.comment_out(links.key.span());
        }
        let gone: Vec<String> = gone
            .into_iter()
            .map(|(_, id)| id)
            .filter(|id| !id.is_empty())
            .collect();
        if !gone.is_empty() {
            self.commented = true;
            self.forget_links(&gone);
        }
    }

    /// Whether a page is one of an event that is over by then, such as its recording: it is called by what
    /// the event was about.
    fn is_of_event(&self, url: &str) -> bool {
        let campaign = &self.found.campaign;
        let (Some(_), Some(topic)) = (campaign.event, campaign.topic) else {
            return false;
        };
        let mut words = Residue::default();
        words.add(&to_id(topic.value), None);
        words.is_in(url)
    }

    /// Makes a comment of a link whose page is not known yet.
    fn comment_out_link(&mut self, number: usize) {
        let way = [Step::Key("links"), Step::Item(number)];
        self.sheet.change(|root| {
            let url = at(root, &way)?.get("url")?.resolved();
            let link = Link::parse(url.value()?, Context::Text);
            let host = link.plain_host().unwrap_or_default();
            Some(vec![edit::set_value(url, &format!("https://{host}/"))])
        });
        let tree = self.sheet.tree();
        let Some(root) = tree.documents().next() else {
            return;
        };
        let (Some(item), Some(list)) = (at(root, &way), root.get("links")) else {
            return;
        };
        let alone = list.resolved().items().nth(1).is_none();
        let span = item.span();
        if list.is_flow() {
            // In brackets there is no room for a comment.
            if alone {
                self.sheet.remove(&[], "links");
            } else {
                let items: Vec<Span> = list.resolved().items().map(Node::span).collect();
                let cut = match (items.get(number + 1), number.checked_sub(1)) {
                    (Some(next), _) => Span::new(span.start, next.start),
                    (None, Some(before)) => Span::new(items[before].end, span.end),
                    (None, None) => span,
                };
                self.sheet.apply(&[Edit {
                    span: cut,
                    text: String::new(),
                }]);
            }
            return;
        }
        let before = self
            .sheet
            .text
            .get(..span.start as usize)
            .unwrap_or_default();
        let dash = before.rfind('-').unwrap_or(span.start as usize);
        let span = Span::new(dash as u32, span.end);
        self.sheet.comment_out(span);
    }

    /// Takes links that are not there any more out of e-mails.
    fn forget_links(&mut self, gone: &[String]) {
        let emails = self
            .found
            .campaign
            .emails
            .iter()
            .flat_map(|list| &list.items);
        for (number, email) in emails.enumerate() {
            let links: Vec<&str> = email
                .links
                .iter()
                .flat_map(|list| &list.items)
                .map(|link| link.value)
                .collect();
            let stays: Vec<String> = links
                .iter()
                .filter(|link| !gone.iter().any(|gone| gone == *link))
                .map(|link| edit::written(link, true))
                .collect();
            if stays.len() == links.len() {
                continue;
            }
            let way = [Step::Key("emails"), Step::Item(number)];
            match stays.as_slice() {
                [] => {
                    self.sheet.remove(&way, "links");
                }
                [only] => self.sheet.set(&way, "links", only),
                several => self
                    .sheet
                    .set(&way, "links", &format!("[{}]", several.join(", "))),
            }
            let lost: Vec<&str> = links
                .into_iter()
                .filter(|link| gone.iter().any(|gone| gone == link))
                .collect();
            self.remember(&way, &format!("# and the link {}", lost.join(", ")));
        }
    }

    /// Puts a comment behind an item, where there is room.
    fn remember(&mut self, way: &[Step<'_>], comment: &str) {
        let tree = self.sheet.tree();
        let Some(node) = tree.documents().next().and_then(|root| at(root, way)) else {
            return;
        };
        let inside = tree.slice(node.span()).trim_end().len();
        let end = node.span().start as usize + inside;
        let rest = self.sheet.text.get(end..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        if line.trim().is_empty() {
            self.sheet.text.insert_str(end, &format!(" {comment}"));
        }
    }

    /// E-mails keep their role, sender and order; a subject that names the old campaign goes.
    fn emails(&mut self) {
        let count = self
            .found
            .campaign
            .emails
            .iter()
            .flat_map(|list| &list.items)
            .count();
        for number in 0..count {
            let way = [Step::Key("emails"), Step::Item(number)];
            let tree = self.sheet.tree();
            let item = tree.documents().next().and_then(|root| at(root, &way));
            let subject = item.and_then(|item| item.get("subject")?.value());
            if subject
                .is_some_and(|subject| self.residue.is_in(subject) || self.topic.is_in(subject))
                && self.sheet.remove(&way, "subject")
            {
                self.leave_out("subjects that name the old campaign");
            }
        }
        // What is written into analytics says what the new campaign is about.
        self.replace_texts(|key| key == "content", Words::OfTopic);
        for _ in 0..MOST_ROUNDS {
            let removed = self.sheet.change(|root| {
                let named = leaves(root).into_iter().find(|(key, node, _)| {
                    key == "content" && node.value().is_some_and(|text| self.topic.is_in(text))
                });
                named.map(|(_, _, entry)| vec![edit::remove_entry(entry)])
            });
            if !removed {
                break;
            }
        }
    }

    /// Folders move to the new period; what identifies the program there goes.
    fn sync(&mut self) {
        let (old, new) = (
            self.old_date("event").or_else(|| self.old_date("start")),
            self.date(),
        );
        let examples = self.inquiry.examples;
        for _ in 0..MOST_ROUNDS {
            let changed = self.sheet.change(|root| {
                let sync = root.get("sync")?.resolved();
                for (key, node, entry) in leaves(sync) {
                    let value = node.value()?;
                    if identifies(&key, value) {
                        return Some(vec![edit::remove_entry(entry)]);
                    }
                    let (Some(old), Some(new)) = (old, new) else {
                        continue;
                    };
                    let parts = value.split('/').map(|part| {
                        let moved = examples.moved(part, old, new);
                        moved.unwrap_or_else(|| part.to_string())
                    });
                    let moved = parts.collect::<Vec<_>>().join("/");
                    if moved != value && !moved_already(value, new, examples) {
                        return Some(vec![edit::set_value(node, &moved)]);
                    }
                }
                None
            });
            if !changed {
                break;
            }
        }
    }

    /// Comments stay; one that names the old campaign says the same of the new one, or goes.
    fn comments(&mut self) {
        for _ in 0..MOST_ROUNDS {
            let tree = self.sheet.tree();
            let named = tree.comments().iter().find_map(|comment| {
                let text = tree.slice(comment.span);
                if self.topic.is_in(text) {
                    return Some((*comment, None));
                }
                let is_named = self.residue.is_in(text);
                is_named.then(|| (*comment, self.residue.replaced(text)))
            });
            let Some((comment, new)) = named else { return };
            let mut span = comment.span;
            let text = match new {
                Some(new) if !self.residue.is_in(&new) => new,
                _ => {
                    let before = &self.sheet.text[..span.start as usize];
                    span.start = before.trim_end_matches([' ', '\t']).len() as u32;
                    if comment.own_line {
                        // The whole line goes.
                        let rest = &self.sheet.text[span.end as usize..];
                        span.end +=
                            u32::from(rest.starts_with('\r')) + u32::from(rest.contains('\n'));
                    }
                    String::new()
                }
            };
            if !self.sheet.apply(&[Edit { span, text }]) {
                return;
            }
        }
    }

    /// Whatever still names the old campaign: moved with it where that is possible, else left out.
    fn sweep(&mut self) {
        self.replace_texts(|_| true, Words::All);
        for _ in 0..MOST_ROUNDS {
            let removed = self.sheet.change(|root| {
                let named = leaves(root)
                    .into_iter()
                    .find(|(_, node, _)| node.value().is_some_and(|text| self.residue.is_in(text)));
                named.map(|(_, _, entry)| vec![edit::remove_entry(entry)])
            });
            if !removed {
                return;
            }
            self.leave_out("what named the old campaign");
        }
    }

    /// Replaces what names the old campaign in the texts of some keys.
    fn replace_texts(&mut self, wanted: impl Fn(&str) -> bool, words: Words) {
        for _ in 0..MOST_ROUNDS {
            let words = match words {
                Words::OfTopic => &self.topic,
                Words::All => &self.residue,
            };
            let changed = self.sheet.change(|root| {
                leaves(root).into_iter().find_map(|(key, node, _)| {
                    let value = node
                        .value()
                        .filter(|value| wanted(&key) && words.is_in(value))?;
                    let new = words.replaced(value).filter(|new| !words.is_in(new))?;
                    Some(vec![edit::set_value(node, &new)])
                })
            });
            if !changed {
                return;
            }
        }
    }

    fn leave_out(&mut self, what: &str) {
        if !self.left_out.iter().any(|known| known == what) {
            self.left_out.push(what.to_string());
        }
    }

    /// Takes out what the rules say of the new campaign: it was right for the old one, and is the new
    /// one's to decide.
    pub(super) fn silence(&mut self, around: &Around, path: &Path, today: Date) {
        for _ in 0..MOST_ROUNDS {
            let preset = Some(Preset::Strict);
            let findings = findings_of(around, path, &self.sheet.text, today, preset);
            let Some(taken) = findings.iter().find_map(|finding| {
                let tree = self.sheet.tree();
                let root = tree.documents().next()?;
                let key = innermost(root, finding.place.span, self.answers)?;
                let (name, edit) = (key.0, edit::remove_entry(key.1));
                self.sheet.apply(&[edit]).then_some(name)
            }) else {
                return;
            };
            self.leave_out(&taken);
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
            let tag = self
                .found
                .campaign
                .utm
                .as_ref()
                .and_then(|utm| utm.campaign);
            if tag.is_some() {
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
            self.sheet
                .text
                .push_str("\n# Take away the # and the space behind it, and fill in what this campaign has.\n");
            for line in lines {
                self.sheet.text.push_str(&format!("# {line}\n"));
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

/// Which words are replaced.
#[derive(Clone, Copy)]
enum Words {
    OfTopic,
    All,
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

/// Takes `utm_campaign` and `utm_id` out of an address.
fn untag(url: Node<'_>) -> Option<Vec<Edit>> {
    use crate::links::Tag;
    let text = url.value()?;
    let link = Link::parse(text, Context::Text);
    let own = |found: &crate::links::Parameter<'_>| {
        found.is_own() && matches!(found.tag(), Some(Tag::Campaign | Tag::Id))
    };
    let gone = link.removals(own);
    if gone.is_empty() {
        return None;
    }
    let mut new = text.to_string();
    for range in gone.into_iter().rev() {
        new.replace_range(range, "");
    }
    Some(vec![edit::set_value(url, &new)])
}

/// Whether a key of `sync:` says which program there it is.
fn identifies(key: &str, value: &str) -> bool {
    let key = key.to_lowercase();
    let names = ["id", "program", "campaign", "url", "link"];
    let is_name = key.split(['-', '_', ' ']).any(|part| names.contains(&part));
    let is_number = value.len() >= 3 && value.bytes().all(|byte| byte.is_ascii_digit());
    is_name || is_number
}

/// Whether a text holds a period of the new date already.
fn moved_already(value: &str, new: Date, examples: &Examples<'_>) -> bool {
    let mut parts = value.split('/');
    parts.any(|part| examples.moved(part, new, new).is_some())
}

/// Every scalar below a node: its key, where it stands, and the entry that holds it.
fn leaves(root: Node<'_>) -> Vec<(String, Node<'_>, crate::syntax::Entry<'_>)> {
    let mut found = Vec::new();
    let mut open: Vec<(Node<'_>, Option<crate::syntax::Entry<'_>>)> = vec![(root, None)];
    while let Some((node, holder)) = open.pop() {
        match node.kind() {
            NodeKind::Mapping => {
                let entries: Vec<_> = node.entries().collect();
                open.extend(
                    entries
                        .into_iter()
                        .rev()
                        .map(|entry| (entry.value, Some(entry))),
                );
            }
            NodeKind::Sequence => {
                let items: Vec<_> = node.items().collect();
                open.extend(items.into_iter().rev().map(|item| (item, holder)));
            }
            NodeKind::Scalar => {
                if let Some(entry) = holder {
                    let key = entry.key.value().unwrap_or_default().to_string();
                    found.push((key, node, entry));
                }
            }
            _ => {}
        }
    }
    found
}

/// The innermost entry around a place that may go: not what makes a campaign, nor what somebody said.
fn innermost<'t>(
    root: Node<'t>,
    place: Span,
    answers: &Answers,
) -> Option<(String, crate::syntax::Entry<'t>)> {
    const STAY: [&str; 4] = ["kind", "channel", "status", "url"];
    let holds = |entry: &crate::syntax::Entry<'_>| {
        entry.key.span().start <= place.start
            && place.end <= entry.value.span().end.max(entry.key.span().end)
    };
    let mut best = None;
    let mut node = root;
    let mut way = String::new();
    for _ in 0..MOST_ROUNDS {
        let next = match node.kind() {
            NodeKind::Mapping => node.entries().find(holds).map(|entry| {
                let key = entry.key.value().unwrap_or_default();
                if way.is_empty() {
                    way = key.to_string();
                } else {
                    way = format!("{way}.{key}");
                }
                // An id names an item; without it the item is another.
                if !STAY.contains(&key) && !(key == "id" && way != "id") && !answers.has(&way) {
                    best = Some((way.clone(), entry));
                }
                entry.value
            }),
            NodeKind::Sequence => node
                .items()
                .find(|item| item.span().start <= place.start && place.end <= item.span().end),
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::identifies;

    #[test]
    fn a_program_is_known_by_its_number() {
        assert!(identifies("program-id", "x") && identifies("folder", "10234"));
        assert!(!identifies("folder", "Webcasts/FY27-Q4") && !identifies("template", "webcast"));
    }
}
