//! `campaign`: a program with its dates, links, e-mails and targets.

use super::links::LinkEntry;
use super::moment::SendMoment;
use super::reader::{ReadKeys, Reader};
use super::shape::{document, shape, words};
use super::target::{
    Audience, BudgetCode, BusinessUnit, Campaign as CampaignTarget, Channel, Form, Industry,
    Language, Owner, Persona, Product, Purpose, Region, Sender,
};
use super::values::{
    Amount, Any, DateValue, Flag, Id, List, Map, Named, OneOrMany, Reference, Text, Whole,
};
use crate::syntax::Node;

document! {
    /// A program: one webcast, one send, one trade show, with everything that belongs to it.
    pub struct Campaign<'a> {
        /// The name in the marketing platform. Left out, it is built from the naming template.
        name: Text<'a>,
        /// The program channel, from `channels`.
        channel: Reference<'a, Channel> = required,
        /// How far it is. What is missing in a draft is nobody's mistake.
        status: Status,
        /// The first day.
        start: DateValue<'a>,
        /// The last day.
        end: DateValue<'a>,
        /// The day of the event, where it has one.
        event: DateValue<'a>,
        /// The day on which it was asked for; the channel's `notice` runs from there.
        requested: DateValue<'a>,
        /// Where it takes place: a town and a venue, or `online`.
        location: Text<'a>,
        /// The region it is for.
        region: OneOrMany<'a, Reference<'a, Region>>,
        /// The languages it speaks.
        languages: OneOrMany<'a, Reference<'a, Language>>,
        /// The persona it speaks to.
        persona: OneOrMany<'a, Reference<'a, Persona>>,
        /// The business unit it belongs to.
        business_unit: Reference<'a, BusinessUnit>,
        /// The product it is about.
        product: OneOrMany<'a, Reference<'a, Product>>,
        /// The industry it is for.
        industry: OneOrMany<'a, Reference<'a, Industry>>,
        /// What it is about, in a word or two; used in names.
        topic: Text<'a>,
        /// Its values in the other dimensions of the taxonomy, those that only this workspace has:
        /// `{ gtm: autosd, event-type: virtual }`. A token of a template that is named like the dimension,
        /// such as `{gtm}` or `{event-type}`, takes its text from here.
        taxonomy: super::by_dimension::ByDimension<'a>,
        /// What it is for, in a sentence.
        description: Text<'a>,
        /// Where the work is planned: an issue or an epic.
        planned_in: Text<'a>,
        /// What it may cost.
        budget: Budget<'a>,
        /// What it did cost.
        cost: Budget<'a>,
        /// The campaign of which this is a part.
        parent: Reference<'a, CampaignTarget>,
        /// Whom it reaches.
        audience: OneOrMany<'a, Reference<'a, Audience>>,
        /// The purpose for which these people may be written to, from `consent`.
        purpose: Reference<'a, Purpose>,
        /// The values of the platform's program tokens.
        tokens: Map<'a, Text<'a>>,
        /// What all its links carry.
        utm: CampaignUtm<'a>,
        /// Its tracked links.
        links: List<'a, LinkEntry<'a>>,
        /// Its e-mails.
        emails: List<'a, Email<'a>>,
        /// Its files and pages.
        assets: List<'a, Asset<'a>>,
        /// The forms it uses.
        forms: OneOrMany<'a, Reference<'a, Form>>,
        /// The smart campaigns or workflows that must run.
        switched_on: OneOrMany<'a, Text<'a>>,
        /// What was found somewhere and can't be read for certain, by the key that it should become:
        /// `{ start: 3/4/2026 }`. It stays here until somebody who knows writes the key.
        unclear: Map<'a, Text<'a>>,
        /// Where it is synced to, by platform.
        sync: Map<'a, Any<'a>>,
    }
}

