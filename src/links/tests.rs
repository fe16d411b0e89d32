//! What a parsed link says about defects that marketers make.

use super::*;

fn parse(text: &str) -> Link<'_> {
    Link::parse(text, Context::Text)
}

/// Name, decoded value and place of every parameter.
fn read(text: &str, context: Context) -> Vec<(String, String, Place)> {
    let link = Link::parse(text, context);
    let parameters = link.parameters().iter();
    parameters
        .map(|found| (found.name().into(), found.value().into(), found.place()))
        .collect()
}

fn expect(text: &str, context: Context, wanted: &[(&str, &str, Place)]) {
    let wanted: Vec<_> = wanted
        .iter()
        .map(|(name, value, place)| ((*name).to_owned(), (*value).to_owned(), *place))
        .collect();
    assert_eq!(read(text, context), wanted, "{text}");
}

#[test]
fn every_part_stands_where_it_says() {
    let text = " https://me:pw@www.acme.example:8443/a/b?utm_source=x&y#top. ";
    let link = parse(text);
    assert_eq!(link.form(), Form::Web);
    assert_eq!(link.scheme_part().map(|part| part.of(text)), Some("https"));
    assert_eq!(
        link.userinfo_part().map(|part| part.of(text)),
        Some("me:pw")
    );
    assert_eq!(link.host(), Some("www.acme.example"));
    assert_eq!(link.port_part().map(|part| part.of(text)), Some("8443"));
    assert_eq!(link.path(), "/a/b");
    assert_eq!(
        link.query_part().map(|part| part.of(text)),
        Some("utm_source=x&y")
    );
    assert_eq!(link.fragment_part().map(|part| part.of(text)), Some("top."));
    assert_eq!(link.trailing_punctuation().of(text), ".");
    assert_eq!(
        (link.leading_space().len(), link.trailing_space().len()),
        (1, 1)
    );
}

#[test]
fn kinds_of_references_are_told_apart() {
    for (text, form, host) in [
        ("HTTPS://Acme.example", Form::Web, Some("Acme.example")),
        ("https:///x?a=b", Form::Web, Some("")),
        ("https:acme.example/x", Form::Web, Some("acme.example")),
        ("hxxps://acme.example", Form::Defanged, Some("acme.example")),
        (
            "//acme.example/x",
            Form::SchemeRelative,
            Some("acme.example"),
        ),
        ("acme.example/x", Form::Bare, Some("acme.example")),
        ("acme.example:8080/x", Form::Bare, Some("acme.example")),
        ("localhost:3000", Form::Bare, Some("localhost")),
        ("/x/y", Form::Relative, None),
        ("page.html?a=b", Form::Relative, None),
        ("?utm_source=x", Form::Relative, None),
        ("#top", Form::Relative, None),
        ("mailto:a@acme.example", Form::Other, None),
        ("javascript:alert(1)", Form::Other, None),
        ("market://details?id=x", Form::Other, Some("details")),
        ("{{my.url}}?utm_source=x", Form::Templated, None),
        ("https://{{my.url}}/x", Form::Web, Some("{{my.url}}")),
        ("https://[::1]:80/", Form::Web, Some("[::1]")),
        (
            "https://münchen.example/",
            Form::Web,
            Some("münchen.example"),
        ),
        ("  ", Form::Empty, None),
        ("", Form::Empty, None),
    ] {
        assert_eq!(
            (parse(text).form(), parse(text).host()),
            (form, host),
            "{text}"
        );
    }
}

#[test]
fn tags_behind_a_second_question_mark_are_found() {
    use Place::*;
    expect(
        "/login/?to=/account/?utm_source=a&utm_medium=b",
        Context::Text,
        &[
            ("to", "/account/", Query),
            ("utm_source", "a", AfterSecondQuestionMark),
            ("utm_medium", "b", Query),
        ],
    );
    expect(
        "/x?994-how-to?utm_source=a",
        Context::Text,
        &[
            ("994-how-to", "", Query),
            ("utm_source", "a", AfterSecondQuestionMark),
        ],
    );
    expect(
        "/x??utm_source=a",
        Context::Text,
        &[("utm_source", "a", AfterSecondQuestionMark)],
    );
    expect(
        "/x?q=what?&v=a?b",
        Context::Text,
        &[("q", "what?", Query), ("v", "a?b", Query)],
    );
}

#[test]
fn tags_behind_the_fragment_are_found() {
    use Place::*;
    for text in [
        "/x#top?utm_source=a",
        "/x#top&utm_source=a",
        "/x#utm_source=a",
        "/x#/route?utm_source=a",
    ] {
        expect(text, Context::Text, &[("utm_source", "a", AfterFragment)]);
    }
    expect(
        "/x?utm_medium=m#top&utm_source=a&ref=b",
        Context::Text,
        &[
            ("utm_medium", "m", Query),
            ("utm_source", "a", AfterFragment),
            ("ref", "b", AfterFragment),
        ],
    );
    expect("/x#:~:text=a&text=b", Context::Text, &[]);
}

