//! When two texts are one word spelt in two ways: letter case, hyphens, plural, British and American.
//!
//! There is no edit distance anywhere in it: `Q1` and `Q2` are one letter apart and two things.

use std::borrow::Cow;

/// Texts of so few letters and digits are codes: only letter case and spaces don't count in them.
const SHORT: usize = 3;

/// What stays of a text when its spelling doesn't count. Equal keys are one word.
pub(crate) fn key(text: &str) -> String {
    if is_code(text) {
        return one_line(text);
    }
    let words = words(text);
    let whole = words.concat();
    // `Dev Sec Ops` and `DevSecOps`; a `Model S` is no `Model`.
    match words.last() {
        Some(last) if last.len() > 1 => singular(&whole).into_owned(),
        _ => whole,
    }
}

/// The same with its words in alphabetical order; `None` where order may be what it says
/// (`Lead to Account`), and for single words.
pub(crate) fn key_of_any_order(text: &str) -> Option<String> {
    const DIRECTIONS: &[&str] = &[
        "to", "from", "of", "by", "vs", "versus", "for", "in", "on", "over", "under", "before",
        "after", "with", "without", "not", "no", ">", "<",
    ];
    let mut words = words(text);
    let ordered = words.len() < 2
        || words
            .iter()
            .any(|word| DIRECTIONS.contains(&&**word) || word.bytes().any(|b| b.is_ascii_digit()));
    if ordered {
        return None;
    }
    words.sort_unstable();
    Some(words.join(" "))
}

/// What texts share that may be each other's abbreviation; see [`abbreviates`].
pub(crate) fn key_of_beginnings(text: &str) -> Option<String> {
    let mut beginnings: Vec<String> = words(text)
        .iter()
        .map(|word| word.chars().take(3).collect())
        .collect();
    if beginnings.len() < 2 || beginnings.iter().any(|word| word.chars().count() < 3) {
        return None;
    }
    beginnings.sort_unstable();
    Some(beginnings.concat())
}

/// Whether one text is the other with two words or more cut short: `Prof Serv Request` for
/// `Request - Professional Services`. One is not enough: `Data Security` is no `Database Security`.
pub(crate) fn abbreviates(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (words(one), words(other));
    if one.len() != other.len() {
        return false;
    }
    one.sort_unstable();
    other.sort_unstable();
    let mut shortened = 0;
    for (a, b) in one.iter().zip(&other) {
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        if short == long {
            continue;
        }
        if !(3..=4).contains(&short.len()) || long.len() < 7 || !long.starts_with(&**short) {
            return false;
        }
        shortened += 1;
    }
    shortened >= 2
}

/// How many words a text has.
pub(crate) fn word_count(text: &str) -> usize {
    words(text).len()
}

/// Whether a text is so short that every sign counts.
fn is_code(text: &str) -> bool {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .nth(SHORT)
        .is_none()
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().flat_map(char::to_lowercase));
    }
    line
}

/// The words of a text in lower case, American and in the singular; a sign that means something is
/// a word of its own.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next_is_digit = letters.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase().map(without_accent));
        } else if !matches!(c, '\'' | '’' | '\u{200b}' | '\u{ad}') {
            finish(&mut word, &mut words);
            match c {
                '&' => words.push("and".to_string()),
                '+' | '#' | '%' | '<' | '>' | '$' | '€' | '£' | '*' | '@' | '=' => {
                    words.push(c.to_string());
                }
                // 1.0 is not 10, and -5 is not 5.
                _ if next_is_digit && before.is_ascii_digit() => words.push("-".to_string()),
                '-' if next_is_digit && before.is_whitespace() => words.push("-".to_string()),
                _ => {}
            }
        }
        before = c;
    }
    finish(&mut word, &mut words);
    words
}

fn finish(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        let american = american(&singular(word)).into_owned();
        words.push(american);
        word.clear();
    }
}

/// The letters of Western Europe without their accents.
fn without_accent(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// `reports` and `report` are one word, `news` and `new` are two. What comes out need not be a word:
/// it is only compared with what comes out of others.
fn singular(word: &str) -> Cow<'_, str> {
    const NO_PLURALS: &[&str] = &[
        "news", "sales", "goods", "customs", "means", "arts", "glasses",
    ];
    let is_plural = word.is_ascii()
        && word.len() > SHORT
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        && !NO_PLURALS.contains(&word);
    if !is_plural {
        return Cow::Borrowed(word);
    }
    let stem = &word[..word.len() - 1];
    if let Some(stem) = stem.strip_suffix("ie")
        && stem.len() >= SHORT
    {
        return Cow::Owned(format!("{stem}y"));
    }
    let sibilant = ["xe", "che", "she", "sse", "zze"];
    if sibilant.iter().any(|end| stem.ends_with(end)) {
        return Cow::Borrowed(&stem[..stem.len() - 1]);
    }
    Cow::Borrowed(stem)
}

