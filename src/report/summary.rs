//! The closing line: how much was looked at, and how much was found.

use std::time::Duration;

use crate::diagnostics::{Finding, Severity};

/// What a run comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Findings that are errors.
    pub errors: u64,
    /// Findings that are warnings.
    pub warnings: u64,
    /// Findings that are for information.
    pub infos: u64,
    /// Findings with a safe fix.
    pub safely_fixable: u64,
    /// Files that were checked.
    pub files: u64,
    /// How long it took, where that is to be said.
    pub elapsed: Option<Duration>,
}

impl Summary {
    /// Counts findings.
    pub fn of(findings: &[Finding], files: u64) -> Summary {
        let mut summary = Summary {
            files,
            ..Summary::default()
        };
        for finding in findings {
            summary.add(finding);
        }
        summary
    }

    /// Counts one more finding.
    pub fn add(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
        self.safely_fixable += u64::from(finding.fixes.iter().any(|fix| fix.safe));
    }

    /// All findings together.
    pub fn findings(&self) -> u64 {
        self.errors + self.warnings + self.infos
    }

    /// The closing sentence, such as `3 errors, 12 warnings in 41 files (0.08 s)`.
    pub fn sentence(&self) -> String {
        let counts: Vec<String> = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.infos, "info", "infos"),
        ]
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| counted(number, one, many))
        .collect();
        let time = match self.elapsed {
            Some(elapsed) => format!(" ({:.2} s)", elapsed.as_secs_f64()),
            None => String::new(),
        };
        let files = counted(self.files, "file", "files");
        if self.files == 0 && counts.is_empty() {
            return format!("Nothing to check: no files found{time}.");
        }
        if counts.is_empty() {
            return format!("No findings in {files}{time}.");
        }
        format!("{} in {files}{time}", counts.join(", "))
    }

    /// How many findings `--fix` would mend, as a sentence; none when there is nothing to say.
    pub fn fix_sentence(&self) -> Option<String> {
        let all = self.findings();
        match self.safely_fixable {
            0 => None,
            fixable if fixable == all && all == 1 => Some("--fix mends it.".to_owned()),
            fixable if fixable == all => Some("--fix mends all of them.".to_owned()),
            fixable => Some(format!("--fix mends {} of them.", number(fixable))),
        }
    }
}

/// `1 error`, `2 errors`, `19,800 errors`.
pub fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A number as people read it, with a comma between thousands.
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_as_english() {
        let mut summary = Summary {
            errors: 3,
            warnings: 12,
            files: 41,
            ..Summary::default()
        };
        summary.elapsed = Some(Duration::from_millis(84));
        assert_eq!(
            summary.sentence(),
            "3 errors, 12 warnings in 41 files (0.08 s)"
        );
        let summary = Summary {
            errors: 1,
            infos: 1,
            files: 1,
            ..Summary::default()
        };
        assert_eq!(summary.sentence(), "1 error, 1 info in 1 file");
        let summary = Summary {
            files: 41,
            ..Summary::default()
        };
        assert_eq!(summary.sentence(), "No findings in 41 files.");
        assert_eq!(
            Summary::default().sentence(),
            "Nothing to check: no files found."
        );
    }

    #[test]
    fn it_says_what_can_be_mended() {
        let of = |errors, safely_fixable| Summary {
            errors,
            safely_fixable,
            ..Summary::default()
        };
        assert_eq!(of(3, 0).fix_sentence(), None);
        assert_eq!(
            of(3, 2).fix_sentence().as_deref(),
            Some("--fix mends 2 of them.")
        );
        assert_eq!(
            of(3, 3).fix_sentence().as_deref(),
            Some("--fix mends all of them.")
        );
        assert_eq!(of(1, 1).fix_sentence().as_deref(), Some("--fix mends it."));
    }

    #[test]
    fn big_numbers_can_be_read() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(19_799), "19,799");
        assert_eq!(number(1_234_567), "1,234,567");
    }
}
