//! `campaignlint import`: a workspace from what a team has on its first day: a list of campaigns, a
//! sheet of tracked links, a list of fields, a list of names.
//!
//! Nothing is invented: what is not in the data is left out, and said. Nothing is repaired either: what
//! is wrong in the data is written as it stands, so that `check` speaks.

mod amounts;
mod arguments;
mod campaign_days;
mod campaign_files;
mod campaign_ties;
mod campaign_values;
mod campaigns;
mod cells;
mod columns;
mod dates;
mod fields;
mod ids;
mod link_policy;
mod links;
mod names;
mod output;
mod report;
mod roles;
mod spelling;
mod table;
mod yaml;

use std::collections::BTreeMap;
use std::path::Path;

use super::{Failure, Terminal, check};
use crate::workspace::CONFIGURATION_FILE;
use arguments::DateOrder;
pub(crate) use arguments::ImportArguments;
use report::{About, Report};
use roles::{Role, TableKind};
use table::{Reading, Table};

const CONFIGURATION: &str = "\
# The settings of this workspace. `campaignlint rules` lists the rules.
preset: recommended
policies: [common-tracking]
";

pub(crate) fn run(arguments: &ImportArguments, terminal: &mut Terminal) -> Result<u8, Failure> {
    terminal.progress("Reading…");
    let (texts, report) = read(arguments)?;
    let written = output::write(&arguments.into, &texts, arguments.force, arguments.dry_run)
        .map_err(Failure::Words)?;
    terminal.clear_progress();
    for line in report.lines() {
        say(terminal, &line)?;
    }
    say(terminal, "")?;
    tell(&written, arguments, terminal)?;
    if !arguments.dry_run && !arguments.no_check {
        first_findings(&arguments.into, terminal)?;
    }
    Ok(u8::from(!written.kept.is_empty()))
}

