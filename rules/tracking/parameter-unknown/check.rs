//! A `utm_` parameter is an official one, or one that the policy names.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::{Reporter, suggest};
use crate::links::{Tag, TagName};

pub(crate) fn check(link: &LinkSubject<'_>, context: &Context<'_>, report: &mut Reporter) {
    for tag in link.tags() {
        if tag.name != TagName::Unknown {
            continue;
        }
        let name = link.name_of(tag);
        let policy = context.tracking();
        if policy.is_some_and(|policy| policy.allows(&name).is_some()) {
            continue;
        }
        let lists = policy.map(|policy| (&policy.keys.required, &policy.keys.optional));
        let own = lists
            .into_iter()
            .flat_map(|(required, optional)| [required, optional])
            .flatten()
            .flat_map(|list| &list.items)
            .map(|own| own.value.strip_prefix("utm_").unwrap_or(own.value));
        let official = Tag::ALL
            .into_iter()
            .filter_map(|tag| tag.name().strip_prefix("utm_"));
        let word = name.get(4..).unwrap_or("");
        let help = match suggest(word, own.chain(official)) {
            Some(near) => format!("Did you mean `utm_{near}`?"),
            None => "Take it out, or add it to `optional` in the tracking policy.".to_string(),
        };
        let finding = report.find(
            link.name_place(tag),
            format!("`{name}` is not a parameter that analytics or the policy knows."),
            help,
        );
        let list = policy.and_then(|policy| policy.keys.optional.as_ref());
        finding.because_of(
            list.map(|list| list.node),
            "the optional parameters of the policy",
        );
    }
}
