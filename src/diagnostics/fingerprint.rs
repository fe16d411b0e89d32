//! A name for a finding that stays the same when lines around it move.
//!
//! It is made of the rule, the path, the route within the document, the normalised text under the
//! finding, and a number that tells equal ones apart in the order of the file.

use std::collections::HashMap;
use std::fmt;

use super::{Finding, Sources};

/// A 64-bit name of a finding, shown as 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Fingerprint {
    /// The name of the `ordinal`-th finding (from 0) of a rule at this content.
    pub fn of(rule: &str, path: &str, route: &str, content: &str, ordinal: u32) -> Fingerprint {
        let ordinal = ordinal.to_le_bytes();
        let words = content.split_whitespace().map(str::as_bytes);
        let parts = [rule.as_bytes(), path.as_bytes(), route.as_bytes()];
        Fingerprint(stable_hash(
            parts.into_iter().chain(words).chain([&ordinal[..]]),
        ))
    }
}

/// A number for a list of texts that is the same on every platform and in every release, which the
/// standard hasher does not promise: FNV-1a, with a byte behind each part that no text holds.
pub(crate) fn stable_hash<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    for part in parts {
        part.iter().copied().for_each(&mut add);
        add(0xff);
    }
    hash
}

/// Gives every finding its fingerprint. The findings must be in the order of the report, so that
/// equal ones of one file are numbered from the top.
pub fn assign_fingerprints(findings: &mut [Finding], sources: &Sources) {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    for finding in findings {
        let path = sources.path(finding.place.file);
        let text = sources.text(finding.place.file);
        let span = finding.place.span;
        // A whole block may be under the finding; its first kilobyte says enough.
        let content = text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default();
        let mut end = content.len().min(1024);
        while !content.is_char_boundary(end) {
            end -= 1;
        }
        let content = &content[..end];
        let base = Fingerprint::of(&finding.rule, path, &finding.route, content, 0);
        let ordinal = seen.entry(base.0).or_insert(0);
        finding.fingerprint =
            Fingerprint::of(&finding.rule, path, &finding.route, content, *ordinal);
        *ordinal += 1;
    }
}
