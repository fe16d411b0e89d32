//! YAML text to a flat tree that knows the byte span of everything, with routes to name a place and
//! edits that keep what they do not touch.
//!
//! Every other room asks this one where something stands in a file, so its promises are strict:
//! parsing never fails (problems are in [`Tree::errors`], and what could be read is in the tree),
//! nothing is executed or included, an alias costs nothing until somebody follows it, and no input
//! can make a walk run for ever.

mod amend;
mod build;
mod check;
mod core;
mod diagnose;
pub mod edit;
mod edit_place;
mod encoding;
mod error;
mod events;
mod line_parts;
mod lines;
mod lines_in_doubt;
mod messages;
mod node;
mod recover;
mod regions;
mod route;
mod scan;
mod span;
mod tree;
mod value_map;
mod write;

#[cfg(test)]
mod tests;

pub use self::core::{Core, resolve_plain};
pub use self::edit::{Conflict, Edit};
pub use self::encoding::{Encoding, EncodingError};
pub use self::error::{ErrorCode, SyntaxError};
pub use self::node::{Documents, EffectiveEntries, Entries, Entry, Items, Node};
pub use self::route::{Route, RouteError, RouteStep, Routes, locate, route_to};
pub use self::span::Span;
pub use self::tree::{Comment, NodeId, NodeKind, ScalarStyle, Tree};
pub use self::write::new_text;

/// The largest file that is read, in bytes. Larger files get one [`ErrorCode::TooLarge`] error.
pub const MAX_FILE_BYTES: usize = 50 * 1024 * 1024;

/// How deep collections may be nested before the inner ones are left out with
/// [`ErrorCode::TooDeep`].
pub const MAX_DEPTH: usize = 200;