#[test]
fn tags_without_a_question_mark_are_found() {
    use Place::*;
    for text in [
        "https://acme.example/page&utm_source=x&y=z",
        "https://acme.example/page/utm_source=x&y=z",
        "https://acme.example&utm_source=x&y=z",
        "https://acme.example/page%3Futm_source=x&y=z",
    ] {
        expect(
            text,
            Context::Text,
            &[("utm_source", "x", Path), ("y", "z", Path)],
        );
    }
    expect(
        "{{my.url}}&utm_source=x",
        Context::Text,
        &[("utm_source", "x", Query)],
    );
    expect("https://acme.example/a=b/c&d=e", Context::Text, &[]);
}

#[test]
fn tags_nested_in_a_referrer_are_the_links_tags() {
    let text =
        "https://store.example/app?id=x&referrer=utm_source%3Da%2520b%26utm_medium%3Dc&hl=en";
    let link = parse(text);
    let source = link.tag(Tag::Source).expect("a source");
    assert_eq!(
        (
            source.place(),
            &*source.value(),
            source.equals_part().of(text)
        ),
        (Place::Nested, "a b", "%3D")
    );
    assert_eq!(source.decoded().source(1..2).of(text), "%2520");
    assert!(link.tag(Tag::Medium).is_some());

    let whole = parse("/x?utm_source%3Da%26utm_medium%3Db");
    assert_eq!(whole.tag(Tag::Medium).map(Parameter::raw_value), Some("b"));
    assert_eq!(whole.tags().count(), 2);

    let other = parse(
        "https://acme.example/?to=https%3A%2F%2Fb.example%2F%3Futm_source%3Da%26utm_medium%3Db",
    );
    assert!(!other.is_tagged());
    assert_eq!(
        other
            .parameters()
            .iter()
            .filter(|found| found.place() == Place::NestedLink)
            .count(),
        2
    );
}

#[test]
fn entities_separate_in_markup_and_are_a_defect_in_text() {
    use Place::*;
    for text in [
        "?utm_source=a&amp;utm_medium=b",
        "?utm_source=a&#38;utm_medium=b",
        "?utm_source=a&#x26;utm_medium=b",
    ] {
        for (context, misplaced) in [(Context::Text, 1), (Context::Markup, 0)] {
            expect(
                text,
                context,
                &[("utm_source", "a", Query), ("utm_medium", "b", Query)],
            );
            assert_eq!(
                Link::parse(text, context).misplaced_entities().count(),
                misplaced
            );
        }
    }
    expect(
        "?utm_source=a&#0045;b",
        Context::Markup,
        &[("utm_source", "a-b", Query)],
    );
    assert_eq!(
        Link::parse("?a=b&amp;amp;c=d", Context::Markup)
            .misplaced_entities()
            .count(),
        1
    );
    assert!(parse("?a=b&#0045;c").fragment_part().is_none());
}

#[test]
fn templates_hide_delimiters() {
    let text =
        "/results?q={terms}&page={startPage?}&utm_source=${a ? b : c}&x={{ a | b('?#&') }}#end";
    let link = parse(text);
    assert_eq!(link.parameters().len(), 4);
    assert!(link.parameters().iter().all(Parameter::is_templated));
    assert_eq!(link.fragment_part().map(|part| part.of(text)), Some("end"));
    assert!(parse("https://acme.example/?{{my.utm}}&utm_content=x").may_gain_parameters());
    assert!(parse("https://acme.example/${path}").may_gain_parameters());
    assert!(parse("https://acme.example/{{ page }}&utm_content=x").may_gain_parameters());
    assert!(parse("https://acme.example/?utm_source=${encode(").may_gain_parameters());
    assert!(!parse("https://acme.example/?utm_source={a}").may_gain_parameters());
}

#[test]
fn surplus_equals_signs_stand_apart_and_padding_does_not() {
    let text = "?utm_source==x&token=abc==&empty==";
    let link = parse(text);
    let [source, token, empty] = link.parameters() else {
        panic!("three")
    };
    assert_eq!(
        (source.extra_equals_part().of(text), source.raw_value()),
        ("=", "x")
    );
    assert_eq!(
        (token.extra_equals_part().is_empty(), token.raw_value()),
        (true, "abc==")
    );
    assert!(empty.extra_equals_part().is_empty());
}

