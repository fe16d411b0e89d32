//! `explain`, `rules`, `schema`, `init`, `completions`.

use crate::folder::Folder;

#[test]
fn a_rule_is_explained_by_its_full_and_by_its_short_name() {
    let folder = Folder::new(&[]);
    let full = folder.run(&["explain", "tracking/parameter-missing"]);
    assert_eq!(full.code, 0);
    for part in [
        "# tracking/parameter-missing",
        "## Why it matters",
        "## How to fix",
        "- severity: error",
    ] {
        assert!(full.out.contains(part), "{full}");
    }
    assert_eq!(folder.run(&["explain", "parameter-missing"]).out, full.out);
}

#[test]
fn a_rule_that_there_is_not_is_guessed() {
    let folder = Folder::new(&[]);
    let said = folder.run(&["explain", "tracking/parameter-mising"]);
    said.cannot(
        "there is no rule `tracking/parameter-mising`; did you mean `tracking/parameter-missing`?",
    );
    let said = folder.run(&["explain", "parameter-mising"]);
    said.cannot("there is no rule `parameter-mising`; did you mean `parameter-missing`?");
    let said = folder.run(&["explain", "xyz"]);
    said.cannot("there is no rule `xyz`; `campaignlint rules` lists all rules");
}

#[test]
fn rules_are_listed_one_a_line() {
    let folder = Folder::new(&[]);
    let all = folder.run(&["rules"]);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    assert_eq!(all.out, folder.run(&["rules", "list"]).out);
    let tracking = folder.run(&["rules", "list", "tracking"]);
    assert!(
        tracking
            .out
            .lines()
            .all(|line| line.starts_with("tracking/")),
        "{tracking}"
    );
    assert!(all.out.contains(&tracking.out), "{all}");
    let said = folder.run(&["rules", "list", "traking"]);
    said.cannot("there is no family `traking`; did you mean `tracking`?");
}

#[test]
fn a_rule_of_the_team_is_begun_in_its_own_folder() {
    let folder = Folder::workspace(&[]);
    let said = folder.run(&["rules", "new", "webcast/region-missing"]);
    assert_eq!(said.code, 0, "{said}");
    for file in [
        "rule.yaml",
        "README.md",
        "cases/ok.yaml",
        "cases/bad.yaml",
        "cases/bad.expected",
    ] {
        assert!(
            folder
                .path("rules/webcast/region-missing")
                .join(file)
                .is_file(),
            "{file}"
        );
    }
    assert!(
        !folder
            .path("rules/webcast/region-missing/check.rs")
            .exists()
    );
    folder
        .run(&["rules", "new", "webcast/region-missing"])
        .cannot("rules/webcast/region-missing exists already");
    for name in ["webcast", "webcast/", "Webcast/Region", "../x/y", "a/b/c"] {
        folder
            .run(&["rules", "new", name])
            .cannot("a rule's id is `family/name`, of lower-case letters, digits and `-`");
    }
}

#[test]
fn a_rule_that_was_only_begun_fails_its_test() {
    let folder = Folder::workspace(&[]);
    folder.run(&["rules", "new", "webcast/region-missing"]);
    let said = folder.run(&["rules", "test", "webcast/region-missing"]);
    assert_eq!(said.code, 1, "{said}");
    assert!(said.out.contains("FAIL webcast/region-missing"), "{said}");
}

#[test]
fn testing_a_rule_that_there_is_not_is_a_mistake() {
    let folder = Folder::workspace(&[]);
    let said = folder.run(&["rules", "test", "tracking/parameter-mising"]);
    said.cannot(
        "there is no rule or family `tracking/parameter-mising`; did you mean `tracking/parameter-missing`?",
    );
}

#[test]
fn the_schema_of_each_kind_is_json() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["schema"]);
    let names: Vec<&str> = list
        .out
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() >= 24, "{list}");
    for name in ["campaign", "campaignlint", "configuration", "report"] {
        assert!(names.contains(&name), "{list}");
        let said = folder.run(&["schema", name]);
        let schema: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(
            schema["$schema"], "https://json-schema.org/draft/2020-12/schema",
            "{name}"
        );
    }
    folder
        .run(&["schema", "campain"])
        .cannot("there is no schema `campain`; did you mean `campaign`?");
}

#[test]
fn a_workspace_that_was_just_begun_is_silent() {
    let folder = Folder::new(&[]);
    let said = folder.run(&["init"]);
    assert_eq!(said.code, 0, "{said}");
    assert!(said.out.starts_with("wrote campaignlint.yaml\n"), "{said}");
    folder.run(&[]).silent();
    let configuration = folder
        .read("campaignlint.yaml")
        .replace("recommended", "strict");
    folder.write("campaignlint.yaml", configuration);
    folder.run(&[]).silent();
}

#[test]
fn a_workspace_is_begun_only_once() {
    let folder = Folder::new(&[]);
    folder.run(&["init"]);
    let before = folder.read("tracking.yaml");
    folder
        .run(&["init"])
        .cannot("this folder has a campaignlint.yaml already; nothing was changed");
    assert_eq!(folder.read("tracking.yaml"), before);
    folder.run(&["init", "other"]);
    folder
        .run(&["init", "other"])
        .cannot("other has a campaignlint.yaml already; nothing was changed");
    let mut within = folder.program(&[]);
    crate::folder::said(within.current_dir(folder.path("other"))).silent();
}

#[test]
fn init_keeps_the_files_that_are_there() {
    let folder = Folder::new(&[(
        "people.yaml",
        "kind: people\nme: {}\nmarketing-operations: {}\n",
    )]);
    let said = folder.run(&["init"]);
    assert!(said.out.contains("kept  people.yaml\n"), "{said}");
    assert!(folder.read("people.yaml").contains("me: {}"));
}

#[test]
fn completions_are_there_for_every_shell() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = folder.run(&["completions", shell]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{shell}");
        assert!(
            said.out.contains("campaignlint") && said.out.contains("stdin-filename"),
            "{shell}"
        );
    }
    assert_eq!(folder.run(&["completions", "tcsh"]).code, 2);
}

#[test]
fn generated_files_are_fresh() {
    let mut command = crate::folder::program();
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["dev", "generate", "--check"]);
    let said = crate::folder::said(&mut command);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, ""),
        "run: cargo run -- dev generate"
    );
}
