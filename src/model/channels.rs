//! `channels`: program channels and the statuses of their members.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::costs::{AssetExpiry, Costs};
use super::definitions::Definitions;
use super::reader::{Read, Reader};
use super::shape::{document, shape, words};
use super::target::{Called, Definition, Target};
use super::values::{List, Map, Named, OneOrMany, Period, Text};
use crate::syntax::{Node, NodeKind};

/// Program channels by id.
pub type Channels<'a> = Definitions<'a, ChannelsHeader<'a>, Channel<'a>>;

document! {
    /// What counts for all channels of a document.
    pub struct ChannelsHeader<'a> {
        /// House rules about money, for the campaigns of these channels.
        costs: Costs<'a>,
    }
}

shape! {
    /// A program channel: what kind of program it is, and how far its members can get.
    pub struct Channel<'a> {
        /// What people call it.
        label: Text<'a>,
        /// How it is written in names, where that is not its label.
        in_name: Text<'a>,
        /// What it is for.
        description: Text<'a>,
        /// What it is called elsewhere, by platform.
        is: Map<'a, OneOrMany<'a, Text<'a>>>,
        /// The member statuses in order of progress. `[No Show, Attended]` within the list are one
        /// step: a member may be moved between them.
        statuses: List<'a, StatusStep<'a>> = required,
        /// The status in which members start. Left out, it is the first.
        starts_at: Text<'a>,
        /// The statuses that count as success.
        success: OneOrMany<'a, Text<'a>>,
        /// The statuses that a list of people may be loaded with.
        lists_may_load: OneOrMany<'a, Text<'a>>,
        /// The statuses that a list may be loaded with once marketing operations has agreed.
        lists_ask_first: OneOrMany<'a, Text<'a>>,
        /// The statuses that only marketing operations loads lists with.
        lists_operations_only: OneOrMany<'a, Text<'a>>,
        /// What kind of value each program token holds, by its name: `{ Event Date: date, Seats: number }`.
        /// A token that is not listed may hold any text.
        token_types: Map<'a, TokenType>,
        /// What a campaign needs before it may say `status: ready`.
        ready_needs: ReadyNeeds<'a>,
        /// Program tokens that the folder or the template sets, so that no campaign has to.
        inherited_tokens: OneOrMany<'a, Text<'a>>,
        /// How long before its date a campaign must be asked for.
        notice: Period<'a>,
        /// How long its pages stay: `4 weeks after the event`, `12 weeks after the end`, or `never` for
        /// pages that don't expire. A time of day may follow: `at 23:55 Europe/Berlin`.
        assets_expire: AssetExpiry<'a>,
    }
}

impl Named for Channel<'_> {
    const NAME: &'static str = "a channel";
}

shape! {
    /// What a campaign of a channel needs to be ready.
    pub struct ReadyNeeds<'a> {
        /// Keys of the campaign, such as `owner` or `budget.code`.
        fields: OneOrMany<'a, Text<'a>>,
        /// Program tokens.
        tokens: OneOrMany<'a, Text<'a>>,
        /// E-mails, by their role.
        emails: OneOrMany<'a, Text<'a>>,
        /// Smart campaigns or workflows that must run.
        switched_on: OneOrMany<'a, Text<'a>>,
    }
}

impl Named for ReadyNeeds<'_> {
    const NAME: &'static str = "what a ready campaign needs";
}

words! {
    /// What kind of value a program token holds.
    pub enum TokenType {
        /// Any text.
        Text = "text",
        /// A day, such as 2026-12-03.
        Date = "date",
        /// A number.
        Number = "number",
        /// A change of score: `+5`, `-5`, or `=5` to set it.
        Score = "score",
        /// Text with markup.
        RichText = "rich text",
        /// A script of an e-mail.
        EmailScript = "email script",
        /// The file of an appointment.
        CalendarFile = "calendar file",
        /// An image.
        Image = "image",
        /// A campaign of Salesforce.
        SalesforceCampaign = "salesforce campaign",
    }
}

/// One step of progress: one status, or several that are equal.
#[derive(Debug, Clone)]
pub struct StatusStep<'a> {
    /// The statuses of this step.
    pub statuses: Vec<Text<'a>>,
    /// Where the step stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for StatusStep<'a> {
    fn expected() -> String {
        "a member status, or a list of equal ones".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        let statuses = if node.kind() == NodeKind::Sequence {
            List::<Text<'a>>::read(node, reader)?.items
        } else if node.value().is_some() {
            vec![Text::read(node, reader)?]
        } else {
            reader.wrong_type(node, &Self::expected());
            return None;
        };
        Some(StatusStep { statuses, node })
    }
}

impl JsonSchema for StatusStep<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "status step".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text<'_>>();
        json_schema!({"anyOf": [text, {"type": "array", "items": text}]})
    }
}

impl<'a> Channel<'a> {
    /// Every member status, in order of progress.
    pub fn all_statuses(&self) -> impl Iterator<Item = &Text<'a>> {
        self.statuses
            .iter()
            .flat_map(|list| &list.items)
            .flat_map(|step| &step.statuses)
    }
}

pub(super) fn read<'a>(root: Node<'a>, reader: &mut Reader<'a>) -> Option<Channels<'a>> {
    Channels::read_as(
        root,
        reader,
        "a channels document",
        |id, channel: &Channel<'a>, reader| {
            let mut definition = Definition::new(Target::Channel, id.value, id.node);
            definition.aliases = channel.label.into_iter().collect();
            definition.called = Called::of(channel.label, channel.in_name);
            reader.define(definition);
            let known: Vec<&str> = channel.all_statuses().map(|status| status.value).collect();
            let mentioned = [
                &channel.success,
                &channel.lists_may_load,
                &channel.lists_ask_first,
                &channel.lists_operations_only,
            ];
            let mentioned = mentioned.into_iter().flatten();
            for status in mentioned
                .flat_map(|list| &list.items)
                .chain(&channel.starts_at)
            {
                if reader.is_quiet() || known.is_empty() || known.contains(&status.value) {
                    continue;
                }
                let suggestion = crate::diagnostics::suggest(status.value, known.iter().copied());
                let help = match suggestion {
                    Some(name) => format!("Did you mean `{name}`?"),
                    None => "Add it under `statuses:`, or use one that is there.".to_string(),
                };
                let finding = reader.reporter.find_as(
                    "workspace/unknown-reference",
                    status.node,
                    format!(
                        "This channel has no status `{}`.",
                        super::reader::shown(status.value)
                    ),
                    help,
                );
                if let Some(list) = &channel.statuses {
                    finding.because(super::reader::opening(list.node), "its statuses");
                }
                if let Some(name) = suggestion {
                    finding.unsafe_fix(
                        format!("change to `{name}`"),
                        crate::syntax::edit::set_value(status.node, name),
                    );
                }
            }
        },
    )
}
