//! The `campaignlint` program: everything it does is in `campaignlint::commands`.

fn main() -> std::process::ExitCode {
    campaignlint::commands::run()
}
