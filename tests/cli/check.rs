//! `campaignlint check`: what is checked, what counts, and how the run ends.

use crate::folder::{BAD, Folder, GOOD};

#[test]
fn a_clean_workspace_is_told_so_in_one_line() {
    let folder = Folder::workspace(&[("a.yaml", GOOD)]);
    let said = folder.run(&[]);
    said.silent();
    assert_eq!(said.out.lines().count(), 1, "{said}");
    assert!(said.out.starts_with("No findings in 3 files"), "{said}");
    assert_eq!(said.err, "", "{said}");
}

#[test]
fn without_a_command_it_checks() {
    let folder = Folder::workspace(&[("a.yaml", BAD)]);
    let plain = folder.run(&["--format", "short"]);
    assert_eq!(plain.out, folder.run(&["check", "--format", "short"]).out);
    assert_eq!(
        plain.out,
        folder.run(&["check", ".", "--format", "short"]).out
    );
    plain.finds("a.yaml:2:10: error[workspace/unknown-reference]");
}

#[test]
fn a_folder_without_configuration_is_checked_and_says_so_in_one_sentence() {
    let folder = Folder::new(&[("a.yaml", "kind: campaign\nchannel: webcast\nregoin: emea\n")]);
    let said = folder.run(&[]);
    said.finds("`regoin` is not a key of a campaign.");
    assert_eq!(
        said.err,
        "No campaignlint.yaml in this folder or above: the recommended rules apply. \
         `campaignlint init` begins a workspace.\n"
    );
}

#[test]
fn an_empty_folder_has_no_findings() {
    let said = Folder::new(&[]).run(&[]);
    assert_eq!(said.code, 0, "{said}");
    assert!(
        said.out.starts_with("Nothing to check: no files found"),
        "{said}"
    );
    Folder::new(&[("campaignlint.yaml", "")]).run(&[]).silent();
}

#[test]
fn from_a_folder_within_only_that_folder_is_told_about() {
    let folder = Folder::workspace(&[("a/a.yaml", BAD), ("b/b.yaml", BAD)]);
    let mut within = folder.program(&["--format", "short"]);
    let said = crate::folder::said(within.current_dir(folder.path("b")));
    said.finds("b.yaml:2:10");
    assert!(!said.out.contains("a.yaml"), "{said}");
}

#[test]
fn paths_are_told_as_they_count_from_here() {
    let folder = Folder::workspace(&[("campaigns/q4/a.yaml", BAD)]);
    folder
        .run(&["campaigns", "--format", "short"])
        .finds("campaigns/q4/a.yaml:2:10");
    let mut within = folder.program(&["..", "--format", "short"]);
    crate::folder::said(within.current_dir(folder.path("campaigns")))
        .finds("../campaigns/q4/a.yaml:2:10");
}

#[test]
fn the_policy_counts_also_when_one_file_is_named() {
    let folder = Folder::workspace(&[("a.yaml", GOOD), ("b.yaml", BAD)]);
    folder.run(&["check", "a.yaml"]).silent();
    let said = folder.run(&["check", "b.yaml", "--format", "short"]);
    said.finds("webcasst");
}

#[test]
fn a_path_that_is_not_there_is_said() {
    let folder = Folder::workspace(&[]);
    folder
        .run(&["check", "campagins"])
        .cannot("campagins does not exist");
}

#[test]
fn a_file_that_is_named_must_be_a_document() {
    let folder = Folder::workspace(&[("other.yaml", "stages: [build, test]\n")]);
    folder.run(&["check"]).silent();
    folder
        .run(&["check", "other.yaml"])
        .finds("This document doesn't say what it is.");
}

#[test]
fn a_document_of_another_program_is_left_alone() {
    let folder = Folder::workspace(&[
        (".gitlab-ci.yml", "stages: [build]\n"),
        (
            "deployment.yaml",
            "apiVersion: apps/v1\nkind: Deployment\nkindd: x\n",
        ),
        ("compose.yml", "services:\n\tbroken"),
    ]);
    let said = folder.run(&["--format", "short"]);
    assert!(!said.out.contains("deployment.yaml"), "{said}");
    assert!(!said.out.contains(".gitlab-ci.yml"), "{said}");
}

