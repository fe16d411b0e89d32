//! A link with tags put into it.

use super::{Context, Link, Place, TagName, encode_value, tag_of};

/// A link with these tags, given by their full names, in the order in which they are given. A tag that
/// the link has already gets the new value where it stands; the others follow what is in the query,
/// before the `#`. All else stays as it is written.
pub fn with_tags(link: &str, tags: &[(&str, &str)]) -> String {
    let mut text = link.trim().to_string();
    for (name, value) in tags {
        text = with_tag(&text, name, value);
    }
    text
}

fn with_tag(text: &str, name: &str, value: &str) -> String {
    let link = Link::parse(text, Context::Text);
    let value = written(value);
    let wanted = tag_of(name);
    let same = |found: &&super::Parameter<'_>| match (wanted.tag(), found.tag()) {
        (Some(one), Some(other)) => one == other && found.tag_name() == TagName::Exact(one),
        _ => found.name() == name,
    };
    let own = |found: &&super::Parameter<'_>| found.place() == Place::Query;
    if let Some(parameter) = link.parameters().iter().filter(own).find(same) {
        let (from, equals) = match parameter.equals_part().is_empty() {
            true => (parameter.name_part().end(), "="),
            false => (parameter.equals_part().end(), ""),
        };
        let end = parameter.part().end();
        return format!("{}{equals}{value}{}", &text[..from], &text[end..]);
    }
    let hash = link.fragment_part().map(|part| part.start() - 1);
    let end = hash.unwrap_or_else(|| link.content().end());
    let (before, behind) = text.split_at(end);
    let sign = match link.query_part() {
        None => "?",
        Some(_) if before.ends_with(['?', '&']) => "",
        Some(_) => "&",
    };
    format!("{before}{sign}{name}={value}{behind}")
}

/// A value as it is written in a link; what a platform fills in stays as it is.
fn written(value: &str) -> std::borrow::Cow<'_, str> {
    match Link::parse(value, Context::Text).templates() {
        [] => encode_value(value),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::with_tags;

    #[test]
    fn tags_stand_in_the_query_before_the_fragment() {
        for (link, expected) in [
            ("https://a.example", "https://a.example?utm_source=x"),
            (
                "https://a.example/#top",
                "https://a.example/?utm_source=x#top",
            ),
            (
                "https://a.example/?a=1#b?c",
                "https://a.example/?a=1&utm_source=x#b?c",
            ),
            ("https://a.example/?", "https://a.example/?utm_source=x"),
            (
                "https://a.example/?a=1&",
                "https://a.example/?a=1&utm_source=x",
            ),
        ] {
            assert_eq!(with_tags(link, &[("utm_source", "x")]), expected);
        }
    }

    #[test]
    fn a_tag_that_is_there_gets_the_new_value() {
        let tagged = with_tags(
            "https://a.example/?utm_source=old&a=1#top",
            &[("utm_source", "new one"), ("utm_medium", "email")],
        );
        assert_eq!(
            tagged,
            "https://a.example/?utm_source=new%20one&a=1&utm_medium=email#top"
        );
        let empty = with_tags("https://a.example/?utm_source", &[("utm_source", "x")]);
        assert_eq!(empty, "https://a.example/?utm_source=x");
    }

    #[test]
    fn what_a_platform_fills_in_is_not_escaped() {
        let tagged = with_tags("https://a.example", &[("utm_term", "{keyword}")]);
        assert_eq!(tagged, "https://a.example?utm_term={keyword}");
    }
}
