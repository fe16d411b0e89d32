//! A campaign's name fits into the CRM.

use crate::checks::Context;
use crate::checks::platforms::{CAMPAIGN_NAME, too_long_from};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::{opening, shown};
use crate::model::{Campaign, Status};

pub(crate) fn check(campaign: &Campaign<'_>, context: &Context<'_>, report: &mut Reporter) {
    // What is over can't be renamed any more.
    if matches!(campaign.status, Some(Status::Done | Status::Aborted)) {
        return;
    }
    let Some(name) = context.campaign_name(campaign) else { return };
    let most = CAMPAIGN_NAME.most(context);
    let Some(from) = too_long_from(&name, most) else { return };
    let Some(in_use) = context.platform(CAMPAIGN_NAME.platform) else { return };
    let length = name.chars().count();
    let (place, message, help) = match campaign.name {
        Some(given) => (
            Place::part(given.node, from..given.value.len()),
            format!("This name has {length} characters; Salesforce takes {most}."),
            format!("Take out {} characters.", length - most),
        ),
        None => (
            campaign
                .topic
                .map(|topic| Place::from(topic.node))
                .or_else(|| campaign.kind.map(|kind| kind.node.into()))
                .unwrap_or(opening(campaign.node)),
            format!("The name that is built has {length} characters; Salesforce takes {most}: `{}`.", shown(&name)),
            "Shorten the topic, or give the campaign a `name:` of its own.".to_string(),
        ),
    };
    report.find(place, message, help).because(in_use, "Salesforce is in use");
}
