//! `campaignlint new campaign`: from options, from questions, from another campaign.

use std::path::Path;

use crate::folder::{Folder, Said};

/// A workspace as `init` begins it.
fn begun() -> Folder {
    let folder = Folder::new(&[]);
    folder.run(&["init"]);
    let settings = folder.read("campaignlint.yaml");
    folder.write("campaignlint.yaml", settings + "today: 2026-11-22\n");
    folder
}

/// A copy of the workspace of examples/acme.
fn acme() -> Folder {
    let folder = Folder::new(&[]);
    let acme = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/acme");
    let mut open = vec![acme.clone()];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(&path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(&acme).unwrap().to_str().unwrap();
            folder.write(name, std::fs::read(&path).unwrap());
        }
    }
    folder
}

/// Every campaign of examples/acme: its id and its text.
fn campaigns(folder: &Folder) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.path("campaigns")];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(&path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let id = path.file_stem().unwrap().to_str().unwrap().to_string();
            found.push((id, std::fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    assert!(found.len() >= 8);
    found
}

/// The file that a run says it wrote.
#[track_caller]
fn written(said: &Said) -> String {
    assert_eq!(said.code, 0, "{said}");
    let line = said
        .out
        .lines()
        .find_map(|line| line.strip_prefix("wrote "));
    line.unwrap_or_else(|| panic!("{said}")).to_string()
}

fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    line.map(|line| line.split(" #").next().unwrap().trim())
}

#[test]
fn a_campaign_is_begun_from_options() {
    let folder = begun();
    let said = folder.run(&[
        "new",
        "campaign",
        "--channel",
        "Webcast",
        "--event",
        "2027-04-15",
        "--region",
        "EMEA",
        "--topic",
        "Cloud costs",
        "--owner",
        "field-marketing",
        "--set",
        "budget.amount=5000",
        "--set",
        "budget.currency=EUR",
        "--set",
        "description=Costs: what to do",
    ]);
    assert_eq!(
        written(&said),
        "campaigns/20270415-cloud-costs-webcast.yaml"
    );
    assert!(
        said.out
            .contains("its links carry utm_campaign=20270415_emea_cloud-costs\n"),
        "{said}"
    );
    assert!(
        said.out
            .contains("`campaignlint checklist 20270415-cloud-costs-webcast`"),
        "{said}"
    );
    let text = folder.read("campaigns/20270415-cloud-costs-webcast.yaml");
    for line in [
        "channel: webcast\nstatus: draft\n",
        "event: 2027-04-15\nregion: emea\ntopic: Cloud costs\n",
        "description: \"Costs: what to do\"\n",
        "budget: { amount: 5000, currency: EUR }\n",
        "# emails:\n#   - { id: invitation, role: invitation",
    ] {
        assert!(text.contains(line), "no {line:?} in {text}");
    }
    folder.run(&[]).silent();
}

#[test]
fn who_cannot_be_asked_is_told_what_is_missing() {
    let folder = begun();
    let before = std::fs::read_dir(folder.path("campaigns")).unwrap().count();
    folder.run(&["new", "campaign"]).cannot(
        "say more of the campaign: --channel (webcast, trade-show or email), --event or --start DATE, --topic",
    );
    folder
        .run(&["new", "campaign", "--channel", "email", "--topic", "News"])
        .cannot("say more of the campaign: --start DATE");
    assert_eq!(
        std::fs::read_dir(folder.path("campaigns")).unwrap().count(),
        before
    );
}

#[test]
fn a_word_that_the_workspace_does_not_know_is_guessed() {
    let folder = begun();
    let run = |more: &[&str]| {
        let mut arguments = vec!["new", "campaign", "--event", "2027-04-15", "--topic", "x"];
        arguments.extend(more);
        folder.run(&arguments)
    };
    run(&["--channel", "webcst"]).cannot("there is no channel `webcst`; did you mean `webcast`?");
    run(&["--channel", "webcast", "--region", "asia"])
        .cannot("there is no region `asia`; there is emea or amer");
    run(&["--channel", "webcast", "--set", "tpic=y"])
        .cannot("a campaign has no key `tpic`; did you mean `topic`?");
    run(&["--channel", "webcast", "--set", "status=ready"])
        .cannot("`status:` can't be set: a new campaign is a draft");
    run(&["--channel", "webcast", "--id", "Ärger"]).cannot(
        "`Ärger` can't be an id: lower-case letters, digits, `-` and `_`; say another with --id",
    );
}

#[test]
fn nothing_is_overwritten() {
    let folder = begun();
    let arguments = [
        "new",
        "campaign",
        "--channel",
        "webcast",
        "--event",
        "2027-04-15",
        "--topic",
        "Costs",
    ];
    let path = written(&folder.run(&arguments));
    folder.write(&path, "kind: campaign\nchannel: email\n");
    folder.run(&arguments).cannot(
        "campaigns/20270415-costs-webcast.yaml is there already; nothing was changed. Say another name with --id or --path",
    );
    assert_eq!(folder.read(&path), "kind: campaign\nchannel: email\n");
    let mut elsewhere = arguments.to_vec();
    elsewhere.extend(["--path", "other"]);
    folder
        .run(&elsewhere)
        .cannot("there is a campaign `20270415-costs-webcast` already; say another name with --id");
    elsewhere.extend(["--id", "costs-again"]);
    assert_eq!(written(&folder.run(&elsewhere)), "other/costs-again.yaml");
    folder
        .run(&[
            "new",
            "campaign",
            "--channel",
            "webcast",
            "--event",
            "2027-04-15",
            "--topic",
            "Costs",
            "--path",
            "../outside.yaml",
            "--id",
            "outside",
        ])
        .cannot(&format!(
            "{} lies outside of the workspace",
            folder
                .root()
                .parent()
                .unwrap()
                .join("outside.yaml")
                .display()
        ));
}

#[test]
fn a_campaign_that_would_begin_with_a_mistake_is_not_written() {
    let folder = begun();
    let said = folder.run(&[
        "new",
        "campaign",
        "--channel",
        "webcast",
        "--event",
        "2027-04-15",
        "--topic",
        "Costs",
        "--set",
        "budget.amount=much",
    ]);
    said.finds("`much` is not an amount.");
    assert!(said.err.contains("Nothing was written"), "{said}");
    assert!(
        !folder
            .path("campaigns/20270415-costs-webcast.yaml")
            .exists()
    );
}

#[test]
fn every_channel_of_a_company_can_be_begun() {
    let folder = acme();
    for (channel, day, expected) in [
        (
            "webcast",
            "--event",
            "campaigns/fy28-q2/20270616-audits-webcast.yaml",
        ),
        (
            "conference",
            "--event",
            "campaigns/fy28-q2/20270616-audits-conference.yaml",
        ),
        (
            "email-send",
            "--start",
            "campaigns/fy28-q2/20270616-audits.yaml",
        ),
        (
            "paid-social",
            "--start",
            "campaigns/fy28-q2/20270616-audits-paid-social.yaml",
        ),
        ("always-on", "--start", "campaigns/always-on/audits.yaml"),
        (
            "integrated",
            "--start",
            "campaigns/fy28-q2/20270616-audits-integrated.yaml",
        ),
    ] {
        let said = folder.run(&[
            "new",
            "campaign",
            "--channel",
            channel,
            day,
            "2027-06-16",
            "--topic",
            "Audits",
            "--region",
            "emea",
            "--language",
            "en,de",
            "--owner",
            "field-emea",
        ]);
        assert_eq!(written(&said), expected, "{said}");
        folder.run(&[]).silent();
    }
}

/// The day in every form in which a copy could still name it.
fn forms(day: &str) -> Vec<String> {
    let parts: Vec<&str> = day.split('-').collect();
    let (year, month, date) = (parts[0], parts[1], parts[2]);
    vec![
        day.to_string(),
        format!("{year}{month}{date}"),
        format!("{year}_{month}_{date}"),
        format!("{date}.{month}.{year}"),
        format!("{date}/{month}/{year}"),
        format!("{month}/{date}/{year}"),
    ]
}

#[test]
fn a_copy_of_any_campaign_is_silent_and_names_nothing_of_the_old_one() {
    for (id, old) in campaigns(&acme()) {
        let folder = acme();
        let day = if value(&old, "event").is_some() {
            "--event"
        } else {
            "--start"
        };
        let said = folder.run(&[
            "new",
            "campaign",
            "--from",
            &id,
            day,
            "2027-06-16",
            "--topic",
            "Audits",
        ]);
        let path = written(&said);
        let new = folder.read(&path);
        folder.run(&[]).silent();
        assert!(new.contains("status: draft"), "{new}");
        assert_eq!(
            value(&new, day.trim_start_matches('-')),
            Some("2027-06-16"),
            "{new}"
        );
        let mut residue = vec![id.clone()];
        for key in ["name", "topic", "  Event Name", "  Landing Page URL", "utm"] {
            residue.extend(value(&old, key).map(str::to_string));
        }
        for key in ["event", "start", "end"] {
            residue.extend(value(&old, key).into_iter().flat_map(forms));
        }
        for line in old.lines().filter(|line| line.contains("send: ")) {
            let day = line.split("send: ").nth(1).unwrap();
            residue.extend(forms(&day[..10]));
        }
        for asset in old
            .lines()
            .filter(|line| line.contains("kind: ") && line.contains("- {"))
        {
            let url = asset.split("url: https://").nth(1).unwrap();
            residue.push(url.split(',').next().unwrap().to_string());
        }
        // What the old links were called in analytics.
        let tag = value(&old, "utm").is_none().then(|| {
            let link = old
                .lines()
                .find_map(|line| line.trim().strip_prefix("- { id: "));
            let link = link?.split(',').next()?;
            let said = folder.run(&["link", &format!("{id}/{link}"), "--format", "json"]);
            let link: serde_json::Value = serde_json::from_str(&said.out).ok()?;
            Some(link["tags"]["utm_campaign"].as_str()?.to_string())
        });
        residue.extend(tag.flatten());
        let new = new.to_lowercase();
        for word in residue {
            let word = word.to_lowercase();
            assert!(!new.contains(&word), "{word:?} of {id} in {path}:\n{new}");
        }
    }
}

#[test]
fn a_copy_of_any_campaign_about_the_same_keeps_what_may_stay() {
    for (id, old) in campaigns(&acme()) {
        let folder = acme();
        let day = if value(&old, "event").is_some() {
            "--event"
        } else {
            "--start"
        };
        let mut arguments = vec!["new", "campaign", "--from", &id, day, "2027-06-16"];
        if !id.starts_with("20") {
            arguments.extend(["--id", "another"]);
        }
        let said = folder.run(&arguments);
        let new = folder.read(&written(&said));
        folder.run(&[]).silent();
        for key in [
            "channel",
            "region",
            "languages",
            "owner",
            "topic",
            "persona",
        ] {
            assert_eq!(value(&new, key), value(&old, key), "{new}");
        }
    }
}

/// What makes the page of prices one that is not the old campaign's own.
const SHARED: &str = "\
kind: links
signature: { url: https://acme.example/pricing, source: newsletter, medium: email, campaign: eg_x_signature }
";

const OLD: &str = "\
# Our yearly summit. On 3 December 2026 in Berlin.
# Speakers are paid by the partner.
kind: campaign
channel: webcast
status: live
name: Cloud Summit 2026
start: 2026-11-10                       # registration opens
event: 2026-12-03 # 3 December
region: emea
owner: field-marketing
topic: Cloud Summit
description: The summit of 2026
utm: { campaign: 20261203_summit, id: s-9 }
tokens: { my.Speaker: A. Example, my.Day: 2026-12-03 }
links:
  # the page of the partner
  - { id: invite, url: https://acme.example/cloud-summit?utm_campaign=20261203_summit, source: newsletter, medium: email }
  - id: advert
    url: https://acme.example/cloud-summit    # same page
    source: linkedin
    medium: paidsocial
    campaign: 20261203_summit
  - { id: pricing, url: https://acme.example/pricing, source: newsletter, medium: email }
emails:
  - { id: invitation, role: invitation, subject: Cloud Summit 2026, send: 2026-11-17 10:00 Europe/Berlin, links: [invite, pricing] }
  - { id: reminder, role: reminder, subject: Tomorrow, send: 2026-12-02 10:00 Europe/Berlin, links: invite }
";

#[test]
fn a_copy_keeps_comments_and_moves_days() {
    let folder = begun();
    folder.write("campaigns/20261203-cloud-summit.yaml", OLD);
    folder.write("links.yaml", SHARED);
    let said = folder.run(&[
        "new",
        "campaign",
        "--from",
        "20261203-cloud-summit",
        "--event",
        "2027-12-02",
        "--topic",
        "Data",
    ]);
    let path = written(&said);
    assert_eq!(path, "campaigns/20271202-data.yaml", "{said}");
    let new = folder.read(&path);
    for line in [
        "# Speakers are paid by the partner.\nkind: campaign\n",
        "start: 2027-11-09                       # registration opens\n",
        "event: 2027-12-02 # 2 December\n",
        "topic: Data\n",
        "  # the page of the partner\n",
        "  # - { id: invite, url: https://acme.example/, source: newsletter, medium: email }\n",
        "  # - id: advert\n  #   url: https://acme.example/    # same page\n",
        "  - { id: pricing, url: https://acme.example/pricing, source: newsletter, medium: email }\n",
        "  - { id: invitation, role: invitation, send: 2027-11-16 10:00 Europe/Berlin, links: pricing } # and the link invite\n",
        "  - { id: reminder, role: reminder, subject: Tomorrow, send: 2027-12-01 10:00 Europe/Berlin } # and the link invite\n",
        "#   my.Speaker:\n",
    ] {
        assert!(new.contains(line), "no {line:?} in {new}");
    }
    for gone in ["ummit", "2026", "A. Example", "s-9"] {
        assert!(!new.contains(gone), "{gone} in {new}");
    }
    folder.run(&[&path]).silent();
}

#[test]
fn the_page_of_the_new_campaign_takes_the_place_of_the_old_one() {
    let folder = begun();
    folder.write("campaigns/20261203-cloud-summit.yaml", OLD);
    folder.write("links.yaml", SHARED);
    let said = folder.run(&[
        "new",
        "campaign",
        "--from",
        "cloud-summit",
        "--event",
        "2027-12-02",
        "--topic",
        "Data",
        "--url",
        "https://acme.example/data",
    ]);
    let path = written(&said);
    let new = folder.read(&path);
    assert_eq!(new.matches("https://acme.example/data").count(), 2, "{new}");
    assert!(new.contains("links: [invite, pricing]"), "{new}");
    folder.run(&[&path]).silent();
}

#[test]
fn days_are_dropped_when_that_is_asked_for() {
    let folder = begun();
    folder.write("campaigns/20261203-cloud-summit.yaml", OLD);
    folder.run(&["new", "campaign", "--from", "cloud-summit", "--topic", "Data"]).cannot(
        "say the new day with --event (it was 2026-12-03), or --dates drop to leave all days out",
    );
    let said = folder.run(&[
        "new",
        "campaign",
        "--from",
        "cloud-summit",
        "--topic",
        "Data",
        "--dates",
        "drop",
        "--id",
        "data",
    ]);
    let path = written(&said);
    let new = folder.read(&path);
    for gone in ["2026", "send:", "\nevent:", "\nstart:"] {
        assert!(!new.contains(gone), "{gone:?} in {new}");
    }
    folder.run(&[&path]).silent();
}

#[test]
fn a_marketer_gets_from_nothing_to_ready() {
    let folder = begun();
    let said = folder.run(&[
        "new",
        "campaign",
        "--channel",
        "webcast",
        "--event",
        "2027-04-15",
        "--topic",
        "Cloud costs",
        "--region",
        "emea",
        "--owner",
        "field-marketing",
    ]);
    let path = written(&said);
    assert_eq!(folder.run(&["checklist", "cloud-costs"]).code, 1);
    // The comments need to be taken away, and what is empty in them to be filled in.
    let text = folder.read(&path);
    let (head, rest) = text.split_once("# Take away the #").unwrap();
    let rest = rest.split_once('\n').unwrap().1.replace("# ", "");
    let rest = rest.replace("acme.example/,", "acme.example/costs,");
    folder.write(&path, format!("{head}{rest}"));
    let said = folder.run(&["checklist", "cloud-costs"]);
    assert!(
        said.out.contains("[ ] reminder. Its `subject:` is empty."),
        "{said}"
    );
    let rest = rest.replace("\"\"", "Cloud costs explained");
    folder.write(&path, format!("{head}{rest}"));
    let said = folder.run(&[
        "link",
        "20270415-cloud-costs-webcast/invite",
        "--format",
        "url",
    ]);
    assert_eq!(
        said.out,
        "https://acme.example/costs?utm_source=newsletter&utm_medium=email&utm_campaign=20270415_emea_cloud-costs\n"
    );
    let said = folder.run(&["checklist", "cloud-costs"]);
    assert_eq!(said.code, 0, "{said}");
    let text = folder.read(&path).replace("status: draft", "status: ready");
    folder.write(&path, text);
    folder.run(&[]).silent();
}
