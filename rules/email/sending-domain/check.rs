//! The domain of a sender vouches for its e-mails.

use crate::checks::Context;
use crate::diagnostics::Reporter;
use crate::links::{is_free_mail, organisational};
use crate::model::mail_address::is_filled_in;
use crate::model::reader::shown;
use crate::model::values::Text;
use crate::model::{Dmarc, MailAddress, Sender, Senders};
use crate::syntax::edit;

pub(crate) fn check(senders: &Senders<'_>, context: &Context<'_>, report: &mut Reporter) {
    let known = known_domains(context);
    for (id, sender) in &senders.entries {
        let mut is_mistyped = false;
        for address in [sender.from, sender.reply_to].into_iter().flatten() {
            is_mistyped |= mistyped(&address, &known, report);
        }
        domain_named(sender.spf, "SPF", "The servers that send for it", report);
        if domain_named(sender.dkim, "DKIM", "The domain that signs", report) && !is_mistyped {
            aligned(sender, report);
        }
        if sender.dmarc == Some(Dmarc::Missing)
            && let Some(node) = sender.node.get("dmarc")
        {
            report.find(
                node,
                "The domain of this sender has no DMARC record.",
                "Publish one; `p=none` is the first step.",
            );
        }
        unsaid(id, sender, report);
    }
}

/// Whether a fact names a domain; says what is wrong where it doesn't.
fn domain_named(fact: Option<Text<'_>>, name: &str, what: &str, report: &mut Reporter) -> bool {
    let Some(fact) = fact.filter(|fact| !fact.is_blank() && !is_filled_in(fact.value)) else {
        return false;
    };
    if fact.value == "none" {
        let message = format!("The e-mails of this sender have no {name}.");
        report.find(fact.node, message, "Set it up with the e-mail platform, then name the domain.");
        return false;
    }
    if fact.value.contains('.') && !fact.value.contains(char::is_whitespace) {
        return true;
    }
    report.find(
        fact.node,
        format!("`{}` names no domain for {name}.", shown(fact.value)),
        format!("{what} should stand here, such as acme.example; or `none`."),
    );
    false
}

/// Compares what DKIM signs for with what people see.
fn aligned(sender: &Sender<'_>, report: &mut Reporter) {
    let (Some(dkim), Some(from)) = (sender.dkim, sender.from) else { return };
    let Some(domain) = from.domain().filter(|domain| !is_free_mail(domain)) else { return };
    if same_owner(dkim.value, domain) {
        return;
    }
    report
        .find(
            dkim.node,
            format!("DKIM signs for {}, but the e-mails come from {}.", shown(dkim.value), shown(domain)),
            format!("Have the e-mail platform sign for {}.", shown(organisational(domain))),
        )
        .because(from.domain_place(), "the domain that people see");
}

fn same_owner(one: &str, other: &str) -> bool {
    let bare = |domain: &str| organisational(domain.trim_end_matches('.')).to_ascii_lowercase();
    bare(one) == bare(other)
}

/// A sender that tells a part of the facts leaves out the others for a reason, or by mistake.
fn unsaid(id: &Text<'_>, sender: &Sender<'_>, report: &mut Reporter) {
    let says = |key: &str| sender.node.get(key).is_some_and(|node| !node.is_null());
    let lacking = if says("dmarc") && !says("dkim") {
        "dkim"
    } else if (says("dkim") || says("spf")) && !says("dmarc") {
        "dmarc"
    } else {
        return;
    };
    report.find(
        id.node,
        format!("Nothing is said about {} of the sender `{}`.", lacking.to_uppercase(), shown(id.value)),
        format!("Ask whoever runs the e-mail platform, and add `{lacking}:`."),
    );
}

/// A company has a few domains; what lies beyond these is not compared.
const MOST_DOMAINS: usize = 100;
const MOST_SENDERS: usize = 500;

/// The registered domains of the company: those of its sites, and those of senders, and how often.
fn known_domains<'c>(context: &Context<'c>) -> Vec<(&'c str, usize)> {
    let mut known: Vec<(&str, usize)> = Vec::new();
    let mut add = |domain: &'c str, times: usize| {
        let domain = organisational(domain);
        let has_room = known.len() < MOST_DOMAINS;
        match known.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case(domain)) {
            Some((_, count)) => *count += times,
            None if has_room => known.push((domain, times)),
            None => {}
        }
    };
    let sites = context.tracking().and_then(|policy| policy.keys.our_sites.as_ref());
    for site in sites.into_iter().flat_map(|sites| &sites.items) {
        if let Some(host) = site.host {
            add(host.value, 3);
        }
    }
    for (_, sender) in context.mail().senders.values().take(MOST_SENDERS) {
        let domain = |address: Option<MailAddress<'c>>| address.and_then(|address| address.domain());
        let (from, reply_to) = (domain(sender.from), domain(sender.reply_to));
        // Both addresses of one sender are typed alike, so they count once.
        let other = reply_to.filter(|other| from.is_none_or(|from| !same_owner(from, other)));
        from.into_iter().chain(other).for_each(|domain| add(domain, 1));
    }
    known
}

/// Says that a domain is a slip, where one that the company surely has is next to it.
fn mistyped(address: &MailAddress<'_>, known: &[(&str, usize)], report: &mut Reporter) -> bool {
    let Some(domain) = address.domain() else { return false };
    let own = organisational(domain);
    let times = known.iter().find(|(known, _)| known.eq_ignore_ascii_case(own));
    let times = times.map_or(0, |(_, times)| *times);
    let meant = known.iter().find(|(other, count)| {
        *count > times && times <= 2 && is_slip(&own.to_ascii_lowercase(), &other.to_ascii_lowercase())
    });
    let Some((meant, _)) = meant else { return false };
    let right = format!("{}{meant}", &domain[..domain.len() - own.len()]);
    let whole = format!("{}@{right}", address.local().unwrap_or_default());
    report
        .find(
            address.domain_place(),
            format!("`{}` is nearly, but not quite, the company's domain {meant}.", shown(domain)),
            format!("Did you mean {}?", shown(&right)),
        )
        .unsafe_fix(format!("change to `{whole}`"), edit::set_value(address.text.node, &whole));
    true
}

/// Whether one domain is the other with a slip of the finger: one letter, or two changed places, in
/// a name that is long enough. `acme.de` beside `acme.com`, or a hyphen or digit more, is meant.
fn is_slip(domain: &str, other: &str) -> bool {
    if domain.len() > 100 || domain == other {
        return false;
    }
    let (Some((name, ending)), Some((other_name, other_ending))) =
        (domain.split_once('.'), other.split_once('.'))
    else {
        return false;
    };
    let near = |a: &str, b: &str| a.len() >= 4 && strsim::damerau_levenshtein(a, b) == 1;
    let plain = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() == text.chars().count();
    let plural = |a: &str, b: &str| a.strip_suffix('s') == Some(b);
    if ending == other_ending {
        let is_variant = plural(name, other_name) || plural(other_name, name);
        return near(name, other_name) && plain(name) && plain(other_name) && !is_variant;
    }
    // Endings that exist next to `.com`: `.co` and `.cm` are countries.
    let unreal = ["con", "cmo", "ocm", "comm", "coom", "vom", "xom", "ogr", "nte", "ent"];
    name == other_name && (unreal.contains(&ending) || near(ending, other_ending) && ending.len() > 4)
}
