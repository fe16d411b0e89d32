//! Reading files from disk into trees.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::configuration::{CONFIGURATION_FILE, Configuration, Patterns, SHIPPED_POLICIES};
use super::discover::{Discovered, discover, in_words};
use crate::diagnostics::{FileId, SourceFile, Sources};
use crate::model::reader::Reader;
use crate::syntax::Tree;

/// Larger files are not read: no campaign is that long, and a dump should not fill the memory.
const LARGEST_FILE: u64 = crate::syntax::MAX_FILE_BYTES as u64;

/// What a run looks at.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// Files named one by one: they are ours whatever they say they are.
    pub named: Vec<PathBuf>,
    /// Only the named files are read: there is no workspace around them.
    pub named_only: bool,
    /// A file whose text comes from elsewhere, such as an editor: its path and its bytes.
    pub replaced: Option<(PathBuf, Vec<u8>)>,
    /// Shipped policies that apply besides those that the configuration names.
    pub policies: Vec<&'static str>,
}

/// Every file of a workspace, parsed.
#[derive(Debug)]
pub struct Loaded {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// The files.
    pub sources: Sources,
    /// Files that could not be read, with the reason.
    pub unreadable: Vec<(FileId, String)>,
    /// Files that are not text in UTF-8.
    pub encoding: Vec<(FileId, crate::syntax::EncodingError)>,
    /// `campaignlint.yaml`, where there is one.
    pub configuration: Option<FileId>,
    /// Files that were named one by one.
    pub named: Vec<FileId>,
    /// Folders within that are workspaces of their own, by path.
    pub nested: Vec<String>,
}

/// What must be known of the configuration before files are read.
struct Settings {
    exclude: Patterns,
    policies: Vec<(&'static str, &'static str)>,
}

impl Settings {
    /// Reads the configuration once more for these; its mistakes are reported with its own file.
    fn read(input: &Input) -> Settings {
        let path = input.root.join(CONFIGURATION_FILE);
        let replaced = input.replaced.as_ref().filter(|(other, _)| *other == path);
        let bytes = match replaced {
            Some((_, bytes)) => bytes.clone(),
            None => read_file(&path).unwrap_or_default(),
        };
        let tree = Tree::from_bytes(bytes).unwrap_or_else(|_| Tree::parse(String::new()));
        let mut reader = Reader::quiet();
        let configuration: Option<Configuration<'_>> = tree
            .documents()
            .next()
            .and_then(|root| reader.read_mapping(root, "the configuration"));
        let exclude = configuration.as_ref().and_then(|c| c.exclude.as_ref());
        let exclude = Patterns::new(exclude, &mut reader);
        let mut policies: Vec<(&str, &str)> = configuration
            .iter()
            .flat_map(|c| c.policies.iter().flat_map(|list| &list.items))
            .filter_map(|name| {
                SHIPPED_POLICIES
                    .iter()
                    .find(|(known, _)| *known == name.value)
            })
            .copied()
            .chain(input.policies.iter().filter_map(|name| {
                SHIPPED_POLICIES
                    .iter()
                    .find(|(known, _)| known == name)
                    .copied()
            }))
            .collect();
        policies.dedup();
        Settings { exclude, policies }
    }
}

enum Outcome {
    Read,
    Unreadable(String),
    Encoding(crate::syntax::EncodingError),
}

/// Finds and parses every file of a workspace. Nothing that a file holds makes this fail.
pub fn load(input: &Input) -> Loaded {
    let Discovered {
        mut files,
        unreadable,
        nested,
    } = match input.named_only {
        true => Discovered::default(),
        false => discover(&input.root),
    };
    let settings = Settings::read(input);
    files.retain(|path| !settings.exclude.matches(&shown_path(&input.root, path)));
    let mut extra: Vec<PathBuf> = input.named.clone();
    extra.extend(input.replaced.iter().map(|(path, _)| path.clone()));
    for path in extra {
        if let Err(position) = files.binary_search(&path)
            && !unreadable.iter().any(|(known, _)| *known == path)
        {
            files.insert(position, path);
        }
    }
    let mut read: Vec<Parsed> = files
        .into_par_iter()
        .map(|path| {
            let replaced = input.replaced.as_ref().filter(|(other, _)| *other == path);
            let bytes = match replaced {
                Some((_, bytes)) => Ok(bytes.clone()),
                None => read_file(&path),
            };
            Parsed::new(shown_path(&input.root, &path), bytes)
        })
        .collect();
    for (path, reason) in unreadable {
        read.push(Parsed::new(shown_path(&input.root, &path), Err(reason)));
    }
    let named: Vec<String> = input
        .named
        .iter()
        .chain(input.replaced.iter().map(|(path, _)| path))
        .map(|path| shown_path(&input.root, path))
        .collect();
    let mut loaded = assemble(&input.root, read, settings.policies, &named);
    loaded.nested = nested
        .iter()
        .map(|path| shown_path(&input.root, path))
        .filter(|path| !settings.exclude.matches(path))
        .collect();
    loaded
}

