//! One line for each finding: `path:line:column: error[family/name] message (help)`.
//!
//! Editors and `grep` read it, so nothing may break the line: whatever a path or a message holds
//! is escaped. There is no closing line for the same reason.

use std::io::{self, Write};

use super::texts::Texts;
use super::{LinkText, Places, Report};
use crate::diagnostics::{Finding, escape};

/// Tells all findings.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report.sources);
    let texts = Texts::new(&places, report);
    report
        .findings
        .iter()
        .try_for_each(|finding| write_finding(&texts, finding, out))
}

/// Tells the findings about one link of a list.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_link(
    link: LinkText<'_>,
    findings: &[Finding],
    places: &Places<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let texts = Texts::of_link(places, link, findings);
    findings
        .iter()
        .try_for_each(|finding| write_finding(&texts, finding, out))
}

fn write_finding(texts: &Texts<'_>, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let path = texts.path(finding.place.file);
    let path = escape::line(&path);
    let (line, column) = texts.position(finding.place.file, finding.place.span.start);
    let message = texts.masked(&finding.message);
    write!(
        out,
        "{path}:{line}:{column}: {}[{}] {}",
        finding.severity,
        escape::line(&finding.rule),
        escape::line(&message)
    )?;
    if !finding.help.is_empty() {
        write!(out, " ({})", escape::line(&texts.masked(&finding.help)))?;
    }
    writeln!(out)
}
