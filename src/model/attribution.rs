//! `attribution`: which visits count for which channel and bucket in the team's own reports.

use super::shape::{document, shape};
use super::values::{List, Named, OneOrMany, Text};

document! {
    /// The ordered mapping of visits to attribution channels and buckets. First match wins.
    pub struct Attribution<'a> {
        /// The rules, from the top.
        rules: List<'a, AttributionRule<'a>> = required,
        /// Where a visit with tags lands that no rule takes.
        otherwise: AttributionResult<'a>,
        /// The buckets, each with the channels that belong to it.
        buckets: super::values::Map<'a, OneOrMany<'a, Text<'a>>>,
        /// The channels that members of programs count for; no visit has to reach them.
        offline: OneOrMany<'a, Text<'a>>,
    }
}

shape! {
    /// One line of the mapping. What is left out may be anything; `*` stands for any text, and
    /// alone for whatever there is: `medium: "*"` asks for a medium, whichever it is.
    pub struct AttributionRule<'a> {
        /// `utm_campaign`.
        campaign: OneOrMany<'a, Text<'a>>,
        /// `utm_medium`.
        medium: OneOrMany<'a, Text<'a>>,
        /// `utm_source`.
        source: OneOrMany<'a, Text<'a>>,
        /// The landing page.
        landing_page: OneOrMany<'a, Text<'a>>,
        /// The site the visitor came from.
        referrer: OneOrMany<'a, Text<'a>>,
        /// The attribution channel it counts for.
        channel: Text<'a> = required,
        /// The bucket of channels it belongs to.
        bucket: Text<'a>,
    }
}

impl Named for AttributionRule<'_> {
    const NAME: &'static str = "a line of the attribution mapping";
}

shape! {
    /// A channel and its bucket.
    pub struct AttributionResult<'a> {
        /// The attribution channel.
        channel: Text<'a> = required,
        /// The bucket of channels it belongs to.
        bucket: Text<'a>,
    }
}

impl Named for AttributionResult<'_> {
    const NAME: &'static str = "an attribution channel and its bucket";
}
