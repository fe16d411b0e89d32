//! No two hosts of the policy differ only in a plural or a hyphen.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::model::Tracking;
use crate::model::reader::shown;
use crate::model::values::Text;

pub(crate) fn check(tracking: &Tracking<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let sites = tracking.our_sites.iter().flat_map(|list| &list.items);
    let mut seen: HashMap<String, Text<'_>> = HashMap::new();
    for host in sites.filter_map(|site| site.host) {
        let name = host.value.trim().to_lowercase();
        let key = plain(&name);
        let other = *seen.entry(key).or_insert(host);
        if !name.eq_ignore_ascii_case(other.value.trim()) {
            report
                .find(
                    host.node,
                    format!("`{}` and `{}` differ by a letter.", shown(other.value), shown(host.value)),
                    "Keep the one that exists; if both do, say so with a comment that allows this.",
                )
                .because(other.node, "the other site");
        }
    }
}

/// A host with each of its parts in the singular and without hyphens. The last two parts, which are the
/// registered name, stay as they are.
fn plain(host: &str) -> String {
    let parts: Vec<&str> = host.split('.').collect();
    let own = parts.len().saturating_sub(2);
    let plain = |(number, part): (usize, &&str)| match number < own {
        true => part.trim_end_matches('s').replace('-', ""),
        false => (*part).to_string(),
    };
    parts.iter().enumerate().map(plain).collect::<Vec<_>>().join(".")
}
