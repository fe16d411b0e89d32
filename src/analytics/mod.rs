//! Channel groups: which channel an analytics tool files a visit under, from its source, medium and
//! campaign name.
//!
//! A group is data, dated and replaceable: Google changes its own every few months, and a team may have
//! one of its own. The default group of Google Analytics 4 is shipped in `ga4-2026-05-13.yaml`; a
//! workspace's group is written in the same form and read by the same code.

mod condition;
mod decision;
mod group;
mod read;

#[cfg(test)]
mod tests;

pub use decision::{Decision, Field, Reason};
pub use group::{ChannelGroup, ChannelRule};
pub use read::Problem;
