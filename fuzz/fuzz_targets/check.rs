//! Any text as a file of a small workspace with policies: all rules run, everything is told, and all
//! fixes are applied until nothing is left to mend. A text that is good YAML stays so.
#![no_main]

mod shared;

use campaignlint::checks::apply_fixes;
use campaignlint::syntax::Tree;
use campaignlint::workspace::Preset;
use libfuzzer_sys::fuzz_target;

/// Fixes may make others possible; these are the rounds that `check --fix` takes.
const MOST_ROUNDS: usize = 10;

const PATH: &str = "campaigns/spring.yaml";
const POLICIES: &str = "\
kind: tracking
owner: field
our-sites: [acme.example]
passes-tags-on: [zoom.us]
never-tag: [youtube.com]
no-tags-needed: [/privacy]
required: [source, medium, campaign]
optional: [content, term, id]
spelling: lower case, digits, _ and -
longest: 60
campaign: \"{date:YYYYMMDD}_{region}_{type}_{name?}\"
sources:
  marketo: email
  linkedin: [paidsocial, social]
  google: cpc
mediums: { email: Email, cpc: Paid Search, paidsocial: Paid Social, social: Organic Social }
google-ads: { auto-tagging: yes, own-tags: no }
---
kind: channels
webcast: { statuses: [Invited, Registered, Attended], success: Attended }
email-send: { statuses: [Sent, Clicked], success: Clicked }
---
kind: people
field: { label: Field Marketing, active: yes }
left: { active: no, stand-in: field }
---
kind: taxonomy
region:
  values:
    dach: DACH
    emea: { label: EMEA, aliases: europe }
    old: { retired: 2025-01-01, replaced-by: emea }
---
kind: attribution
rules:
  - { medium: cpc, channel: Paid Search, bucket: Paid }
  - { medium: email, channel: E-mail, bucket: Owned }
otherwise: { channel: Other, bucket: None }
";

fuzz_target!(init: shared::one_thread(), |text: &str| {
    let mut text = text.to_owned();
    let mut clean = Tree::parse(text.clone()).errors().is_empty();
    for _ in 0..=MOST_ROUNDS {
        let loaded = shared::loaded(&[
            ("campaignlint.yaml", "preset: strict\n"),
            (PATH, &text),
            ("policies/all.yaml", POLICIES),
        ]);
        let findings = shared::check_and_tell(&loaded, Some(Preset::Strict));
        let own = findings.iter().filter(|finding| loaded.sources.path(finding.place.file) == PATH);
        let Some(fixed) = apply_fixes(&text, own, true) else { return };
        let errors = Tree::parse(fixed.text.clone()).errors().to_vec();
        assert!(!clean || errors.is_empty(), "{text:?} is mended to {:?}: {errors:?}", fixed.text);
        clean = errors.is_empty();
        text = fixed.text;
    }
});
