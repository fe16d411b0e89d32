//! `campaignlint urls`: lists of links from anywhere.

use crate::folder::Folder;

const GOOD: &str = "https://acme.example/a?utm_source=marketo&utm_medium=email&utm_campaign=c";
const BAD: &str = "https://acme.example/b?utm_source=marketo&utm_medium=email";
const TYPO: &str = "https://acme.example/c?utm_souce=marketo&utm_medium=email&utm_campaign=c";
const TYPO_FIXED: &str =
    "https://acme.example/c?utm_source=marketo&utm_medium=email&utm_campaign=c";

#[test]
fn a_list_of_lines_is_audited_without_any_workspace() {
    let folder = Folder::new(&[("links.txt", &format!("# for approval\n\n{GOOD}\n{BAD}\n"))]);
    let said = folder.run(&["urls", "links.txt"]);
    said.finds("error[tracking/parameter-missing]: This link has tags, but no utm_campaign.");
    said.finds("links.txt:4:1")
        .finds("links.txt: 2 rows, 2 links")
        .finds("Tracking compliance: 50.0 %");
    assert_eq!(said.err, "");
}

#[test]
fn a_list_without_a_mistake_ends_with_0() {
    let folder = Folder::new(&[("links.txt", GOOD)]);
    let said = folder.run(&["urls", "links.txt"]);
    assert_eq!(said.code, 0, "{said}");
    assert!(said.out.contains("Tracking compliance: 100 %"), "{said}");
}

#[test]
fn an_empty_list_has_no_rate() {
    let folder = Folder::new(&[
        ("empty.txt", ""),
        ("empty.csv", ""),
        ("comments.txt", "# soon\n"),
    ]);
    for list in ["empty.txt", "empty.csv", "comments.txt"] {
        let said = folder.run(&["urls", list]);
        assert_eq!(said.code, 0, "{said}");
        assert_eq!(said.out, format!("{list}: 0 rows, 0 links\n"));
    }
}

#[test]
fn the_column_of_a_table_is_found_or_named() {
    let table = format!("Page,Final URL,Short link\n1,{GOOD},{BAD}\n");
    let folder = Folder::new(&[("ads.csv", &table)]);
    assert_eq!(folder.run(&["urls", "ads.csv"]).code, 0);
    folder
        .run(&["urls", "ads.csv", "--column", "Short link"])
        .finds("no utm_campaign");
    folder
        .run(&["urls", "ads.csv", "--column", "short LINK"])
        .finds("no utm_campaign");
    folder
        .run(&["urls", "ads.csv", "--column", "Short lnk"])
        .cannot(
            "ads.csv: there is no column \"Short lnk\"; did you mean \"Short link\"? \
         The columns are: Page, Final URL, Short link",
        );
}

#[test]
fn tabs_and_semicolons_stand_between_cells_too() {
    let folder = Folder::new(&[
        ("a.tsv", &format!("n\tlink\n1\t{BAD}\n")),
        ("b.csv", &format!("n;link\n1;{BAD}\n")),
        ("c.txt", &format!("n|link\n1|{BAD}\n")),
    ]);
    folder.run(&["urls", "a.tsv"]).finds("1 link");
    folder.run(&["urls", "b.csv"]).finds("1 link");
    folder
        .run(&["urls", "c.txt", "--delimiter", "|"])
        .finds("1 link");
    assert_eq!(folder.run(&["urls", "a.tsv", "--delimiter", "ab"]).code, 2);
}

#[test]
fn rows_that_hold_no_link_are_counted_and_not_judged() {
    let table = format!("Landing page,Sessions\n{GOOD},5\n(not set),3\n--,1\n\"Total\",9\n");
    let folder = Folder::new(&[("ga4.csv", &table)]);
    let said = folder.run(&["urls", "ga4.csv"]);
    assert_eq!(said.code, 0, "{said}");
    assert!(
        said.out
            .starts_with("ga4.csv: 4 rows, 1 link (3 rows have no link)\n"),
        "{said}"
    );
}

