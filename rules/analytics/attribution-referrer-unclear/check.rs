//! A referrer is a site (`g2.com`), a pattern (`*g2*`) or one of the tool's groups (`[Facebook]`).

use crate::checks::Context;
use crate::checks::attribution::lines;
use crate::diagnostics::Reporter;
use crate::model::Attribution;
use crate::model::reader::shown;

/// How tools write that there was no referrer.
const NONE: [&str; 5] = ["direct", "(direct)", "(none)", "none", "empty"];

pub(crate) fn check(mapping: &Attribution<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let texts = || lines(mapping).flat_map(|line| &line.referrer).flat_map(|list| &list.items);
    let is_group = |text: &str| text.starts_with('[') && text.ends_with(']');
    // Only a mapping that writes groups in brackets shows that a bare word is none.
    let Some(group) = texts().find(|text| is_group(text.value.trim())) else { return };
    for text in texts() {
        let value = text.value.trim();
        let is_site = value.contains(['.', '*', '/', ':']);
        if value.is_empty()
            || is_group(value)
            || is_site
            || NONE.iter().any(|none| none.eq_ignore_ascii_case(value))
        {
            continue;
        }
        report
            .find(
                text.node,
                format!("`{}` is neither a site nor a group of sites.", shown(value)),
                format!("Write `[{0}]` for the group, or `*{1}*` for its sites.", shown(value), value.to_lowercase()),
            )
            .because(group.node, "a group stands in brackets");
    }
}
