//! Files as they are found on real disks.

use std::fs::File;

use crate::folder::{BAD, Folder, GOOD, is_root, said};

#[test]
fn an_empty_file_is_nothing_to_talk_about() {
    Folder::workspace(&[("empty.yaml", ""), ("comment.yaml", "# nothing yet\n")])
        .run(&[])
        .silent();
}

#[test]
fn a_file_that_is_not_text_is_named_and_the_rest_is_checked() {
    let folder = Folder::workspace(&[("b.yaml", BAD)]);
    folder.write("latin.yaml", b"kind: campaign\ndescription: M\xfcnchen\n");
    folder.write("utf16.yaml", b"\xff\xfek\0i\0n\0d\0");
    let said = folder.run(&["--format", "short"]);
    said.finds("latin.yaml:1:1: error[yaml/encoding]");
    said.finds("utf16.yaml:1:1: error[yaml/encoding]")
        .finds("b.yaml:2:10");
}

#[test]
fn a_huge_file_is_named_and_not_read() {
    let folder = Folder::workspace(&[("b.yaml", BAD)]);
    // Sparse: it takes no room on the disk.
    File::create(folder.path("dump.yaml"))
        .unwrap()
        .set_len(60 * 1024 * 1024)
        .unwrap();
    let said = folder.run(&["--format", "short"]);
    said.finds("dump.yaml:1:1: error[workspace/unreadable]")
        .finds("it has 60 MB")
        .finds("b.yaml:2:10");
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_in_circles_are_named() {
    let folder = Folder::workspace(&[("b.yaml", BAD)]);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.path(name)).unwrap();
    link("gone.yaml", "dangling.yaml");
    link("circle.yaml", "circle.yaml");
    link(".", "again");
    let said = folder.run(&["--format", "short"]);
    said.finds("dangling.yaml:1:1: error[workspace/unreadable]");
    said.finds("circle.yaml:1:1: error[workspace/unreadable]")
        .finds("b.yaml:2:10");
    assert!(!said.out.contains("again/"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::workspace(&[("a.yaml", GOOD), ("b.yaml", BAD)]);
    if is_root(&folder) {
        return;
    }
    std::fs::set_permissions(
        folder.path("a.yaml"),
        std::fs::Permissions::from_mode(0o000),
    )
    .unwrap();
    let said = folder.run(&["--format", "short"]);
    said.finds("a.yaml:1:1: error[workspace/unreadable]")
        .finds("b.yaml:2:10");
}

#[test]
fn what_git_ignores_and_what_the_configuration_excludes_is_not_looked_at() {
    let folder = Folder::workspace(&[
        (".gitignore", "build/\n"),
        ("build/a.yaml", BAD),
        ("archive/b.yaml", BAD),
        (".hidden/c.yaml", BAD),
        ("rules/webcast/mine/cases/bad.yaml", BAD),
    ]);
    folder.write("campaignlint.yaml", "exclude: [archive/]\n");
    folder.run(&[]).silent();
}

#[test]
fn endings_in_capitals_and_names_with_spaces_are_files_too() {
    let folder = Folder::workspace(&[("my campaigns/Big Launch.YAML", BAD)]);
    let said = folder.run(&["--format", "short"]);
    said.finds("my campaigns/Big Launch.YAML:2:10");
}

#[test]
fn a_closed_pipe_is_the_end_and_no_accident() {
    let many = "kind: links\n".to_string()
        + &(0..3000).fold(String::new(), |text, n| {
            text + &format!("l{n}: {{ urll: https://acme.example/{n} }}\n")
        });
    let folder = Folder::workspace(&[("many.yaml", &many)]);
    let program = assert_cmd::cargo::cargo_bin("campaignlint");
    let mut child = std::process::Command::new(program)
        .current_dir(folder.root())
        .args(["--format", "short"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code().is_some(), "killed: {told}");
    assert_eq!(told, "");
}

#[test]
fn a_folder_as_configuration_is_no_configuration() {
    let folder = Folder::new(&[("a.yaml", GOOD)]);
    std::fs::create_dir(folder.path("campaignlint.yaml")).unwrap();
    let said = said(&mut folder.program(&[]));
    assert_eq!(said.code, 0, "{said}");
}