#[test]
fn in_markup_an_escaped_ampersand_is_right() {
    let list = format!("{}\n", GOOD.replace('&', "&amp;"));
    let folder = Folder::new(&[("links.txt", &list)]);
    assert_eq!(
        folder
            .run(&["urls", "links.txt", "--context", "markup"])
            .code,
        0
    );
    folder
        .run(&["urls", "links.txt"])
        .finds("tracking/entity-escaped");
    folder.write(
        "mails.csv",
        format!("file,link\nmail.html,{list}notes.txt,{GOOD}\n"),
    );
    let said = folder.run(&[
        "urls",
        "mails.csv",
        "--context-column",
        "file",
        "--column",
        "link",
    ]);
    assert_eq!(said.code, 0, "{said}");
}

#[test]
fn on_our_own_page_a_tagged_link_to_ourselves_is_internal() {
    let folder = Folder::new(&[("links.txt", GOOD)]);
    assert_eq!(folder.run(&["urls", "links.txt"]).code, 0);
    folder
        .run(&["urls", "links.txt", "--page", "www.acme.example"])
        .finds("tracking/internal-link");
}

#[test]
fn the_policy_of_the_workspace_around_the_list_applies() {
    let folder = Folder::workspace(&[("links.txt", &GOOD.replace("marketo", "Marketo"))]);
    folder
        .run(&["urls", "links.txt"])
        .finds("tracking/value-case");
    let elsewhere = Folder::new(&[("links.txt", GOOD)]);
    let root = folder.root().to_str().unwrap();
    assert_eq!(
        elsewhere
            .run(&["urls", "links.txt", "--workspace", root])
            .code,
        0
    );
    assert_eq!(
        elsewhere
            .run(&["urls", "links.txt", "--workspace", "."])
            .code,
        2
    );
}

#[test]
fn the_policy_of_a_workspace_beside_the_list_is_told_with_its_path_from_here() {
    let folder = Folder::new(&[
        ("acme/campaignlint.yaml", ""),
        ("acme/policy.yaml", crate::folder::POLICY),
        ("lists/links.txt", BAD),
    ]);
    let mut command = folder.program(&["urls", "links.txt", "--workspace", "../acme"]);
    let said = crate::folder::said(command.current_dir(folder.path("lists")));
    said.finds("─[../acme/policy.yaml:3:28]");
}

#[test]
fn a_corrected_copy_differs_only_in_the_links() {
    let table =
        format!("\u{feff}# October\r\nName;URL;Cost\r\n\"A; B\";{TYPO};1,50\r\nC;{GOOD};2\r\n");
    let folder = Folder::new(&[("ads.csv", &table)]);
    folder
        .run(&["urls", "ads.csv", "--fix"])
        .finds("tracking/parameter-typo");
    assert_eq!(folder.read("ads.csv"), table, "what was read stays");
    assert_eq!(
        folder.read("ads.corrected.csv"),
        table.replace(TYPO, TYPO_FIXED)
    );
    assert_eq!(folder.run(&["urls", "ads.corrected.csv"]).code, 0);
    folder
        .run(&["urls", "ads.csv", "--fix"])
        .cannot("ads.corrected.csv exists already; to replace it, name it with --out");
}

#[test]
fn the_corrected_copy_may_be_named_and_may_be_the_list_itself() {
    let folder = Folder::new(&[("links.txt", TYPO)]);
    folder.run(&["urls", "links.txt", "--fix", "--out", "new.txt"]);
    assert_eq!(folder.read("new.txt"), TYPO_FIXED);
    folder.run(&["urls", "links.txt", "--fix", "--out", "links.txt"]);
    assert_eq!(folder.read("links.txt"), TYPO_FIXED);
    let said = folder.run(&["urls", "links.txt", "new.txt", "--fix", "--out", "x.txt"]);
    said.cannot("--out takes one corrected list; give one file at a time");
}

