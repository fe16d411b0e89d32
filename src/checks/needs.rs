//! What a channel says that its campaigns need to be ready, and which of it a campaign has.

use super::program::same_token;
use crate::links::is_placeholder;
use crate::model::values::{OneOrMany, Text, to_id};
use crate::model::{Campaign, Channel};
use crate::syntax::{Node, NodeKind};

/// What is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedKind {
    /// A key of the campaign.
    Field,
    /// A program token.
    Token,
    /// An e-mail, by its role.
    Email,
    /// A smart campaign or workflow that must run.
    SwitchedOn,
}

/// One thing that a campaign needs.
#[derive(Debug, Clone, Copy)]
pub struct Need<'a> {
    /// Which kind of thing.
    pub kind: NeedKind,
    /// What, and where the channel says so.
    pub text: Text<'a>,
    /// Where the campaign has it.
    pub has: Option<Node<'a>>,
}

/// What a channel asks of a campaign, which is given as it was read and as it stands.
pub fn needs<'a>(channel: &Channel<'a>, campaign: &Campaign<'a>, root: Node<'a>) -> Vec<Need<'a>> {
    let Some(asked) = &channel.ready_needs else {
        return Vec::new();
    };
    let mut needs = Vec::new();
    let mut all = |kind, list: &Option<OneOrMany<'a, Text<'a>>>| {
        for text in list.iter().flat_map(|list| &list.items) {
            let has = match kind {
                NeedKind::Field => field(root, text.value),
                NeedKind::Token => token(campaign, text.value),
                NeedKind::Email => email(campaign, text.value),
                NeedKind::SwitchedOn => switched_on(campaign, text.value),
            };
            needs.push(Need {
                kind,
                text: *text,
                has,
            });
        }
    };
    all(NeedKind::Field, &asked.fields);
    all(NeedKind::Token, &asked.tokens);
    all(NeedKind::Email, &asked.emails);
    all(NeedKind::SwitchedOn, &asked.switched_on);
    needs
}

fn field<'a>(root: Node<'a>, key: &str) -> Option<Node<'a>> {
    let mut node = root;
    // `budget.code` is a key of what stands under `budget`.
    for part in key.split('.') {
        node = node
            .get(part)
            .or_else(|| node.get(&to_id(part)))?
            .resolved();
    }
    let says = match node.kind() {
        NodeKind::Mapping => node.entries().next().is_some(),
        NodeKind::Sequence => node.items().next().is_some(),
        _ => node.value().is_some_and(is_said) && !node.is_null(),
    };
    says.then_some(node)
}

/// Whether a text says something, and doesn't only hold a place.
fn is_said(text: &str) -> bool {
    !text.trim().is_empty() && !is_placeholder(text.trim())
}

fn same(one: &str, other: &str) -> bool {
    if one.eq_ignore_ascii_case(other) {
        return true;
    }
    // Nearly every pair differs at its first letter.
    let first = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_ascii_alphanumeric());
        letters.next().map(|c| c.to_ascii_lowercase())
    };
    first(one) == first(other) && to_id(one) == to_id(other)
}

fn token<'a>(campaign: &Campaign<'a>, name: &str) -> Option<Node<'a>> {
    let mut tokens = campaign.tokens.iter().flat_map(|map| &map.entries);
    let found = tokens.find(|(key, text)| same_token(key.value, name) && is_said(text.value));
    found.map(|(_, text)| text.node)
}

/// The e-mail of a role that can be sent: one whose `subject:` was left empty was only begun.
fn email<'a>(campaign: &Campaign<'a>, role: &str) -> Option<Node<'a>> {
    email_of_role(campaign, role).filter(|email| {
        let subject = email.get("subject").map(Node::resolved);
        subject.is_none_or(|subject| subject.value().is_none_or(|text| !text.trim().is_empty()))
    })
}

/// The e-mail of a role, be it only begun.
pub fn email_of_role<'a>(campaign: &Campaign<'a>, role: &str) -> Option<Node<'a>> {
    let mut emails = campaign.emails.iter().flat_map(|list| &list.items);
    let named = |text: Option<Text<'_>>| text.is_some_and(|text| same(text.value, role));
    let found = emails.find(|email| named(email.role) || named(email.id.map(|id| id.0)));
    found.map(|email| email.node)
}

fn switched_on<'a>(campaign: &Campaign<'a>, name: &str) -> Option<Node<'a>> {
    let mut names = campaign.switched_on.iter().flat_map(|list| &list.items);
    let found = names.find(|text| text.value.trim().eq_ignore_ascii_case(name.trim()));
    found.map(|text| text.node)
}
