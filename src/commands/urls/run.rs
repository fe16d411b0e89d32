//! Runs the rules about links over lists.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;

use super::{Chunk, Figures, InputError, ListFile, ListReader, Options, Row};
use crate::checks::{CheckedLink, ListChecker, RuleSet, apply_fixes};
use crate::commands::arguments::{ContextChoice, FormatChoice, UrlsArguments};
use crate::commands::files::in_words;
use crate::commands::{Failure, Terminal, around, check};
use crate::diagnostics::{Severity, escape};
use crate::links::Context;
use crate::report::full::Teller;
use crate::report::json::UrlsReport;
use crate::report::short::write_link;
use crate::report::{LinkText, Places, Summary};
use crate::workspace::{Reads, Workspace};

/// Links that one thread takes at a time.
const PIECE: usize = 512;
/// A link is mended in rounds, since one fix makes the next possible.
const MOST_ROUNDS: usize = 8;

/// Audits lists of links.
pub(crate) fn run(arguments: &UrlsArguments, terminal: &mut Terminal) -> Result<u8, Failure> {
    if arguments.fix && arguments.out.is_some() && arguments.files.len() > 1 {
        return Err(Failure::words(
            "--out takes one corrected list; give one file at a time",
        ));
    }
    let loaded = around::policy(arguments.workspace.as_deref())?;
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let selection = check::selection(&arguments.run, &rules)?;
    let today = check::today(&workspace, arguments.run.today);
    let places = Places::new(&loaded.sources);
    let mut worst = None;
    let mut whole = Whole::default();
    for path in &arguments.files {
        let checker = ListChecker::new(
            &workspace,
            &rules,
            &selection,
            today,
            &shown(path),
            arguments.page.clone(),
        );
        let audit = Audit {
            arguments,
            path,
            checker: &checker,
            places: &places,
        };
        worst = worst.max(audit.run(&mut whole, terminal)?);
    }
    if arguments.run.format == FormatChoice::Json {
        whole.end(terminal, &places)?;
    }
    Ok(arguments.run.fail_on.code(worst))
}

/// What a list is called: its path, or `stdin`.
fn shown(path: &Path) -> String {
    match path == Path::new("-") {
        true => "stdin".to_string(),
        false => path.display().to_string(),
    }
}

/// What JSON says of all lists together.
#[derive(Default)]
struct Whole {
    summary: Summary,
    counts: crate::report::json::LinkCounts,
    begun: bool,
}

impl Whole {
    fn end(&self, terminal: &mut Terminal, places: &Places<'_>) -> Result<(), Failure> {
        let out = terminal.out();
        let report = match self.begun {
            true => UrlsReport::resume(out, places, self.counts.links == 0),
            false => UrlsReport::begin(out, places)?,
        };
        Ok(report.end(&self.summary, self.counts)?)
    }
}

struct Audit<'r> {
    arguments: &'r UrlsArguments,
    path: &'r Path,
    checker: &'r ListChecker<'r, 'r>,
    places: &'r Places<'r>,
}

/// What came of one link.
struct Outcome<'a, 'g> {
    checked: CheckedLink<'a, 'g>,
    corrected: Option<String>,
}

