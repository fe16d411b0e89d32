//! What the targets share that check whole workspaces.

use campaignlint::checks::{Checked, RuleSet, Selection, TODAY, check};
use campaignlint::diagnostics::{Finding, LINK, Place, assign_fingerprints};
use campaignlint::report::{Format, Look, Report, Summary, write};
use campaignlint::workspace::{Loaded, Preset, Workspace, load_texts};

/// One thread: the same input has to take the same way each time, and nothing here is large enough
/// to be shared out.
pub fn one_thread() {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build_global()
        .expect("nothing has used threads before");
}

/// A workspace of these files: paths and texts.
pub fn loaded(texts: &[(&str, &str)]) -> Loaded {
    let texts = texts
        .iter()
        .map(|(path, text)| (path.to_string(), text.to_string()));
    load_texts(texts.collect(), &[])
}

/// Checks everything and tells it in every format. Every place that is spoken of is a piece of its
/// file.
pub fn check_and_tell(loaded: &Loaded, preset: Option<Preset>) -> Vec<Finding> {
    let workspace = Workspace::new(loaded);
    let rules = RuleSet::of(&workspace);
    let selection = Selection {
        preset,
        ..Selection::default()
    };
    let Checked {
        mut findings,
        hidden,
        ..
    } = check(&workspace, &rules, &selection, TODAY, false);
    assign_fingerprints(&mut findings, &loaded.sources);
    let inside = |place: &Place, rule: &str| {
        assert!(place.file != LINK, "{rule} speaks of a list of links");
        let text = loaded.sources.text(place.file);
        assert!(
            text.get(place.span.range()).is_some(),
            "{rule}: {place:?} is no piece of {text:?}"
        );
    };
    for finding in &findings {
        inside(&finding.place, &finding.rule);
        for label in &finding.related {
            inside(&label.place, &finding.rule);
        }
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            inside(&Place::new(finding.place.file, edit.span), &finding.rule);
        }
    }
    for place in &hidden {
        inside(place, "hidden");
    }
    tell(loaded, &findings, &hidden);
    findings
}

fn tell(loaded: &Loaded, findings: &[Finding], hidden: &[Place]) {
    let summary = Summary::of(findings, loaded.sources.len() as u64);
    let report = Report {
        findings,
        sources: &loaded.sources,
        hidden,
        summary,
    };
    // Telling in full takes longest, so each input gets only one of the two looks.
    let narrow = findings.len() % 2 == 1;
    let look = Look {
        unicode: !narrow,
        width: if narrow { 40 } else { 100 },
        limit: 10,
        ..Look::default()
    };
    for format in Format::ALL {
        let mut out = Vec::new();
        write(format, &report, look, &mut out).expect("memory can be written to");
        let out = String::from_utf8(out).expect("a report is UTF-8");
        let obeyed = out.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(obeyed, None, "a terminal would obey this: {out:?}");
        if format == Format::Json {
            serde_json::from_str::<serde_json::Value>(&out).expect("the report is JSON");
        }
    }
}
