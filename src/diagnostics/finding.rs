//! One thing that is wrong, at one place.

use std::sync::Arc;

use super::{Fingerprint, Place, Severity};
use crate::syntax::{Edit, Node};

/// A finding: what is wrong, why it matters, what to do, and where all of it stands.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that speaks, as `family/name`.
    pub rule: Arc<str>,
    /// How much it matters here, after the workspace's settings.
    pub severity: Severity,
    /// The exact words that are wrong.
    pub place: Place,
    /// What is wrong, as one sentence in the words of the field.
    pub message: String,
    /// Why it matters: what it costs.
    pub why: Arc<str>,
    /// What to do about it, as one sentence. May be empty where a fix says it all.
    pub help: String,
    /// Other lines that matter, above all the line of the policy that decided.
    pub related: Vec<Label>,
    /// Changes that would mend it, the best first.
    pub fixes: Vec<Fix>,
    /// Whether the text at `place` is a secret or personal data: no report shows it then.
    pub sensitive: bool,
    /// The route of the node at `place` within its document, such as `links[invite].medium`.
    pub route: String,
    /// Survives moved lines; unique within a report. Set by [`super::assign_fingerprints`].
    pub fingerprint: Fingerprint,
}

/// A place with a few words on what it has to do with a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// Why it is shown, such as `only these mediums are allowed`.
    pub text: String,
}

/// A change that mends a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, as an order: `change to "utm_source"`.
    pub title: String,
    /// Safe: the meaning stays what the author surely meant, so `--fix` applies it unasked.
    pub safe: bool,
    /// The edits, all in the file of the finding.
    pub edits: Vec<Edit>,
}

/// One edit or several, so that a rule may give either.
pub struct Edits(Vec<Edit>);

impl From<Edit> for Edits {
    fn from(edit: Edit) -> Edits {
        Edits(vec![edit])
    }
}

impl From<Vec<Edit>> for Edits {
    fn from(edits: Vec<Edit>) -> Edits {
        Edits(edits)
    }
}

impl Finding {
    /// A finding without labels and fixes.
    pub fn new(
        rule: Arc<str>,
        severity: Severity,
        why: Arc<str>,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        Finding {
            rule,
            severity,
            place,
            message: message.into(),
            why,
            help: help.into(),
            related: Vec::new(),
            fixes: Vec::new(),
            sensitive: false,
            route: String::new(),
            fingerprint: Fingerprint::default(),
        }
    }

    /// Shows another line with it: the line of the policy that decided, the other duplicate.
    pub fn because(&mut self, place: impl Into<Place>, text: impl Into<String>) -> &mut Finding {
        self.related.push(Label {
            place: place.into(),
            text: text.into(),
        });
        self
    }

    /// Shows another line with it, where there is one.
    pub fn because_of(&mut self, node: Option<Node<'_>>, text: impl Into<String>) -> &mut Finding {
        if let Some(node) = node {
            self.because(node, text);
        }
        self
    }

    /// Offers a change that surely is what the author meant.
    pub fn safe_fix(&mut self, title: impl Into<String>, edits: impl Into<Edits>) -> &mut Finding {
        self.add_fix(title.into(), true, edits.into())
    }

    /// Offers a change that a person should look at first.
    pub fn unsafe_fix(
        &mut self,
        title: impl Into<String>,
        edits: impl Into<Edits>,
    ) -> &mut Finding {
        self.add_fix(title.into(), false, edits.into())
    }

    /// Says that the text at the place of the finding is a secret or personal data: every report
    /// masks it, also where another finding quotes the same line.
    pub fn sensitive(&mut self) -> &mut Finding {
        self.sensitive = true;
        self
    }

    fn add_fix(&mut self, title: String, safe: bool, edits: Edits) -> &mut Finding {
        self.fixes.push(Fix {
            title,
            safe,
            edits: edits.0,
        });
        self
    }
}
