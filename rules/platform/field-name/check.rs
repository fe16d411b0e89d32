//! Fields of other platforms are called as they can be called there.

use crate::checks::platforms::{PROPERTY_NAME, too_long_from};
use crate::checks::{Context, DocumentSubject};
use crate::diagnostics::{Reporter, suggest};
use crate::model::Body;
use crate::model::reader::shown;
use crate::model::values::{Any, Text};
use crate::syntax::edit;

pub(crate) fn check(document: &DocumentSubject<'_, '_>, context: &Context<'_>, report: &mut Reporter) {
    let most = PROPERTY_NAME.most(context);
    let mut look_at = |named: Option<&Any<'_>>| {
        if let Some(name) = named.and_then(name_of) {
            check_property(name, most, report);
        }
    };
    match document.body {
        Body::Fields(fields) => {
            for (_, field) in &fields.entries {
                look_at(field.hubspot.as_ref());
            }
        }
        Body::Taxonomy(taxonomy) => {
            for (_, dimension) in &taxonomy.entries {
                look_at(dimension.fields.as_ref().and_then(|fields| fields.get("hubspot")));
            }
        }
        _ => {}
    }
}

/// A name, given alone or as `field:` of a block.
fn name_of<'a>(any: &Any<'a>) -> Option<Text<'a>> {
    Text::of(any.0).or_else(|| any.0.get("field").and_then(Text::of))
}

fn check_property(name: Text<'_>, most: usize, report: &mut Reporter) {
    // In front of a point stands the kind of record: `contact.job_level`.
    let plain = name.value.rsplit_once('.').map_or(name.value, |(_, plain)| plain);
    let is_off = matches!(plain, "" | "no" | "false");
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let fits = plain.starts_with(|c: char| c.is_ascii_lowercase()) && plain.chars().all(letters);
    if is_off || (fits && too_long_from(plain, most).is_none()) {
        return;
    }
    if fits {
        report.find(
            name.node,
            format!("`{}` has {} characters; the name of a property in HubSpot takes {most}.", shown(plain), plain.len()),
            "Use the internal name of the property.",
        );
        return;
    }
    let internal = internal_name(plain);
    let finding = report.find(
        name.node,
        format!("`{}` can't be the internal name of a property in HubSpot.", shown(plain)),
        "Use its internal name: lower-case letters, digits and `_`. HubSpot shows it beside the label.",
    );
    if suggest(&internal, [plain]).is_some() && name.value == plain {
        finding.unsafe_fix(format!("change to `{internal}`"), edit::set_value(name.node, &internal));
    }
}

/// What HubSpot makes of a label when a property is created with it.
fn internal_name(label: &str) -> String {
    let mut name = String::with_capacity(label.len());
    for c in label.trim().chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    name.trim_end_matches('_').to_string()
}
