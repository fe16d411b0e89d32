//! A workspace: its files, its configuration, and the index of what is defined where.

mod configuration;
mod discover;
mod index;
mod load;
mod read;

pub use configuration::{Configuration, CONFIGURATION_FILE, Override, Preset, RuleSetting, SettingWord};
pub use discover::{Discovered, discover, find_root};
pub use index::{Index, Read, Reads};
pub use load::{Input, Loaded, load};
pub use read::{DocumentRead, FileRead, Workspace};
