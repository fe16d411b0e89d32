//! Nothing in a campaign names another one of its kind that it was copied from.

use std::cell::OnceCell;

use crate::checks::program::{TextOf, is_closed, texts};
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Place, Reporter};
use crate::links::{Context as LinkContext, Link, Tag};
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Body, Campaign};
use crate::syntax::NodeKind;
use crate::workspace::CampaignMark;

/// Whoever copied from more campaigns than this has been told enough.
const MOST: usize = 20;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let Body::Campaign(campaign) = document.body else { return };
    if is_closed(campaign) || campaign.channel.is_none() {
        return;
    }
    let residue = Residue { campaign, id: document.id, context, has_own_page: OnceCell::new() };
    let mut told: Vec<&str> = Vec::new();
    for (what, text) in all_texts(campaign) {
        for word in words(text.value) {
            let Some(other) = residue.of(what, text, word.clone()) else { continue };
            // The first place of each is enough: whoever mends it looks for the others.
            if told.contains(&other.id) || told.len() == MOST {
                continue;
            }
            told.push(other.id);
            report
                .find(
                    Place::part(text.node, word.clone()),
                    format!("`{}` belongs to another campaign: `{}`.", shown(&text.value[word]), shown(other.id)),
                    "Write what belongs to this one; look through everything else that was copied along.",
                )
                .because(other.place, "the other campaign");
        }
    }
}

/// The texts in which a copy leaves its traces; the folder and names in the target among them.
fn all_texts<'c, 'a>(campaign: &'c Campaign<'a>) -> impl Iterator<Item = (TextOf, Text<'a>)> + use<'c, 'a> {
    let targets = campaign.sync.iter().flat_map(|sync| &sync.entries);
    let targets = targets
        .filter(|(_, target)| target.0.kind() == NodeKind::Mapping)
        .flat_map(|(_, target)| target.0.entries())
        // The program or template that it was made from may be named there.
        .filter(|entry| !entry.key.value().is_some_and(|key| key.contains("template") || key.contains("clone")))
        .filter_map(|entry| Some((TextOf::Token, Text::of(entry.value)?)));
    let description = campaign.description.map(|text| (TextOf::Description, text));
    // tracking/campaign-mismatch compares `utm_campaign` of every link.
    let texts = texts(campaign).filter(|(what, _)| !matches!(what, TextOf::SharedTag | TextOf::LinkCampaign));
    texts.chain(targets).chain(description)
}

struct Residue<'r, 'a, 'c> {
    campaign: &'r Campaign<'a>,
    id: &'r str,
    context: &'r Context<'c>,
    has_own_page: OnceCell<bool>,
}

impl<'c> Residue<'_, '_, 'c> {
    /// The campaign that a word names by mistake.
    fn of(&self, what: TextOf, text: Text<'_>, word: std::ops::Range<usize>) -> Option<&'c CampaignMark<'c>> {
        let other = self.named(&text.value[word.clone()])?;
        let own_parent = self.campaign.parent.map(|parent| parent.text.value);
        // Parents and their parts, and the parts of one series, speak of each other.
        let is_family = own_parent == Some(other.id)
            || other.parent == Some(self.id)
            || (own_parent.is_some() && own_parent == other.parent);
        let is_same_kind = other.channel == self.campaign.channel.map(|channel| channel.text.value);
        if is_family || !is_same_kind || self.names_itself(other) {
            return None;
        }
        match what {
            TextOf::LinkAddress => {
                let url = Link::parse(text.value, LinkContext::Text);
                let mut parameters = url.parameters().iter();
                let in_campaign = |range: std::ops::Range<usize>| range.contains(&word.start);
                if parameters.any(|p| p.tag() == Some(Tag::Campaign) && in_campaign(p.value_part().range())) {
                    return None;
                }
                // Whoever links to an earlier event has a page of their own besides.
                if self.has_own_page() {
                    return None;
                }
            }
            TextOf::AssetAddress if self.has_own_page() => return None,
            // A sentence may speak of another campaign; one that begins with its name was copied.
            TextOf::Description if word.start > 0 => return None,
            _ => {}
        }
        Some(other)
    }

    /// The campaign that a word names, or that its beginning names: pages are called
    /// `20261203-devsecops-webcast-registration`.
    fn named(&self, word: &str) -> Option<&'c CampaignMark<'c>> {
        let campaigns = self.context.campaigns();
        let own = self.id.as_bytes();
        // Most that look like the name of a campaign are its own.
        if word.as_bytes().get(..own.len()).is_some_and(|start| start.eq_ignore_ascii_case(own)) {
            return None;
        }
        let mut end = word.len();
        for _ in 0..4 {
            if let Some(other) = campaigns.called(&word[..end]) {
                return (other.id != self.id).then_some(other);
            }
            end = word[..end].rfind(['-', '_'])?;
        }
        None
    }

    /// Whether the two share what the word would name, such as one `utm_campaign`.
    fn names_itself(&self, other: &CampaignMark<'_>) -> bool {
        let utm = self.campaign.utm.as_ref().and_then(|utm| utm.campaign);
        let same = |one: Option<Text<'_>>, two: Option<&str>| match (one, two) {
            (Some(one), Some(two)) => one.value.eq_ignore_ascii_case(two),
            _ => false,
        };
        same(utm, other.utm_campaign) || same(self.campaign.name, other.name.map(|name| name.value)) || self.id.starts_with(other.id)
    }

    fn has_own_page(&self) -> bool {
        *self.has_own_page.get_or_init(|| {
            let own = self.id.to_lowercase();
            texts(self.campaign)
                .filter(|(what, _)| matches!(what, TextOf::LinkAddress | TextOf::AssetAddress))
                .any(|(_, text)| text.value.to_lowercase().contains(&own))
        })
    }
}

/// The words of a text that can be the id, the name or the `utm_campaign` of a campaign; the whole text
/// first, since a name may hold spaces.
fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    const SHORTEST: usize = 12;
    let mut found = Vec::new();
    if text.len() < SHORTEST {
        return found;
    }
    // Every byte of a letter beyond ASCII is part of a word, so a word never begins within one.
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || !byte.is_ascii();
    let whole = text.trim();
    if whole.contains(' ') && (SHORTEST..=120).contains(&whole.len()) {
        let start = text.len() - text.trim_start().len();
        found.push(start..start + whole.len());
    }
    let bytes = text.as_bytes();
    let mut from = 0;
    for at in 0..=bytes.len() {
        if bytes.get(at).is_some_and(|byte| is_part(*byte)) {
            continue;
        }
        if at - from >= SHORTEST {
            found.push(from..at);
        }
        from = at + 1;
    }
    found
}
