//! Behind the first success there are only successes, and ways of leaving.

use crate::checks::Context;
use crate::checks::statuses::is_leaving;
use crate::diagnostics::{Reporter, list_words};
use crate::model::Channels;
use crate::model::reader::shown;

pub(crate) fn check(channels: &Channels<'_>, _context: &Context<'_>, report: &mut Reporter) {
    for (_, channel) in &channels.entries {
        let Some(success) = &channel.success else { continue };
        let counts = |name: &str| success.items.iter().any(|item| item.value == name);
        let steps = channel.statuses.iter().flat_map(|list| &list.items);
        let mut behind = steps.skip_while(|step| !step.statuses.iter().any(|one| counts(one.value)));
        let Some(first) = behind.next() else { continue };
        let Some(first) = first.statuses.iter().find(|one| counts(one.value)) else { continue };
        let late: Vec<_> = behind
            .flat_map(|step| &step.statuses)
            .filter(|status| !counts(status.value) && !is_leaving(status.value))
            .collect();
        let Some(place) = late.first() else { continue };
        let names: Vec<String> = late.iter().map(|status| format!("`{}`", shown(status.value))).collect();
        let names = list_words(names.iter().map(String::as_str), 9).replace(" or ", " and ");
        let message = match late.len() {
            1 => format!("{names} comes after the success `{}` and is no success itself.", shown(first.value)),
            _ => format!("{names} come after the success `{}` and are no successes.", shown(first.value)),
        };
        report
            .find(
                place.node,
                message,
                "Put it before the first success, or on one step with it: `[No Show, Attended]`.",
            )
            .because(first.node, "the first success");
    }
}
