//! What campaignlint says: findings, the places they stand at, their fixes and fingerprints, and
//! everything that must happen to a text before a person or another program sees it.

pub mod escape;
mod finding;
mod fingerprint;
pub mod mask;
mod place;
mod reporter;
mod severity;
mod sources;
mod suggest;

pub use finding::{Edits, Finding, Fix, Label};
pub(crate) use fingerprint::stable_hash;
pub use fingerprint::{Fingerprint, assign_fingerprints};
pub use place::Place;
pub use reporter::Reporter;
pub use severity::Severity;
pub use sources::{FileId, LINK, SourceFile, Sources};
pub use suggest::{list_words, suggest};
