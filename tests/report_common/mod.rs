//! Files and findings for the tests of the report formats.
#![allow(dead_code, reason = "each test file uses its part")]

use std::sync::Arc;

use campaignlint::diagnostics::{
    FileId, Finding, Place, Severity, SourceFile, Sources, assign_fingerprints,
};
use campaignlint::report::{self, Format, Look, Report, Summary};
use campaignlint::syntax::{Span, Tree};

pub(crate) fn sources(files: &[(&str, &str)]) -> Sources {
    let read = |(path, text): &(&str, &str)| SourceFile {
        path: (*path).to_owned(),
        tree: Tree::parse((*text).to_owned()),
    };
    Sources::new(files.iter().map(read).collect())
}

pub(crate) fn place(file: u32, start: usize, end: usize) -> Place {
    Place::new(FileId(file), Span::new(start as u32, end as u32))
}

/// The place of the first `words` in a file.
pub(crate) fn at(sources: &Sources, file: u32, words: &str) -> Place {
    let start = sources
        .text(FileId(file))
        .find(words)
        .expect("the words stand in the file");
    place(file, start, start + words.len())
}

pub(crate) fn finding(
    rule: &str,
    severity: Severity,
    place: Place,
    message: &str,
    help: &str,
) -> Finding {
    let why = match rule {
        "tracking/parameter-typo" => {
            "Analytics reads only the five spelt exactly so; visits by this link are counted as direct."
        }
        _ => "",
    };
    Finding::new(
        Arc::from(rule),
        severity,
        Arc::from(why),
        place,
        message,
        help,
    )
}

pub(crate) fn tell(
    format: Format,
    sources: &Sources,
    findings: &mut [Finding],
    look: Look,
) -> String {
    assign_fingerprints(findings, sources);
    let summary = Summary::of(findings, sources.len() as u64);
    let mut out = Vec::new();
    report::write(
        format,
        &Report {
            findings,
            hidden: &[],
            sources,
            summary,
        },
        look,
        &mut out,
    )
    .expect("written");
    String::from_utf8(out).expect("reports are UTF-8")
}

/// Told in full, on a narrow monochrome terminal.
pub(crate) fn full(sources: &Sources, findings: &mut [Finding]) -> String {
    tell(
        Format::Full,
        sources,
        findings,
        Look {
            width: 80,
            ..Look::default()
        },
    )
}

/// A finding about the first `words` of the only file, told in full.
pub(crate) fn about(text: &str, words: &str) -> String {
    let sources = sources(&[("a.yaml", text)]);
    let place = at(&sources, 0, words);
    full(
        &sources,
        &mut [finding("test/rule", Severity::Error, place, "this", "")],
    )
}
