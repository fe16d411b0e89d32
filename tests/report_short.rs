//! One line for each finding, whatever it holds.

mod report_common;

use campaignlint::diagnostics::{Finding, Severity};
use campaignlint::report::{Format, LINK, LinkText, Look, Places, short};
use report_common::{at, finding, place, sources, tell};

fn short(files: &[(&str, &str)], words: &str, message: &str, help: &str) -> String {
    let sources = sources(files);
    let place = at(&sources, 0, words);
    let mut findings = [finding(
        "test/rule",
        Severity::Warning,
        place,
        message,
        help,
    )];
    tell(Format::Short, &sources, &mut findings, Look::default())
}

#[test]
fn path_line_column_severity_rule_message_help() {
    assert_eq!(
        short(
            &[("b/a.yaml", "a: 1\nb: é wrong\n")],
            "wrong",
            "this is wrong",
            "Write right."
        ),
        "b/a.yaml:2:6: warning[test/rule] this is wrong (Write right.)\n"
    );
    assert_eq!(
        short(&[("a.yaml", "wrong")], "wrong", "this is wrong", ""),
        "a.yaml:1:1: warning[test/rule] this is wrong\n"
    );
}

#[test]
fn nothing_can_break_the_line() {
    assert_eq!(
        short(
            &[("a\n\u{1b}[2J.yaml", "x")],
            "x",
            "one\ntwo\u{2028}\u{202e}",
            "three\r\n"
        ),
        "a\\n\\u{1b}[2J.yaml:1:1: warning[test/rule] one\\ntwo\\u{2028}\\u{202e} (three\\r\\n)\n"
    );
}

#[test]
fn all_findings_are_told() {
    let sources = sources(&[("a.yaml", "kind: x\n")]);
    let mut findings: Vec<Finding> = (0..20_000)
        .map(|_| finding("test/rule", Severity::Info, place(0, 6, 7), "this", ""))
        .collect();
    let told = tell(Format::Short, &sources, &mut findings, Look::default());
    assert_eq!(told.lines().count(), 20_000);
}

#[test]
fn a_link_of_a_list_stands_at_its_line() {
    let sources = sources(&[]);
    let link = LinkText {
        path: "links.csv",
        line: 7,
        url: "https://x.example/?utm_souce=a",
    };
    let mut typo = finding("test/rule", Severity::Error, place(0, 19, 28), "typo", "");
    typo.place.file = LINK;
    let mut out = Vec::new();
    short::write_link(link, &[typo], &Places::new(&sources), &mut out).expect("written");
    assert_eq!(
        String::from_utf8_lossy(&out),
        "links.csv:7:20: error[test/rule] typo\n"
    );
}
