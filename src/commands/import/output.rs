//! Puts the files of an import into a folder: whole or not at all, never outside of it, and never over
//! something that a person changed.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Component, Path};

use crate::commands::files;

/// What happened, or would happen, to each file.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) new: Vec<String>,
    pub(super) same: usize,
    /// There is another text in it, which is kept.
    pub(super) kept: Vec<String>,
    /// There was another text in it, which is replaced.
    pub(super) replaced: Vec<String>,
}

/// Writes the files, by path within `folder`.
///
/// # Errors
/// One sentence, when a file can't be written.
pub(super) fn write(
    folder: &Path,
    texts: &BTreeMap<String, String>,
    force: bool,
    dry: bool,
) -> Result<Written, String> {
    let mut written = Written::default();
    for (name, text) in texts {
        let path = folder.join(name);
        let fail = |error: std::io::Error| {
            format!(
                "{} can't be written: {}",
                path.display(),
                files::in_words(&error)
            )
        };
        if leads_out(folder, name) {
            return Err(format!(
                "{} is a link to somewhere else; nothing is written through it",
                path.display()
            ));
        }
        match std::fs::read(&path) {
            Ok(there) if there == text.as_bytes() => {
                written.same += 1;
                continue;
            }
            Ok(_) if !force => {
                written.kept.push(name.clone());
                continue;
            }
            Ok(_) => written.replaced.push(name.clone()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                written.new.push(name.clone())
            }
            Err(error) => return Err(fail(error)),
        }
        if dry {
            continue;
        }
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(fail)?;
        }
        let mut temporary = files::beside(&path).map_err(fail)?;
        temporary.write_all(text.as_bytes()).map_err(fail)?;
        temporary
            .persist(&path)
            .map_err(|error| fail(error.error))?;
    }
    Ok(written)
}

/// Whether a link below the folder, or the file itself, would lead a text out of it.
fn leads_out(folder: &Path, name: &str) -> bool {
    let mut path = folder.to_path_buf();
    for part in Path::new(name).components() {
        let Component::Normal(part) = part else {
            return true;
        };
        path.push(part);
        if path
            .symlink_metadata()
            .is_ok_and(|it| it.file_type().is_symlink())
        {
            return true;
        }
    }
    false
}
