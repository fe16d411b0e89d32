//! Where readers and rules put what they find.

use std::sync::Arc;

use super::{Finding, Place, Severity};

/// Collects findings. Severity and reason are stamped on later, when the rule's settings for the
/// file are known; whoever finds something only says what and where.
#[derive(Debug, Default)]
pub struct Reporter {
    findings: Vec<Finding>,
}

impl Reporter {
    /// Lets a rule speak: what it finds is signed with its id. A rule that finds nothing costs
    /// nothing; counting its id up and down would make all threads wait for each other.
    pub fn speak_for(&mut self, rule: &Arc<str>, speak: impl FnOnce(&mut Reporter)) {
        let before = self.findings.len();
        speak(self);
        for finding in &mut self.findings[before..] {
            if finding.rule.is_empty() {
                finding.rule = Arc::clone(rule);
            }
        }
    }

    /// Reports something at a place: what is wrong, and what to do about it.
    pub fn find(
        &mut self,
        place: impl Into<Place>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Finding {
        self.push(Arc::from(""), place.into(), message.into(), help.into())
    }

    /// Reports something in the name of another rule: the reader serves a handful of them.
    pub fn find_as(
        &mut self,
        rule: &str,
        place: impl Into<Place>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Finding {
        self.push(Arc::from(rule), place.into(), message.into(), help.into())
    }

    fn push(
        &mut self,
        rule: Arc<str>,
        place: Place,
        message: String,
        help: String,
    ) -> &mut Finding {
        let index = self.findings.len();
        self.findings.push(Finding::new(
            rule,
            Severity::Error,
            Arc::from(""),
            place,
            message,
            help,
        ));
        &mut self.findings[index]
    }

    /// Takes over findings that were made elsewhere.
    pub fn extend(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
    }

    /// How many findings there are so far.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether nothing was found so far.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Hands over everything that was found.
    pub fn take(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}
