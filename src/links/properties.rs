//! What holds for every text, link or not.

use super::*;
use proptest::prelude::*;

/// Text made of the pieces links are made of, so that random links come near real ones.
fn link_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "https://",
        "http:",
        "acme.example",
        "user@",
        ":80",
        "/",
        "?",
        "#",
        "&",
        "&amp;",
        "&#38;",
        "&#0045;",
        "=",
        "==",
        ";",
        "utm_source",
        "utm_souce",
        "utm-medium",
        "UTM_Campaign",
        "utm_id",
        "referrer=utm_source%3Da%26utm_medium%3Db",
        "%3F",
        "%20",
        "%",
        "%2520",
        "%FF",
        "%C3%A9",
        "+",
        "é",
        "”",
        "{{x}}",
        "{{",
        "}}",
        "{a?}",
        "${",
        "}",
        "<?",
        "?>",
        "%%",
        "%s",
        "[[",
        "]]",
        "*|X|*",
        "[::1]",
        " ",
        "\u{200b}",
        ".",
        ")",
        "(",
        "\"",
        "'",
        "a",
        "b",
        "__",
        "$x",
        "@",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn holds_for(text: &str, context: Context) {
    let link = Link::parse(text, context);
    let check = |part: Part| {
        assert!(part.end() <= text.len(), "{text:?} {part:?}");
        assert!(
            text.is_char_boundary(part.start()) && text.is_char_boundary(part.end()),
            "{text:?} {part:?}"
        );
    };
    let optional = [
        link.scheme_part(),
        link.userinfo_part(),
        link.host_part(),
        link.port_part(),
        link.question_mark(),
        link.query_part(),
        link.fragment_part(),
    ];
    optional.into_iter().flatten().for_each(check);
    [
        link.content(),
        link.leading_space(),
        link.trailing_space(),
        link.trailing_punctuation(),
        link.path_part(),
    ]
    .into_iter()
    .for_each(check);
    link.further_question_marks().for_each(check);
    link.templates()
        .iter()
        .map(|template| template.part)
        .chain(link.entities().iter().map(|entity| entity.part))
        .for_each(check);
    link.escapes_in(link.content())
        .iter()
        .map(|escape| escape.part)
        .for_each(check);

    // The parts, put together again, are the text.
    let mut whole = link.leading_space().of(text).to_owned();
    let mut at = link.content().start();
    let mut take = |part: Option<Part>, before: &[&str], whole: &mut String| {
        let Some(part) = part else { return };
        let joint = &text[at..part.start()];
        assert!(
            joint.is_empty() || before.contains(&joint),
            "{text:?}: {joint:?} before {part:?}"
        );
        whole.push_str(joint);
        whole.push_str(part.of(text));
        at = part.end();
    };
    take(link.scheme_part(), &[], &mut whole);
    take(link.userinfo_part(), &["://", "//", ":", ":/"], &mut whole);
    take(link.host_part(), &["://", "//", ":", ":/", "@"], &mut whole);
    take(link.port_part(), &[":"], &mut whole);
    take(Some(link.path_part()), &[":"], &mut whole);
    take(link.query_part(), &["?"], &mut whole);
    take(link.fragment_part(), &["#"], &mut whole);
    whole.push_str(link.trailing_space().of(text));
    assert_eq!(whole, text);

    let mut last = 0;
    for (index, parameter) in link.parameters().iter().enumerate() {
        [
            parameter.separator_part(),
            parameter.name_part(),
            parameter.equals_part(),
            parameter.extra_equals_part(),
            parameter.value_part(),
        ]
        .into_iter()
        .for_each(check);
        if !matches!(parameter.place(), Place::Nested | Place::NestedLink) {
            assert!(
                parameter.separator_part().start() >= last,
                "{text:?}: parameters overlap"
            );
            last = parameter.value_part().end();
        }
        let decoded = parameter.decoded();
        assert_eq!(decoded.text(), parameter.value());
        let mut before = parameter.value_part().start();
        for (offset, character) in decoded.text().char_indices() {
            let source = decoded.source(offset..offset + character.len_utf8());
            check(source);
            assert!(
                source.start() >= before && source.end() > source.start(),
                "{text:?}: {source:?}"
            );
            before = source.start();
        }
        assert!(before <= parameter.value_part().end());
        assert!(
            link.removal(index)
                .is_some_and(|range| range.end <= text.len() && range.start < range.end)
        );
        let _ = (
            parameter.name(),
            tag_of(parameter.raw_name()),
            email_shape(&parameter.value()),
        );
        for unusual in unusual_characters(&parameter.value()) {
            check(decoded.source(unusual.range));
        }
    }
    if let Some(host) = link.host() {
        let _ = (
            is_public(host),
            is_valid(host),
            is_shortener(host),
            covers("acme.example", host),
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_taken_apart_without_loss(text in ".*") {
        holds_for(&text, Context::Text);
        holds_for(&text, Context::Markup);
    }

    #[test]
    fn anything_like_a_link_is_taken_apart_without_loss(text in link_like()) {
        holds_for(&text, Context::Text);
        holds_for(&text, Context::Markup);
    }

    #[test]
    fn encoded_values_decode_to_themselves(value in ".*") {
        let text = format!("?utm_source={}", encode_value(&value));
        let link = Link::parse(&text, Context::Text);
        prop_assert_eq!(link.parameters()[0].value(), value);
    }
}

#[test]
fn long_texts_take_time_in_proportion() {
    for piece in [
        "&utm_source=a",
        "?utm_source=a",
        "&a=%26utm",
        "#?",
        "/utm_sourc=",
        "&amp;",
        "{{",
        ")",
        "%3F",
        "=%3Dtm%26",
        "?",
        "é",
        "${a}&",
        "\"",
        "&#38",
        "@",
        ":",
    ] {
        let text = format!("https://acme.example/x?{}", piece.repeat(30_000));
        let begin = std::time::Instant::now();
        let link = Link::parse(&text, Context::Text);
        let _ = (
            link.parameters().len(),
            link.escapes_in(link.content()).len(),
        );
        assert!(begin.elapsed().as_secs() < 5, "{piece}");
        let text = format!(
            "https://acme.example/{0}#{0}",
            piece.replace('#', "").repeat(30_000)
        );
        let _ = Link::parse(&text, Context::Text);
        assert!(begin.elapsed().as_secs() < 8, "{piece}");
    }
}
