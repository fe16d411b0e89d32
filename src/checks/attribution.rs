//! What a line of the attribution mapping asks for. In its texts `*` stands for any text, and letter
//! case doesn't count.

use std::collections::BTreeSet;

use crate::model::values::{OneOrMany, Text};
use crate::model::{Attribution, AttributionRule};

/// The texts of each condition, in one spelling; a condition that any text meets has none.
pub(crate) type Asked = [BTreeSet<String>; 5];

/// The conditions of a line, in the order of its keys; those that any text meets are left out.
pub(crate) fn conditions<'r, 'a>(
    rule: &'r AttributionRule<'a>,
) -> [Option<&'r OneOrMany<'a, Text<'a>>>; 5] {
    [
        &rule.campaign,
        &rule.medium,
        &rule.source,
        &rule.landing_page,
        &rule.referrer,
    ]
    .map(|list| {
        let list = list.as_ref()?;
        let is_any = |text: &Text<'_>| {
            let text = text.value.trim();
            !text.is_empty() && text.bytes().all(|byte| byte == b'*')
        };
        (!list.items.iter().any(is_any)).then_some(list)
    })
}

/// What a line asks for, so that it can be compared with another.
pub(crate) fn asked(rule: &AttributionRule<'_>) -> Asked {
    conditions(rule).map(|list| {
        let texts = list.into_iter().flat_map(|list| &list.items);
        texts.map(|text| text.value.trim().to_lowercase()).collect()
    })
}

/// Whether a line takes visits with this source and medium: all of them, or some where it asks for
/// the campaign, the landing page or the referrer as well.
pub(crate) fn can_take(rule: &AttributionRule<'_>, source: &str, medium: &str) -> bool {
    let [_, of_medium, of_source, _, _] = conditions(rule);
    let holds = |list: Option<&OneOrMany<'_, Text<'_>>>, value: &str| {
        list.is_none_or(|list| list.items.iter().any(|text| matches(text.value, value)))
    };
    holds(of_medium, medium) && holds(of_source, source)
}

/// What is known of a visit before anybody clicks: its tags and the page it lands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit<'v> {
    pub(crate) campaign: &'v str,
    pub(crate) medium: &'v str,
    pub(crate) source: &'v str,
    /// The host and the path of the landing page.
    pub(crate) host: &'v str,
    pub(crate) path: &'v str,
}

/// Where a mapping counts a visit.
#[derive(Debug)]
pub(crate) struct Taken<'r, 'a> {
    /// The number of the line that takes it; `None` where none does.
    pub(crate) line: Option<usize>,
    /// Lines before it that take it as well, for visitors from the sites they name.
    pub(crate) by_referrer: Vec<&'r AttributionRule<'a>>,
}

/// The line of a mapping that takes a visit. Where the visitor comes from is not known of a link.
pub(crate) fn taken<'r, 'a>(mapping: &'r Attribution<'a>, visit: Visit<'_>) -> Taken<'r, 'a> {
    let mut by_referrer = Vec::new();
    for (number, rule) in mapping
        .rules
        .iter()
        .flat_map(|list| &list.items)
        .enumerate()
    {
        let [campaign, medium, source, page, referrer] = conditions(rule);
        let holds = |list: Option<&OneOrMany<'_, Text<'_>>>, test: &dyn Fn(&str) -> bool| {
            list.is_none_or(|list| list.items.iter().any(|text| test(text.value)))
        };
        let is_page = |pattern: &str| {
            let pattern = pattern.trim();
            let pattern = pattern.split_once("://").map_or(pattern, |(_, rest)| rest);
            match pattern.starts_with('/') {
                true => matches(pattern, visit.path),
                false => {
                    matches(pattern, &format!("{}{}", visit.host, visit.path))
                        || matches(pattern, visit.host)
                }
            }
        };
        let taken = holds(campaign, &|pattern| matches(pattern, visit.campaign))
            && holds(medium, &|pattern| matches(pattern, visit.medium))
            && holds(source, &|pattern| matches(pattern, visit.source))
            && holds(page, &is_page);
        match (taken, referrer) {
            (true, None) => {
                let line = Some(number);
                return Taken { line, by_referrer };
            }
            (true, Some(_)) => by_referrer.push(rule),
            (false, _) => {}
        }
    }
    Taken {
        line: None,
        by_referrer,
    }
}

/// Whether a text with `*` for any text matches a value.
fn matches(pattern: &str, value: &str) -> bool {
    let (pattern, value) = (pattern.trim().to_lowercase(), value.trim().to_lowercase());
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == value;
    };
    let Some(mut value) = value.strip_prefix(start) else {
        return false;
    };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in middle.split('*') {
        match value.find(part) {
            Some(at) => value = &value[at + part.len()..],
            None => return false,
        }
    }
    value.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_any_text() {
        for (pattern, value) in [
            ("paid*", "PaidSocial"),
            ("*social", "paidsocial"),
            ("*cial*", "paidsocial"),
            ("p*s*l", "paidsocial"),
            ("*", ""),
            ("email", "Email"),
        ] {
            assert!(matches(pattern, value), "{pattern} {value}");
        }
        for (pattern, value) in [("paid*", "unpaid"), ("a*a", "a"), ("email", "e-mail")] {
            assert!(!matches(pattern, value), "{pattern} {value}");
        }
    }
}
