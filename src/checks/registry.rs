//! Generated from the folders of `rules/`: run `campaignlint dev generate`.

use super::rule::{BuiltIn, Check};

pub(super) static BUILT_IN: &[BuiltIn] = &[];
