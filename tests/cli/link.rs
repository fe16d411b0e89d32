//! `campaignlint link`: one link built, or explained.

use crate::folder::Folder;

const TRACKING: &str = "\
kind: tracking
our-sites: [{ host: page.acme.example, trailing-slash: never }]
required: [source, medium, campaign]
optional: [content, id, utm_partnerid]
spelling: lower case, digits, _ and -
campaign: \"{event:YYYYMMDD}_{region}_{topic}\"
sources: { marketo: email, linkedin: [paidsocial, social], devweek: sponsorship }
mediums: { email: Email, paidsocial: Paid Social, social: Organic Social }
lands-nowhere-on-purpose: { sponsorship: counted elsewhere }
";

const ATTRIBUTION: &str = "\
kind: attribution
rules:
  - { referrer: g2.com, channel: Reviews, bucket: Earned }
  - { landing-page: /careers*, channel: Careers, bucket: None }
  - { medium: paid*, channel: Paid Social }
  - { medium: email, channel: E-mail }
otherwise: { channel: Other, bucket: None }
buckets: { Paid: Paid Social, Owned: E-mail, Earned: Reviews, None: [Careers, Other] }
";

const CAMPAIGN: &str = "\
kind: campaign
channel: webcast
status: draft
event: 2026-12-03
region: emea
topic: DevSecOps
utm: { id: w-17 }
links:
  - { id: invite, url: https://page.acme.example/x#agenda, source: marketo, medium: email, content: invite1 }
  - { id: slip, url: https://page.acme.example/x, source: marketo, medium: e-mail }
  - { id: privacy, url: https://acme.example/privacy, untagged: yes }
---
kind: channels
webcast: { statuses: [Invited, Attended], success: Attended }
---
kind: links
signature: { url: https://page.acme.example/demo, source: marketo, medium: email, campaign: eg_signature }
";

fn acme() -> Folder {
    Folder::new(&[
        ("campaignlint.yaml", "today: 2026-11-22\n"),
        ("policies/tracking.yaml", TRACKING),
        ("policies/attribution.yaml", ATTRIBUTION),
        ("campaigns/20261203-devsecops.yaml", CAMPAIGN),
    ])
}

#[test]
fn a_link_is_built_from_its_parts_and_put_right() {
    let said = acme().run(&[
        "link",
        "--url",
        "https://page.acme.example/devsecops/?lang=en#agenda",
        "--content",
        "carousel",
        "--medium",
        "paidsocial",
        "--source",
        "LinkedIn",
        "--campaign",
        "20261203-devsecops",
    ]);
    assert_eq!(said.code, 0, "{said}");
    for part in [
        "https://page.acme.example/devsecops?lang=en&utm_source=linkedin&utm_medium=paidsocial\
         &utm_campaign=20261203_emea_devsecops&utm_content=carousel&utm_id=w-17#agenda\n",
        "analytics: Paid Social: the source `linkedin` is in the list of social sites",
        "policies/tracking.yaml:8 wants it there",
        "attribution: Paid Social, bucket Paid",
        "policies/attribution.yaml:5 takes it",
        "policies/attribution.yaml:3 takes visitors from the sites it names first",
        "Put right (tracking/trailing-slash): remove the slash.",
        "utm_campaign is built from the keys of `20261203-devsecops`",
        "Nothing is wrong with this link.",
    ] {
        assert!(said.out.contains(part), "no {part:?} in {said}");
    }
}

#[test]
fn a_link_for_a_script_stands_alone() {
    let folder = acme();
    let arguments = ["--utm-campaign", "eg_x", "--format", "url"];
    let mut all = vec!["link", "page.acme.example/demo", "--source", "marketo"];
    all.extend(arguments);
    let said = folder.run(&all);
    assert_eq!(
        said.out,
        "https://page.acme.example/demo?utm_source=marketo&utm_medium=email&utm_campaign=eg_x\n"
    );
    assert_eq!(said.code, 0, "{said}");
    assert!(
        said.err
            .contains("utm_medium is `email`, the only medium of the source `marketo`."),
        "{said}"
    );
    // What is wrong is told beside it, and by the exit code.
    let mut wrong = vec![
        "link",
        "https://page.acme.example/demo",
        "--source",
        "markto",
    ];
    wrong.extend(arguments);
    let said = folder.run(&wrong);
    assert_eq!(said.code, 1, "{said}");
    assert_eq!(said.out.lines().count(), 1, "{said}");
    assert!(said.err.contains("tracking/source-medium-pair"), "{said}");
}

#[test]
fn a_finished_link_is_explained_as_it_stands() {
    let said = acme().run(&[
        "link",
        "https://page.acme.example/careers/jobs?utm_source=linkedin&utm_medium=Social&utm_campaign=x",
    ]);
    said.finds("warning[tracking/value-case]: `Social` in `utm_medium` has capital letters.");
    for part in [
        "analytics: Organic Social",
        "attribution: Careers, bucket None",
        "corrected: https://page.acme.example/careers/jobs?utm_source=linkedin&utm_medium=social&utm_campaign=x",
    ] {
        assert!(said.out.contains(part), "no {part:?} in {said}");
    }
}

#[test]
fn a_link_of_a_campaign_is_explained_by_its_name() {
    let folder = acme();
    let said = folder.run(&["link", "20261203-devsecops/invite"]);
    assert_eq!(said.code, 0, "{said}");
    assert!(
        said.out.starts_with(
            "https://page.acme.example/x?utm_source=marketo&utm_medium=email\
             &utm_campaign=20261203_emea_devsecops&utm_content=invite1&utm_id=w-17#agenda\n"
        ),
        "{said}"
    );
    // The file does as well as the id, and what `check` says of the link is said here.
    let said = folder.run(&["link", "campaigns/20261203-devsecops.yaml/slip"]);
    said.finds("[tracking/source-medium-pair]: `e-mail` is not a medium");
    assert!(
        said.out.contains("campaigns/20261203-devsecops.yaml:10:"),
        "{said}"
    );
    assert_eq!(said.out.matches("why:").count(), 1, "{said}");
    let said = folder.run(&["link", "20261203-devsecops/privacy"]);
    assert!(
        said.out.starts_with("https://acme.example/privacy\n"),
        "{said}"
    );
    let said = folder.run(&["link", "signature"]);
    assert!(said.out.contains("utm_campaign=eg_signature"), "{said}");
}

#[test]
fn a_name_that_there_is_not_is_guessed() {
    let folder = acme();
    folder
        .run(&["link", "20261203-devsekops/invite"])
        .cannot("there is no campaign `20261203-devsekops`; did you mean `20261203-devsecops`?");
    folder
        .run(&["link", "20261203-devsecops/invit"])
        .cannot("the campaign `20261203-devsecops` has no link `invit`; did you mean `invite`?");
    folder
        .run(&["link", "invite"])
        .cannot("`invite` is neither an address nor CAMPAIGN/LINK of a workspace");
    folder
        .run(&["link", "20261203-devsecops/invite", "--medium", "email"])
        .cannot("`20261203-devsecops/invite` is a link of the workspace; its tags are changed in its file, not by options");
}

#[test]
fn without_a_workspace_the_shipped_policy_applies() {
    let folder = Folder::new(&[]);
    let said = folder.run(&[
        "link",
        "https://acme.example/demo",
        "--source",
        "newsletter",
        "--medium",
        "email",
    ]);
    said.finds("tracking/parameter-missing");
    assert!(
        said.out.contains("analytics: Email: the medium is `email`"),
        "{said}"
    );
    assert!(!said.out.contains("attribution"), "{said}");
}

#[test]
fn what_a_draft_lacks_for_its_tag_is_said() {
    let folder = acme();
    folder.write(
        "campaigns/new.yaml",
        "kind: campaign\nchannel: webcast\nstatus: draft\n",
    );
    let mut arguments = vec!["link", "https://page.acme.example/x", "--source", "marketo"];
    arguments.extend(["--campaign", "new"]);
    folder
        .run(&arguments)
        .finds("utm_campaign can't be built yet: `new` doesn't say event, region and topic.");
}

#[test]
fn a_program_gets_json_after_the_schema() {
    let folder = acme();
    let schema: serde_json::Value =
        serde_json::from_str(&folder.run(&["schema", "link"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for link in [
        "20261203-devsecops/slip",
        "signature",
        "https://page.acme.example/?utm_source=linkedin&utm_medium=Social",
        "mailto:x",
        "https://page.acme.example/?utm_source={{lead.Source}}&utm_medium=email",
    ] {
        let said = folder.run(&["link", link, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let mistakes: Vec<String> = validator
            .iter_errors(&report)
            .map(|e| e.to_string())
            .collect();
        assert!(mistakes.is_empty(), "{link}: {mistakes:?}");
        assert_eq!(report["version"], 1);
    }
    let said = folder.run(&["link", "20261203-devsecops/invite", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["analytics"]["channel"], "Email");
    assert_eq!(report["analytics"]["wanted"]["line"]["line"], 8);
    assert_eq!(report["attribution"][0]["bucket"], "Owned");
    assert_eq!(report["tags"]["utm_content"], "invite1");
}

#[test]
fn a_channel_group_of_the_workspace_decides() {
    let folder = acme();
    folder.write(
        "campaignlint.yaml",
        "today: 2026-11-22\nchannel-group: group.yaml\n",
    );
    folder.write(
        "group.yaml",
        "name: B2B channels\notherwise: Other\nrules:\n  - channel: Sponsorship\n    when: { medium: sponsorship }\n",
    );
    let said = folder.run(&[
        "link",
        "https://page.acme.example/?utm_source=devweek&utm_medium=sponsorship&utm_campaign=x",
    ]);
    assert!(
        said.out
            .contains("analytics: Sponsorship: the medium is `sponsorship`"),
        "{said}"
    );
    assert!(
        said.out
            .contains("a rule of the channel group `B2B channels`"),
        "{said}"
    );
}
