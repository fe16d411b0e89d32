//! The files of one run, each with its text and tree, under a small number.

use std::borrow::Cow;

use crate::syntax::Tree;

/// The number of a file within one run's [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct FileId(pub u32);

/// The number of no file: findings about a link of a list stand in the link's own text, and their
/// spans count from its first byte.
pub const LINK: FileId = FileId(u32::MAX);

/// One file that was read.
#[derive(Debug)]
pub struct SourceFile {
    /// The path within the workspace, with `/` between folders.
    pub path: String,
    /// The text and what it says.
    pub tree: Tree,
}

/// All files of one run. A [`FileId`] is an index into it.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    prefix: String,
}

impl Sources {
    /// Takes over files; the file at index `n` gets the number `n`, which its tree carries too.
    pub fn new(mut files: Vec<SourceFile>) -> Sources {
        for (number, file) in files.iter_mut().enumerate() {
            file.tree.set_file_number(number as u32);
        }
        Sources {
            files,
            prefix: String::new(),
        }
    }

    /// The file with this number.
    ///
    /// # Panics
    /// When the number comes from other `Sources`: a mistake of the program, never of its input.
    pub fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file.0 as usize]
    }

    /// What stands before every path where it is shown, so that it counts from the folder in which
    /// the program was started: `examples/acme/`.
    pub fn set_prefix(&mut self, prefix: String) {
        self.prefix = prefix;
    }

    /// The path of a file as it is shown.
    pub fn shown_path(&self, file: FileId) -> Cow<'_, str> {
        let path = self.path(file);
        if self.prefix.is_empty() || path.starts_with('/') || path.contains(':') {
            return Cow::Borrowed(path);
        }
        Cow::Owned(format!("{}{path}", self.prefix))
    }

    /// The path of a file within the workspace.
    pub fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    /// The stored text of a file.
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).tree.text()
    }

    /// Every file with its number, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(number, file)| (FileId(number as u32), file))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
