//! Every value of a list is one that somebody may choose.

use crate::checks::Context;
use crate::checks::vocabulary::leftover::{Leftover, leftover};
use crate::checks::vocabulary::vocabularies;
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::shown;

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    for vocabulary in vocabularies(context.workspace()) {
        for entry in &vocabulary.entries {
            let text = entry.text;
            let Some((leftover, part)) = leftover(text.value) else { continue };
            if entry.retired {
                continue;
            }
            let (value, members) = (shown(text.value), &vocabulary.members);
            let (message, help) = match leftover {
                Leftover::Instruction => (
                    format!("`{value}` is an instruction, but stands among the {members}."),
                    "Take it out; what people should know belongs into `description:`.",
                ),
                Leftover::NotForUse => (
                    format!("`{value}` says that it is not to be used, but stands among the {members}."),
                    "Retire it, or take it out.",
                ),
                Leftover::CutOff => (
                    format!("Nothing follows the last sign of `{value}`, one of the {members}."),
                    "Write out what it was to be, or take it out.",
                ),
                Leftover::StandIn => (
                    format!("`{value}` is a stand-in, but stands among the {members}."),
                    "Put the real value there, or take it out.",
                ),
            };
            report.find(Place::part(text.node, part), message, help);
        }
    }
}
