//! A workspace: its files, its configuration, and the index of what is defined where.

mod discover;
mod index;
mod load;

/// The file that makes a folder a workspace.
pub const CONFIGURATION_FILE: &str = "campaignlint.yaml";

pub use discover::{Discovered, discover, find_root};
pub use index::{Index, Read, Reads};
pub use load::{Input, Loaded, load};
