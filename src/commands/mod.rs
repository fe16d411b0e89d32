//! The command line: one file or folder per subcommand.
//!
//! Everything a command prints goes through [`Terminal`], so that colour, width and a closed pipe
//! are decided in one place.

mod arguments;
mod around;
mod check;
mod checklist;
mod choices;
mod completions;
mod dev;
mod explain;
mod files;
mod findings;
mod generated;
mod import;
mod init;
mod link;
mod new;
mod reference;
mod rules;
mod schema;
mod table;
mod terminal;
pub mod urls;

use std::process::ExitCode;

use clap::Parser;

pub use arguments::Arguments;
use arguments::{Command, DevCommand, NewCommand, RulesCommand};
pub use generated::{generated_links, generated_workspace};
use terminal::Terminal;

/// Why a command can't run. Shown as one sentence; the program then ends with 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// In words for the user.
    #[error("{0}")]
    Words(String),
    /// Nothing can be written to the terminal or the pipe.
    #[error("the output can't be written: {0}")]
    Output(#[from] std::io::Error),
}

impl Failure {
    fn words(words: impl Into<String>) -> Failure {
        Failure::Words(words.into())
    }
}

/// Runs the program: 0 when there is nothing to say, 1 for findings, 2 when it can't run.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    // This thread works with the others instead of waiting for them. Where a pool exists already, as in
    // a program that calls this one twice, that one serves.
    let _ = rayon::ThreadPoolBuilder::new()
        .use_current_thread()
        .build_global();
    let mut terminal = Terminal::new(arguments.color);
    let result = match arguments.command {
        Some(Command::Check(check)) => check::run(&check, &mut terminal),
        None => check::run(&arguments.check, &mut terminal),
        Some(Command::Urls(urls)) => urls::run(&urls, &mut terminal),
        Some(Command::Link(link)) => link::run(&link, &mut terminal),
        Some(Command::Checklist(list)) => checklist::run(&list, &mut terminal),
        Some(Command::New { command }) => match command {
            NewCommand::Campaign(campaign) => new::campaign(&campaign, &mut terminal),
        },
        Some(Command::Explain { rule }) => explain::run(&rule, &mut terminal),
        Some(Command::Rules { command }) => match command.unwrap_or_default() {
            RulesCommand::List { family } => rules::list(family.as_deref(), &mut terminal),
            RulesCommand::New { id } => rules::new(&id, &mut terminal),
            RulesCommand::Test { rules } => rules::test(&rules, &mut terminal),
        },
        Some(Command::Schema { kind }) => schema::run(kind.as_deref(), &mut terminal),
        Some(Command::Init { folder }) => init::run(&folder, &mut terminal),
        Some(Command::Import(import)) => import::run(&import, &mut terminal),
        Some(Command::Completions { shell }) => completions::run(shell, &mut terminal),
        Some(Command::Dev { command }) => match command {
            DevCommand::Generate { check } => dev::generate(check, &mut terminal),
            DevCommand::GenerateWorkspace { files, folder } => {
                dev::generate_workspace(files, &folder, &mut terminal)
            }
            DevCommand::GenerateLinks { links } => dev::generate_links(links, &mut terminal),
        },
    };
    match result.and_then(|code| terminal.finish().map(|()| code).map_err(Failure::Output)) {
        Ok(code) => ExitCode::from(code),
        // Whoever reads the pipe has seen enough.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            terminal.complain(&failure.to_string());
            ExitCode::from(2)
        }
    }
}
