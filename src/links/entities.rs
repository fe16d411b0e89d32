//! Character references (`&amp;`, `&#38;`, `&#x26;`) inside a link.
//!
//! Only references that end in `;` are read, and of the named ones only those that reach links in
//! practice: `&` itself, the characters markup must escape, and typographic quotes and dashes that an
//! editor puts in. The full list of names is
//! <https://html.spec.whatwg.org/multipage/named-characters.html>; reading it whole would turn
//! parameters such as `&copy;` or `&reg;` behind an unlucky `;` into characters.

use super::part::Part;

/// One character reference.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entity {
    /// From its `&` to its `;`.
    pub part: Part,
    /// The character it stands for.
    pub character: char,
    /// It was escaped again: `&amp;amp;`, `&amp;#038;`. A defect in markup, too.
    pub twice: bool,
}

const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("equals", '='),
    ("quest", '?'),
    ("num", '#'),
    ("percnt", '%'),
];

/// More digits than this can't name a character, whatever zeros lead them in practice.
const LONGEST: usize = 12;

/// Every character reference of `text`, in order. Empty without allocation when there is none.
pub(crate) fn all(text: &str) -> Vec<Entity> {
    within(text, Part::new(0, text.len()))
}

/// Every character reference that lies whole in `part` of `text`.
pub(crate) fn within(text: &str, part: Part) -> Vec<Entity> {
    let bytes = &text.as_bytes()[..part.end()];
    let mut found = Vec::new();
    let mut from = part.start();
    if memchr::memchr(b';', &bytes[from..]).is_none() {
        return found;
    }
    while let Some(offset) = memchr::memchr(b'&', &bytes[from..]) {
        let start = from + offset;
        match at(bytes, start) {
            Some(entity) => {
                from = entity.part.end();
                found.push(entity);
            }
            None => from = start + 1,
        }
    }
    found
}

/// The reference whose `&` is at `start`.
fn at(bytes: &[u8], start: usize) -> Option<Entity> {
    let (mut character, mut end) = body(bytes, start + 1)?;
    let mut twice = false;
    // `&amp;amp;` and `&amp;#038;` are one `&` that two programs escaped in turn.
    while character == '&'
        && let Some((inner, inner_end)) = body(bytes, end)
    {
        (character, end, twice) = (inner, inner_end, true);
    }
    Some(Entity {
        part: Part::new(start, end),
        character,
        twice,
    })
}

/// What stands between `&` and `;`, and where it ends, the `;` included.
fn body(bytes: &[u8], start: usize) -> Option<(char, usize)> {
    let rest = bytes.get(start..)?;
    let window = &rest[..rest.len().min(LONGEST)];
    let length = memchr::memchr(b';', window)?;
    let name = std::str::from_utf8(&window[..length]).ok()?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                    u32::from_str_radix(digits, 16)
                }
                None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse(),
                _ => return None,
            };
            char::from_u32(code.ok()?)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, start + length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, char, bool)> {
        all(text)
            .into_iter()
            .map(|entity| (entity.part.of(text), entity.character, entity.twice))
            .collect()
    }

    #[test]
    fn named_decimal_and_hexadecimal_references_are_read() {
        assert_eq!(
            read("a&amp;b&#38;c&#x26;d&#0045;e"),
            [
                ("&amp;", '&', false),
                ("&#38;", '&', false),
                ("&#x26;", '&', false),
                ("&#0045;", '-', false)
            ]
        );
    }

    #[test]
    fn a_reference_that_was_escaped_again_is_one() {
        assert_eq!(
            read("?a=1&amp;amp;b=2&amp;#038;c"),
            [("&amp;amp;", '&', true), ("&amp;#038;", '&', true)]
        );
    }

    #[test]
    fn ordinary_parameters_are_no_references() {
        assert!(read("?a=1&b=2;c&utm_source=x;&#top;&#;&#x;&;").is_empty());
    }
}
