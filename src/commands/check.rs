//! `campaignlint check`: checks a workspace, and mends what can be mended.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::Date;
use similar::TextDiff;

use super::arguments::{CheckArguments, RunArguments};
use super::{Failure, Terminal, files};
use crate::checks::{Checked, RuleSet, RuleTime, Selection, apply_fixes, check};
use crate::diagnostics::{
    FileId, Finding, Severity, assign_fingerprints, escape, list_words, suggest,
};
use crate::report::{self, Format, Report, Summary};
use crate::workspace::{CONFIGURATION_FILE, Input, Loaded, Workspace, find_root, load};

/// Fixes may make others possible; nothing sensible needs more rounds than this.
const MOST_ROUNDS: usize = 10;

/// So many folders up, and a path is still easily followed.
const MOST_STEPS_UP: usize = 4;

pub(super) fn run(arguments: &CheckArguments, terminal: &mut Terminal) -> Result<u8, Failure> {
    let start = Instant::now();
    let target = Target::find(arguments)?;
    if !target.has_configuration && arguments.run.format == super::arguments::FormatChoice::Full {
        terminal.note(&format!(
            "No {CONFIGURATION_FILE} in {} or above: the recommended rules apply. `campaignlint init` begins a workspace.",
            target.shown_root(),
        ));
    }
    terminal.progress("Reading…");
    let mut loaded = target.load();
    if arguments.fix {
        mend(&mut loaded, &target, arguments, terminal)?;
    }
    let checked = look(&loaded, arguments)?;
    terminal.clear_progress();
    if arguments.run.format == super::arguments::FormatChoice::Full {
        target.tell_nested(&loaded, terminal);
    }
    let mut findings = checked.findings;
    findings.retain(|finding| target.is_asked_for(loaded.sources.path(finding.place.file)));
    assign_fingerprints(&mut findings, &loaded.sources);
    if arguments.diff {
        return diff(&loaded, &findings, arguments, terminal);
    }
    let is_counted = |path: &str| target.is_asked_for(path) && !crate::workspace::is_shipped(path);
    let count = loaded
        .sources
        .iter()
        .filter(|(_, file)| is_counted(&file.path))
        .count();
    let mut summary = Summary::of(&findings, count as u64);
    let format = Format::from(arguments.run.format);
    if format == Format::Full {
        summary.elapsed = Some(start.elapsed());
    }
    let report = Report {
        findings: &findings,
        sources: &loaded.sources,
        hidden: &checked.hidden,
        summary,
    };
    let look = terminal.look();
    report::write(format, &report, look, terminal.out())?;
    if arguments.stats {
        tell_times(&checked.times, terminal);
    }
    let worst = findings.iter().map(|finding| finding.severity).max();
    Ok(arguments.run.fail_on.code(worst))
}

/// How often each rule speaks in a folder's workspace, what is worst first.
pub(super) fn counts_by_rule(folder: &Path) -> Result<Vec<(String, Severity, usize)>, Failure> {
    let loaded = load(&Input {
        root: folder.to_path_buf(),
        ..Input::default()
    });
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let today = today(&workspace, None);
    let checked = check(&workspace, &rules, &Selection::default(), today, false);
    let mut counts: Vec<(String, Severity, usize)> = Vec::new();
    for finding in &checked.findings {
        match counts
            .iter_mut()
            .find(|(rule, severity, _)| **rule == *finding.rule && *severity == finding.severity)
        {
            Some((.., count)) => *count += 1,
            None => counts.push((finding.rule.to_string(), finding.severity, 1)),
        }
    }
    counts.sort_by(|a, b| {
        b.1.cmp(&a.1)
            .then(b.2.cmp(&a.2))
            .then_with(|| a.0.cmp(&b.0))
    });
    Ok(counts)
}

/// The rules that were asked for; a name that is none is a mistake.
pub(super) fn selection(run: &RunArguments, rules: &RuleSet) -> Result<Selection, Failure> {
    known_rules(run.only.iter().chain(&run.skip), rules)?;
    Ok(Selection {
        only: run.only.clone(),
        skip: run.skip.clone(),
        ..Selection::default()
    })
}

/// Says which of these names is no rule and no family, and what may have been meant.
pub(super) fn known_rules<'n>(
    names: impl IntoIterator<Item = &'n String>,
    rules: &RuleSet,
) -> Result<(), Failure> {
    let families = || rules.iter().map(|rule| crate::checks::family_of(&rule.id));
    let ids = || rules.iter().map(|rule| rule.id.as_ref());
    for name in names {
        if ids().chain(families()).any(|known| known == name) {
            continue;
        }
        let short = || ids().filter(|id| id.split_once('/').is_some_and(|(_, last)| last == name));
        let help = match short()
            .next()
            .or_else(|| suggest(name, ids().chain(families())))
        {
            Some(known) => format!("did you mean `{known}`?"),
            None => "`campaignlint rules` lists them".to_string(),
        };
        return Err(Failure::words(format!(
            "there is no rule or family `{name}`; {help}"
        )));
    }
    Ok(())
}

