//! Workspaces and links made up for benchmarks: the same on every machine and in every run.

use std::fmt::Write;

/// Campaigns of one folder: no file system likes more.
const CAMPAIGNS_IN_A_FOLDER: usize = 1000;

/// The files of a workspace, path and text: its configuration, the policies, and campaigns of about
/// 2 KB each, all alike in shape and different in what they say. One campaign in twenty has a
/// mistake.
pub fn generated_workspace(campaigns: usize) -> impl Iterator<Item = (String, String)> {
    let fixed = [
        ("campaignlint.yaml", CONFIGURATION),
        ("policies.yaml", POLICIES),
    ];
    let fixed = fixed.map(|(path, text)| (path.to_string(), text.to_string()));
    let mut numbers = Numbers(20_261_122);
    let campaigns = (0..campaigns).map(move |number| {
        let (name, text) = campaign(number, &mut numbers);
        let folder = number / CAMPAIGNS_IN_A_FOLDER;
        (format!("campaigns/{folder:03}/{name}.yaml"), text)
    });
    fixed.into_iter().chain(campaigns)
}

/// Tracked links as an analytics tool exports them. One in twenty has a mistake.
pub fn generated_links(count: usize) -> impl Iterator<Item = String> {
    let mut numbers = Numbers(20_261_122);
    (0..count).map(move |number| {
        let page = numbers.pick(&["pricing", "devsecops-webcast", "platform", "customers"]);
        let (source, medium) = PLACEMENTS[numbers.below(PLACEMENTS.len())];
        let region = numbers.pick(REGIONS);
        let month = 1 + numbers.below(12);
        let mut url = format!(
            "https://www.acme.example/{page}/{number}?utm_source={source}&utm_medium={medium}&utm_campaign=2027{month:02}_{region}_{page}&utm_content=v{}",
            numbers.below(9),
        );
        if numbers.below(20) == 0 {
            url = match numbers.below(4) {
                0 => url.replace("utm_source", "utm_souce"),
                1 => url.replace("utm_medium=", "utm_medium=E"),
                2 => url.replace('&', "&amp;"),
                _ => url.replace("&utm_campaign", "?utm_campaign"),
            };
        }
        url
    })
}

/// A small generator of numbers: the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64 (Marsaglia 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn words(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| self.pick(WORDS))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn campaign(number: usize, numbers: &mut Numbers) -> (String, String) {
    let region = numbers.pick(REGIONS);
    let topic = numbers.pick(&["devsecops", "platform", "security", "compliance"]);
    let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
    let name = format!("2027{month:02}{day:02}-{region}-{topic}-{number:05}");
    let utm = format!("2027{month:02}{day:02}_{region}_{topic}_{number:05}");
    let mistake = if numbers.below(20) == 0 {
        1 + numbers.below(5)
    } else {
        0
    };
    let mut text = String::with_capacity(2300);
    // Writing to a text can't fail.
    let _ = write!(
        text,
        "# Planned with the field team of {region}\nkind: campaign\nchannel: webcast\nstatus: {}\nevent: 2027-{month:02}-{day:02}\nregion: {}\nlanguages: [en]\nowner: {}\ntopic: {topic} {number:05}\naudience: practitioners\ndescription: >-\n  {}\n  {}\nbudget: {{ amount: {}, currency: EUR, code: dmp }}\n{}: {{ campaign: {utm} }}\ntokens:\n  Event Name: \"{}\"\n  Event Date: 2027-{month:02}-{day:02}\nlinks:\n",
        ["draft", "ready", "draft", "live"][number % 4],
        if mistake == 1 { "emae" } else { region },
        if mistake == 2 { "nobody" } else { "field-emea" },
        numbers.words(14),
        numbers.words(15),
        1000 + numbers.below(20_000),
        if mistake == 3 { "utn" } else { "utm" },
        numbers.words(4),
    );
    for (position, (source, medium)) in PLACEMENTS.iter().enumerate() {
        let medium = if mistake == 4 && position == 2 {
            "Social"
        } else {
            medium
        };
        let typo = if mistake == 5 && position == 3 {
            "?utm_souce=x"
        } else {
            ""
        };
        let _ = write!(
            text,
            "  - id: link-{position}\n    url: https://page.acme.example/{topic}/{number}/{position}{typo}\n    source: {source}\n    medium: {medium}\n    content: v{position}_{}\n    placement: \"{}\"\n",
            numbers.pick(&["banner", "button", "text"]),
            numbers.words(5),
        );
    }
    text.push_str("emails:\n");
    for position in 0..3 {
        let _ = write!(
            text,
            "  - id: invite-{position}\n    role: {}\n    sender: events\n    subject: {}\n    send: 2027-{month:02}-{:02} 10:00 Europe/Berlin\n    links: [link-0]\n",
            ["invitation", "reminder", "follow-up"][position],
            numbers.words(7),
            [1, day, 28][position],
        );
    }
    (name, text)
}

const REGIONS: &[&str] = &["emea", "amer", "apac", "latam"];

/// Sources with a medium that the policies allow.
const PLACEMENTS: &[(&str, &str)] = &[
    ("marketo", "email"),
    ("linkedin", "paidsocial"),
    ("linkedin", "social"),
    ("google", "cpc"),
    ("google", "display"),
];

const WORDS: &[&str] = &[
    "register", "now", "to", "learn", "how", "teams", "ship", "faster", "with", "fewer",
    "handoffs", "and", "a", "clearer", "view", "of", "pipeline", "health", "across", "regions",
];

const CONFIGURATION: &str = "preset: recommended\ntimezone: Europe/Berlin\ntoday: 2026-11-22\npolicies: [common-tracking]\n";

const POLICIES: &str = "\
kind: people
field-emea: { label: Field Marketing EMEA }
---
kind: channels
webcast:
  label: Webcast
  statuses: [Invited, Registered, [No Show, Attended]]
  success: [Attended]
---
kind: taxonomy
region:
  values: { emea: EMEA, amer: Americas, apac: Asia and Pacific, latam: Latin America }
language:
  values: { en: English }
budget:
  values: { dmp: Demand programs }
---
kind: naming
template: '{event:YYYYMMDD}_{channel}_{topic}_{region}'
forbidden-words: [test, template]
---
kind: calendar
fiscal-year: { starts: February 1 }
business-days: [Monday, Tuesday, Wednesday, Thursday, Friday]
no-send:
  - { days: 2027-12-24 to 2027-12-31, because: nobody reads it }
---
kind: senders
events:
  from: events@acme.example
  reply-to: events@acme.example
  company: Acme GmbH
  address: 1 Example Street, 10115 Berlin
  unsubscribe: link and one-click header
  spf: acme.example
  dkim: acme.example
  dmarc: reject
---
kind: audience
id: practitioners
---
kind: tracking
our-sites: [acme.example]
required: [source, medium, campaign]
optional: [content]
spelling: lower case, digits, _ and -
sources: { marketo: email, linkedin: [paidsocial, social], google: [cpc, display] }
mediums: { email: Email, cpc: Paid Search, paidsocial: Paid Social, social: Organic Social, display: Display }
";
