//! Every part of `utm_campaign` is what the template and the campaign's keys say.

use crate::checks::{Context, LinkSubject, Verdict, WrongToken};
use crate::diagnostics::{Finding, Place, Reporter, list_words};
use crate::model::reader::{opening, shown};
use crate::syntax::edit;
use crate::workspace::key_of_campaign;

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    if let Some((tag, Verdict::OneWrong(wrong))) = link.campaign_verdict(context) {
        let place = if wrong.range.is_empty() {
            link.value_place(tag)
        } else {
            link.part_of_value(tag, wrong.range.clone())
        };
        let finding = find(&tag.value, &wrong, place, link, context, report);
        if let Some(mended) = &wrong.mended
            && let Some(edit) = link.set_value(tag, mended)
        {
            finding.unsafe_fix(format!("change to `{mended}`"), edit);
        }
    }
    // The same for every link of the campaign; the engine keeps one of equal findings.
    if let Some((given, Verdict::OneWrong(wrong))) = link.given_campaign_verdict(context) {
        let range = if wrong.range.is_empty() { 0..given.value.len() } else { wrong.range.clone() };
        let place = Place::part(given.node, range);
        let finding = find(given.value, &wrong, place, link, context, report);
        if let Some(mended) = &wrong.mended {
            let edit = edit::set_value(given.node, mended);
            finding.unsafe_fix(format!("change to `{mended}`"), edit);
        }
    }
}

fn find<'r>(
    text: &str,
    wrong: &WrongToken<'_>,
    place: Place,
    link: &LinkSubject<'_>,
    context: &Context<'_>,
    report: &'r mut Reporter,
) -> &'r mut Finding {
    let name = &wrong.token.name;
    let part = shown(&text[wrong.range.clone()]).into_owned();
    let quoted: Vec<String> = wrong.expected.iter().map(|text| format!("`{text}`")).collect();
    let expected = list_words(quoted.iter().map(String::as_str), 6);
    let (message, help) = if wrong.range.is_empty() {
        (
            format!("This utm_campaign lacks the {name}: {expected}."),
            format!("Add {expected}, or leave utm_campaign out: it is then built."),
        )
    } else if wrong.expected.is_empty() {
        (
            format!("`{part}` stands for the {name}, but this campaign has none."),
            format!("Take `{part}` out, or give the campaign a {name}."),
        )
    } else {
        (
            format!("The {name} in this utm_campaign is `{part}`, but it should be {expected}."),
            format!("Change it to {expected}, or mend the campaign's {name} if that is wrong."),
        )
    };
    let finding = report.find(place, message, help);
    let key = link.campaign.and_then(|campaign| key_of_campaign(campaign, name));
    if let Some(key) = key {
        finding.because(opening(key), format!("the {name} of this campaign"));
    }
    let tokens = context.tracking().and_then(|policy| policy.keys.tokens.as_ref());
    if let (None, Some((word, _))) = (key, tokens.and_then(|tokens| tokens.entry(name))) {
        finding.because(word.node, format!("what the {name} may be"));
    }
    let template = context.tracking().and_then(|policy| policy.keys.campaign);
    if let Some(template) = template {
        let place = Place::part(template.node, wrong.token.range.clone());
        finding.because(place, "the template of utm_campaign");
    }
    finding
}
