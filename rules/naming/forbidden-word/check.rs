//! No name holds a word that the convention forbids.

use crate::checks::Context;
use crate::checks::naming::{forbidden, Forbidden};
use crate::diagnostics::Reporter;
use crate::model::Campaign;

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    forbidden(campaign, Forbidden::Words, context, report);
}
