//! Reading on behind an error: the broken place is taken out of a copy of the text, so that the
//! rest of the document is still checked.

use super::events::Stop;
use super::{Span, SyntaxError, messages};

/// The text as the parser gets to see it.
pub(super) struct Recovery<'a> {
    original: &'a str,
}

impl<'a> Recovery<'a> {
    pub(super) fn new(text: &'a str) -> Recovery<'a> {
        Recovery { original: text }
    }

    pub(super) fn text(&self) -> &str {
        self.original
    }

    pub(super) fn control_characters(&mut self) -> Option<Vec<SyntaxError>> {
        None
    }

    pub(super) fn broken_at(&self, _start: u32) -> Option<Span> {
        None
    }

    pub(super) fn patch(
        &mut self,
        stop: &Stop,
        document: u32,
        _last_end: u32,
        _outer_flow: Option<u32>,
    ) -> (Option<SyntaxError>, u32) {
        let error = messages::of_stop(self.original, stop);
        let from = (stop.at as usize).max(document as usize);
        let next = self.original[from..].find("\n---").map(|at| from + at + 1);
        (Some(error), next.unwrap_or(self.original.len()) as u32)
    }
}