/// A workspace of texts that stand in no file: paths and texts. For the cases of rules, for
/// examples in documents, and for lists of links without a workspace.
pub fn load_texts(texts: Vec<(String, String)>, policies: &[&'static str]) -> Loaded {
    let shipped = SHIPPED_POLICIES
        .iter()
        .filter(|(name, _)| policies.contains(name))
        .copied();
    let read = texts
        .into_iter()
        .map(|(path, text)| Parsed::new(path, Ok(text.into_bytes())))
        .collect();
    assemble(Path::new(""), read, shipped.collect(), &[])
}

/// One file, parsed or not.
struct Parsed {
    file: SourceFile,
    outcome: Outcome,
}

impl Parsed {
    fn new(path: String, bytes: Result<Vec<u8>, String>) -> Parsed {
        let (tree, outcome) = match bytes.map(Tree::from_bytes) {
            Ok(Ok(tree)) => (tree, Outcome::Read),
            Ok(Err(error)) => (Tree::parse(String::new()), Outcome::Encoding(error)),
            Err(reason) => (Tree::parse(String::new()), Outcome::Unreadable(reason)),
        };
        Parsed {
            file: SourceFile { path, tree },
            outcome,
        }
    }
}

fn assemble(
    root: &Path,
    mut read: Vec<Parsed>,
    policies: Vec<(&'static str, &'static str)>,
    named: &[String],
) -> Loaded {
    read.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    for (name, text) in policies {
        let path = format!("{}{name}", super::SHIPPED_PREFIX);
        read.push(Parsed::new(path, Ok(text.as_bytes().to_vec())));
    }
    let mut loaded = Loaded {
        root: root.to_path_buf(),
        sources: Sources::default(),
        unreadable: Vec::new(),
        encoding: Vec::new(),
        configuration: None,
        named: Vec::new(),
        nested: Vec::new(),
    };
    let mut sources = Vec::with_capacity(read.len());
    for (number, Parsed { file, outcome }) in read.into_iter().enumerate() {
        let id = FileId(number as u32);
        match outcome {
            Outcome::Read => {}
            Outcome::Unreadable(reason) => loaded.unreadable.push((id, reason)),
            Outcome::Encoding(error) => loaded.encoding.push((id, error)),
        }
        if file.path == CONFIGURATION_FILE {
            loaded.configuration = Some(id);
        }
        if named.contains(&file.path) {
            loaded.named.push(id);
        }
        sources.push(file);
    }
    loaded.sources = Sources::new(sources);
    loaded
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let metadata = std::fs::metadata(path).map_err(|error| in_words(&error))?;
    if !metadata.is_file() {
        return Err("it is not an ordinary file".to_string());
    }
    if metadata.len() > LARGEST_FILE {
        return Err(format!(
            "it has {} MB; the largest file that is read has {} MB",
            metadata.len() / (1024 * 1024),
            LARGEST_FILE / (1024 * 1024),
        ));
    }
    let file = File::open(path).map_err(|error| in_words(&error))?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // The file may grow while it is read.
    file.take(LARGEST_FILE)
        .read_to_end(&mut bytes)
        .map_err(|error| in_words(&error))?;
    Ok(bytes)
}

/// A path as it is shown: relative to the workspace where it lies in it, with `/`.
pub(super) fn shown_path(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    let shown = parts.join("/");
    // An absolute path outside begins with the root component, which is a slash already.
    shown
        .strip_prefix("//")
        .map_or(shown.clone(), |rest| format!("/{rest}"))
}