impl Audit<'_> {
    fn run(&self, whole: &mut Whole, terminal: &mut Terminal) -> Result<Option<Severity>, Failure> {
        let shown = shown(self.path);
        let mut reader = self.open()?;
        let mut corrected = self.corrected_list(&reader)?;
        let mut figures = Figures::default();
        let mut worst = None;
        let mut chunk = Chunk::default();
        let mut teller = Teller::new(terminal.look());
        let mut told = 0;
        let format = self.arguments.run.format;
        // Threads share these two, and not the places, which know lines that were looked up.
        let (checker, arguments) = (self.checker, self.arguments);
        loop {
            let more = reader.next_chunk(&mut chunk).map_err(|error| {
                Failure::words(format!(
                    "{shown} can't be read further: {}",
                    in_words(&error)
                ))
            })?;
            if !more {
                break;
            }
            figures.add_chunk(&chunk);
            let rows: Vec<Row<'_>> = chunk.rows().collect();
            let outcomes: Vec<Outcome<'_, '_>> = rows
                .par_chunks(PIECE)
                .flat_map_iter(|rows| {
                    let reads = Reads::off();
                    let mut worker = checker.worker(&reads);
                    rows.iter()
                        .map(|row| outcome(arguments, row, &mut worker))
                        .collect::<Vec<_>>()
                })
                .collect();
            for (row, outcome) in rows.iter().zip(&outcomes) {
                let checked = &outcome.checked;
                figures.add_link(checked.url.host(), checked.channel, &checked.findings);
                for finding in &checked.findings {
                    whole.summary.add(finding);
                    worst = worst.max(Some(finding.severity));
                }
                let link = LinkText {
                    path: &shown,
                    line: row.line,
                    url: row.url,
                };
                match format {
                    FormatChoice::Json => {
                        let out = terminal.out();
                        let mut report = match whole.begun {
                            true => UrlsReport::resume(out, self.places, whole.counts.links == 0),
                            false => UrlsReport::begin(out, self.places)?,
                        };
                        whole.begun = true;
                        report.link(link, checked.channel, &checked.findings)?;
                        whole.counts.links += 1;
                    }
                    _ if self.arguments.summary || checked.findings.is_empty() => {}
                    FormatChoice::Short => {
                        write_link(link, &checked.findings, self.places, terminal.out())?;
                    }
                    FormatChoice::Full => {
                        let limit = terminal.look().limit;
                        if told < limit {
                            let out = terminal.out();
                            teller.tell_link(link, &checked.findings, self.places, out)?;
                        }
                        told += checked.findings.len();
                    }
                }
            }
            if let Some(list) = &mut corrected {
                list.write_chunk(&chunk, |index| {
                    outcomes
                        .get(index)
                        .and_then(|outcome| outcome.corrected.as_deref())
                })
                .map_err(|error| Failure::words(error.to_string()))?;
            }
            terminal.progress(&format!(
                "{}: line {}",
                shown,
                rows.last().map_or(0, |row| row.line)
            ));
        }
        terminal.clear_progress();
        if let Some(list) = corrected {
            list.finish()
                .map_err(|error| Failure::words(error.to_string()))?;
        }
        let counts = figures.counts();
        // Links were counted one by one, since the report begins with the first.
        whole.counts.rows += counts.rows;
        whole.counts.compliant += counts.compliant;
        whole.counts.unreadable += counts.unreadable;
        whole.summary.files += 1;
        if format == FormatChoice::Full {
            let limit = terminal.look().limit;
            if told > limit {
                let more = crate::report::summary::number((told - limit) as u64);
                writeln!(
                    terminal.out(),
                    "… and about {more} more; --format short shows all\n"
                )?;
            }
            figures.write(&shown, terminal.out())?;
        } else if self.arguments.summary && format == FormatChoice::Short {
            figures.write(&shown, terminal.out())?;
        }
        Ok(worst)
    }

    fn open(&self) -> Result<ListReader<Box<dyn Read>>, Failure> {
        let arguments = self.arguments;
        let mut options = Options::new(self.path, arguments.delimiter, arguments.column.as_deref());
        options.context_column.clone_from(&arguments.context_column);
        options.table |= arguments.context_column.is_some();
        options.keep = arguments.fix;
        let shown = shown(self.path);
        let is_yaml = self.path.extension().is_some_and(|ending| {
            ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml")
        });
        if is_yaml {
            return Err(Failure::words(format!(
                "{shown} is YAML, not a list of links; `campaignlint check {shown}` checks the links in it"
            )));
        }
        let input: Box<dyn Read> = if self.path == Path::new("-") {
            Box::new(std::io::stdin().lock())
        } else {
            let file = File::open(self.path).and_then(|file| match file.metadata()?.is_dir() {
                true => Err(std::io::Error::from(std::io::ErrorKind::IsADirectory)),
                false => Ok(file),
            });
            Box::new(file.map_err(|error| {
                Failure::words(format!("{shown} can't be read: {}", in_words(&error)))
            })?)
        };
        ListReader::open(input, &options).map_err(|error| match error {
            InputError::Read(error) => {
                Failure::words(format!("{shown} can't be read: {}", in_words(&error)))
            }
            other => Failure::words(format!("{shown}: {other}")),
        })
    }

    fn corrected_list(
        &self,
        reader: &ListReader<Box<dyn Read>>,
    ) -> Result<Option<ListFile>, Failure> {
        if !self.arguments.fix {
            return Ok(None);
        }
        let path = match &self.arguments.out {
            Some(path) => path.clone(),
            None if self.path == Path::new("-") => {
                return Err(Failure::words(
                    "say with --out where to write the corrected list",
                ));
            }
            None => super::output::default_path(self.path),
        };
        let list = ListFile::create(&path, self.arguments.out.is_some(), reader.form());
        list.map(Some)
            .map_err(|error| Failure::words(escape::line(&error.to_string()).into_owned()))
    }
}

/// Checks a link, and mends it where that is asked for.
fn outcome<'a, 'g>(
    arguments: &UrlsArguments,
    row: &Row<'a>,
    worker: &mut crate::checks::Worker<'_, 'g>,
) -> Outcome<'a, 'g> {
    let markup = row.markup || arguments.context == ContextChoice::Markup;
    let context = if markup {
        Context::Markup
    } else {
        Context::Text
    };
    let checked = worker.check(row.url, context);
    let corrected = if arguments.fix && !checked.findings.is_empty() {
        corrected(arguments.unsafe_fixes, row.url, &checked, context, worker)
    } else {
        None
    };
    Outcome { checked, corrected }
}

/// A link with its fixes applied.
fn corrected(
    unsafe_too: bool,
    url: &str,
    checked: &CheckedLink<'_, '_>,
    context: Context,
    worker: &mut crate::checks::Worker<'_, '_>,
) -> Option<String> {
    let mut text = apply_fixes(url, &checked.findings, unsafe_too)?.text;
    for _ in 1..MOST_ROUNDS {
        let again = worker.check(&text, context);
        match apply_fixes(&text, &again.findings, unsafe_too) {
            Some(fixed) => text = fixed.text,
            None => break,
        }
    }
    Some(text)
}
