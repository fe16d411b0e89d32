//! `--fix` and `--diff`.

use crate::folder::{Folder, said};

/// Two tags with capitals in their names and a text that other readers take for a truth value.
const TEXT: &str = "\
# Planned with the field team
kind: links
signature: # on every e-mail
  url: 'https://acme.example/demo?utm_source=outreach&UTM_Medium=email&utm_campaign=eg_x' # keep the quotes
  placement: on   # the signature
";

const FIXED: &str = "\
# Planned with the field team
kind: links
signature: # on every e-mail
  url: 'https://acme.example/demo?utm_source=outreach&utm_medium=email&utm_campaign=eg_x' # keep the quotes
  placement: \"on\"   # the signature
";

#[test]
fn fix_changes_the_wrong_words_and_nothing_else() {
    let folder = Folder::workspace(&[("a.yaml", TEXT)]);
    let said = folder.run(&["--fix"]);
    said.silent();
    assert_eq!(said.err, "Mended 2 findings.\n", "{said}");
    assert_eq!(folder.read("a.yaml"), FIXED);
}

#[test]
fn fix_twice_is_fix_once() {
    let folder = Folder::workspace(&[("a.yaml", TEXT)]);
    folder.run(&["--fix"]).silent();
    let again = folder.run(&["--fix"]);
    again.silent();
    assert_eq!(again.err, "");
    assert_eq!(folder.read("a.yaml"), FIXED);
}

#[test]
fn line_ends_of_windows_and_the_byte_order_mark_stay() {
    let text = format!("\u{feff}{}", TEXT.replace('\n', "\r\n"));
    let folder = Folder::workspace(&[("a.yaml", &text)]);
    folder.run(&["--fix"]).silent();
    assert_eq!(
        folder.read("a.yaml"),
        format!("\u{feff}{}", FIXED.replace('\n', "\r\n"))
    );
}

#[cfg(unix)]
#[test]
fn permissions_and_links_to_files_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::workspace(&[("real/a.yaml", TEXT)]);
    let mode = |name: &str| {
        std::fs::metadata(folder.path(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    std::fs::set_permissions(
        folder.path("real/a.yaml"),
        std::fs::Permissions::from_mode(0o640),
    )
    .unwrap();
    std::os::unix::fs::symlink("real/a.yaml", folder.path("link.yaml")).unwrap();
    folder.run(&["--fix"]).silent();
    assert_eq!(mode("real/a.yaml"), 0o640);
    assert_eq!(folder.read("real/a.yaml"), FIXED);
    assert!(
        folder
            .path("link.yaml")
            .symlink_metadata()
            .unwrap()
            .is_symlink()
    );
}

#[test]
fn a_file_that_may_not_be_written_is_left_whole() {
    let folder = Folder::workspace(&[("a.yaml", TEXT)]);
    let path = folder.path("a.yaml");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    folder
        .run(&["--fix"])
        .cannot("a.yaml can't be written: that is not permitted");
    assert_eq!(folder.read("a.yaml"), TEXT);
}

#[cfg(unix)]
#[test]
fn in_a_folder_that_may_not_be_written_nothing_is_lost() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::workspace(&[("locked/a.yaml", TEXT)]);
    let lock = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(folder.path("locked"), permissions).unwrap();
    };
    if crate::folder::is_root(&folder) {
        return;
    }
    lock(0o555);
    let said = folder.run(&["--fix"]);
    lock(0o755);
    said.cannot("locked/a.yaml can't be written: that is not permitted");
    assert_eq!(folder.read("locked/a.yaml"), TEXT);
}

#[test]
fn fix_leaves_alone_what_was_not_asked_for() {
    let folder = Folder::workspace(&[
        ("a/a.yaml", TEXT),
        ("b/b.yaml", &TEXT.replace("signature:", "bio:")),
    ]);
    folder.run(&["a", "--fix"]).silent();
    assert_eq!(folder.read("a/a.yaml"), FIXED);
    assert_eq!(folder.read("b/b.yaml"), TEXT.replace("signature:", "bio:"));
}

#[test]
fn what_a_person_should_look_at_is_changed_only_when_told() {
    let text = "kind: campaign\nchannel: webcast\nregoin: emea\n";
    let folder = Folder::workspace(&[("a.yaml", text)]);
    folder.run(&["--fix"]).finds("regoin");
    assert_eq!(folder.read("a.yaml"), text);
    folder.run(&["--fix", "--unsafe-fixes"]);
    assert_eq!(folder.read("a.yaml"), text.replace("regoin", "region"));
}

#[test]
fn diff_shows_what_fix_would_do_and_does_nothing() {
    let folder = Folder::workspace(&[("a.yaml", TEXT)]);
    let said = folder.run(&["--diff"]);
    assert_eq!(folder.read("a.yaml"), TEXT);
    said.finds("--- a.yaml\n+++ a.yaml\n");
    said.finds("-  placement: on   # the signature\n")
        .finds("+  placement: \"on\"   # the signature\n");
    folder.run(&["--fix"]);
    let said = folder.run(&["--diff"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{said}");
}

#[test]
fn a_diff_can_be_applied() {
    let folder = Folder::workspace(&[("a.yaml", TEXT)]);
    let patch = folder.run(&["--diff"]).out;
    let mut command = std::process::Command::new("git");
    command
        .current_dir(folder.root())
        .args(["apply", "-p0", "-"]);
    command.stdin(std::process::Stdio::piped());
    let Ok(mut git) = command.spawn() else {
        return; // no Git on this machine
    };
    std::io::Write::write_all(&mut git.stdin.take().unwrap(), patch.as_bytes()).unwrap();
    assert!(git.wait().unwrap().success(), "{patch}");
    assert_eq!(folder.read("a.yaml"), FIXED);
}

#[test]
fn standard_input_can_be_compared() {
    let folder = Folder::workspace(&[]);
    let mut command = folder.program(&["-", "--stdin-filename", "a.yaml", "--diff"]);
    let said = said(command.write_stdin(TEXT));
    said.finds("+  placement: \"on\"");
}
