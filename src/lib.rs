//! campaignlint checks the campaigns, tracked links, taxonomy and policies that a marketing team
//! keeps as YAML in a Git repository.
//!
//! Data flows in one direction, and each module knows only those before it in this list:
//! `syntax`, `links`, `template` → `diagnostics`, `analytics`, `condition` → `model` → `workspace` →
//! `checks` → `report` → `commands`. `docs/architecture.md` tells what each is for.

pub mod analytics;
pub mod checks;
pub mod commands;
pub mod condition;
pub mod diagnostics;
pub mod links;
pub mod model;
pub mod report;
pub mod syntax;
pub mod template;
pub mod workspace;
