//! What must be known of every campaign to compare it with all others, and every channel with the
//! house rules that count for its campaigns.

use std::collections::HashMap;

use jiff::civil::Date;

use super::link_marks::hash_of;
use super::read::FileRead;
use crate::diagnostics::Place;
use crate::model::reader::opening;
use crate::model::target::Language;
use crate::model::values::{OneOrMany, Reference, Text};
use crate::model::{Body, Campaign, Channel, Costs, Status};
use crate::syntax::{Node, NodeKind};

/// A channel with what its document says for all of them.
#[derive(Debug, Clone)]
pub struct ChannelInForce<'a> {
    /// Its id.
    pub id: Text<'a>,
    /// What it says.
    pub keys: Channel<'a>,
    /// House rules about money.
    pub costs: Option<Costs<'a>>,
}

/// Every channel by its id; the first of equal ones counts.
pub(super) fn channels<'a>(files: &[FileRead<'a>]) -> HashMap<&'a str, ChannelInForce<'a>> {
    let mut found = HashMap::new();
    let documents = files.iter().flat_map(|file| &file.documents);
    for document in documents {
        if let Some(Body::Channels(channels)) = &document.body {
            for (id, keys) in &channels.entries {
                found.entry(id.value).or_insert_with(|| ChannelInForce {
                    id: *id,
                    keys: keys.clone(),
                    costs: channels.own.costs.clone(),
                });
            }
        }
    }
    found
}

/// What campaigns are compared with of each form, by the form's id.
#[derive(Debug, Clone)]
pub struct FormInForce<'a> {
    /// The member status that it gives.
    pub status: Option<Text<'a>>,
    /// The languages it exists in.
    pub speaks: Option<OneOrMany<'a, Reference<'a, Language>>>,
}

pub(super) fn forms<'a>(files: &[FileRead<'a>]) -> HashMap<&'a str, FormInForce<'a>> {
    let mut found = HashMap::new();
    for file in files {
        for document in &file.documents {
            if let Some(Body::Form(form)) = &document.body {
                let id = form.id.map_or(file.stem, |id| id.0.value);
                let then = form.then.and_then(|then| then.0.get("status"));
                found.entry(id).or_insert_with(|| FormInForce {
                    status: then.and_then(Text::of),
                    speaks: form.speaks.clone(),
                });
            }
        }
    }
    found
}

/// A campaign, as far as others are compared with it.
#[derive(Debug, Clone, Copy)]
pub struct CampaignMark<'a> {
    /// Its id.
    pub id: &'a str,
    /// Where it begins: its id, or the line of its kind.
    pub place: Place,
    /// The number of the document within its file.
    pub document: u32,
    /// Its channel.
    pub channel: Option<&'a str>,
    /// The campaign of which it is a part.
    pub parent: Option<&'a str>,
    /// Its name, where it is written down.
    pub name: Option<Text<'a>>,
    /// `utm_campaign`, where it is written down.
    pub utm_campaign: Option<&'a str>,
    /// What it is besides its name, as one number: equal for campaigns that look like one that
    /// stands there twice. `None` for what says too little or is given up.
    pub twin: Option<u64>,
    /// Whether it took place; what was given up has no twin.
    pub is_done: bool,
}

impl<'a> CampaignMark<'a> {
    pub(super) fn of(
        campaign: &Campaign<'a>,
        root: Node<'a>,
        stem: &'a str,
        document: u32,
    ) -> CampaignMark<'a> {
        let id = root.get("id").and_then(Text::of);
        let place = id.map_or_else(
            || root.get("kind").map_or(opening(root), Into::into),
            |id| id.node.into(),
        );
        CampaignMark {
            id: id.map_or(stem, |id| id.value),
            place,
            document,
            channel: campaign.channel.map(|channel| channel.text.value),
            parent: campaign.parent.map(|parent| parent.text.value),
            name: campaign.name,
            utm_campaign: campaign
                .utm
                .as_ref()
                .and_then(|utm| Some(utm.campaign?.value)),
            twin: twin_of(campaign),
            is_done: campaign.status == Some(Status::Done),
        }
    }
}

/// A name without what people change when they type it again: letter case and signs.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn twin_of(campaign: &Campaign<'_>) -> Option<u64> {
    if campaign.status == Some(Status::Aborted) {
        return None;
    }
    let date: Date = campaign.event.or(campaign.start)?.date;
    let called = plain(campaign.name.or(campaign.topic)?.value);
    let mut sum = String::new();
    let mut add = |text: &str| {
        sum.push_str(text);
        sum.push('\n');
    };
    add(&called);
    add(&date.to_string());
    add(&campaign.channel?.text.value.to_lowercase());
    add(&in_any_order(campaign.region.as_ref()));
    // Two sends of one day differ in whom they reach; two advertisements in where they run.
    add(&in_any_order(campaign.languages.as_ref()));
    add(&in_any_order(campaign.persona.as_ref()));
    add(&in_any_order(campaign.product.as_ref()));
    add(&in_any_order(campaign.industry.as_ref()));
    add(&in_any_order(campaign.audience.as_ref()));
    let unit = campaign.business_unit.map(|unit| unit.text.value);
    add(unit.unwrap_or_default());
    if campaign.name.is_none() {
        for link in campaign.links.iter().flat_map(|list| &list.items) {
            for (_, tag) in link.tags() {
                add(tag.value);
            }
        }
    }
    Some(hash_of(&sum))
}