#[test]
fn a_kind_that_is_nearly_one_is_a_slip() {
    let folder = Folder::workspace(&[("a.yaml", "kind: campain\nchannel: webcast\n")]);
    folder.run(&[]).finds("Did you mean `campaign`?");
}

#[test]
fn a_broken_file_does_not_hide_what_is_wrong_in_another() {
    let folder = Folder::workspace(&[
        ("a.yaml", "kind: campaign\nlinks: [a, b\n"),
        ("b.yaml", BAD),
    ]);
    let said = folder.run(&["--format", "short"]);
    said.finds("a.yaml:2:8: error[yaml/syntax]")
        .finds("b.yaml:2:10");
}

#[test]
fn ten_mistakes_in_one_file_are_told_in_one_run() {
    let text = "kind: campaign\nchannel: webcast\nstatus: redy\nevent: 2026-13-03\nownr: field-emea\n\
                budget: { amount: a lot, currencyy: EUR }\nlanguages: { en: yes }\nlinks:\n  - { source: x }\n";
    let folder = Folder::workspace(&[("a.yaml", text)]);
    let said = folder.run(&["--format", "short"]);
    for line in [3, 4, 5, 6, 7, 9] {
        said.finds(&format!("a.yaml:{line}:"));
    }
}

#[test]
fn only_and_skip_choose_rules_and_families() {
    let folder = Folder::workspace(&[("a.yaml", BAD)]);
    let only = folder.run(&["--only", "workspace/unknown-key", "--format", "short"]);
    assert_eq!(only.out.lines().count(), 1, "{only}");
    only.finds("medum");
    let skip = folder.run(&["--skip", "workspace/unknown-key", "--format", "short"]);
    assert!(!skip.out.contains("medum"), "{skip}");
    skip.finds("webcasst");
    folder.run(&["--skip", "workspace"]).silent();
    folder.run(&["--only", "tracking,yaml"]).silent();
}

#[test]
fn a_rule_that_there_is_not_gets_a_suggestion() {
    let folder = Folder::workspace(&[("a.yaml", BAD)]);
    let said = folder.run(&["--only", "workspace/unknwon-key"]);
    said.cannot(
        "there is no rule or family `workspace/unknwon-key`; did you mean `workspace/unknown-key`?",
    );
    let said = folder.run(&["--skip", "qqq"]);
    said.cannot("there is no rule or family `qqq`; `campaignlint rules` lists them");
}

#[test]
fn fail_on_says_from_which_severity_the_run_fails() {
    let folder = Folder::workspace(&[
        ("a.yaml", GOOD),
        ("old.yaml", "kind: naming\nuntil: 2026-11-01\n"),
    ]);
    let code = |arguments: &[&str]| folder.run(arguments).code;
    assert_eq!(
        code(&[]),
        1,
        "a warning fails the run unless told otherwise"
    );
    assert_eq!(code(&["--fail-on", "error"]), 0);
    assert_eq!(code(&["--fail-on", "warning"]), 1);
    assert_eq!(code(&["--fail-on", "info"]), 1);
    assert_eq!(code(&["--fail-on", "never"]), 0);
    folder.write("b.yaml", BAD);
    assert_eq!(code(&["--fail-on", "error"]), 1);
    assert_eq!(code(&["--fail-on", "never"]), 0);
}

#[test]
fn today_decides_what_is_over() {
    let folder = Folder::workspace(&[("a.yaml", "kind: naming\nuntil: 2026-12-31\n")]);
    folder.run(&[]).silent();
    folder.run(&["--today", "2026-12-31"]).silent();
    folder
        .run(&["--today", "2027-01-01"])
        .finds("workspace/ended");
    let said = folder.run(&["--today", "tomorrow"]);
    assert_eq!(said.code, 2, "{said}");
    assert!(said.err.contains("tomorrow"), "{said}");
}

