//! `campaignlint completions`: completions for a shell.

use clap::CommandFactory;

use super::{Arguments, Failure, Terminal};

pub(super) fn run(shell: clap_complete::Shell, terminal: &mut Terminal) -> Result<u8, Failure> {
    let mut completions = Vec::new();
    clap_complete::generate(
        shell,
        &mut Arguments::command(),
        "campaignlint",
        &mut completions,
    );
    terminal.out().write_all(&completions)?;
    Ok(0)
}
