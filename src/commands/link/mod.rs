//! `campaignlint link`: builds one tracked link, or explains one.
//!
//! A link is built as its parts are given, then put right as `urls --fix` would do it, and then told
//! like any other: so a builder knows nothing of the policy that a rule doesn't know.

mod built;
mod story;

use std::path::Path;

use super::arguments::{LinkArguments, LinkFormat};
use super::{Failure, Terminal, around, check};
use crate::checks::{self, ListChecker, RuleSet, Selection};
use crate::diagnostics::{Finding, Place};
use crate::links::Context;
use crate::model::{Body, Kind, LinkEntry};
use crate::report::link::LinkReport;
use crate::report::short::write_link;
use crate::report::{LinkText, Places};
use crate::workspace::{Loaded, Reads, Workspace, find_root};

/// What a list of one link is called.
const LIST: &str = "link";

/// Builds or explains a link.
pub(super) fn run(arguments: &LinkArguments, terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = around::policy(arguments.workspace.as_deref())?;
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let today = check::today(&workspace, arguments.today);
    let words = arguments.link.as_deref().or(arguments.url.as_deref());
    let words = words.unwrap_or_default().trim();
    let adds = built::adds_tags(arguments);
    let hidden;
    let (mut story, findings);
    if let Some(named) = named(words, adds, &workspace, arguments)? {
        // A link of the workspace: what `check` says of it.
        let url = checks::finished(&named.entry, named.campaign(), &workspace)
            .ok_or_else(|| Failure::words(format!("the link `{words}` has no address")))?;
        story = story::of(&url, &workspace);
        story.notes = named.notes(&workspace);
        let selection = Selection {
            file: Some(Place::from(named.entry.node).file),
            ..Selection::default()
        };
        let checked = checks::check(&workspace, &rules, &selection, today, false);
        let is_own = |finding: &Finding| named.holds(finding.place);
        findings = checked.findings.into_iter().filter(is_own).collect();
        hidden = checked.hidden;
    } else {
        let selection = Selection::default();
        let pages = Vec::new();
        let list = ListChecker::new(&workspace, &rules, &selection, today, LIST, pages);
        let reads = Reads::off();
        let mut worker = list.worker(&reads);
        let mut notes = Vec::new();
        let mut url = words.to_string();
        let mut corrected = None;
        if adds || arguments.url.is_some() {
            let built = built::build(&url, arguments, &workspace, &mut notes)?;
            url = built::put_right(&built, &mut worker, &mut notes);
        } else {
            let right = built::put_right(&url, &mut worker, &mut Vec::new());
            corrected = (right != url).then_some(right);
        }
        story = story::of(&url, &workspace);
        story.notes = notes;
        story.corrected = corrected;
        findings = worker.check(&url, Context::Text).findings;
        hidden = Vec::new();
    }
    tell(&story, &findings, &hidden, &loaded, arguments, terminal)?;
    let worst = findings.iter().map(|finding| finding.severity).max();
    Ok(arguments.fail_on.code(worst))
}

fn tell(
    story: &crate::report::link::Story,
    findings: &[Finding],
    hidden: &[Place],
    loaded: &Loaded,
    arguments: &LinkArguments,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let report = LinkReport {
        story,
        findings,
        sources: &loaded.sources,
        hidden,
    };
    let look = terminal.look();
    match arguments.format {
        LinkFormat::Full => report.full(look, terminal.out())?,
        LinkFormat::Json => report.json(terminal.out())?,
        LinkFormat::Url => {
            let url = crate::diagnostics::escape::line(&story.url);
            writeln!(terminal.out(), "{url}")?;
            let link = LinkText {
                path: LIST,
                line: 1,
                url: &story.url,
            };
            let mut lines = Vec::new();
            write_link(link, findings, &Places::new(&loaded.sources), &mut lines)?;
            for line in story.notes.iter().map(String::as_str) {
                terminal.note(line);
            }
            for line in String::from_utf8_lossy(&lines).lines() {
                terminal.note(line);
            }
        }
    }
    Ok(())
}

/// A link that the workspace knows by a name.
struct Named<'w, 'a> {
    campaign: Option<around::Found<'w, 'a>>,
    entry: LinkEntry<'a>,
}

impl<'a> Named<'_, 'a> {
    fn campaign(&self) -> Option<&crate::model::Campaign<'a>> {
        self.campaign.as_ref().map(|found| found.campaign.as_ref())
    }

    /// Whether a place lies within the lines of the link, or in what its campaign gives all its links.
    fn holds(&self, place: Place) -> bool {
        let within = |node: crate::syntax::Node<'_>| {
            let own = Place::from(node);
            own.file == place.file
                && own.span.start <= place.span.start
                && place.span.end <= own.span.end
        };
        let shared = self.campaign().and_then(|campaign| campaign.utm.as_ref());
        within(self.entry.node) || shared.is_some_and(|utm| within(utm.node))
    }

    fn notes(&self, workspace: &Workspace<'_>) -> Vec<String> {
        let says = self.entry.campaign.is_some();
        match &self.campaign {
            Some(found) if !says => built::campaign_notes(found, workspace),
            _ => Vec::new(),
        }
    }
}

