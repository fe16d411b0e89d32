//! Values that nobody meant to publish: placeholders left from a template, and words that
//! analytics writes itself where it knows nothing.

/// No placeholder is longer.
const LONGEST: usize = 40;

/// Words that stand where a value was to be filled in.
const PLACEHOLDERS: &[&str] = &[
    "tbd",
    "tba",
    "tbc",
    "todo",
    "fixme",
    "changeme",
    "change-me",
    "change_me",
    "replaceme",
    "replace-me",
    "replace_me",
    "fillme",
    "fill-me",
    "fill_me",
    "placeholder",
    "lorem",
    "lorem-ipsum",
    // What a program writes for a value that it doesn't have.
    "undefined",
    "null",
    "nan",
    "[object object]",
];

/// Words that name the thing to be filled in: `your-campaign`, `campaign_name_here`.
const SLOTS: &[&str] = &[
    "utm", "campaign", "source", "medium", "content", "term", "keyword", "keywords", "name", "id",
    "value", "text", "title", "date", "channel", "brand", "company",
];

/// Words that ask somebody to fill something in.
const ORDERS: &[&str] = &[
    "your", "insert", "enter", "put", "add", "replace", "select", "choose",
];

/// What analytics shows where it knows nothing, or decides by itself. The first three make a visit
/// "Direct" (<https://support.google.com/analytics/answer/9756891>).
const RESERVED: &[&str] = &[
    "(direct)",
    "(none)",
    "(not set)",
    "(not provided)",
    "(organic)",
    "(referral)",
    "(other)",
    "(cross-network)",
    "(data not available)",
];

/// Whether a value is a placeholder that nobody filled in: `xxx`, `TBD`, `your-campaign`,
/// `<campaign>`, `undefined`. Whole values only: a campaign may well be called `todo-app`.
pub fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    // Nearly every value is sent away by its first byte or its length.
    match value.as_bytes() {
        [] | [b'0'..=b'9', ..] => false,
        bytes => bytes.len() <= LONGEST && looks_left_over(value),
    }
}

fn looks_left_over(value: &str) -> bool {
    let is_one_of = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(value));
    let crosses = value.len() >= 3 && value.bytes().all(|byte| byte | 0x20 == b'x');
    let bracketed = |open: char, close: char| {
        value
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|name| {
                !name.is_empty()
                    && name
                        .chars()
                        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            })
    };
    crosses
        || is_one_of(PLACEHOLDERS)
        || bracketed('<', '>')
        || bracketed('[', ']')
        || is_order(value)
}

/// `your-campaign`, `insert_source_here`, `campaign-name-here`, `utm_campaign`.
fn is_order(value: &str) -> bool {
    let begins = |word: &&str| {
        let head = value.as_bytes().get(..word.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
    };
    let bytes = value.as_bytes();
    let ends_in_here = bytes.len() > 4 && bytes[bytes.len() - 4..].eq_ignore_ascii_case(b"here");
    if !ends_in_here && !begins(&"utm") && !ORDERS.iter().any(begins) {
        return false;
    }
    let one_of = |list: &[&str], word: &str| list.iter().any(|o| o.eq_ignore_ascii_case(word));
    let mut words = value
        .split(['-', '_', ' '])
        .filter(|word| !word.is_empty())
        .peekable();
    let ordered = words.next_if(|word| one_of(ORDERS, word)).is_some();
    let utm = words
        .peek()
        .is_some_and(|word| word.eq_ignore_ascii_case("utm"));
    let mut slots = 0;
    let mut here = false;
    for word in words {
        if here {
            return false;
        }
        if word.eq_ignore_ascii_case("here") {
            here = true;
        } else if one_of(SLOTS, word) {
            slots += 1;
        } else {
            return false;
        }
    }
    slots > usize::from(utm) && (ordered || here || utm) || (ordered && here)
}

/// Whether a value is one that analytics writes itself: `(direct)`, `(not set)`.
pub fn is_reserved(value: &str) -> bool {
    value.starts_with('(') && RESERVED.iter().any(|word| word.eq_ignore_ascii_case(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_to_be_filled_in_is_recognised() {
        for value in [
            "xxx",
            "XXXX",
            "TBD",
            "todo",
            "changeme",
            "your-campaign",
            "YOUR_CAMPAIGN_NAME",
            "your campaign",
            "<campaign>",
            "[source]",
            "insert_source_here",
            "campaign-name-here",
            "utm_campaign",
            "undefined",
            "[object Object]",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
    }

    #[test]
    fn a_real_name_is_none() {
        for value in [
            "todo-app",
            "xx",
            "xbox",
            "your-inbox",
            "select",
            "brand",
            "campaign",
            "source",
            "email",
            "utm",
            "replace-windows",
            "null-island",
            "content-syndication",
            "add-on",
            "choose-your-plan",
            "nano",
            "",
        ] {
            assert!(!is_placeholder(value), "{value}");
        }
    }

    #[test]
    fn words_of_analytics_are_recognised() {
        assert!(is_reserved("(not set)") && is_reserved("(Direct)"));
        assert!(!is_reserved("direct") && !is_reserved("(spring)"));
    }
}
