//! Stories of people who run campaignlint: the real program, in a folder of its own.
//!
//! One program for all stories, since each would be linked anew.

#![allow(clippy::unwrap_used, missing_docs)]

mod check;
mod checklist;
mod commands;
mod files;
mod fix;
mod folder;
mod formats;
mod hostile;
mod import;
mod link;
mod new_campaign;
mod urls;
