//! The workspace around the current folder, and the campaigns in it by whatever people call them.

use std::path::{Path, PathBuf};

use super::files::in_words;
use super::{Failure, check};
use crate::diagnostics::{list_words, suggest};
use crate::model::{Body, Campaign, Kind};
use crate::workspace::{
    CONFIGURATION_FILE, DocumentRead, FileRead, Input, Loaded, Workspace, find_root, load,
    load_texts,
};

/// More campaigns than this are not listed in a sentence.
const MOST_NAMED: usize = 6;

/// The folder in which the program was started.
pub(super) fn here() -> Result<PathBuf, Failure> {
    std::env::current_dir().map_err(|error| {
        Failure::words(format!(
            "the current folder can't be read: {}",
            in_words(&error)
        ))
    })
}

/// The folder of the workspace: the one that was named, else the one around the current folder.
fn root(here: &Path, named: Option<&Path>) -> Result<Option<PathBuf>, Failure> {
    let Some(named) = named else {
        return Ok(find_root(here));
    };
    let folder = check::absolute(here, named);
    match find_root(&folder) {
        Some(root) => Ok(Some(root)),
        None => Err(Failure::words(format!(
            "{} is in no workspace",
            named.display()
        ))),
    }
}

/// The workspace whose policy applies to links; without one, the shipped policy does.
pub(super) fn policy(named: Option<&Path>) -> Result<Loaded, Failure> {
    let here = here()?;
    let Some(root) = root(&here, named)? else {
        return Ok(load_texts(Vec::new(), &["common-tracking"]));
    };
    let mut input = Input {
        root,
        ..Input::default()
    };
    let mut loaded = load(&input);
    if Workspace::new(&loaded).tracking.is_none() {
        input.policies = vec!["common-tracking"];
        loaded = load(&input);
    }
    loaded.sources.set_prefix(check::prefix(&here, &input.root));
    Ok(loaded)
}

/// Where a workspace lies that a command needs.
pub(super) struct Around {
    pub(super) here: PathBuf,
    pub(super) root: PathBuf,
    /// What stands before a workspace path to make it one from the current folder.
    pub(super) prefix: String,
}

impl Around {
    /// The workspace around the current folder, or the one that was named.
    pub(super) fn find(named: Option<&Path>) -> Result<Around, Failure> {
        let here = here()?;
        let Some(root) = root(&here, named)? else {
            return Err(Failure::words(format!(
                "there is no {CONFIGURATION_FILE} in this folder or above; `campaignlint init` begins a workspace"
            )));
        };
        let prefix = check::prefix(&here, &root);
        Ok(Around { here, root, prefix })
    }

    /// Its files; one of them may be given another text, or be a file that there is not yet.
    pub(super) fn load(&self, replaced: Option<(PathBuf, Vec<u8>)>) -> Loaded {
        let mut loaded = load(&Input {
            root: self.root.clone(),
            replaced,
            ..Input::default()
        });
        loaded.sources.set_prefix(self.prefix.clone());
        loaded
    }
}

/// What to say to somebody who names no campaign.
pub(super) fn which(workspace: &Workspace<'_>) -> Failure {
    let ids: Vec<&str> = all(workspace).map(|(id, ..)| id).collect();
    Failure::words(match ids.is_empty() {
        true => "there is no campaign yet; `campaignlint new campaign` begins one".to_string(),
        false => format!("say which campaign: {}", list_words(ids, MOST_NAMED)),
    })
}

/// A campaign of a workspace.
pub(super) struct Found<'w, 'a> {
    pub(super) id: &'a str,
    pub(super) file: &'w FileRead<'a>,
    pub(super) document: &'w DocumentRead<'a>,
    pub(super) campaign: Box<Campaign<'a>>,
}

