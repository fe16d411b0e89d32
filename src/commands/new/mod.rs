//! `campaignlint new campaign`: begins a campaign, from what is said of it or from another one.
//!
//! What is written is checked first, as a file of the workspace: a campaign that would bring findings is
//! not written.

mod answers;
mod copy;
mod fresh;
mod period;
mod place;
mod residue;
mod sheet;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::arguments::NewCampaignArguments;
use super::around::{self, Around};
use super::{Failure, Terminal, check, files};
use crate::checks::{self, CampaignTag, RuleSet, Selection};
use crate::diagnostics::{Finding, Severity, assign_fingerprints, escape};
use crate::model::values::is_id;
use crate::report::{self, Report, Summary};
use crate::workspace::{Preset, Reads, Workspace};
use answers::{Answers, Inquiry, can_ask};
use place::Examples;

/// A campaign that is not written yet.
struct Draft {
    id: String,
    text: String,
    /// What was left out or changed on the way, one sentence each.
    notes: Vec<String>,
}

/// Writes a new campaign.
pub(super) fn campaign(
    arguments: &NewCampaignArguments,
    terminal: &mut Terminal,
) -> Result<u8, Failure> {
    let around = Around::find(arguments.workspace.as_deref())?;
    let loaded = around.load(None);
    let workspace = Workspace::new(&loaded);
    let today = check::today(&workspace, arguments.today);
    let examples = Examples::of(&workspace);
    let inquiry = Inquiry {
        workspace: &workspace,
        examples: &examples,
        today,
    };
    let mut answers = inquiry.options(arguments)?;
    let (draft, path) = match &arguments.from {
        Some(from) => {
            let found = around::find(&workspace, &around.here, &around.root, from)?;
            let mut copy = copy::Copy::new(&found, &inquiry, &answers, arguments)?;
            let (channel, date) = (copy.channel().to_string(), copy.date());
            copy.write();
            let path = target(arguments, &around, &examples, &channel, date, copy.id());
            refuse_taken(&path, copy.id(), &examples, &around)?;
            copy.say_id(&path);
            copy.silence(&around, &path, today);
            (copy.finish(), path)
        }
        None => {
            let named = given_id(arguments).is_some();
            if !inquiry.missing(&answers, named).is_empty() && can_ask() {
                inquiry.ask(&mut answers, terminal)?;
            }
            let missing = inquiry.missing(&answers, named);
            if !missing.is_empty() {
                return Err(Failure::words(format!(
                    "say more of the campaign: {}",
                    missing.join(", ")
                )));
            }
            let draft = fresh(arguments, &answers, &inquiry);
            let channel = answers.one("channel").unwrap_or_default();
            let path = target(
                arguments,
                &around,
                &examples,
                channel,
                answers.date(),
                &draft.id,
            );
            refuse_taken(&path, &draft.id, &examples, &around)?;
            let mut draft = draft;
            if !is_called(&path, &draft.id) {
                let id = format!("kind: campaign\nid: {}\n", draft.id);
                draft.text = draft.text.replacen("kind: campaign\n", &id, 1);
            }
            (draft, path)
        }
    };
    if !is_id(&draft.id) {
        return Err(Failure::words(format!(
            "`{}` can't be an id: lower-case letters, digits, `-` and `_`; say another with --id",
            draft.id
        )));
    }
    if refuse_wrong(&around, &path, &draft, today, terminal)? {
        return Ok(1);
    }
    write(&around, &path, &draft, terminal)
}

fn fresh(
    arguments: &NewCampaignArguments,
    answers: &Answers,
    inquiry: &Inquiry<'_, '_, '_>,
) -> Draft {
    let channel = answers.one("channel").unwrap_or_default();
    let about = answers.one("topic").or_else(|| answers.one("name"));
    let id = given_id(arguments).unwrap_or_else(|| {
        inquiry
            .examples
            .id(channel, answers.date(), about.unwrap_or_default())
    });
    Draft {
        text: fresh::text(answers, &id, inquiry),
        id,
        notes: Vec::new(),
    }
}

