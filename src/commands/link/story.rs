//! Where a visit by a link is counted, and by which line.

use crate::analytics::Decision;
use crate::checks::attribution::{self, Visit};
use crate::diagnostics::{FileId, Place};
use crate::links::{Context, Link, Tag};
use crate::model::Attribution;
use crate::report::link::{Channel, Credit, Line, Story, Wanted};
use crate::syntax::Node;
use crate::workspace::{ChannelGroupInUse, Workspace};

/// The story of a finished link.
pub(super) fn of(url: &str, workspace: &Workspace<'_>) -> Story {
    let link = Link::parse(url, Context::Text);
    let tags = link
        .tags()
        .map(|tag| (tag.name().into_owned(), tag.value().into_owned()))
        .collect();
    Story {
        url: url.to_string(),
        tags,
        analytics: channel(&link, workspace),
        attribution: credits(&link, workspace),
        ..Story::default()
    }
}

fn value_of<'a>(link: &Link<'a>, tag: Tag) -> std::borrow::Cow<'a, str> {
    link.tag(tag).map(|found| found.value()).unwrap_or_default()
}

/// Whether source, medium and campaign can be known: there is one of them, and none is filled in later.
fn is_known(link: &Link<'_>) -> bool {
    let deciding = [Tag::Source, Tag::Medium, Tag::Campaign];
    let found: Vec<_> = deciding.iter().filter_map(|tag| link.tag(*tag)).collect();
    !found.is_empty() && !found.iter().any(|tag| tag.is_templated())
}

fn channel(link: &Link<'_>, workspace: &Workspace<'_>) -> Option<Channel> {
    if !is_known(link) {
        return None;
    }
    let source = value_of(link, Tag::Source);
    let medium = value_of(link, Tag::Medium);
    let campaign = value_of(link, Tag::Campaign);
    let group = workspace.channel_group.group();
    let Decision {
        channel,
        rule,
        also,
        ..
    } = group.classify(&source, &medium, &campaign);
    let reasons = rule.map(|rule| group.reasons(rule, &source, &medium, &campaign));
    let (name, line) = match &workspace.channel_group {
        ChannelGroupInUse::Ga4 => {
            let name = format!("GA4's default channel group (as of {})", group.as_of());
            (name, None)
        }
        ChannelGroupInUse::Own(own) => {
            let path = workspace
                .configuration
                .as_ref()
                .and_then(|c| c.channel_group);
            let file = path.and_then(|path| {
                let mut files = workspace.sources.iter();
                files.find(|(_, file)| file.path == path.value)
            });
            let rule = rule.and_then(|rule| own.rules().get(rule));
            let line = file
                .zip(rule)
                .map(|((file, _), rule)| line_of(workspace, Place::new(file, rule.span())));
            let name = match own.name() {
                "" => "the workspace's own channel group".to_string(),
                name => format!("the channel group `{name}`"),
            };
            (name, line)
        }
    };
    let disputed = also.iter().filter_map(|rule| group.rules().get(*rule));
    Some(Channel {
        channel: channel.to_string(),
        because: reasons
            .into_iter()
            .flatten()
            .map(|reason| reason.words)
            .collect(),
        group: name,
        rule: rule.map(|rule| rule + 1),
        line,
        disputed: disputed.map(|rule| rule.channel().to_string()).collect(),
        wanted: wanted(medium.trim(), workspace),
    })
}

/// Where the tracking policy wants a medium.
fn wanted(medium: &str, workspace: &Workspace<'_>) -> Option<Wanted> {
    let policy = workspace.tracking.as_ref()?;
    let (channel, node) = match policy.channel_of(medium) {
        Some((name, channel)) => (channel.value, name.node),
        None => {
            let name = policy.lands_nowhere(medium)?;
            (workspace.channel_group.group().otherwise(), name.node)
        }
    };
    Some(Wanted {
        channel: channel.to_string(),
        line: line_at(workspace, node),
    })
}

fn credits(link: &Link<'_>, workspace: &Workspace<'_>) -> Vec<Credit> {
    if !is_known(link) {
        return Vec::new();
    }
    let mappings = workspace.attributions();
    mappings
        .map(|mapping| credit(mapping, link, workspace))
        .collect()
}

fn credit(mapping: &Attribution<'_>, link: &Link<'_>, workspace: &Workspace<'_>) -> Credit {
    let visit = Visit {
        campaign: &value_of(link, Tag::Campaign),
        medium: &value_of(link, Tag::Medium),
        source: &value_of(link, Tag::Source),
        host: link.host().unwrap_or_default(),
        path: match link.path() {
            "" => "/",
            path => path,
        },
    };
    let taken = attribution::taken(mapping, visit);
    let lines = mapping.rules.iter().flat_map(|list| &list.items);
    let rule = taken.line.and_then(|number| lines.clone().nth(number));
    let otherwise = mapping.otherwise.as_ref().filter(|_| rule.is_none());
    let channel = rule
        .and_then(|rule| rule.channel)
        .or_else(|| otherwise?.channel);
    // The bucket is said in the line, or where the channels of each bucket are.
    let bucket = rule
        .and_then(|rule| rule.bucket)
        .or_else(|| otherwise?.bucket)
        .or_else(|| {
            let channel = channel?;
            let mut buckets = mapping.buckets.iter().flat_map(|map| &map.entries);
            let holds = |text: &crate::model::values::Text<'_>| {
                text.value.trim().eq_ignore_ascii_case(channel.value.trim())
            };
            buckets.find_map(|(name, channels)| channels.items.iter().any(holds).then_some(*name))
        });
    let node = rule
        .map(|rule| rule.node)
        .or_else(|| otherwise.map(|otherwise| otherwise.node));
    Credit {
        channel: channel.map(|text| text.value.to_string()),
        bucket: bucket.map(|text| text.value.to_string()),
        line: node.map(|node| line_at(workspace, node)),
        otherwise: otherwise.is_some(),
        unless_from: taken
            .by_referrer
            .iter()
            .map(|rule| line_at(workspace, rule.node))
            .collect(),
    }
}

fn line_at(workspace: &Workspace<'_>, node: Node<'_>) -> Line {
    line_of(workspace, Place::from(node))
}

fn line_of(workspace: &Workspace<'_>, place: Place) -> Line {
    let file: FileId = place.file;
    let tree = &workspace.sources.file(file).tree;
    Line {
        path: workspace.sources.shown_path(file).into_owned(),
        line: tree.line_column(place.span.start).0,
    }
}
