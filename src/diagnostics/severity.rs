//! How much a finding matters.

use std::fmt;
use std::str::FromStr;

/// The weight of a finding. Ordered: `Info < Warning < Error`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing; nothing is lost if it stays.
    Info,
    /// Probably a mistake, or a cost later.
    Warning,
    /// Money is lost, the law is broken, or a sync would be refused.
    Error,
}

impl Severity {
    /// All severities, lightest first.
    pub const ALL: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

    /// The word used in YAML, on the command line and in every report.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Severity {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Severity::ALL
            .into_iter()
            .find(|severity| severity.word() == text)
            .ok_or(())
    }
}
