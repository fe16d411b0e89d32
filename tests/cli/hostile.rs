//! Text that wants to harm whoever looks at it, and secrets.

use crate::folder::{Folder, Said};

/// Turns the terminal red, sets its title, writes backwards, hides.
const HOSTILE: &str = "\u{1b}[31m\u{1b}]0;owned\u{7}\u{202e}\u{2066}\u{200b}";

#[track_caller]
fn is_harmless(said: &Said) {
    for text in [&said.out, &said.err] {
        let bad = text.chars().find(|c| {
            (c.is_control() && *c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}')
        });
        assert_eq!(bad, None, "{:?} in {said}", bad.map(char::escape_unicode));
    }
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_raw() {
    let text = format!(
        "kind: campaign\nchannel: \"web{HOSTILE}\"\n\"own{HOSTILE}\": x\nname: a{HOSTILE}b\nlinks:\n  - url: \"https://acme.example/{HOSTILE}?utm_source=x{HOSTILE}\"\n"
    );
    let folder = Folder::workspace(&[("a.yaml", &text)]);
    folder.write(
        &format!("{HOSTILE}.yaml").replace('/', ""),
        "kind: campain\n",
    );
    folder.write(
        "list.txt",
        format!("https://acme.example/?utm_source={HOSTILE}\nx.{HOSTILE}\n"),
    );
    folder.write("list.csv", format!("a{HOSTILE},b\n1,2\n"));
    for format in ["full", "short", "json"] {
        let said = folder.run(&["--format", format]);
        assert_eq!(said.code, 1, "{said}");
        is_harmless(&said);
        let said = folder.run(&["urls", "list.txt", "--format", format]);
        assert_eq!(said.code, 1, "{said}");
        is_harmless(&said);
    }
    let hostile = HOSTILE.replace(['/', '\0'], "");
    let runs: [&[&str]; 9] = [
        &["--diff", "--unsafe-fixes"],
        &["urls", "list.txt", "--summary"],
        &["urls", "list.csv"],
        &["urls", "list.csv", "--column", &hostile],
        &["check", &hostile],
        &["explain", &hostile],
        &["--only", &hostile],
        &["schema", &hostile],
        &["rules", "new", &hostile],
    ];
    for arguments in runs {
        is_harmless(&folder.run(arguments));
    }
}

#[test]
fn a_secret_is_never_shown() {
    let key = ["AKIA", "2E0A8F3B244C9986"].concat();
    let token = ["glpat-", "q8ZxW2vLr5TnKc7YbHd3"].concat();
    let text = format!(
        "kind: campaign\nchannel: webcast\ndescription: {token}\ntokens: {{ Key: {key} }}\nlinks:\n  - url: https://acme.example/?utm_source=x&access_token={token}\n"
    );
    let folder = Folder::workspace(&[("a.yaml", &text)]);
    for arguments in [
        &["--format", "full"][..],
        &["--format", "short"],
        &["--format", "json"],
        &["--diff"],
    ] {
        let said = folder.run(arguments);
        assert_eq!(said.code, i32::from(arguments[0] != "--diff"), "{said}");
        assert!(
            !said.out.contains(&key[4..]) && !said.out.contains(&token[6..]),
            "{said}"
        );
    }
    folder.run(&["--format", "short"]).finds("yaml/secret");
}

#[test]
fn personal_data_of_a_link_is_never_shown() {
    let link = "https://acme.example/a?utm_source=x&utm_medium=email&utm_campaign=c&email=a.person@customer.example";
    let folder = Folder::workspace(&[("links.txt", link)]);
    for format in ["full", "short"] {
        let said = folder.run(&["urls", "links.txt", "--format", format]);
        said.finds("tracking/personal-data");
        assert!(!said.out.contains("a.person@"), "{said}");
    }
}

#[test]
fn a_bomb_of_aliases_and_a_deep_well_end_soon() {
    let mut bomb = "kind: campaign\na0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_string();
    for n in 1..30 {
        let before = n - 1;
        bomb += &format!(
            "a{n}: &a{n} [{}]\n",
            vec![format!("*a{before}"); 9].join(",")
        );
    }
    let deep = format!("kind: campaign\ntokens: {}\n", "[".repeat(100_000));
    let folder = Folder::workspace(&[("bomb.yaml", &bomb), ("deep.yaml", &deep)]);
    let mut command = folder.program(&["--format", "short"]);
    let said = crate::folder::said(command.timeout(std::time::Duration::from_secs(60)));
    said.finds("bomb.yaml:").finds("deep.yaml:");
}