#[test]
fn the_text_of_an_editor_takes_the_place_of_the_file() {
    let folder = Folder::workspace(&[("campaigns/a.yaml", GOOD)]);
    let arguments = [
        "check",
        "-",
        "--stdin-filename",
        "campaigns/a.yaml",
        "--format",
        "short",
    ];
    let said = folder.run_with(BAD, &arguments);
    said.finds("campaigns/a.yaml:2:10");
    assert_eq!(folder.read("campaigns/a.yaml"), GOOD);
    let new = [
        "check",
        "-",
        "--stdin-filename",
        "campaigns/new.yaml",
        "--format",
        "short",
    ];
    folder.run_with(BAD, &new).finds("campaigns/new.yaml:2:10");
}

#[test]
fn standard_input_needs_a_name() {
    let folder = Folder::workspace(&[]);
    let said = folder.run_with(BAD, &["check", "-"]);
    said.cannot("say with --stdin-filename which file the text of standard input is");
    let said = folder.run_with(BAD, &["check", "-", "--stdin-filename", "a.yaml", "--fix"]);
    said.cannot("standard input is checked alone, and can't be fixed in place");
}

#[test]
fn a_workspace_within_is_one_of_its_own() {
    let folder = Folder::workspace(&[
        ("examples/acme/campaignlint.yaml", ""),
        ("examples/acme/a.yaml", BAD),
    ]);
    let said = folder.run(&[]);
    said.silent();
    assert_eq!(
        said.err,
        "examples/acme is a workspace of its own; `campaignlint check examples/acme` checks it.\n"
    );
    folder.run(&["check", "examples/acme"]).finds("medum");
    folder.write("examples/other/campaignlint.yaml", "");
    let said = folder.run(&[]);
    said.silent();
    assert_eq!(
        said.err,
        "examples/acme and examples/other are workspaces of their own, to be checked one at a time.\n"
    );
}

#[test]
fn two_workspaces_are_checked_one_at_a_time() {
    let folder = Folder::new(&[("a/campaignlint.yaml", ""), ("b/campaignlint.yaml", "")]);
    let said = folder.run(&["check", "a", "b"]);
    said.cannot("these paths lie in different workspaces; check one workspace at a time");
}

#[test]
fn a_mistake_in_the_configuration_is_a_finding_like_others() {
    let folder = Folder::new(&[(
        "campaignlint.yaml",
        "preset: strikt\ntimezone: Berlin\nrulez: {}\n",
    )]);
    let said = folder.run(&["--format", "short"]);
    said.finds("campaignlint.yaml:1:9")
        .finds("campaignlint.yaml:2:11")
        .finds("campaignlint.yaml:3:1");
}

#[test]
fn the_order_of_files_and_the_number_of_threads_change_nothing() {
    let names = ["a.yaml", "b.yaml", "c/d.yaml", "c/e.yaml", "z.yaml"];
    let forward = Folder::workspace(&[]);
    let backward = Folder::workspace(&[]);
    for name in names {
        forward.write(name, BAD);
    }
    for name in names.iter().rev() {
        backward.write(name, BAD);
    }
    let expected = forward.run(&["--format", "json"]).out;
    assert!(expected.contains("c/e.yaml"), "{expected}");
    assert_eq!(backward.run(&["--format", "json"]).out, expected);
    for threads in ["1", "2", "7"] {
        let mut command = forward.program(&["--format", "json"]);
        let said = crate::folder::said(command.env("RAYON_NUM_THREADS", threads));
        assert_eq!(said.out, expected, "with {threads} threads");
    }
    let mut reversed: Vec<&str> = vec!["check", "--format", "json"];
    reversed.extend(names.iter().rev());
    assert!(
        forward
            .run(&reversed)
            .out
            .contains(&expected[..expected.find("summary").unwrap()])
    );
}

#[test]
fn wrong_arguments_end_with_2() {
    let folder = Folder::workspace(&[]);
    for arguments in [
        &["--formt", "json"][..],
        &["--format", "xml"],
        &["check", "--fix", "--diff"],
    ] {
        assert_eq!(folder.run(arguments).code, 2, "{arguments:?}");
    }
    let help = folder.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(
        help.out
            .contains("Exit codes: 0 nothing to say, 1 findings, 2 can't run."),
        "{help}"
    );
    assert_eq!(
        folder.run(&["--version"]).out,
        format!("campaignlint {}\n", env!("CARGO_PKG_VERSION"))
    );
}
