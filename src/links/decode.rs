//! From what stands in a link to what an analytics tool reads, and back: percent escapes, `+`,
//! character references, and the map from every decoded byte to the bytes it came from.
//!
//! The rules are those of the URL standard's form parser
//! (<https://url.spec.whatwg.org/#urlencoded-parsing>), which GA4's collection follows: `+` is a space,
//! a broken escape stays as it stands, and bytes that are no UTF-8 become U+FFFD.

use super::{entities, part::Part, scan::touching, template::Template};
use std::borrow::Cow;
use std::ops::Range;

/// A percent escape that is not what it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Escape {
    /// The characters concerned, inside the link's text.
    pub part: Part,
    /// What is wrong.
    pub kind: EscapeKind,
}

/// What is wrong with a percent escape.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EscapeKind {
    /// `%` without two hexadecimal digits behind it: `%2`, `%ZZ`, `100%`.
    Broken,
    /// An escape that was escaped again: `%2520`.
    Double,
    /// Escapes whose bytes are no UTF-8: `%E9`, `%FF%FE`.
    NotUtf8,
}

/// A decoded text that knows where each of its bytes stands in the link.
#[derive(Clone, Debug)]
pub struct Decoded<'a> {
    text: Cow<'a, str>,
    /// Where the raw text begins in the link.
    start: usize,
    /// For every byte of `text` the bytes it came from, and one entry for its end. Empty when the
    /// decoded text is the raw one.
    map: Vec<Part>,
}

impl<'a> Decoded<'a> {
    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The decoded text, given away.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// The bytes of the link's text from which this range of the decoded text came. An empty range
    /// gives the place between two characters. Offsets beyond the end are taken as the end.
    pub fn source(&self, range: Range<usize>) -> Part {
        let end = range.end.min(self.text.len());
        let start = range.start.min(end);
        if self.map.is_empty() {
            return Part::new(self.start + start, self.start + end);
        }
        let first = self.map[start];
        if start == end {
            return Part::new(first.start(), first.start());
        }
        Part::new(first.start(), self.map[end - 1].end())
    }
}

/// How a stretch of a link is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Reading {
    /// How often percent escapes were applied: 1, or 2 for what is nested in another parameter.
    pub(crate) levels: u8,
    /// Whether `+` is a space, as in a query.
    pub(crate) plus: bool,
}

/// One decoded byte and the raw bytes it came from.
type Unit = (u8, Part);

/// Decodes `part` of `text` without remembering places: what most callers need.
pub(crate) fn value<'a>(text: &'a str, part: Part, reading: Reading) -> Cow<'a, str> {
    let raw = part.of(text);
    if !needs_decoding(raw) {
        return Cow::Borrowed(raw);
    }
    if reading.levels == 1 && memchr::memchr(b'&', raw.as_bytes()).is_none() {
        let mut bytes = Vec::with_capacity(raw.len());
        percent_bytes(raw.as_bytes(), reading.plus, &mut bytes);
        return Cow::Owned(match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        });
    }
    decoded(text, part, reading).into_text()
}

/// Decodes `part` of `text` and remembers where everything came from.
pub(crate) fn decoded<'a>(text: &'a str, part: Part, reading: Reading) -> Decoded<'a> {
    let raw = part.of(text);
    if !needs_decoding(raw) {
        return Decoded {
            text: Cow::Borrowed(raw),
            start: part.start(),
            map: Vec::new(),
        };
    }
    let mut units = characters(text, part);
    for _ in 0..reading.levels.max(1) {
        units = percent_units(&units, reading.plus);
    }
    let (decoded, mut map) = lossy(&units);
    map.push(Part::new(part.end(), part.end()));
    Decoded {
        text: Cow::Owned(decoded),
        start: part.start(),
        map,
    }
}

/// Whether decoding could change anything.
pub(crate) fn needs_decoding(raw: &str) -> bool {
    memchr::memchr3(b'%', b'+', b'&', raw.as_bytes()).is_some()
}

/// The bytes of a part with its character references replaced.
fn characters(text: &str, part: Part) -> Vec<Unit> {
    let bytes = text.as_bytes();
    let mut units = Vec::with_capacity(part.len());
    let mut at = part.start();
    for entity in entities::within(text, part) {
        units.extend(
            (at..entity.part.start()).map(|offset| (bytes[offset], Part::new(offset, offset + 1))),
        );
        let mut buffer = [0; 4];
        units.extend(
            entity
                .character
                .encode_utf8(&mut buffer)
                .bytes()
                .map(|byte| (byte, entity.part)),
        );
        at = entity.part.end();
    }
    units.extend((at..part.end()).map(|offset| (bytes[offset], Part::new(offset, offset + 1))));
    units
}

fn percent_bytes(raw: &[u8], plus: bool, into: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        match (byte, escaped(raw.get(at + 1), raw.get(at + 2))) {
            (b'%', Some(value)) => {
                into.push(value);
                at += 3;
                continue;
            }
            (b'+', _) if plus => into.push(b' '),
            _ => into.push(*byte),
        }
        at += 1;
    }
}