words! {
    /// How far a campaign is.
    pub enum Status {
        /// Being written. Nothing is missing yet.
        Draft = "draft",
        /// Complete; may be synced and launched.
        Ready = "ready",
        /// Running.
        Live = "live",
        /// Over.
        Done = "done",
        /// Given up.
        Aborted = "aborted",
    }
}

shape! {
    /// An amount of money and who pays it.
    pub struct Budget<'a> {
        /// How much.
        amount: Amount<'a>,
        /// The currency, as a code of three letters: EUR.
        currency: Text<'a>,
        /// The cost code: a value of the taxonomy's `budget`.
        code: Reference<'a, BudgetCode>,
    }
}

impl Named for Budget<'_> {
    const NAME: &'static str = "a budget";
}

shape! {
    /// The UTM parameters that all links of a campaign share.
    pub struct CampaignUtm<'a> {
        /// `utm_campaign`. Left out, it is built from the template in `tracking`.
        campaign: Text<'a>,
        /// `utm_id`: the id under which cost data is uploaded to analytics.
        id: Text<'a>,
    }
}

impl Named for CampaignUtm<'_> {
    const NAME: &'static str = "the UTM parameters of a campaign";
}

shape! {
    /// One e-mail of a campaign.
    pub struct Email<'a> {
        /// Its name within the campaign.
        id: Id<'a> = required,
        /// What it is for, such as `invitation`, `confirmation`, `reminder` or `follow-up`.
        role: Text<'a>,
        /// Who it comes from, from `senders`.
        sender: Reference<'a, Sender>,
        /// The subject line.
        subject: Text<'a>,
        /// When it goes out: day, time, and a time zone unless the workspace's `timezone:` is meant, such as
        /// `2026-11-17 10:00 Berlin` or `2026-11-17 10:00 in each person's time zone`. Left out where something
        /// sets it off, such as a registration.
        send: SendMoment<'a>,
        /// The language it is written in.
        language: Reference<'a, Language>,
        /// Whom it goes to, where that is not the campaign's audience.
        audience: OneOrMany<'a, Reference<'a, Audience>>,
        /// The regions it goes to, where these are not all of the campaign's.
        region: OneOrMany<'a, Reference<'a, Region>>,
        /// How many people are expected to get it; left out, what their audience expects.
        recipients: Whole<'a>,
        /// What was done because many people get it, in the words that `large-sends` of the calendar uses.
        safeguards: OneOrMany<'a, Text<'a>>,
        /// Whether it is transactional, so that it goes out without permission for marketing.
        operational: Flag<'a>,
        /// The campaign's links that it holds.
        links: OneOrMany<'a, Text<'a>>,
        /// The platform that sends it, which decides whose tokens it may hold.
        platform: Text<'a>,
    }
}

impl Named for Email<'_> {
    const NAME: &'static str = "an e-mail";
}

impl Email<'_> {
    /// Whether it says that it is transactional.
    pub fn is_operational(&self) -> bool {
        self.operational.is_some_and(|flag| flag.yes)
    }
}

shape! {
    /// A page or a file of a campaign.
    pub struct Asset<'a> {
        /// Its name within the campaign.
        id: Id<'a> = required,
        /// What it is, such as `landing-page` or `ebook`.
        kind: Text<'a>,
        /// Where it is.
        url: Text<'a>,
        /// The last day on which it can be seen.
        expires: DateValue<'a>,
        /// Who keeps it.
        owner: Reference<'a, Owner>,
    }
}

impl Named for Asset<'_> {
    const NAME: &'static str = "an asset";
}