/// Reads the tables and makes the files of the workspace, by path.
fn read(arguments: &ImportArguments) -> Result<(BTreeMap<String, String>, Report), Failure> {
    let reading = Reading {
        delimiter: arguments.delimiter,
        columns: &arguments.column,
    };
    let mut kinds: BTreeMap<&'static str, Vec<Table>> = BTreeMap::new();
    let mut used = vec![false; arguments.column.len()];
    for path in &arguments.files {
        let mut table = Table::read(path, &reading).map_err(Failure::Words)?;
        for (at, (_, name)) in arguments.column.iter().enumerate() {
            used[at] |= table::position(&table.header, name).is_some();
        }
        let kind = kind_of(&mut table, arguments.kind)?;
        kinds.entry(kind.noun()).or_default().push(table);
    }
    if let Some(at) = used.iter().position(|used| !used) {
        let (role, name) = &arguments.column[at];
        let columns: Vec<&str> = kinds
            .values()
            .flatten()
            .flat_map(|table| &table.header)
            .map(String::as_str)
            .collect();
        let near = crate::diagnostics::suggest(name, columns.iter().copied());
        let help = near.map_or_else(
            || format!("the columns are: {}", columns.join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        return Err(Failure::words(format!(
            "there is no column \"{name}\" for {}; {help}",
            role.word()
        )));
    }
    let mut texts = BTreeMap::new();
    let mut report = Report::default();
    let of = |kind: TableKind| {
        kinds
            .get(kind.noun())
            .map(Vec::as_slice)
            .unwrap_or_default()
    };

    let order = arguments.dates.map(|order| match order {
        DateOrder::DayFirst => dates::Order::DayFirst,
        DateOrder::MonthFirst => dates::Order::MonthFirst,
    });
    let tables = of(TableKind::SalesforceCampaigns);
    let mut sheets = links::read(of(TableKind::UtmLinks));
    sheets.write_policy(&mut texts);
    if !tables.is_empty() {
        let mut abouts: Vec<About> = Vec::new();
        let mut campaigns = campaigns::read(tables, order, &mut abouts);
        sheets.hand_over(&mut campaigns);
        let files: Vec<String> = abouts.iter().map(|about| about.file.clone()).collect();
        campaign_files::write(&campaigns, &files, &mut texts);
        let named = campaigns
            .records
            .iter()
            .map(|record| (record.name.as_str(), columns::row_of(record.row)));
        names::of_campaigns(named.collect(), &campaigns, &mut abouts[0], &mut texts);
        report.tables.extend(abouts);
    }
    sheets.write(&mut report, &mut texts);
    fields::read(of(TableKind::Fields), &mut report, &mut texts);
    names::read(of(TableKind::ProgramNames), &mut report, &mut texts);
    texts.insert("IMPORT.md".to_string(), report.markdown());
    if !arguments.into.join(CONFIGURATION_FILE).exists() || texts_are_new(&arguments.into) {
        texts.insert(CONFIGURATION_FILE.to_string(), CONFIGURATION.to_string());
    }
    Ok((texts, report))
}

/// A workspace keeps its settings, whatever they say.
fn texts_are_new(folder: &Path) -> bool {
    std::fs::read(folder.join(CONFIGURATION_FILE))
        .is_ok_and(|text| text == CONFIGURATION.as_bytes())
}

/// What a table is, or one sentence that says what to add.
fn kind_of(table: &mut Table, asked: TableKind) -> Result<TableKind, Failure> {
    if asked != TableKind::Auto {
        let needed: &[Role] = match asked {
            TableKind::SalesforceCampaigns => &[Role::Name, Role::Id],
            TableKind::UtmLinks => &[Role::Url, Role::TaggedUrl],
            TableKind::Fields => &[Role::FieldName, Role::FieldLabel],
            TableKind::ProgramNames | TableKind::Auto => return Ok(asked),
        };
        if needed.iter().all(|role| table.column(*role).is_none()) {
            let word = needed[0].word();
            return Err(unclear(
                table,
                &format!(
                    "no column of it is known as the {word} of a {}",
                    asked.noun()
                ),
                &format!("--column {word}=HEADER says which one is"),
            ));
        }
        return Ok(asked);
    }
    if let Some(kind) = TableKind::of_roles(&table.roles) {
        return Ok(kind);
    }
    let one_column = table
        .rows
        .iter()
        .all(|row| row.cells.iter().skip(1).all(String::is_empty));
    if one_column && table.header.len() <= 1 && !table.rows.is_empty() {
        let links = table
            .rows
            .iter()
            .filter(|row| row.cell(0).contains("://"))
            .count();
        if links * 2 > table.rows.len() {
            table.header = vec!["link".to_string()];
            table.roles = vec![Some(Role::TaggedUrl)];
            return Ok(TableKind::UtmLinks);
        }
        return Ok(TableKind::ProgramNames);
    }
    let tagged = |column: &usize| {
        table
            .rows
            .iter()
            .filter(|row| row.cell(*column).contains("utm_"))
            .count()
            * 2
            > table.rows.len()
    };
    if let Some(column) = (0..table.roles.len()).find(tagged) {
        table.roles[column] = Some(Role::TaggedUrl);
        return Ok(TableKind::UtmLinks);
    }
    Err(unclear(
        table,
        "its header does not tell what kind of table it is",
        "say it with --as campaigns, utm-links, fields or program-names, and which column is what with --column name=HEADER",
    ))
}

fn unclear(table: &Table, what: &str, help: &str) -> Failure {
    const MOST: usize = 20;
    let mut header: Vec<&str> = table
        .header
        .iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    if header.is_empty() {
        header = table
            .rows
            .first()
            .map(|row| row.cells.iter().map(String::as_str).collect())
            .unwrap_or_default();
    }
    let more = if header.len() > MOST { ", …" } else { "" };
    header.truncate(MOST);
    let columns = match header.is_empty() {
        true => "It is empty".to_string(),
        false => format!("The columns are: {}{more}", header.join(", ")),
    };
    Failure::words(format!("{}: {what}; {help}. {columns}", table.shown))
}

fn tell(
    written: &output::Written,
    arguments: &ImportArguments,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let would = arguments.dry_run;
    let files = |count: usize| {
        if count == 1 {
            "1 file".to_string()
        } else {
            format!("{count} files")
        }
    };
    let place = match arguments.into == Path::new(".") {
        true => "this folder".to_string(),
        false => arguments.into.display().to_string(),
    };
    if !written.new.is_empty() {
        let word = if would { "Would write" } else { "Wrote" };
        say(
            terminal,
            &format!("{word} {} in {place}.", files(written.new.len())),
        )?;
    }
    if !written.replaced.is_empty() {
        let word = if would { "Would replace" } else { "Replaced" };
        say(
            terminal,
            &format!(
                "{word} {}: {}",
                files(written.replaced.len()),
                short_list(&written.replaced)
            ),
        )?;
    }
    if written.same > 0 {
        let verb = if written.same == 1 { "is" } else { "are" };
        say(
            terminal,
            &format!(
                "{} {verb} as the import would write them.",
                files(written.same)
            ),
        )?;
    }
    if !written.kept.is_empty() {
        let verb = if written.kept.len() == 1 {
            "has another text and was"
        } else {
            "have another text and were"
        };
        say(
            terminal,
            &format!(
                "{} {verb} kept: {}. --force replaces what was kept.",
                files(written.kept.len()),
                short_list(&written.kept)
            ),
        )?;
    }
    Ok(())
}

fn short_list(names: &[String]) -> String {
    const MOST: usize = 5;
    let shown: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
    match names.len().saturating_sub(MOST) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// What `check` says of the folder, by rule.
fn first_findings(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    const MOST: usize = 12;
    terminal.progress("Checking…");
    let counts = check::counts_by_rule(folder)?;
    terminal.clear_progress();
    let total: usize = counts.iter().map(|(_, _, count)| count).sum();
    let command = match folder == Path::new(".") {
        true => "campaignlint check".to_string(),
        false => format!("campaignlint check {}", folder.display()),
    };
    if total == 0 {
        say(terminal, &format!("\n`{command}` finds nothing."))?;
        return Ok(());
    }
    say(terminal, &format!("\n`{command}` finds:"))?;
    for (rule, severity, count) in counts.iter().take(MOST) {
        say(
            terminal,
            &format!("{count:>7}  {:<7}  {rule}", severity.word()),
        )?;
    }
    if let Some(more) = counts.len().checked_sub(MOST).filter(|more| *more > 0) {
        say(
            terminal,
            &format!("         and findings of {more} more rules"),
        )?;
    }
    Ok(())
}

fn say(terminal: &mut Terminal, line: &str) -> Result<(), Failure> {
    let indent: String = line
        .chars()
        .take_while(|c| *c == ' ' || *c == '\n')
        .collect();
    let rest = crate::diagnostics::escape::line(&line[indent.len()..]).into_owned();
    writeln!(terminal.out(), "{indent}{rest}").map_err(Failure::Output)
}
