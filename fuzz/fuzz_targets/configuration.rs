//! Any text as `campaignlint.yaml` of a small workspace, or, when it says that it is a rule, as one of
//! the team's own rules: the workspace can be checked, and what is wrong is told.
#![no_main]

mod shared;

use campaignlint::workspace::Preset;
use libfuzzer_sys::fuzz_target;

/// With something to find for rules that a configuration sets.
const CAMPAIGN: &str = "\
kind: campaign
channel: webcast
region: dach
start: 2026-12-01
end: 2026-12-24
topics: [security, cloud]
budget: { amount: 800, currency: EUR }
owner: field
links:
  - { id: invite, url: 'https://acme.example/ops?utm_Source=x', source: marketo, medium: e-mail }
";
const POLICY: &str = "\
kind: tracking
our-sites: [acme.example]
required: [source, medium, campaign]
spelling: lower case, digits, _ and -
longest: 100
sources: { marketo: email }
mediums: { email: Email }
---
kind: people
field: { label: Field Marketing }
";
const RULE: &str = "\
kind: rule
summary: A webcast does not say which region it is for
why: Nobody follows up.
severity: warning
preset: recommended
for: campaign
if: { channel: webcast }
must: { region: known }
say: This webcast does not say which region it is for.
options: { longest: { type: integer, minimum: 1, default: 5 } }
";

fuzz_target!(init: shared::one_thread(), |bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let is_rule = text.contains("kind: rule");
    let (configuration, rule) = if is_rule { ("", &*text) } else { (&*text, RULE) };
    let loaded = shared::loaded(&[
        ("campaignlint.yaml", configuration),
        ("campaigns/spring.yaml", CAMPAIGN),
        ("policies/tracking.yaml", POLICY),
        ("rules/acme/x/rule.yaml", rule),
    ]);
    // A rule has its say whatever preset it is of; of a configuration that is what is looked at.
    shared::check_and_tell(&loaded, is_rule.then_some(Preset::Strict));
});
