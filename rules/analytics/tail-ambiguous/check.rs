//! No pair of the policy depends on an order of channels that is not certain.

use crate::checks::Context;
use crate::checks::mediums::mediums_of;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Tracking;
use crate::model::reader::shown;

pub(crate) fn check(tracking: &Tracking<'_>, context: &Context<'_>, report: &mut Reporter) {
    let group = context.channel_group();
    for medium in mediums_of(tracking) {
        for (source, used) in &medium.pairs {
            let decision = group.classify(source.value, used.value, "");
            let also = decision.also.iter().filter_map(|rule| group.rules().get(*rule));
            let mut channels = vec![decision.channel];
            channels.extend(also.map(|rule| rule.channel()));
            if channels.len() < 2 {
                continue;
            }
            let finding = report.find(
                used.node,
                format!(
                    "Visits from `{}` with the medium `{}` could land in {}.",
                    shown(source.value),
                    shown(used.value),
                    list_words(channels, 6)
                ),
                "Name the source after who sends the visitor, so that the medium alone decides.",
            );
            finding.because(source.node, "the source");
        }
    }
}
