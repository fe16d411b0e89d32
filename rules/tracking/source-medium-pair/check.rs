//! Source and medium of a link are a pair that the policy lists.

use crate::checks::{Context, LinkSubject, TagUse};
use crate::diagnostics::{Reporter, list_words, suggest};
use crate::links::Tag;
use crate::model::reader::{opening, shown};
use crate::model::values::{OneOrMany, Text};
use crate::workspace::TrackingPolicy;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    let Some(policy) = context.tracking() else { return };
    if policy.keys.sources.is_none() && policy.keys.mediums.is_none() {
        return;
    }
    let (source, medium) = (link.tag(Tag::Source), link.tag(Tag::Medium));
    let listed = source.and_then(|source| of_source(policy, &source.value));
    if let (Some((_, mediums)), Some(medium)) = (listed, medium)
        && mediums.items.iter().any(|item| policy.same_value(item.value, &medium.value))
    {
        return;
    }
    let knows_medium = medium.is_none_or(|medium| is_known(policy, &medium.value));
    if policy.keys.sources.is_none() {
        // About one word for both another rule speaks.
        let value = |tag: Option<&TagUse<'_>>| tag.map(|tag| tag.value.trim().to_lowercase());
        if knows_medium || value(source) == value(medium) {
            return;
        }
    }
    let source = source.filter(|tag| link.can_be_compared(tag));
    let medium = medium.filter(|tag| link.can_be_compared(tag));
    if let (Some(source), Some(medium)) = (source, medium)
        && !knows_medium
        && listed.is_none()
        && is_known(policy, &source.value)
        && of_source(policy, &medium.value).is_some()
    {
        return swapped(link, source, medium, report);
    }
    if let (Some(source), None, Some(sources)) = (source, listed, &policy.keys.sources) {
        let all = sources.entries.iter().map(|(source, _)| source.value);
        let finding = find(link, source, "source", all, report);
        finding.because(opening(sources.node), "the sources of the tracking policy");
    }
    let Some(medium) = medium else { return };
    if !knows_medium {
        // About `organic` by itself another rule speaks.
        if medium.value.eq_ignore_ascii_case("organic") {
            return;
        }
        let own = listed.into_iter().flat_map(|(_, mediums)| &mediums.items);
        let all = own.map(|item| item.value).chain(known_mediums(policy));
        let mut candidates: Vec<&str> = Vec::new();
        for candidate in all {
            if !candidates.contains(&candidate) {
                candidates.push(candidate);
            }
        }
        let finding = find(link, medium, "medium", candidates, report);
        let mediums = policy.keys.mediums.as_ref().map(|mediums| mediums.node);
        let sources = policy.keys.sources.as_ref().map(|sources| sources.node);
        if let Some(list) = mediums.or(sources) {
            finding.because(opening(list), "the mediums of the tracking policy");
        }
    } else if let (Some(source), Some((name, mediums))) = (source, listed) {
        no_pair(link, source, medium, (name, mediums), report);
    }
}

/// The line of the policy about a source.
fn of_source<'p, 'a>(
    policy: &'p TrackingPolicy<'a>,
    source: &str,
) -> Option<&'p (Text<'a>, OneOrMany<'a, Text<'a>>)> {
    let sources = policy.keys.sources.as_ref()?;
    sources.entries.iter().find(|(name, _)| policy.same_value(name.value, source))
}

/// Every medium that the policy names, wherever it does.
fn known_mediums<'p>(policy: &'p TrackingPolicy<'p>) -> impl Iterator<Item = &'p str> {
    let keys = &policy.keys;
    let listed = keys.mediums.iter().flat_map(|map| &map.entries);
    let nowhere = keys.lands_nowhere_on_purpose.iter().flat_map(|map| &map.entries);
    let sources = keys.sources.iter().flat_map(|sources| &sources.entries);
    listed
        .map(|(medium, _)| medium.value)
        .chain(nowhere.map(|(medium, _)| medium.value))
        .chain(sources.flat_map(|(_, mediums)| &mediums.items).map(|medium| medium.value))
}

/// Whether the policy names a medium; where it names none, every medium is fine.
fn is_known(policy: &TrackingPolicy<'_>, medium: &str) -> bool {
    let mut none = true;
    known_mediums(policy).any(|known| {
        none = false;
        policy.same_value(known, medium)
    }) || none
}

fn find<'r, 'c>(
    link: &LinkSubject<'_>,
    tag: &TagUse<'_>,
    what: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    report: &'r mut Reporter,
) -> &'r mut crate::diagnostics::Finding {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let value = shown(tag.value.trim());
    let meant = suggest(tag.value.trim(), candidates.iter().copied());
    let help = match meant {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!(
            "Use {}, or add it to the policy.",
            list_words(candidates.iter().copied(), 8)
        ),
    };
    let finding = report.find(
        link.value_place(tag),
        format!("`{value}` is not a {what} of the tracking policy."),
        help,
    );
    if let Some(meant) = meant
        && let Some(edit) = link.set_value(tag, meant)
    {
        finding.unsafe_fix(format!("change to `{meant}`"), edit);
    }
    finding
}

fn swapped(
    link: &LinkSubject<'_>,
    source: &TagUse<'_>,
    medium: &TagUse<'_>,
    report: &mut Reporter,
) {
    let finding = report.find(
        link.value_place(source),
        format!(
            "Source and medium are swapped: `{}` is a medium, and `{}` a source.",
            source.value.trim(),
            medium.value.trim()
        ),
        "Swap them.",
    );
    finding.because(link.value_place(medium), "this is the source");
    let edits = [link.set_value(source, &medium.value), link.set_value(medium, &source.value)];
    if let [Some(one), Some(other)] = edits {
        finding.unsafe_fix("swap source and medium", vec![one, other]);
    }
}

fn no_pair<'a>(
    link: &LinkSubject<'_>,
    source: &TagUse<'_>,
    medium: &TagUse<'_>,
    (name, mediums): (&Text<'a>, &OneOrMany<'a, Text<'a>>),
    report: &mut Reporter,
) {
    let allowed: Vec<&str> = mediums.items.iter().map(|item| item.value).collect();
    if allowed.is_empty() {
        return;
    }
    let list = list_words(allowed.iter().copied(), 6);
    let value = medium.value.trim();
    let finding = report.find(
        link.value_place(medium),
        format!("The source `{}` goes with {list}, not with `{value}`.", source.value.trim()),
        format!("Use {list}, or add `{value}` to the source `{}` in the policy.", name.value),
    );
    finding.because(opening(mediums.node), format!("the mediums of `{}`", name.value));
    finding.because(link.value_place(source), "the source of this link");
    let meant = match allowed.as_slice() {
        [only] => Some(*only),
        several => suggest(value, several.iter().copied()),
    };
    if let Some(meant) = meant
        && let Some(edit) = link.set_value(medium, meant)
    {
        finding.unsafe_fix(format!("change to `{meant}`"), edit);
    }
}
