//! Characters written as HTML writes them, in a link that is no HTML.

use std::borrow::Cow;

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{self, Entity, encode_value};

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    if link.url.entities().is_empty() {
        return;
    }
    let punctuation = link.url.trailing_punctuation();
    let misplaced: Vec<&Entity> = link
        .url
        .misplaced_entities()
        .filter(|entity| !entity.part.overlaps(punctuation))
        .collect();
    let Some(first) = misplaced.first() else {
        return;
    };
    let text = link.url.text();
    let written = first.part.of(text);
    let meant = plain(first.character);
    let in_markup = link.url.context() == links::Context::Markup;
    let message = match (in_markup, first.character) {
        (true, _) => format!("`{written}` is escaped twice, so it does not become `{meant}`."),
        (false, '&') => {
            format!("`{written}` is HTML; in a link, every parameter behind it is lost.")
        }
        (false, _) => format!("`{written}` is HTML; a link sends it as it stands."),
    };
    let right = |entity: &Entity| match (in_markup, entity.character) {
        (true, '&') => Cow::Borrowed("&amp;"),
        (_, character) => plain(character),
    };
    let changes: Vec<_> = misplaced
        .iter()
        .map(|entity| (entity.part.range(), right(entity)))
        .collect();
    let shown = right(first);
    let finding = report.find(link.at(first.part), message, format!("Write `{shown}`."));
    if let Some(edit) = link.replace_all(&changes) {
        finding.safe_fix(format!("write `{shown}` instead of `{written}`"), edit);
    }
}

/// A character as it may stand in a link.
fn plain(character: char) -> Cow<'static, str> {
    let may_stand = character.is_ascii_graphic() && !matches!(character, '"' | '<' | '>' | '`');
    if may_stand {
        return Cow::Owned(character.to_string());
    }
    Cow::Owned(encode_value(character.encode_utf8(&mut [0; 4])).into_owned())
}
