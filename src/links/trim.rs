//! What surrounds a link: white space, and punctuation of the sentence it was copied from.

use super::{part::Part, scan::Scan};

/// More signs than this are no punctuation of a sentence; the bound keeps the search linear.
const MOST: usize = 32;

/// White space, and the invisible characters that word processors put around a link.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}'
        )
}

/// The text without white space at both ends.
pub(crate) fn content(text: &str) -> Part {
    let rest = text.trim_start_matches(is_space);
    let start = text.len() - rest.len();
    Part::new(start, start + rest.trim_end_matches(is_space).len())
}

/// Punctuation at the end of `content` that belongs to the sentence around the link. A bracket or
/// quotation mark that has its partner inside the link stays, and so does a template's last sign.
pub(crate) fn trailing_punctuation(scan: &Scan<'_>, content: Part) -> Part {
    let text = content.of(scan.text);
    let mut end = content.end();
    for _ in 0..MOST {
        if end <= content.start() {
            break;
        }
        if let Some(entity) = scan.entity_at(end - 1) {
            if !matches!(
                entity.character,
                '"' | '\'' | '”' | '’' | '»' | '>' | '…' | '“'
            ) || entity.part.start() < content.start()
            {
                break;
            }
            end = entity.part.start();
            continue;
        }
        if scan.template_at(end - 1).is_some() {
            break;
        }
        let so_far = &text[..end - content.start()];
        let Some(last) = so_far.chars().next_back() else {
            break;
        };
        if !is_stuck(last, so_far) {
            break;
        }
        end -= last.len_utf8();
    }
    let rest = &text[..end - content.start()];
    let removed = &text[end - content.start()..];
    // `..` and `./` are steps in a path.
    if rest.is_empty() || (rest.ends_with('/') && removed.bytes().all(|byte| byte == b'.')) {
        return Part::new(content.end(), content.end());
    }
    Part::new(end, content.end())
}

fn is_stuck(last: char, so_far: &str) -> bool {
    let count = |character: char| so_far.chars().filter(|other| *other == character).count();
    let unbalanced = |open: char, close: char| count(close) > count(open);
    match last {
        '.' | ',' | ';' | '!' | '…' | '\\' | '`' | '、' | '。' | '，' | '；' | '！' | '：' => {
            true
        }
        // The first question mark begins a query, however empty.
        '?' => count('?') > 1,
        ':' => count(':') > 1,
        ')' => unbalanced('(', ')'),
        ']' => unbalanced('[', ']'),
        '}' => unbalanced('{', '}'),
        '>' => unbalanced('<', '>'),
        '»' => unbalanced('«', '»'),
        '›' => unbalanced('‹', '›'),
        '）' => unbalanced('（', '）'),
        '」' => unbalanced('「', '」'),
        '』' => unbalanced('『', '』'),
        '”' => count('”') > count('“') + count('„'),
        '“' => count('“') > count('„'),
        '’' => count('’') > count('‘'),
        '‘' => count('‘') > count('‚'),
        '"' | '\'' => count(last) % 2 == 1,
        _ => false,
    }
}
