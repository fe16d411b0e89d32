//! The usual time of a send, in the calendar.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::moment::clock;
use super::reader::{Read, Reader, shown};
use super::send_zone::{Doubt, SendZone, no_zone, short_zone, zone};
use super::values::Text;
use super::zones::Abbreviation;
use crate::diagnostics::Place;
use crate::syntax::Node;

/// The usual time of a send: `10:00 Europe/Berlin`.
#[derive(Clone, Debug)]
pub struct UsualTime<'a> {
    /// As it is written.
    pub text: Text<'a>,
    /// The time.
    pub time: Time,
    /// Whose clocks.
    pub zone: SendZone,
    zone_part: Range<usize>,
}

impl UsualTime<'_> {
    /// Where the zone stands.
    pub fn zone_place(&self) -> Place {
        Place::part(self.text.node, self.zone_part.clone())
    }

    /// The abbreviation of its zone, where that counts for a part of the year only: the other part,
    /// the clocks there show something else.
    pub fn part_of_the_year(&self, usual: Option<&TimeZone>) -> Option<&'static Abbreviation> {
        let SendZone::Abbreviation(short) = self.zone else {
            return None;
        };
        let day = |month| jiff::civil::date(2026, month, 15);
        [day(1), day(7)].into_iter().find_map(|day| {
            match short_zone(short, day, self.time, usual) {
                Some(Doubt::NotThatDay(short, _)) => Some(short),
                _ => None,
            }
        })
    }
}

impl<'a> Read<'a> for UsualTime<'a> {
    fn expected() -> String {
        "a time such as `10:00 Europe/Berlin`".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let value = reader.scalar::<Self>(node)?;
        let node = node.resolved();
        let text = Text { value, node };
        let length = value
            .find(|c: char| !(c.is_ascii_digit() || c == ':'))
            .unwrap_or(value.len());
        let said = value[length..].trim();
        let start = value.len() - value[length..].trim_start().len();
        let zone_part = start..start + said.len();
        let zone = match said {
            "" => Ok(SendZone::Unsaid),
            said => zone(said).ok_or_else(|| no_zone(said, zone_part.clone())),
        };
        match (clock(&value[..length]), zone) {
            (Some(time), Ok(zone)) => Some(UsualTime {
                text,
                time,
                zone,
                zone_part,
            }),
            (None, _) => {
                reader.invalid(
                    node,
                    format!("`{}` is not a time of day.", shown(value)),
                    "Write time and time zone, such as `10:00 Europe/Berlin`.",
                );
                None
            }
            (_, Err(problem)) => {
                reader.invalid(node, problem.message, problem.help);
                None
            }
        }
    }
}

impl JsonSchema for UsualTime<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "time of day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // A schema can't know the names of zones.
        json_schema!({
            "type": "string",
            "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?( *[^ 0-9].*)?$"
        })
    }
}
