//! `campaignlint import`: a workspace from what a team has on its first day.

use std::collections::BTreeMap;
use std::path::Path;

use crate::folder::{Folder, Said, said};

const CAMPAIGNS: &str = "\
Campaign Name,Campaign ID,Type,Status,Start Date,End Date,Region,Campaign Owner: Full Name,Budgeted Cost in Campaign,Parent Campaign: Campaign Name,Num Sent
Spring Webcast,701000000000001AAA,Webcast,Planned,3/13/2026,3/14/2026,EMEA,Jo Field,\"USD 12,000.00\",Spring,10
Spring Fair,701000000000002AAA,Trade Show,Completed,3/20/2026,3/18/2026,emea,Jo Field,\"5,000.00\",Spring,
Spring,701000000000003AAA,Integrated,In Progress,3/1/2026,4/30/2026,EMEA,Jo Field,,,
";

/// Whatever the exit code is.
trait Tells {
    fn tells(&self, what: &str) -> &Self;
}

impl Tells for Said {
    #[track_caller]
    fn tells(&self, what: &str) -> &Said {
        assert!(self.out.contains(what), "not said: {what}\n{self}");
        self
    }
}

/// Imports one table into `out`.
fn import(name: &str, table: impl AsRef<[u8]>) -> (Folder, Said) {
    let folder = Folder::new(&[]);
    folder.write(name, table);
    let said = folder.run(&["import", name, "--into", "out"]);
    assert_eq!(said.code, 0, "{said}");
    (folder, said)
}

fn check(folder: &Folder) -> Said {
    folder.run(&["check", "out", "--format", "short"])
}

/// No mistake of the writer's: whatever `check` says is about the data.
fn well_formed(folder: &Folder) {
    let found = check(folder);
    let of_the_writer = |line: &&str| {
        line.contains("[yaml/") && line.contains("error[") || line.contains("error[workspace/")
    };
    let wrong: Vec<&str> = found.out.lines().filter(of_the_writer).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn files(folder: &Path, within: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, within, found),
            false => {
                let name = path.strip_prefix(within).unwrap().display().to_string();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
}

fn all(folder: &Folder, name: &str) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    files(&folder.path(name), &folder.path(name), &mut found);
    found
}