fn in_any_order<T>(list: Option<&OneOrMany<'_, Reference<'_, T>>>) -> String {
    let items = list.into_iter().flat_map(|list| &list.items);
    let mut ids: Vec<String> = items.map(|item| item.text.value.to_lowercase()).collect();
    ids.sort_unstable();
    ids.join(",")
}

/// Campaigns by what they are called: id, name, `utm_campaign`.
#[derive(Debug, Default)]
pub struct Campaigns<'a> {
    marks: Vec<CampaignMark<'a>>,
    /// By the hash of the text in lower case; `None` where several campaigns are called so.
    by_word: HashMap<u64, Option<u32>>,
}

impl<'a> Campaigns<'a> {
    pub(super) fn new(marks: Vec<CampaignMark<'a>>) -> Campaigns<'a> {
        let mut by_word = HashMap::with_capacity(marks.len() * 2);
        for (number, mark) in marks.iter().enumerate() {
            let number = number as u32;
            let name = mark.name.map(|name| name.value);
            let texts = [name, mark.utm_campaign].into_iter().flatten();
            for word in texts.chain([mark.id]) {
                if !is_distinctive(word) {
                    continue;
                }
                by_word
                    .entry(hash_of_word(word))
                    .and_modify(|known| {
                        if *known != Some(number) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(number));
            }
        }
        Campaigns { marks, by_word }
    }

    /// Every campaign, in the order of the workspace.
    pub fn all(&self) -> &[CampaignMark<'a>] {
        &self.marks
    }

    /// The one campaign that has this id, name or `utm_campaign`; letter case doesn't count.
    pub fn called(&self, word: &str) -> Option<&CampaignMark<'a>> {
        if !is_distinctive(word) {
            return None;
        }
        let number = (*self.by_word.get(&hash_of_word(word))?)?;
        self.marks.get(number as usize)
    }
}

/// A text as a number, whatever the case of its ASCII letters. Asked for every long word of every campaign,
/// so it makes no copy (FNV-1a).
fn hash_of_word(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether a text can only mean one campaign: `20261203-devsecops-webcast`, but not `webcast`.
fn is_distinctive(word: &str) -> bool {
    let length = word.len();
    if length < 12 {
        return false;
    }
    let (mut parts, mut digits, mut in_part) = (0, 0, false);
    for byte in word.bytes() {
        let is_sign = matches!(byte, b'-' | b'_' | b' ' | b'.' | b'/');
        parts += u32::from(!is_sign && !in_part);
        digits += u32::from(byte.is_ascii_digit());
        in_part = !is_sign;
    }
    (parts >= 2 && digits >= 4) || (length >= 20 && parts >= 3)
}

/// The first place in a campaign that names a fiscal quarter, such as a folder `Webcasts/FY27-Q4`.
pub(super) fn fiscal_quarter_in(campaign: &Campaign<'_>) -> Option<Place> {
    let (node, range) = folders(campaign).find_map(|folder| {
        let range = fiscal_part(folder.value)?;
        Some((folder.node, range))
    })?;
    Some(Place::part(node, range))
}

/// The folders into which a campaign is synced.
pub fn folders<'c, 'a>(campaign: &'c Campaign<'a>) -> impl Iterator<Item = Text<'a>> + use<'c, 'a> {
    let targets = campaign.sync.iter().flat_map(|sync| &sync.entries);
    targets
        .filter(|(_, target)| target.0.kind() == NodeKind::Mapping)
        .filter_map(|(_, target)| Text::of(target.0.get("folder")?))
}

/// The part of a text that is written like a fiscal quarter: `FY27-Q4`, `FY2027 Q4`.
pub fn fiscal_part(text: &str) -> Option<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let start = (0..bytes.len()).find(|&at| {
        let begins = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        begins
            && bytes
                .get(at..at + 2)
                .is_some_and(|fy| fy.eq_ignore_ascii_case(b"FY"))
            && is_digit(at + 2)
            && is_digit(at + 3)
    })?;
    let mut at = (start + 2..=bytes.len()).find(|&at| !is_digit(at))?;
    if !matches!(at - start, 4 | 6) {
        return None;
    }
    if bytes
        .get(at)
        .is_some_and(|b| matches!(b, b'-' | b'_' | b' '))
    {
        at += 1;
    }
    let is_quarter = bytes.get(at).is_some_and(|b| b.eq_ignore_ascii_case(&b'q'))
        && bytes.get(at + 1).is_some_and(|b| (b'1'..=b'4').contains(b))
        && !bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric);
    is_quarter.then_some(start..at + 2)
}
