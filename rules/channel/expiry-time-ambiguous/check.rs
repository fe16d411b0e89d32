//! The time at which pages expire is the same all year.

use std::collections::HashSet;

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Channels;
use crate::model::zones::{abbreviation, city_of, time_zone};

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let mut told = HashSet::new();
    for (_, channel) in &channels.entries {
        let Some(expiry) = channel.assets_expire else { continue };
        let Some(short) = expiry.zone.and_then(abbreviation) else { continue };
        let (Some(offset), Some(zone)) = (short.offset, time_zone(short.zone)) else { continue };
        let differs = [1, 7].into_iter().any(|month| {
            let noon = jiff::civil::date(2026, month, 15).at(12, 0, 0, 0);
            let there = zone.to_ambiguous_timestamp(noon).offset();
            !matches!(there, jiff::tz::AmbiguousOffset::Unambiguous { offset: there }
                if there.seconds() == offset * 60)
        });
        let at = expiry.text.value.rfind(short.name).filter(|_| differs);
        // The same words for every channel are one mistake.
        let Some(at) = at.filter(|_| told.insert(expiry.text.value)) else { continue };
        let city = city_of(short.zone);
        report.find(
            Place::part(expiry.text.node, at..at + short.name.len()),
            format!("{city} uses {} for a part of the year only; for the rest, this is another hour.", short.name),
            format!("Write `{}`, whatever the season.", short.zone),
        );
    }
}