#[test]
fn a_row_becomes_a_campaign_that_reads_as_a_person_would_write_it() {
    let (folder, said) = import("campaigns.csv", CAMPAIGNS);
    said.tells("campaigns.csv: list of campaigns, 3 rows");
    assert_eq!(
        folder.read("out/campaigns/2026/spring-webcast.yaml"),
        "\
# Row 2 of campaigns.csv.
kind: campaign
channel: webcast
status: draft
name: Spring Webcast
start: 2026-03-13
end: 2026-03-14
region: emea
owner: jo-field
budget: { amount: 12000, currency: USD }
parent: spring
sync:
  salesforce: { id: \"701000000000001AAA\" }
"
    );
    assert!(
        folder
            .read("out/taxonomy/regions.yaml")
            .contains("emea: EMEA # 3 rows; also written \"emea\" in row 3")
    );
    assert!(
        folder
            .read("out/people.yaml")
            .contains("jo-field: { label: Jo Field } # 3 rows")
    );
    let report = folder.read("out/IMPORT.md");
    assert!(
        report.contains("Column \"Num Sent\" (1 rows) is not used."),
        "{report}"
    );
    well_formed(&folder);
}

#[test]
fn what_is_wrong_in_the_data_is_kept_and_said() {
    let (folder, said) = import("campaigns.csv", CAMPAIGNS);
    said.tells("ends before it starts: row 3")
        .tells("\"Region\" is spelt \"emea\" where most say \"EMEA\": row 3");
    let fair = folder.read("out/campaigns/2026/spring-fair.yaml");
    assert!(
        fair.contains("start: 2026-03-20\nend: 2026-03-18\n"),
        "{fair}"
    );
}

#[test]
fn a_second_run_changes_nothing_and_no_work_of_people_is_lost() {
    let (folder, _) = import("campaigns.csv", CAMPAIGNS);
    let first = all(&folder, "out");
    let again = folder.run(&["import", "campaigns.csv", "--into", "out"]);
    assert_eq!(again.code, 0, "{again}");
    again.tells("as the import would write them");
    assert_eq!(all(&folder, "out"), first);

    folder.write(
        "out/campaigns/2026/spring.yaml",
        "kind: campaign # mine\nchannel: integrated\n",
    );
    let kept = folder.run(&["import", "campaigns.csv", "--into", "out"]);
    assert_eq!(kept.code, 1, "{kept}");
    kept.tells("1 file has another text and was kept: campaigns/2026/spring.yaml. --force replaces what was kept.");
    assert!(
        folder
            .read("out/campaigns/2026/spring.yaml")
            .contains("# mine")
    );

    let forced = folder.run(&["import", "campaigns.csv", "--into", "out", "--force"]);
    assert_eq!(forced.code, 0, "{forced}");
    assert_eq!(all(&folder, "out"), first);
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = Folder::new(&[("campaigns.csv", CAMPAIGNS)]);
    let said = folder.run(&["import", "campaigns.csv", "--into", "out", "--dry-run"]);
    said.tells("Would write");
    assert!(!folder.path("out").exists());
}

#[test]
fn settings_of_a_workspace_stay() {
    let folder = Folder::new(&[
        ("campaigns.csv", CAMPAIGNS),
        ("campaignlint.yaml", "preset: strict\n"),
    ]);
    let said = folder.run(&["import", "campaigns.csv"]);
    assert_eq!(said.code, 0, "{said}");
    assert_eq!(folder.read("campaignlint.yaml"), "preset: strict\n");
}

/// A table with nothing but names and first days.
fn days(cells: &[&str]) -> String {
    let mut table = String::from("Campaign Name,Start Date,Type\n");
    for (at, cell) in cells.iter().enumerate() {
        table += &format!("Campaign {at},\"{cell}\",Webcast\n");
    }
    table
}

#[test]
fn the_column_says_whether_the_day_stands_first() {
    let (folder, said) = import("a.csv", days(&["2/13/2026", "3/4/2026"]));
    said.tells("\"Start Date\" has the month first: 1 can only be read so, 1 could be either.");
    assert!(
        folder
            .read("out/campaigns/2026/campaign-1.yaml")
            .contains("start: 2026-03-04")
    );

    let (folder, said) = import("a.csv", days(&["13/2/2026", "3/4/2026"]));
    said.tells("\"Start Date\" has the day first");
    assert!(
        folder
            .read("out/campaigns/2026/campaign-1.yaml")
            .contains("start: 2026-04-03")
    );
}

#[test]
fn a_day_that_can_be_two_is_kept_as_written_and_found() {
    let (folder, said) = import(
        "a.csv",
        days(&["2/13/2026", "13/2/2026", "3/4/2026", "4/4/2026", "soon"]),
    );
    said.tells("\"Start Date\" has the day first in 1 row and the month first in 1 row; 1 that could be either is kept as written, under `unclear`");
    let unclear = folder.read("out/campaigns/undated/campaign-2.yaml");
    assert!(
        unclear.contains("unclear:\n  start: \"3/4/2026\" # day and month can be swapped"),
        "{unclear}"
    );
    assert!(
        folder
            .read("out/campaigns/2026/campaign-3.yaml")
            .contains("start: 2026-04-04")
    );
    well_formed(&folder);
    let found = check(&folder);
    found
        .tells("warning[campaign/value-unclear] `3/4/2026` can't be read for certain as `start`.")
        .tells("`soon` can't be read");

    let told = folder.run(&["import", "a.csv", "--into", "told", "--dates", "day-first"]);
    assert_eq!(told.code, 0, "{told}");
    assert!(
        folder
            .read("told/campaigns/2026/campaign-2.yaml")
            .contains("start: 2026-04-03")
    );
}

#[test]
fn spellings_of_a_region_are_grouped_and_those_that_differ_are_found() {
    let table = "Campaign Name,Type,Region\nA,Webcast,EMEA\nB,Webcast,EMEA\nC,Webcast,E.M.E.A.\nD,Webcast,Europe\n";
    let (folder, said) = import("a.csv", table);
    said.tells("\"Europe\" may mean the same region as \"EMEA\"; they were kept apart: row 5");
    let regions = folder.read("out/taxonomy/regions.yaml");
    assert!(
        regions.contains("emea: { label: EMEA, aliases: [E.M.E.A.] }"),
        "{regions}"
    );
    check(&folder).tells("`E.M.E.A.` is another name of the region `emea`");
    let fixed = folder.run(&["check", "out", "--fix"]);
    assert!(!fixed.out.contains("E.M.E.A."), "{fixed}");
}

#[test]
fn the_same_record_twice_is_two_campaigns_and_said() {
    let table = "Campaign Name,Type,Start Date\nSpring Fair,Event,2026-03-01\nSpring Fair,Event,2026-03-01\nspring  fair,Event,2026-03-02\n";
    let (folder, said) = import("a.csv", table);
    said.tells("the same record again: row 3")
        .tells("the same name again, spelt in another way: row 4");
    let second = folder.read("out/campaigns/2026/spring-fair-2.yaml");
    assert!(
        second.starts_with("# Row 3 of a.csv.\n# The same record as row 2.\n"),
        "{second}"
    );
    assert!(
        folder
            .path("out/campaigns/2026/spring-fair-3.yaml")
            .exists()
    );
}

#[test]
fn hostile_cells_stay_text_and_within_the_folder() {
    let names = [
        "../../escape",
        "/etc/passwd",
        "NO",
        "1.10",
        "2026-12-03",
        "a: b # c",
        "- item",
        "{{my.token}}",
        "*alias",
        "=HYPERLINK(\"\"x\"\")",
        "@SUM(1)",
        "\u{202e}gnp.exe",
        "tab\there",
        "null",
        "~",
        "'quoted'",
        "\"\"double\"\"",
        "!tag",
        "two\nlines: x",
        "con",
        "Owner",
        "kind",
        "日本語",
        "C:\\x\\y",
        "campaignlint: allow(yaml/secret) -- x",
    ];
    let mut table = String::from("Campaign Name,Type,Status,Description\n");
    for name in names {
        table += &format!("\"{name}\",\"{name}\",\"{name}\",\"{name}\"\n");
    }
    table += &format!("{},Webcast,Planned,x\n", "long ".repeat(400));
    let (folder, _) = import("a.csv", &table);
    well_formed(&folder);
    let outside: Vec<_> = std::fs::read_dir(folder.root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(outside.len(), 2, "{outside:?}");
    for name in all(&folder, "out").keys() {
        assert!(name.is_ascii() && name.len() < 130, "{name}");
    }
    assert!(
        folder
            .read("out/campaigns/undated/no.yaml")
            .contains("name: \"NO\"\n")
    );
    assert!(
        !check(&folder).out.contains("suppression"),
        "a cell is no allow comment"
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_to_somewhere_else() {
    let folder = Folder::new(&[
        ("campaigns.csv", CAMPAIGNS),
        ("elsewhere/x", ""),
        ("out/x", ""),
    ]);
    std::os::unix::fs::symlink(folder.path("elsewhere"), folder.path("out/campaigns")).unwrap();
    let said = folder.run(&["import", "campaigns.csv", "--into", "out"]);
    assert_eq!(said.code, 2, "{said}");
    assert!(said.err.contains("nothing is written through it"), "{said}");
    assert_eq!(
        std::fs::read_dir(folder.path("elsewhere")).unwrap().count(),
        1
    );
}

#[test]
fn reports_on_members_give_statuses_and_no_personal_data() {
    let table = "Campaign Name,Campaign Type,Start Date,Member Status,Responded,First Name,Email\n\
        Webinar A,Webinar,2026-01-01,Registered,0,Kim,kim@mail.example\n\
        Webinar A,Webinar,2026-01-01,Attended,1,Lee,lee@mail.example\n";
    let (folder, _) = import("members.csv", table);
    let channels = folder.read("out/policies/channels.yaml");
    assert!(
        channels.contains("statuses: [Registered, Attended]")
            && channels.contains("success: [Attended]"),
        "{channels}"
    );
    for (name, text) in all(&folder, "out") {
        let text = String::from_utf8(text).unwrap();
        assert!(
            !text.contains("mail.example") && !text.contains("Kim"),
            "{name}: {text}"
        );
    }
}

#[test]
fn a_sheet_of_links_becomes_links_and_their_convention() {
    let mut table =
        String::from("Website URL;Campaign Source;Campaign Medium;Campaign Name;Final URL\r\n");
    for at in 0..40 {
        let (source, medium) = [
            ("linkedin", "paidsocial"),
            ("LinkedIn", "paid_social"),
            ("marketo", "email"),
        ][[0, 0, 0, 1, 2][at % 5]];
        let page = format!("https://page.acme.example/p{at}");
        table += &format!(
            "{page};{source};{medium};spring;{page}?utm_source={source}&utm_medium={medium}&utm_campaign=spring\r\n"
        );
    }
    table += "https://acme.example/x;marketo;email;spring;https://acme.example/x?utm_source=marketo&utm_medium=mail&utm_campaign=spring\r\n";
    table += "#REF!;marketo;email;spring;#REF!\r\n";
    let wide: Vec<u8> = format!("\u{feff}{table}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (folder, said) = import("utm sheet.csv", wide);
    said.tells("The file is stored as UTF-16.")
        .tells("utm_medium is \"paid_social\" where most say \"paidsocial\"")
        .tells("the link and its columns disagree; the link is kept: row 42")
        .tells("a formula stands where the link should; the row is left out: row 43");
    let tracking = folder.read("out/policies/tracking.yaml");
    for line in [
        "  - acme.example # 41 rows",
        "  linkedin: paidsocial # 32 rows; also written \"LinkedIn\" 8",
        "  email: Email # 8 rows",
        "required: [source, medium, campaign]",
    ] {
        assert!(tracking.contains(line), "{tracking}");
    }
    let links = folder.read("out/links/utm-sheet.yaml");
    assert!(links.contains("{ url: https://page.acme.example/p0, source: linkedin, medium: paidsocial, campaign: spring } # row 2"), "{links}");
    assert!(links.contains("utm_medium=mail"), "{links}");
    well_formed(&folder);
}

#[test]
fn a_list_of_fields_becomes_the_dictionary() {
    let table = "Field Label,API Name,Data Type,Picklist Values,Object\n\
        Lead Source,LeadSource,Picklist,Web;Event,Lead\nScore,Score__c,\"Number(3, 0)\",,Lead\nEmployees,NumberOfEmployees,\"Number(8, 0)\",,Account\nAmount,Amount,Currency,,Opportunity\n";
    let (folder, said) = import("sf.csv", table);
    said.tells("neither person nor company; the row is left out: row 5");
    let person = folder.read("out/policies/fields-person-sf.yaml");
    assert!(person.contains("lead_source: { label: Lead Source, type: [Web, Event], salesforce: Lead.LeadSource } # row 2, Picklist"), "{person}");
    assert!(
        folder
            .read("out/policies/fields-company-sf.yaml")
            .contains("of: company")
    );
    well_formed(&folder);
}

#[test]
fn a_list_of_names_becomes_a_convention() {
    let mut list = String::new();
    for at in 1..=27 {
        list += &format!(
            "202603{at:02}_{}_Topic{at}_{}\n",
            ["WC", "CF"][at % 2],
            ["EMEA", "AMER", "APAC"][at % 3]
        );
    }
    list += "20261399_WC_Late_EMEA\n";
    let (folder, said) = import("names.txt", list);
    said.tells("The name is {date:YYYYMMDD}_{part-2}_{text-3}_{part-4}: 27 of 28 follow it")
        .tells("does not follow {date:YYYYMMDD}_{part-2}_{text-3}_{part-4}: row 28");
    assert!(
        folder
            .read("out/policies/naming.yaml")
            .contains("part-4: [AMER, APAC, EMEA]")
    );
    well_formed(&folder);
}

#[test]
fn a_table_that_tells_nothing_gets_one_clear_sentence() {
    let folder = Folder::new(&[
        ("a.csv", "Colour,Size\nred,1\nblue,2\n"),
        ("empty.csv", ""),
        ("book.xlsx", "PK\u{3}\u{4}"),
    ]);
    let said = folder.run(&["import", "a.csv"]);
    said.cannot(
        "a.csv: its header does not tell what kind of table it is; say it with --as campaigns, utm-links, fields or program-names, \
         and which column is what with --column name=HEADER. The columns are: Colour, Size",
    );
    assert_eq!(folder.run(&["import", "empty.csv"]).code, 2);
    assert!(
        folder
            .run(&["import", "book.xlsx"])
            .err
            .contains("save the sheet as CSV")
    );
    assert!(
        folder
            .run(&["import", "missing.csv"])
            .err
            .contains("it does not exist")
    );
    let named = folder.run(&[
        "import",
        "a.csv",
        "--as",
        "campaigns",
        "--column",
        "name=Colour",
        "--column",
        "type=Size",
        "--into",
        "out",
    ]);
    assert_eq!(named.code, 0, "{named}");
    assert!(
        folder
            .read("out/campaigns/undated/red.yaml")
            .contains("channel: \"1\"")
    );
    folder.write("campaigns.csv", CAMPAIGNS);
    folder
        .run(&["import", "campaigns.csv", "--column", "type=Typ"])
        .cannot("there is no column \"Typ\" for type; did you mean \"Type\"?");
}

#[test]
fn every_table_may_be_given_at_once() {
    let folder = Folder::new(&[
        ("campaigns.csv", CAMPAIGNS),
        (
            "more.csv",
            "Event,Date,Type\nAutumn Fair,2026-10-01,Trade Show\n",
        ),
        ("names.txt", "A\nB\n"),
    ]);
    let mut program = folder.program(&[
        "import",
        "campaigns.csv",
        "more.csv",
        "names.txt",
        "--into",
        "out",
    ]);
    let said = said(&mut program);
    assert_eq!(said.code, 0, "{said}");
    assert!(
        folder
            .read("out/campaigns/2026/autumn-fair.yaml")
            .starts_with("# Row 2 of more.csv.\n")
    );
    assert!(
        folder
            .read("out/policies/channels.yaml")
            .contains("trade-show: # 2 rows")
    );
    well_formed(&folder);
}

#[test]
fn links_go_to_the_campaign_that_their_utm_campaign_names_where_only_one_does() {
    let folder = Folder::new(&[]);
    folder.write(
        "campaigns.csv",
        "Campaign Name,Type,Start Date\n\
         Data Days,Conference,2027-03-01\n\
         Twice,Webcast,2027-03-02\n\
         Twice,Webcast,2027-03-03\n",
    );
    folder.write(
        "links.csv",
        "URL,Source,Medium,UTM Campaign\n\
         https://acme.example/a,newsletter,email,data-days\n\
         https://acme.example/a,newsletter,email,data-days\n\
         https://acme.example/b,newsletter,email,twice\n\
         https://acme.example/c,newsletter,email,brand\n",
    );
    let run = || folder.run(&["import", "campaigns.csv", "links.csv", "--into", "out"]);
    run().tells("2 of 4 links stand with 1 campaign of the list: their utm_campaign is its name");
    let campaign = folder.read("out/campaigns/2027/data-days.yaml");
    assert!(
        campaign.ends_with(
            "utm: { campaign: data-days }\n\
             links:\n  \
             - { id: newsletter-email, url: https://acme.example/a, source: newsletter, medium: email } # row 2 of links.csv\n  \
             - { id: newsletter-email-2, url: https://acme.example/a, source: newsletter, medium: email } # row 3 of links.csv; the same as row 2\n"
        ),
        "{campaign}"
    );
    let rest = folder.read("out/links/links.yaml");
    assert!(
        rest.contains("/b,") && rest.contains("/c,") && !rest.contains("/a,"),
        "{rest}"
    );
    well_formed(&folder);
    run().tells("files are as the import would write them");
}

#[test]
fn a_title_with_a_sign_in_it_is_no_naming_convention() {
    let mut table = "title,date,region\n".to_string();
    for number in 1..30 {
        table.push_str(&format!(
            "Webcast: Topic {number},2026-03-{number:02},EMEA\n"
        ));
    }
    let (folder, said) = import("webcasts.csv", table);
    said.tells("none is proposed");
    assert!(!folder.path("out/policies/naming.yaml").exists());
    assert_eq!(check(&folder).out, "");
}

#[test]
fn cells_tell_what_a_header_leaves_open() {
    // `State` is Texas, the id is the county's, and the day stands in a column that no list knows.
    let table = "id,State,Event,Complete Date,Venue\n\
                 7,TX,Kivas,23-25/01/2027,Hall 4\n\
                 7,TX,Annual Meeting,2027-02-10,\n\
                 7,TX,Rock Art,2027-03-11,\n";
    let (folder, said) = import("events.csv", table);
    assert!(!said.out.contains("the same id"), "{said}");
    let campaign = folder.read("out/campaigns/2027/kivas.yaml");
    assert!(
        campaign.contains("event: 2027-01-23 # written \"23-25/01/2027\"\nend: 2027-01-25"),
        "{campaign}"
    );
    assert!(campaign.contains("location: Hall 4"), "{campaign}");
    assert!(!campaign.contains("status"), "{campaign}");
    well_formed(&folder);
}
