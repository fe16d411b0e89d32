//! The command line: one file or folder per subcommand.

mod dev;
pub mod urls;

use std::process::ExitCode;

/// Runs the program.
pub fn run() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["dev", "generate"] => dev::generate(),
        ["rules", "test", rest @ ..] => dev::rules_test(rest),
        _ => ExitCode::from(2),
    }
}
