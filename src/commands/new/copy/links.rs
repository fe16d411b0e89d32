//! The links of a copy: they keep what is theirs, and lose the pages of the old campaign.

use std::collections::HashSet;

use super::super::residue::Residue;
use super::super::sheet::{Step, at};
use super::{Copy, page_of};
use crate::links::{Context, Link};
use crate::model::Kind;
use crate::model::values::to_id;
use crate::syntax::{Edit, Node, Span, edit};

impl Copy<'_, '_, '_> {
    /// Links keep their source, medium and content; their own `utm_campaign` goes, and so does a page
    /// that belongs to the old campaign.
    pub(super) fn links(&mut self) {
        let links: Vec<_> = self
            .found
            .campaign
            .links
            .iter()
            .flat_map(|list| &list.items)
            .collect();
        let elsewhere = self.pages_elsewhere();
        let belongs: Vec<bool> = links
            .iter()
            .map(|link| {
                let url = link.url.map_or("", |url| url.value);
                let untagged = link.untagged.is_some_and(|flag| flag.yes);
                self.residue.is_in(&page_of(url))
                    || self.topic.is_in(url)
                    || (!untagged && self.is_of_event(url, &elsewhere))
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
            match self.comment_out_link(*number) {
                true => self.commented = true,
                false => self.leave_out("links to its own pages"),
            }
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
            self.forget_links(&gone);
        }
    }

    /// Whether a page is one of an event that is over by then, such as its registration or its recording:
    /// it is called by what the event was about, or nothing else links to it.
    fn is_of_event(&self, url: &str, elsewhere: &HashSet<String>) -> bool {
        let campaign = &self.found.campaign;
        if campaign.event.is_none() {
            return false;
        }
        let topic = campaign.topic.map(|topic| to_id(topic.value));
        let mut words = Residue::default();
        words.add(topic.as_deref().unwrap_or_default(), None);
        let page = page_of(url);
        words.is_in(url) || (page.contains('/') && !elsewhere.contains(&page))
    }

    /// The pages to which others than the old campaign link.
    fn pages_elsewhere(&self) -> HashSet<String> {
        let own = self.found.document.root;
        let mut pages = HashSet::new();
        for (_, document) in self.inquiry.workspace.documents() {
            let is_own = document.root.tree().file_number() == own.tree().file_number()
                && document.root.span() == own.span();
            let mut add = |link: Node<'_>| {
                let url = link.get("url").and_then(|url| url.resolved().value());
                pages.extend(url.map(page_of));
            };
            match document.kind {
                Some(Kind::Campaign) if !is_own => {
                    let links = document.root.get("links").map(Node::resolved);
                    links.into_iter().flat_map(Node::items).for_each(&mut add);
                }
                Some(Kind::Links) => {
                    document.root.entries().for_each(|entry| add(entry.value));
                }
                _ => {}
            }
        }
        pages
    }

    /// Makes a comment of a link whose page is not known yet.
    /// Says whether there was room for a comment.
    fn comment_out_link(&mut self, number: usize) -> bool {
        let way = [Step::Key("links"), Step::Item(number)];
        self.sheet.change(|root| {
            let url = at(root, &way)?.get("url")?.resolved();
            let link = Link::parse(url.value()?, Context::Text);
            let host = link.plain_host().unwrap_or_default();
            Some(vec![edit::set_value(url, &format!("https://{host}/"))])
        });
        let tree = self.sheet.tree();
        let Some(root) = tree.documents().next() else {
            return false;
        };
        let (Some(item), Some(list)) = (at(root, &way), root.get("links")) else {
            return false;
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
            return false;
        }
        let before = self
            .sheet
            .text
            .get(..span.start as usize)
            .unwrap_or_default();
        let dash = before.rfind('-').unwrap_or(span.start as usize);
        let span = Span::new(dash as u32, span.end);
        self.sheet.comment_out(span);
        true
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
