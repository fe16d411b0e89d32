//! Writes a list back with its links corrected, and everything else as it was: header, comments,
//! blank lines, the other columns, line ends and encoding.
//!
//! The list appears whole or not at all: it is written beside its place and then put there. What
//! stands there already is replaced only when the user named it, so that no run on
//! `links.csv` surprises anybody who kept the only copy of something else.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::chunk::Chunk;
use super::input::Form;
use crate::commands::files::{beside, in_words};

/// Why a list cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// Something stands there already.
    #[error("{} exists already; to replace it, name it with --out", .0.display())]
    Exists(PathBuf),
    /// There is a folder of this name.
    #[error("{} is a folder; name a file with --out", .0.display())]
    IsFolder(PathBuf),
    /// The file cannot be written.
    #[error("{} can't be written: {}", .path.display(), in_words(.error))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Writes a list.
#[derive(Debug)]
pub struct ListWriter<W: Write> {
    out: W,
    form: Form,
    begun: bool,
    /// Used again for each chunk.
    corrected: Vec<u8>,
    encoded: Vec<u8>,
}

/// A list that is being written to a file.
#[derive(Debug)]
pub struct ListFile {
    writer: ListWriter<BufWriter<NamedTempFile>>,
    path: PathBuf,
    may_replace: bool,
}

/// Where a corrected list goes when the user names no file: `links.csv` becomes
/// `links.corrected.csv` beside it.
pub fn default_path(input: &Path) -> PathBuf {
    let mut name = input.file_stem().unwrap_or_default().to_os_string();
    name.push(".corrected");
    if let Some(ending) = input.extension() {
        name.push(".");
        name.push(ending);
    }
    input.with_file_name(name)
}

impl<W: Write> ListWriter<W> {
    /// Writes a list of this form to anything.
    pub fn new(out: W, form: Form) -> ListWriter<W> {
        ListWriter {
            out,
            form,
            begun: false,
            corrected: Vec::new(),
            encoded: Vec::new(),
        }
    }

    /// Writes a chunk that was read with [`Options::keep`](super::Options::keep). `corrected` gives
    /// the new link for the index of a row, or nothing where it stays.
    ///
    /// # Errors
    /// When the chunk cannot be written.
    pub fn write_chunk<'c>(
        &mut self,
        chunk: &Chunk,
        mut corrected: impl FnMut(usize) -> Option<&'c str>,
    ) -> io::Result<()> {
        self.begin()?;
        self.corrected.clear();
        let mut done = 0;
        for (index, (place, quoted)) in chunk.places().enumerate() {
            let Some(link) = corrected(index) else {
                continue;
            };
            let Some(before) = chunk.raw.get(done..place.start) else {
                return Err(io::Error::other("the list was not read to be written back"));
            };
            self.corrected.extend_from_slice(before);
            self.put(link, quoted);
            done = place.end;
        }
        self.corrected
            .extend_from_slice(chunk.raw.get(done..).unwrap_or_default());
        self.encoded.clear();
        self.form
            .encoding
            .encode(&self.corrected, &mut self.encoded);
        self.out.write_all(&self.encoded)
    }

    /// Ends the list and gives back what it was written to.
    ///
    /// # Errors
    /// When the rest cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.begin()?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn begin(&mut self) -> io::Result<()> {
        if !self.begun {
            self.out.write_all(self.form.encoding.mark())?;
            self.begun = true;
        }
        Ok(())
    }

    /// A link as a cell: in quotes where it was, or where it has to be.
    fn put(&mut self, link: &str, quoted: bool) {
        let Some(delimiter) = self.form.delimiter else {
            // A line is a line: what would break it is left out, as browsers do.
            self.corrected
                .extend(link.bytes().filter(|byte| !matches!(byte, b'\n' | b'\r')));
            return;
        };
        let must = |byte: u8| byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r');
        if !quoted && !link.bytes().any(must) {
            self.corrected.extend_from_slice(link.as_bytes());
            return;
        }
        self.corrected.push(b'"');
        self.corrected
            .extend_from_slice(link.replace('"', "\"\"").as_bytes());
        self.corrected.push(b'"');
    }
}

impl ListFile {
    /// Begins a list. `named` says that the user named this very file, which may then be replaced,
    /// also when it is the list that is being read.
    ///
    /// # Errors
    /// When the file may not be replaced, or nothing can be written beside it.
    pub fn create(path: &Path, named: bool, form: Form) -> Result<ListFile, OutputError> {
        if path.is_dir() {
            return Err(OutputError::IsFolder(path.to_owned()));
        }
        if !named && path.symlink_metadata().is_ok() {
            return Err(OutputError::Exists(path.to_owned()));
        }
        // A link to a file stays one: what it leads to is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let temporary = beside(&path).map_err(|error| OutputError::Write {
            path: path.clone(),
            error,
        })?;
        let writer = ListWriter::new(BufWriter::new(temporary), form);
        Ok(ListFile {
            writer,
            path,
            may_replace: named,
        })
    }

    /// Writes a chunk; see [`ListWriter::write_chunk`].
    ///
    /// # Errors
    /// When the chunk cannot be written.
    pub fn write_chunk<'c>(
        &mut self,
        chunk: &Chunk,
        corrected: impl FnMut(usize) -> Option<&'c str>,
    ) -> Result<(), OutputError> {
        let path = &self.path;
        self.writer
            .write_chunk(chunk, corrected)
            .map_err(|error| OutputError::Write {
                path: path.clone(),
                error,
            })
    }

    /// Puts the list in its place. Without this call nothing has happened.
    ///
    /// # Errors
    /// When it cannot be put there.
    pub fn finish(self) -> Result<(), OutputError> {
        let ListFile {
            writer,
            path,
            may_replace,
        } = self;
        let failed = |error| OutputError::Write {
            path: path.clone(),
            error,
        };
        let buffer = writer.finish().map_err(failed)?;
        let temporary = buffer
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        temporary.as_file().sync_all().map_err(failed)?;
        let put = match may_replace {
            true => temporary.persist(&path),
            false => temporary.persist_noclobber(&path),
        };
        match put {
            Ok(_) => Ok(()),
            Err(failure) if failure.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(OutputError::Exists(path))
            }
            Err(failure) => Err(failed(failure.error)),
        }
    }
}
