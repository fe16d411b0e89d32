//! `metric`: what a figure means and where the truth about it lies.

use super::definitions::{Definitions, PlainHeader};
use super::shape::shape;
use super::values::{Named, Text};

/// Metrics by id.
pub type Metric<'a> = Definitions<'a, PlainHeader<'a>, MetricEntry<'a>>;

shape! {
    /// A figure.
    pub struct MetricEntry<'a> {
        /// What it means.
        means: Text<'a>,
        /// How it is counted.
        counted_by: Text<'a>,
        /// The system that is right when two differ.
        truth: Text<'a>,
        /// How much two systems may differ: `1 %`.
        may_differ: Text<'a>,
        /// Who answers for it.
        owner: Text<'a>,
    }
}

impl Named for MetricEntry<'_> {
    const NAME: &'static str = "a metric";
}