/// The id that was said: itself, or as the name of the file.
fn given_id(arguments: &NewCampaignArguments) -> Option<String> {
    let stem = || {
        let path = arguments.path.as_deref().filter(|path| is_yaml(path))?;
        Some(path.file_stem()?.to_string_lossy().into_owned())
    };
    arguments.id.clone().or_else(stem)
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// Whether a file gives a campaign this id by its name.
fn is_called(path: &Path, id: &str) -> bool {
    path.file_stem().is_some_and(|stem| stem == id)
}

/// Where the campaign is written: as told, else where such campaigns lie.
fn target(
    arguments: &NewCampaignArguments,
    around: &Around,
    examples: &Examples<'_>,
    channel: &str,
    date: Option<Date>,
    id: &str,
) -> PathBuf {
    match &arguments.path {
        Some(path) => {
            let path = check::absolute(&around.here, path);
            match is_yaml(&path) {
                true => path,
                false => path.join(format!("{id}.yaml")),
            }
        }
        None => around
            .root
            .join(examples.folder(channel, date))
            .join(format!("{id}.yaml")),
    }
}

fn refuse_taken(
    path: &Path,
    id: &str,
    examples: &Examples<'_>,
    around: &Around,
) -> Result<(), Failure> {
    if path.symlink_metadata().is_ok() {
        return Err(Failure::words(format!(
            "{} is there already; nothing was changed. Say another name with --id or --path",
            shown(path, around)
        )));
    }
    if examples.has(id) {
        return Err(Failure::words(format!(
            "there is a campaign `{id}` already; say another name with --id"
        )));
    }
    if !path.starts_with(&around.root) {
        return Err(Failure::words(format!(
            "{} lies outside of the workspace",
            path.display()
        )));
    }
    Ok(())
}

fn shown(path: &Path, around: &Around) -> String {
    let relative = path.strip_prefix(&around.root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    format!("{}{}", around.prefix, parts.join("/"))
}

/// What a check of the workspace says of a file that is not written yet.
fn findings_of(
    around: &Around,
    path: &Path,
    text: &str,
    today: Date,
    preset: Option<Preset>,
) -> Vec<Finding> {
    let loaded = around.load(Some((path.to_path_buf(), text.as_bytes().to_vec())));
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let own = loaded.named.last().copied();
    let selection = Selection {
        preset,
        file: own,
        ..Selection::default()
    };
    let checked = checks::check(&workspace, &rules, &selection, today, false);
    let is_own = |finding: &Finding| Some(finding.place.file) == own;
    checked.findings.into_iter().filter(is_own).collect()
}

/// Tells what would be wrong with the campaign; says whether it must not be written.
fn refuse_wrong(
    around: &Around,
    path: &Path,
    draft: &Draft,
    today: Date,
    terminal: &mut Terminal,
) -> Result<bool, Failure> {
    let loaded = around.load(Some((path.to_path_buf(), draft.text.clone().into_bytes())));
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let own = loaded.named.last().copied();
    let selection = Selection {
        file: own,
        ..Selection::default()
    };
    let checked = checks::check(&workspace, &rules, &selection, today, false);
    let mut findings: Vec<Finding> = checked
        .findings
        .into_iter()
        .filter(|found| Some(found.place.file) == own && found.severity >= Severity::Warning)
        .collect();
    if findings.is_empty() {
        return Ok(false);
    }
    assign_fingerprints(&mut findings, &loaded.sources);
    let report = Report {
        findings: &findings,
        sources: &loaded.sources,
        hidden: &checked.hidden,
        summary: Summary::of(&findings, 1),
    };
    let look = terminal.look();
    report::write(report::Format::Full, &report, look, terminal.out())?;
    terminal.note("Nothing was written: the campaign would begin with these.");
    Ok(true)
}

fn write(
    around: &Around,
    path: &Path,
    draft: &Draft,
    terminal: &mut Terminal,
) -> Result<u8, Failure> {
    let place = shown(path, around);
    let written = files::create(path, &draft.text).map_err(|error| {
        Failure::words(format!(
            "{place} can't be written: {}",
            files::in_words(&error)
        ))
    })?;
    if !written {
        return Err(Failure::words(format!(
            "{place} is there already; nothing was changed"
        )));
    }
    let (name, tag) = name_and_tag(around, path);
    let out = terminal.out();
    writeln!(out, "wrote {}", escape::line(&place))?;
    if let Some(name) = name {
        writeln!(out, "its name is {}", escape::line(&name))?;
    }
    if let Some(tag) = tag {
        writeln!(out, "its links carry utm_campaign={}", escape::line(&tag))?;
    }
    for note in &draft.notes {
        writeln!(out, "{}", escape::line(note))?;
    }
    writeln!(
        out,
        "\nNext: `campaignlint checklist {}` says what it still needs; fill that in, then write `status: ready`.",
        draft.id
    )?;
    Ok(0)
}

/// The name and `utm_campaign` of the campaign that was written, as far as they can be built.
fn name_and_tag(around: &Around, path: &Path) -> (Option<String>, Option<String>) {
    let loaded = around.load(None);
    let workspace = Workspace::new(&loaded);
    let mut campaigns = around::all(&workspace);
    let written =
        campaigns.find(|(_, file, _)| around.root.join(workspace.sources.path(file.file)) == path);
    let Some(found) = written.and_then(|found| around::read(&workspace, found)) else {
        return (None, None);
    };
    let reads = Reads::off();
    let (campaign, index) = (&found.campaign, &workspace.index);
    let name = workspace.names.name_of(campaign, found.id, index, &reads);
    let tag = CampaignTag::of(campaign, &workspace, &reads);
    (
        name.map(std::borrow::Cow::into_owned),
        tag.text().map(str::to_string),
    )
}