#[test]
fn standard_input_is_a_list_too() {
    let folder = Folder::new(&[]);
    let said = folder.run_with(
        &format!("{GOOD}\n{BAD}\n"),
        &["urls", "-", "--format", "short"],
    );
    assert!(
        said.out
            .starts_with("stdin:2:1: error[tracking/parameter-missing]"),
        "{said}"
    );
    let said = folder.run_with(BAD, &["urls", "-", "--fix"]);
    said.cannot("say with --out where to write the corrected list");
    folder.run_with(TYPO, &["urls", "-", "--fix", "--out", "new.txt"]);
    assert_eq!(folder.read("new.txt"), TYPO_FIXED);
}

#[test]
fn the_summary_alone_tells_figures_and_no_findings() {
    let folder = Folder::new(&[("links.txt", &format!("{GOOD}\n{BAD}\n{BAD}\n"))]);
    let said = folder.run(&["urls", "links.txt", "--summary"]);
    assert_eq!(
        said.out,
        "links.txt: 3 rows, 3 links\n\nTracking compliance: 33.3 %\n  1 of 3 links without an error or a warning\n\n\
         Findings by rule\n  2  error    tracking/parameter-missing\n\n\
         Hosts with the most links to mend\n  2  of 3 links  acme.example\n\n\
         Where visits would be counted\n  3  Email\n"
    );
    assert_eq!(said.code, 1);
}

#[test]
fn what_is_no_list_is_said_in_one_sentence() {
    let folder = Folder::workspace(&[("table.csv", "name,number\na,1\n")]);
    folder
        .run(&["urls", "gone.csv"])
        .cannot("gone.csv can't be read: it does not exist");
    folder
        .run(&["urls", "."])
        .cannot(". can't be read: it is a folder");
    folder.run(&["urls", "table.csv"]).cannot(
        "table.csv: no column looks as if it held links; name it with --column. The columns are: name, number",
    );
    folder.run(&["urls", "policy.yaml"]).cannot(
        "policy.yaml is YAML, not a list of links; `campaignlint check policy.yaml` checks the links in it",
    );
    assert_eq!(folder.run(&["urls"]).code, 2);
}

#[test]
fn a_broken_row_never_stops_the_run() {
    let mut table = format!("url,n\n{GOOD},1\n\"broken\"x,2\n\n{BAD},3\n").into_bytes();
    table.extend_from_slice(b"https://acme.example/\xff\xfe,4\n");
    let folder = Folder::new(&[]);
    folder.write("links.csv", table);
    let said = folder.run(&["urls", "links.csv"]);
    said.finds("links.csv:5:1")
        .finds("2 rows could not be read")
        .finds("line 3: text follows a closing quote");
}

#[test]
fn fail_on_counts_for_lists_too() {
    let folder = Folder::new(&[("links.txt", BAD)]);
    assert_eq!(
        folder
            .run(&["urls", "links.txt", "--fail-on", "never"])
            .code,
        0
    );
    assert_eq!(
        folder
            .run(&["urls", "links.txt", "--skip", "tracking/parameter-missing"])
            .code,
        0
    );
}

#[test]
fn threads_change_nothing_in_a_long_list() {
    let list: String = (0..3000)
        .map(|n| match n % 3 {
            0 => format!("{GOOD}{n}\n"),
            1 => format!("{BAD}&utm_content={n}\n"),
            _ => format!("{TYPO}{n}\n"),
        })
        .collect();
    let folder = Folder::new(&[("links.txt", &list)]);
    let run = |threads: &str, format: &str| {
        let mut command = folder.program(&["urls", "links.txt", "--format", format]);
        crate::folder::said(command.env("RAYON_NUM_THREADS", threads)).out
    };
    for format in ["full", "short", "json"] {
        assert_eq!(run("1", format), run("2", format), "{format}");
    }
}
