//! No two campaigns have one name.

use rayon::prelude::*;

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::{opening, shown};
use crate::model::values::Text;
use crate::model::{Campaign, Kind, Status};
use crate::syntax::Node;
use crate::workspace::{Reads, hash_of};

/// A campaign's name, as far as it takes to compare it: a workspace has tens of thousands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    name: u64,
    file: u32,
    document: u32,
}

pub(crate) fn check(context: &Context<'_>, report: &mut Reporter) {
    let workspace = context.workspace();
    let mut marks: Vec<Mark> = workspace
        .files
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, file)| {
            let documents = file.documents.iter().enumerate();
            documents.filter_map(move |(at, document)| {
                if document.kind != Some(Kind::Campaign) {
                    return None;
                }
                let name = workspace.campaign_name_at(file, document.root, &Reads::off())?;
                Some(Mark {
                    name: hash_of(&name.trim().to_lowercase()),
                    file: number as u32,
                    document: at as u32,
                })
            })
        })
        .collect();
    marks.par_sort_unstable();
    let mut same: Vec<&[Mark]> = marks.chunk_by(|a, b| a.name == b.name).filter(|same| same.len() > 1).collect();
    same.sort_unstable_by_key(|same| (same[0].file, same[0].document));
    for same in same {
        let root = |mark: &Mark| {
            let file = &workspace.files[mark.file as usize];
            (file, file.documents[mark.document as usize].root)
        };
        let first = root(&same[0]);
        for mark in &same[1..] {
            let (file, here) = root(mark);
            let Some(name) = workspace.campaign_name_at(file, here, &Reads::off()) else { continue };
            // What is over keeps its name: the other one of the two is told.
            let (told, other) = match is_over(here) {
                true if is_over(first.1) => continue,
                true => (first.1, here),
                false => (here, first.1),
            };
            // What differs in capitals alone is one slip, told where the convention says how it is written.
            let twin = workspace
                .campaign_name_at(first.0, first.1, &Reads::off())
                .filter(|other| other.trim() != name.trim());
            if twin.is_some() && (breaks_convention(told, context) || breaks_convention(other, context)) {
                continue;
            }
            let typed = told.get("name").and_then(Text::of).is_some_and(|name| !name.is_blank());
            let help = match typed {
                true => "Give one of them another name.",
                false => "Its name is built from the template: tell the two apart by a key of the template, or give one a `name:`.",
            };
            report
                .find(
                    place_of(told),
                    match &twin {
                        Some(twin) => format!(
                            "Another campaign is called `{}`, the same but for its capitals.",
                            shown(twin.trim())
                        ),
                        None => format!("Another campaign is called `{}` as well.", shown(name.trim())),
                    },
                    help,
                )
                .because(place_of(other), "the other campaign of this name");
        }
    }
}

fn breaks_convention(root: Node<'_>, context: &Context<'_>) -> bool {
    let campaign = Campaign::with_keys(root, |key| matches!(key, "name" | "channel" | "region" | "business-unit"));
    let judged = campaign.name.and_then(|name| context.judge_name(name.value, &campaign));
    judged.is_some_and(|(_, judged)| !judged.troubles.is_empty())
}

fn is_over(root: Node<'_>) -> bool {
    let status = root.get("status").and_then(|status| status.value());
    [Status::Done, Status::Aborted].iter().any(|over| Some(over.word()) == status)
}

/// The name, or the line that says what the document is.
fn place_of(root: Node<'_>) -> Place {
    let name = root.get("name").filter(|name| name.value().is_some_and(|name| !name.trim().is_empty()));
    match name.or_else(|| root.get("kind")) {
        Some(node) => node.into(),
        None => opening(root),
    }
}
