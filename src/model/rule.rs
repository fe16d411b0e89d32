//! `rule`: one check, ours or a team's own.

use super::shape::{document, shape, words};
use super::values::{Any, Flag, List, Map, Named, Text};

document! {
    /// A rule. Its id is the names of its last two folders, `family/name`.
    pub struct RuleDocument<'a> {
        /// What it catches, in one line.
        summary: Text<'a> = required,
        /// Why it matters, in one sentence that is shown with every finding.
        why: Text<'a> = required,
        /// How much it matters unless the workspace says otherwise.
        severity: RuleSeverity = required,
        /// The preset that turns it on. `none`: only a workspace that asks for it.
        preset: RulePreset,
        /// What it looks at.
        ("for") subject: Subject = required,
        /// The version in which it appeared.
        since: Text<'a>,
        /// Whether it can mend what it finds.
        fix: FixSafety,
        /// It turns red by the calendar alone, without anybody changing a file.
        by_the_calendar: Flag<'a>,
        /// The text under a finding is secret or personal and never shown.
        sensitive: Flag<'a>,
        /// What a workspace can set, each with its JSON Schema, default included.
        options: Map<'a, Any<'a>>,
        /// Where the facts come from.
        sources: List<'a, RuleSource<'a>>,
        /// The documents it speaks about: those for which this holds. Left out: all.
        ("if") condition: Any<'a>,
        /// What must hold for them.
        must: Any<'a>,
        /// What is wrong when it doesn't.
        say: Text<'a>,
        /// What to do about it.
        help: Text<'a>,
        /// The key at which the finding stands, such as `budget.amount`.
        at: Text<'a>,
        /// The route to the line of a policy that decided, such as `tracking.required`.
        because: Text<'a>,
    }
}

words! {
    /// What a rule looks at.
    pub enum Subject {
        /// The text and the tree of a file.
        File = "file",
        /// A document of any kind.
        Document = "document",
        /// A reference from one document to another.
        Reference = "reference",
        /// The configuration of the workspace.
        Configuration = "configuration",
        /// A suppression comment.
        Suppression = "suppression",
        /// A tracked link, in YAML or in a list.
        Link = "link",
        /// A campaign.
        Campaign = "campaign",
        /// The tracking policy.
        Tracking = "tracking",
        /// The attribution mapping.
        Attribution = "attribution",
        /// A taxonomy document.
        Taxonomy = "taxonomy",
        /// A channels document.
        Channels = "channels",
        /// A people document.
        People = "people",
        /// A document of links.
        Links = "links",
        /// A naming convention.
        Naming = "naming",
        /// A calendar.
        Calendar = "calendar",
        /// A document of senders.
        Senders = "senders",
        /// The workspace as a whole.
        Workspace = "workspace",
    }
}

words! {
    /// How much a rule's findings matter.
    pub enum RuleSeverity {
        /// Money lost, law broken, or a sync that would be refused.
        Error = "error",
        /// Probably a mistake.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }
}

words! {
    /// A set of rules and severities.
    pub enum RulePreset {
        /// What nearly every team wants.
        Recommended = "recommended",
        /// The rest.
        Strict = "strict",
        /// Off until a workspace asks for it.
        None = "none",
    }
}

words! {
    /// Whether a rule can mend what it finds.
    pub enum FixSafety {
        /// It can't.
        None = "none",
        /// A person should look first.
        Unsafe = "unsafe",
        /// The meaning surely stays.
        Safe = "safe",
    }
}

shape! {
    /// Where a fact comes from.
    pub struct RuleSource<'a> {
        /// What it is.
        title: Text<'a> = required,
        /// Where to read it.
        url: Text<'a>,
    }
}

impl Named for RuleSource<'_> {
    const NAME: &'static str = "a source";
}
