//! What a team asks of budgets and costs, and how long pages stay: phrases of `channels`.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::calendar::parse_time;
use super::dates::{Period, PeriodUnit};
use super::reader::{Read, Reader, describe};
use super::shape::shape;
use super::values::{Named, OneOrMany, Text, hundredths};
use crate::syntax::Node;

shape! {
    /// House rules about money. They count for the campaigns whose channel stands in the same document.
    pub struct Costs<'a> {
        /// What a budget must be: `at least 1`, `at most 50000`, `100 to 50000` or `none`.
        budget: AmountLimit<'a>,
        /// What the actual cost must be, in the same words.
        cost: AmountLimit<'a>,
        /// The currencies in use.
        currencies: OneOrMany<'a, Text<'a>>,
        /// What counts instead for a campaign that is the parent of others.
        parent: ParentCosts<'a>,
    }
}

impl Named for Costs<'_> {
    const NAME: &'static str = "house rules about money";
}

shape! {
    /// House rules about the money of a parent campaign.
    pub struct ParentCosts<'a> {
        /// What a parent's budget must be: `at most 1`, `none`.
        budget: AmountLimit<'a>,
        /// What a parent's actual cost must be.
        cost: AmountLimit<'a>,
    }
}

impl Named for ParentCosts<'_> {
    const NAME: &'static str = "house rules about the money of a parent";
}

/// What an amount must be: `at least 1`, `at most 50000`, `100 to 50000`, `none`.
#[derive(Clone, Copy, Debug)]
pub struct AmountLimit<'a> {
    /// The least, in hundredths.
    pub least: Option<i64>,
    /// The most, in hundredths.
    pub most: Option<i64>,
    /// Whether there must be no amount at all.
    pub none: bool,
    /// As it was written.
    pub text: Text<'a>,
}

impl AmountLimit<'_> {
    /// Whether an amount is what it must be.
    pub fn allows(&self, hundredths: i64) -> bool {
        // No cost and a cost of nothing are one thing.
        (!self.none || hundredths == 0)
            && self.least.is_none_or(|least| hundredths >= least)
            && self.most.is_none_or(|most| hundredths <= most)
    }

    fn parse(text: Text<'_>) -> Option<AmountLimit<'_>> {
        let amount = |text: &str| hundredths(text).filter(|amount| *amount >= 0);
        let (least, most, none) = match text.value {
            "none" => (None, None, true),
            phrase => match (
                phrase.strip_prefix("at least "),
                phrase.strip_prefix("at most "),
            ) {
                (Some(least), _) => (Some(amount(least)?), None, false),
                (_, Some(most)) => (None, Some(amount(most)?), false),
                _ => {
                    let (least, most) = phrase.split_once(" to ")?;
                    (Some(amount(least)?), Some(amount(most)?), false)
                }
            },
        };
        Some(AmountLimit {
            least,
            most,
            none,
            text,
        })
    }
}

impl<'a> Read<'a> for AmountLimit<'a> {
    fn expected() -> String {
        "what an amount must be, such as `at least 1`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let limit = AmountLimit::parse(Text {
            value,
            node: node.resolved(),
        });
        if limit.is_none() {
            reader.invalid(
                node,
                format!("{} doesn't say what an amount must be.", describe(node)),
                "Write `at least 1`, `at most 50000`, `100 to 50000` or `none`.",
            );
        }
        limit
    }
}

/// From which day of a campaign its pages are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// The event; without one, the last day.
    Event,
    /// The last day; without one, the event.
    End,
    /// The first day.
    Start,
}

impl Anchor {
    /// As it is written: `the event`.
    pub fn words(self) -> &'static str {
        match self {
            Anchor::Event => "the event",
            Anchor::End => "the end",
            Anchor::Start => "the start",
        }
    }
}

/// How long the pages of a campaign stay: `never`, or `4 weeks after the event`.
#[derive(Clone, Copy, Debug)]
pub struct AssetExpiry<'a> {
    /// How long after which day; `None` where they stay for good.
    pub after: Option<(Period<'a>, Anchor)>,
    /// At which time of day.
    pub at: Option<Time>,
    /// The time zone of that time, as it was written.
    pub zone: Option<&'a str>,
    /// As it was written.
    pub text: Text<'a>,
}

impl<'a> AssetExpiry<'a> {
    fn parse(text: Text<'a>) -> Option<AssetExpiry<'a>> {
        if text.value == "never" {
            return Some(AssetExpiry {
                after: None,
                at: None,
                zone: None,
                text,
            });
        }
        let (phrase, moment) = match text.value.split_once(" at ") {
            Some((phrase, moment)) => (phrase, Some(moment)),
            None => (text.value, None),
        };
        let (at, zone) = match moment.map(|moment| moment.split_once(' ').unwrap_or((moment, ""))) {
            Some((time, zone)) => (
                Some(parse_time(time)?),
                Some(zone).filter(|zone| !zone.is_empty()),
            ),
            None => (None, None),
        };
        let is_zone = |zone: &str| {
            zone.bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'+' | b'-'))
        };
        if zone.is_some_and(|zone| !is_zone(zone)) {
            return None;
        }
        let (period, anchor) = match phrase.split_once(" after the ") {
            Some((period, "event")) => (period, Anchor::Event),
            Some((period, "end")) => (period, Anchor::End),
            Some((period, "start")) => (period, Anchor::Start),
            Some(_) => return None,
            None => (phrase, Anchor::Event),
        };
        let (count, unit) = Period::parse(period)?;
        let is_calendar = matches!(
            unit,
            PeriodUnit::Days | PeriodUnit::Weeks | PeriodUnit::Months | PeriodUnit::Years
        );
        is_calendar.then_some(AssetExpiry {
            after: Some((
                Period {
                    count,
                    unit,
                    node: text.node,
                },
                anchor,
            )),
            at,
            zone,
            text,
        })
    }

    /// The last day of a page of a campaign whose days these are.
    pub fn last_day(
        &self,
        start: Option<Date>,
        event: Option<Date>,
        end: Option<Date>,
    ) -> Option<Date> {
        let (period, anchor) = self.after?;
        let from = match anchor {
            Anchor::Event => event.or(end),
            Anchor::End => end.or(event),
            Anchor::Start => start.or(event),
        }?;
        period.after(from)
    }
}

impl<'a> Read<'a> for AssetExpiry<'a> {
    fn expected() -> String {
        "`never`, or a period such as `4 weeks after the event`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let expiry = AssetExpiry::parse(Text {
            value,
            node: node.resolved(),
        });
        if expiry.is_none() {
            reader.invalid(
                node,
                format!("{} doesn't say how long pages stay.", describe(node)),
                "Write `never`, `4 weeks after the event` or `12 weeks after the end`; also with a time of day: `at \
                 23:55 Europe/Berlin`.",
            );
        }
        expiry
    }
}

impl JsonSchema for AmountLimit<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "what an amount must be".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let amount = "[0-9]+([.][0-9]{1,2})?";
        let pattern = format!("^(none|at (least|most) {amount}|{amount} to {amount})$");
        json_schema!({"type": "string", "pattern": pattern})
    }
}

impl JsonSchema for AssetExpiry<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "how long pages stay".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(never|[0-9]{1,9} (days?|weeks?|months?|years?)( after the (event|end|start))?( at ([01][0-9]|2[0-3]):[0-5][0-9]( [A-Za-z0-9/_+-]+)?)?)$",
        })
    }
}
