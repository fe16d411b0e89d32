//! What a line of the attribution mapping asks for. In its texts `*` stands for any text, and letter
//! case doesn't count.

use std::collections::BTreeSet;

use crate::model::AttributionRule;
use crate::model::values::{OneOrMany, Text};

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
