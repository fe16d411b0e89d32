//! Takes arbitrary text apart as a link, touches everything, and files it under a channel.
#![no_main]

use campaignlint::analytics::ChannelGroup;
use campaignlint::links::{
    Context, Link, Part, Tag, click_id, covers, email_shape, encode_value, is_public, is_shortener,
    is_valid, personal_token, tag_of, unusual_characters,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for context in [Context::Text, Context::Markup] {
        touch(&Link::parse(text, context), text);
    }
});

fn touch(link: &Link<'_>, text: &str) {
    let inside = |part: Part| {
        assert!(
            text.get(part.range()).is_some(),
            "{part:?} is no part of {text:?}"
        )
    };
    let parts = [
        link.scheme_part(),
        link.userinfo_part(),
        link.host_part(),
        link.port_part(),
        link.question_mark(),
        link.query_part(),
        link.fragment_part(),
    ];
    parts.into_iter().flatten().for_each(inside);
    [
        link.content(),
        link.path_part(),
        link.trailing_punctuation(),
    ]
    .into_iter()
    .for_each(inside);
    link.further_question_marks().for_each(inside);
    link.misplaced_entities()
        .for_each(|entity| inside(entity.part));
    link.templates().iter().for_each(|template| {
        inside(template.part);
        template.inner(text);
    });
    link.escapes_in(link.content())
        .iter()
        .for_each(|escape| inside(escape.part));
    for (index, parameter) in link.parameters().iter().enumerate() {
        [
            parameter.part(),
            parameter.separator_part(),
            parameter.equals_part(),
        ]
        .into_iter()
        .for_each(inside);
        let decoded = parameter.decoded();
        assert_eq!(decoded.text(), parameter.value());
        for unusual in unusual_characters(decoded.text()) {
            inside(decoded.source(unusual.range));
        }
        if let Some(range) = email_shape(decoded.text()) {
            inside(decoded.source(range));
        }
        let name = parameter.name();
        let _ = (
            tag_of(&name),
            click_id(&name),
            personal_token(&name),
            encode_value(&name),
        );
        assert!(
            link.removal(index)
                .is_some_and(|range| text.get(range).is_some())
        );
    }
    if let Some(host) = link.host() {
        let _ = (
            is_public(host),
            is_valid(host),
            is_shortener(host),
            covers("acme.example", host),
        );
    }
    let value = |tag| {
        link.tag(tag)
            .map(|parameter| parameter.value())
            .unwrap_or_default()
    };
    let (source, medium, campaign) = (value(Tag::Source), value(Tag::Medium), value(Tag::Campaign));
    let group = ChannelGroup::ga4();
    let decision = group.classify(&source, &medium, &campaign);
    if let Some(rule) = decision.rule {
        assert!(!group.reasons(rule, &source, &medium, &campaign).is_empty());
    }
}