fn look(loaded: &Loaded, arguments: &CheckArguments) -> Result<Checked, Failure> {
    let workspace = Workspace::new(loaded);
    let rules = RuleSet::of(&workspace);
    let selection = selection(&arguments.run, &rules)?;
    let today = today(&workspace, arguments.run.today);
    Ok(check(
        &workspace,
        &rules,
        &selection,
        today,
        arguments.stats,
    ))
}

/// The day that counts as today: as told, else as the configuration says, else the real one in the
/// workspace's time zone.
pub(super) fn today(workspace: &Workspace<'_>, told: Option<Date>) -> Date {
    let configuration = workspace.configuration.as_ref();
    let pinned = configuration.and_then(|c| c.today).map(|today| today.date);
    told.or(pinned).unwrap_or_else(|| {
        let zone = configuration
            .and_then(|c| c.timezone)
            .and_then(|name| crate::model::zones::time_zone(name.value))
            .unwrap_or_else(jiff::tz::TimeZone::system);
        jiff::Timestamp::now().to_zoned(zone).date()
    })
}

/// What is to be checked, and which workspace it belongs to.
pub(super) struct Target {
    root: PathBuf,
    /// What stands before a workspace path to make it one from the current folder.
    prefix: String,
    /// Paths within the workspace that were asked for; empty is all.
    asked: Vec<String>,
    named: Vec<PathBuf>,
    replaced: Option<(PathBuf, Vec<u8>)>,
    has_configuration: bool,
}

impl Target {
    fn find(arguments: &CheckArguments) -> Result<Target, Failure> {
        let here = std::env::current_dir().map_err(|error| {
            Failure::words(format!(
                "the current folder can't be read: {}",
                files::in_words(&error)
            ))
        })?;
        if arguments.paths.iter().any(|path| path == Path::new("-")) {
            return Target::standard_input(arguments, &here);
        }
        let paths = match arguments.paths.as_slice() {
            [] => vec![here.clone()],
            paths => paths.iter().map(|path| absolute(&here, path)).collect(),
        };
        let mut root: Option<PathBuf> = None;
        let mut has_configuration = false;
        for (path, given) in paths.iter().zip(arguments.paths.iter().chain([&here])) {
            if path.symlink_metadata().is_err() {
                return Err(Failure::words(format!(
                    "{} does not exist",
                    given.display()
                )));
            }
            let folder = if path.is_dir() {
                path.as_path()
            } else {
                path.parent().unwrap_or(path)
            };
            let found = find_root(folder);
            has_configuration |= found.is_some();
            let found = found.unwrap_or_else(|| folder.to_path_buf());
            match &root {
                None => root = Some(found),
                Some(known) if *known == found => {}
                // Without any configuration, the folder that holds all paths will do.
                Some(known) if !has_configuration => root = Some(common(known, &found)),
                Some(_) => {
                    return Err(Failure::words(
                        "these paths lie in different workspaces; check one workspace at a time",
                    ));
                }
            }
        }
        let root = root.unwrap_or_else(|| here.clone());
        let mut target = Target {
            prefix: prefix(&here, &root),
            root,
            asked: Vec::new(),
            named: Vec::new(),
            replaced: None,
            has_configuration,
        };
        for path in paths {
            if path == target.root {
                target.asked.clear();
                target.named.clear();
                break;
            }
            target.asked.push(target.within(&path));
            if !path.is_dir() && path != target.root.join(CONFIGURATION_FILE) {
                target.named.push(path);
            }
        }
        Ok(target)
    }

    /// The text of standard input in the place of a file.
    fn standard_input(arguments: &CheckArguments, here: &Path) -> Result<Target, Failure> {
        let Some(name) = &arguments.stdin_filename else {
            return Err(Failure::words(
                "say with --stdin-filename which file the text of standard input is",
            ));
        };
        if arguments.paths.len() > 1 || arguments.fix {
            return Err(Failure::words(
                "standard input is checked alone, and can't be fixed in place",
            ));
        }
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .take(crate::syntax::MAX_FILE_BYTES as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| {
                Failure::words(format!(
                    "standard input can't be read: {}",
                    files::in_words(&error)
                ))
            })?;
        let path = absolute(here, name);
        let folder = path.parent().unwrap_or(here);
        let found = find_root(folder);
        let has_configuration = found.is_some();
        let root = found.unwrap_or_else(|| folder.to_path_buf());
        let mut target = Target {
            prefix: prefix(here, &root),
            root,
            asked: Vec::new(),
            named: Vec::new(),
            replaced: None,
            has_configuration,
        };
        target.asked.push(target.within(&path));
        target.replaced = Some((path, bytes));
        Ok(target)
    }

