//! Whether one event of a record is what a `did:` asks for.

use jiff::civil::Date;

use super::calendar::{days_between, months_before};
use super::expression::{About, Detail, EventTest, Period};
use super::text::Text;
use super::value::Event;

/// Whether the event counts. An event after today has not happened yet.
pub(super) fn matches(test: &EventTest, event: &Event, today: Date) -> bool {
    if test.kind.as_deref().is_some_and(|kind| kind != event.kind) {
        return false;
    }
    let on = event.at.date();
    let recent = match test.within {
        None => true,
        Some(Period::Days(days)) => i64::from(days_between(on, today)) <= i64::from(days),
        Some(Period::Months(months)) => on >= months_before(today, months),
    };
    recent && on <= today && test.details.iter().all(|detail| has(detail, event))
}

fn has(detail: &Detail, event: &Event) -> bool {
    let value = match detail.about {
        About::Status => &event.status,
        About::Campaign => &event.campaign,
        About::Asset => &event.asset,
        About::Sort => &event.sort,
        About::Url => &event.url,
    };
    let Some(value) = value.as_deref().filter(|value| !value.is_empty()) else {
        return detail.not;
    };
    let found = detail.values.iter().any(|wanted| match detail.about {
        About::Url => is_page(value, wanted),
        _ => wanted.equals(value),
    });
    found != detail.not
}

/// Whether an address is the wanted page or one below it. `/pricing` is that path on any site,
/// `acme.example/pricing` on that one; what follows `?` or `#` does not count.
fn is_page(url: &str, wanted: &Text) -> bool {
    let (wanted, exact) = (page(wanted.written()), wanted.is_exact());
    let mut page = page(url);
    if wanted.starts_with('/') {
        page = match page.find('/') {
            Some(0) => page,
            Some(slash) => &page[slash..],
            // The bare name of a site is its first page.
            None => "/",
        };
    }
    let wanted = wanted.trim_end_matches('/');
    if wanted.is_empty() {
        return page.trim_end_matches('/').is_empty();
    }
    let Some((head, rest)) = page.split_at_checked(wanted.len()) else {
        return false;
    };
    super::text::same(head, wanted, exact) && (rest.is_empty() || rest.starts_with('/'))
}

/// An address without its scheme and what follows the path.
fn page(url: &str) -> &str {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = url.find(['?', '#']).unwrap_or(url.len());
    &url[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_met_with_those_below_it() {
        let is = |url, wanted| is_page(url, &Text::new(wanted, false));
        for url in [
            "/pricing",
            "https://acme.example/pricing/?a=1",
            "acme.example/Pricing/eu#x",
        ] {
            assert!(is(url, "/pricing"), "{url}");
        }
        for url in [
            "/prices",
            "/pricing-old",
            "https://acme.example/x/pricing",
            "https://acme.example",
        ] {
            assert!(!is(url, "/pricing"), "{url}");
        }
        assert!(is("https://acme.example/pricing", "https://acme.example"));
        assert!(!is("https://other.example/pricing", "acme.example/pricing"));
        assert!(is("https://acme.example", "/") && !is("https://acme.example/a", "/"));
    }
}
