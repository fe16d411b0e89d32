//! Amounts of money as people and tools write them.

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Amount {
    /// Nothing, or a word for "not settled yet".
    Open,
    /// An amount as it is written in YAML, and the currency where the cell names it without doubt.
    Known(String, Option<String>),
    /// It is no amount, or could be two.
    Unclear,
}

/// Whether a comma divides thousands or begins the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comma {
    Thousands,
    Decimals,
}

/// Reads a cell; `comma` is what the rest of the column says.
pub(super) fn read(cell: &str, comma: Option<Comma>) -> Amount {
    if super::dates::is_open(cell) {
        return Amount::Open;
    }
    let (digits, rest): (String, String) = cell
        .chars()
        .partition(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\''));
    let word: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    let currency = match word.as_str() {
        // `$` is the sign of many currencies.
        "" | "$" => None,
        "€" => Some("EUR".to_string()),
        "£" => Some("GBP".to_string()),
        "US$" => Some("USD".to_string()),
        code if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => Some(word),
        _ => return Amount::Unclear,
    };
    let digits = digits.replace('\'', "");
    let negative = digits.starts_with('-');
    let digits = digits.trim_start_matches('-');
    let Some(plain) = plain(digits, comma) else {
        return Amount::Unclear;
    };
    let sign = if negative { "-" } else { "" };
    Amount::Known(format!("{sign}{plain}"), currency)
}

/// What the signs of a cell say about commas, where they say it.
pub(super) fn evidence(cell: &str) -> Option<Comma> {
    let last = cell.rfind([',', '.'])?;
    let tail = cell[last + 1..]
        .chars()
        .filter(char::is_ascii_digit)
        .count();
    let is_comma = cell[last..].starts_with(',');
    let both = cell.contains(',') && cell.contains('.');
    let several = cell.matches(if is_comma { ',' } else { '.' }).count() > 1;
    match (is_comma, both, several, tail) {
        (true, true, _, _) | (true, false, false, 1 | 2) => Some(Comma::Decimals),
        (false, true, _, _) | (false, false, false, 1 | 2) => Some(Comma::Thousands),
        (true, false, true, 3) => Some(Comma::Thousands),
        (false, false, true, 3) => Some(Comma::Decimals),
        _ => None,
    }
}

fn plain(digits: &str, comma: Option<Comma>) -> Option<String> {
    let (thousands, point) = match evidence(digits).or(comma) {
        Some(Comma::Decimals) => ('.', ','),
        Some(Comma::Thousands) => (',', '.'),
        // `12,000` and nothing else in the column to go by: nobody has cents in threes.
        None => (',', '.'),
    };
    if comma.is_none() && evidence(digits).is_none() && digits.contains('.') {
        // `12.000` may be twelve or twelve thousand.
        let (_, tail) = digits.rsplit_once('.')?;
        if tail.len() == 3 && tail != "000" || tail == "000" && digits.len() < 8 {
            return None;
        }
    }
    let bare = digits.replace(thousands, "");
    let (whole, cents) = bare.split_once(point).unwrap_or((&bare, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || !all_digits(whole) || !all_digits(cents) {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match (cents.len(), cents.trim_end_matches('0')) {
        (_, "") => Some(whole.to_string()),
        (_, some) if some.len() <= 2 => Some(format!("{whole}.{some:0<2}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_many_forms() {
        for (cell, expected) in [
            ("12000", "12000"),
            ("12,000.00", "12000"),
            ("12.000,50", "12000.50"),
            ("USD 12,000", "12000 USD"),
            ("€ 1.200,00", "1200 EUR"),
            ("$99.5", "99.50"),
            ("-5", "-5"),
            ("0", "0"),
            ("12,5", "12.50"),
            ("1,234,567", "1234567"),
            ("12.000", "?"),
            ("5k", "?"),
            ("about 5", "?"),
            ("TBD", "open"),
            ("12'000", "12000"),
        ] {
            let read = match read(cell, None) {
                Amount::Open => "open".into(),
                Amount::Known(amount, None) => amount,
                Amount::Known(amount, Some(currency)) => format!("{amount} {currency}"),
                Amount::Unclear => "?".into(),
            };
            assert_eq!(read, expected, "{cell}");
        }
        assert_eq!(
            read("12.000", Some(Comma::Decimals)),
            Amount::Known("12000".into(), None)
        );
    }
}
