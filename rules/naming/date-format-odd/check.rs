//! The templates of a convention begin with a day in one form.

use std::collections::HashMap;

use crate::checks::Context;
use crate::diagnostics::{Place, Reporter};
use crate::model::Naming;
use crate::model::values::Text;
use crate::template::Template;

/// With fewer templates there is no custom to speak of.
const FEWEST: usize = 4;

/// A template with the form of the day at its beginning, and where that stands.
struct Beginning<'a> {
    text: Text<'a>,
    form: String,
    place: Place,
}

pub(crate) fn check(naming: &Naming<'_>, _context: &Context<'_>, report: &mut Reporter) {
    let of_channels = naming.templates.iter().flat_map(|map| &map.entries).map(|(_, list)| list);
    let texts = naming.template.iter().chain(of_channels).flat_map(|list| &list.items);
    let beginnings: Vec<Beginning<'_>> = texts.filter_map(|text| beginning(*text)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for one in &beginnings {
        *counts.entry(&one.form).or_default() += 1;
    }
    let total = beginnings.len();
    let usual = counts.into_iter().find(|(form, count)| !form.is_empty() && count * 3 >= total * 2);
    let Some((usual, count)) = usual.filter(|_| total >= FEWEST) else { return };
    let Some(example) = beginnings.iter().find(|one| one.form == usual) else { return };
    for odd in beginnings.iter().filter(|one| one.form != usual) {
        let here = match odd.form.as_str() {
            "" => "This template doesn't begin with a day".to_string(),
            form => format!("This template begins with `{form}`"),
        };
        report
            .find(
                odd.place,
                format!("{here}; {count} of {total} begin with `{usual}`."),
                format!("Begin with `{usual}` here as well."),
            )
            .because(example.text.node, "one of the others");
    }
}

fn beginning(text: Text<'_>) -> Option<Beginning<'_>> {
    let template = Template::parse(text.value).ok()?;
    let first = template.tokens().next()?;
    let at_start = first.range.start == 0;
    let inner = text.value.get(first.range.clone())?.trim_matches(['{', '}', '?']);
    let form = inner.split_once(':').filter(|_| at_start && first.format.is_some());
    Some(Beginning {
        text,
        form: form.map_or_else(String::new, |(_, form)| form.trim_end_matches('?').to_string()),
        place: Place::part(text.node, first.range.clone()),
    })
}
