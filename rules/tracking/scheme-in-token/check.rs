//! `https://` twice, or hidden in a token.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::{Place, Reporter};
use crate::links::{Family, Form, Tag};
use crate::model::Platform;
use crate::model::values::Text;
use crate::syntax::edit;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    match link.url.form() {
        Form::Web => {
            written_twice(link, report);
            in_token_value(link, report);
        }
        Form::Templated => in_token(link, context, report),
        _ => {}
    }
}

/// `https://https://acme.example`.
fn written_twice(link: &LinkSubject<'_>, report: &mut Reporter) {
    let (Some(second), Some(first)) = (link.url.second_scheme(), link.url.scheme_part()) else {
        return;
    };
    let text = link.url.text();
    let keep_second = link.url.scheme_is("http") && second.of(text).contains(':');
    let surplus = if keep_second {
        first.start()..second.start()
    } else {
        second.range()
    };
    report
        .find(
            link.at(second),
            format!(
                "`{}` stands here a second time, so the link leads nowhere.",
                second.of(text)
            ),
            "Write the scheme once.",
        )
        .unsafe_fix("remove one of the two", link.replace_range(surplus, ""));
}

/// `https://{{my.page}}`, and the campaign's token `page` begins with `https://` as well.
fn in_token_value(link: &LinkSubject<'_>, report: &mut Reporter) {
    let Some(host) = link.url.host_part() else {
        return;
    };
    let text = link.url.text();
    let first = link.url.templates_in(host).next();
    let Some(token) = first.filter(|token| token.part.start() == host.start()) else {
        return;
    };
    let Some(value) = value_of_token(link, token.inner(text)) else {
        return;
    };
    let Some(scheme) = scheme_of(value.value) else {
        return;
    };
    let place = Place::part(value.node, 0..scheme.len());
    report
        .find(
            place,
            format!(
                "The token begins with `{scheme}`, and links write `https://` in front of it already."
            ),
            "Keep only the host and the path in the token.",
        )
        .because(link.at(token.part), "used here, behind the scheme")
        .unsafe_fix(
            format!("remove `{scheme}`"),
            edit::replace_part(value.node, 0..scheme.len(), ""),
        );
}

/// `{{my.page}}?utm_source=x` in an e-mail.
fn in_token(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let text = link.url.text();
    let Some(token) = link.url.templates().first() else {
        return;
    };
    let is_marketo = token.family == Family::DoubleBrace
        && token.part.start() == link.url.content().start()
        && program_token(token.inner(text)).is_some();
    if !is_marketo || !is_in_email(link, context) {
        return;
    }
    report.find(
        link.at(token.part),
        format!(
            "The link begins with the token `{}`, so Marketo doesn't track clicks on it.",
            token.part.of(text)
        ),
        "Write `https://` in front of the token, and keep only the host and the path in it.",
    );
}

/// Program tokens are Marketo's own syntax; where a platform or a medium is named, it must fit.
fn is_in_email(link: &LinkSubject<'_>, context: &Context<'_>) -> bool {
    let medium = link.tag(Tag::Medium).filter(|tag| !link.is_templated(tag));
    let medium = medium.map_or("", |tag| tag.value.as_ref());
    let by_medium = || context.tracking()?.keys.platforms.as_ref()?.get(medium);
    let platform = link
        .entry
        .and_then(|entry| entry.platform)
        .or_else(|| by_medium().copied());
    let is_email = medium.is_empty()
        || ["email", "e-mail", "e_mail", "e mail"]
            .iter()
            .any(|name| name.eq_ignore_ascii_case(medium));
    is_email && platform.is_none_or(|platform| platform == Platform::Marketo)
}

/// `page` of `my.page`.
fn program_token(name: &str) -> Option<&str> {
    let prefix = name.get(..3)?;
    prefix.eq_ignore_ascii_case("my.").then(|| name[3..].trim())
}

fn value_of_token<'a>(link: &LinkSubject<'a>, name: &str) -> Option<Text<'a>> {
    let name = program_token(name)?;
    let tokens = link.campaign?.tokens.as_ref()?;
    let found = tokens.entries.iter().find(|(key, _)| {
        let key = program_token(key.value).unwrap_or(key.value);
        key.eq_ignore_ascii_case(name)
    });
    found.map(|(_, value)| *value)
}

fn scheme_of(value: &str) -> Option<&str> {
    ["https://", "http://"].iter().find_map(|scheme| {
        value
            .get(..scheme.len())
            .filter(|start| start.eq_ignore_ascii_case(scheme))
    })
}
