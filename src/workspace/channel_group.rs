//! The channel group in use: GA4's default one, or the team's own.

use super::configuration::Configuration;
use crate::analytics::ChannelGroup;
use crate::diagnostics::{Place, Sources};
use crate::model::reader::Reader;

/// The rules by which analytics sorts visits into channels.
#[derive(Debug)]
pub enum ChannelGroupInUse {
    /// GA4's default channel group.
    Ga4,
    /// The group that the workspace declares.
    Own(Box<ChannelGroup>),
}

impl ChannelGroupInUse {
    /// The group.
    pub fn group(&self) -> &ChannelGroup {
        match self {
            ChannelGroupInUse::Ga4 => ChannelGroup::ga4(),
            ChannelGroupInUse::Own(group) => group,
        }
    }

    pub(super) fn load<'a>(
        sources: &'a Sources,
        configuration: Option<&Configuration<'a>>,
        reader: &mut Reader<'a>,
    ) -> ChannelGroupInUse {
        let Some(path) = configuration.and_then(|c| c.channel_group) else {
            return ChannelGroupInUse::Ga4;
        };
        let found = sources.iter().find(|(_, file)| file.path == path.value);
        let root = found.and_then(|(_, file)| file.tree.documents().next());
        let (Some((file, _)), Some(root)) = (found, root) else {
            reader.invalid(
                path.node,
                format!("The workspace has no YAML file `{}`.", path.value),
                "Give the path of the channel group, from the folder of campaignlint.yaml.",
            );
            return ChannelGroupInUse::Ga4;
        };
        let (group, problems) = ChannelGroup::read(root);
        for problem in problems {
            reader.reporter.find_as(
                "workspace/invalid-value",
                Place::new(file, problem.span),
                problem.message,
                problem.hint.unwrap_or_default(),
            );
        }
        ChannelGroupInUse::Own(Box::new(group))
    }
}
