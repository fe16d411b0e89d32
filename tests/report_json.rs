//! The JSON report keeps its contract: real output is checked against the schema.

mod report_common;

use campaignlint::diagnostics::{Finding, Severity};
use campaignlint::report::json::{LinkCounts, UrlsReport, report_schema};
use campaignlint::report::{Format, LINK, LinkText, Look, Places, Summary};
use campaignlint::syntax::{Edit, Span};
use report_common::{at, finding, place, sources, tell};
use serde_json::{Value, json};

/// The report as a value, after it has been checked against the schema.
fn checked(told: &str) -> Value {
    let report: Value = serde_json::from_str(told).expect("JSON");
    let schema = report_schema().to_value();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let problems: Vec<String> = validator
        .iter_errors(&report)
        .map(|problem| problem.to_string())
        .collect();
    assert!(problems.is_empty(), "{problems:?}");
    report
}

fn json(files: &[(&str, &str)], findings: &mut [Finding]) -> Value {
    checked(&tell(
        Format::Json,
        &sources(files),
        findings,
        Look::default(),
    ))
}

#[test]
fn a_whole_finding() {
    let files = [
        ("a.yaml", "é: wrong\nnext: 1\n"),
        ("b.yaml", "\u{feff}allowed: [x]\n"),
    ];
    let all = sources(&files);
    let mut one = finding(
        "test/rule",
        Severity::Error,
        at(&all, 0, "wrong\nnext"),
        "bad",
        "mend",
    );
    one.because(at(&all, 1, "allowed"), "only these").safe_fix(
        "write right",
        Edit {
            span: Span::new(4, 9),
            text: "right".into(),
        },
    );
    let told = tell(Format::Json, &all, &mut [one], Look::default());
    insta::assert_snapshot!(told, @r##"
    {"version":1,"findings":[
    {"rule":"test/rule","severity":"error","path":"a.yaml","line":1,"column":4,"end_line":2,"end_column":5,"byte_start":4,"byte_end":14,"message":"bad","why":"","help":"mend","related":[{"path":"b.yaml","line":1,"column":1,"end_line":1,"end_column":8,"byte_start":3,"byte_end":10,"text":"only these"}],"fixes":[{"title":"write right","safe":true,"edits":[{"byte_start":4,"byte_end":9,"text":"right"}]}],"fingerprint":"3268bd93701505aa"}
    ],"summary":{"errors":1,"warnings":0,"infos":0,"safely_fixable":1,"files":2}}
    "##);
    let report = checked(&told);
    assert_eq!(
        report["findings"][0]["fingerprint"].as_str().map(str::len),
        Some(16)
    );
}

#[test]
fn no_findings_is_a_report_too() {
    let report = json(&[("a.yaml", "kind: x\n")], &mut []);
    let zero = json!({"errors": 0, "warnings": 0, "infos": 0, "safely_fixable": 0, "files": 1});
    assert_eq!(
        report,
        json!({"version": 1, "findings": [], "summary": zero})
    );
}

#[test]
fn hostile_text_arrives_as_it_is() {
    let message = "\u{1b}[31m\u{202e}\u{2028}\"\\\n\u{0}東京e\u{301}";
    let mut findings = [finding(
        "test/rule",
        Severity::Info,
        place(0, 0, 0),
        message,
        "",
    )];
    let report = json(&[("a\n\".yaml", "")], &mut findings);
    assert_eq!(report["findings"][0]["message"], message);
    assert_eq!(report["findings"][0]["path"], "a\n\".yaml");
}

#[test]
fn lines_and_columns_of_difficult_files() {
    let cases = [
        ("\u{feff}kind: x", 3, 7, [1, 1, 1, 5]),
        ("a\r\nb\r\n", 3, 4, [2, 1, 2, 2]),
        ("a\n", 2, 2, [2, 1, 2, 1]),
        ("a\nb\nc\n", 0, 6, [1, 1, 4, 1]),
        ("e\u{301}東\t!", 7, 8, [1, 5, 1, 6]),
    ];
    for (text, start, end, expected) in cases {
        let mut findings = [finding(
            "test/rule",
            Severity::Error,
            place(0, start, end),
            "here",
            "",
        )];
        let report = json(&[("a.yaml", text)], &mut findings);
        let found = &report["findings"][0];
        let got = ["line", "column", "end_line", "end_column"].map(|key| found[key].as_u64());
        assert_eq!(got, expected.map(Some), "{text:?}");
    }
}

#[test]
fn twenty_thousand_findings_on_a_line_of_two_megabytes() {
    let text = format!("a: {}\n", "é".repeat(1_000_000));
    let one = |number: usize| {
        finding(
            "test/rule",
            Severity::Error,
            place(0, 3 + number * 2, 5 + number * 2),
            "here",
            "",
        )
    };
    let mut findings: Vec<_> = (500_000..520_000).map(one).collect();
    let sources = sources(&[("a.yaml", &text)]);
    let started = std::time::Instant::now();
    let told = tell(Format::Json, &sources, &mut findings, Look::default());
    assert!(
        started.elapsed().as_secs() < 20,
        "took {:?}",
        started.elapsed()
    );
    let report: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(report["findings"][19_999]["column"], 520_003);
}

#[test]
fn a_fix_that_would_tell_a_secret_is_left_out() {
    let text = "url: https://x.example/?e=jane.doe@acme.example\n";
    let all = sources(&[("a.yaml", text)]);
    let mut leak = finding(
        "tracking/personal-data",
        Severity::Error,
        at(&all, 0, "jane.doe@acme.example"),
        "a person's address",
        "",
    );
    leak.sensitive()
        .unsafe_fix(
            "remove it",
            Edit {
                span: Span::new(23, 47),
                text: String::new(),
            },
        )
        .unsafe_fix(
            "move it",
            Edit {
                span: Span::new(5, 47),
                text: "x#jane.doe@acme.example".into(),
            },
        );
    let told = tell(Format::Json, &all, &mut [leak], Look::default());
    assert!(!told.contains("jane.doe"));
    assert_eq!(
        checked(&told)["findings"][0]["fixes"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn links_are_written_as_they_come() {
    let all = sources(&[("tracking.yaml", "mediums: [email]\n")]);
    let mut out = Vec::new();
    let places = Places::new(&all);
    let mut report = UrlsReport::begin(&mut out, &places).expect("written");
    let clean = LinkText {
        path: "l.csv",
        line: 2,
        url: "https://x.example/?utm_source=a",
    };
    report.link(clean, Some("Email"), &[]).expect("written");
    let url = "https://x.example/?e=jane.doe@acme.example&utm_medium=mail";
    let leaking = LinkText {
        path: "l.csv",
        line: 3,
        url,
    };
    let mut leak = finding(
        "tracking/personal-data",
        Severity::Error,
        place(0, 21, 42),
        "leak",
        "",
    );
    leak.place.file = LINK;
    leak.sensitive();
    let mut medium = finding(
        "tracking/source-medium-pair",
        Severity::Warning,
        place(0, 54, 58),
        "mail",
        "",
    );
    medium.place.file = LINK;
    medium.because(at(&all, 0, "[email]"), "only these");
    let summary = Summary {
        errors: 1,
        warnings: 1,
        files: 1,
        ..Summary::default()
    };
    report
        .link(leaking, None, &[leak, medium])
        .expect("written");
    report
        .end(
            &summary,
            LinkCounts {
                rows: 2,
                links: 2,
                compliant: 1,
                unreadable: 0,
            },
        )
        .expect("written");
    let told = String::from_utf8(out).expect("UTF-8");
    insta::assert_snapshot!(told, @r##"
    {"version":1,"findings":[],"urls":[
    {"line":2,"url":"https://x.example/?utm_source=a","channel":"Email","findings":[]},
    {"line":3,"url":"https://x.example/?e=ja***@***.example&utm_medium=mail","channel":null,"findings":[{"rule":"tracking/personal-data","severity":"error","path":"l.csv","line":3,"column":22,"end_line":3,"end_column":43,"byte_start":21,"byte_end":42,"message":"leak","why":"","help":"","related":[],"fixes":[],"fingerprint":"2fb0c138b806a0b2"},{"rule":"tracking/source-medium-pair","severity":"warning","path":"l.csv","line":3,"column":55,"end_line":3,"end_column":59,"byte_start":54,"byte_end":58,"message":"mail","why":"","help":"","related":[{"path":"tracking.yaml","line":1,"column":10,"end_line":1,"end_column":17,"byte_start":9,"byte_end":16,"text":"only these"}],"fixes":[],"fingerprint":"10e12f0e8c3a2b62"}]}
    ],"summary":{"errors":1,"warnings":1,"infos":0,"safely_fixable":0,"files":1,"links":{"rows":2,"links":2,"compliant":1,"unreadable":0}}}
    "##);
    assert!(!told.contains("jane"));
    checked(&told);
}

#[test]
fn the_schema_explains_every_field() {
    let schema = report_schema().to_value();
    assert_eq!(schema["properties"]["version"]["const"], 1);
    assert_eq!(
        schema["required"],
        json!(["version", "findings", "summary"])
    );
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        let properties = definition["properties"].as_object();
        for (key, property) in properties.into_iter().flatten() {
            let said = property.get("description").is_some() || property.get("$ref").is_some();
            assert!(said, "{name}.{key}");
        }
    }
}