/// Words that are spelt differently in Britain, with the American spelling.
const AMERICAN: &[(&str, &str)] = &[
    ("adviser", "advisor"),
    ("aluminium", "aluminum"),
    ("analyse", "analyze"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("cheque", "check"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("enquiry", "inquiry"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("fibre", "fiber"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("grey", "gray"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("licence", "license"),
    ("litre", "liter"),
    ("metre", "meter"),
    ("offence", "offense"),
    ("orthopaedic", "orthopedic"),
    ("paediatric", "pediatric"),
    ("programme", "program"),
    ("theatre", "theater"),
    ("tyre", "tire"),
];

/// Verbs whose last letter Britain doubles before an ending.
const DOUBLING: &[&str] = &[
    "cancel", "channel", "counsel", "fuel", "label", "level", "model", "signal", "total", "travel",
];

fn american(word: &str) -> Cow<'_, str> {
    if let Some((_, american)) = AMERICAN.iter().find(|(british, _)| *british == word) {
        return Cow::Borrowed(american);
    }
    for verb in DOUBLING {
        if let Some(ending) = word
            .strip_prefix(verb)
            .and_then(|rest| rest.strip_prefix('l'))
        {
            return match ending {
                "ed" | "ing" | "er" | "ation" => Cow::Owned(format!("{verb}{ending}")),
                _ => Cow::Borrowed(word),
            };
        }
    }
    // These also turn words that Britain and America spell alike into what is no word, but the same
    // one wherever they stand.
    const ENDINGS: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("iser", "izer"),
        ("ise", "ize"),
        ("ouring", "oring"),
        ("oured", "ored"),
        ("our", "or"),
        ("oural", "oral"),
        ("ourite", "orite"),
    ];
    const LONG: usize = 6;
    if word.len() >= LONG {
        for (british, american) in ENDINGS {
            if let Some(stem) = word.strip_suffix(british) {
                return Cow::Owned(format!("{stem}{american}"));
            }
        }
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_two_spellings() {
        for (one, other) in [
            ("Cancelled", "Canceled"),
            ("Attended On-demand", "Attended On-Demand"),
            ("Attended on demand", "Attended OnDemand"),
            ("Gated Content - Report", "Gated Content - Reports"),
            ("Healthcare", "Health Care"),
            ("E-book", "eBook"),
            ("DevSecOps", "Dev Sec Ops"),
            ("Follow-ups", "Followup"),
            ("Case Studies", "case-study"),
            ("Organisation", "Organizations"),
            ("Sales & Marketing", "Sales and marketing"),
            ("Training Programmes", "Training Program"),
            ("Women’s Network", "Womens network"),
            ("São Paulo", "Sao Paulo"),
            ("paid_social", "paidsocial"),
            ("us", "US"),
        ] {
            assert_eq!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn two_words() {
        for (one, other) in [
            ("Report", "Reporting"),
            ("US", "UK"),
            ("US", "U"),
            ("Model S", "Model"),
            ("EMEA", "EME"),
            ("Q1", "Q2"),
            ("A1", "A2"),
            ("A-", "A"),
            ("C++", "C#"),
            ("Declined", "Declined Invitation"),
            ("1.0", "10"),
            ("Level 1.0", "Level 10"),
            ("50-100", "50100"),
            ("> 500", "< 500"),
            ("Score -5", "Score 5"),
            ("News", "New"),
            ("Sales", "Sale"),
            ("Webinar 2025", "Webinar 2026"),
            ("Campus", "Campu"),
            ("Form Filled", "Form Filed"),
        ] {
            assert_ne!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn the_order_of_words_may_not_count() {
        let same = |one, other| key_of_any_order(one) == key_of_any_order(other);
        assert!(same("Contact Request", "Request - Contact"));
        assert_eq!(key_of_any_order("Lead to Account"), None);
        assert_eq!(key_of_any_order("FY27 Q1"), None);
        assert_eq!(key_of_any_order("Webcast"), None);
    }

    #[test]
    fn words_cut_short() {
        assert!(abbreviates(
            "Prof Serv Request",
            "Request - Professional Services"
        ));
        assert!(!abbreviates("Data Security", "Database Security"));
        assert!(!abbreviates("Prospecting Report", "Prospect Report"));
        assert_eq!(
            key_of_beginnings("Prof Serv Request"),
            key_of_beginnings("Request - Professional Services")
        );
    }

    #[test]
    fn nothing_breaks_it() {
        for text in [
            "",
            " ",
            "-",
            "'",
            "ß",
            "ſ",
            "İstanbul",
            "日本",
            "🎉🎉🎉🎉",
            "ss",
            "s",
            "ies",
        ] {
            let _ = (key(text), key_of_any_order(text), key_of_beginnings(text));
        }
    }
}
