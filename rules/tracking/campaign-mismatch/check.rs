//! `utm_campaign` of a link is that of its campaign.

use crate::checks::{Context, LinkSubject, Verdict};
use crate::diagnostics::Reporter;
use crate::model::reader::shown;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some((tag, Verdict::Differs(right))) = link.campaign_verdict(context) else {
        return;
    };
    let given = link.campaign_tag.and_then(|tag| tag.given);
    let finding = report.find(
        link.value_place(tag),
        format!(
            "utm_campaign of this link is `{}`, but the campaign's is `{right}`.",
            shown(&tag.value)
        ),
        format!("Change it to `{right}`, or leave it out: it is then filled in by itself."),
    );
    match given {
        Some(given) => finding.because(given.node, "`utm_campaign` of the campaign"),
        None => {
            let template = context.tracking().and_then(|policy| policy.keys.campaign);
            finding.because_of(
                template.map(|text| text.node),
                "the template from which it is built",
            )
        }
    };
    if let Some(edit) = link.set_value(tag, &right) {
        finding.unsafe_fix(format!("change to `{right}`"), edit);
    }
}
