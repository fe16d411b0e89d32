//! How long the program takes as a whole, as a user sees it: wall time, and on Linux CPU time.

#![allow(missing_docs, clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use campaignlint::commands::generated_workspace;
use divan::Bencher;
use tempfile::TempDir;

fn main() {
    divan::main();
    // `cargo test --benches` runs each only once, to see that it works.
    if std::env::args().any(|argument| argument == "--bench") {
        tell_cpu_times();
    }
}

const FILES: usize = 2000;
/// The clock of processes ticks a hundred times a second, so one run is too short to be told.
const RUNS_FOR_CPU: u32 = 20;

static WORKSPACE: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, text) in generated_workspace(FILES) {
        let path = folder.path().join(path);
        let parent = path.parent().expect("every file lies in a folder");
        std::fs::create_dir_all(parent).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }
    folder
});

/// A run of the program, as its arguments and the folder it starts in.
type Run = (&'static [&'static str], fn() -> PathBuf);

fn whole_workspace() -> PathBuf {
    WORKSPACE.path().to_path_buf()
}

/// A workspace of a single file.
fn single_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/one-mistake")
}

const CHECK_2000_FILES: Run = (&["check", "--format", "short"], whole_workspace);
const CHECK_ONE_FILE: Run = (
    &["check", "20261203-devsecops.yaml", "--format", "short"],
    single_file,
);
const VERSION: Run = (&["--version"], single_file);

fn run((arguments, folder): Run) {
    let status = Command::new(env!("CARGO_BIN_EXE_campaignlint"))
        .args(arguments)
        .current_dir(folder())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(
        matches!(status.code(), Some(0 | 1)),
        "it can't run: {status}"
    );
}

fn measure(bencher: Bencher<'_, '_>, what: Run) {
    run(what);
    bencher.bench_local(|| run(what));
}

#[divan::bench(sample_count = 20)]
fn check_2000_files(bencher: Bencher<'_, '_>) {
    measure(bencher, CHECK_2000_FILES);
}

#[divan::bench(sample_count = 50)]
fn check_one_file(bencher: Bencher<'_, '_>) {
    measure(bencher, CHECK_ONE_FILE);
}

#[divan::bench(sample_count = 50)]
fn version(bencher: Bencher<'_, '_>) {
    measure(bencher, VERSION);
}

fn tell_cpu_times() {
    for (name, what) in [
        ("check_2000_files", CHECK_2000_FILES),
        ("check_one_file", CHECK_ONE_FILE),
        ("version", VERSION),
    ] {
        let Some(before) = ticks_of_children() else {
            return;
        };
        for _ in 0..RUNS_FOR_CPU {
            run(what);
        }
        let ticks = ticks_of_children().unwrap_or(before) - before;
        let each = f64::from(ticks) * 10.0 / f64::from(RUNS_FOR_CPU);
        println!("{name}: {each:.1} ms of CPU time a run");
    }
}

/// CPU time of all runs that have ended, in hundredths of a second; `None` where there is no
/// `/proc`.
fn ticks_of_children() -> Option<u32> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets and may hold spaces; then come field 3 and so on.
    let (_, fields) = stat.rsplit_once(") ")?;
    // Fields 16 and 17: time of the children in the program and in the system.
    let times = fields.split(' ').skip(16 - 3).take(2);
    times.map(|field| field.parse::<u32>().ok()).sum()
}
