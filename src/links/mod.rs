//! A tracked link's text, taken apart without changing it: every part knows the bytes it stands on, so
//! that a finding points at exactly the characters that are wrong and a fix replaces nothing else.
//!
//! Parsing never fails: what is broken in a link is what the rules are about. The `url` crate is asked
//! only whether a host is valid, because it normalises and has no positions.

mod characters;
mod context;
mod decode;
mod entities;
mod free_mail;
mod head;
mod host;
mod identifiers;
mod leftovers;
mod link;
mod parameters;
mod part;
mod scan;
mod tagged;
mod tags;
mod template;
mod trim;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use characters::{Unusual, UnusualKind, email_shape, unusual_characters};
pub use context::Context;
pub use decode::{Decoded, Escape, EscapeKind, encode_value};
pub use entities::Entity;
pub use free_mail::{is_free_mail, organisational};
pub use head::Form;
pub use host::{covers, is_public, is_shortener, is_valid};
pub use identifiers::{Platform, click_id, personal_token};
pub use leftovers::{is_placeholder, is_reserved};
pub use link::Link;
pub use parameters::{Parameter, Place};
pub use part::Part;
pub use tagged::with_tags;
pub use tags::{Tag, TagName, tag_of};
pub use template::{Family, Template};
