//! Generated from the folders of `rules/` by `campaignlint dev generate`.

use super::rule::{BuiltIn, Check};

#[path = "../../rules/tracking/parameter-missing/check.rs"]
mod tracking_parameter_missing;

pub(super) static BUILT_IN: &[BuiltIn] = &[
    BuiltIn {
        id: "tracking/parameter-missing",
        yaml: include_str!("../../rules/tracking/parameter-missing/rule.yaml"),
        readme: include_str!("../../rules/tracking/parameter-missing/README.md"),
        check: Check::Link(tracking_parameter_missing::check),
    },
    BuiltIn {
        id: "workspace/unknown-key",
        yaml: include_str!("../../rules/workspace/unknown-key/rule.yaml"),
        readme: include_str!("../../rules/workspace/unknown-key/README.md"),
        check: Check::ElseWhere,
    },
];
