//! A folder that a story happens in, and what the program said there.

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

pub(crate) struct Folder(TempDir);

/// What a run said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    fn of(output: Output) -> Said {
        Said {
            code: output.status.code().expect("the program was killed"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    pub(crate) fn silent(&self) {
        assert_eq!(self.code, 0, "{self}");
        assert!(self.out.starts_with("No findings in "), "{self}");
    }

    /// That the program could not run, and said why in exactly one line.
    #[track_caller]
    pub(crate) fn cannot(&self, why: &str) {
        assert_eq!(self.code, 2, "{self}");
        assert_eq!(
            self.err.trim_end(),
            format!("campaignlint: {why}"),
            "{self}"
        );
    }

    #[track_caller]
    pub(crate) fn finds(&self, what: &str) -> &Said {
        assert_eq!(self.code, 1, "{self}");
        assert!(self.out.contains(what), "no {what:?} in {self}");
        self
    }
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "exit {}\n--- out\n{}\n--- err\n{}",
            self.code, self.out, self.err
        )
    }
}

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(TempDir::new().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    /// A workspace with a tracking policy, and these files.
    pub(crate) fn workspace(files: &[(&str, &str)]) -> Folder {
        let folder = Folder::new(&[
            ("campaignlint.yaml", CONFIGURATION),
            ("policy.yaml", POLICY),
        ]);
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        String::from_utf8(std::fs::read(self.path(name)).unwrap()).unwrap()
    }

    /// The program, ready to run here as a machine without settings would run it.
    pub(crate) fn program(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.current_dir(self.0.path()).args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        Said::of(self.program(arguments).output().unwrap())
    }

    pub(crate) fn run_with(&self, input: &str, arguments: &[&str]) -> Said {
        Said::of(self.program(arguments).write_stdin(input).output().unwrap())
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }
}

/// The program without anything that a machine may have set for it.
pub(crate) fn program() -> Command {
    let mut command = Command::cargo_bin("campaignlint").unwrap();
    for name in [
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "TERM",
        "COLUMNS",
        "RAYON_NUM_THREADS",
    ] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn said(command: &mut Command) -> Said {
    Said::of(command.output().unwrap())
}

/// Whether files without permission can be read all the same.
pub(crate) fn is_root(folder: &Folder) -> bool {
    let path = folder.path("is-root");
    std::fs::write(&path, "").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    }
    let readable = std::fs::read(&path).is_ok();
    std::fs::remove_file(&path).unwrap();
    readable
}

pub(crate) const CONFIGURATION: &str = "today: 2026-11-22\ntimezone: Europe/Berlin\n";

pub(crate) const POLICY: &str = "\
kind: tracking
our-sites: [acme.example]
required: [source, medium, campaign]
optional: [content]
spelling: lower case, digits, _ and -
---
kind: channels
webcast: { statuses: [Invited, Attended], success: Attended }
---
kind: people
field-emea: { label: Field Marketing EMEA }
";

/// A campaign without a mistake.
pub(crate) const GOOD: &str = "\
kind: campaign
channel: webcast
owner: field-emea
utm: { campaign: 20261203_devsecops }
links:
  - { id: invite, url: https://acme.example/a, source: marketo, medium: email }
";

/// A campaign with two: a key and a channel that there are not.
pub(crate) const BAD: &str = "\
kind: campaign
channel: webcasst
owner: field-emea
utm: { campaign: 20261203_devsecops }
links:
  - { id: invite, url: https://acme.example/a, source: marketo, medum: email, medium: email }
";
