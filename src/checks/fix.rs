//! Applying fixes to a text.

use crate::diagnostics::Finding;
use crate::syntax::{Edit, edit};

/// What applying fixes did to one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The new text.
    pub text: String,
    /// How many findings were mended.
    pub count: usize,
}

/// Applies the first fix of each finding that may be applied; of fixes that touch each other the
/// first wins, and the next run gets the others. `None` when nothing was to be done.
pub fn apply_fixes<'f>(
    text: &str,
    findings: impl IntoIterator<Item = &'f Finding>,
    unsafe_too: bool,
) -> Option<Fixed> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut count = 0;
    for finding in findings {
        let fix = finding.fixes.iter().find(|fix| fix.safe || unsafe_too);
        let Some(fix) = fix else { continue };
        let fresh = fix
            .edits
            .iter()
            .all(|new| !edits.iter().any(|old| touches(old, new)) || edits.contains(new));
        if !fresh {
            continue;
        }
        for new in &fix.edits {
            if !edits.contains(new) {
                edits.push(new.clone());
            }
        }
        count += 1;
    }
    if edits.is_empty() {
        return None;
    }
    let text = edit::apply(text, &edits).ok()?;
    Some(Fixed { text, count })
}

fn touches(a: &Edit, b: &Edit) -> bool {
    // Two insertions at one place touch, and so does an insertion at the edge of a change.
    a.span.start <= b.span.end && b.span.start <= a.span.end
}
