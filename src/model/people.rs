//! `people`: who owns, who is routed to, who approves.

use super::definitions::{Definitions, PlainHeader};
use super::reader::Reader;
use super::shape::shape;
use super::target::{self, Definition, Target};
use super::values::{Any, DateValue, Flag, List, Named, Reference, Text};
use crate::diagnostics::Place;
use crate::syntax::Node;

/// People, queues, round-robin pools and groups by id.
pub type People<'a> = Definitions<'a, PlainHeader<'a>, Person<'a>>;

shape! {
    /// Somebody, or several: a person, a queue, a round-robin pool, or a group that approves.
    pub struct Person<'a> {
        /// What people call them.
        label: Text<'a>,
        /// The user name in GitLab.
        gitlab: Text<'a>,
        /// The user or queue id in Salesforce.
        salesforce: Text<'a>,
        /// The owner id in HubSpot.
        hubspot: Text<'a>,
        /// The user id in Mautic.
        mautic: Text<'a>,
        /// The e-mail address at work.
        email: Text<'a>,
        /// Time zone and working hours: `Europe/Berlin 09-18`.
        hours: Text<'a>,
        /// Whether they still answer for anything.
        active: Flag<'a>,
        /// The last day on which they do.
        leaves: DateValue<'a>,
        /// Who takes over when they are away.
        stand_in: Reference<'a, target::Person>,
        /// A queue: nobody in particular, and who watches it.
        queue: Any<'a>,
        /// A pool whose members take turns.
        round_robin: List<'a, Reference<'a, target::Person>>,
        /// A group, such as one that approves.
        members: List<'a, Reference<'a, target::Person>>,
    }
}

impl Named for Person<'_> {
    const NAME: &'static str = "a person, queue, pool or group";
}

pub(super) fn read<'a>(root: Node<'a>, reader: &mut Reader<'a>) -> Option<People<'a>> {
    People::read_as(
        root,
        reader,
        "a people document",
        |id, person: &Person<'a>, reader| {
            let mut definition = Definition::new(Target::Person, id.value, id.node);
            definition.inactive = person
                .active
                .filter(|active| !active.yes)
                .map(|active| Place::from(active.node));
            definition.leaves = person.leaves.map(Box::new);
            definition.aliases = person.label.into_iter().collect();
            reader.define(definition);
        },
    )
}
