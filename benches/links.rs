//! How long a link takes: to be taken apart, and to be filed under a channel.

use campaignlint::analytics::ChannelGroup;
use campaignlint::links::{Context, Link, Tag};

fn main() {
    divan::main();
}

const LINKS: &[&str] = &[
    "https://page.acme.example/devsecops-webcast?utm_source=marketo&utm_medium=email&utm_campaign=20261203_webcast_devsecops_emea&utm_content=invite1_webcast",
    "https://www.acme.example/",
    "https://acme.example/x?utm_source={{my.source}}&amp;utm_medium=paid%20social&utm_souce=a+b&ref=x#top?utm_term=y",
    "https://store.example/details?id=a.b.c&referrer=utm_source%3Dwww.acme.example%26utm_medium%3Dreferral&hl=en",
];

#[divan::bench(args = LINKS)]
fn parse(text: &str) -> Link<'_> {
    Link::parse(divan::black_box(text), Context::Text)
}

#[divan::bench]
fn parse_and_read_tags() -> usize {
    let link = Link::parse(divan::black_box(LINKS[0]), Context::Text);
    Tag::ALL
        .iter()
        .filter_map(|tag| link.tag(*tag))
        .map(|tag| tag.value().len())
        .sum()
}

const VISITS: &[(&str, &str, &str)] = &[
    ("marketo", "email", "20261203_webcast_devsecops_emea"),
    ("google", "cpc", "brand"),
    ("LinkedIn", "PaidSocial", "2026_eshop_launch"),
    ("partner", "syndication", "20261203_webcast_devsecops_emea"),
];

#[divan::bench(args = VISITS)]
fn classify(visit: &(&str, &str, &str)) -> usize {
    let (source, medium, campaign) = divan::black_box(*visit);
    ChannelGroup::ga4()
        .classify(source, medium, campaign)
        .channel
        .len()
}
