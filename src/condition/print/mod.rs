//! Conditions back to text: CEL for other programs, YAML words for files, sentences for people.

pub(super) mod cel;
pub(super) mod phrase;
pub(super) mod sentence;
