//! The YAML 1.2 core schema: which plain text is a number, a yes/no value or nothing.

/// What a scalar means by the YAML 1.2 core schema.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Core<'t> {
    /// Nothing: an empty plain value, `~` or `null`.
    Null,
    /// `true` or `false`. (`yes`, `NO` and `on` are text in YAML 1.2.)
    Bool(bool),
    /// A whole number, also `0x1F` and `0o17`.
    Int(i64),
    /// A number with a fraction or exponent, `.inf`, `.nan`; also a whole number that does not fit
    /// into 64 bits.
    Float(f64),
    /// Everything else that is a scalar; the decoded text.
    Text(&'t str),
    /// Not a scalar: a mapping, a sequence or an error node.
    Collection,
}

/// Resolves the text of a plain, untagged scalar.
pub fn resolve_plain(text: &str) -> Core<'_> {
    // Most text is told by its first byte; this keeps the common case to one comparison.
    let Some(first) = text.bytes().next() else {
        return Core::Null;
    };
    match first {
        b'~' if text.len() == 1 => Core::Null,
        b'n' | b'N' if matches!(text, "null" | "Null" | "NULL") => Core::Null,
        b't' | b'T' if matches!(text, "true" | "True" | "TRUE") => Core::Bool(true),
        b'f' | b'F' if matches!(text, "false" | "False" | "FALSE") => Core::Bool(false),
        b'0'..=b'9' | b'+' | b'-' | b'.' => int(text)
            .or_else(|| float(text).map(Core::Float))
            .unwrap_or(Core::Text(text)),
        _ => Core::Text(text),
    }
}

/// A whole number of the core schema.
pub(super) fn int(text: &str) -> Option<Core<'_>> {
    let (digits, radix) = match text.as_bytes() {
        [b'0', b'x', ..] => (&text[2..], 16),
        [b'0', b'o', ..] => (&text[2..], 8),
        _ => {
            let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            return Some(
                text.parse()
                    .map(Core::Int)
                    .unwrap_or_else(|_| Core::Float(text.parse().unwrap_or(f64::INFINITY))),
            );
        }
    };
    // `from_str_radix` would take a sign here, the core schema does not.
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    Some(
        i64::from_str_radix(digits, radix)
            .map(Core::Int)
            .unwrap_or_else(|_| {
                let value = digits.chars().filter_map(|digit| digit.to_digit(radix));
                Core::Float(value.fold(0.0, |sum, digit| sum * f64::from(radix) + f64::from(digit)))
            }),
    )
}

/// A number with fraction, exponent, or one of the special values.
pub(super) fn float(text: &str) -> Option<f64> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1.0, &text[1..]),
        b'+' => (1.0, &text[1..]),
        _ => (1.0, text),
    };
    if matches!(rest, ".inf" | ".Inf" | ".INF") {
        return Some(sign * f64::INFINITY);
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some(f64::NAN);
    }
    // [0-9]* ( . [0-9]* )? ( [eE] [-+]? [0-9]+ )?  with at least one digit before the exponent.
    let bytes = rest.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let whole = digits(0);
    let mut at = whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits(at + 1);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        let exponent = digits(at);
        if exponent == 0 {
            return None;
        }
        at += exponent;
    }
    if at != bytes.len() {
        return None;
    }
    text.parse().ok()
}
