//! `campaignlint checklist`: what a campaign still needs before it may say `status: ready`.

use crate::folder::Folder;

const CHANNELS: &str = "\
kind: channels
webcast:
  label: Webcast
  statuses: [Invited, Attended]
  success: Attended
  ready-needs:
    fields: [owner, event, budget]
    tokens: [Event Name, Landing Page URL]
    emails: [confirmation, reminder]
    switched-on: [01 Registration]
---
kind: people
field-emea: { label: Field Marketing EMEA }
";

const BEGUN: &str = "\
kind: campaign
channel: webcast
status: draft
owner: field-emea
event: 2026-12-03
topic: Compliance
tokens: { Event Name: Audits, Landing Page URL: TBD }
links:
  - { id: invite, url: https://acme.example/a }
emails:
  - { id: confirmation, role: confirmation }
";

const COMPLETE: &str = "\
kind: campaign
channel: webcast
status: draft
owner: field-emea
event: 2026-12-03
topic: Compliance
budget: { amount: 1000, currency: EUR }
tokens: { Event Name: Audits, Landing Page URL: acme.example/a }
utm: { campaign: 20261203_compliance }
links:
  - { id: invite, url: https://acme.example/a, source: marketo, medium: email }
emails:
  - { id: confirmation, role: confirmation, operational: yes }
  - { id: reminder, role: reminder, operational: yes }
switched-on: [01 Registration]
";

fn acme(campaign: &str) -> Folder {
    Folder::workspace(&[
        (
            "policy.yaml",
            crate::folder::POLICY.split("---").next().unwrap(),
        ),
        ("channels.yaml", CHANNELS),
        ("campaigns/20261203-compliance.yaml", campaign),
    ])
}

#[test]
fn what_is_done_is_ticked_and_what_is_missing_is_said() {
    let said = acme(BEGUN).run(&["checklist", "20261203-compliance"]);
    assert_eq!(said.code, 1, "{said}");
    for line in [
        "20261203-compliance · Webcast · draft",
        "what it needs: channels.yaml:",
        "[x] owner: field-emea",
        "[x] event: 2026-12-03",
        "[ ] budget. Write it, for example `budget: { amount: 5000, currency: EUR }`.",
        "[x] Event Name: Audits",
        "[ ] Landing Page URL",
        "[x] confirmation",
        "[ ] reminder. Write it under `emails:`, with `role: reminder`.",
        "[ ] 01 Registration",
        "Links and tags\n  [ ] ",
        "to go.",
    ] {
        assert!(said.out.contains(line), "no {line:?} in {said}");
    }
    assert!(!said.out.contains("Wrong already"), "{said}");
}

#[test]
fn a_complete_campaign_may_say_ready() {
    let folder = acme(COMPLETE);
    let said = folder.run(&["checklist", "compliance"]);
    assert_eq!(said.code, 0, "{said}");
    assert!(
        said.out
            .ends_with("Complete: the campaign may say `status: ready`.\n"),
        "{said}"
    );
    assert!(!said.out.contains("[ ]"), "{said}");
    // And then it really may.
    folder.write(
        "campaigns/20261203-compliance.yaml",
        COMPLETE.replace("draft", "ready"),
    );
    folder.run(&[]).silent();
    let said = folder.run(&["checklist", "campaigns/20261203-compliance.yaml"]);
    assert_eq!(said.code, 0, "{said}");
    assert!(said.out.ends_with("\nComplete.\n"), "{said}");
}

#[test]
fn what_is_wrong_whatever_the_status_stands_apart() {
    let said =
        acme(&COMPLETE.replace("medium: email", "medium: Email")).run(&["checklist", "compliance"]);
    assert_eq!(said.code, 1, "{said}");
    let (_, wrong) = said.out.split_once("\nWrong already\n").unwrap();
    assert!(
        wrong.contains("[!] `Email` in `utm_medium` has capital letters."),
        "{said}"
    );
    assert!(
        wrong.contains("campaigns/20261203-compliance.yaml:11)"),
        "{said}"
    );
}

#[test]
fn the_same_is_missing_whatever_the_campaign_says_of_itself() {
    let draft = acme(BEGUN).run(&["checklist", "compliance", "--format", "json"]);
    let items = |text: &str| {
        let list: serde_json::Value = serde_json::from_str(text).unwrap();
        list["items"].clone()
    };
    for status in ["ready", "live"] {
        let folder = acme(&BEGUN.replace("draft", status));
        let said = folder.run(&["checklist", "compliance", "--format", "json"]);
        assert_eq!(items(&said.out), items(&draft.out), "{status}");
    }
    let folder = acme(&BEGUN.replace("status: draft\n", ""));
    let said = folder.run(&["checklist", "compliance", "--format", "json"]);
    let count = |text: &str| items(text).as_array().map(Vec::len);
    assert_eq!(count(&said.out), count(&draft.out));
}

#[test]
fn a_task_list_can_be_pasted_into_an_issue() {
    let said = acme(BEGUN).run(&["checklist", "compliance", "--format", "markdown"]);
    assert_eq!(said.code, 1, "{said}");
    assert!(
        said.out
            .starts_with("### 20261203-compliance · Webcast · draft\n"),
        "{said}"
    );
    assert!(
        said.out
            .contains("\n**Fields**\n\n- [x] owner: field-emea\n- [x] event: 2026-12-03\n"),
        "{said}"
    );
    assert!(
        said.out.contains(
            "\n- [ ] budget. Write it, for example `budget: { amount: 5000, currency: EUR }`.\n"
        ),
        "{said}"
    );
    // Nobody is called by a list, and no text becomes a link.
    let odd = BEGUN.replace("Audits", "'@all [x](https://evil.example) <b>'");
    let said = acme(&odd).run(&["checklist", "compliance", "--format", "markdown"]);
    assert!(
        said.out
            .contains("&#64;all \\[x\\](https://evil.example) &lt;b>"),
        "{said}"
    );
}

#[test]
fn what_is_over_needs_nothing() {
    let said = acme(&BEGUN.replace("draft", "done")).run(&["checklist", "compliance"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{said}");
    assert!(
        said.err
            .contains("is done: there is nothing to prepare any more"),
        "{said}"
    );
}

#[test]
fn a_campaign_that_there_is_not_is_guessed() {
    let folder = acme(BEGUN);
    folder
        .run(&["checklist", "20261203-complience"])
        .cannot("there is no campaign `20261203-complience`; did you mean `20261203-compliance`?");
    folder
        .run(&["checklist", "channels.yaml"])
        .cannot("channels.yaml holds no campaign");
    Folder::new(&[]).run(&["checklist", "x"]).cannot(
        "there is no campaignlint.yaml in this folder or above; `campaignlint init` begins a workspace",
    );
}

#[test]
fn a_program_gets_json_after_the_schema() {
    let folder = acme(BEGUN);
    let schema: serde_json::Value =
        serde_json::from_str(&folder.run(&["schema", "checklist"]).out).unwrap();
    let said = folder.run(&["checklist", "compliance", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mistakes: Vec<String> = validator
        .iter_errors(&list)
        .map(|e| e.to_string())
        .collect();
    assert!(mistakes.is_empty(), "{mistakes:?}");
    assert_eq!(list["complete"], false);
    assert_eq!(list["items"][0]["group"], "fields");
}
