//! What the formats ask about places: path, text, line and column; and what they must not show.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Report;
use super::position::LineIndex;
use crate::diagnostics::mask::{Masks, sensitive_places};
use crate::diagnostics::{FileId, Finding, Fingerprint, Place, Sources};

pub use crate::diagnostics::LINK;

/// A link of a list.
#[derive(Clone, Copy, Debug)]
pub struct LinkText<'a> {
    /// The list, as it is shown.
    pub path: &'a str,
    /// The line of the list at which the link's record begins, from 1.
    pub line: u64,
    /// The link.
    pub url: &'a str,
}

/// The files that findings point into. Where their lines begin is found out once, so reports on
/// many links share one of these.
#[derive(Debug)]
pub struct Places<'a> {
    sources: &'a Sources,
    indexes: RefCell<HashMap<FileId, Rc<LineIndex>>>,
}

impl<'a> Places<'a> {
    /// Places in these files.
    pub fn new(sources: &'a Sources) -> Places<'a> {
        Places {
            sources,
            indexes: RefCell::default(),
        }
    }
}

/// The texts that some findings stand in, with what must not be shown of them.
pub(super) struct Texts<'a> {
    places: &'a Places<'a>,
    link: Option<LinkText<'a>>,
    pub(super) masks: Masks,
}

/// A span in lines and columns, from 1; the end is behind the last character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Lines {
    pub(super) start: (u64, u64),
    pub(super) end: (u64, u64),
}

impl<'a> Texts<'a> {
    pub(super) fn new(places: &'a Places<'a>, report: &Report<'_>) -> Texts<'a> {
        let hidden = sensitive_places(report.findings).chain(report.hidden.iter().copied());
        let masks = Masks::collect(hidden, |file| places.sources.text(file));
        Texts {
            places,
            link: None,
            masks,
        }
    }

    /// The texts of findings about one link of a list.
    pub(super) fn of_link(
        places: &'a Places<'a>,
        link: LinkText<'a>,
        findings: &[Finding],
    ) -> Texts<'a> {
        let masks = Masks::collect(sensitive_places(findings), |file| match file {
            LINK => link.url,
            file => places.sources.text(file),
        });
        Texts {
            places,
            link: Some(link),
            masks,
        }
    }

    pub(super) fn path(&self, file: FileId) -> Cow<'a, str> {
        match (file, self.link) {
            (LINK, Some(link)) => Cow::Borrowed(link.path),
            (LINK, None) => Cow::Borrowed(""),
            (file, _) => self.places.sources.shown_path(file),
        }
    }

    pub(super) fn text(&self, file: FileId) -> &'a str {
        match (file, self.link) {
            (LINK, Some(link)) => link.url,
            (LINK, None) => "",
            (file, _) => self.places.sources.text(file),
        }
    }

    /// How many lines stand before the text: a link begins at the line of its record.
    pub(super) fn lines_before(&self, file: FileId) -> u64 {
        match (file, self.link) {
            (LINK, Some(link)) => link.line.saturating_sub(1),
            _ => 0,
        }
    }

    pub(super) fn index(&self, file: FileId) -> Rc<LineIndex> {
        let new = || Rc::new(LineIndex::new(self.text(file)));
        // A link is short, and the next one is another text under the same number.
        if file == LINK {
            return new();
        }
        let mut indexes = self.places.indexes.borrow_mut();
        Rc::clone(indexes.entry(file).or_insert_with(new))
    }

    pub(super) fn position(&self, file: FileId, offset: u32) -> (u64, u64) {
        let (line, column) = self.index(file).position(self.text(file), offset as usize);
        (line + self.lines_before(file), column)
    }

    pub(super) fn lines(&self, place: Place) -> Lines {
        Lines {
            start: self.position(place.file, place.span.start),
            end: self.position(place.file, place.span.end),
        }
    }

    /// The name of a finding. One about a link of a list gets its name here: the line is part of
    /// it, since the same link may stand there many times, and nobody keeps a record of lists.
    pub(super) fn fingerprint(&self, finding: &Finding) -> Fingerprint {
        let (LINK, Some(link)) = (finding.place.file, self.link) else {
            return finding.fingerprint;
        };
        let span = finding.place.span;
        let line = link.line.to_string();
        let place = format!("{}-{} of {}", span.start, span.end, link.url);
        Fingerprint::of(&finding.rule, link.path, &line, &place, 0)
    }

    /// A message with everything hidden that must be.
    pub(super) fn masked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.masks.apply(text)
    }
}
