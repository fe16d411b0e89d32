//! How long a file takes from text to tree: the program reads thousands of small ones, and
//! sometimes a large one.

#![allow(missing_docs)]

use campaignlint::syntax::Tree;
use divan::Bencher;
use divan::counter::BytesCount;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// A campaign of about 2 KB as a team writes it: comments, links in brackets, quotes, a text block.
fn campaign(number: usize) -> String {
    let mut text = format!(
        "# Autumn webcasts, see the briefing in the shared folder\nkind: campaign\nid: webcast-{number}\n\
         channel: webcast\nstatus: ready # since Monday\nevent: 2026-12-03\nregion: emea\n\
         languages: [en, de, fr]\nowner: field-emea\ntopic: \"DevSecOps: how to begin\"\n\
         budget: {{ amount: 12000, currency: EUR, code: dmp }}\npurpose: event-invitations\n\
         description: >-\n  A webcast for people who run pipelines\n  and for those who pay for them.\n\
         defaults: &defaults\n  source: marketo\n  medium: email\nlinks:\n"
    );
    for link in 0..8 {
        let _ = write!(
            text,
            "  - id: link-{link}\n    <<: *defaults\n    url: https://page.acme.example/webcast-{number}\n    \
             content: 'invite {link}'\n    placements: [hero, footer]\n"
        );
    }
    text.push_str("emails:\n");
    for mail in 0..4 {
        let _ = writeln!(
            text,
            "  - {{ id: mail-{mail}, sender: events, send: 2026-11-17 10:00, links: [link-{mail}] }}"
        );
    }
    text
}

#[divan::bench]
fn a_campaign_of_2_kb(bencher: Bencher<'_, '_>) {
    let text = campaign(1);
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone())
        .bench_values(Tree::parse);
}

#[divan::bench]
fn a_file_of_1_mb(bencher: Bencher<'_, '_>) {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= 1_000_000 {
            break;
        }
        text.push_str("---\n");
        text.push_str(&campaign(number));
    }
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone())
        .bench_values(Tree::parse);
}

#[divan::bench]
fn a_campaign_with_one_mistake(bencher: Bencher<'_, '_>) {
    let text = campaign(1).replace("owner: field-emea", "owner: field: emea");
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone())
        .bench_values(Tree::parse);
}
