//! Whatever stands in a file and wherever a finding points, every format tells it: nothing gets to
//! the terminal that may not, and all formats agree on the place.

mod report_common;

use campaignlint::diagnostics::{FileId, Severity, escape};
use campaignlint::report::{Format, Look};
use proptest::prelude::*;
use report_common::{finding, place, sources, tell};

/// Text out of what breaks layouts: line breaks, tabs, marks, escapes, wide and joined characters.
const NASTY: &str = "(\u{feff})?([ a:#\"é東👍\t\r\n\u{1b}\u{202e}\u{200b}\u{301}\u{2028}\u{85}]|\r\n|secret-token|\
                     x{90}){0,40}";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_finding_in_any_text(
        text in NASTY,
        spans in prop::collection::vec((0..200_usize, 0..90_usize), 1..5),
        labels in prop::collection::vec((0..200_usize, 0..90_usize), 0..4),
        width in 0..120_usize,
        sensitive in any::<bool>(),
    ) {
        let sources = sources(&[("a\u{1b}.yaml", &text)]);
        let mut findings = Vec::new();
        for (start, length) in spans {
            let at = place(0, start, start + length);
            let mut one = finding("test/rule", Severity::Warning, at, &text, &text);
            one.sensitive = sensitive;
            for (start, length) in &labels {
                one.because(place(0, *start, start + length), text.clone());
            }
            findings.push(one);
        }
        for format in [Format::Full, Format::Short] {
            let look = Look { width, ..Look::default() };
            let told = tell(format, &sources, &mut findings, look);
            for character in told.chars() {
                prop_assert!(character == '\n' || !escape::is_unsafe(character), "{told:?}");
            }
        }
        let told = tell(Format::Json, &sources, &mut findings, Look::default());
        let report: serde_json::Value = serde_json::from_str(&told).expect("JSON");
        let short = tell(Format::Short, &sources, &mut findings, Look::default());
        let tree = &sources.file(FileId(0)).tree;
        let lines: Vec<&str> = short.lines().collect();
        prop_assert_eq!(lines.len(), findings.len());
        for (number, one) in findings.iter().enumerate() {
            let (line, column) = tree.line_column(one.place.span.start);
            let json = &report["findings"][number];
            prop_assert_eq!(json["line"].as_u64(), Some(u64::from(line)));
            prop_assert_eq!(json["column"].as_u64(), Some(u64::from(column)));
            let start = format!("a\\u{{1b}}.yaml:{line}:{column}: ");
            prop_assert!(lines[number].starts_with(&start));
        }
    }

    #[test]
    fn a_secret_never_shows(
        before in NASTY,
        after in NASTY,
        other in 0..200_usize,
        width in 0..120_usize,
    ) {
        let secret = "glpat-HIDDENHIDDEN";
        let text = format!("{before}{secret}{after}{secret}");
        let sources = sources(&[("a.yaml", &text)]);
        let at = place(0, before.len(), before.len() + secret.len());
        let mut leak = finding("yaml/secret", Severity::Error, at, "a secret", "");
        leak.sensitive();
        let place = place(0, other, other + 9);
        let second = finding("test/rule", Severity::Error, place, &text, &text);
        for format in [Format::Full, Format::Short, Format::Json] {
            let look = Look { width, ..Look::default() };
            let mut findings = [leak.clone(), second.clone()];
            let told = tell(format, &sources, &mut findings, look);
            prop_assert!(!told.contains("HIDDEN"), "{told}");
        }
    }
}