/// The link of the workspace that `words` name: CAMPAIGN/LINK, or the id of a link without a campaign.
fn named<'w, 'a>(
    words: &str,
    adds: bool,
    workspace: &'w Workspace<'a>,
    arguments: &LinkArguments,
) -> Result<Option<Named<'w, 'a>>, Failure> {
    let looks_like_address = words.contains("://") || words.contains(['?', ':', '{']);
    if looks_like_address || words.is_empty() || arguments.url.is_some() {
        return Ok(None);
    }
    let refuse = || {
        Failure::words(format!(
            "`{words}` is a link of the workspace; its tags are changed in its file, not by options"
        ))
    };
    if let Some(entry) = link_without_campaign(words, workspace) {
        return if adds {
            Err(refuse())
        } else {
            Ok(Some(Named {
                campaign: None,
                entry,
            }))
        };
    }
    // `acme.example/demo` is an address, and no campaign is called so.
    let Some((campaign, link)) = words.rsplit_once('/') else {
        return match words.contains('.') {
            true => Ok(None),
            false => Err(neither(words, workspace)),
        };
    };
    let here = around::here()?;
    let root = arguments.workspace.as_deref();
    let root = root.map_or_else(|| here.clone(), |folder| check::absolute(&here, folder));
    let root = find_root(&root).unwrap_or(root);
    let found = match around::find(workspace, &here, &root, campaign) {
        Ok(found) => found,
        Err(_) if words.split('/').next().is_some_and(is_host) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let links = found.campaign.links.iter().flat_map(|list| &list.items);
    let of_id = |entry: &&LinkEntry<'_>| entry.id.is_some_and(|id| id.0.value == link);
    let Some(entry) = links.clone().find(of_id).cloned() else {
        let ids: Vec<&str> = links.filter_map(|entry| Some(entry.id?.0.value)).collect();
        let help = match crate::diagnostics::suggest(link, ids.iter().copied()) {
            Some(id) => format!("did you mean `{id}`?"),
            None if ids.is_empty() => "it has none with an id".to_string(),
            None => format!("it has {}", crate::diagnostics::list_words(ids, 8)),
        };
        return Err(Failure::words(format!(
            "the campaign `{}` has no link `{link}`; {help}",
            found.id
        )));
    };
    if adds {
        return Err(refuse());
    }
    Ok(Some(Named {
        campaign: Some(found),
        entry,
    }))
}

/// `acme.example`, and not `campaigns` or `demo.yaml`.
fn is_host(word: &str) -> bool {
    let path = Path::new(word);
    let is_file = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    word.contains('.') && !is_file && crate::links::is_valid(word)
}

fn link_without_campaign<'a>(id: &str, workspace: &Workspace<'a>) -> Option<LinkEntry<'a>> {
    let documents = workspace.documents();
    let mut links = documents.filter(|(_, document)| document.kind == Some(Kind::Links));
    links.find_map(
        |(file, document)| match workspace.body_of(file, document)? {
            Body::Links(links) => links.get(id).map(|(_, entry)| entry.clone()),
            _ => None,
        },
    )
}

/// What to say of a word that is no address and no link; it may be a campaign, whose links are meant.
fn neither(words: &str, workspace: &Workspace<'_>) -> Failure {
    let lower = words.to_lowercase();
    let mut like = around::all(workspace).filter(|(id, ..)| id.contains(&lower));
    let links = match (like.next(), like.next()) {
        (Some(only), None) => around::read(workspace, only).map(|found| {
            let links = found.campaign.links.iter().flat_map(|list| &list.items);
            let ids = links.filter_map(|entry| Some(entry.id?.0.value));
            let ids: Vec<String> = ids.map(|id| format!("{}/{id}", found.id)).collect();
            (found.id, ids)
        }),
        _ => None,
    };
    Failure::words(match links {
        Some((id, ids)) if ids.is_empty() => format!("the campaign `{id}` has no links yet"),
        Some((_, ids)) => {
            let ids = crate::diagnostics::list_words(ids.iter().map(String::as_str), 8);
            format!("`{words}` is a campaign; say which link of it: {ids}")
        }
        None => format!("`{words}` is neither an address nor CAMPAIGN/LINK of a workspace"),
    })
}
