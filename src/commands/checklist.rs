//! `campaignlint checklist`: what a campaign still needs before it may say `status: ready`.
//!
//! The campaign is checked twice, as if it were a draft and as if it were ready: what only the second
//! run finds is missing, what the first finds is wrong already. So every rule about completeness takes
//! part, a team's own included.

use std::collections::HashMap;

use jiff::civil::Date;

use super::arguments::{ChecklistArguments, ChecklistFormat};
use super::around::{self, Around, Found};
use super::{Failure, Terminal, check, choices};
use crate::checks::{self, Need, NeedKind, RuleSet, Selection, email_of_role, needs};
use crate::diagnostics::{Finding, Place, Severity};
use crate::model::{Body, Campaign, Channel, Status};
use crate::report::checklist::{Checklist, Group, Item};
use crate::report::link::Line;
use crate::syntax::{Node, NodeKind, edit};
use crate::workspace::{Loaded, Workspace};

/// Says what a ready campaign of the channel lacks; the channel's list says the same, ticks included.
const RULE_OF_NEEDS: &str = "campaign/ready-incomplete";
/// Longer values are cut where they are shown behind their key.
const LONGEST_VALUE: usize = 60;

/// Tells what a campaign needs.
pub(super) fn run(arguments: &ChecklistArguments, terminal: &mut Terminal) -> Result<u8, Failure> {
    let around = Around::find(arguments.workspace.as_deref())?;
    let loaded = around.load(None);
    let workspace = Workspace::new(&loaded);
    let Some(words) = &arguments.campaign else {
        return Err(around::which(&workspace));
    };
    let found = around::find(&workspace, &around.here, &around.root, words)?;
    if let Some(status @ (Status::Done | Status::Aborted)) = found.campaign.status {
        let word = match status {
            Status::Done => "done",
            _ => "aborted",
        };
        terminal.note(&format!(
            "`{}` is {word}: there is nothing to prepare any more.",
            found.id
        ));
        return Ok(0);
    }
    let list = checklist(&around, &loaded, &workspace, &found, arguments)?;
    let look = terminal.look();
    match arguments.format {
        ChecklistFormat::Full => list.full(look, terminal.out())?,
        ChecklistFormat::Markdown => list.markdown(terminal.out())?,
        ChecklistFormat::Json => list.json(terminal.out())?,
    }
    Ok(u8::from(!list.complete))
}

fn checklist(
    around: &Around,
    loaded: &Loaded,
    workspace: &Workspace<'_>,
    found: &Found<'_, '_>,
    arguments: &ChecklistArguments,
) -> Result<Checklist, Failure> {
    let file = found.file.file;
    let path = loaded.sources.shown_path(file).into_owned();
    let mut list = Checklist::new(found.id, &path);
    let root = found.document.root;
    list.status = root
        .get("status")
        .and_then(|node| node.value())
        .map(str::to_string);
    let line = |node: Node<'_>| {
        let place = Place::from(node);
        let tree = &loaded.sources.file(place.file).tree;
        Line {
            path: loaded.sources.shown_path(place.file).into_owned(),
            line: tree.line_column(place.span.start).0,
        }
    };
    let today = check::today(workspace, arguments.today);
    let id = found.campaign.channel.map(|channel| channel.text.value);
    if let Some((id, channel)) = id.and_then(|id| channel(workspace, id)) {
        list.channel = Some(channel.label.map_or(id, |label| label.value).to_string());
        list.needs = channel.ready_needs.as_ref().map(|needs| line(needs.node));
        for need in needs(channel, &found.campaign, root) {
            list.items.push(item(
                &need,
                &found.campaign,
                need.has.map(line),
                workspace,
                today,
            ));
        }
    }
    let position = found
        .file
        .documents
        .iter()
        .position(|document| document.root.span() == root.span())
        .unwrap_or_default();
    let as_if = |status: &str| as_if(around, loaded, found, status, position, arguments);
    let (draft, _) = as_if("draft")?;
    let (ready, sources) = as_if("ready")?;
    let mut seen: HashMap<(String, String, String), usize> = HashMap::new();
    let name = |finding: &Finding| {
        let rule = finding.rule.to_string();
        (rule, finding.route.clone(), finding.message.clone())
    };
    for finding in &draft {
        *seen.entry(name(finding)).or_default() += 1;
    }
    let (wrong, missing): (Vec<Finding>, Vec<Finding>) = ready.into_iter().partition(|finding| {
        let count = seen.get_mut(&name(finding)).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    });
    let missing: Vec<Finding> = missing
        .into_iter()
        .filter(|finding| *finding.rule != *RULE_OF_NEEDS && finding.severity >= Severity::Warning)
        .collect();
    list.add_findings(&missing, false, &sources.sources);
    list.add_findings(&wrong, true, &sources.sources);
    if !list.items.iter().any(|item| item.group == Group::Links) {
        let links = found.campaign.links.iter().flat_map(|list| &list.items);
        let count = links.count() as u64;
        if count > 0 {
            let text = crate::report::summary::counted(count, "link", "links");
            list.items.push(Item {
                group: Group::Links,
                done: true,
                text,
                help: String::new(),
                rule: None,
                line: None,
            });
        }
    }
    list.sort();
    Ok(list)
}

