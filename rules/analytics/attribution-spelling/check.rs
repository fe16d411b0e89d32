//! One name has one spelling: within the mapping, and as the policy and the channels write it.

use std::collections::{HashMap, HashSet};

use crate::checks::Context;
use crate::checks::attribution::{conditions, in_buckets, lines, parts_of, program_channels};
use crate::checks::mediums::mediums_of;
use crate::diagnostics::Reporter;
use crate::model::Attribution;
use crate::model::reader::shown;
use crate::model::values::Text;

pub(crate) fn check(mapping: &Attribution<'_>, context: &Context<'_>, report: &mut Reporter) {
    tags(mapping, context, report);
    channels(mapping, context, report);
}

/// Sources and mediums that lines ask for.
fn tags(mapping: &Attribution<'_>, context: &Context<'_>, report: &mut Reporter) {
    let mut names = Names::default();
    if let Some(policy) = context.tracking() {
        for (source, _) in policy.keys.sources.iter().flat_map(|sources| &sources.entries) {
            names.know(source.value, *source, "in the tracking policy");
        }
        for medium in mediums_of(&policy.keys) {
            names.know(medium.name.value, medium.name, "in the tracking policy");
        }
    }
    for line in lines(mapping) {
        let [_, medium, source, _, _] = conditions(line);
        for text in [medium, source].into_iter().flatten().flat_map(|list| &list.items) {
            if !text.value.contains('*') {
                names.see(text.value, *text, report);
            }
        }
    }
}

/// Channels of lines and of buckets, part by part, as the program channels are called.
fn channels(mapping: &Attribution<'_>, context: &Context<'_>, report: &mut Reporter) {
    let mut names = Names::default();
    for program in program_channels(context) {
        names.know(program.label.value, program.label, "the program channel");
    }
    let of_lines = lines(mapping).filter_map(|line| line.channel);
    let in_buckets = in_buckets(mapping).map(|(channel, _)| channel);
    let offline = mapping.offline.iter().flat_map(|list| list.items.iter().copied());
    for channel in of_lines.chain(in_buckets).chain(offline) {
        for part in parts_of(channel.value) {
            if names.knows(part) {
                names.see(part, channel, report);
            }
        }
    }
}

/// Names with the spelling that was met first.
#[derive(Default)]
struct Names<'a> {
    first: HashMap<String, (&'a str, Text<'a>, &'static str)>,
    told: HashSet<String>,
}

impl<'a> Names<'a> {
    fn know(&mut self, name: &'a str, text: Text<'a>, place: &'static str) {
        let name = name.trim();
        self.first.entry(name.to_lowercase()).or_insert((name, text, place));
    }

    fn knows(&self, name: &str) -> bool {
        self.first.contains_key(&name.to_lowercase())
    }

    fn see(&mut self, name: &'a str, text: Text<'a>, report: &mut Reporter) {
        let name = name.trim();
        self.know(name, text, "spelt like this");
        let key = name.to_lowercase();
        let Some((first, place, label)) = self.first.get(&key) else { return };
        if *first == name || !self.told.insert(key) {
            return;
        }
        report
            .find(
                text.node,
                format!("`{}` is spelt `{}` elsewhere.", shown(name), shown(first)),
                format!("Write `{}`.", shown(first)),
            )
            .because(place.node, *label);
    }
}