fn percent_units(units: &[Unit], plus: bool) -> Vec<Unit> {
    let mut into = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some(&(byte, part)) = units.get(at) {
        let digit = |offset: usize| units.get(at + offset).map(|(byte, _)| byte);
        match (byte, escaped(digit(1), digit(2))) {
            (b'%', Some(value)) => {
                into.push((value, Part::new(part.start(), units[at + 2].1.end())));
                at += 3;
                continue;
            }
            (b'+', _) if plus => into.push((b' ', part)),
            _ => into.push((byte, part)),
        }
        at += 1;
    }
    into
}

/// The byte two hexadecimal digits stand for.
fn escaped(high: Option<&u8>, low: Option<&u8>) -> Option<u8> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// UTF-8 from decoded bytes; every bad sequence becomes one U+FFFD. Each byte of a character maps to all
/// raw bytes of that character, so a range of characters maps to whole escapes.
fn lossy(units: &[Unit]) -> (String, Vec<Part>) {
    let bytes: Vec<u8> = units.iter().map(|(byte, _)| *byte).collect();
    let mut text = String::with_capacity(bytes.len());
    let mut map = Vec::with_capacity(bytes.len() + 1);
    let mut at = 0;
    let mut push = |character: char, from: usize, length: usize, map: &mut Vec<Part>| {
        let part = Part::new(units[from].1.start(), units[from + length - 1].1.end());
        text.push(character);
        map.extend(std::iter::repeat_n(part, character.len_utf8()));
    };
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            push(character, at, character.len_utf8(), &mut map);
            at += character.len_utf8();
        }
        if !chunk.invalid().is_empty() {
            push(
                char::REPLACEMENT_CHARACTER,
                at,
                chunk.invalid().len(),
                &mut map,
            );
            at += chunk.invalid().len();
        }
    }
    (text, map)
}

/// Everything wrong with the percent escapes of a part, in order; templates are left out.
pub(crate) fn escapes(text: &str, part: Part, templates: &[Template]) -> Vec<Escape> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut from = part.start();
    // Bytes of neighbouring escapes, judged together: a character may take four of them.
    let mut run: Vec<u8> = Vec::new();
    let mut run_part = Part::new(from, from);
    while let Some(offset) = memchr::memchr(b'%', &bytes[from..part.end()]) {
        let at = from + offset;
        if let Some(template) = touching(templates, Part::new(at, at + 1)).next() {
            from = template.part.end().min(part.end());
            continue;
        }
        if at != run_part.end() {
            judge(&mut run, run_part, &mut found);
            run_part = Part::new(at, at);
        }
        let inside = |offset: usize| (at + offset < part.end()).then(|| &bytes[at + offset]);
        match escaped(inside(1), inside(2)) {
            Some(b'%') if escaped(inside(3), inside(4)).is_some() => {
                found.push(Escape {
                    part: Part::new(at, at + 5),
                    kind: EscapeKind::Double,
                });
                from = at + 5;
            }
            Some(byte) => {
                run.push(byte);
                run_part = Part::new(run_part.start(), at + 3);
                from = at + 3;
            }
            None => {
                // What should have been its digits is shown with it, as far as it is plain text.
                let end = (1..=2)
                    .take_while(|offset| inside(*offset).is_some_and(u8::is_ascii_alphanumeric))
                    .last()
                    .unwrap_or(0);
                found.push(Escape {
                    part: Part::new(at, at + 1 + end),
                    kind: EscapeKind::Broken,
                });
                from = at + 1;
            }
        }
    }
    judge(&mut run, run_part, &mut found);
    found.sort_by_key(|escape| escape.part);
    found
}

fn judge(run: &mut Vec<u8>, part: Part, found: &mut Vec<Escape>) {
    let mut at = part.start();
    for chunk in run.utf8_chunks() {
        at += chunk.valid().len() * 3;
        if !chunk.invalid().is_empty() {
            let end = at + chunk.invalid().len() * 3;
            found.push(Escape {
                part: Part::new(at, end),
                kind: EscapeKind::NotUtf8,
            });
            at = end;
        }
    }
    run.clear();
}

/// A text as it should stand as the value of a parameter: letters, digits and `- . _ ~` as they are
/// (the unreserved characters of <https://www.rfc-editor.org/rfc/rfc3986#section-2.3>), everything else
/// as percent escapes of its UTF-8 bytes. A space becomes `%20`, which every reader takes for a space.
pub fn encode_value(value: &str) -> Cow<'_, str> {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    if value.bytes().all(plain) {
        return Cow::Borrowed(value);
    }
    let digit = |half: u8| {
        char::from_digit(u32::from(half), 16)
            .unwrap_or('0')
            .to_ascii_uppercase()
    };
    let mut encoded = String::with_capacity(value.len() + 8);
    for byte in value.bytes() {
        if plain(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    Cow::Owned(encoded)
}
