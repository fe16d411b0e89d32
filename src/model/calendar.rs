//! `calendar`: fiscal year, working days, holidays, blocked days and caps.

use super::shape::document;
use super::values::{Any, OneOrMany, Text};

document! {
    /// Fiscal year, working days, holidays, blocked days and caps.
    pub struct Calendar<'a> {
        /// The month and day on which the fiscal year begins, and how it is written.
        fiscal_year: Any<'a>,
        /// The working days of the week.
        business_days: OneOrMany<'a, Text<'a>>,
        /// Days off, by country.
        holidays: Any<'a>,
        /// Days on which nothing is sent.
        no_send: Any<'a>,
        /// How many e-mails a person gets.
        caps: Any<'a>,
        /// How long before each kind of request must come in.
        notice: Any<'a>,
    }
}
