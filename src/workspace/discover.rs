//! Which files belong to a workspace.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::WalkBuilder;

use super::CONFIGURATION_FILE;

/// The files of a workspace, and the entries that could not be looked at.
#[derive(Debug, Default)]
pub struct Discovered {
    /// YAML files, sorted by path.
    pub files: Vec<PathBuf>,
    /// Entries that could not be read, with the reason in words.
    pub unreadable: Vec<(PathBuf, String)>,
    /// Folders that are workspaces of their own; nothing in them belongs to this one.
    pub nested: Vec<PathBuf>,
}

/// The nearest folder at or above `start` that has a `campaignlint.yaml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| folder.join(CONFIGURATION_FILE).is_file())
        .map(Path::to_path_buf)
}

/// Walks a workspace: YAML files in any letter case, `.gitignore` respected, hidden files and the
/// cases of rules left out, and so are folders that are workspaces of their own. Symbolic links are
/// not followed, so that nothing outside is ever read; one that leads nowhere is reported.
pub fn discover(root: &Path) -> Discovered {
    // The walk asks its filter from where it likes, so what the filter finds is kept behind a lock.
    let nested = Arc::new(Mutex::new(Vec::new()));
    let nested_there = Arc::clone(&nested);
    // One thread: opening folders takes so little that several only wait for each other.
    let walk = WalkBuilder::new(root)
        .require_git(false)
        .parents(true)
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            if !is_folder || entry.depth() == 0 {
                return true;
            }
            if entry.path().join(CONFIGURATION_FILE).is_file() {
                let mut nested = nested_there.lock().unwrap_or_else(PoisonError::into_inner);
                nested.push(entry.path().to_path_buf());
                return false;
            }
            !is_rule_cases(entry.path())
        })
        .build();
    let mut found = Discovered::default();
    for entry in walk {
        match entry {
            Ok(entry) => sort_in(&entry, &mut found),
            Err(error) => {
                let path = path_of(&error).unwrap_or_else(|| root.to_path_buf());
                found.unreadable.push((path, reason(&error)));
            }
        }
    }
    found.nested = std::mem::take(&mut *nested.lock().unwrap_or_else(PoisonError::into_inner));
    found.nested.sort_unstable();
    found.files.sort_unstable();
    found.unreadable.sort_unstable();
    found
}

fn sort_in(entry: &ignore::DirEntry, found: &mut Discovered) {
    let path = entry.path();
    let Some(file_type) = entry.file_type() else {
        return;
    };
    if !is_yaml(path) {
        return;
    }
    if file_type.is_file() {
        found.files.push(path.to_path_buf());
    } else if file_type.is_symlink() {
        // What it leads to within the workspace is found on its own path.
        if let Err(error) = std::fs::metadata(path) {
            found
                .unreadable
                .push((path.to_path_buf(), in_words(&error)));
        }
    }
}

/// Whether a file is YAML by its name.
fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml")
    })
}

/// `rules/<family>/<name>/cases` belongs to `rules test`.
fn is_rule_cases(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "cases")
        && path
            .ancestors()
            .nth(3)
            .and_then(Path::file_name)
            .is_some_and(|name| name == "rules")
}

fn path_of(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        ignore::Error::Loop { child, .. } => Some(child.clone()),
        _ => None,
    }
}

fn reason(error: &ignore::Error) -> String {
    match error.io_error() {
        Some(error) => in_words(error),
        None => "it can't be looked at".to_string(),
    }
}

/// What the system says when a file can't be read, as a reason: `it is a folder`.
pub(crate) fn in_words(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "it leads to nothing, or does not exist".to_string(),
        ErrorKind::PermissionDenied => "reading it is not permitted".to_string(),
        ErrorKind::IsADirectory => "it is a folder".to_string(),
        ErrorKind::NotADirectory => "a part of its path is no folder".to_string(),
        // Stable Rust has no name yet for "too many levels of symbolic links".
        _ if error.raw_os_error() == Some(40) => "it is a symbolic link to itself".to_string(),
        // Rust appends the number of the error, which helps nobody.
        _ => {
            let words = error.to_string();
            let words = words.split(" (os error").next().unwrap_or_default();
            words.to_lowercase()
        }
    }
}