/// Every campaign of a workspace: its id, and where it stands.
pub(super) fn all<'w, 'a>(
    workspace: &'w Workspace<'a>,
) -> impl Iterator<Item = (&'a str, &'w FileRead<'a>, &'w DocumentRead<'a>)> {
    let documents = workspace.documents();
    let campaigns = documents.filter(|(_, document)| document.kind == Some(Kind::Campaign));
    campaigns.map(|(file, document)| (id_of(file, document), file, document))
}

/// The id of a document: what it says, else the name of its file.
pub(super) fn id_of<'a>(file: &FileRead<'a>, document: &DocumentRead<'a>) -> &'a str {
    let given = document.root.get("id").and_then(|id| id.value());
    given.unwrap_or(file.stem)
}

/// What a document says, where it is a campaign.
pub(super) fn read<'w, 'a>(
    workspace: &'w Workspace<'a>,
    (id, file, document): (&'a str, &'w FileRead<'a>, &'w DocumentRead<'a>),
) -> Option<Found<'w, 'a>> {
    match workspace.body_of(file, document)? {
        Body::Campaign(campaign) => Some(Found {
            id,
            file,
            document,
            campaign,
        }),
        _ => None,
    }
}

/// The campaign that somebody means: by its id, its file, its name, or a part of its id that only one
/// campaign has.
pub(super) fn find<'w, 'a>(
    workspace: &'w Workspace<'a>,
    here: &Path,
    root: &Path,
    words: &str,
) -> Result<Found<'w, 'a>, Failure> {
    let unreadable = || Failure::words(format!("the campaign `{words}` can't be read"));
    let campaigns: Vec<_> = all(workspace).collect();
    if let Some(found) = campaigns.iter().find(|(id, ..)| *id == words) {
        return read(workspace, *found).ok_or_else(unreadable);
    }
    let path = check::absolute(here, Path::new(words));
    let in_file: Vec<_> = campaigns
        .iter()
        .filter(|(_, file, _)| root.join(workspace.sources.path(file.file)) == path)
        .collect();
    match in_file.as_slice() {
        [only] => return read(workspace, **only).ok_or_else(unreadable),
        [] if path.is_file() => {
            return Err(Failure::words(format!("{words} holds no campaign")));
        }
        [] => {}
        several => {
            let ids = list_words(several.iter().map(|(id, ..)| *id), MOST_NAMED);
            return Err(Failure::words(format!(
                "{words} holds several campaigns; say which: {ids}"
            )));
        }
    }
    let lower = words.to_lowercase();
    let is_name = |(_, _, document): &&(&str, &FileRead<'_>, &DocumentRead<'_>)| {
        let name = document.root.get("name").and_then(|name| name.value());
        name.is_some_and(|name| name.to_lowercase() == lower)
    };
    let mut like: Vec<_> = campaigns.iter().filter(is_name).collect();
    if like.is_empty() && !lower.is_empty() {
        // `AI in Finance` is a part of `20270303-ai-in-finance-webcast`.
        let part = crate::model::values::to_id(&lower);
        let is_like = |id: &str| id.contains(&lower) || (!part.is_empty() && id.contains(&part));
        like.extend(campaigns.iter().filter(|(id, ..)| is_like(id)));
    }
    match like.as_slice() {
        [only] => read(workspace, **only).ok_or_else(unreadable),
        [] => {
            let help = match suggest(words, campaigns.iter().map(|(id, ..)| *id)) {
                Some(id) => format!("did you mean `{id}`?"),
                None if campaigns.is_empty() => {
                    "`campaignlint new campaign` begins one".to_string()
                }
                None => {
                    let ids = list_words(campaigns.iter().map(|(id, ..)| *id), MOST_NAMED);
                    format!("there is {ids}")
                }
            };
            Err(Failure::words(format!(
                "there is no campaign `{words}`; {help}"
            )))
        }
        several => {
            let ids = list_words(several.iter().map(|(id, ..)| *id), MOST_NAMED);
            Err(Failure::words(format!("`{words}` may be {ids}; say which")))
        }
    }
}
