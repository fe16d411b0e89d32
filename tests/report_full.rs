//! How findings look to a person, also when the file is not an ordinary one.

mod report_common;

use std::time::Instant;

use campaignlint::diagnostics::Severity;
use campaignlint::report::full::Teller;
use campaignlint::report::{Format, LINK, LinkText, Look, Places, Report, Summary};
use campaignlint::syntax::{Edit, Span};
use report_common::{about, at, finding, full, place, sources, tell};

const CAMPAIGN: &str = "\
kind: campaign
channel: webcast
links:
  - id: invite
    url: https://page.acme.example/webcast?utm_souce=linkedin&utm_medium=paidsocial
    medium: email
";

const TRACKING: &str = "\
kind: tracking
sites: [page.acme.example]
required:
  - utm_source
  - utm_medium
";

#[test]
fn a_finding_says_what_is_wrong_where_why_and_what_to_do() {
    let sources = sources(&[
        ("campaigns/webcast.yaml", CAMPAIGN),
        ("policy/tracking.yaml", TRACKING),
    ]);
    let wrong = at(&sources, 0, "utm_souce");
    let mut typo = finding(
        "tracking/parameter-typo",
        Severity::Error,
        wrong,
        "\"utm_souce\" is not a tracking parameter; did you mean \"utm_source\"?",
        "Write \"utm_source\".",
    );
    typo.because(at(&sources, 1, "utm_source"), "required here")
        .because(at(&sources, 0, "email"), "the link's own medium")
        .safe_fix(
            "change to \"utm_source\"",
            Edit {
                span: wrong.span,
                text: "utm_source".into(),
            },
        )
        .unsafe_fix(
            "remove it",
            Edit {
                span: wrong.span,
                text: String::new(),
            },
        );
    let info = finding(
        "workspace/unused-definition",
        Severity::Info,
        at(&sources, 0, "invite"),
        "no e-mail uses the link \"invite\"",
        "",
    );
    insta::assert_snapshot!(full(&sources, &mut [typo, info]), @r##"
    error[tracking/parameter-typo]: "utm_souce" is not a tracking parameter; did you
      mean "utm_source"?
       ╭─[campaigns/webcast.yaml:5:44]
     4 │   - id: invite
     5 │     url: https://page.acme.example/webcast?utm_souce=linkedin&utm_medium=…
       ·                                            ─────────
     6 │     medium: email
       ·             ──┬──
       ·               ╰── the link's own medium
       ╰────
       ╭─[policy/tracking.yaml:4:5]
     3 │ required:
     4 │   - utm_source
       ·     ─────┬────
       ·          ╰── required here
     5 │   - utm_medium
       ╰────
        why: Analytics reads only the five spelt exactly so; visits by this link are
             counted as direct.
       help: Write "utm_source".
        fix: change to "utm_source" (safe, apply with --fix)
        fix: remove it (look at it first)
       more: campaignlint explain tracking/parameter-typo

    info[workspace/unused-definition]: no e-mail uses the link "invite"
       ╭─[campaigns/webcast.yaml:4:9]
     3 │ links:
     4 │   - id: invite
       ·         ──────
     5 │     url: https://page.acme.example/webcast?utm_souce=linkedin&utm_medium=…
       ╰────
       more: campaignlint explain workspace/unused-definition

    1 error, 1 info in 2 files. --fix mends 1 of them.
    "##);
}

#[test]
fn colours_come_only_when_told() {
    let sources = sources(&[("a.yaml", "kind: campain\n")]);
    let mut findings = [finding(
        "workspace/unknown-kind",
        Severity::Warning,
        at(&sources, 0, "campain"),
        "unknown kind",
        "Write \"campaign\".",
    )];
    let plain = tell(Format::Full, &sources, &mut findings, Look::default());
    assert!(!plain.contains('\u{1b}'));
    let look = Look {
        color: true,
        ..Look::default()
    };
    let coloured = tell(Format::Full, &sources, &mut findings, look);
    assert!(coloured.contains("\u{1b}[1;33mwarning[workspace/unknown-kind]\u{1b}[0m"));
    let look = Look {
        unicode: false,
        ..Look::default()
    };
    assert!(tell(Format::Full, &sources, &mut findings, look).is_ascii());
}

#[test]
fn escape_sequences_and_direction_marks_are_shown_and_columns_stay_right() {
    insta::assert_snapshot!(about("a: \u{1b}[31m\u{202e}wrong\u{200b} end\n", "wrong"), @r##"
    error[test/rule]: this
       ╭─[a.yaml:1:10]
     1 │ a: \u{1b}[31m\u{202e}wrong\u{200b} end
       ·                      ─────
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn wide_and_combining_characters_and_tabs_keep_the_underline_in_place() {
    insta::assert_snapshot!(about("a:\t東京 e\u{301}\twrong # 説明\n", "wrong"), @r##"
    error[test/rule]: this
       ╭─[a.yaml:1:10]
     1 │ a:  東京 é  wrong # 説明
       ·             ─────
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_do_not_show() {
    insta::assert_snapshot!(about("\u{feff}kind: x\r\nname: y\r\n", "kind"), @r##"
    error[test/rule]: this
       ╭─[a.yaml:1:1]
     1 │ kind: x
       · ────
     2 │ name: y
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn an_empty_file_can_have_a_finding() {
    let sources = sources(&[("empty.yaml", "")]);
    let mut findings = [finding(
        "test/rule",
        Severity::Error,
        place(0, 0, 0),
        "nothing here",
        "",
    )];
    insta::assert_snapshot!(full(&sources, &mut findings), @r##"
    error[test/rule]: nothing here
       ╭─[empty.yaml:1:1]
     1 │
       · ▲
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn the_end_of_the_file_can_be_pointed_at() {
    let text = "links: [\n";
    let sources = sources(&[("a.yaml", text)]);
    let end = place(0, text.len(), text.len());
    let mut findings = [finding(
        "yaml/syntax",
        Severity::Error,
        end,
        "\"[\" is not closed",
        "",
    )];
    findings[0].because(place(0, 7, 8), "opened here");
    insta::assert_snapshot!(full(&sources, &mut findings), @r##"
    error[yaml/syntax]: "[" is not closed
       ╭─[a.yaml:2:1]
     1 │ links: [
       ·        ┬
       ·        ╰── opened here
     2 │
       · ▲
       ╰────
       more: campaignlint explain yaml/syntax

    1 error in 1 file
    "##);
}

#[test]
fn a_place_outside_the_file_or_inside_a_character_does_no_harm() {
    let sources = sources(&[("a.yaml", "é: 東\n")]);
    for (start, end) in [(1, 1), (1, 5), (4, 5), (90, 99), (3, 99)] {
        let mut findings = [finding(
            "test/rule",
            Severity::Error,
            place(0, start, end),
            "odd place",
            "",
        )];
        for format in [Format::Full, Format::Short, Format::Json] {
            tell(format, &sources, &mut findings, Look::default());
        }
    }
}

#[test]
fn a_few_lines_are_bracketed() {
    let text = "a:\n  b: 1\n  c: 2\nd: 3\n";
    insta::assert_snapshot!(about(text, "b: 1\n  c: 2\n"), @r##"
    error[test/rule]: this
       ╭─[a.yaml:2:3]
     1 │     a:
     2 │ ╭─▶   b: 1
     3 │ ╰─▶   c: 2
     4 │     d: 3
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn of_many_lines_the_first_is_marked() {
    let text: String = (0..40).map(|line| format!("key{line}: value\n")).collect();
    insta::assert_snapshot!(about(&text, &text), @r##"
    error[test/rule]: this
       ╭─[a.yaml:1:1]
     1 │ key0: value
       · ─────┬─────
       ·      ╰── and the 39 lines below
     2 │ key1: value
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn a_line_too_long_is_cut_around_the_place() {
    let text = format!(
        "before\nurl: {}wrong{}\nafter\n",
        "<=>".repeat(100),
        "=".repeat(500)
    );
    insta::assert_snapshot!(about(&text, "wrong"), @r##"
    error[test/rule]: this
       ╭─[a.yaml:2:306]
     1 │ before
     2 │ …<=><=><=><=><=><=><=><=>wrong============================================…
       ·                          ─────
     3 │ after
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn a_line_of_two_megabytes_costs_nothing() {
    let text = format!(
        "a: {}wrong{}\n",
        "x".repeat(1_000_000),
        "y\u{202e}".repeat(250_000)
    );
    let sources = sources(&[("a.yaml", &text)]);
    let place = at(&sources, 0, "wrong");
    let one = || finding("test/rule", Severity::Error, place, "this", "");
    let mut findings: Vec<_> = (0..200).map(|_| one()).collect();
    let before = Instant::now();
    let told = full(&sources, &mut findings);
    assert!(told.contains("╭─[a.yaml:1:1000004]"));
    assert!(told.lines().all(|line| line.chars().count() < 120));
    assert!(
        before.elapsed().as_secs() < 5,
        "took {:?}",
        before.elapsed()
    );
}

#[test]
fn a_secret_is_hidden_in_every_line_and_message() {
    let text = "token: glpat-SECRETSECRET # renew\n";
    let sources = sources(&[("a.yaml", text)]);
    let secret = at(&sources, 0, "glpat-SECRETSECRET");
    let mut findings = [
        finding(
            "yaml/secret",
            Severity::Error,
            secret,
            "an access token stands here",
            "",
        ),
        finding(
            "workspace/unknown-key",
            Severity::Error,
            at(&sources, 0, "# renew"),
            "after \"glpat-SECRETSECRET\"",
            "",
        ),
    ];
    findings[0].sensitive().unsafe_fix(
        "move it out",
        Edit {
            span: Span::new(0, 33),
            text: "# glpat-SECRETSECRET".into(),
        },
    );
    findings[1].because(at(&sources, 0, "SECRET"), "inside: glpat-SECRETSECRET");
    let told = full(&sources, &mut findings);
    insta::assert_snapshot!(told, @r##"
    error[yaml/secret]: an access token stands here
       ╭─[a.yaml:1:8]
     1 │ token: gl*** # renew
       ·        ─────
       ╰────
        fix: move it out (look at it first)
       more: campaignlint explain yaml/secret

    error[workspace/unknown-key]: after "gl***"
       ╭─[a.yaml:1:27]
     1 │ token: gl*** # renew
       ·        ──┬── ───────
       ·          ╰── inside: gl***
       ╰────
       more: campaignlint explain workspace/unknown-key

    2 errors in 1 file
    "##);
    for format in [Format::Full, Format::Short, Format::Json] {
        let told = tell(format, &sources, &mut findings, Look::default());
        assert!(!told.contains("SECRET"), "{told}");
    }
}

#[test]
fn after_the_limit_it_says_how_many_more_there_are() {
    let sources = sources(&[("a.yaml", "kind: x\n")]);
    let mut findings: Vec<_> = (0..20_000)
        .map(|_| {
            finding(
                "test/rule",
                Severity::Warning,
                at(&sources, 0, "x"),
                "this",
                "",
            )
        })
        .collect();
    let told = full(&sources, &mut findings);
    assert_eq!(told.matches("warning[test/rule]").count(), 200);
    assert!(
        told.ends_with(
            "\n… and 19,800 more; --format short shows all\n\n20,000 warnings in 1 file\n"
        )
    );
}

#[test]
fn many_labels_are_counted() {
    let text: String = (0..30)
        .map(|line| format!("key{line}: value\n\n\n"))
        .collect();
    let sources = sources(&[("a.yaml", &text)]);
    let mut findings = [finding(
        "workspace/duplicate-id",
        Severity::Error,
        at(&sources, 0, "key0"),
        "twice",
        "",
    )];
    for line in 1..30 {
        findings[0].because(at(&sources, 0, &format!("key{line}:")), "and here");
    }
    let told = full(&sources, &mut findings);
    assert_eq!(told.matches("and here").count(), 8);
    assert!(told.contains("also: 21 places more"), "{told}");
}

#[test]
fn marks_that_overlap_do_not_hide_each_other() {
    let sources = sources(&[("a.yaml", "url: https://acme.example/?utm_source=x\n")]);
    let url = at(&sources, 0, "https://acme.example/?utm_source=x");
    let mut findings = [finding("test/rule", Severity::Error, url, "the link", "")];
    findings[0].because(at(&sources, 0, "utm_source"), "this parameter");
    insta::assert_snapshot!(full(&sources, &mut findings), @r##"
    error[test/rule]: the link
       ╭─[a.yaml:1:6]
     1 │ url: https://acme.example/?utm_source=x
       ·      ──────────────────────────────────
       ╰────
       ╭─[a.yaml:1:28]
     1 │ url: https://acme.example/?utm_source=x
       ·                            ─────┬────
       ·                                 ╰── this parameter
       ╰────
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn a_message_and_a_path_cannot_draw_on_the_terminal() {
    let sources = sources(&[("a\u{1b}[2J\n\u{202e}.yaml", "kind: x\n")]);
    let mut findings = [finding(
        "test/rule",
        Severity::Error,
        at(&sources, 0, "x"),
        "bad \u{1b}[31m\nerror[fake/rule]: \u{2028}fake",
        "help\u{7}",
    )];
    findings[0].because(at(&sources, 0, "kind"), "label\u{1b}[0m\nsecond line");
    insta::assert_snapshot!(full(&sources, &mut findings), @r##"
    error[test/rule]: bad \u{1b}[31m\nerror[fake/rule]: \u{2028}fake
       ╭─[a\u{1b}[2J\n\u{202e}.yaml:1:7]
     1 │ kind: x
       · ──┬─  ─
       ·   ╰── label\u{1b}[0m\nsecond line
       ╰────
       help: help\u{7}
       more: campaignlint explain test/rule

    1 error in 1 file
    "##);
}

#[test]
fn a_link_of_a_list_is_shown_with_the_line_of_the_policy() {
    let sources = sources(&[("policy/tracking.yaml", TRACKING)]);
    let url = "https://page.acme.example/webcast?utm_source=linkedin";
    let mut missing = finding(
        "tracking/parameter-missing",
        Severity::Error,
        place(0, 33, 53),
        "\"utm_medium\" is missing",
        "Add \"utm_medium\".",
    );
    missing.place.file = LINK;
    missing.because(at(&sources, 0, "utm_medium"), "required here");
    let link = LinkText {
        path: "october.csv",
        line: 1207,
        url,
    };
    let places = Places::new(&sources);
    let mut out = Vec::new();
    let mut teller = Teller::new(Look {
        width: 80,
        ..Look::default()
    });
    teller
        .tell_link(link, &[missing], &places, &mut out)
        .expect("written");
    insta::assert_snapshot!(String::from_utf8_lossy(&out), @r##"
    error[tracking/parameter-missing]: "utm_medium" is missing
          ╭─[october.csv:1207:34]
     1207 │ https://page.acme.example/webcast?utm_source=linkedin
          ·                                  ────────────────────
          ╰────
          ╭─[policy/tracking.yaml:5:5]
        4 │   - utm_source
        5 │   - utm_medium
          ·     ─────┬────
          ·          ╰── required here
          ╰────
       help: Add "utm_medium".
       more: campaignlint explain tracking/parameter-missing
    "##);
}

#[test]
fn a_secret_stays_hidden_when_its_own_finding_is_suppressed() {
    let sources = sources(&[("a.yaml", "token: glpat-SECRETSECRET # renew\n")]);
    let findings = [finding(
        "test/rule",
        Severity::Error,
        at(&sources, 0, "renew"),
        "glpat-SECRETSECRET",
        "",
    )];
    let hidden = [at(&sources, 0, "glpat-SECRETSECRET")];
    let summary = Summary::of(&findings, 1);
    let report = Report {
        findings: &findings,
        sources: &sources,
        hidden: &hidden,
        summary,
    };
    for format in Format::ALL {
        let mut out = Vec::new();
        campaignlint::report::write(format, &report, Look::default(), &mut out).expect("written");
        let told = String::from_utf8_lossy(&out);
        assert!(told.contains("gl***") && !told.contains("SECRET"), "{told}");
    }
}
