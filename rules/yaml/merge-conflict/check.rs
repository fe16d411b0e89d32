//! No conflict of a merge is left in the file.

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{Place, Reporter};
use crate::syntax::Span;

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    let text = file.tree.text();
    if !text.contains("<<<<<<<") && !text.contains(">>>>>>>") {
        return;
    }
    let mut open: Option<(Span, Option<Span>)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim_end_matches(['\n', '\r']);
        let span = Span {
            start: at as u32,
            end: (at + written.len()) as u32,
        };
        at += line.len();
        if is_marker(written, "<<<<<<<") {
            if let Some((begin, middle)) = open.replace((span, None)) {
                find(file, begin, middle, None, report);
            }
        } else if written == "=======" {
            if let Some((_, middle)) = &mut open {
                *middle = Some(span);
            }
        } else if is_marker(written, ">>>>>>>") {
            match open.take() {
                Some((begin, middle)) => find(file, begin, middle, Some(span), report),
                None => find(file, span, None, None, report),
            }
        }
    }
    if let Some((begin, middle)) = open {
        find(file, begin, middle, None, report);
    }
}

/// Seven equal signs at the beginning of a line, then nothing or the name of a branch.
fn is_marker(line: &str, sign: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}');
    line.strip_prefix(sign)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn find(
    file: &FileSubject<'_>,
    begin: Span,
    middle: Option<Span>,
    end: Option<Span>,
    report: &mut Reporter,
) {
    let finding = report.find(
        Place::new(file.file, begin),
        "A conflict of a merge is left here.",
        "Keep the lines that are right, and remove the others with the three lines of signs.",
    );
    if let Some(middle) = middle {
        finding.because(Place::new(file.file, middle), "the other side begins");
    }
    if let Some(end) = end {
        finding.because(Place::new(file.file, end), "the conflict ends");
    }
}
