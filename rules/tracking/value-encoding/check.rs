//! The percent escapes of a value are whole, stand once, and are UTF-8.

use std::ops::Range;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Escape, EscapeKind, Parameter, Place, encode_value};
use crate::model::reader::shown;
use crate::syntax::Edit;

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        let Some(parameter) = link.parameter(tag) else {
            continue;
        };
        if !parameter.raw_value().contains('%') {
            continue;
        }
        let mut escapes = link.url.escapes_in(parameter.value_part());
        if parameter.place() == Place::Nested {
            // Inside another parameter everything is escaped twice, and rightly so.
            escapes.retain(|escape| escape.kind == EscapeKind::Broken);
        }
        let Some(first) = escapes.first() else {
            continue;
        };
        if parameter.is_templated() {
            continue;
        }
        let (name, text) = (parameter.name(), shown(first.part.of(link.url.text())));
        let (message, help) = match first.kind {
            EscapeKind::Broken => (
                format!("`{text}` in `{name}` is not a whole percent escape."),
                "Write `%25` for a percent sign, or the two digits that are missing.",
            ),
            EscapeKind::Double => (
                format!("`{text}` in `{name}` was escaped twice."),
                "Escape the value once.",
            ),
            EscapeKind::NotUtf8 => (
                format!("`{text}` in `{name}` is not UTF-8, the encoding of links."),
                "Escape the bytes of the UTF-8 text.",
            ),
        };
        let finding = report.find(link.at(first.part), message, help);
        let edits: Option<Vec<Edit>> = escapes
            .iter()
            .map(|escape| {
                let (range, new) = mended(link.url.text(), parameter, escape)?;
                Some(link.replace_range(range, &new))
            })
            .collect();
        if let Some(edits) = edits {
            finding.unsafe_fix("mend the escapes", edits);
        }
    }
}

/// What takes the place of a bad escape.
fn mended(
    text: &str,
    parameter: &Parameter<'_>,
    escape: &Escape,
) -> Option<(Range<usize>, String)> {
    let range = escape.part.range();
    match escape.kind {
        // The link was cut off in the middle of an escape.
        EscapeKind::Broken if range.end == parameter.value_part().end() => {
            Some((range, String::new()))
        }
        EscapeKind::Broken => Some((range.start..range.start + 1, "%25".to_string())),
        EscapeKind::Double => {
            let digits = text.get(range.start + 3..range.end)?;
            Some((range, format!("%{digits}")))
        }
        EscapeKind::NotUtf8 => {
            // Nearly always the old Western encoding, in which a byte from A0 on is the character
            // with the same number.
            let mut decoded = String::new();
            for digits in text.get(range.clone())?.split('%').skip(1) {
                let byte = u8::from_str_radix(digits, 16).ok()?;
                decoded.push((byte >= 0xa0).then(|| char::from(byte))?);
            }
            Some((range, encode_value(&decoded).into_owned()))
        }
    }
}
