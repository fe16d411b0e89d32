//! Punctuation of a sentence at the end of a link.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let stuck = link.url.trailing_punctuation();
    if stuck.is_empty() {
        return;
    }
    let text = link.url.text();
    // `#:~:text=` quotes the page, with its punctuation.
    if link
        .url
        .fragment_part()
        .is_some_and(|fragment| fragment.of(text).starts_with(":~:"))
    {
        return;
    }
    let signs = stuck.of(text);
    report
        .find(
            link.at(stuck),
            format!("The link ends in `{signs}`, which belongs to the text around it."),
            format!("Remove `{signs}`."),
        )
        .unsafe_fix(format!("remove `{signs}`"), link.replace(stuck, ""));
}
