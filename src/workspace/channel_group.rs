//! The channel group in use: GA4's default one, or the team's own.

use std::path::Path;

use super::configuration::Configuration;
use crate::model::reader::Reader;

/// The rules by which analytics sorts visits into channels.
#[derive(Debug)]
pub struct ChannelGroupInUse {}

impl ChannelGroupInUse {
    pub(super) fn load<'a>(
        _root: &Path,
        _configuration: Option<&Configuration<'a>>,
        _reader: &mut Reader<'a>,
    ) -> ChannelGroupInUse {
        ChannelGroupInUse {}
    }
}
