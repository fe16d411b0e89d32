//! `campaignlint init`: begins a workspace with a small example that can be checked at once.

use std::path::{Path, PathBuf};

use super::{Failure, Terminal, files};
use crate::workspace::CONFIGURATION_FILE;

const CONFIGURATION: &str = "\
# The settings of this workspace. `campaignlint rules` lists the rules,
# `campaignlint explain RULE` tells about one.
preset: recommended
timezone: Europe/Berlin # yours; it says which day is today, and which time of day is meant
policies: [common-tracking]
rules: {}
";

const TRACKING: &str = "\
# How links are tagged. `campaignlint link` builds and explains one.
kind: tracking
owner: marketing-operations
our-sites: [acme.example] # your own hosts; subdomains are included
required: [source, medium, campaign]
optional: [content, term, id]
spelling: lower case, digits, _ and -
# utm_campaign is built from the keys of the campaign, so nobody types it
campaign: \"{date:YYYYMMDD}_{region}_{topic}\"
# each source with the mediums it is used with
sources: { newsletter: email, linkedin: [social, paidsocial], google: cpc }
# each medium with the channel it must land in
mediums: { email: Email, social: Organic Social, paidsocial: Paid Social, cpc: Paid Search }
";

const PEOPLE: &str = "\
# Who answers for what. Roles stay when people move on.
kind: people
marketing-operations: { label: Marketing Operations }
field-marketing: { label: Field Marketing }
";

const TAXONOMY: &str = "\
# The words by which campaigns are sorted.
kind: taxonomy
owner: marketing-operations
region:
  label: Region
  values: { emea: EMEA, amer: Americas }
";

const CHANNELS: &str = "\
# What kinds of campaign there are, how far their members can get, and what a campaign needs before it
# may say `status: ready`; `campaignlint checklist CAMPAIGN` tells how far one is.
kind: channels
owner: marketing-operations
webcast:
  label: Webcast
  statuses: [Invited, Registered, [No Show, Attended], Attended On-demand] # [ , ] is one step
  success: [Attended, Attended On-demand]
  ready-needs:
    fields: [owner, event, region, links]
    emails: [invitation, reminder]
trade-show:
  label: Trade Show
  statuses: [Invited, Registered, [No Show, Visited Booth], Meeting Held]
  success: [Visited Booth, Meeting Held]
  ready-needs: { fields: [owner, event, location, region, links] }
email:
  label: E-mail
  statuses: [Sent, Clicked, Unsubscribed]
  success: [Clicked]
  ready-needs: { fields: [owner, start, region, links] }
";

const WEBCAST: &str = "\
# An example: `campaignlint new campaign` begins your own, then delete this one.
kind: campaign
channel: webcast
status: draft
event: 2027-02-11
region: emea
owner: field-marketing
topic: First steps
links:
  - { id: invite, url: https://acme.example/first-steps, source: newsletter, medium: email }
  - { id: post, url: https://acme.example/first-steps, source: linkedin, medium: social }
";

const EMAIL: &str = "\
# Another example.
kind: campaign
channel: email
status: draft
start: 2027-03-02
region: amer
owner: field-marketing
topic: Spring news
links:
  - { id: news, url: https://acme.example/news, source: newsletter, medium: email }
";

const TRADE_SHOW: &str = "\
# And a third.
kind: campaign
channel: trade-show
status: draft
event: 2027-05-11
end: 2027-05-13
location: Hannover, hall 4
region: emea
owner: field-marketing
topic: Cloud fair
links:
  - { id: book-a-meeting, url: https://acme.example/cloud-fair, source: newsletter, medium: email }
";

pub(super) fn run(folder: &Path, terminal: &mut Terminal) -> Result<u8, Failure> {
    let is_here = folder == Path::new(".");
    if folder.join(CONFIGURATION_FILE).symlink_metadata().is_ok() {
        let place = match is_here {
            true => "this folder".to_string(),
            false => folder.display().to_string(),
        };
        return Err(Failure::words(format!(
            "{place} has a {CONFIGURATION_FILE} already; nothing was changed"
        )));
    }
    let texts = [
        (CONFIGURATION_FILE, CONFIGURATION),
        ("tracking.yaml", TRACKING),
        ("people.yaml", PEOPLE),
        ("taxonomy.yaml", TAXONOMY),
        ("channels.yaml", CHANNELS),
        ("campaigns/20270211-first-steps-webcast.yaml", WEBCAST),
        ("campaigns/20270302-spring-news-email.yaml", EMAIL),
        ("campaigns/20270511-cloud-fair-trade-show.yaml", TRADE_SHOW),
    ];
    for (name, text) in texts {
        let path = match is_here {
            true => PathBuf::from(name),
            false => folder.join(name),
        };
        let written = files::create(&path, text).map_err(|error| {
            Failure::words(format!(
                "{} can't be written: {}",
                path.display(),
                files::in_words(&error)
            ))
        })?;
        let word = if written { "wrote" } else { "kept " };
        let shown = path.display().to_string();
        writeln!(
            terminal.out(),
            "{word} {}",
            crate::diagnostics::escape::line(&shown)
        )?;
    }
    let place = if is_here { "here" } else { "there" };
    writeln!(
        terminal.out(),
        "\nNext: `campaignlint` {place} checks it; `campaignlint new campaign` begins your first campaign.\nThen put your own sites, sources and mediums into tracking.yaml, your channels into channels.yaml,\nand delete the three examples in campaigns."
    )?;
    Ok(0)
}