/// What is found in the campaign with another status.
fn as_if(
    around: &Around,
    loaded: &Loaded,
    found: &Found<'_, '_>,
    status: &str,
    position: usize,
    arguments: &ChecklistArguments,
) -> Result<(Vec<Finding>, Loaded), Failure> {
    let file = found.file.file;
    let root = found.document.root;
    let edit = match root.entry("status") {
        Some(entry) => edit::set_value(entry.value, status),
        None => edit::insert_entry(root, "status", status),
    };
    let text = edit::apply(loaded.sources.text(file), &[edit])
        .map_err(|error| Failure::words(error.to_string()))?;
    let path = around.root.join(loaded.sources.path(file));
    let other = around.load(Some((path, text.into_bytes())));
    let workspace = Workspace::new(&other);
    let rules = RuleSet::of(&workspace);
    let today = check::today(&workspace, arguments.today);
    let selection = Selection {
        file: Some(file),
        ..Selection::default()
    };
    let checked = checks::check(&workspace, &rules, &selection, today, false);
    let documents = workspace
        .files
        .get(file.0 as usize)
        .map(|file| &file.documents);
    let span = documents.and_then(|documents| Some(documents.get(position)?.root.span()));
    let is_own = |finding: &Finding| {
        finding.place.file == file
            && span.is_none_or(|span| {
                span.start <= finding.place.span.start && finding.place.span.start <= span.end
            })
    };
    let own = checked.findings.into_iter().filter(is_own).collect();
    drop(workspace);
    Ok((own, other))
}

fn channel<'w, 'a>(workspace: &'w Workspace<'a>, id: &str) -> Option<(&'a str, &'w Channel<'a>)> {
    workspace
        .documents()
        .find_map(|(_, document)| match &document.body {
            Some(Body::Channels(channels)) => {
                channels.get(id).map(|(id, channel)| (id.value, channel))
            }
            _ => None,
        })
}

fn item(
    need: &Need<'_>,
    campaign: &Campaign<'_>,
    line: Option<Line>,
    workspace: &Workspace<'_>,
    today: Date,
) -> Item {
    let name = need.text.value;
    let (group, help) = match need.kind {
        NeedKind::Field => (Group::Fields, help_for(name, workspace, today)),
        NeedKind::Token => (
            Group::Tokens,
            "Write it and its value under `tokens:`.".to_string(),
        ),
        NeedKind::Email if email_of_role(campaign, need.text.value).is_some() => {
            (Group::Emails, "Its `subject:` is empty.".to_string())
        }
        NeedKind::Email => (
            Group::Emails,
            format!("Write it under `emails:`, with `role: {name}`."),
        ),
        NeedKind::SwitchedOn => (
            Group::SwitchedOn,
            "Switch it on, then write it under `switched-on:`.".to_string(),
        ),
    };
    let value = need.has.filter(|node| node.kind() == NodeKind::Scalar);
    let text = match value.and_then(|node| node.value()) {
        Some(value) if matches!(need.kind, NeedKind::Field | NeedKind::Token) => {
            let mut value = value.to_string();
            if value.chars().count() > LONGEST_VALUE {
                value = value.chars().take(LONGEST_VALUE).chain(['…']).collect();
            }
            format!("{name}: {value}")
        }
        _ => name.to_string(),
    };
    Item {
        group,
        done: need.has.is_some(),
        text,
        help,
        rule: None,
        line,
    }
}

/// What to write for a key that is missing.
fn help_for(key: &str, workspace: &Workspace<'_>, today: Date) -> String {
    let listed = choices::listed(workspace, key, today);
    let example = choices::example(key);
    match key {
        "links" => {
            "Write each under `links:`, with an `id`, its `url`, `source` and `medium`.".to_string()
        }
        "emails" | "assets" => format!("Write them under `{key}:`."),
        "tokens" => "Write their names and values under `tokens:`.".to_string(),
        _ if !listed.is_empty() => format!("Write `{key}:` and one of {listed}."),
        _ if !example.is_empty() => format!("Write it, for example `{key}:{example}`."),
        _ => format!("Write `{key}:` and its value."),
    }
}