impl<'a> Campaign<'a> {
    /// What it says of a dimension of the taxonomy, and where: a key of its own, or an entry of
    /// `taxonomy:`. `-` and `_` in the name are one.
    pub fn in_dimension(&self, dimension: &str) -> Option<(Node<'a>, Vec<Text<'a>>)> {
        fn all<'a, T>(list: &OneOrMany<'a, Reference<'a, T>>) -> (Node<'a>, Vec<Text<'a>>) {
            (list.node, list.items.iter().map(|item| item.text).collect())
        }
        let one = |text: Text<'a>| (text.node, vec![text]);
        match dimension {
            "region" => self.region.as_ref().map(all),
            "language" | "languages" => self.languages.as_ref().map(all),
            "persona" => self.persona.as_ref().map(all),
            "product" => self.product.as_ref().map(all),
            "industry" => self.industry.as_ref().map(all),
            "business-unit" | "business_unit" => self.business_unit.map(|unit| one(unit.text)),
            "budget" => Some(one(self.budget.as_ref()?.code?.text)),
            "topic" => self.topic.map(one),
            _ => {
                let (_, values) = self.taxonomy.as_ref()?.entry(dimension)?;
                Some((values.node, values.items.clone()))
            }
        }
    }

    /// A campaign of which only some keys are read, where many campaigns are asked for little.
    pub fn with_keys(root: Node<'a>, is_wanted: impl Fn(&str) -> bool) -> Campaign<'a> {
        let mut campaign = <Self as ReadKeys>::empty(root);
        let mut reader = Reader::quiet();
        for entry in root.effective_entries() {
            let Some(key) = entry.key.value().filter(|key| is_wanted(key)) else {
                continue;
            };
            let known = Self::KEYS.iter().find(|known| known.name == key);
            if let Some(known) = known.filter(|_| !entry.value.is_null()) {
                campaign.read_key(known.name, entry.value, &mut reader);
            }
        }
        campaign
    }

    /// Looks at what only the whole document shows.
    pub(super) fn finish(&self, reader: &mut Reader<'a>) {
        if !reader.is_quiet() {
            let links = self.links.iter().flat_map(|list| &list.items);
            ids_once("link", links.filter_map(|link| link.id), reader);
            let emails = self.emails.iter().flat_map(|list| &list.items);
            ids_once("e-mail", emails.filter_map(|email| email.id), reader);
            let assets = self.assets.iter().flat_map(|list| &list.items);
            ids_once("asset", assets.filter_map(|asset| asset.id), reader);
        }
        let links = self.links.iter().flat_map(|list| &list.items);
        let known: Vec<&str> = links.filter_map(|link| Some(link.id?.0.value)).collect();
        for email in self.emails.iter().flat_map(|list| &list.items) {
            for link in email.links.iter().flat_map(|list| &list.items) {
                if known.contains(&link.value) || reader.is_quiet() {
                    continue;
                }
                let suggestion = crate::diagnostics::suggest(link.value, known.iter().copied());
                let help = match suggestion {
                    Some(id) => format!("Did you mean `{id}`?"),
                    None => "Add it under `links:` of this campaign.".to_string(),
                };
                let finding = reader.reporter.find_as(
                    "workspace/unknown-reference",
                    link.node,
                    format!(
                        "This campaign has no link `{}`.",
                        super::reader::shown(link.value)
                    ),
                    help,
                );
                if let Some(id) = suggestion {
                    finding.unsafe_fix(
                        format!("change to `{id}`"),
                        crate::syntax::edit::set_value(link.node, id),
                    );
                }
            }
        }
    }
}

/// Reports ids that stand twice within a campaign.
fn ids_once<'a>(what: &str, ids: impl Iterator<Item = Id<'a>>, reader: &mut Reader<'a>) {
    let mut first_of = std::collections::HashMap::new();
    for Id(id) in ids {
        let Some(first) = first_of.get(id.value).copied() else {
            first_of.insert(id.value, id.node);
            continue;
        };
        // An anchor that is used twice is one mistake.
        if first != id.node {
            reader
                .reporter
                .find_as(
                    "workspace/duplicate-id",
                    id.node,
                    format!(
                        "This campaign has the {what} `{}` already.",
                        super::reader::shown(id.value)
                    ),
                    "Give one of the two another id, or remove it.",
                )
                .because(first, "defined here first");
        }
    }
}