#[test]
fn punctuation_of_the_sentence_is_told_from_the_links_own() {
    for (text, stuck) in [
        ("https://a.example/?x=y”", "”"),
        ("https://a.example/?x=y\").", "\")."),
        ("https://a.example/?x=y&quot;", "&quot;"),
        ("https://a.example/?x=y>", ">"),
        ("https://a.example/?x=y…", "…"),
        ("https://a.example/?x=y?", "?"),
        ("https://a.example/x_(y)", ""),
        ("https://a.example/x/", ""),
        ("https://a.example/?", ""),
        ("https://a.example/?x={y}", ""),
        ("https://a.example/?x={{y}}.", "."),
        ("https://a.example/?x='y'", ""),
        ("https://a.example/?x=y&#45;", ""),
        ("..", ""),
        ("../..", ""),
        ("https://[::1]", ""),
    ] {
        assert_eq!(parse(text).trailing_punctuation().of(text), stuck, "{text}");
    }
}

#[test]
fn broken_escapes_are_named_with_their_place() {
    let text = "?a=%2&b=%ZZ&c=100%&d=a%2520b&e=%FF%FE&f=%C3%A9&g=%E9t&h=%%x%%&i=%s";
    let link = parse(text);
    let found: Vec<_> = link
        .escapes_in(link.content())
        .iter()
        .map(|escape| (escape.part.of(text), escape.kind))
        .collect();
    assert_eq!(
        found,
        [
            ("%2", EscapeKind::Broken),
            ("%ZZ", EscapeKind::Broken),
            ("%", EscapeKind::Broken),
            ("%2520", EscapeKind::Double),
            ("%FF", EscapeKind::NotUtf8),
            ("%FE", EscapeKind::NotUtf8),
            ("%E9", EscapeKind::NotUtf8),
        ]
    );
}

#[test]
fn decoded_values_point_back_at_their_escapes() {
    let text = "?x=a+%C3%A9%zz%FFb";
    let link = parse(text);
    let decoded = link.parameters()[0].decoded();
    assert_eq!(decoded.text(), "a é%zz\u{fffd}b");
    assert_eq!(decoded.source(1..2).of(text), "+");
    assert_eq!(decoded.source(2..4).of(text), "%C3%A9");
    assert_eq!(decoded.source(7..10).of(text), "%FF");
    assert_eq!(
        decoded.source(0..decoded.text().len()).of(text),
        "a+%C3%A9%zz%FFb"
    );
}

#[test]
fn a_removed_parameter_leaves_a_good_link() {
    for (text, index, left) in [
        ("/x?a=1&b=2&c=3", 0, "/x?b=2&c=3"),
        ("/x?a=1&b=2&c=3", 1, "/x?a=1&c=3"),
        ("/x?a=1&b=2&c=3", 2, "/x?a=1&b=2"),
        ("/x?a=1&amp;b=2", 0, "/x?b=2"),
        ("/x?a=1", 0, "/x"),
    ] {
        let mut changed = text.to_owned();
        changed.replace_range(parse(text).removal(index).expect("a range"), "");
        assert_eq!(changed, left, "{text}");
    }
}

#[test]
fn values_are_encoded_so_that_they_read_back() {
    assert_eq!(encode_value("a_b-c.d~9"), "a_b-c.d~9");
    assert_eq!(encode_value("a b&é"), "a%20b%26%C3%A9");
}

#[test]
fn several_parameters_are_removed_at_once() {
    for (text, left) in [
        ("/x?gone=1&gone=2&a=3", "/x?a=3"),
        ("/x?a=1&gone=2&gone=3&b=4&gone=5#top", "/x?a=1&b=4#top"),
        ("/x?gone=1&amp;gone=2", "/x"),
        ("/x?gone=1&a=2&gone=3", "/x?a=2"),
        ("/x?a=1", "/x?a=1"),
    ] {
        let mut changed = text.to_owned();
        let link = parse(text);
        for range in link
            .removals(|found| found.raw_name() == "gone")
            .into_iter()
            .rev()
        {
            changed.replace_range(range, "");
        }
        assert_eq!(changed, left, "{text}");
    }
}

#[test]
fn a_scheme_behind_a_scheme_is_found() {
    for (text, second) in [
        ("https://https://acme.example/x", Some("https://")),
        ("http://HTTPS//acme.example", Some("HTTPS//")),
        ("https://https/x", None),
        ("https://acme.example//x", None),
        ("https://acme.example/https://b.example", None),
    ] {
        assert_eq!(
            parse(text).second_scheme().map(|part| part.of(text)),
            second,
            "{text}"
        );
    }
}

#[test]
fn a_plain_host_is_all_there() {
    for (text, host) in [
        ("https://acme.example/x", Some("acme.example")),
        ("//acme.example/x", Some("acme.example")),
        ("www.acme.example/x", Some("www.acme.example")),
        ("https://{{my.host}}.example/x", None),
        ("https:///x", None),
        ("https://https://acme.example", None),
        ("market://details?id=x", None),
        ("/x", None),
    ] {
        assert_eq!(parse(text).plain_host(), host, "{text}");
    }
}