    pub(super) fn load(&self) -> Loaded {
        let mut loaded = load(&Input {
            root: self.root.clone(),
            named: self.named.clone(),
            // A file without a workspace around it stands for itself: who knows what else is there.
            named_only: !self.has_configuration
                && self.asked.len() == self.named.len() + usize::from(self.replaced.is_some())
                && !self.asked.is_empty(),
            replaced: self.replaced.clone(),
            policies: Vec::new(),
        });
        loaded.sources.set_prefix(self.prefix.clone());
        loaded
    }

    fn within(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }

    fn is_asked_for(&self, path: &str) -> bool {
        self.asked.is_empty()
            || self.asked.iter().any(|asked| {
                path.strip_prefix(asked.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
    }

    /// Says which folders were left out since they are workspaces of their own.
    fn tell_nested(&self, loaded: &Loaded, terminal: &mut Terminal) {
        let nested = loaded.nested.iter().filter(|path| self.is_asked_for(path));
        let nested: Vec<String> = nested
            .map(|path| format!("{}{path}", self.prefix))
            .collect();
        match nested.as_slice() {
            [] => {}
            [one] => terminal.note(&format!(
                "{one} is a workspace of its own; `campaignlint check {one}` checks it."
            )),
            several => terminal.note(&format!(
                "{} are workspaces of their own, to be checked one at a time.",
                list_words(several.iter().map(String::as_str), 5).replace(" or ", " and "),
            )),
        }
    }

    fn shown_root(&self) -> String {
        match self.prefix.trim_end_matches('/') {
            "" => "this folder".to_string(),
            prefix => prefix.to_string(),
        }
    }
}

/// A path from the root of the file system, with `.` and `..` taken out, links kept.
pub(super) fn absolute(here: &Path, path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

fn common(a: &Path, b: &Path) -> PathBuf {
    a.components()
        .zip(b.components())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a)
        .collect()
}

/// What to put before a path of the workspace so that it counts from here: `examples/acme/`.
pub(super) fn prefix(here: &Path, root: &Path) -> String {
    let shared = here
        .components()
        .zip(root.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = here.components().count() - shared;
    // From somewhere else altogether, the whole path is the clearer one.
    if up > MOST_STEPS_UP || (up > 0 && shared <= 1) {
        return format!("{}/", root.display());
    }
    let down = root.components().skip(shared);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let steps = std::iter::repeat_n("..".to_string(), up).chain(down);
    steps.fold(String::new(), |path, step| path + &step + "/")
}

/// Applies fixes until nothing more is to be done.
fn mend(
    loaded: &mut Loaded,
    target: &Target,
    arguments: &CheckArguments,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let mut count = 0;
    for _ in 0..MOST_ROUNDS {
        let checked = look(loaded, arguments)?;
        let mut changed = false;
        for (file, findings) in by_file(&checked.findings) {
            let path = &loaded.sources.file(file).path;
            if !target.is_asked_for(path) {
                continue;
            }
            let text = loaded.sources.text(file);
            let Some(fixed) = apply_fixes(text, findings, arguments.unsafe_fixes) else {
                continue;
            };
            files::replace(&target.root.join(path), &fixed.text).map_err(|error| {
                Failure::words(format!(
                    "{} can't be written: {}",
                    loaded.sources.shown_path(file),
                    files::in_words(&error)
                ))
            })?;
            changed = true;
            count += fixed.count;
        }
        if !changed {
            break;
        }
        *loaded = target.load();
    }
    if count > 0 {
        terminal.note(&format!(
            "Mended {}.",
            report::summary::counted(count as u64, "finding", "findings")
        ));
    }
    Ok(())
}

/// Shows what fixes would change; says with the exit code whether there is anything.
fn diff(
    loaded: &Loaded,
    findings: &[Finding],
    arguments: &CheckArguments,
    terminal: &mut Terminal,
) -> Result<u8, Failure> {
    let mut any = false;
    for (file, findings) in by_file(findings) {
        let text = loaded.sources.text(file);
        let Some(fixed) = apply_fixes(text, findings, arguments.unsafe_fixes) else {
            continue;
        };
        any = true;
        let path = escape::line(loaded.sources.shown_path(file).as_ref()).into_owned();
        let changes = TextDiff::from_lines(text, &fixed.text);
        let mut unified = changes.unified_diff();
        let unified = unified.context_radius(2).header(&path, &path).to_string();
        for line in unified.lines() {
            writeln!(terminal.out(), "{}", escape::line(line))?;
        }
    }
    Ok(u8::from(any))
}

fn by_file(findings: &[Finding]) -> Vec<(FileId, &[Finding])> {
    findings
        .chunk_by(|a, b| a.place.file == b.place.file)
        .map(|chunk| (chunk[0].place.file, chunk))
        .collect()
}

fn tell_times(times: &[RuleTime], terminal: &mut Terminal) {
    terminal.note("Time by rule, over all threads:");
    for time in times {
        let milliseconds = time.time.as_secs_f64() * 1000.0;
        terminal.note(&format!(
            "{milliseconds:>10.2} ms  {:>9} times  {}",
            time.calls, time.rule
        ));
    }
}
