//! What values of the taxonomy are called in each platform.

use crate::model::values::{Any, Text};
use crate::model::{Dimension, TaxonomyValue};
use crate::syntax::Node;

/// What a value is called in a platform. `no` says that it is not there, on purpose.
pub(crate) enum Mapped<'a> {
    /// This text.
    To(Text<'a>),
    /// A block or a list, of which nothing is compared.
    Elsehow,
    /// It is not in the platform.
    Not,
    /// Nothing is said.
    Unsaid,
}

/// What a value is called in the platform with this key.
pub(crate) fn mapped<'a>(value: &TaxonomyValue<'a>, platform: &str) -> Mapped<'a> {
    let any = match platform {
        "marketo" => value.marketo,
        "hubspot" => value.hubspot,
        "salesforce" => value.salesforce,
        "pardot" => value.pardot,
        _ => value.mautic,
    };
    match any {
        None => Mapped::Unsaid,
        Some(Any(node)) => match Text::of(node) {
            Some(text) if text.is_blank() => Mapped::Unsaid,
            Some(text) if matches!(text.value, "no" | "false") => Mapped::Not,
            Some(text) => Mapped::To(text),
            None => Mapped::Elsehow,
        },
    }
}

/// The line by which a dimension says that every value has a counterpart in a platform: its field there,
/// where at least one value is mapped; or else the first of the mapped values, where most are.
pub(crate) fn is_mapped<'a>(dimension: &Dimension<'a>, platform: &str) -> Option<Node<'a>> {
    let values = dimension.values.as_ref()?;
    let (mut all, mut said, mut first) = (0_usize, 0_usize, None);
    for (id, value) in &values.entries {
        if value.retired.is_some() {
            continue;
        }
        all += 1;
        if !matches!(mapped(value, platform), Mapped::Unsaid) {
            said += 1;
            first = first.or(Some(id.node));
        }
    }
    let field = dimension
        .fields
        .as_ref()
        .and_then(|fields| fields.entry(platform))
        .map(|(name, _)| name.node);
    match field {
        Some(field) if said > 0 => Some(field),
        // Where only some values are called otherwise than here, the others keep their name.
        _ if said >= 2 && said * 2 > all => first,
        _ => None,
    }
}
