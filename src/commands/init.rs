//! `campaignlint init`: begins a workspace with a small example that can be checked at once.

use std::path::{Path, PathBuf};

use super::{Failure, Terminal, files};
use crate::workspace::CONFIGURATION_FILE;

const CONFIGURATION: &str = "\
# The settings of this workspace. `campaignlint rules` lists the rules,
# `campaignlint explain RULE` tells about one.
preset: recommended
timezone: Europe/Berlin
policies: [common-tracking]
rules: {}
";

const TRACKING: &str = "\
kind: tracking
owner: marketing-operations
our-sites: [acme.example] # your own hosts; subdomains are included
required: [source, medium, campaign]
optional: [content, term, id]
spelling: lower case, digits, _ and -
# each source with the mediums it is used with
sources: { newsletter: email, linkedin: [social, paidsocial], google: cpc }
# each medium with the channel it must land in
mediums: { email: Email, social: Organic Social, paidsocial: Paid Social, cpc: Paid Search }
";

const PEOPLE: &str = "\
kind: people
marketing-operations: { label: Marketing Operations }
";

const CHANNELS: &str = "\
kind: channels
owner: marketing-operations
webcast:
  label: Webcast
  statuses: [Invited, Registered, [No Show, Attended], Attended On-demand]
  success: [Attended, Attended On-demand]
";

const CAMPAIGN: &str = "\
kind: campaign
channel: webcast
status: draft
event: 2027-02-11
owner: marketing-operations
topic: First steps
utm: { campaign: 20270211-first-steps }
links:
  - { id: invite, url: https://acme.example/first-steps, source: newsletter, medium: email }
  - { id: post, url: https://acme.example/first-steps, source: linkedin, medium: social }
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
        ("channels.yaml", CHANNELS),
        ("campaigns/20270211-first-steps.yaml", CAMPAIGN),
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
        "\nNow run `campaignlint` {place}, then put your own sites, sources and mediums into tracking.yaml."
    )?;
    Ok(0)
}
