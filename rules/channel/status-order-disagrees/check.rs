//! Statuses that channels share stand in one order.

use std::collections::HashMap;

use crate::checks::Context;
use crate::checks::statuses::plain;
use crate::diagnostics::Reporter;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Channel, Channels};

/// The most channels, and the most statuses of one, that are compared.
const MOST: usize = 100;

/// A channel with its name and its statuses, each with its step.
struct Order<'a> {
    channel: &'a str,
    statuses: Vec<(String, usize, Text<'a>)>,
}

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    // Longer ones are no lists of statuses, and every pair of them is looked at.
    let is_sensible = |channel: &Channel<'_>| channel.all_statuses().nth(MOST).is_none();
    let entries = channels.entries.iter().take(MOST).filter(|(_, channel)| is_sensible(channel));
    let orders: Vec<Order<'_>> =
        entries.map(|(id, channel)| order_of(*id, channel)).collect();
    // How many channels have the first of two statuses before the second, and where it was last.
    let mut before: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (number, order) in orders.iter().enumerate() {
        for (one, at, _) in &order.statuses {
            for (other, later, _) in &order.statuses {
                if at < later && one != other {
                    before.entry((one.as_str(), other.as_str())).or_default().push(number);
                }
            }
        }
    }
    let mut told = std::collections::HashSet::new();
    for (number, order) in orders.iter().enumerate() {
        // One finding for a status that stands wrong: the pair with the nearest neighbour.
        for (one, at, text) in &order.statuses {
            let wrong = order.statuses.iter().filter(|(other, later, _)| {
                let usual = before.get(&(other.as_str(), one.as_str())).map_or(&[][..], Vec::as_slice);
                let here = before.get(&(one.as_str(), other.as_str())).map_or(&[][..], Vec::as_slice);
                at < later && one != other && is_odd(number, here, usual)
            });
            for (other, _, behind) in wrong {
                let usual = &before[&(other.as_str(), one.as_str())];
                let Some(example) = usual.first().map(|example| &orders[*example]) else { continue };
                if !told.insert((number, other.as_str())) {
                    continue;
                }
                let place = |name: &str| example.statuses.iter().find(|(status, _, _)| status == name);
                let finding = report.find(
                    behind.node,
                    format!(
                        "Here `{}` comes after `{}`; in `{}` it comes before.",
                        shown(behind.value),
                        shown(text.value),
                        shown(example.channel),
                    ),
                    "Put the two in the same order in all channels, or on one step where either may come first.",
                );
                finding.because_of(place(other).map(|(_, _, text)| text.node), "earlier here");
                finding.because(text.node, "the status in front of it");
            }
        }
    }
}

/// Whether a channel is the odd one: fewer do it like this than the other way round, and of equally many
/// the later.
fn is_odd(number: usize, here: &[usize], usual: &[usize]) -> bool {
    match here.len().cmp(&usual.len()) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Equal => {
            let first = |list: &[usize]| list.first().copied();
            first(here) > first(usual) && here.contains(&number)
        }
        std::cmp::Ordering::Greater => false,
    }
}

fn order_of<'a>(id: Text<'a>, channel: &Channel<'a>) -> Order<'a> {
    let steps = channel.statuses.iter().flat_map(|list| &list.items);
    let statuses = steps.enumerate().flat_map(|(at, step)| {
        step.statuses.iter().map(move |status| (plain(status.value), at, *status))
    });
    Order {
        channel: channel.label.unwrap_or(id).value,
        statuses: statuses.collect(),
    }
}
